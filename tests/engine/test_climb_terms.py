"""Climbing and signing, term by term: what must have been held, and what must be left to pay."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.climbing import CLIMBS, Climb, climb_to, reachable
from game.engine.escalation import crowding
from game.engine.ladders import L
from game.engine.prices import signature
from game.engine.tables import EFFECTS
from tests.engine.test_war_rules import war
from tests.engine.wars import ordered, tables

C = tables().constants
NAMES = [f"{one.ladder}-{one.rung}" for one in CLIMBS]
EVERY = pytest.mark.parametrize("climb", CLIMBS, ids=NAMES)


def may(climb: Climb, last: int, before: int, **changes: Any) -> bool:
    """Return whether a climb may be made from the rungs of the last two quarters."""
    world = war(**{"detente": 0.0, "preparation": 1.0} | changes)
    reached, earlier = np.zeros((2, 1, L), dtype=np.int64)
    reached[0, climb.slot], earlier[0, climb.slot] = last, before
    return bool(reachable(climb, world, reached, earlier, tables())[0])


@EVERY
def test_a_rung_is_climbed_to_from_the_one_below_held_as_often_as_it_says(climb: Climb) -> None:
    once = climb.often == 1
    top = climb.rung - 1 if climb.stocks else climb.below
    assert may(climb, top, climb.below)
    assert may(climb, climb.below, top)
    assert may(climb, top, climb.below - 1) is once
    assert may(climb, climb.below - 1, top) is once
    assert not may(climb, climb.below - 1, climb.below - 1)


@EVERY
def test_to_return_to_a_rung_of_the_last_two_quarters_is_always_allowed(climb: Climb) -> None:
    assert may(climb, climb.rung, 0, preparation=0.0)
    assert may(climb, 0, climb.rung, preparation=0.0)


@EVERY
def test_detente_frees_washington_alone(climb: Climb) -> None:
    free = float(C.climb_free)
    assert may(climb, 0, 0, detente=free) is (climb.side == WASHINGTON)
    assert not may(climb, 0, 0, detente=free - 0.01)


def test_a_surge_needs_stocks_and_the_rung_below_it_once() -> None:
    surge = next(one for one in CLIMBS if one.stocks)
    stocks = float(C.surge_stocks)
    assert surge.side == HANOI
    assert may(surge, surge.rung - 1, surge.below, preparation=stocks)
    assert not may(surge, surge.rung - 1, surge.below, preparation=stocks - 0.01)
    assert not may(surge, surge.below, surge.below, preparation=stocks)


def test_a_climb_is_found_by_where_it_leads() -> None:
    for climb in CLIMBS:
        assert climb_to(climb.side, climb.slot, climb.rung) == climb
    with pytest.raises(KeyError):
        climb_to(WASHINGTON, CLIMBS[0].slot, 0)


@pytest.mark.parametrize(
    ("washington", "hanoi", "crowded"),
    [
        ({}, {}, [0, 0]),
        ({"bombing": "industry"}, {}, [0, 0]),
        ({"bombing": "industry", "trail": "steady", "cambodia": "covert"}, {}, [2, 0]),
        ({}, {"infiltration": "surge", "effort": {"I": "main_force", "II": "main_force"}}, [0, 2]),
        ({"vietnamization": "train", "trail": "steady"}, {"preparation": "prepare"}, [0, 0]),
    ],
)
def test_ladders_of_war_raised_beyond_the_first_crowd_a_quarter(
    washington: Any, hanoi: Any, crowded: list[int]
) -> None:
    world = war()
    low = {name: np.zeros_like(world.reached) for name in ("in_force", "reached", "reached_before")}
    world = world.with_(**low)
    orders = ordered(world, {"troops": "hold"} | washington, hanoi)
    assert crowding(world, orders)[0].tolist() == crowded


# What a signature takes at home


def signing(election: float = 0.0, **changes: Any) -> Any:
    """Return the points that must be left to sign, by side."""
    usual = {"opposition": 0.9, "cohesion": 1.0, "quarter": 3}
    rules = tables()
    events = rules.events.copy()
    events[EFFECTS.index("election"), 3] = election
    return signature(war(**usual | changes), replace(rules, events=events))[0]


def signature_of(washington: float = 0.0, hanoi: float = 0.0) -> list[float]:
    """Return the base of a signature with more on top, in whole points."""
    found: list[float] = np.rint(C.signing + np.array([washington, hanoi])).tolist()
    return found


def test_a_signature_has_its_base_at_home_and_costs_more_while_the_country_believes() -> None:
    assert signing().tolist() == signature_of()
    for short in (0.1, 0.3):
        more = signing(opposition=float(C.signing_opposition) - short)
        assert more.tolist() == signature_of(washington=float(C.signing_by_consent) * short)


def test_a_signature_costs_more_in_the_quarter_of_a_vote_and_in_a_divided_politburo() -> None:
    assert signing(election=1.0).tolist() == signature_of(washington=float(C.signing_by_election))
    divided = signing(cohesion=float(C.cohesion_rest) - 0.3)
    assert divided.tolist() == signature_of(hanoi=0.3 * float(C.signing_by_cohesion))
