"""What the posture game must show: the statements of its authors and the facts of the war.

P(open) of a highly resilient sender from the base values; the numbers are those of docs/model.md.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli.posture_bench import HIGHEST, LOWEST, draw
from game.theory.posture import PostureGame, solve
from tests.theory.points import at_base

ROUNDED = 0.006  # the table prints two digits


def opens(**values: object) -> list[float]:
    """Return P(open, high) from the base values with these changed."""
    return np.atleast_1d(solve(at_base(**values)).open_if_high).tolist()


def test_a_sender_opens_when_escalation_is_too_costly_for_the_enemy() -> None:
    found = opens(belief_high=0.4, cost=[0.4, 0.7, 0.8, 0.9, 1.0])
    assert found == pytest.approx([0.04, 0.14, 0.56, 0.80, 0.87], abs=ROUNDED)


def test_a_sender_opens_when_its_resilience_has_been_signalled() -> None:
    found = opens(cost=0.55, belief_high=[0.45, 0.65, 0.75, 0.85, 0.95])
    assert found == pytest.approx([0.04, 0.08, 0.38, 0.69, 0.81], abs=ROUNDED)


def test_saving_face_hardly_helps() -> None:
    found = opens(belief_high=0.4, cost=0.5, talks=np.linspace(0.55, 0.95, 9))
    assert found == pytest.approx([0.04] * 9, abs=ROUNDED)
    assert max(found) - min(found) < 0.01


def test_a_mediators_guarantee_helps_and_is_a_cliff() -> None:
    found = opens(belief_high=0.4, cost=0.5, guarantee=[0.0, 0.2, 0.3, 0.4])
    assert found == pytest.approx([0.04, 0.14, 0.65, 0.87], abs=ROUNDED)


def test_coercion_backfires_because_it_makes_the_enemy_think_you_a_hawk() -> None:
    found = opens(belief_high=0.55, cost=0.6, cost_spread=0.2, belief_dove=[1.0, 0.6, 0.2, 0.0])
    assert found == pytest.approx([0.83, 0.30, 0.05, 0.03], abs=ROUNDED)


def test_early_in_the_war_hanoi_stays_closed_and_no_demonstration_would_help() -> None:
    found = opens(belief_high=[0.4, 0.8], cost=0.35, belief_dove=0.4)
    assert found == pytest.approx([0.05, 0.04], abs=ROUNDED)


def test_late_in_1967_a_demonstration_of_resilience_opens_hanoi() -> None:
    found = opens(belief_high=[0.4, 0.8, 0.85], cost=0.6)
    assert found == pytest.approx([0.05, 0.72, 0.78], abs=ROUNDED)


def test_washington_in_1965_facing_an_enemy_that_cannot_go_much_further_is_open() -> None:
    found = opens(belief_high=0.7, cost=0.75, withstand_low=0.4, withstand_high=0.85)
    assert found == pytest.approx([0.89], abs=ROUNDED)


def test_openness_reads_as_weakness_at_three_thousand_random_points() -> None:
    games = draw(3000, seed=1965)
    found = solve(games)
    assert (games.duress > games.withstand_low * games.war_low).mean() > 0.95
    assert (found.belief_after_open < games.belief_high).all()
    assert (found.belief_after_closed > games.belief_high).all()
    assert (found.open_if_low >= found.open_if_high).all()


SHARES = st.lists(st.floats(0.001, 0.999), min_size=len(LOWEST), max_size=len(LOWEST))


@settings(max_examples=150)
@given(SHARES)
def test_openness_reads_as_weakness_wherever_the_types_are_ordered(shares: list[float]) -> None:
    values = np.array(LOWEST) + np.array(shares) * (np.array(HIGHEST) - np.array(LOWEST))
    found = solve(PostureGame(*values))
    assert found.open_if_low >= found.open_if_high
    assert found.belief_after_open <= values[0] <= found.belief_after_closed


@pytest.mark.parametrize("field", ["guarantee", "hunger", "talks"])
def test_what_makes_talks_safer_or_better_never_closes_a_hand(field: str) -> None:
    games = draw(300, seed=7)
    low, high = (0.55, 0.95) if field == "talks" else (0.0, 0.6)
    grid = np.linspace(low, high, 31)[:, None]
    values = {**vars(games), field: grid}
    found = solve(PostureGame(**values))
    assert (np.diff(found.open_if_high, axis=0) > 0).all()
    assert (np.diff(found.open_if_low, axis=0) > 0).all()


def test_more_belief_in_resilience_or_a_dearer_escalation_can_close_a_hand_a_little() -> None:
    """Not every direction is one-way: where all hope is gone, trust in weakness costs nothing."""
    games = draw(300, seed=7)
    for field, top in (("belief_high", 1.0), ("cost", 1.2)):
        found = solve(PostureGame(**{**vars(games), field: np.linspace(0, top, 31)[:, None]}))
        fall = -np.diff(found.open_if_high, axis=0).min()
        assert 0.005 < fall < 0.15
