"""Danger: what can end the war within two quarters, from one side's dossier alone."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from game.campaign import FULL
from game.desk import build_danger
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import view
from game.study.contests.dangers import PLAYERS, Shares, shares, watched
from game.words.danger import MENDS, OWNER, dangers, looms
from tests.engine.wars import start, tables


def papers(side: int, **changes: Any) -> Dossier:
    """Return a dossier of one day with some fields of the world changed."""
    world = start()
    made = {
        name: np.broadcast_to(np.asarray(value), getattr(world, name).shape)
        .copy()
        .astype(getattr(world, name).dtype)
        for name, value in changes.items()
    }
    return Dossier(side, tables(), (view(world.with_(**made), side, tables()),))


def kinds(dossier: Dossier) -> list[str]:
    """Return what is listed, by kind."""
    return [one.kind for one in dangers(dossier)]


def test_a_calm_war_is_in_no_danger() -> None:
    assert kinds(papers(WASHINGTON, stability=0.6, control=0.6)) == []
    assert kinds(papers(HANOI, stability=0.6, seen_control=0.6)) == []


def test_each_gauge_below_its_floor_is_named_to_its_own_side_first() -> None:
    found = dangers(papers(WASHINGTON, stability=0.02, control=0.1))
    assert found[0].name == "Saigon may fall"
    assert found[0].now
    assert kinds(papers(WASHINGTON, approval=0.2, opposition=0.6, stability=0.6)) == ["consent"]
    assert kinds(papers(HANOI, cohesion=0.1, stability=0.6, seen_control=0.6)) == ["north"]


def test_the_other_sides_gauge_is_read_by_estimate() -> None:
    assert "north" in kinds(papers(WASHINGTON, seen_cohesion=0.1, stability=0.6))
    assert "north" not in kinds(papers(WASHINGTON, cohesion=0.1, seen_cohesion=0.6, stability=0.6))


def test_a_gauge_that_falls_fast_is_named_before_it_is_low() -> None:
    assert looms(0.10, 0.20)
    assert not looms(0.10, 0.11)


def test_the_last_chance_to_sign_is_told_while_it_is_one() -> None:
    last = tables().quarters - 1
    chance = papers(WASHINGTON, quarter=last - 1, stability=0.6)
    assert [one.name for one in dangers(chance)] == ["The last chance to sign"]
    over = papers(WASHINGTON, quarter=last, stability=0.6)
    assert "nothing can be signed any more" in dangers(over)[0].text
    still = papers(WASHINGTON, quarter=last, stability=0.6, talking=1, tabled=1)
    assert "can be accepted now" in next(one for one in dangers(still) if one.kind == "last").text


def test_their_signature_is_foreseen_from_what_lies_on_the_table_alone() -> None:
    near = papers(WASHINGTON, talking=1, tabled=1, stability=0.6)
    assert kinds(near) == ["signature"]
    assert kinds(papers(WASHINGTON, talking=0, tabled=1, stability=0.6)) == []
    world = start().with_(talking=np.array([1]), stability=np.array([0.6]))
    far = world.tabled.copy()
    far[0, 0], far[0, 1] = 0, 3
    seen = view(world.with_(tabled=far), WASHINGTON, tables())
    assert kinds(Dossier(WASHINGTON, tables(), (seen,))) == []


def test_floors_are_those_of_the_campaign_that_is_played() -> None:
    calm = papers(HANOI, cohesion=0.5, stability=0.6, seen_control=0.6)
    altered = replace(calm, tables=tables().with_constants(north_floor=0.6))
    assert kinds(altered) == ["north"]


def test_every_gauge_says_to_both_sides_what_mends_it() -> None:
    assert set(MENDS) == set(OWNER)
    assert all(len(text) > 20 for pair in MENDS.values() for text in pair)


@cache
def figures() -> Shares:
    """Return the shares of sixty wars of each kind of players; ``main.py danger`` plays 500, where
    the bounds hold as they stand. Here they are two standard errors of so few wars lower."""
    return shares([war for players in PLAYERS for war in watched(FULL, players, 60, 1)])


def lower(share: float, count: int) -> float:
    """Return a share less two standard errors of so many trials."""
    return float(share - 2.0 * np.sqrt(share * (1.0 - share) / count))


def test_collapses_are_announced_before_they_come() -> None:
    assert figures().collapses > 20
    assert figures().two_before >= lower(0.90, figures().collapses)
    assert figures().one_before == 1.0


def test_pins_are_no_false_alarms() -> None:
    assert figures().came_soon >= lower(0.40, figures().pins)
    assert figures().pinned_when_signed <= 0.25


def test_several_dangers_are_told_in_sentences_of_their_own_and_none_is_left_out() -> None:
    both = papers(WASHINGTON, quarter=tables().quarters - 2, stability=0.6, talking=1, tabled=1)
    said = build_danger.summary(build_danger.dangers(both))
    assert said == "They may sign our package. The last chance to sign."
