"""How decisions are taken, term by term: what moved, how it is heard, how surely."""

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.rules import readings
from game.engine.world import World
from tests.engine.test_war_rules import luck, war

exactly = pytest.approx


def believed(odds: float) -> World:
    """Return a war in which each side is believed resilient at some log-odds; Hanoi's are half."""
    return war().with_(belief_resilient=1 / (1 + np.exp(-np.array([[odds, odds / 2]]))))


def test_what_moved_is_the_log_odds_of_the_enemy_s_belief_in_each_side() -> None:
    assert readings.moved(believed(1.0), believed(0.2))[0] == exactly([0.8, 0.4])
    assert readings.moved(believed(0.2), believed(1.0))[0] == exactly([-0.8, -0.4])


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0.0, 0),
        (0.5, 0),
        (-0.5, 0),
        (1.0, 1),
        (-1.0, -1),
        (5.0, 1),
        (-5.0, -1),
    ],
)
def test_a_move_is_one_of_three_classes(size: float, told: int) -> None:
    assert readings.classes(np.array([size * readings.STILL])).tolist() == [told]


@pytest.mark.parametrize(
    ("draw", "size"),
    [
        (0.5, 0.0),
        (0.5, 3.0),
        (0.9, 0.0),
        (0.1, 3.0),
        (0.5, -3.0),
    ],
)
def test_people_hear_a_move_beside_a_din_and_are_the_surer_the_clearer_it_is(
    draw: float, size: float
) -> None:
    before = believed(0.3)
    odds = np.log(before.belief_resilient / (1 - before.belief_resilient)) + size * readings.STILL
    after = before.with_(belief_resilient=1 / (1 + np.exp(-odds)))
    draws = luck(taken_washington=draw, taken_hanoi=0.5)
    found = readings.take(after, before, draws)
    for side, die in ((WASHINGTON, draw), (HANOI, 0.5)):
        heard = np.arcsinh(size) + readings.DIN * np.log(die / (1 - die))
        edge = np.arcsinh(1.0)
        margin = abs(abs(heard) - edge)
        assert found.taken[0, side] == (np.sign(heard) if abs(heard) >= edge else 0)
        assert found.taken_sure[0, side] == sum(margin >= least for least in readings.SURE)
