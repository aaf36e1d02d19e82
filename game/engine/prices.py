"""Prices: what each rung costs in political capital, and the one trace of the hidden rule in play.

Raising a ladder costs, lowering some costs too, and what counts as an escalation is multiplied by
the temptation: a government that believes its enemy weak finds escalating cheap, one that believes
it resilient finds it dear. The whole points of a price are all that shows of that belief.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, by_side, total
from game.engine.events import events_at
from game.engine.ladders import (
    FLAT_START,
    LADDERS,
    SLOTS,
    STANDINGS,
    USED,
    Effort,
    Ladder,
    R,
    TroopMoves,
)
from game.engine.tables import Tables
from game.engine.world import World

UP: Final[tuple[dict[str, float], ...]] = (
    {
        "bombing": 3.0,
        "line": 2.0,
        "trail": 1.5,
        "cambodia": 3.0,
        "ground": 0.5,
        "vietnamization": 2.0,
        "home": 1.0,
        "posture": 1.0,
    },
    {
        "infiltration": 2.0,
        "effort": 1.5,
        "preparation": 2.0,
        "labour": 1.0,
        "patrons": 2.0,
        "home": 2.0,
        "posture": 1.0,
    },
)
"""Points for each rung raised above the rung in force. Calibrated by hand: both records payable."""
DOWN: Final[tuple[dict[str, float], ...]] = (
    {"bombing": 0.5, "line": 0.5, "cambodia": 0.5, "vietnamization": 2.0, "posture": 1.0},
    {"labour": 1.0, "patrons": 2.0, "posture": 1.0},
)
"""Points for each rung lowered. Calibrated by hand."""
ACT: Final[tuple[dict[str, tuple[float, ...]], ...]] = (
    {
        "troops": (2.0, 1.0, 0.0, 2.0, 4.0),
        "border": (0.0, 3.0, 6.0),
        "home": (0.0, 0.0, 0.0, 15.0),
        "message": (0.0, 1.0, 1.0),
        "deadline": (0.0, 3.0),
    },
    {"effort": (0.0, 0.0, 0.0, 2.0), "message": (0.0, 1.0, 1.0), "deadline": (0.0, 3.0)},
)
"""Points for the act itself, by rung, whatever is in force. Calibrated by hand."""


Points = NDArray[np.int16]  # while a menu is made: a quarter of the memory, at most 999

OPEN: Final = 0.5  # openness from which a posture is open; theory.belief.RUNGS_OPENNESS


@dataclass(frozen=True)
class _Tariff:
    """What the rungs of one ladder cost: a row for each pair of the highest rung of two quarters
    and the rung in force, a column for each rung. ``calm``: whole points of those that do not
    escalate; ``tempting``: points of those that do, before the temptation. Nought in the other.
    """

    side: int
    slots: slice
    places: slice  # in the side's flat list
    calm: Points
    tempting: Floats | None  # None where no rung escalates at a price

    @property
    def size(self) -> int:
        """How many places there are."""
        return int(self.places.stop - self.places.start)


def _points(side: int, ladder: Ladder, rung: int, standing: int) -> float:
    """Return the points of ordering ``rung`` while ``standing`` is in force."""
    if rung == standing:
        return 0.0
    rise, act = rung - standing, ACT[side].get(ladder.name, (0.0,) * STANDINGS)[rung]
    up, down = UP[side].get(ladder.name, 0.0), DOWN[side].get(ladder.name, 0.0)
    return up * max(rise, 0) + down * max(-rise, 0) + act


def _escalates(ladder: Ladder, rung: int, high: int) -> bool:
    """Whether ``rung`` escalates when ``high`` is the highest of two quarters; the general sending
    of men at the loudest rung does, and Hanoi's effort from main force up."""
    if ladder.name == "troops":
        return rung == TroopMoves.IN_FAST
    return ladder.war and rung > high and not (ladder.name == "effort" and rung < Effort.MAIN_FORCE)


def _tariff(side: int, ladder: Ladder) -> _Tariff:
    slots, rungs = SLOTS[side][ladder.name], len(ladder.rungs)
    calm, tempting = np.zeros((2, STANDINGS, STANDINGS, rungs))
    for high, standing, rung in np.ndindex(calm.shape):
        points = _points(side, ladder, rung, standing)
        escalates = _escalates(ladder, rung, high)
        (tempting if escalates else calm)[high, standing, rung] = points
    rows, first = (STANDINGS**2, rungs), int(FLAT_START[side, slots.start])
    places = slice(first, first + rungs * ladder.slots)
    whole = np.rint(calm).astype(np.int16).reshape(rows)
    return _Tariff(side, slots, places, whole, tempting.reshape(rows) if tempting.any() else None)


_TARIFFS: Final = tuple(
    _tariff(side, ladder) for side in (WASHINGTON, HANOI) for ladder in LADDERS[side]
)


