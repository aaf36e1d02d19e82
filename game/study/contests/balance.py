"""What balance asks of wars between equals beside their scores: the table, length, openings.

Read from the traces of wars played alone; S sides, I issues, Q quarters.
"""

from collections import Counter
from typing import Any, Final

import numpy as np

from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Ints
from game.engine.ladders import LADDER, SLOTS
from game.study.contests.play import Result
from game.study.contests.traces import Trace

OPENING_LADDERS: Final = (("bombing", "troops", "posture"), ("effort", "posture", "preparation"))
"""Ladders whose rungs in quarter one are told, by side."""
LENGTHS: Final = (0.1, 0.5, 0.9)  # quantiles of the quarters a war took


def measures(results: list[Result]) -> dict[str, Any]:
    """Return the measures of wars between equals that their traces hold."""
    traces = [result.trace for result in results if result.trace is not None]
    if not traces:
        return {}
    odds = [one.dominated for one in traces if one.dominated >= 0]
    openings = [opening_counts(traces, side) for side in (WASHINGTON, HANOI)]
    entropies, commonest = [entropy(one) for one in openings], [largest(one) for one in openings]
    return {
        "packages_tabled": len(set().union(*(packages(one) for one in traces))),
        "settlements": len({tuple(one.settlement.tolist()) for one in traces if one.settled}),
        "dominated_median": float(np.median(odds)) if odds else None,
        "largest_concession": max(largest_concession(one) for one in traces),
        "largest_concession_net": max(largest_net_concession(one) for one in traces),
        "quarters_median": float(np.median([result.quarters for result in results])),
        "ending_shares": ending_shares(results),
        "opening_entropy": min(entropies),
        "commonest_opening": max(commonest),
        "opening_by_side": {
            name: {"entropy": entropies[side], "commonest": commonest[side]}
            for side, name in enumerate(SIDES)
        },
        "first_quarter": {name: first_rungs(traces, side) for side, name in enumerate(SIDES)},
    }


def packages(trace: Trace) -> set[tuple[int, ...]]:
    """Return the different packages that either side had on the table in one war."""
    every = trace.tabled.reshape(-1, trace.tabled.shape[-1])
    return {tuple(row) for row in every.tolist() if row[0] >= 0}


def largest_concession(trace: Trace) -> int:
    """Return the most steps towards the enemy that a side's package took in one quarter: over all
    issues, those taken back on others not counted against them."""
    return max(int(np.maximum(steps, 0).sum(axis=1).max(initial=0)) for steps in moves(trace))


def largest_net_concession(trace: Trace) -> int:
    """Return the most steps towards the enemy in one quarter, less those taken back."""
    return max(int(steps.sum(axis=1).max(initial=0)) for steps in moves(trace))


def moves(trace: Trace) -> list[Ints]:
    """Return by side (Q - 1, I) how far its package moved towards the enemy on every issue; nought
    where it had none before."""
    made = []
    for side, way in ((WASHINGTON, 1), (HANOI, -1)):  # 0 is Washington's ideal, 3 Hanoi's
        before, after = trace.tabled[:-1, side], trace.tabled[1:, side]
        there = (before[:, :1] >= 0) & (after[:, :1] >= 0)
        made.append(np.where(there, way * (after - before), 0))
    return made


def lengths(results: list[Result]) -> list[float]:
    """Return the tenth, fiftieth and ninetieth percentile of the quarters wars took."""
    quarters = np.array([result.quarters for result in results])
    return [round(float(one), 1) for one in np.quantile(quarters, LENGTHS)]


def ending_shares(results: list[Result]) -> dict[str, float]:
    """Return the share of wars that ended in each way, those that never came too."""
    counts = np.bincount([result.ended for result in results], minlength=len(ENDINGS))
    return {
        name: round(float(n) / len(results), 3)
        for name, n in zip(ENDINGS[1:], counts[1:], strict=True)
    }


def opening_counts(traces: list[Trace], side: int) -> Counter[tuple[int, ...]]:
    """Return how often a side gave each whole set of orders in quarter one."""
    return Counter(
        (
            *trace.rungs[0, side].tolist(),
            int(trace.channel[0, side]),
            *trace.tabled[0, side].tolist(),
            int(trace.sent[0]) if side == WASHINGTON else 0,
        )
        for trace in traces
    )


def entropy(counts: Counter[tuple[int, ...]]) -> float:
    """Return the entropy of what was counted, in bits."""
    shares = np.array(list(counts.values())) / counts.total()
    return round(float(-(shares * np.log2(shares)).sum()) + 0.0, 3)


def largest(counts: Counter[tuple[int, ...]]) -> float:
    """Return the share of the commonest."""
    return round(max(counts.values()) / counts.total(), 3)


def first_rungs(traces: list[Trace], side: int) -> dict[str, dict[str, float]]:
    """Return the share of each rung in quarter one on the ladders that open a war; by corps, of
    wars and corps."""
    made = {}
    for name in OPENING_LADDERS[side]:
        words = LADDER[side][name].rungs
        rungs = np.concatenate([trace.rungs[0, side, SLOTS[side][name]] for trace in traces])
        counts = np.bincount(rungs, minlength=len(words))
        made[name] = {
            word: round(float(n) / len(rungs), 3) for word, n in zip(words, counts, strict=True)
        }
    return made
