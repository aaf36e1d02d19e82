"""How beliefs move: the properties the rule was chosen for, with the solver in the loop."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from game.theory.belief import (
    RUNGS_OPENNESS,
    STANDARD,
    Showing,
    belief,
    demonstration_evidence,
    fade,
    leak,
    nerve_evidence,
    posture_evidence,
    remember_demonstration,
    settle_openness,
    shield,
)
from game.theory.posture import solve
from game.theory.response import Floats
from tests.theory.points import at_base

PRIORS, COSTS = np.meshgrid(np.linspace(0.1, 0.9, 9), np.linspace(0.2, 1.0, 9))


def after(prior: Floats, cost: Floats, rungs: list[float], start: float = 0.0) -> Floats:
    """Return the belief at the end of each quarter in which a sender shows these rungs."""
    memory = np.zeros_like(prior)
    settled = before = np.full_like(prior, start)
    beliefs = []
    for rung in rungs:
        found = solve(at_base(belief_high=belief(prior, memory), cost=cost))
        showing = Showing(before, np.full_like(prior, rung), settled)
        told = posture_evidence(showing, found.open_if_low, found.open_if_high)
        memory = fade(memory, STANDARD.posture_half_life) + told
        settled, before = settle_openness(settled, showing.now), showing.now
        beliefs.append(belief(prior, memory))
    return np.array(beliefs)


def test_thirteen_refusals_alone_move_a_belief_by_less_than_a_tenth() -> None:
    moved = after(PRIORS, COSTS, [0.0] * 13)[-1] - PRIORS
    assert np.abs(moved).max() < 0.1
    assert moved.min() > 0.0


def test_one_open_quarter_early_in_the_war_costs_dear_and_eight_quiet_ones_heal_it() -> None:
    path = after(np.array([0.4]), np.array([0.35]), [1.0] + [0.0] * 8)[:, 0]
    assert path[0] < 0.15
    assert path[-1] > 0.35
    assert (np.diff(path) > 0).all()


@pytest.mark.parametrize("period", [1, 2, 3])
def test_no_cycle_of_two_rungs_talks_a_belief_upwards(period: int) -> None:
    for start, other in permutations(RUNGS_OPENNESS, 2):
        cycle = ([other] * period + [start] * period) * 6
        moving = after(PRIORS, COSTS, cycle[:12], start)[-1]
        still = after(PRIORS, COSTS, [start] * 12, start)[-1]
        assert (moving - still).max() < 0.15


def test_a_lasting_offer_withdrawn_tells_more_than_a_seesaw() -> None:
    prior, cost = np.array([0.5]), np.array([0.9])
    lasting = after(prior, cost, [1.0] * 8 + [0.0], 1.0)[-1]
    brief = after(prior, cost, [0.0] * 7 + [1.0, 0.0])[-1]
    assert lasting > brief


def told(now: float, **rest: float) -> float:
    """Return what a posture tells after a quarter of refusal, at P(open) .5 and .1."""
    showing = Showing(np.array(rest.get("before", 0.0)), np.array(now), np.array(0.0))
    return float(posture_evidence(replace(showing, offered=rest.get("offered", 0.0)), 0.5, 0.1))


def test_refusing_an_offer_on_the_table_counts_as_a_change() -> None:
    closing = np.log(0.9 / 0.5)
    assert told(0.0) == pytest.approx(0.1 * closing)
    assert told(0.0, offered=1.0) == pytest.approx(closing)
    kept_out = 0.75 * STANDARD.standing_open * np.log(0.1 / 0.5)
    assert told(0.75, before=0.75, offered=1.0) == pytest.approx(0.25 * closing + kept_out)


def test_a_hand_left_out_goes_on_telling_and_a_closed_one_hardly() -> None:
    opening, closing = np.log(0.1 / 0.5), np.log(0.9 / 0.5)
    assert told(1.0, before=1.0) == pytest.approx(STANDARD.standing_open * opening)
    assert told(0.0) == pytest.approx(STANDARD.standing_weight * closing)
    assert abs(told(1.0, before=1.0)) > 3 * abs(told(0.0))


def test_to_open_half_way_tells_half_as_much_against_resilience() -> None:
    assert told(1.0) == pytest.approx(np.log(0.1 / 0.5))
    assert told(0.25) == pytest.approx(0.25 * np.log(0.1 / 0.5))


def test_a_posture_that_never_fails_to_appear_tells_a_finite_amount() -> None:
    showing = Showing(np.array(0.0), np.array(1.0), np.array(0.0))
    assert np.isfinite(posture_evidence(showing, 1.0, 0.0))
    assert posture_evidence(showing, 1.0, 1.0) == 0.0


def test_openness_settles_slowly_upwards_and_at_once_downwards() -> None:
    settled = np.array(0.0)
    for _ in range(int(STANDARD.settling_half_life)):
        settled = settle_openness(settled, 1.0)
    assert settled == pytest.approx(0.5)
    assert settle_openness(settled, 0.25) == 0.25


def test_a_channel_keeps_its_share_of_the_inference_back_until_it_leaks() -> None:
    let_through, kept = shield(np.array([-2.0, -2.0]), np.array([0.0, 0.75]))
    assert let_through.tolist() == [-2.0, -0.5]
    assert kept.tolist() == [0.0, -1.5]
    memory, left = leak(let_through, kept, np.array([False, True]))
    assert memory.tolist() == [-2.0, -2.0]
    assert left.tolist() == [0.0, 0.0]


def test_to_escalate_speaks_for_a_hawk_and_to_hold_for_a_dove() -> None:
    assert nerve_evidence(1.0, 0.3, 0.7) == pytest.approx(0.48 * np.log(3 / 7))
    assert nerve_evidence(0.0, 0.3, 0.7) == pytest.approx(0.48 * np.log(7 / 3))
    assert nerve_evidence(0.5, 0.3, 0.7) == pytest.approx(0.0, abs=1e-12)


def test_tet_loses_the_battle_and_wins_the_inference() -> None:
    assert demonstration_evidence(1.0, 1.06, 0.0) == pytest.approx(1.4, abs=0.05)
    assert demonstration_evidence(1.0, 0.4, 0.0) == pytest.approx(-1.6, abs=0.05)


def test_a_demonstration_tells_nothing_at_the_middle_of_the_types() -> None:
    assert demonstration_evidence(1.0, 0.75, 0.0) == pytest.approx(0.0, abs=1e-12)
    assert demonstration_evidence(0.0, 0.0, 0.0) == 0.0


def test_a_demonstration_tells_what_the_likelihoods_of_its_scale_tell() -> None:
    ordered, seen = 0.8, 0.7
    misses = [(seen - mean) / 0.331 for mean in (ordered, 0.5 * ordered)]
    ratio = (misses[1] ** 2 - misses[0] ** 2) / 2
    assert demonstration_evidence(ordered, seen, 0.0) == pytest.approx(ratio)


def test_a_second_wave_tells_less_than_the_first() -> None:
    recent = remember_demonstration(0.0, 1.0)
    first, second = (demonstration_evidence(1.0, 1.0, memory) for memory in (0.0, recent))
    assert second == pytest.approx(first / 2)
    assert remember_demonstration(recent, 0.0) == pytest.approx(0.6)


def test_a_memory_is_half_gone_after_its_half_life() -> None:
    memory = np.array(1.0)
    for _ in range(8):
        memory = fade(memory, STANDARD.demonstration_half_life)
    assert memory == pytest.approx(0.5)


def test_a_belief_is_never_surer_than_its_bounds_and_its_memories_add() -> None:
    assert belief(0.4, 50.0) == 0.98
    assert belief(0.4, -50.0) == 0.02
    assert belief(0.4, 1.0, 0.5) == pytest.approx(belief(0.4, 1.5))
    assert belief(0.4) == pytest.approx(0.4)


def test_constants_may_carry_an_axis_so_that_a_sweep_is_one_call() -> None:
    constants = replace(STANDARD, standing_weight=np.array([0.0, 0.1]))
    showing = Showing(np.array(0.0), np.array(0.0), np.array(0.0))
    both = posture_evidence(showing, 0.5, 0.1, constants)
    assert both.tolist() == [0.0, pytest.approx(told(0.0))]
