"""The air war, term by term: what one input alone changes, by how much, and which way."""

from typing import Any

import numpy as np
import pytest

from game.engine.rules import air
from game.engine.world import World
from tests.engine.test_war_rules import Words, luck, war
from tests.engine.wars import ordered, tables

C = tables().constants
FREE: Words = {"bombing": "unrestricted", "line": "none"}
HALT: Words = {"bombing": "halt"}
IDLE: Words = {"labour": "trail"}
"""Labour that neither mends nor defends."""
exactly = pytest.approx


def bombed(
    world: World, washington: Words, hanoi: Words = IDLE, rules: Any = None, **draws: float
) -> tuple[World, air.Raids]:
    """Return the world after the raids, and the raids."""
    return air.bomb(world, ordered(world, washington, hanoi), luck(**draws), rules or tables())


def size(world: World, **washington: str) -> float:
    """Return the size of the air campaign."""
    return float(air.campaign(world, ordered(world, FREE | washington), tables())[0])


def flow(
    world: World, washington: Words | None = None, hanoi: Words | None = None, **draws: float
) -> float:
    """Return the trail's throughput after the quarter."""
    orders = ordered(
        world, HALT | {"trail": "off"} | (washington or {}), {"labour": "repair"} | (hanoi or {})
    )
    return float(air.cut_trail(world, orders, luck(**draws), tables()).throughput[0])


def use(world: World, **washington: str) -> float:
    """Return the use of the sanctuaries after the quarter."""
    orders = ordered(world, {"cambodia": "off"} | washington)
    return float(air.cut_trail(world, orders, luck(), tables()).sanctuary[0])


# The size of a campaign


@pytest.mark.parametrize(
    ("rung", "name"),
    tuple(
        enumerate(("halt", "reconnaissance", "interdiction", "industry", "unrestricted", "mining"))
    ),
)
def test_a_campaign_is_as_large_as_its_rung(rung: int, name: str) -> None:
    assert size(war(), bombing=name) == exactly(C.bombing_effect[rung] * C.line_effect[2])


@pytest.mark.parametrize(("place", "name"), tuple(enumerate(("nineteenth", "twentieth", "none"))))
def test_a_campaign_is_as_large_as_its_line_allows(place: int, name: str) -> None:
    assert size(war(), line=name) == exactly(C.bombing_effect[4] * C.line_effect[place])


def test_weather_keeps_down_its_share_of_a_campaign() -> None:
    assert size(war(weather=0.25)) == exactly(0.75 * size(war(weather=0.0)))


def test_washington_s_orders_make_the_campaign_and_hanoi_s_do_not() -> None:
    world = war()
    for effort in ("lie_low", "main_force"):
        orders = ordered(world, FREE, {"effort": dict.fromkeys(("I", "II", "III", "IV"), effort)})
        assert air.campaign(world, orders, tables())[0] == exactly(1.0)


# What is hit


def test_an_unrestricted_campaign_takes_from_each_whole_zone_its_damage() -> None:
    after, raids = bombed(war(function=1.0, struck=0.0), FREE)
    assert after.function[0] == exactly(1.0 - C.damage)
    assert raids.damage[0] == exactly((C.damage * air.FUNCTION_WEIGHTS).sum())
    assert raids.effect[0] == exactly(1.0)
    assert raids.sorties[0] == exactly(float(C.sorties))


def test_raids_held_to_the_panhandle_fall_on_it_all_the_more() -> None:
    after, _ = bombed(war(function=1.0, struck=0.0), FREE | {"line": "twentieth"})
    lost = C.damage[0] / C.share_by_zone[0] * C.line_effect[1]
    assert after.function[0] == exactly([1.0 - lost, 1.0, 1.0])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (FREE, C.share_by_zone),
        (FREE | {"bombing": "interdiction"}, [1 - C.share_by_zone[1], C.share_by_zone[1], 0]),
        (FREE | {"line": "twentieth"}, [1, 0, 0]),
    ],
)
def test_the_line_and_the_rung_decide_where_sorties_fall(words: Words, expected: Any) -> None:
    found = air.shares(ordered(war(), words), tables())[0]
    assert found == exactly(expected)
    assert found.sum() == exactly(1.0)


def test_half_a_zone_has_half_as_much_to_lose() -> None:
    lost = {}
    for share in (0.5, 1.0):
        world = war(function=share, struck=0.0)
        still, hit = (bombed(world, words)[0].function[0] for words in (HALT, FREE))
        lost[share] = still - hit
    assert lost[0.5] == exactly(0.5 * lost[1.0])


def test_targets_that_are_used_up_yield_less_by_as_much_as_they_are_used() -> None:
    fresh, half, worn = (
        bombed(war(function=1.0, struck=share), FREE)[1].damage[0] for share in (0.0, 0.5, 1.0)
    )
    assert worn == exactly((1.0 - C.used_up) * fresh)
    assert half == exactly((fresh + worn) / 2)


