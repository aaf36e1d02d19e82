"""Fitting the value of unfinished wars: rows from wars between mixed tempers, half kept out."""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.players.base import draws
from game.players.doctrines import DOCTRINES
from game.players.tempers import mixed, plans, policy_of
from game.players.values import as_module, features, fit, spread
from game.record.matches import openings
from game.record.value_rows import rows_of_wars
from game.study.contests import opened

WARS = 300  # a batch
BATCHES = 4  # of each campaign
CAMPAIGNS = ("vietnam-1965-1973", "tet")
NOTE = """Weights of the value of an unfinished war, (F, S), in the order of ``values.features``.

Calibrated by ``python main.py match --refit-values``: ridge regression of final scores on
{rows} quarters of {wars} wars between mixed tempers. Share of the variance explained in the half of
the wars that was kept out: Washington {washington:.2f}, Hanoi {hanoi:.2f}.
"""


@dataclass(frozen=True)
class Fitted:
    """Weights, and the share of the variance of scores explained in the wars kept out (S,)."""

    weights: Floats
    explained: Floats
    rows: int
    wars: int

    @property
    def module(self) -> str:
        """The text of ``game/players/value_weights.py``."""
        note = NOTE.format(
            rows=self.rows,
            wars=self.wars,
            washington=self.explained[WASHINGTON],
            hanoi=self.explained[HANOI],
        )
        return as_module(self.weights, note)


def refit(campaigns: tuple[str, ...], batches: int, seed: int) -> Fitted:
    """Return the value fitted on ``batches`` batches of wars of each campaign."""
    rows, finals, wars = [], [], []
    for place, campaign in enumerate(campaigns):
        for batch in range(batches):
            seeds = np.arange(WARS) + (place * batches + batch) * WARS + seed * 1_000_000
            found, final, which = _batch(campaign, seeds)
            rows.append(found)
            finals.append(final)
            wars.append(which)
    every, final, which = np.concatenate(rows), np.concatenate(finals), np.concatenate(wars)
    kept = which % 2 == 0
    trial = fit(every[kept], final[kept])
    explained = spread(final[~kept], every[~kept] @ trial)
    return Fitted(fit(every, final), explained, len(every), WARS * batches * len(campaigns))


def _batch(campaign: str, seeds: Ints) -> tuple[Floats, Floats, Ints]:
    """Return the rows of one batch of wars between tempers drawn by seed."""
    _, tables, start = opened(campaign)
    chance = draws(seeds, 1, 2)
    policies = []
    for side in (WASHINGTON, HANOI):
        pool = tuple(plan for known in DOCTRINES[side] for plan in plans(known))
        which = np.floor(chance[:, side] * len(pool)).astype(np.int64)
        policies.append(policy_of(mixed(pool, which)))
    world = openings(start, tables, seeds)
    both = (policies[WASHINGTON], policies[HANOI])
    return rows_of_wars(world, tables, both, seeds, features)
