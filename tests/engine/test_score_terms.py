"""The score, term by term: what one input alone changes, by how much, and which way."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import (
    CALENDAR,
    CONSENT_BROKE,
    HANOI,
    NORTH_BROKE,
    PARIS,
    RUNNING,
    SAIGON_FELL,
    SETTLED,
    WASHINGTON,
)
from game.engine.rules import worth
from game.engine.score import AIMS, BOTH, COLLAPSES, PEOPLE, final_positions, losses, scored
from game.engine.world import World
from tests.engine.test_war_rules import war
from tests.engine.wars import tables

C = tables().constants
S = tables().scoring
exactly = pytest.approx
PEACE = np.array([PARIS])


def standing(**changes: Any) -> World:
    """Return a war with terms expected and nothing signed."""
    return war(**{"ended": RUNNING, "expected": 1.5, "duress": 0.0} | changes)


def settled(**changes: Any) -> World:
    """Return a war settled at the terms of Paris."""
    return standing(**{"ended": SETTLED} | changes).with_(settlement=PEACE)


def aims(world: World) -> Any:
    """Return the points for aims, (S,)."""
    return scored(world, tables()).aims[0]


def worth_of(world: World, positions: Any, chance: Any = None) -> Any:
    """Return what positions are worth to both sides, (S,), as shares."""
    held = worth.holds(world, positions, tables()) if chance is None else np.array([chance])
    met = worth.aims_met(positions, worth.emphases(world, tables()), tables())
    return worth.counted(met, held[:, None], tables())[0]


def test_a_settlement_scores_its_worth_as_it_is_kept() -> None:
    for duress in (0.0, 0.5):
        world = settled().with_(duress=np.array([[duress, 0.1]]))
        kept = worth.as_kept(world, PEACE, BOTH, tables())
        assert final_positions(world, tables())[0] == exactly(kept[0])
        assert aims(world) == exactly(AIMS * worth_of(world, kept))


@pytest.mark.parametrize("ended", [RUNNING, CALENDAR])
def test_what_is_not_settled_scores_a_part_of_what_can_be_expected(ended: int) -> None:
    world = standing(ended=ended)
    assert final_positions(world, tables())[0] == exactly(world.expected[0])
    wanted = AIMS * float(C.unsettled) * worth_of(world, world.expected)
    assert aims(world) == exactly(wanted)


@pytest.mark.parametrize(
    ("ended", "winner"),
    [
        (SAIGON_FELL, HANOI),
        (CONSENT_BROKE, HANOI),
        (NORTH_BROKE, WASHINGTON),
    ],
)
def test_a_collapse_is_what_it_leaves_and_holds(ended: int, winner: int) -> None:
    world = standing(ended=ended)
    left = np.array([COLLAPSES[ended]])
    assert final_positions(world, tables())[0].tolist() == left[0].tolist()
    assert aims(world) == exactly(AIMS * worth_of(world, left, 1.0))
    assert aims(world)[winner] > aims(world)[1 - winner]


def test_the_total_is_aims_and_people() -> None:
    found = scored(standing(), tables())
    assert found.total[0] == exactly(found.aims[0] + found.people[0])


@pytest.mark.parametrize(
    ("name", "side", "place"),
    [
        ("us_deaths", WASHINGTON, 0),
        ("prisoners", WASHINGTON, 1),
        ("saigon_deaths", WASHINGTON, 2),
        ("hanoi_deaths", HANOI, 0),
        ("ruin", HANOI, 1),
    ],
)
def test_what_is_lost_since_the_start_costs_people_by_its_worst_case(
    name: str, side: int, place: int
) -> None:
    base = standing(**{name: float(S.base[side, place])})
    worst = float(S.worst[side, place])
    for share in (0.25, 0.5, 1.0, 1.5):
        world = standing(**{name: round(float(S.base[side, place]) + share * worst)})
        cost = scored(base, tables()).people[0] - scored(world, tables()).people[0]
        wanted = PEOPLE * S.people_weights[side, place] * min(share, 1.0)
        assert cost[side] == exactly(wanted, abs=PEOPLE / worst)
        assert cost[1 - side] == exactly(0.0)


@pytest.mark.parametrize(
    ("name", "side", "place", "part"),
    [
        ("approval", WASHINGTON, 3, -0.5),
        ("opposition", WASHINGTON, 3, 0.5),
        ("cadres", HANOI, 2, -1.0),
        ("cohesion", HANOI, 3, -1.0),
    ],
)
def test_consent_cadres_and_cohesion_are_people_too(
    name: str, side: int, place: int, part: float
) -> None:
    low, high = (losses(standing(**{name: share}))[0] for share in (0.3, 0.7))
    moved = high - low
    assert moved[side, place] == exactly(0.4 * part)
    assert np.abs(moved).sum() == exactly(0.4 * abs(part))


def test_losses_below_those_of_the_start_win_nothing() -> None:
    spared = standing(
        us_deaths=0,
        hanoi_deaths=0,
        approval=1.0,
        opposition=0.0,
        cadres=1.0,
        cohesion=1.0,
        prisoners=0,
        ruin=0.0,
        saigon_deaths=0,
    )
    assert scored(spared, tables()).people[0] == exactly([PEOPLE, PEOPLE])


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_each_loss_weighs_as_the_campaign_says(side: int) -> None:
    weights = np.zeros_like(S.people_weights)
    weights[:, 0] = 1.0
    rules = replace(tables(), scoring=replace(S, people_weights=weights))
    name = ("us_deaths", "hanoi_deaths")[side]
    dead = round(float(S.base[side, 0] + 0.5 * S.worst[side, 0]))
    found = scored(standing(**{name: dead}), rules)
    assert found.people[0, side] == exactly(0.5 * PEOPLE, abs=0.01)
    assert found.losses[0, side, 0] == exactly(0.5, abs=1e-3)
