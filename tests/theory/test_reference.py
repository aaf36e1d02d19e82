"""The solver against answers found elsewhere: the reference table, Gambit, and a naive twin."""

import numpy as np
import pytest

from game.cli.posture import read_games, read_table
from game.cli.posture_bench import draw, gambit_opening, point
from game.theory.posture import PostureGame, solve
from tests.oracles.posture import opening
from tests.theory.points import GOLDEN, answers, hard, reference, row_of, solved, some

SEVERAL = 24  # the last rows of the reference have several equilibria


def test_every_point_of_the_reference_is_met_to_its_printed_digits() -> None:
    table, games = reference()
    assert len(table.rows) == 126
    assert np.abs(solved(solve(games)) - answers(table)).max() < 1e-8


def test_gambits_answers_on_two_hundred_random_points_are_met() -> None:
    table = read_table(GOLDEN)
    low, high = (table.header.index(name) for name in ("open_if_low", "open_if_high"))
    gambit = np.array([[float(row[low]), float(row[high])] for row in table.rows]).T
    found = solve(read_games(table))
    assert len(table.rows) == 200
    assert np.abs(np.array([found.open_if_low, found.open_if_high]) - gambit).max() < 2e-9


@pytest.mark.needs("pygambit")
@pytest.mark.parametrize("seed", range(3))
def test_gambit_itself_gives_the_same_answers(seed: int) -> None:
    games = draw(30, seed)
    found = solve(games)
    live = np.array([gambit_opening(point(games, index)) for index in range(30)]).T
    assert np.abs(np.array([found.open_if_low, found.open_if_high]) - live).max() < 1e-8


def test_a_naive_twin_agrees_where_there_are_several_equilibria() -> None:
    _, games = reference()
    _check_twin(some(games, slice(-SEVERAL, None, 2)))


@pytest.mark.parametrize("seed", range(2))
def test_a_naive_twin_agrees_on_random_games(seed: int) -> None:
    _check_twin(draw(8, seed))
    _check_twin(hard(4, seed))


def _check_twin(games: PostureGame) -> None:
    found = solve(games)
    for index in range(found.open_if_low.size):
        low, high = opening(row_of(games, index))
        assert found.open_if_low[index] == pytest.approx(low, abs=1e-9)
        assert found.open_if_high[index] == pytest.approx(high, abs=1e-9)
