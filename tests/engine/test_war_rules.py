"""The fighting: which way each order and each state of the war pushes. One rule, one reason."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.luck import DRAWS, Luck, neutral
from game.engine.rules import air, demonstration, deployment, ground
from game.engine.world import World
from tests.engine import rules
from tests.engine.wars import ordered, start, tables

Words = dict[str, Any]
ODDS: Words = {
    "open_low": 0.8,
    "open_high": 0.2,
    "dove_closed": 0.3,
    "hawk_closed": 0.6,
    "dove_open": 0.2,
    "hawk_open": 0.5,
}
"""A rule that gives the types clearly different openness."""
EVERYWHERE = {"I": "main_force", "II": "main_force", "III": "main_force", "IV": "main_force"}


def war(**changes: Any) -> World:
    """Return a war in full swing, with some fields set throughout."""
    usual: Words = {
        "troops": 400.0,
        "reserve": 300.0,
        "main_force": 35.0,
        "guerrillas": 25.0,
        "air_defence": 0.5,
        "function": 0.8,
        "preparation": 0.9,
        "cadres": 0.8,
        "weather": 0.0,
    }
    world, made = start(), {}
    for name, value in (usual | changes).items():
        old = getattr(world, name)
        made[name] = np.broadcast_to(np.asarray(value, dtype=old.dtype), old.shape).copy()
    return world.with_(**made)


def luck(**draws: float) -> Luck:
    """Return neutral luck but for some draws."""
    rows = neutral(1).rows
    for name, value in draws.items():
        rows[DRAWS.index(name)] = value
    return Luck(rows)


def moved(world: World, washington: Words | None = None, hanoi: Words | None = None):
    """Return the world after deployment, and the movement."""
    return deployment.deploy(world, ordered(world, washington, hanoi), tables())


def bombed(world: World, washington: Words, hanoi: Words | None = None, **draws: float):
    """Return the world after the air war over the North, and the raids."""
    return air.bomb(world, ordered(world, washington, hanoi), luck(**draws), tables())


def trail(world: World, washington: Words | None = None, hanoi: Words | None = None) -> World:
    """Return the world after the war over the trail."""
    return air.cut_trail(world, ordered(world, washington, hanoi), luck(), tables())


def fought(world: World, washington: Words | None = None, hanoi: Words | None = None):
    """Return the world after the ground war, and the fighting."""
    orders = ordered(world, washington, hanoi)
    offensive = demonstration.mount(world, orders, tables())
    return ground.fight(world, orders, offensive, luck(), tables())


# Deployment and infiltration


def test_each_rung_of_infiltration_brings_more_men() -> None:
    names = ("stop", "trickle", "steady", "heavy", "surge")
    men = [float(moved(war(), hanoi={"infiltration": name})[1].infiltrated[0]) for name in names]
    assert men[0] == 0
    assert men == sorted(men)
    assert len(set(men)) == 5


def test_a_cut_trail_brings_fewer_men_and_empty_villages_none() -> None:
    full, cut = (
        float(moved(war(throughput=flow), hanoi={"infiltration": "heavy"})[1].infiltrated[0])
        for flow in (1.0, 0.4)
    )
    assert cut < full
    cohort = float(tables().constants.cohort)
    world, last = moved(war(manpower=0.0, main_force=5.0), hanoi={"infiltration": "surge"})
    assert last.infiltrated[0] <= cohort + float(tables().constants.mobilised[0])
    assert world.manpower[0] >= 0


def test_men_go_where_the_effort_is_and_to_the_south_only_through_the_sanctuaries() -> None:
    effort = {"effort": {"I": "main_force", "II": "lie_low", "III": "lie_low", "IV": "lie_low"}}
    quiet = {"effort": {"I": "lie_low", "II": "lie_low", "III": "lie_low", "IV": "lie_low"}}
    shares = [
        deployment.destinations(world, ordered(world, None, words), tables())[0]
        for world, words in ((war(), quiet), (war(), effort), (war(sanctuary=0.0), quiet))
    ]
    assert shares[1][0] > shares[0][0]
    assert shares[2][3] < shares[0][3]
    for share in shares:
        assert share.sum() == pytest.approx(1.0)


def test_men_sent_leave_the_reserve_and_half_of_those_withdrawn_come_back_to_it() -> None:
    sent = moved(war(), {"troops_number": 50})[0]
    assert sent.troops[0] == 450
    assert sent.reserve[0] == 250
    back = moved(war(), {"troops_number": -50})[0]
    assert back.troops[0] == 350
    assert back.reserve[0] == 300 + 50 * float(tables().constants.returned_share)


def test_no_more_men_are_sent_or_withdrawn_than_there_are() -> None:
    assert moved(war(reserve=10.0), {"troops_number": 50})[1].sent[0] == 10
    assert moved(war(troops=10.0), {"troops_number": -50})[1].withdrawn[0] == 10


def test_the_reserves_are_called_up_once() -> None:
    world, first = moved(war(), {"home": "reserves"})
    again, second = moved(world, {"home": "reserves"})
    assert first.called[0] > 0
    assert second.called[0] == 0
    assert again.reserves_called[0] == 1


def test_guerrillas_recruit_where_saigon_does_not_govern() -> None:
    free, governed = (moved(war(control=share))[1].recruited[0, 0] for share in (0.2, 0.9))
    assert free > governed > 0


# The air war


RUNGS = ("halt", "reconnaissance", "interdiction", "industry", "unrestricted", "mining")


def test_more_bombing_leaves_less_of_the_north_and_costs_more_aircraft() -> None:
    flown = [bombed(war(), {"bombing": name, "line": "none"}) for name in RUNGS]
    left = [float(air.capacity(world.function)[0]) for world, _ in flown]
    lost = [int(raids.aircraft_lost[0]) for _, raids in flown]
    assert left == sorted(left, reverse=True)
    assert lost == sorted(lost)
    assert lost[0] == 0
    assert lost[-1] > lost[1]


def test_a_line_spares_what_lies_beyond_it() -> None:
    before = war().function[0]
    near = bombed(war(), {"bombing": "unrestricted", "line": "twentieth"})[0].function[0]
    assert near[0] < before[0]
    assert (near[1:] >= before[1:]).all()


def test_hanoi_and_haiphong_are_hit_from_industry_up_and_without_a_line() -> None:
    before = war().function[0, 2]
    spared = bombed(war(), {"bombing": "interdiction", "line": "none"})[0].function[0, 2]
    hit = bombed(war(), {"bombing": "industry", "line": "none"})[0].function[0, 2]
    assert hit < before <= spared


def test_the_same_targets_struck_again_yield_less() -> None:
    heavy = {"bombing": "unrestricted", "line": "none"}
    fresh, worn = (bombed(war(struck=share), heavy)[1].damage[0] for share in (0.0, 0.9))
    assert worn < fresh


def test_weather_keeps_sorties_down() -> None:
    heavy = {"bombing": "unrestricted", "line": "none"}
    fair, foul = (bombed(war(weather=share), heavy)[1].sorties[0] for share in (0.0, 0.3))
    assert foul < fair


def test_air_defence_costs_aircraft_and_aircraft_cost_prisoners() -> None:
    heavy = {"bombing": "unrestricted", "line": "none"}
    weak, strong = (bombed(war(air_defence=share), heavy)[1] for share in (0.1, 0.9))
    assert strong.aircraft_lost[0] > weak.aircraft_lost[0]
    assert strong.prisoners[0] > weak.prisoners[0]
    unlucky = bombed(war(), heavy, aircraft=2.0)[1]
    assert unlucky.aircraft_lost[0] > bombed(war(), heavy)[1].aircraft_lost[0]


def test_labour_on_repair_mends_and_labour_on_defence_defends() -> None:
    quiet: Words = {"bombing": "halt"}
    mended, defended = (
        bombed(war(), quiet, {"labour": name})[0] for name in ("repair", "air_defence")
    )
    assert (mended.function > defended.function).all()
    assert defended.air_defence[0] > mended.air_defence[0]


def test_each_rung_over_the_trail_cuts_it_further() -> None:
    flow = [
        float(trail(war(), {"trail": name}).throughput[0])
        for name in ("off", "light", "steady", "heavy", "saturation")
    ]
    assert flow == sorted(flow, reverse=True)
    assert len(set(flow)) == 5


def test_what_else_opens_and_closes_the_trail() -> None:
    usual = trail(war()).throughput[0]
    assert trail(war(function=0.3)).throughput[0] < usual
    assert trail(war(), {"bombing": "mining"}).throughput[0] < usual
    assert trail(war(), {"border": "laos"}).throughput[0] < usual
    assert trail(war(), None, {"labour": "trail"}).throughput[0] > usual


def test_the_sanctuaries_follow_phnom_penh_raids_and_crossings() -> None:
    usual = trail(war(sanctuary=0.7)).sanctuary[0]
    assert trail(war(sanctuary=0.7), {"cambodia": "heavy"}).sanctuary[0] < usual
    assert trail(war(sanctuary=0.7), {"border": "cambodia"}).sanctuary[0] < usual
    assert trail(war(sanctuary=0.7, port_route=0.0)).sanctuary[0] < usual


# The ground war


@pytest.mark.parametrize("name", ["tempo", "us_deaths", "hanoi_deaths", "saigon_deaths"])
def test_more_effort_means_more_fighting_and_more_dead_on_every_side(name: str) -> None:
    found = [
        float(
            getattr(fought(war(), None, {"effort": dict.fromkeys(EVERYWHERE, rung)})[1], name).sum()
        )
        for rung in ("lie_low", "guerrilla", "main_force", "offensive")
    ]
    assert found == sorted(found)
    assert len(set(found)) == 4


def test_more_american_troops_kill_more_and_die_more() -> None:
    few, many = (fought(war(troops=men), None, {"effort": EVERYWHERE})[1] for men in (100, 500))
    assert many.us_deaths[0] > few.us_deaths[0]
    assert many.hanoi_deaths[0] > few.hanoi_deaths[0]


def test_searching_finds_the_enemy_and_is_the_small_term_of_american_deaths() -> None:
    still, seeking = (
        fought(war(), {"ground": dict.fromkeys(EVERYWHERE, rung)}, {"effort": EVERYWHERE})[1]
        for rung in ("hold", "search")
    )
    assert seeking.hanoi_deaths[0] > still.hanoi_deaths[0]
    assert still.us_deaths[0] < seeking.us_deaths[0] < 2 * still.us_deaths[0]


def test_handing_the_fighting_over_spares_americans_and_costs_saigon() -> None:
    none, fast = (
        fought(war(), {"vietnamization": name}, {"effort": EVERYWHERE})[1]
        for name in ("none", "hand_over_fast")
    )
    assert fast.us_deaths[0] < none.us_deaths[0]
    assert fast.saigon_deaths[0] > none.saigon_deaths[0]


def test_an_army_takes_no_more_of_the_fighting_than_it_is_able_to() -> None:
    shares = {}
    for able in (180.0, 400.0):
        world = war(arvn=600.0, quality=able / 600.0)
        shares[able] = [
            float(ground.handed_over(world, ordered(world, {"vietnamization": rung}), tables())[0])
            for rung in ("none", "train", "hand_over", "hand_over_fast")
        ]
        over = ground.overtaxed(
            world, ordered(world, {"vietnamization": "hand_over_fast"}), tables()
        )
        assert (over[0] > 0) == (able == 180.0)
    assert shares[400.0] == sorted(set(shares[400.0]))
    assert shares[180.0][1] < shares[180.0][2] == shares[180.0][3] < shares[400.0][2]


def test_bombing_in_the_south_kills_attackers() -> None:
    off, heavy = (
        fought(war(), {"trail": name}, {"effort": EVERYWHERE})[1] for name in ("off", "saturation")
    )
    assert heavy.hanoi_deaths[0] > off.hanoi_deaths[0]


def test_weary_forces_fight_less_and_pushing_wearies() -> None:
    fresh, weary = (
        fought(war(fatigue=share), None, {"effort": EVERYWHERE}) for share in (0.0, 1.0)
    )
    assert weary[1].tempo.sum() < fresh[1].tempo.sum()
    assert fresh[0].fatigue[0] > fought(war(fatigue=0.0), None, {"effort": {}})[0].fatigue[0]


def test_a_small_force_does_not_melt() -> None:
    small = war(main_force=1.0, guerrillas=1.0, troops=540.0)
    after, what = fought(small, {"trail": "saturation"}, {"effort": EVERYWHERE})
    assert (what.main_losses <= 0.5 * small.main_force).all()
    assert (after.main_force >= 0.5).all()


def test_claims_inflate_with_tempo() -> None:
    ratios = []
    for effort in ("guerrilla", "main_force"):
        world = war(main_force=70.0)
        what = fought(world, None, {"effort": dict.fromkeys(EVERYWHERE, effort)})[1]
        ratios.append(what.claimed[0] / what.hanoi_deaths[0])
    assert ratios[0] < ratios[1]


def test_the_american_dead_are_replaced_while_there_is_a_reserve() -> None:
    full, what = fought(war(), None, {"effort": EVERYWHERE})
    assert full.troops[0] == pytest.approx(400)
    empty, same = fought(war(reserve=0.0), None, {"effort": EVERYWHERE})
    assert empty.troops[0] == pytest.approx(400 - same.us_deaths[0] / 1000)
    assert what.us_deaths[0] == same.us_deaths[0]


# Demonstrations


OFFENSIVE = {"effort": dict.fromkeys(EVERYWHERE, "offensive")}


def after_preparing(world: World, hanoi: Words) -> World:
    """Return the world after a quarter's preparing and spending."""
    return rules.prepare(world, ordered(world, None, hanoi), luck(), tables())


