"""The historical record as a player: what a government did, quarter by quarter.

The orders are handed in, from the campaign. Off the record (the purse is short, a channel is burnt,
men are not there) the ladder that cannot be given stays as it is in force.
"""

from dataclasses import dataclass, replace

from game.engine.board import Ints
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.engine.sight import Sight, sight_of
from game.players.base import as_far_as_means_go, repeat


@dataclass(frozen=True)
class Recorded:
    """``rows``: the recorded orders of one side, one war each, by counted quarter."""

    rows: tuple[SideOrders, ...]

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the record's orders of the quarter, as far as they can be given."""
        return self.decide_batch(sight_of(dossier), dossier.view.channels)

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return the record's orders for every war; nothing is drawn, so ``seeds`` are not used."""
        row = self.rows[min(int(sight.quarter.max(initial=0)), len(self.rows) - 1)]
        orders = as_far_as_means_go(repeat(row, len(sight)), sight)
        answers = sight.tables.dilemmas.recorded[sight.side, sight.asked - 1] * (sight.asked > 0)
        return replace(orders, answers=answers)
