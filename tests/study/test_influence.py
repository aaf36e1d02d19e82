"""Influence: what the measures count, on wars made by hand and on a few real ones."""

import json
from typing import Any

import numpy as np
import pytest

from game.cli import main
from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import L, slot_of
from game.study.contests.ablations import ABLATIONS
from game.study.contests.influence import correlation, losses, random_dates
from game.study.contests.influence_traces import (
    at_bound,
    at_top,
    escalating,
    shared,
    short_of_capital,
    types_share,
)
from game.study.contests.traces import Trace

FULL = "vietnam-1965-1973"


def trace(quarters: int = 5, **given: Any) -> Trace:
    made: dict[str, Any] = {
        "belief": np.full((quarters, 2), 0.5),
        "chance": np.full((quarters, 2), 0.5),
        "capital": np.full((quarters, 2), 50.0),
        "escalated": np.zeros((quarters, 2)),
        "rungs": np.zeros((quarters, 2, L), dtype=np.int64),
        "sat": np.zeros(quarters, dtype=bool),
        "tabled": np.full((quarters, 2, 5), -1),
        "types": np.zeros((2, 2), dtype=np.int64),
        "scores": np.full(2, 50.0),
        "channel": np.zeros((quarters, 2), dtype=np.int64),
        "sent": np.zeros(quarters, dtype=np.int64),
        "settlement": np.full(5, -1),
        "dominated": -1,
    }
    return Trace(**{**made, **given})


def test_a_belief_is_at_its_bound_below_five_and_above_ninety_five_of_a_hundred() -> None:
    belief = np.array([[0.04, 0.5], [0.05, 0.5], [0.95, 0.96], [0.951, 0.5]])
    made = trace(4, belief=belief)
    assert at_bound(made, WASHINGTON).tolist() == [True, False, False, True]
    assert at_bound(made, HANOI).tolist() == [False, False, True, False]


def test_capital_is_short_below_ten_points() -> None:
    made = trace(2, capital=np.array([[9.9, 10.0], [10.0, 0.0]]))
    assert short_of_capital(made, WASHINGTON).tolist() == [True, False]
    assert short_of_capital(made, HANOI).tolist() == [False, True]


def test_a_ladder_counts_as_at_its_top_by_the_fourth_quarter_and_not_after() -> None:
    rungs = np.zeros((6, 2, L), dtype=np.int64)
    rungs[3, WASHINGTON, slot_of(WASHINGTON, "bombing")] = 5
    rungs[4, WASHINGTON, slot_of(WASHINGTON, "trail")] = 4
    rungs[0, HANOI, slot_of(HANOI, "effort", 2)] = 3
    assert at_top(trace(6, rungs=rungs)).sum() == 2


def test_the_reading_is_the_escalators_own_as_the_quarter_opened() -> None:
    belief = np.array([[0.5, 0.3], [0.7, 0.3], [0.2, 0.9]])  # rows by whom they are about
    escalated = np.array([[1.0, 0.0], [0.3, 1.0], [1.0, 1.0]])
    made = trace(3, belief=belief, escalated=escalated)
    assert escalating(made, True).tolist() == [True, False, True]  # Washington's two, then Hanoi's
    assert escalating(made, False).tolist() == [True, True]


def test_a_share_is_of_all_quarters_and_its_interval_of_whole_wars() -> None:
    wars = [np.array([True] * 4), np.array([False] * 12)]
    found = shared(wars, 1)
    assert found.share == 0.25
    assert (found.low, found.high, found.of) == (0.0, 1.0, 16)
    assert shared([], 1).of == 0


def test_types_explain_what_they_cause_within_a_pair_and_nothing_between_pairs() -> None:
    luck = np.random.default_rng(4)
    types = luck.integers(0, 2, (240, 4))
    pairs = np.arange(240) % 3
    noise = luck.normal(0.0, 1.0, 240)
    assert abs(types_share(40.0 * pairs + noise, types, pairs)) < 0.05
    caused = types_share(40.0 * pairs + 2.0 * types[:, 1] + noise, types, pairs)
    assert 0.4 < caused < 0.6  # variance 1 of 2
    assert np.isnan(types_share(noise[:5], types[:5], pairs[:5]))


def test_a_correlation_has_its_interval_and_is_none_without_spread() -> None:
    luck = np.random.default_rng(2)
    one = luck.normal(0.0, 1.0, 200)
    found = correlation(one, one + luck.normal(0.0, 1.0, 200), 1)
    assert found is not None
    assert 0.5 < found[1] < found[0] < found[2] < 0.85
    assert correlation(np.ones(20), one[:20], 1) is None


@pytest.mark.parametrize("name", ABLATIONS)
def test_the_loss_is_the_same_again_from_the_same_seed(name: str) -> None:
    first = losses(FULL, name, 4, 1)
    assert first.shape == (4,)
    assert np.array_equal(first, losses(FULL, name, 4, 1))


def test_every_ablation_gives_wars_of_its_own() -> None:
    found = {name: tuple(losses(FULL, name, 12, 1)) for name in ABLATIONS}
    assert len(set(found.values())) == len(ABLATIONS)


def test_a_date_of_opening_is_noted_once_and_the_hand_stays_open() -> None:
    chance, scores = random_dates(FULL, 30, 1)
    assert 5 < len(chance) == len(scores) <= 30
    assert ((chance >= 0.0) & (chance <= 1.0)).all()


def test_influence_prints_one_object_with_every_measure(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["influence", "--campaign", "tet", "--games", "2", "--level", "cadet", "--cores", "1"]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["loss"]) == set(ABLATIONS)
    assert all(low <= mean <= high for mean, low, high in found["loss"].values())
    sided = {"types_share", "belief_at_bound", "capital_below_ten"}
    assert all(set(found[name]) == {"washington", "hanoi"} for name in sided)
    assert set(found["ripeness_of_score"]) == {"random_date", "searching"}
    single = {
        "ripe_at_first_talks",
        "top_rung_first_year",
        "escalating_when_enemy_read_weak",
        "escalating_when_enemy_read_resilient",
    }
    assert single <= set(found)
    assert found["wars"]["searching"] == 2
    assert main(words) == 0
    assert "all beliefs held at .4" in capsys.readouterr().out
