"""What posture policies come to on the full campaign, whatever causes it (docs/influence.md)."""

from functools import cache

import numpy as np

from game.study.contests.posture_policies import PolicyRow, hanoi_tournament, washington_tournament

FULL = "vietnam-1965-1973"
GAMES = 60


@cache
def hanoi() -> dict[str, PolicyRow]:
    return {row.name: row for row in hanoi_tournament(FULL, GAMES, 1)}


@cache
def washington() -> dict[str, PolicyRow]:
    return {row.name: row for row in washington_tournament(FULL, GAMES, 1)}


def test_a_resilient_hanoi_does_best_by_opening_when_the_time_is_ripe() -> None:
    ripe = hanoi()["open when ripe"]
    assert ripe.by_type[1] == max(row.by_type[1] for row in hanoi().values())


def test_opening_early_always_or_never_costs_hanoi() -> None:
    for name in ("open 1965-67, then when ripe", "always open", "always closed"):
        assert hanoi()[name].gain[2] < -3.0, name


def test_opening_after_an_offensive_costs_little() -> None:
    assert hanoi()["open after an own offensive"].gain[0] > -3.0


def test_washington_gains_nothing_by_staying_closed_or_always_escalating() -> None:
    for name in ("closed", "closed, always escalating", "the same, always escalating"):
        assert washington()[name].gain[2] < -3.0, name
    assert washington()["the same, always escalating"].notes["washington_capital"] < 20.0


def test_a_pause_before_anything_is_shown_opens_nobody() -> None:
    with_pause = washington()["the same, a pause in 1966"].notes["hanoi_opens"]
    without = washington()["graduated pressure"].notes["hanoi_opens"]
    assert np.abs(with_pause - without) < 0.05
