"""What the fit is held to: each demand a name, a sentence, and a test of N wars at once.

Thresholds are judgements on how sharply the rule must separate what was closed from what was
open. They were set before the constants were calibrated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats
from game.study.fit.runs import RecordRun

SURELY_CLOSED: Final = 0.35  # P(open)
OPEN: Final = 0.5  # P(open)
UNMOVED: Final = 0.6  # belief before Tet at the most
JUMP: Final = 0.2  # of the belief in the quarter of Tet at the least


@dataclass(frozen=True)
class Demand:
    """One demand: ``holds`` gives (N,) whether each war of a run meets it; ``shows`` (N,) the
    number that is judged."""

    name: str
    sentence: str
    shows: Callable[[RecordRun], Floats]
    holds: Callable[[RecordRun], Any]


def _span(run: RecordRun, values: Floats, side: int, first: str, last: str) -> Floats:
    return values[:, run.at(first) : run.at(last) + 1, side]


def _closed_hanoi(run: RecordRun) -> Floats:
    return _span(run, run.chance, HANOI, "1965Q1", "1967Q4").max(axis=1)


def _open_hanoi(run: RecordRun) -> Floats:
    return np.asarray((_span(run, run.chance, HANOI, "1968Q2", "1969Q1") > OPEN).sum(axis=1))


def _before_tet(run: RecordRun) -> Floats:
    return _span(run, run.believed, HANOI, "1965Q1", "1968Q1").max(axis=1)


def _jump(run: RecordRun) -> Floats:
    after, before = run.at("1968Q2"), run.at("1968Q1")
    return run.believed[:, after, HANOI] - run.believed[:, before, HANOI]


def _closed_washington(run: RecordRun) -> Floats:
    return run.chance[:, [run.at("1965Q1"), run.at("1972Q2")], WASHINGTON].max(axis=1)


def _open_washington(run: RecordRun) -> Floats:
    return _span(run, run.chance, WASHINGTON, "1965Q3", "1968Q4").min(axis=1)


POSTURE: Final = (
    Demand("hanoi_closed", "Hanoi's P(open) below .35 in every quarter to 1967Q4",
           _closed_hanoi, lambda run: _closed_hanoi(run) < SURELY_CLOSED),
    Demand("hanoi_open", "Hanoi's above .5 in at least three of the four quarters from 1968Q2",
           _open_hanoi, lambda run: _open_hanoi(run) >= 3),
    Demand("belief_unmoved", "belief in Hanoi's resilience at most .6 before Tet",
           _before_tet, lambda run: _before_tet(run) <= UNMOVED),
    Demand("belief_jumps", "and up by at least .2 in the quarter of Tet",
           _jump, lambda run: _jump(run) >= JUMP),
    Demand("washington_closed", "Washington's P(open) below .5 in 1965Q1 and 1972Q2",
           _closed_washington, lambda run: _closed_washington(run) < OPEN),
    Demand("washington_open", "Washington's above .5 from 1965Q3 to 1968Q4",
           _open_washington, lambda run: _open_washington(run) > OPEN),
)  # fmt: skip


def _first_ready(run: RecordRun) -> Floats:
    """Return (N,) the first column in which each side would take what the other has tabled; the
    number of columns if in none."""
    ever = run.ready.any(axis=1)
    return np.where(ever, run.ready.argmax(axis=1), run.ready.shape[1])


def _settled_in_time(run: RecordRun) -> Any:
    at_last = run.ready[:, [run.at("1972Q4"), run.at("1973Q1")]].any(axis=1)
    return at_last & (_first_ready(run) >= run.at("1972Q3"))


ACCEPTANCE: Final = Demand(
    "acceptance",
    "each side values what the other tabled above fighting on in 1972Q4 or 1973Q1, "
    "and in no quarter before 1972Q3",
    _first_ready,
    _settled_in_time,
)


def judged(run: RecordRun, demands: tuple[Demand, ...]) -> dict[str, dict[str, Any]]:
    """Return, by name, each demand's sentence, the median number shown, and the share of wars
    that meet it; under ``all`` the share that meets every one."""
    made: dict[str, dict[str, Any]] = {}
    every = np.ones(len(run.chance), dtype=bool)
    for demand in demands:
        held = demand.holds(run)
        every &= held
        made[demand.name] = {
            "demand": demand.sentence,
            "shows": round(float(np.median(demand.shows(run))), 4),
            "share": round(float(held.mean()), 4),
        }
    made["all"] = {"demand": "all of these at once", "share": round(float(every.mean()), 4)}
    return made
