"""Turns whose time ran out, as a side's own log shows them: what was given was what stood."""

from dataclasses import replace
from typing import Final

from game.desk.models import LogRow, Quarter
from game.engine.board import SIDES
from game.record import Game

RAN_OUT: Final = "Time ran out: the orders of this quarter were given as they stood."


def quarters(game: Game, side: int) -> tuple[str, ...]:
    """Return the quarters, by name, in which a side's time ran out; what a rewind has undone is
    left out."""
    found: list[str] = []
    for entry in game.entries:
        if entry.what == "rewind":
            found = [quarter for quarter in found if quarter < entry.quarter]
        elif entry.data.get("act") == "time" and entry.data.get("side") == SIDES[side]:
            found.append(entry.quarter)
    return tuple(found)


def with_times(game: Game, side: int, shown: Quarter) -> Quarter:
    """Return a side's quarter with a row in its log for each turn whose time ran out."""
    found = quarters(game, side)
    if not found:
        return shown
    rows = [*shown.log, *(LogRow(quarter, "order", RAN_OUT) for quarter in found)]
    return replace(shown, log=tuple(sorted(rows, key=lambda row: row.quarter)))
