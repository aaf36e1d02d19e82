"""The stepping player: each quarter one ladder, drawn by chance, moves one rung; the rest stands.

The simplest orders that still move everything in time: what the rules cost is measured with it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import WASHINGTON, Ints
from game.engine.ladders import TROOPS_USUAL, USED, L, ladder_of_slot
from game.engine.menu import within_means
from game.engine.orders import SideOrders, standing
from game.engine.sight import Sight
from game.players.base import TROOPS_SLOT, draws


def _top(side: int, slot: int) -> int:
    return len(ladder_of_slot(side, slot)[0].rungs) - 1 if USED[side, slot] else 0


TOPS: Final = np.array([[_top(side, slot) for slot in range(L)] for side in (0, 1)], dtype=np.int64)
"""(S, L) the highest rung of each slot."""


@dataclass(frozen=True)
class Stepping:
    """One step on one ladder a quarter, reproducible from the seeds."""

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return standing orders with one rung up or down where that is legal and can be paid."""
        chance = draws(seeds, sight.quarter, 2)
        rows = np.arange(len(sight), dtype=np.int64)
        orders = standing(sight.in_force, np.zeros(len(sight), dtype=np.int64))
        slot = (chance[:, 0] * USED[sight.side].sum()).astype(np.int64)
        step = np.where(chance[:, 1] < 0.5, -1, 1)
        moved = orders.rungs[rows, slot] + step
        orders.rungs[rows, slot] = np.minimum(np.maximum(moved, 0), TOPS[sight.side, slot])
        if sight.side == WASHINGTON:
            usual = np.array(TROOPS_USUAL)[orders.rungs[:, TROOPS_SLOT]]
            orders.troops[:] = np.maximum(np.minimum(usual, sight.reserve), -sight.troops)
        return within_means(
            orders, sight.side, sight.prices, sight.legal, sight.in_force, sight.capital
        )
