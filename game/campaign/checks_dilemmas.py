"""What is judged of ``[[dilemmas]]`` together: ids, spans, conditions, effects, recalls."""

from collections.abc import Iterator
from typing import Any

from game.campaign.conditions import Names
from game.campaign.days import NEVER, quarter_of
from game.campaign.dilemmas import faults
from game.campaign.places import Path, ascii_quoted
from game.campaign.schema import Head
from game.campaign.schema_dilemmas import Dilemma
from game.engine.board import SIDES, quarter_index
from game.engine.dilemmas import MOST_DILEMMAS

Findings = Iterator[tuple[Path, str]]
Rows = list[tuple[int, Dilemma]]


def dilemmas(head: Head, parts: dict[str, Any]) -> Findings:
    """Yield what is wrong with a file's dilemmas; ``parts`` are the tables and rows that passed."""
    rows: Rows = parts["dilemmas"]
    events = [event for _, event in parts.get("events", [])]
    channels = ("public", *(row.id for _, row in parts.get("channels", [])))
    seen: set[str] = set()
    for number, row in rows:
        if row.id in seen:
            yield ("dilemmas", number, "id"), f"{row.id} is taken; write another id"
        seen.add(row.id)
        if not head.first <= row.first <= row.last <= head.last:
            yield ("dilemmas", number, "first"), f"write quarters from {head.first} to {head.last}"
        names = Names(head.first, _learnt(head, events, row.side), channels)
        yield from ((("dilemmas", number, *place), text) for place, text in faults(row, names))
    yield from _counts(rows)
    yield from _recalls(rows)


def _learnt(head: Head, events: list[Any], side: str) -> dict[str, int]:
    """Return the events a side learns of, by the counted quarter in which it does."""
    known = {event.id: getattr(event, f"known_{side}") for event in events}
    return {
        name: quarter_index(head.first, quarter_of(day))
        for name, day in known.items()
        if day != NEVER
    }


def _counts(rows: Rows) -> Findings:
    for side in SIDES:
        many = [number for number, row in rows if row.side == side]
        if len(many) > MOST_DILEMMAS:
            at = ("dilemmas", many[MOST_DILEMMAS])
            yield at, f"{len(many)} dilemmas of {side}; at most {MOST_DILEMMAS} are allowed"


def _recalls(rows: Rows) -> Findings:
    """A line recalls an answer that there is and that the side knows of: its own, or one that was
    in the papers."""
    known = {
        (row.id, answer.id): (row.side, answer.seen) for _, row in rows for answer in row.answers
    }
    for number, row in rows:
        for place, line in enumerate(row.recalls):
            at = ("dilemmas", number, "recalls", place)
            name, _, text = line.partition(": ")
            dilemma, _, answer = name.partition(".")
            side, seen = known.get((dilemma, answer), ("", None))
            if not text or not side:
                yield at, f"{ascii_quoted(name)} is no dilemma.answer of this file, or says nothing"
            elif side != row.side and seen is None:
                yield at, f"{row.side} does not learn of {name}; remove the line"
