"""Traces: what measures read of a war, quarter by quarter, from the worlds it went through.

Analysis only: a trace holds what no side may know in play.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import SETTLED, Floats, Ints, Masks
from game.engine.postures import own_open_probability
from game.engine.score import score
from game.engine.tables import Tables
from game.engine.world import World, take

PACKAGES = np.stack(np.meshgrid(*[np.arange(4)] * 5, indexing="ij"), axis=-1).reshape(-1, 5)
"""(1024, I) every package of the table."""


@dataclass(frozen=True)
class Trace:
    """One war of Q quarters. ``belief``, ``chance``, ``capital`` (Q, S) as each quarter opened: the
    enemy's belief that the side is resilient, the rule's chance that it opens at its own type, its
    purse. ``escalated`` (Q, S), ``rungs`` (Q, S, L), ``sat`` (Q,), ``tabled`` (Q, S, I) as it went.
    ``types`` (2, S) resilience and nerve; ``dominated``: packages better for both than the
    settlement, -1 without one; ``settlement`` (I,)."""

    belief: Floats
    chance: Floats
    capital: Floats
    escalated: Floats
    rungs: Ints
    sat: Masks
    tabled: Ints
    types: Ints
    settlement: Ints
    dominated: int

    def __len__(self) -> int:
        return len(self.sat)

    @property
    def first_talks(self) -> int | None:
        """The place of the quarter in which talks first sat; None if they never did."""
        return int(self.sat.argmax()) if self.sat.any() else None


def trace(openings: list[World], last: World, tables: Tables) -> Trace:
    """Return the trace of one war (N = 1) from the worlds its quarters opened with and its last."""
    closings = [*openings[1:], last]
    return Trace(
        belief=np.stack([world.belief_resilient[0] for world in openings]),
        chance=np.stack([own_open_probability(world)[0] for world in openings]),
        capital=np.stack([world.capital[0] for world in openings]),
        escalated=np.stack([world.escalation[0] for world in closings]),
        rungs=np.stack([world.reached[0] for world in closings]),
        sat=np.array([bool(world.talking[0] > 0) for world in closings]),
        tabled=np.stack([world.tabled[0] for world in closings]),
        types=np.stack([last.resilience[0], last.nerve[0]]),
        settlement=last.settlement[0],
        dominated=dominated(last, tables),
    )


def dominated(last: World, tables: Tables) -> int:
    """Return how many packages would have scored more for both sides than the settlement of a
    finished war (N = 1), signed in its place; -1 without a settlement."""
    if last.ended[0] != SETTLED:
        return -1
    many = take(last, np.zeros(len(PACKAGES), dtype=np.int64))
    others = score(many.with_(settlement=PACKAGES), tables)
    return int((others > score(last, tables)).all(axis=1).sum())
