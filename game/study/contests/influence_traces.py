"""What the traces of searching wars tell of the rule: types, bounds, ripeness, purse and force.

A share is counted war by war, so that its interval comes from resampling whole wars: quarters of
one war are no independent evidence.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import HANOI, SIDES, Floats, Ints, Masks
from game.engine.ladders import LADDERS, SLOTS
from game.record.ratings import RESAMPLES
from game.study.contests.play import Result
from game.study.contests.traces import Trace

AT_BOUND: Final = (0.05, 0.95)  # a belief beyond these is as good as certain
WEAK, RESILIENT = 0.35, 0.65  # below and above these the escalator holds its enemy for such
RIPE: Final = 0.5  # chance of opening above which the rule calls the time ripe
SHORT: Final = 10.0  # points of political capital
FIRST_YEAR: Final = 4  # quarters


@dataclass(frozen=True)
class MeasuredShare:
    """A share with its 95 % interval, and of how many quarters, ladders or wars; nan of none."""

    share: float
    low: float
    high: float
    of: int


def shared(masks: list[Masks], seed: int) -> MeasuredShare:
    """Return the share that holds, over all entries of ``masks``, one array a war."""
    if not sum(mask.size for mask in masks):
        return MeasuredShare(float("nan"), float("nan"), float("nan"), 0)
    hits = np.array([mask.sum() for mask in masks], dtype=np.float64)
    of = np.array([mask.size for mask in masks], dtype=np.float64)
    luck = np.random.Generator(np.random.PCG64(seed))
    drawn = luck.integers(0, len(masks), (RESAMPLES, len(masks)))
    total = of[drawn].sum(axis=1)
    low, high = np.quantile((hits[drawn].sum(axis=1) / total)[total > 0], (0.025, 0.975))
    return MeasuredShare(float(hits.sum() / of.sum()), float(low), float(high), int(of.sum()))


def at_bound(trace: Trace, side: int) -> Masks:
    """Return (Q,) whether the belief about a side's resilience is nearly certain."""
    belief = trace.belief[:, side]
    return np.asarray((belief < AT_BOUND[0]) | (belief > AT_BOUND[1]))


def short_of_capital(trace: Trace, side: int) -> Masks:
    """Return (Q,) whether a side opens the quarter with less than SHORT."""
    return np.asarray(trace.capital[:, side] < SHORT)


def at_top(trace: Trace) -> Masks:
    """Return (A,) for each side's ladders of war whether it stood at its last rung, in any corps,
    in one of the quarters of the first year."""
    found = []
    for side in range(len(SIDES)):
        for ladder in LADDERS[side]:
            if ladder.war:
                rungs = trace.rungs[:FIRST_YEAR, side, SLOTS[side][ladder.name]]
                found.append(bool((rungs == len(ladder.rungs) - 1).any()))
    return np.array(found)


def escalating(trace: Trace, read_weak: bool) -> Masks:
    """Return (M,) whether a side escalated in full, over the quarters in which its own belief held
    the enemy for weak, or for resilient."""
    found = []
    for side in range(len(SIDES)):
        belief = trace.belief[:, 1 - side]  # about the enemy: row s is about s
        chosen = belief < WEAK if read_weak else belief > RESILIENT
        found.append(trace.escalated[chosen, side] >= 1.0)
    return np.concatenate(found)


def first_talks(results: list[Result], traces: list[Trace]) -> tuple[Floats, Floats]:
    """Return, over the wars in which talks sat, the rule's chance that Hanoi opens at its own type
    as the first such quarter opened, and Hanoi's score: (M,) each."""
    chance, scores = [], []
    for one, trace in zip(results, traces, strict=True):
        if trace.first_talks is not None:
            chance.append(float(trace.chance[trace.first_talks, HANOI]))
            scores.append(one.scores[HANOI])
    return np.array(chance), np.array(scores)


def types_share(scores: Floats, types: Ints, pairs: Ints) -> float:
    """Return the share of the variance of ``scores`` (W,) within pairs of doctrines that private
    types explain: adjusted R2; nan with too few wars.

    ``types`` (W, 4): resilience and nerve of both sides, 0 or 1; ``pairs`` (W,) the pair's number.
    Least squares on the types, each figure less its pair's mean.
    """
    groups = len(np.unique(pairs))
    inside = within_pairs(np.column_stack([scores, types]).astype(np.float64), pairs)
    outcome, given = inside[:, 0], inside[:, 1:]
    fitted, _, rank, _ = np.linalg.lstsq(given, outcome, rcond=None)
    left = len(scores) - groups - int(rank)
    whole = float((outcome**2).sum())
    if left <= 0 or whole == 0.0:
        return float("nan")
    unexplained = float(((outcome - given @ fitted) ** 2).sum())
    return 1.0 - (unexplained / left) / (whole / (len(scores) - groups))


def within_pairs(figures: Floats, pairs: Ints) -> Floats:
    """Return ``figures`` (W, K) less the mean of their pair."""
    made = figures.copy()
    for pair in np.unique(pairs):
        made[pairs == pair] -= made[pairs == pair].mean(axis=0)
    return made


def types_interval(
    scores: Floats, types: Ints, pairs: Ints, seed: int
) -> tuple[float, float, float]:
    """Return ``types_share`` with its interval, wars resampled."""
    luck = np.random.Generator(np.random.PCG64(seed))
    drawn = luck.integers(0, len(scores), (RESAMPLES, len(scores)))
    made = [types_share(scores[rows], types[rows], pairs[rows]) for rows in drawn]
    known = np.array([one for one in made if not np.isnan(one)])
    low, high = np.quantile(known, (0.025, 0.975)) if len(known) else (np.nan, np.nan)
    return types_share(scores, types, pairs), float(low), float(high)
