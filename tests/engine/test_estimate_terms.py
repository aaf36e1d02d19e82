"""Estimates, term by term: what one input alone scatters or bends, how much, and of whom."""

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.rules import estimates
from game.engine.rules.air import capacity
from game.engine.rules.deployment import MenMoved
from game.engine.world import World
from tests.engine.test_belief_terms import BOTH, C, exactly
from tests.engine.test_war_rules import luck, war
from tests.engine.wars import tables


def estimated(world: World, infiltrated: float = 20.0, **draws: float) -> World:
    """Return the world with both sides' estimates drawn anew."""
    none = np.zeros(1)
    moved = MenMoved(none, none, none, none, none, np.array([infiltrated]), none, none)
    return estimates.estimate(world, moved, luck(**draws), tables())


@pytest.mark.parametrize("prepared", [0.0, 0.8])
@pytest.mark.parametrize(
    ("draw", "name", "true"),
    [
        ("seen_main_force_II", "main_force", 35.0),
        ("seen_guerrillas", "guerrillas", 25.0),
        ("seen_infiltration", "infiltration", 20.0),
    ],
)
def test_estimates_of_force_scatter_and_the_more_an_offensive_is_prepared(
    prepared: float, draw: str, name: str, true: float
) -> None:
    blur = float(C.noise_force + C.noise_preparing * prepared)
    for size in (-1.0, 2.0):
        seen = getattr(estimated(war(preparation=prepared), **{draw: size}), f"seen_{name}")
        found = seen.reshape(1, -1)[0, 1 if name == "main_force" else 0]
        assert found == exactly(true * np.exp(blur * size))
        if name == "main_force":
            assert seen[0, [0, 2, 3]].tolist() == [true] * 3


@pytest.mark.parametrize("corps", range(4))
def test_each_corps_is_misjudged_by_its_own_draw(corps: int) -> None:
    name = ("I", "II", "III", "IV")[corps]
    seen = estimated(war(preparation=0.0), **{f"seen_main_force_{name}": 1.0}).seen_main_force[0]
    assert seen.argmax() == corps
    assert (np.delete(seen, corps) == 35.0).all()


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("throughput", 1),
        ("cohesion", 2),
        ("quality", 1),
        ("control", 1),
        ("reserve", 1),
        ("capacity", 1),
    ],
)
def test_estimates_of_shares_scatter_by_their_own_draw(name: str, times: int) -> None:
    world = war(quality=0.4, cohesion=0.6, throughput=0.7, control=0.5)
    true = capacity(world.function) if name == "capacity" else getattr(world, name)
    for size in (-1.0, 1.5):
        found = getattr(estimated(world, **{f"seen_{name}": size}), f"seen_{name}")
        assert found == exactly(true * np.exp(times * float(C.noise_share) * size))
    others = {"throughput", "cohesion", "quality", "reserve", "control"} - {name}
    after = estimated(world, **{f"seen_{name}": 1.0})
    for other in others:
        assert getattr(after, f"seen_{other}") == exactly(getattr(world, other)), other


@BOTH
def test_each_side_s_advisers_misjudge_terms_by_their_own_draw(side: int) -> None:
    world = war(expected=np.array([[0.5, 1.0, 1.5, 2.0, 2.5]]))
    calm = estimated(world).seen_terms[0]
    after = estimated(world, **{f"seen_terms_{SIDES[side]}": 1.5}).seen_terms[0]
    assert after[side] - calm[side] == exactly([1.5 * float(C.noise_terms)] * 5)
    assert after[1 - side] == exactly(calm[1 - side])


@pytest.mark.parametrize("quarter", [0, 4, 20])
def test_each_side_hopes_for_better_terms_and_the_years_wear_hope_away(quarter: int) -> None:
    world = war(quarter=quarter, expected=1.5)
    hope = float(C.optimism) * float(C.optimism_kept) ** quarter
    assert estimates.hope_at(world.quarter, tables())[0] == exactly(hope)
    hoped = estimates.hoped(world, tables())[0]
    assert hoped[WASHINGTON] == exactly([3 / (1 + np.exp(hope))] * 5)
    assert hoped[HANOI] == exactly([3 / (1 + np.exp(-hope))] * 5)


@pytest.mark.parametrize("terms", [0.0, 1.0, 3.0])
@pytest.mark.parametrize("odds", [-0.5, 0.0, 0.8])
def test_terms_are_bent_by_log_odds_and_stay_on_the_scale(terms: float, odds: float) -> None:
    share = min(max(terms / 3, estimates.SURE), 1 - estimates.SURE)
    wanted = 3 / (1 + np.exp(-(np.log(share / (1 - share)) + odds)))
    assert estimates.bent(np.array([[terms]]), np.array([[odds]]))[0, 0] == exactly(wanted)