def test_something_always_goes_on_working() -> None:
    heavy = tables().with_constants(damage=np.array([5.0, 5.0, 5.0]))
    after, _ = bombed(war(function=1.0, struck=0.0), FREE, rules=heavy)
    assert after.function[0] == exactly(1.0 - float(C.damage_most))


def test_a_campaign_uses_targets_up_and_they_are_rebuilt() -> None:
    assert bombed(war(struck=0.4), HALT)[0].struck[0] == exactly(0.4 * C.struck_kept)
    after = bombed(war(struck=0.4), FREE)[0].struck[0]
    assert after == exactly(0.4 * C.struck_kept + C.struck_by_campaign)
    assert bombed(war(struck=1.0), FREE)[0].struck[0] == 1.0


# What is mended


@pytest.mark.parametrize(
    ("aid", "pace"),
    [
        (0.0, float(C.repair_unaided)),
        (1.0, 1.0),
        (0.5, 0.5 + 0.5 * float(C.repair_unaided)),
    ],
)
def test_a_share_of_what_is_missing_is_mended_the_faster_with_chinese_aid(
    aid: float, pace: float
) -> None:
    for missing in (0.0, 0.4, 1.0):
        after = bombed(war(function=1.0 - missing, aid_beijing=aid), HALT)[0].function[0]
        assert after == exactly(1.0 - missing + missing * C.repair * pace)


def test_labour_on_repair_mends_its_own_share_of_what_is_missing() -> None:
    world = war(function=0.5, aid_beijing=1.0)
    idle, mended = (
        bombed(world, HALT, {"labour": name})[0].function[0] for name in ("trail", "repair")
    )
    assert mended - idle == exactly(0.5 * C.repair_labour)


def test_ruin_grows_by_the_function_that_was_missing_as_the_quarter_began() -> None:
    after, _ = bombed(war(function=0.7, ruin=2.0), FREE)
    assert after.ruin[0] == exactly(2.3)


# Air defence, aircraft, prisoners


def test_air_defence_ages_and_grows_with_soviet_aid_and_labour() -> None:
    bare = war(air_defence=0.5, aid_moscow=0.0)
    aged = bombed(bare, HALT)[0].air_defence[0]
    assert aged == exactly(0.5 * C.defence_kept)
    aided = bombed(war(air_defence=0.5, aid_moscow=0.6), HALT)[0].air_defence[0]
    assert aided - aged == exactly(0.6 * C.defence_aid)
    dug = bombed(bare, HALT, {"labour": "air_defence"})[0].air_defence[0]
    assert dug - aged == exactly(float(C.defence_labour))
    assert (
        bombed(war(air_defence=1.0, aid_moscow=1.0), HALT, {"labour": "air_defence"})[
            0
        ].air_defence[0]
        == 1.0
    )


@pytest.mark.parametrize("defence", [0.0, 0.5, 1.0])
def test_aircraft_are_lost_by_the_sortie_and_the_more_by_air_defence(defence: float) -> None:
    rate = C.aircraft_per_sortie + C.aircraft_by_defence * defence
    world = war(air_defence=defence, aircraft_lost=100, prisoners=40)
    after, raids = bombed(world, FREE)
    assert raids.aircraft_lost[0] == round(1000 * float(C.sorties * rate))
    assert raids.prisoners[0] == round(1000 * float(C.sorties * rate * C.prisoners_per_aircraft))
    assert after.aircraft_lost[0] == 100 + raids.aircraft_lost[0]
    assert after.prisoners[0] == 40 + raids.prisoners[0]


def test_half_the_sorties_lose_half_the_aircraft() -> None:
    lost = [air.losses(war(), np.array([share]), luck(), tables())[0][0] for share in (40.0, 80.0)]
    assert lost[1] == exactly(2 * lost[0], abs=1)


@pytest.mark.parametrize("draw", [-2.0, 1.0, 2.0])
def test_luck_scatters_aircraft_and_with_them_and_by_itself_prisoners(draw: float) -> None:
    usual, many = (
        air.losses(war(), np.array([4000.0]), luck(aircraft=each), tables()) for each in (0.0, draw)
    )
    assert many[0][0] / usual[0][0] == exactly(np.exp(C.luck_aircraft * draw), rel=1e-3)
    assert many[1][0] / usual[1][0] == exactly(np.exp(C.luck_aircraft * draw), rel=1e-3)
    taken = air.losses(war(), np.array([4000.0]), luck(prisoners=draw), tables())
    assert taken[0][0] == usual[0][0]
    assert taken[1][0] / usual[1][0] == exactly(np.exp(C.luck_prisoners * draw), rel=1e-3)


# The trail


def trailing(**changes: Any) -> World:
    """Return a war in which nothing presses on the trail."""
    return war(function=1.0, throughput=0.8, weather=0.0, **changes)