def test_an_offensive_is_as_large_as_it_was_prepared() -> None:
    world = war(preparation=0.6)
    found = demonstration.mount(world, ordered(world, None, OFFENSIVE), tables())
    assert found.scale[0] == 0.6
    assert found.breadth[0] == pytest.approx(1.0)
    quiet = demonstration.mount(world, ordered(world, None, {"effort": EVERYWHERE}), tables())
    assert quiet.scale[0] == 0


def test_a_state_of_low_resilience_prepares_at_about_half_the_pace() -> None:
    built = []
    for resilience in (1, 0):
        world = war(preparation=0.0).with_(resilience=np.array([[1, resilience]]))
        built.append(float(after_preparing(world, {"preparation": "prepare"}).preparation[0]))
    assert built[1] == pytest.approx(built[0] * float(tables().constants.low_type_pace))


def test_preparation_is_eaten_when_it_is_not_kept_up_and_spent_when_it_is_used() -> None:
    idle = after_preparing(war(), {"preparation": "none"}).preparation[0]
    used = after_preparing(war(), {"preparation": "none"} | OFFENSIVE)
    assert used.preparation[0] < idle < 0.9
    assert used.cadres[0] < after_preparing(war(), {}).cadres[0]


def test_the_world_judges_the_scale_with_a_little_error() -> None:
    mounted = np.array([[0.0, 0.8]])
    exact = demonstration.seen_scale(mounted, luck(), tables())
    assert exact.tolist() == mounted.tolist()
    over, under = (
        demonstration.seen_scale(mounted, luck(scale_hanoi=draw), tables())[0, HANOI]
        for draw in (2.0, -2.0)
    )
    assert under < 0.8 < over


def test_washington_demonstrates_by_sending_men_and_by_raising_the_bombing() -> None:
    shown = []
    for words in ({}, {"troops_number": 60}, {"bombing": "unrestricted", "line": "none"}):
        world = war()
        orders = ordered(world, words, None)
        offensive = demonstration.mount(world, orders, tables())
        shown.append(demonstration.intensity(world, orders, offensive, tables())[0][0, WASHINGTON])
    assert shown[0] < shown[1]
    assert shown[0] < shown[2]
