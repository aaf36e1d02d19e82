"""The ground war, term by term: what one input alone changes, by how much, and which way."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI
from game.engine.rules import ground
from game.engine.rules.demonstration import Offensive, mount
from game.engine.world import World
from tests.engine.test_war_rules import Words, luck, war
from tests.engine.wars import ordered, tables

C = tables().constants
CORPS = ("I", "II", "III", "IV")
exactly = pytest.approx


def all_corps(rung: str) -> dict[str, str]:
    """Return one rung for every corps."""
    return dict.fromkeys(CORPS, rung)


STILL: Words = {
    "ground": all_corps("hold"),
    "trail": "off",
    "border": "none",
    "vietnamization": "none",
}
QUIET: Words = {"effort": all_corps("lie_low")}
PRESS: Words = {"effort": all_corps("main_force")}


def fought(
    world: World,
    washington: Words | None = None,
    hanoi: Words = PRESS,
    rules: Any = None,
    **draws: float,
) -> tuple[World, ground.Fighting]:
    """Return the world after the ground war, and the fighting."""
    orders = ordered(world, STILL | (washington or {}), hanoi)
    rules = rules or tables()
    return ground.fight(world, orders, mount(world, orders, rules), luck(**draws), rules)


def paces(world: World, hanoi: Words = PRESS, scale: float = 0.0) -> tuple[Any, Any]:
    """Return the tempo of main force and of guerrillas, (C,) each."""
    offensive = Offensive(np.array([scale]), np.array([1.0]))
    main, guerrilla = ground.tempo(world, ordered(world, None, hanoi), offensive, tables())
    return main[0], guerrilla[0]


# Tempo


@pytest.mark.parametrize(("rung", "name"), [(0, "lie_low"), (1, "guerrilla"), (2, "main_force")])
def test_each_effort_keeps_up_its_tempo_by_each_kind_of_force(rung: int, name: str) -> None:
    main, guerrilla = paces(
        war(main_force=40.0, guerrillas=20.0, fatigue=0.0), {"effort": all_corps(name)}
    )
    assert main == exactly(C.tempo_main[rung] * 40.0 / C.tempo_scale)
    assert guerrilla == exactly(C.tempo_guerrilla[rung] * 20.0 / C.tempo_scale)


def test_a_corps_fights_at_its_own_effort_with_its_own_men() -> None:
    world = war(main_force=np.array([[10.0, 20.0, 30.0, 40.0]]), guerrillas=0.0, fatigue=0.0)
    effort = {"I": "lie_low", "II": "main_force", "III": "guerrilla", "IV": "main_force"}
    main, _ = paces(world, {"effort": effort})
    expected = [
        C.tempo_main[0] * 10,
        C.tempo_main[2] * 20,
        C.tempo_main[1] * 30,
        C.tempo_main[2] * 40,
    ]
    assert main == exactly(np.array(expected) / C.tempo_scale)


@pytest.mark.parametrize("scale", [0.0, 0.5, 1.0])
def test_an_offensive_adds_to_main_force_tempo_by_its_scale(scale: float) -> None:
    world = war(main_force=40.0, guerrillas=20.0, fatigue=0.0)
    main, guerrilla = paces(world, {"effort": all_corps("offensive")}, scale)
    surged = C.tempo_main[2] + scale * (C.tempo_main[3] - C.tempo_main[2])
    assert main == exactly(surged * 40.0 / C.tempo_scale)
    assert guerrilla == exactly(C.tempo_guerrilla[3] * 20.0 / C.tempo_scale)


@pytest.mark.parametrize("fatigue", [0.1, 0.25, 0.65, 1.0])
def test_weariness_beyond_what_is_borne_calms_both_kinds_of_force(fatigue: float) -> None:
    fresh, weary = (paces(war(fatigue=share)) for share in (0.0, fatigue))
    over = max(fatigue - float(C.fatigue_borne), 0.0)
    for kind in (0, 1):
        assert weary[kind] == exactly((1 - C.tempo_fatigue * over) * fresh[kind])


# American deaths


def americans(world: World, **given: Any) -> int:
    """Return American deaths at a tempo, exposure, search and strength that are given."""
    flat = {"pace": 0.25, "exposure": 1.0, "search": 0.0, "strength": 1.0, "words": {}}
    asked = flat | given
    four = [np.full((1, 4), asked[name]) for name in ("pace", "exposure", "search", "strength")]
    orders = ordered(world, STILL | asked["words"])
    draws = luck(**given.get("draws", {}))
    return int(ground.us_deaths(world, orders, *four, draws, tables())[0])


def test_american_deaths_follow_tempo_and_exposure() -> None:
    assert americans(war()) == round(float(C.us_deaths_by_tempo))
    assert americans(war(), pace=0.5) == round(2 * float(C.us_deaths_by_tempo))
    assert americans(war(), exposure=0.5) == round(0.5 * float(C.us_deaths_by_tempo))


def test_searching_costs_lives_by_what_is_met() -> None:
    base = americans(war())
    assert americans(war(), search=1.0) - base == exactly(float(C.us_deaths_by_search), abs=1)
    assert americans(war(), search=1.0, strength=3.0) - base == exactly(
        3 * float(C.us_deaths_by_search), abs=1
    )
    assert americans(war(), pace=0.0, search=1.0, exposure=0.5) == exactly(
        0.5 * float(C.us_deaths_by_search), abs=1
    )


def test_what_is_handed_over_spares_american_lives_in_battle_and_in_search() -> None:
    strong = war(arvn=1000.0, quality=0.8)
    spared = 1 - float(C.handed_over)
    assert americans(strong, words={"vietnamization": "hand_over_fast"}) == exactly(
        spared * americans(strong), abs=1
    )
    assert americans(
        strong, pace=0.0, search=1.0, words={"vietnamization": "hand_over_fast"}
    ) == exactly(spared * americans(strong, pace=0.0, search=1.0), abs=1)


@pytest.mark.parametrize("draw", [-2.0, 1.5])
def test_luck_scatters_american_deaths(draw: float) -> None:
    found = americans(war(), draws={"us_deaths": draw})
    assert found == exactly(americans(war()) * np.exp(C.luck_deaths * draw), rel=1e-3)


def test_no_quarter_kills_more_than_a_share_of_the_troops() -> None:
    assert americans(war(troops=2.0), pace=50.0) == round(2000 * float(C.us_deaths_most))


# Hanoi's dead


def hanoi(rules: Any = None, **given: float) -> Any:
    """Return Hanoi's dead in the South by corps, thousands, at what is given for each corps."""
    flat = {"pace": 0.0, "exposure": 0.0, "search": 0.0, "strength": 0.0, "arvn": 0.0, "air": 0.0}
    values = [np.full((1, 4), (flat | given)[name]) for name in flat]
    draws = luck(hanoi_deaths=given.get("draw", 0.0))
    return ground.hanoi_deaths(*values, draws, rules or tables())[0]


