"""The searching player: a doctrine at a level, with a belief that it carries along its dossier.

It keeps no secret state: whatever it remembers could be read again from the dossier, so that the
same dossier and seed give the same orders whether the war was played through or loaded.
"""

from dataclasses import dataclass, field

import numpy as np

from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.engine.view import View
from game.players.belief_state import Belief, belief_from, next_belief
from game.players.doctrines import Doctrine
from game.players.explain import Thought, thought
from game.players.levels import Level
from game.players.search import Task, search


@dataclass
class Thinking:
    """A player that searches. ``log`` holds what it thought, for the time after the war."""

    doctrine: Doctrine
    level: Level
    seed: int
    log: list[Thought] = field(default_factory=list)
    _last: tuple[Dossier, Belief] | None = None

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders."""
        belief = self.belief(dossier)
        task = Task(dossier, belief, self.doctrine, self.level, self._quarter_seed(dossier))
        verdict = search(task)
        self.log = [kept for kept in self.log if kept.quarter < dossier.quarter]
        self.log.append(thought(dossier, belief, verdict))
        return verdict.orders

    def belief(self, dossier: Dossier) -> Belief:
        """Return today's belief: one step on from yesterday's, or read from the whole dossier."""
        if self._last is not None and follows(dossier, self._last[0]):
            played = len(dossier.reports) - 1
            belief = next_belief(self._last[1], dossier, played, self.seed)
        else:
            belief = belief_from(dossier, self.level.particles, self.seed)
        self._last = (dossier, belief)
        return belief

    def _quarter_seed(self, dossier: Dossier) -> int:
        return (self.seed * 1_000_003 + dossier.quarter * 7_919) % (1 << 31)


def follows(dossier: Dossier, before: Dossier) -> bool:
    """Whether ``dossier`` is ``before`` one quarter later."""
    if len(dossier.views) != len(before.views) + 1:
        return False
    pairs = zip(dossier.views, before.views, strict=False)
    return all(one is two or same(one, two) for one, two in pairs)


def same(one: View, two: View) -> bool:
    """Whether two views show the same."""
    return one.quarter == two.quarter and all(
        np.array_equal(value, two.fields[name]) for name, value in one.fields.items()
    )
