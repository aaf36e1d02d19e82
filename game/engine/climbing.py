"""Climbing: which upper rungs a side may not yet reach, because the one below was not held.

Bombing beyond interdiction, the bombing of the trail and the heavier traffic down it are climbed
rung by rung, each held for a while; a surge down the trail needs stocks as well. To return to a
rung of the last two quarters is always allowed, and under detente Washington may climb as it likes.
So escalation takes time, and the other side has time to read it.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Masks
from game.engine.ladders import FLAT_START, Bombing, Infiltration, TrailBombing, slot_of
from game.engine.tables import Tables


@dataclass(frozen=True)
class Climb:
    """``rung`` of a ladder may be ordered once ``below`` was ordered in the last quarter or the one
    before (``often`` 1) or in both (2), with stocks laid in where ``stocks``."""

    side: int
    ladder: str
    rung: int
    below: int
    often: int
    stocks: bool = False

    @property
    def slot(self) -> int:
        """Where the ladder stands in its side's row."""
        return slot_of(self.side, self.ladder)

    @property
    def place(self) -> int:
        """Where the rung stands in its side's flat list."""
        return int(FLAT_START[self.side, self.slot]) + self.rung


ONCE, TWICE = 1, 2  # quarters of the last two
CLIMBS: Final = (
    Climb(WASHINGTON, "bombing", Bombing.INDUSTRY, Bombing.INTERDICTION, ONCE),
    Climb(WASHINGTON, "bombing", Bombing.UNRESTRICTED, Bombing.INDUSTRY, TWICE),
    Climb(WASHINGTON, "bombing", Bombing.MINING, Bombing.UNRESTRICTED, TWICE),
    *(
        Climb(WASHINGTON, "trail", rung, rung - 1, TWICE)
        for rung in [*TrailBombing][TrailBombing.STEADY :]
    ),
    Climb(HANOI, "infiltration", Infiltration.HEAVY, Infiltration.STEADY, TWICE),
    Climb(HANOI, "infiltration", Infiltration.SURGE, Infiltration.STEADY, TWICE, stocks=True),
)
"""What is climbed rung by rung. Calibrated by hand: the record is payable and legal throughout."""


def climb_to(side: int, slot: int, rung: int) -> Climb:
    """Return the climb to a rung; KeyError where it is not climbed to."""
    for climb in CLIMBS:
        if (climb.side, climb.slot, climb.rung) == (side, slot, rung):
            return climb
    raise KeyError((side, slot, rung))


def reachable(climb: Climb, seen: Any, reached: Any, reached_before: Any, tables: Tables) -> Masks:
    """Return (...) whether a climb may be made this quarter.

    ``seen`` is a world, or a view of the side; ``reached`` and ``reached_before`` (..., L) are the
    rungs its side ordered last quarter and the quarter before.
    """
    constants = tables.constants
    last, before = reached[..., climb.slot], reached_before[..., climb.slot]
    high, low = np.maximum(last, before), np.minimum(last, before)
    held = (low if climb.often == TWICE else high) >= climb.below
    if climb.stocks:
        held = held & (high >= climb.rung - 1) & (seen.preparation >= constants.surge_stocks)
    if climb.side == WASHINGTON:
        held = held | (seen.detente >= constants.climb_free)
    return np.asarray(held | (high >= climb.rung))