def test_he_who_attacks_dies_by_his_tempo() -> None:
    assert hanoi(pace=0.25) == exactly(0.25 * float(C.deaths_by_tempo))
    assert hanoi(pace=0.5) == exactly(2 * hanoi(pace=0.25))


def test_firepower_kills_attackers_up_to_a_bound() -> None:
    base = hanoi(pace=0.25)
    assert hanoi(pace=0.25, exposure=1.0) - base == exactly(0.25 * C.deaths_by_firepower)
    most = float(C.firepower_most)
    assert hanoi(pace=0.25, exposure=most) - base == exactly(0.25 * C.deaths_by_firepower * most)
    assert hanoi(pace=0.25, exposure=9.0) == exactly(hanoi(pace=0.25, exposure=most))


def test_the_air_kills_attackers() -> None:
    assert hanoi(pace=0.25, air=0.7) - hanoi(pace=0.25) == exactly(0.25 * 0.7 * C.deaths_by_air)
    assert hanoi(air=1.0) == exactly(0.0)


def test_searching_kills_by_what_is_met() -> None:
    found = hanoi(search=0.5, exposure=0.8, strength=2.0)
    assert found == exactly(C.deaths_by_search * 0.5 * 0.8 * 2.0 / 4)


def test_saigon_s_army_kills_by_its_strength_and_the_enemy_s() -> None:
    assert hanoi(arvn=1.5, strength=2.0) == exactly(C.deaths_by_saigon * 1.5 * 2.0 / 4)


