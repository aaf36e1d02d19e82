"""What is taken home: exports, pictures, a seminar's pack and their templates."""
