"""Saigon and its countryside, term by term: what one input alone changes, and by how much."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import WASHINGTON
from game.engine.rules import home
from game.engine.rules.ground import FULL_TROOPS, balance_of_forces, overtaxed
from game.engine.world import World
from tests.engine.home_quarters import CALM, QUIET, C, at_ease, quarter
from tests.engine.test_ground_terms import all_corps
from tests.engine.test_war_rules import Words, luck
from tests.engine.wars import ordered, tables

exactly = pytest.approx
PACE_REST = 1.0
PACE_BORNE, HASTY = float(C.pace_borne), float(C.hollow_from)
FULL_GROUND, CONTROL_MOVES = float(C.ground_full), float(C.control_moves)
SPEED, LUCK = float(C.stability_drawn), float(C.stability_noise)


# Saigon


def saigon(world: World, words: Words | None = None, draw: float = 0.0, **given: Any) -> World:
    """Return the world with Saigon after the quarter."""
    orders = ordered(world, CALM | (words or {}), QUIET)
    return home.saigon(
        world, orders, quarter(**{"tempo": PACE_REST / 4} | given), luck(stability=draw), tables()
    )


def strong(**changes: Any) -> World:
    """Return a war in which Saigon's army outmatches what is against it."""
    usual = {
        "arvn": 900.0,
        "quality": 0.6,
        "main_force": 10.0,
        "guerrillas": 5.0,
        "troops": 100.0,
        "stability": 0.5,
        "control": 0.5,
    }
    return at_ease(**usual | changes)


RUNGS = ("none", "train", "hand_over", "hand_over_fast")


@pytest.mark.parametrize(("rung", "name"), tuple(enumerate(RUNGS)))
def test_saigon_s_army_grows_by_the_rung_the_slower_the_nearer_its_ceilings(
    rung: int, name: str
) -> None:
    world = strong()
    after = saigon(world, {"vietnamization": name})
    room = 1 - 0.6 / float(C.quality_ceiling)
    assert after.quality[0] == exactly(0.6 + 2 * C.quality_growth[rung] * room)
    grown = 2 * C.arvn_growth[rung] * (1 - 900 / float(C.arvn_ceiling))
    assert after.arvn[0] == exactly(900 + grown)
    full = saigon(strong(quality=0.9, arvn=1200.0), {"vietnamization": name})
    assert (full.quality[0], full.arvn[0]) == (exactly(0.9), exactly(1200.0))


def test_hard_fighting_costs_quality() -> None:
    usual = saigon(strong()).quality[0]
    for pace in (PACE_BORNE, 1.6):
        lost = usual - saigon(strong(), tempo=pace / 4).quality[0]
        assert lost == exactly(float(C.quality_shock) * (pace - PACE_BORNE), abs=1e-12)


def test_handing_over_in_haste_hollows_the_army() -> None:
    fast = {"vietnamization": "hand_over_fast"}
    usual = saigon(strong(), fast).quality[0]
    for men, hollow in ((HASTY, 0.0), (HASTY + 5, float(C.hollow))):
        lost = usual - saigon(strong(), fast, withdrawn=men).quality[0]
        assert lost == exactly(hollow, abs=1e-12)
    slower = {"vietnamization": "hand_over"}
    assert saigon(strong(), slower, withdrawn=90.0).quality[0] == exactly(
        saigon(strong(), slower).quality[0]
    )


def test_an_army_that_is_handed_more_than_it_can_take_loses_quality() -> None:
    weak = strong(arvn=500.0, quality=0.4)
    orders = ordered(weak, CALM | {"vietnamization": "hand_over_fast"}, QUIET)
    over = float(overtaxed(weak, orders, tables())[0])
    room = 1 - 0.4 / float(C.quality_ceiling)
    grown = 2 * float(C.quality_growth[3]) * room
    after = saigon(weak, {"vietnamization": "hand_over_fast"}).quality[0]
    assert over > 0
    assert after == exactly(0.4 + grown - over * float(C.hollow_by_haste))


def test_saigon_s_dead_and_wounded_are_mostly_replaced() -> None:
    lost = saigon(strong()).arvn[0] - saigon(strong(), saigon_deaths=10_000).arvn[0]
    assert lost == exactly(float((1 - C.arvn_replaced) * C.saigon_losses_per_death) * 10.0)


def rest_of(world: World, pace: float = PACE_REST, quality: float | None = None) -> float:
    """Return where Saigon's stability rests."""
    after = quality if quality is not None else float(saigon(world).quality[0])
    lent = C.stability_by_troops * np.minimum(world.troops[0] / FULL_TROOPS, 1.0)
    return float(
        C.stability_base
        + lent
        + C.stability_by_quality * (after - C.stability_quality)
        - C.stability_by_tempo * (pace - PACE_REST)
        - home.outmatched(world, tables())[0]
    )


def near_rest(**changes: Any) -> World:
    """Return a war in which Saigon stands a little below where it rests."""
    world = strong(**changes)
    return world.with_(stability=np.array([rest_of(world) - 0.1]))


def test_stability_moves_a_part_of_the_way_to_its_rest() -> None:
    world = near_rest()
    assert saigon(world).stability[0] - world.stability[0] == exactly(SPEED * 0.1)
    below = world.with_(stability=world.stability + 0.2)
    assert saigon(below).stability[0] - below.stability[0] == exactly(-SPEED * 0.1)


def test_stability_moves_by_no_more_than_its_step() -> None:
    most = float(C.stability_moves)
    assert saigon(strong(stability=0.0)).stability[0] == exactly(most)
    assert saigon(strong(stability=1.0, troops=0.0)).stability[0] == exactly(1.0 - most)