def test_the_trail_moves_a_share_of_the_way_to_its_best() -> None:
    kept = C.trail_kept
    assert flow(trailing()) == exactly(kept * 0.8 + (1 - kept) * C.trail_best)
    lower = flow(trailing().with_(throughput=np.array([0.4])))
    assert flow(trailing()) - lower == exactly(kept * 0.4)


@pytest.mark.parametrize(
    ("rung", "name"), tuple(enumerate(("off", "light", "steady", "heavy", "saturation")))
)
def test_bombing_of_the_trail_cuts_it_by_its_rung(rung: int, name: str) -> None:
    cut = flow(trailing()) - flow(trailing(), {"trail": name})
    assert cut == exactly((1 - C.trail_kept) * C.trail_cut * C.trail_bombing[rung])


def test_weather_spares_the_trail_a_part_of_its_bombing() -> None:
    foul = trailing().with_(weather=np.array([0.3]))
    fair_cut, foul_cut = (
        flow(world) - flow(world, {"trail": "saturation"}) for world in (trailing(), foul)
    )
    assert foul_cut == exactly((1 - 0.3 * C.trail_by_weather) * fair_cut)


def test_the_north_s_lost_function_weighs_on_the_trail() -> None:
    hurt = trailing().with_(function=np.full((1, 3), 0.6))
    assert flow(trailing()) - flow(hurt) == exactly((1 - C.trail_kept) * C.trail_by_north * 0.4)


def test_mining_weighs_on_the_trail() -> None:
    mined = flow(trailing(), {"bombing": "mining"})
    assert flow(trailing()) - mined == exactly((1 - C.trail_kept) * C.trail_by_mining)
    assert flow(trailing(), {"bombing": "unrestricted"}) == flow(trailing())


@pytest.mark.parametrize(("rung", "name"), [(1, "laos"), (2, "cambodia")])
def test_a_crossing_weighs_on_the_trail(rung: int, name: str) -> None:
    cut = flow(trailing()) - flow(trailing(), {"border": name})
    assert cut == exactly((1 - C.trail_kept) * C.trail_by_border[rung])


def test_labour_on_the_trail_opens_it() -> None:
    opened = flow(trailing(), None, {"labour": "trail"}) - flow(trailing())
    assert opened == exactly((1 - C.trail_kept) * C.trail_labour)


def test_luck_opens_and_closes_the_trail_a_little() -> None:
    for draw in (-2.0, 1.0):
        moved = flow(trailing(), throughput=draw) - flow(trailing())
        assert moved == exactly(C.luck_throughput * draw)


def test_something_always_gets_through_and_never_more_than_the_roads_bear() -> None:
    shut = trailing().with_(throughput=np.zeros(1), function=np.zeros((1, 3)))
    heavy = {"trail": "saturation", "bombing": "mining", "border": "laos"}
    assert flow(shut, heavy, throughput=-9.0) == exactly(float(C.trail_least))
    assert flow(trailing().with_(throughput=np.array([1.2])), throughput=30.0) == exactly(1.2)


# The sanctuaries


def test_the_sanctuaries_follow_the_port_route_above_what_comes_by_land() -> None:
    for route in (0.0, 0.5, 1.0):
        fed = C.sanctuary_inland + (1 - C.sanctuary_inland) * route
        after = use(war(sanctuary=0.5, port_route=route))
        assert after == exactly(0.5 + C.sanctuary_moves * (fed - 0.5))


@pytest.mark.parametrize(("rung", "name"), [(1, "covert"), (2, "open"), (3, "heavy")])
def test_raids_on_cambodia_take_from_the_sanctuaries(rung: int, name: str) -> None:
    world = war(sanctuary=0.5, port_route=1.0)
    taken = use(world) - use(world, cambodia=name)
    assert taken == exactly(C.sanctuary_moves * C.sanctuary_raids[rung])


def test_a_crossing_into_cambodia_takes_from_the_sanctuaries_and_one_into_laos_does_not() -> None:
    world = war(sanctuary=0.5, port_route=1.0)
    taken = use(world) - use(world, border="cambodia")
    assert taken == exactly(C.sanctuary_moves * C.sanctuary_border[2])
    assert use(world, border="laos") == use(world)


def test_sanctuaries_are_never_used_less_than_not_at_all() -> None:
    world = war(sanctuary=0.0, port_route=0.0)
    assert use(world, cambodia="heavy", border="cambodia") == 0.0


def test_the_north_s_capacity_is_its_zones_weighed() -> None:
    for zone, weight in enumerate((0.25, 0.45, 0.30)):
        function = np.zeros((1, 3))
        function[0, zone] = 1.0
        assert air.capacity(function)[0] == exactly(weight)


def test_half_a_campaign_flies_half_the_sorties() -> None:
    for name, rung in (("interdiction", 2), ("halt", 0), ("mining", 5)):
        flown = bombed(war(), FREE | {"bombing": name})[1]
        assert flown.sorties[0] == exactly(float(C.sorties * C.bombing_effect[rung]))
        assert flown.effect[0] == exactly(float(C.bombing_effect[rung]))
