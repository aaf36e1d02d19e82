"""The terminal game: the desk's models as lines of text, and lines of text as commands."""
