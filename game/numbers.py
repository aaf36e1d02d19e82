"""Numbers that people type: read in one place, which answers with one line and never breaks off.

A number has a sign or none, decimal digits of any script, and a point with more of them where
fractions are meant. Nothing else counts as one: no ``²``, ``1.2.3``, ``1e9``, ``1_000`` or ``nan``.
"""

import re
from typing import Final

from game.letters import one_line
from game.problems import Problem

LONGEST: Final = 24  # characters; no number that the game takes has more
SHOWN: Final = 40  # characters of a wrong word that a message repeats
_WHOLE: Final = re.compile(r"[+-]?\d+")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")


def is_number(word: str) -> bool:
    """Whether a word is written as a number."""
    return len(word) <= LONGEST and _NUMBER.fullmatch(word) is not None


def whole(word: str, what: str, least: int, most: int) -> int:
    """Return a whole number from ``least`` to ``most``; Problem naming ``what`` is asked for."""
    if len(word) <= LONGEST and _WHOLE.fullmatch(word) and least <= int(word) <= most:
        return int(word)
    raise Problem(f"{what}: a whole number from {least:,} to {most:,}, not {quoted(word)}")


def number(word: str, what: str, least: float, most: float) -> float:
    """Return a number from ``least`` to ``most``; Problem naming ``what`` is asked for."""
    if is_number(word) and least <= float(word) <= most:
        return float(word)
    raise Problem(f"{what}: a number from {least:,g} to {most:,g}, not {quoted(word)}")


def quoted(word: str) -> str:
    """Return a word as a message repeats it: short, in quotes, with nothing that acts."""
    short = word if len(word) <= SHOWN else word[:SHOWN] + "..."
    return f"'{one_line(short)}'"
