"""The pictures of the window, drawn by arithmetic alone: see ``tools/cut_pictures.py``."""