def temptation(chance: Floats, tables: Tables) -> Floats:
    """Return (N,) the factor on the price of escalating when the rule gives it ``chance`` (N,).

    Falls from 2 at no chance to .5 at certainty, by equal ratios.
    """
    high, low = tables.constants.temptation_high, tables.constants.temptation_low
    return high * (low / high) ** chance


def price_list(world: World, tables: Tables) -> Points:
    """Return (N, S, R) the price in whole points of each rung in each side's flat list."""
    known = STANDINGS * np.maximum(world.reached, world.reached_before) + world.in_force
    factor = [temptation(escalation_chance(world, side), tables) for side in (0, 1)]
    prices = np.zeros((len(world), 2, R), dtype=np.int16)
    for tariff in _TARIFFS:
        rows = known[:, tariff.side, tariff.slots]
        points = tariff.calm.take(rows, axis=0)
        if tariff.tempting is not None:
            raised = tariff.tempting.take(rows, axis=0)
            raised *= factor[tariff.side][:, None, None]
            points += np.rint(raised, out=raised).astype(np.int16)
        prices[:, tariff.side, tariff.places] = points.reshape(len(world), tariff.size)
    return prices


def signature(world: World, tables: Tables) -> Ints:
    """Return (N, S) points that must be left in a purse to sign the other's package this quarter.

    In Washington it takes more while the country still believes in the war, and in the quarter of a
    vote; in Hanoi more the further the Politburo is from being of one mind.
    """
    constants = tables.constants
    short = np.maximum(constants.signing_opposition - world.opposition, 0.0)
    voting = events_at(tables, world.quarter)["election"]
    washington = constants.signing_by_consent * short + constants.signing_by_election * voting
    divided = np.maximum(constants.cohesion_rest - world.cohesion, 0.0)
    hanoi = constants.signing_by_cohesion * divided
    return np.rint(constants.signing + by_side(washington, hanoi)).astype(np.int64)


def shown_temptation(side: int, prices: Ints, highest: Ints, in_force: Ints) -> Floats:
    """Return (N,) the factor on escalating that a side's own price list shows; 1 where no rung
    escalates. ``prices`` (N, R), ``highest`` and ``in_force`` (N, L): all of them its to see."""
    asked, usual = np.zeros((2, len(prices)))
    known = STANDINGS * highest + in_force
    for tariff in _TARIFFS:
        if tariff.side == side and tariff.tempting is not None:
            raised = tariff.tempting.take(known[:, tariff.slots], axis=0)
            raised = raised.reshape(len(prices), tariff.size)
            usual += total(raised)  # halves of points: exact in any order
            asked += (prices[:, tariff.places] * (raised > 0.0)).sum(axis=1)
    return np.where(usual > 0.0, asked / np.maximum(usual, 1.0), 1.0)


def usual_prices(side: int, highest: Ints, in_force: Ints) -> Floats:
    """Return (N, R) the points of each rung that escalates before the temptation, nought for every
    other; ``highest`` and ``in_force`` (N, L) are the side's own to see."""
    usual = np.zeros((len(in_force), R))
    known = STANDINGS * highest + in_force
    for tariff in _TARIFFS:
        if tariff.side == side and tariff.tempting is not None:
            raised = tariff.tempting.take(known[:, tariff.slots], axis=0)
            usual[:, tariff.places] = raised.reshape(len(usual), tariff.size)
    return usual


def escalation_chance(world: World, side: int) -> Floats:
    """Return (N,) the rule's probability that this government escalates at its own nerve, given
    the posture it last saw from the enemy (the enemy is the sender, row 1 - side)."""
    sender = 1 - side
    dove = world.nerve[:, side] == 1
    after_open = np.where(dove, world.dove_open[:, sender], world.hawk_open[:, sender])
    after_closed = np.where(dove, world.dove_closed[:, sender], world.hawk_closed[:, sender])
    return np.where(world.openness[:, sender] >= OPEN, after_open, after_closed)


def flat_places(side: int, rungs: Ints) -> Ints:
    """Return (N, L) where each ordered rung stands in the side's flat list."""
    return FLAT_START[side] + rungs


def chosen(menu: Ints, side: int, rungs: Ints) -> Ints:
    """Return (N, L) what a side's menu (N, R) of prices or legality says of ``rungs`` (N, L)."""
    return menu[np.arange(len(menu))[:, None], flat_places(side, rungs)]


def prices_of(prices: Ints, side: int, rungs: Ints) -> Ints:
    """Return (N, L) the price of each slot's rung; ``prices`` (N, R), ``rungs`` (N, L)."""
    return chosen(prices, side, rungs) * USED[side]


def price_paid(prices: Ints, rungs: Ints, in_force: Ints) -> Ints:
    """Return (N, S) what both sides' rungs cost; ``prices`` (N, S, R), the rest (N, S, L)."""
    moved = rungs != in_force  # what stands is free
    paid = [
        total(prices_of(prices[:, side], side, rungs[:, side]) * moved[:, side])
        for side in (WASHINGTON, HANOI)
    ]
    both: Ints = by_side(*paid)
    return both
