"""Overture: a strategy game on when a government at war can afford to talk."""

VERSION = "0.2.0"
RULES = 3  # raised when a rule, a field or a constant changes what a recorded game resolves to
