"""Retained widgets: each knows its rectangle, its name, its help, and paints and acts by itself."""