def test_luck_scatters_hanoi_s_dead() -> None:
    assert hanoi(pace=1.0, draw=2.0) == exactly(hanoi(pace=1.0) * np.exp(2 * C.luck_deaths))


# What the fighting makes of the force


def test_exposure_is_the_share_of_the_troops_that_stand_in_a_corps() -> None:
    world = war(troops=250.0, guerrillas=0.0, arvn=0.0, fatigue=0.0)
    bare = fought(world.with_(troops=np.zeros(1)))[1].main_losses
    more = fought(world)[1].main_losses
    pace = paces(world)[0]
    firepower = C.deaths_by_firepower * C.presence * 250.0 / ground.FULL_TROOPS
    met = war().main_force[0] / (C.tempo_scale / 4)
    search = C.deaths_by_search * C.search[0] * C.presence * 0.5 * met / 4
    assert more[0] - bare[0] == exactly(C.losses_per_death * (pace * firepower + search))


def test_a_crossing_searches_in_every_corps() -> None:
    world = war(guerrillas=0.0, arvn=0.0)
    for rung, name in ((1, "laos"), (2, "cambodia")):
        more = fought(world, {"border": name})[1].main_losses - fought(world)[1].main_losses
        met = world.main_force / (C.tempo_scale / 4)
        exposure = C.presence * world.troops / ground.FULL_TROOPS
        found = C.deaths_by_search * C.search_border[rung] / 4 * exposure * met / 4
        assert more[0] == exactly(C.losses_per_death * found[0])


@pytest.mark.parametrize(("rung", "name"), [(0, "hold"), (1, "pacify"), (2, "search")])
def test_a_corps_searches_by_its_ground_effort(rung: int, name: str) -> None:
    world = war(guerrillas=0.0, arvn=0.0)
    only = all_corps("hold") | {"II": name}
    more = fought(world, {"ground": only})[1].main_losses - fought(world)[1].main_losses
    met = world.main_force / (C.tempo_scale / 4)
    exposure = C.presence * world.troops / ground.FULL_TROOPS
    found = C.deaths_by_search * (C.search[rung] - C.search[0]) * exposure * met / 4
    expected = np.zeros(4)
    expected[1] = C.losses_per_death * found[0, 1]
    assert more[0] == exactly(expected)


def test_guerrillas_count_for_a_part_of_a_main_force_man_in_what_is_met() -> None:
    army = war(arvn=400.0, quality=0.5, troops=0.0, main_force=30.0)
    none, some = (
        fought(army.with_(guerrillas=np.full((1, 4), men)), None, QUIET)[1].hanoi_deaths[0]
        for men in (0.0, 20.0)
    )
    by_saigon = 1000 * C.deaths_by_saigon * (400 * 0.5 / ground.ARVN_UNIT)
    met = 4 * ground.GUERRILLA_WEIGHT * 20.0 / (C.tempo_scale / 4) / 4
    by_tempo = 1000 * 4 * C.tempo_guerrilla[0] * 20.0 / C.tempo_scale * C.deaths_by_tempo
    assert some - none == exactly(float(by_saigon * met + by_tempo), abs=2)


def test_the_air_over_the_trail_kills_in_the_south_too() -> None:
    world = war(guerrillas=0.0, arvn=0.0, troops=0.0, fatigue=0.0)
    off, on = (fought(world, {"trail": name})[1].main_losses for name in ("off", "heavy"))
    assert on[0] - off[0] == exactly(
        C.losses_per_death * paces(world)[0] * C.deaths_by_air * C.trail_bombing[3]
    )


def test_the_losses_of_each_kind_of_force_are_by_its_part_of_the_tempo() -> None:
    what = fought(war(main_force=40.0, guerrillas=20.0, strain=0.0))[1]
    main, guerrilla = paces(war(main_force=40.0, guerrillas=20.0))
    assert what.main_losses[0] / what.guerrilla_losses[0] == exactly(main / guerrilla)
    lost = (what.main_losses + what.guerrilla_losses).sum()
    assert lost == exactly(C.losses_per_death * what.hanoi_deaths[0] / 1000, rel=1e-3)


