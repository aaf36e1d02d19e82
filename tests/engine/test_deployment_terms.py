"""Men, offensives, events and ends, term by term: what one input alone changes, and by how much."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import (
    CALENDAR,
    CONSENT_BROKE,
    HANOI,
    NORTH_BROKE,
    RUNNING,
    SAIGON_FELL,
    SETTLED,
    WASHINGTON,
)
from game.engine.escalation import beyond
from game.engine.events import happen
from game.engine.rules import demonstration, deployment, ending
from game.engine.rules.demonstration import Offensive
from game.engine.tables import Tables
from game.engine.world import World
from tests.engine.test_ground_terms import CORPS, all_corps
from tests.engine.test_war_rules import Words, luck, war
from tests.engine.wars import ordered, quiet_events, tables

C = tables().constants
exactly = pytest.approx
QUIET: Words = {"effort": all_corps("lie_low"), "home": "quiet", "preparation": "none"}


def moved(
    world: World, washington: Words | None = None, hanoi: Words | None = None
) -> tuple[World, deployment.MenMoved]:
    """Return the world after deployment, and the movement."""
    orders = ordered(world, {"home": "quiet"} | (washington or {}), QUIET | (hanoi or {}))
    return deployment.deploy(world, orders, tables())


# Washington's men


@pytest.mark.parametrize("men", [25, 60])
def test_men_sent_join_the_troops_and_leave_the_reserve(men: int) -> None:
    after, what = moved(war(troops=400.0, reserve=300.0, peak=400.0), {"troops_number": men})
    assert (what.sent[0], what.withdrawn[0], what.returned[0]) == (men, 0, 0)
    assert (after.troops[0], after.reserve[0]) == (400 + men, 300 - men)


@pytest.mark.parametrize("men", [25, 60])
def test_men_withdrawn_leave_the_troops_and_a_part_can_be_sent_again(men: int) -> None:
    after, what = moved(war(troops=400.0, reserve=300.0), {"troops_number": -men})
    assert (what.sent[0], what.withdrawn[0]) == (0, men)
    assert what.returned[0] == exactly(float(C.returned_share) * men)
    assert after.troops[0] == exactly(400 - men)
    assert after.reserve[0] == exactly(300 + float(C.returned_share) * men)


def test_what_the_enemy_has_got_used_to_follows_upwards_at_once_and_downwards_slowly() -> None:
    assert moved(war(troops=400.0, peak=400.0), {"troops_number": 50})[0].peak[0] == 450
    slowly = moved(war(troops=400.0, peak=500.0), {"troops_number": -50})[0].peak[0]
    assert slowly == exactly(500 - float(C.peak_fades))
    near = moved(war(troops=400.0, peak=410.0))[0].peak[0]
    assert near == 400


def test_a_call_up_adds_to_the_reserve_once() -> None:
    world = war(reserve=100.0)
    after, what = moved(world, {"home": "reserves"})
    assert what.called[0] == exactly(float(C.called_up))
    assert after.reserve[0] == exactly(100 + float(C.called_up))
    assert after.reserves_called[0] == 1
    assert moved(world, {"home": "rally"})[0].reserves_called[0] == 0
    assert moved(after, {"home": "reserves"})[1].called[0] == 0
    assert moved(after)[0].reserves_called[0] == 1


# Hanoi's men


@pytest.mark.parametrize(
    ("rung", "name"), [(0, "quiet"), (1, "exhort"), (2, "mobilise"), (3, "total")]
)
def test_men_come_of_age_and_the_home_front_raises_more(rung: int, name: str) -> None:
    after, what = moved(war(manpower=500.0), None, {"home": name, "infiltration": "stop"})
    assert what.raised[0] == exactly(float(C.cohort + C.mobilised[rung]))
    assert after.manpower[0] == exactly(500 + float(C.cohort + C.mobilised[rung]))


@pytest.mark.parametrize(
    ("rung", "name"), [(1, "trickle"), (2, "steady"), (3, "heavy"), (4, "surge")]
)
def test_men_come_down_the_trail_by_the_rung_and_the_trail(rung: int, name: str) -> None:
    small = war(main_force=10.0, manpower=900.0, throughput=1.0)
    _, open_ = moved(small, None, {"infiltration": name})
    assert open_.infiltrated[0] == exactly(C.infiltration[rung])
    _, cut = moved(small.with_(throughput=np.array([0.5])), None, {"infiltration": name})
    assert cut.infiltrated[0] == exactly(C.infiltration[rung] * 0.5**C.infiltration_by_trail)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75, 1.0, 1.2])
def test_beyond_half_of_what_can_be_fed_a_force_leaves_less_and_less_to_newcomers(
    share: float,
) -> None:
    force = share * float(C.force_fed) / 4
    _, what = moved(
        war(main_force=force, throughput=1.0, manpower=900.0), None, {"infiltration": "heavy"}
    )
    fed = min(max(2 * (1 - share), 0.0), 1.0)
    assert what.infiltrated[0] == exactly(C.infiltration[3] * fed)


def test_no_more_men_come_than_there_are_and_those_who_come_leave_the_north() -> None:
    after, what = moved(
        war(manpower=5.0, main_force=10.0, throughput=1.0), None, {"infiltration": "surge"}
    )
    assert what.infiltrated[0] == exactly(5 + float(C.cohort))
    assert after.manpower[0] == exactly(0.0)
    after, what = moved(war(manpower=900.0, main_force=10.0), None, {"infiltration": "heavy"})
    assert after.manpower[0] == exactly(900 + float(C.cohort) - what.infiltrated[0])
    empty = deployment.infiltration(war(), ordered(war()), tables(), np.array([-3.0]))
    assert empty[0] == 0.0


def test_arrivals_join_the_main_force_where_the_effort_is() -> None:
    world = war(main_force=10.0, sanctuary=1.0)
    after, what = moved(world, None, {"infiltration": "heavy"})
    assert what.arrived[0] == exactly(what.infiltrated[0] * C.corps_share)
    assert after.main_force[0] == exactly(10 + what.arrived[0])
    effort = dict(zip(CORPS, ("lie_low", "guerrilla", "main_force", "lie_low"), strict=True))
    pulled = deployment.destinations(world, ordered(world, None, {"effort": effort}), tables())[0]
    weight = np.array([C.arrivals_by_effort[rung] for rung in (0, 1, 2, 0)]) * C.corps_share
    assert pulled == exactly(weight / weight.sum())


def test_the_sanctuaries_carry_each_corps_its_own_part_of_arrivals() -> None:
    shut = war(sanctuary=0.0)
    found = deployment.destinations(shut, ordered(shut, None, QUIET), tables())[0]
    weight = (1 - deployment.BY_SANCTUARY) * C.corps_share
    assert found == exactly(weight / weight.sum())
    half = war(sanctuary=0.5)
    found = deployment.destinations(half, ordered(half, None, QUIET), tables())[0]
    weight = (1 - 0.5 * deployment.BY_SANCTUARY) * C.corps_share
    assert found == exactly(weight / weight.sum())


def recruited(**changes: float) -> float:
    """Return the guerrillas recruited in a corps that nobody governs, unless changed."""
    usual = {"control": 0.0, "guerrillas": 0.0, "cadres": 1.0}
    return float(deployment.recruit(war(**usual | changes), tables())[0, 0])


def test_guerrillas_recruit_from_those_whom_saigon_does_not_govern() -> None:
    full = 2 * float(C.recruits * C.recruit_ceiling)
    assert recruited() == exactly(full)
    assert recruited(control=0.75) == exactly(0.25 * full)
    assert recruited(guerrillas=0.5 * float(C.recruit_ceiling)) == exactly(0.5 * full)
    assert recruited(guerrillas=2 * float(C.recruit_ceiling)) == 0.0
    alone = float(C.recruits_alone)
    assert recruited(cadres=0.0) == exactly(alone * full)
    assert recruited(cadres=0.5) == exactly((alone + 0.5 * (1 - alone)) * full)
    after, what = moved(war(guerrillas=10.0))
    assert after.guerrillas[0] == exactly(10 + what.recruited[0])


# Strength that the enemy has got used to


@pytest.mark.parametrize(
    ("troops", "peak", "sent", "new"),
    [
        (100.0, 100.0, 30, 30.0),
        (100.0, 120.0, 30, 10.0),
        (100.0, 200.0, 30, -70.0),
        (100.0, 100.0, -30, -30.0),
        (100.0, 100.0, 0, 0.0),
    ],
)
def test_only_men_beyond_what_the_enemy_has_got_used_to_are_new(
    troops: float, peak: float, sent: int, new: float
) -> None:
    world = war(troops=troops, peak=peak)
    assert beyond(world, ordered(world, {"troops_number": sent}))[0] == exactly(new)


# General offensives


def launching(*corps: str) -> Words:
    """Return an offensive in some corps, the others lying low."""
    return {"effort": all_corps("lie_low") | dict.fromkeys(corps, "offensive")}


def test_an_offensive_is_as_broad_as_the_main_force_that_mounts_it() -> None:
    world = war(main_force=np.array([[10.0, 20.0, 30.0, 40.0]]), preparation=0.7)
    for corps, breadth in ((("I",), 0.1), (("II", "IV"), 0.6), (CORPS, 1.0), ((), 0.0)):
        orders = ordered(world, None, launching(*corps))
        found = demonstration.mount(world, orders, tables())
        assert found.breadth[0] == exactly(breadth)
        assert found.scale[0] == exactly(0.7 if corps else 0.0)
    nobody = war(main_force=0.0)
    found = demonstration.mount(nobody, ordered(nobody, None, launching("I")), tables())
    assert found.breadth[0] == 0.0


def shown(
    world: World,
    washington: Words | None = None,
    hanoi: Words | None = None,
    offensive: tuple[float, float] = (0.0, 0.0),
) -> tuple[Any, Any]:
    """Return what each side meant to mount and what it mounted, (S,) each."""
    orders = ordered(world, washington, QUIET | (hanoi or {}))
    made = Offensive(*(np.array([part]) for part in offensive))
    meant, mounted = demonstration.intensity(world, orders, made, tables())
    return meant[0], mounted[0]


@pytest.mark.parametrize(("scale", "breadth"), [(0.5, 1.0), (1.0, 0.3), (0.8, 0.06), (0.4, 0.6)])
def test_an_offensive_shows_by_its_scale_and_its_reach(scale: float, breadth: float) -> None:
    meant, mounted = shown(war(), offensive=(scale, breadth))
    reach = min(breadth / float(C.breadth_full), 1.0)
    assert meant[HANOI] == exactly(max(reach, float(C.meant_least)))
    assert mounted[HANOI] == exactly(scale * reach)


@pytest.mark.parametrize(("corps", "shows"), [(0, 0.0), (1, 0.0), (2, 1.0), (4, 1.0)])
def test_main_force_in_two_corps_or_more_shows_a_little(corps: int, shows: float) -> None:
    effort = all_corps("guerrilla") | dict.fromkeys(CORPS[:corps], "main_force")
    for found in shown(war(), None, {"effort": effort}):
        assert found[HANOI] == exactly(shows * float(C.pressed_shows))


def test_men_sent_show_by_their_number_and_men_withdrawn_do_not() -> None:
    calm = war(troops=100.0, peak=100.0)
    still = shown(calm)[0][WASHINGTON]
    sent = shown(calm, {"troops_number": 50})
    assert sent[0][WASHINGTON] - still == exactly(50 / float(C.reinforcement_seen))
    assert sent[1][WASHINGTON] == sent[0][WASHINGTON]
    assert shown(calm, {"troops_number": -50})[0][WASHINGTON] == exactly(still)


def test_a_heavier_campaign_shows_by_how_much_heavier_it_is_and_a_lighter_one_does_not() -> None:
    flown = war(weather=0.0, troops=100.0, peak=100.0)
    reached = flown.reached.copy()
    reached[0, WASHINGTON, :2] = 2, 1
    flown = flown.with_(reached=reached)
    before = C.bombing_effect[2] * C.line_effect[1]
    assert demonstration.world_effect(flown, tables())[0] == exactly(before)
    raised = shown(flown, {"bombing": "unrestricted", "line": "none"})[0][WASHINGTON]
    assert raised == exactly((1.0 - before) / C.bombing_seen)
    assert shown(flown, {"bombing": "halt"})[0][WASHINGTON] == 0.0


@pytest.mark.parametrize("draw", [-2.0, 1.0])
def test_the_world_s_error_about_a_scale_is_each_side_s_own_and_never_below_nought(
    draw: float,
) -> None:
    mounted = np.array([[0.4, 0.8]])
    seen = demonstration.seen_scale(mounted, luck(scale_washington=draw), tables())[0]
    assert seen == exactly([0.4 * (1 + draw * float(C.scale_noise)), 0.8])
    seen = demonstration.seen_scale(mounted, luck(scale_hanoi=draw), tables())[0]
    assert seen == exactly([0.4, 0.8 * (1 + draw * float(C.scale_noise))])
    assert (demonstration.seen_scale(mounted, luck(scale_hanoi=-99.0), tables())[0] >= 0).all()


def spent(
    world: World, preparing: bool = False, offensive: tuple[float, float] = (0.0, 0.0)
) -> World:
    """Return the world with preparation built or spent."""
    orders = ordered(world, None, QUIET | ({"preparation": "prepare"} if preparing else {}))
    made = Offensive(*(np.array([part]) for part in offensive))
    return demonstration.spend(world, orders, made, tables())


@pytest.mark.parametrize(("resilience", "pace"), [(1, 1.0), (0, float(C.low_type_pace))])
@pytest.mark.parametrize(
    ("throughput", "supplied"),
    [
        (0.35, 0.35 / float(C.supply_full)),
        (0.7, 1.0),
        (1.1, 1.0),
    ],
)
def test_preparation_goes_at_the_pace_of_the_state_and_of_the_trail(
    resilience: int, pace: float, throughput: float, supplied: float
) -> None:
    world = war(preparation=0.2, throughput=throughput)
    world = world.with_(resilience=np.array([[1 - resilience, resilience]]))
    built = spent(world, preparing=True).preparation[0] - 0.2
    assert built == exactly(float(C.prepared) * supplied * pace)


def test_what_is_not_kept_up_is_eaten_and_what_is_launched_is_spent() -> None:
    world = war(preparation=0.8, cadres=0.5)
    eaten = spent(world)
    assert eaten.preparation[0] == exactly(0.8 - float(C.unprepared))
    assert eaten.cadres[0] == exactly(0.5 + 0.5 * float(C.cadres_regrown))
    used = spent(world, offensive=(0.8, 0.5))
    assert eaten.preparation[0] - used.preparation[0] == exactly(0.8 * 0.5 * C.launch_spends)
    assert eaten.cadres[0] - used.cadres[0] == exactly(0.5 * 0.8 * 0.5 * C.cadres_lost)


def test_preparation_and_cadres_stay_between_nothing_and_all() -> None:
    assert spent(war(preparation=0.0)).preparation[0] == 0.0
    assert spent(war(preparation=1.0, throughput=1.0), preparing=True).preparation[0] == 1.0
    assert spent(war(cadres=1.0)).cadres[0] == 1.0


# Events


@pytest.mark.parametrize(
    ("effect", "field"),
    [
        ("stability", "stability"),
        ("aid_moscow", "aid_moscow"),
        ("aid_beijing", "aid_beijing"),
        ("quarrel", "quarrel"),
        ("leader_death", "cohesion"),
        ("sanctuary", "port_route"),
    ],
)
def test_an_event_pushes_its_own_field_within_nothing_and_all(effect: str, field: str) -> None:
    cases = ((0.5, 0.2, 0.7), (0.5, -0.2, 0.3), (0.05, -0.2, 0.0), (0.95, 0.2, 1.0))
    for start, push, end in cases:
        pushed = happen(war(**{field: start}), quiet_events().plus(effect, push), luck(), tables())
        assert getattr(pushed, field)[0] == exactly(end)


@pytest.mark.parametrize("field", ["weather", "detente"])
def test_weather_and_detente_are_what_the_quarter_s_event_says(field: str) -> None:
    events = quiet_events().plus(field, 0.2)
    assert getattr(happen(war(**{field: 0.25}), events, luck(), tables()), field)[0] == 0.2
    assert happen(war(), quiet_events().plus("weather", -0.2), luck(), tables()).weather[0] == 0.0


@pytest.mark.parametrize("opposition", [0.1, 0.3, 0.7])
def test_an_election_costs_or_lends_approval_by_opposition(opposition: float) -> None:
    world = war(approval=0.5, opposition=opposition)
    plain = happen(world, quiet_events(), luck(), tables()).approval[0]
    for weight in (0.5, 1.0):
        held = happen(world, quiet_events().plus("election", weight), luck(), tables()).approval[0]
        vote = weight * C.election * (opposition - C.election_opposition)
        assert plain - held == exactly(float(vote))


def test_a_new_administration_is_lent_approval_and_forgiven_most_of_the_blame() -> None:
    world = war(approval=0.4, blame=8.0)
    after = happen(world, quiet_events().plus("new_administration", 1.0), luck(), tables())
    assert after.approval[0] == exactly(0.4 + float(C.approval_renewed))
    assert after.blame[0] == exactly(8 * float(C.blame_renewed))
    still = happen(world, quiet_events(), luck(), tables())
    assert (still.approval[0], still.blame[0]) == (0.4, 8.0)


# How wars end


def hazards(rules: Tables | None = None, **changes: float) -> Any:
    """Return the probability of each collapse in a sound war with some fields changed."""
    sound = {"stability": 0.7, "control": 0.7, "approval": 0.6, "opposition": 0.7, "cohesion": 0.8}
    return ending.hazards(war(**sound | changes), rules or tables())[0]


def test_saigon_falls_the_likelier_the_lower_its_stability_and_its_hold_on_the_people() -> None:
    by_stability, by_control = C.saigon_stands
    for stability, control in ((0.0, 0.0), (0.1, 0.2), (0.2, 0.1)):
        short = C.saigon_floor - by_stability * stability - by_control * control
        assert hazards(stability=stability, control=control) == exactly(
            [float(C.collapse_rate * short), 0, 0]
        )
    uneven = war(stability=0.0).with_(control=np.array([[0.4, 0.0, 0.0, 0.0]]))
    short = C.saigon_floor - by_control * 0.1
    assert ending.hazards(uneven, tables())[0, 0] == exactly(float(C.collapse_rate * short))


def test_consent_breaks_the_likelier_the_lower_approval_once_most_are_against_the_war() -> None:
    short = float(C.consent_floor) - 0.1
    assert hazards(approval=0.1) == exactly([0, float(C.collapse_rate) * short, 0])
    assert hazards(approval=0.1, opposition=float(C.majority))[1] == 0
    assert hazards(approval=0.1, opposition=float(C.majority) + 1e-9)[1] > 0


def test_the_north_breaks_the_likelier_the_lower_its_cohesion() -> None:
    short = float(C.north_floor) - 0.1
    assert hazards(cohesion=0.1) == exactly([0, 0, float(C.collapse_rate) * short])


def test_no_fall_is_certain() -> None:
    sudden = tables().with_constants(collapse_rate=99.0)
    assert hazards(sudden, cohesion=0.0)[2] == exactly(float(C.collapse_most))


def test_the_calendar_ends_the_last_quarter_and_no_other() -> None:
    last = tables().quarters - 1
    positions, nobody = np.zeros((1, 5), dtype=np.int64), np.array([False])
    sound = {"stability": 0.7, "control": 0.7, "approval": 0.6, "cohesion": 0.8}
    for quarter, code in ((0, RUNNING), (last - 1, RUNNING), (last, CALENDAR)):
        world = war(quarter=quarter, **sound)
        assert ending.conclude(world, nobody, positions, luck(), tables()).ended[0] == code


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ({"stability": 0.0, "control": 0.0}, {"approval": 0.0, "opposition": 0.9}, SAIGON_FELL),
        ({"approval": 0.0, "opposition": 0.9}, {"cohesion": 0.0}, CONSENT_BROKE),
        ({"cohesion": 0.0}, {}, NORTH_BROKE),
    ],
)
def test_of_two_collapses_the_first_named_ends_the_war(
    first: dict[str, float], second: dict[str, float], code: int
) -> None:
    sound = {"stability": 0.7, "control": 0.7, "approval": 0.6, "opposition": 0.7, "cohesion": 0.8}
    world = war(**sound | first | second)
    draws = luck(saigon_falls=0.0, consent_breaks=0.0, north_breaks=0.0)
    positions = np.full((1, 5), 2)
    found = ending.conclude(world, np.array([False]), positions, draws, tables())
    assert found.ended[0] == code
    assert found.settlement[0].tolist() == [-1] * 5
    signed = ending.conclude(world, np.array([True]), positions, draws, tables())
    assert signed.ended[0] == SETTLED
    assert signed.settlement[0].tolist() == [2] * 5