@pytest.mark.parametrize(("troops", "lent"), [(0.0, 0.0), (150.0, 0.3), (500.0, 1.0), (900.0, 1.0)])
def test_american_troops_lend_saigon_stability(troops: float, lent: float) -> None:
    world = near_rest(troops=100.0)
    moved = saigon(world.with_(troops=np.array([troops]))).stability[0]
    usual = saigon(world.with_(troops=np.zeros(1))).stability[0]
    most = float(C.stability_moves)
    gap = rest_of(world.with_(troops=np.zeros(1))) - float(world.stability[0])
    steps = [
        min(max(SPEED * (gap + float(C.stability_by_troops) * share), -most), most)
        for share in (lent, 0.0)
    ]
    assert moved - usual == exactly(steps[0] - steps[1])


def test_a_better_army_steadies_saigon_and_fighting_shakes_it() -> None:
    world = near_rest()
    shaken = saigon(world).stability[0] - saigon(world, tempo=0.27).stability[0]
    assert shaken == exactly(SPEED * float(C.stability_by_tempo) * 0.08)
    better = world.with_(quality=np.array([0.65]))
    more = float(saigon(better).quality[0] - saigon(world).quality[0])
    steadied = saigon(better).stability[0] - saigon(world).stability[0]
    assert steadied == exactly(SPEED * float(C.stability_by_quality) * more)


def test_a_patron_that_breaks_shakes_saigon_beyond_its_step_and_luck_moves_it() -> None:
    world = near_rest()
    hurt = np.array([[float(C.strain_borne[WASHINGTON]) + 0.2, 0.9]])
    shaken = saigon(world).stability[0] - saigon(world.with_(strain=hurt)).stability[0]
    assert shaken == exactly(0.2 * float(C.stability_by_strain))
    assert saigon(world, draw=2.0).stability[0] - saigon(world).stability[0] == exactly(2 * LUCK)


@pytest.mark.parametrize("resilience", [0, 1])
def test_an_army_that_is_outmatched_costs_saigon_its_footing(resilience: int) -> None:
    steadied = float(C.stability_steadied[resilience])
    for force in (5.0, 40.0, 80.0):
        world = strong(main_force=force, arvn=300.0, troops=0.0, quality=0.3)
        world = world.with_(resilience=np.array([[resilience, 1 - resilience]]))
        short = max(float(balance_of_forces(world)[0]) - float(C.balance_borne), 0.0)
        found = home.outmatched(world, tables())[0]
        assert found == exactly(float(C.stability_by_balance) * short * steadied)


# The countryside


def control(world: World, words: Words | None = None, **given: Any) -> Any:
    """Return the change of control by corps over the quarter."""
    orders = ordered(world, CALM | (words or {}), QUIET)
    return home.countryside(world, orders, quarter(**given), tables())[0] - world.control[0]


def village(**changes: Any) -> World:
    """Return a war in which nothing but what is given moves control."""
    usual = {"control": 0.5, "troops": 0.0, "quality": 0.0, "stability": 0.6, "cadres": 0.5}
    return at_ease(**usual | changes)


@pytest.mark.parametrize(
    ("troops", "there"), [(0.0, 0.0), (100.0, 0.5), (FULL_GROUND, 1.0), (500.0, 1.0)]
)
def test_pacifying_gains_a_corps_by_the_troops_that_are_there(troops: float, there: float) -> None:
    world = village(troops=troops)
    gained = control(world, {"ground": all_corps("hold") | {"II": "pacify"}})
    wanted = np.zeros(4)
    wanted[1] = min(float(C.control_by_ground[1]) * there, CONTROL_MOVES)
    assert gained == exactly(wanted)
    assert control(world, {"ground": all_corps("search")}) == exactly(np.zeros(4))


def test_saigon_gains_the_people_by_its_army_and_its_footing() -> None:
    gained = control(village(quality=0.5, stability=0.6))
    assert gained == exactly([2 * 0.5 * 0.6 * float(C.control_by_saigon)] * 4)
    more = control(village(quality=0.5, stability=0.6, control=0.8))
    assert more == exactly(0.4 * gained)


def test_the_enemy_s_tempo_loses_the_people_the_more_with_cadres() -> None:
    bare = float(C.control_uncadred)
    for cadres in (0.0, 0.5, 1.0):
        lost = -control(village(cadres=cadres), tempo=(0.1, 0.0, 0.0, 0.0))
        rate = 4 * float(C.control_by_tempo) * 0.1 * (bare + (1 - bare) * cadres)
        assert lost == exactly([rate, 0, 0, 0])
    held = -control(village(control=0.8), tempo=0.1)
    assert held == exactly(1.6 * -control(village(), tempo=0.1))


def test_control_moves_by_no_more_than_its_step_and_stays_inside_its_edges() -> None:
    assert control(village(control=0.9), tempo=9.0) == exactly([-CONTROL_MOVES] * 4)
    heavy = tables().with_constants(control_by_saigon=9.0)
    world = village(control=0.5, quality=0.9)
    moved = home.countryside(world, ordered(world, CALM, QUIET), quarter(), heavy)[0] - 0.5
    assert moved == exactly([CONTROL_MOVES] * 4)
    for start, edge in zip((0.03, 0.97), C.control_edges, strict=True):
        world = village(control=start, quality=0.9)
        rules = tables() if start < 0.5 else heavy
        after = home.countryside(
            world, ordered(world, CALM, QUIET), quarter(tempo=9.0 if start < 0.5 else 0.0), rules
        )[0]
        assert after == exactly([edge] * 4)