def test_a_state_that_breaks_loses_men_to_desertion_beyond_what_it_bears() -> None:
    def lost(strain: float) -> float:
        world = war(main_force=90.0).with_(strain=np.array([[0.9, strain]]))
        return float(fought(world)[1].main_losses.sum())

    borne = float(C.strain_borne[HANOI])
    assert lost(borne) == exactly(lost(0.0))
    assert lost(borne + 0.2) == exactly((1 + 0.2 * C.desertion) * lost(0.0))


def test_nobody_loses_more_than_a_share_of_a_corps_s_force_in_a_quarter() -> None:
    world = war(main_force=10.0, guerrillas=8.0, troops=540.0).with_(strain=np.array([[0.0, 3.0]]))
    after, what = fought(world, {"trail": "saturation"})
    assert what.main_losses[0] == exactly(10.0 * float(C.lost_most))
    assert what.guerrilla_losses[0] == exactly(8.0 * float(C.lost_most))
    assert after.main_force[0] == exactly(10.0 - what.main_losses[0])
    assert after.guerrillas[0] == exactly(8.0 - what.guerrilla_losses[0])


def test_the_dead_are_added_to_those_of_before() -> None:
    before = war(us_deaths=1000, saigon_deaths=2000, hanoi_deaths=3000, deaths_claimed=4000)
    after, what = fought(before)
    assert after.us_deaths[0] - 1000 == what.us_deaths[0] > 0
    assert after.saigon_deaths[0] - 2000 == what.saigon_deaths[0] > 0
    assert after.hanoi_deaths[0] - 3000 == what.hanoi_deaths[0] > 0
    assert after.deaths_claimed[0] - 4000 == what.claimed[0] > 0


def test_the_dead_are_replaced_from_a_reserve_that_shrinks_by_them() -> None:
    after, what = fought(war(troops=400.0, reserve=300.0))
    dead = what.us_deaths[0] / 1000
    assert what.replaced[0] == exactly(dead)
    assert after.reserve[0] == exactly(300 - dead)
    assert after.troops[0] == exactly(400)
    short, same = fought(war(troops=400.0, reserve=0.1))
    assert same.replaced[0] == exactly(0.1)
    assert short.reserve[0] == exactly(0.0)
    assert short.troops[0] == exactly(400 - (dead - 0.1))


@pytest.mark.parametrize("force", [10.0, 60.0, 90.0])
def test_claims_grow_with_tempo_but_not_below_a_quiet_quarter_s(force: float) -> None:
    what = fought(war(main_force=force, guerrillas=0.0, fatigue=0.0))[1]
    country = max(float(what.tempo.sum()), float(C.claims_least))
    expected = C.claims * country**C.claims_by_tempo
    assert what.claimed[0] / what.hanoi_deaths[0] == exactly(float(expected), rel=2e-3)


def test_luck_scatters_claims_alone() -> None:
    usual, high = fought(war())[1], fought(war(), claims=2.0)[1]
    assert high.claimed[0] / usual.claimed[0] == exactly(np.exp(2 * C.luck_claims), rel=1e-3)
    assert high.hanoi_deaths[0] == usual.hanoi_deaths[0]


# Saigon's dead


def saigon(world: World, words: Words | None = None, pace: float = 0.25, draw: float = 0.0) -> int:
    """Return the dead of Saigon's forces at a tempo in each corps."""
    orders = ordered(world, STILL | (words or {}))
    return int(
        ground.saigon_deaths(
            world, orders, np.full((1, 4), pace), luck(saigon_deaths=draw), tables()
        )[0]
    )


def test_saigon_s_dead_follow_tempo() -> None:
    full = war(troops=500.0)
    assert saigon(full) == round(float(C.saigon_deaths_by_tempo * C.saigon_exposed_least))
    assert saigon(full, pace=0.5) == exactly(2 * saigon(full), abs=1)
    assert saigon(full, draw=1.0) == exactly(saigon(full) * np.exp(C.luck_deaths), rel=1e-3)


@pytest.mark.parametrize("troops", [0.0, 125.0, 500.0, 600.0])
def test_saigon_s_army_is_exposed_as_the_americans_are_not_there(troops: float) -> None:
    more = saigon(war(troops=troops)) - saigon(war(troops=500.0))
    alone = max(1 - troops / ground.FULL_TROOPS, 0.0)
    expected = float(C.saigon_deaths_by_tempo * C.saigon_exposed_alone) * alone
    assert more == exactly(expected, abs=1)


