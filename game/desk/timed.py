"""Turns whose time ran out, as a side's own log shows them: what was given was what stood."""

from dataclasses import replace
from typing import Final

from game.desk.models import LogRow, Quarter
from game.record import Game
from game.record.facilitator_uses import timed_out

RAN_OUT: Final = "Time ran out: the orders of this quarter were given as they stood."


def with_times(game: Game, side: int, shown: Quarter) -> Quarter:
    """Return a side's quarter with a row in its log for each turn whose time ran out."""
    found = timed_out(game, side)
    if not found:
        return shown
    rows = [*shown.log, *(LogRow(quarter, "order", RAN_OUT) for quarter in found)]
    return replace(shown, log=tuple(sorted(rows, key=lambda row: row.quarter)))
