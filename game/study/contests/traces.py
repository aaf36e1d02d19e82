"""Traces: what measures read of a war, quarter by quarter, from the worlds it went through.

Analysis only: a trace holds what no side may know in play.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import SETTLED, Floats, Ints, Masks
from game.engine.ladders import TROOPS_STEP
from game.engine.postures import own_open_probability
from game.engine.score import score
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, take

PACKAGES = np.stack(np.meshgrid(*[np.arange(4)] * 5, indexing="ij"), axis=-1).reshape(-1, 5)
"""(1024, I) every package of the table."""


PRIVATE_WEIGHTS: Final = tuple({"tilt"} & set(FIELDS))
"""Fields by which a government's weights differ from the campaign's; none where all are public."""


@dataclass(frozen=True)
class Trace:
    """One war of Q quarters. As each quarter opened, (Q, S): ``belief``, the enemy's that it is
    resilient; ``chance``, the rule's that it opens at its own type; ``capital``, its purse. As it
    went: ``escalated`` (Q, S), ``rungs`` (Q, S, L), ``sat`` (Q,), ``tabled`` (Q, S, I), ``channel``
    (Q, S) spoken by, ``sent`` (Q,) thousand men sent or brought home, to the nearest five.
    ``types`` (2, S) resilience and nerve; ``scores`` (S,) at the campaign's weights;
    ``settlement`` (I,); ``dominated``: packages better for both than it, -1 without one."""

    belief: Floats
    chance: Floats
    capital: Floats
    escalated: Floats
    rungs: Ints
    sat: Masks
    tabled: Ints
    channel: Ints
    sent: Ints
    types: Ints
    scores: Floats
    settlement: Ints
    dominated: int

    def __len__(self) -> int:
        return len(self.sat)

    @property
    def settled(self) -> bool:
        """Whether the war ended in a settlement."""
        return self.dominated >= 0

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
        channel=np.stack([world.channel[0] for world in closings]),
        sent=np.array([men_sent(*both) for both in zip(openings, closings, strict=True)]),
        types=np.stack([last.resilience[0], last.nerve[0]]),
        scores=score(at_campaign_weights(last), tables)[0],
        settlement=last.settlement[0],
        dominated=dominated(last, tables),
    )


def at_campaign_weights(world: World) -> World:
    """Return the world in which both governments care for the issues as the campaign says: without
    what each privately weighs otherwise, so that wars of different governments compare."""
    return world.with_(**{name: np.zeros_like(getattr(world, name)) for name in PRIVATE_WEIGHTS})


def men_sent(opening: World, closing: World) -> int:
    """Return thousand men sent (+) or brought home (-), to the nearest step of an order; the few
    that a quarter's dead leave unreplaced fall away in rounding."""
    return round(float(closing.troops[0] - opening.troops[0]) / TROOPS_STEP) * int(TROOPS_STEP)


def dominated(last: World, tables: Tables) -> int:
    """Return how many packages would have scored more for both sides than the settlement of a
    finished war (N = 1), signed in its place; -1 without a settlement."""
    if last.ended[0] != SETTLED:
        return -1
    many = take(last, np.zeros(len(PACKAGES), dtype=np.int64))
    others = score(many.with_(settlement=PACKAGES), tables)
    return int((others > score(last, tables)).all(axis=1).sum())
