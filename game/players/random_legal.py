"""The random player: any legal order it can pay for, drawn for N wars at once.

Each ladder stands with an even chance and otherwise takes a legal rung at random, each with the
same chance; what the purse cannot bear gives way in an order that turns with the quarter. Used to
shake the rulebook.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import ISSUES, WASHINGTON, Floats, Ints
from game.engine.ladders import FLAT_START, TROOPS_LIMITS, USED, L, ladder_of_slot
from game.engine.orders import NO_TERMS, SideOrders
from game.engine.sight import Sight
from game.players.base import TROOPS_SLOT, draws, payable, wide

MOVES = 0.5  # chance that a ladder moves at all; any value below one leaves standing orders about
TABLES = 0.15  # chance of a new package in a quarter
ACCEPTS = 0.02  # chance of signing what lies on the table: few wars should end by accident
_COUNT = 2 * L + 3 + len(ISSUES)


@dataclass(frozen=True)
class RandomLegal:
    """Random legal orders, reproducible from the seeds."""

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return random legal orders that can be paid for."""
        chance = draws(seeds, int(sight.quarter.max(initial=0)), _COUNT)
        rungs = sight.in_force.copy()
        for slot in range(L):
            if USED[sight.side, slot]:
                drawn = _drawn_rung(sight, slot, chance[:, slot])
                moves = chance[:, L + slot] < MOVES
                rungs[:, slot] = np.where(moves, drawn, rungs[:, slot])
        rest = chance[:, 2 * L :]
        wanted = SideOrders(
            rungs,
            _drawn_troops(rungs, rest[:, 0]) if sight.side == WASHINGTON else np.zeros(len(sight)),
            _drawn_channel(sight, rest[:, 1]),
            _drawn_terms(rest[:, 3:], rest[:, 2]),
            (rest[:, 2] > 1.0 - ACCEPTS).astype(np.int64),
        )
        first = int(sight.quarter.max(initial=0)) % L
        turned = ((slot + first) % L for slot in range(L))
        return payable(wanted, sight, tuple(slot for slot in turned if USED[sight.side, slot]))


def _drawn_rung(sight: Sight, slot: int, chance: Floats) -> Ints:
    """Return (N,) a rung drawn evenly among the legal ones of a slot."""
    start = FLAT_START[sight.side, slot]
    rungs = len(ladder_of_slot(sight.side, slot)[0].rungs)
    legal = sight.legal[:, start : start + rungs]
    wanted = np.floor(chance * legal.sum(axis=1)).astype(np.int64) + 1
    return wide(np.argmax(np.cumsum(legal, axis=1) >= wanted[:, None], axis=1))


def _drawn_troops(rungs: Ints, chance: Floats) -> Floats:
    """Return (N,) a number inside each troops rung; ``with_troops`` rounds it."""
    limits = np.array(TROOPS_LIMITS)[rungs[:, TROOPS_SLOT]]
    drawn: Floats = limits[:, 0] + chance * (limits[:, 1] - limits[:, 0])
    return drawn


def _drawn_channel(sight: Sight, chance: Floats) -> Ints:
    """Return (N,) public speech half the time, else a usable channel at random."""
    wanted = np.floor(np.maximum(2.0 * chance - 1.0, 0.0) * sight.channels.sum(axis=1)) + 1
    return wide(np.argmax(np.cumsum(sight.channels, axis=1) >= wanted[:, None], axis=1))


def _drawn_terms(chance: Floats, tables_it: Floats) -> Ints:
    """Return (N, I) a random package now and then, else none."""
    package = np.floor(4.0 * chance).astype(np.int64)
    return np.where((tables_it < TABLES)[:, None], package, NO_TERMS)
