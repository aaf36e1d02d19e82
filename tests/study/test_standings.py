"""Balance between equals: all pairs of doctrines meet; who gained more on history is ahead."""

import numpy as np
import pytest

from game.campaign import load
from game.engine.board import CALENDAR, SETTLED
from game.engine.ladders import R
from game.players.doctrines import DOCTRINES
from game.study.contests.play import Result, WarJob
from game.study.contests.standings import balanced, equals
from game.study.debrief.references import mark_scores

CAMPAIGN = "tet"


def test_every_pair_of_doctrines_meets_in_turn_at_one_level() -> None:
    jobs = equals(CAMPAIGN, "planner", 5, 18)
    pairs = [(job.washington.name, job.hanoi.name) for job in jobs]
    assert len(set(pairs)) == len(DOCTRINES[0]) * len(DOCTRINES[1]) == 9
    assert pairs[:9] == pairs[9:]
    assert {job.washington.level for job in jobs} == {"planner"}
    assert [job.seed for job in jobs] == list(range(5, 23))


def played(job: WarJob, gains: tuple[float, float], ended: int) -> Result:
    """Return a war whose scores stand so far above history's."""
    history, _ = mark_scores(load(CAMPAIGN))
    blank = tuple(tuple(0 for _ in range(R)) for _ in range(2))
    scores = history["washington"] + gains[0], history["hanoi"] + gains[1]
    return Result(job, scores, ended, 5, blank, ((0.1,), (0.1,)))


def test_a_seat_is_ahead_where_it_stands_further_above_its_own_history() -> None:
    jobs = equals(CAMPAIGN, "planner", 1, 10)
    results = [played(job, (5.0, -1.0), SETTLED) for job in jobs[:6]]
    results += [played(job, (1.0, 2.0), CALENDAR) for job in jobs[6:9]]
    results += [played(jobs[9], (2.0, 2.0), SETTLED)]
    found = balanced(results, CAMPAIGN, 1)
    assert found["washington_further_above"] == pytest.approx(0.65)
    assert found["endings"] == {"settlement": 7, "calendar": 3}
    assert [row["games"] for row in found["pairs"]] == [2, *[1] * 8]
    assert found["pairs"][0]["washington_further_above"] == pytest.approx(0.75)
    assert found["washington"]["player"] == "3 doctrines:planner"
    assert np.isclose(sum(row["games"] for row in found["pairs"]), len(results))
