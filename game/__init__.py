"""Overture: a strategy game on when a government at war can afford to talk."""

VERSION = "0.1.0"
RULES = 2  # raised when a rule, a field or a constant changes what a recorded game resolves to
