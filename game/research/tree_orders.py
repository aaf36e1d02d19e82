"""The orders of a tree: every choice of rungs on offer that the purse can bear together.

What goes with it at the table follows by rule, so that the tree stays small: an open side tables
what its advisers think within reach, and signs the enemy's package when that is worth more to it
than fighting on (``players.diplomacy`` with an even temper). Left out on purpose: numbers of
troops, channels, and other packages.
"""

from itertools import product
from typing import Any, Final

import numpy as np

from game.engine.board import CORPS, Ints
from game.engine.dossier import Dossier
from game.engine.ladders import FLAT_START, OPEN_FROM, USED, L, ladder_of_slot, slot_of
from game.engine.orders import SideOrders, standing
from game.engine.prices import prices_of
from game.engine.sight import Sight, sight_of
from game.players import bargaining, diplomacy
from game.players.base import TROOPS_SLOT, repeat

EVEN: Final = diplomacy.TableTemper(ask=0.0, margin=0.0, patience=1.0, secrecy=0.0)
MOST: Final = 64  # orders of one side in one quarter; more make no tree that could be solved


class TooMany(Exception):
    """More orders are on offer than a tree can bear; the text says how many."""


def on_offer(dossier: Dossier) -> tuple[SideOrders, tuple[str, ...]]:
    """Return a side's orders today, one a row, and what tells them apart, in words.

    TooMany beyond MOST of them.
    """
    sight = sight_of(dossier)
    choices = [_choices(sight, slot) for slot in range(L)]
    count = int(np.prod([len(rungs) for rungs in choices]))
    if count > MOST:
        raise TooMany(f"{count:,} orders on offer in one quarter; at most {MOST} make a tree")
    rungs = np.array(list(product(*choices)), dtype=np.int64)
    prices = np.repeat(sight.prices, len(rungs), axis=0)
    paid = prices_of(prices, sight.side, rungs).sum(axis=1)
    rungs = rungs[paid <= sight.capital[0]]
    orders = repeat(standing(sight.in_force, np.zeros(1, dtype=np.int64)), len(rungs))
    orders = SideOrders(rungs, orders.troops, orders.channel, orders.terms, orders.accept)
    return at_the_table(sight, orders), tuple(_names(sight.side, choices, rungs))


def _choices(sight: Sight, slot: int) -> list[int]:
    """Return the rungs of a slot that may be ordered; troops, which need a number, stand."""
    side = sight.side
    if not USED[side, slot] or (side == 0 and slot == TROOPS_SLOT):
        return [int(sight.in_force[0, slot])]
    start = FLAT_START[side, slot]
    count = len(ladder_of_slot(side, slot)[0].rungs)
    return [int(rung) for rung in np.flatnonzero(sight.legal[0, start : start + count])]


def at_the_table(sight: Sight, orders: SideOrders) -> SideOrders:
    """Return the orders with the terms and the signature that go with them by rule."""
    is_open = orders.rungs[:, slot_of(sight.side, "posture")] >= OPEN_FROM
    package = bargaining.package(sight, EVEN, np.ones(1, dtype=bool))
    terms = np.where(is_open[:, None], package, orders.terms)
    accept = np.where(is_open, bargaining.accepts(sight, EVEN), 0)
    return SideOrders(orders.rungs, orders.troops, orders.channel, terms, accept)


def _names(side: int, choices: list[list[int]], rungs: Ints) -> list[str]:
    """Return each order's rungs on the ladders where there is a choice."""
    open_slots = [slot for slot in range(L) if len(choices[slot]) > 1]
    named = [", ".join(_word(side, slot, row[slot]) for slot in open_slots) for row in rungs]
    return named if open_slots else ["stands"] * len(rungs)


def _word(side: int, slot: int, rung: Any) -> str:
    ladder, corps = ladder_of_slot(side, slot)
    where = f" in {CORPS[corps]} Corps" if ladder.by_corps else ""
    return f"{ladder.name} {ladder.rungs[int(rung)]}{where}"
