"""Ratings and intervals: known answers."""

import numpy as np
import pytest

from game.record.ratings import mean_interval, rated, settled, share_interval, strengths


def test_who_wins_three_games_in_four_is_about_191_points_stronger() -> None:
    wins = np.array([[0.0, 3000.0], [1000.0, 0.0]])
    found = strengths(wins)
    assert found[0] - found[1] == pytest.approx(400 * np.log10(3), abs=1.0)


def test_ratings_come_strongest_first_with_the_estimate_inside_its_interval() -> None:
    pairs = [(0, 1, 1.0)] * 30 + [(0, 1, 0.0)] * 10 + [(1, 2, 1.0)] * 25 + [(1, 2, 0.0)] * 15
    found = rated(["one", "two", "three"], pairs, 3)
    assert [rating.name for rating in found] == ["one", "two", "three"]
    for rating in found:
        assert rating.low <= rating.elo <= rating.high
    assert found == rated(["one", "two", "three"], pairs, 3)


def test_wilson_s_interval_is_the_textbook_s() -> None:
    low, high = share_interval(60, 100)
    assert (low, high) == (pytest.approx(0.502, abs=0.001), pytest.approx(0.691, abs=0.001))
    assert share_interval(0, 0) == (0.0, 1.0)


def test_the_sequential_test_decides_clear_cases_and_no_others() -> None:
    assert settled(45, 50) is True
    assert settled(20, 60) is False
    assert settled(6, 10) is None


def test_a_mean_lies_inside_its_interval() -> None:
    mean, low, high = mean_interval(np.arange(50.0), 1)
    assert low < mean < high
