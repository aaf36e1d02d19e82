"""What a side may think the score would be: by its own weights and the terms it thinks likely."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.build_orders import ladder
from game.desk.build_pages import weights
from game.desk.draft import Draft
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import Bombing, slot_of
from game.engine.view import view
from game.study.debrief.standing import Points, Standing, shown, standing
from tests.engine.wars import start, tables


def put(side: int, **changes: Any) -> Standing:
    """Return the scores as ``side`` puts them, with some fields of the world changed."""
    world = start()
    made = {
        name: np.broadcast_to(np.asarray(value, dtype=float), getattr(world, name).shape).copy()
        for name, value in changes.items()
    }
    return standing(Dossier(side, tables(), (view(world.with_(**made), side, tables()),)))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_an_unsettled_war_is_scored_by_the_terms_the_side_thinks_within_reach(side: int) -> None:
    low, high = (put(side, seen_terms=place).own for place in (0.5, 2.5))
    assert (low > high) == (side == WASHINGTON)


@given(aims=st.floats(0.0, 60.0), people=st.floats(0.0, 40.0))
def test_a_score_in_whole_points_adds_up_and_keeps_within_its_bounds(
    aims: float, people: float
) -> None:
    total, its_aims, its_people = shown(Points(aims + people, aims, people))
    assert total == its_aims + its_people
    assert 0 <= its_aims <= 60
    assert 0 <= its_people <= 40
    assert abs(total - aims - people) <= 0.5


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_what_is_truly_likely_and_what_the_enemy_cares_for_show_in_no_score(side: int) -> None:
    tilt = np.zeros_like(start().tilt)
    tilt[:, 1 - side] = (0.6, -0.6, 0.3, -0.3, 0.0)
    assert put(side, expected=0.5, tilt=tilt) == put(side, expected=2.5, tilt=0.0)


def test_the_enemys_score_is_put_by_what_its_packages_tell() -> None:
    told = np.zeros_like(start().revealed)
    told[:, HANOI] = (1.0, -1.0, 0.0, 0.0, 0.0)
    assert put(WASHINGTON, revealed=told).other_low != put(WASHINGTON, revealed=0.0).other_low


def test_a_rung_says_how_near_the_patrons_would_be_by_ones_own_word_alone() -> None:
    def risks(brink: float, seen: int) -> list[str]:
        world = start()
        world = world.with_(
            brink=np.full_like(world.brink, brink), seen_brink=np.full_like(world.seen_brink, seen)
        )
        papers = Dossier(WASHINGTON, tables(), (view(world, WASHINGTON, tables()),))
        return [one.risk for one in ladder(Draft(papers), slot_of(WASHINGTON, "bombing")).rungs]

    assert risks(0.0, 3) == risks(0.9, 3) != risks(0.9, 0)
    assert "Moscow and Peking would be" in risks(0.0, 3)[Bombing.MINING]
    assert "Moscow and Peking would be" not in risks(0.0, 3)[0]


def test_the_briefing_weighs_the_issues_as_this_government_does() -> None:
    world = start()
    tilt = np.zeros_like(world.tilt)
    tilt[:, WASHINGTON] = (-0.7, -0.7, -0.7, -0.7, 0.7)
    said = [
        weights(Dossier(side, tables(), (view(world.with_(tilt=tilt), side, tables()),)))
        for side in (WASHINGTON, HANOI)
    ]
    plain = [
        weights(Dossier(side, tables(), (view(world.with_(tilt=0 * tilt), side, tables()),)))
        for side in (WASHINGTON, HANOI)
    ]
    assert said[WASHINGTON].startswith("prisoners")
    assert said[WASHINGTON] != plain[WASHINGTON]
    assert said[HANOI] == plain[HANOI]
