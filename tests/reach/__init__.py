"""Reaching people: the wheel, the face for programs, one loop, a folder, a page."""