def test_what_is_handed_over_is_paid_by_saigon() -> None:
    strong = war(troops=500.0, arvn=1000.0, quality=0.8)
    more = saigon(strong, {"vietnamization": "hand_over_fast"}) - saigon(strong)
    expected = float(C.saigon_deaths_by_tempo * C.saigon_exposed * C.handed_over)
    assert more == exactly(expected, abs=1)


def test_no_quarter_kills_more_than_a_share_of_saigon_s_army() -> None:
    assert saigon(war(arvn=10.0), pace=9.0) == round(10_000 * float(C.saigon_deaths_most))


# Handing over


@pytest.mark.parametrize(
    ("rung", "name"), [(0, "none"), (1, "train"), (2, "hand_over"), (3, "hand_over_fast")]
)
def test_an_able_army_takes_what_the_rung_asks(rung: int, name: str) -> None:
    strong = war(arvn=1000.0, quality=0.8)
    orders = ordered(strong, {"vietnamization": name})
    taken = ground.handed_over(strong, orders, tables())[0]
    assert taken == exactly(float(C.handed_over * C.handed_by_rung[rung]))
    assert ground.overtaxed(strong, orders, tables())[0] == 0.0


@pytest.mark.parametrize("effective", [100.0, 150.0, 229.0, 308.0, 400.0])
def test_an_army_is_able_to_take_the_more_the_stronger_it_is(effective: float) -> None:
    world = war(arvn=1000.0, quality=effective / 1000)
    first, full = (float(men) for men in C.handed_able)
    able = min(max((effective - first) / (full - first), 0.0), 1.0)
    assert ground.able(world, tables())[0] == exactly(able)
    orders = ordered(world, {"vietnamization": "hand_over_fast"})
    assert ground.handed_over(world, orders, tables())[0] == exactly(float(C.handed_over) * able)
    assert ground.overtaxed(world, orders, tables())[0] == exactly(1.0 - able)


# Weariness


@pytest.mark.parametrize(
    ("efforts", "pushed"),
    [
        (("lie_low",) * 4, 0.12),
        (("main_force",) * 4, 1.0),
        (("offensive",) * 4, 1.55),
        (("lie_low", "main_force", "offensive", "guerrilla"), (0.12 + 1.0 + 1.55 + 0.62) / 4),
    ],
)
def test_forces_tire_by_effort_that_cannot_be_kept_up_and_rest(
    efforts: tuple[str, ...], pushed: float
) -> None:
    world = war(fatigue=0.4)
    words = {"effort": dict(zip(CORPS, efforts, strict=True))}
    after = ground.tire(world, ordered(world, None, words), tables())[0]
    over = max(pushed - float(C.fatigue_from), 0.0)
    assert after == exactly(0.4 * C.fatigue_kept + C.fatigue_by_effort * over)
    assert fought(world, None, words)[0].fatigue[0] == exactly(after)


# The balance of forces


def balance(**changes: float) -> float:
    """Return what the balance of forces is a log of."""
    usual = {"main_force": 40.0, "guerrillas": 20.0, "troops": 100.0, "arvn": 500.0, "quality": 0.4}
    return float(np.exp(ground.balance_of_forces(war(**usual | changes))[0]))


def test_the_balance_is_hanoi_s_force_over_what_stands_against_it() -> None:
    force = 4 * (40 + ground.GUERRILLA_WEIGHT * 20) / ground.BALANCE_UNIT
    against = (
        ground.VILLAGES_WEIGHT
        + ground.AMERICAN_WEIGHT * 100 / ground.FULL_TROOPS
        + ground.SAIGON_WEIGHT * 500 * 0.4 / ground.ARVN_UNIT
    )
    assert balance() == exactly(force / against)


def test_each_force_weighs_in_the_balance_on_its_own_side() -> None:
    assert balance(main_force=80.0) > balance() < balance(guerrillas=40.0)
    assert balance(troops=200.0) < balance() > balance(arvn=1000.0)
    assert balance(quality=0.8) == exactly(balance(arvn=1000.0))
    assert balance(main_force=0.0, guerrillas=0.0, troops=0.0, arvn=0.0) == exactly(
        ground.LEAST_FORCE / ground.VILLAGES_WEIGHT
    )
