"""Memory: the belief that goes with a dossier, carried a quarter at a time.

It keeps no secret: whatever it remembers could be read again from the dossier, so that the same
dossier and seed give the same belief whether the war was played through or loaded.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.dossier import Dossier
from game.engine.view import View
from game.players.belief_state import Belief, going_on, reading
from game.players.slices import Slices, whole


@dataclass
class Memory:
    """The last dossier read and what it led to believe."""

    particles: int
    seed: int
    _last: tuple[Dossier, Belief] | None = None

    def belief(self, dossier: Dossier) -> Belief:
        """Return today's belief: one step on from yesterday's, or read from the whole dossier."""
        return whole(self.recalling(dossier))

    def recalling(self, dossier: Dossier) -> Slices[Belief]:
        """Return ``belief``, in slices; what is remembered changes when all are done."""
        if self._last is not None and follows(dossier, self._last[0]):
            belief = yield from going_on(
                self._last[1], dossier, len(dossier.reports) - 1, self.seed
            )
        elif self._last is not None and same_day(dossier, self._last[0]):
            belief = self._last[1]
        else:
            belief = yield from reading(dossier, self.particles, self.seed)
        self._last = (dossier, belief)
        return belief


def follows(dossier: Dossier, before: Dossier) -> bool:
    """Whether ``dossier`` is ``before`` one quarter later."""
    return len(dossier.views) == len(before.views) + 1 and _agree(dossier, before)


def same_day(dossier: Dossier, before: Dossier) -> bool:
    """Whether two dossiers tell the same."""
    return len(dossier.views) == len(before.views) and _agree(dossier, before)


def _agree(dossier: Dossier, before: Dossier) -> bool:
    if dossier.side != before.side:
        return False
    pairs = zip(dossier.views, before.views, strict=False)
    return all(one is two or same(one, two) for one, two in pairs)


def same(one: View, two: View) -> bool:
    """Whether two views show the same."""
    return one.quarter == two.quarter and all(
        np.array_equal(value, two.fields[name]) for name, value in one.fields.items()
    )
