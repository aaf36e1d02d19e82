"""Older formats of a saved game become today's by small named steps, one a format.

A step takes the rows of its format and returns those of the next. Format 1 is the first.
"""

from collections.abc import Callable
from typing import Any, Final

FORMAT: Final = 1  # 1: the first

Rows = list[dict[str, Any]]
STEPS: Final[dict[int, Callable[[Rows], Rows]]] = {}
"""By the format a step starts from."""


def migrate(number: int, rows: Rows) -> Rows:
    """Return rows of format ``number`` as rows of today's format."""
    for step in range(number, FORMAT):
        rows = STEPS[step](rows)
    return rows
