"""Older formats of a saved game become today's by small named steps, one a format.

A step takes the rows of its format and returns those of the next. Format 1 is the first.
"""

from collections.abc import Callable
from typing import Any, Final

FORMAT: Final = 3  # 1: the first; 2: dates, drafts, quarters only stored, seals; 3: hindsight

Rows = list[dict[str, Any]]


def date_and_draft(rows: Rows) -> Rows:
    """1 to 2: injected events may have a date, the beginning counts quarters only stored, and the
    last line holds drafts."""
    for row in rows:
        if row.get("kind") == "beginning":
            row.setdefault("stored", 0)
        if row.get("kind") == "pending":
            row.setdefault("drafts", {})
        injected = row.get("injected")
        for event in injected if isinstance(injected, list) else []:
            if isinstance(event, dict):
                event.setdefault("date", None)
    return rows


def no_hindsight(rows: Rows) -> Rows:
    """2 to 3: the beginning says whether the war was entered again with hindsight."""
    for row in rows:
        if row.get("kind") == "beginning":
            row.setdefault("hindsight", None)
    return rows


STEPS: Final[dict[int, Callable[[Rows], Rows]]] = {1: date_and_draft, 2: no_hindsight}
"""By the format a step starts from."""


def migrate(number: int, rows: Rows) -> Rows:
    """Return rows of format ``number`` as rows of today's format."""
    for step in range(number, FORMAT):
        rows = STEPS[step](rows)
    return rows
