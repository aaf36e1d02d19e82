"""Pressure: what an escalation breaks in the pressed, what it costs the presser; the patrons."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats
from game.engine.events import happen
from game.engine.rules import brink, pressure, table
from game.engine.world import World
from tests.engine.test_war_rules import luck, war
from tests.engine.wars import ordered, quiet_events, tables

CALM: dict[str, Any] = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "guerrilla")}
EVERYWHERE: dict[str, Any] = {"effort": dict.fromkeys(("I", "II", "III", "IV"), "offensive")}


def typed(side: int, resilience: int, **changes: Any) -> World:
    """Return a war in which one side is of a type and the other resilient."""
    types = np.ones((1, 2), dtype=np.int64)
    types[0, side] = resilience
    usual = {"broken": 0.0, "strain": 0.0, "dissent": 0.0, "cohesion": 0.7, "approval": 0.6}
    return war(**(usual | changes)).with_(resilience=types)


def pressed(side: int, resilience: int, is_open: float = 0.0, climbed: float = 1.0) -> World:
    """Return the war after ``side`` has been escalated against."""
    went = np.zeros((1, 2))
    went[0, 1 - side] = climbed
    return pressure.press(typed(side, resilience), went, np.full((1, 2), is_open), tables())


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_pressing_breaks_the_weak_by_what_it_does_not_withstand(side: int) -> None:
    rates = tables().constants
    for kind, bears in ((0, rates.withstand_low), (1, rates.withstand_high)):
        broken = pressed(side, kind).broken[0, side]
        assert broken == pytest.approx(float(rates.gives_way) * (1.0 - float(bears[side])))
    assert pressed(side, 0).broken[0, side] > 2 * pressed(side, 1).broken[0, side]


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_pressing_the_resilient_costs_the_presser_more_than_pressing_the_weak(side: int) -> None:
    enemy = 1 - side
    weak, firm = pressed(side, 0), pressed(side, 1)
    assert 0 < weak.broken[0, enemy] < firm.broken[0, enemy]
    assert firm.capital[0, enemy] < weak.capital[0, enemy] < typed(side, 1).capital[0, enemy]
    assert firm.capital[0, side] == typed(side, 1).capital[0, side]
    felt = "dissent" if enemy == WASHINGTON else "cohesion"
    before, after = (float(getattr(world, felt)[0]) for world in (typed(side, 1), firm))
    assert after > before if enemy == WASHINGTON else after < before


def test_what_breaks_in_hanoi_is_cohesion_and_in_washington_consent_and_an_ally_s_footing() -> None:
    north, america = pressed(HANOI, 0), pressed(WASHINGTON, 0)
    calm = typed(HANOI, 0)
    assert north.cohesion[0] < calm.cohesion[0]
    assert north.approval[0] == calm.approval[0]
    assert america.approval[0] < calm.approval[0]
    assert america.stability[0] < calm.stability[0]


def test_less_than_a_full_escalation_breaks_nothing_and_one_at_the_table_breaks_less() -> None:
    assert pressed(HANOI, 0, climbed=1 / 3).broken[0].tolist() == [0.0, 0.0]
    assert pressed(HANOI, 0, climbed=1 / 3).strain[0, HANOI] > 0
    assert 0 < pressed(HANOI, 0, is_open=1.0).broken[0, HANOI] < pressed(HANOI, 0).broken[0, HANOI]


def test_what_is_broken_heals_in_years_and_worsens_the_terms_of_who_is_broken() -> None:
    hurt = typed(HANOI, 1, broken=np.array([[0.0, 0.5]]))
    rested = pressure.press(hurt, np.zeros((1, 2)), np.zeros((1, 2)), tables())
    assert 0.4 < rested.broken[0, HANOI] < 0.5
    even, north, america = (
        table.leverage(typed(HANOI, 1, broken=np.array([rows])), tables())[0]
        for rows in ([0.0, 0.0], [0.0, 0.5], [0.5, 0.0])
    )
    assert north < even < america


def test_a_hand_read_as_weak_worsens_the_terms_within_reach_up_to_a_bound() -> None:
    most = float(tables().constants.reading_most)
    found = [
        table.leverage(war(postured=np.array([[0.0, read]])), tables())[0]
        for read in (-2 * most, -most, -0.5, 0.0, 0.5)
    ]
    assert found[0] == found[1] < found[2] < found[3] < found[4]
    other = table.leverage(war(postured=np.array([[-0.5, 0.0]])), tables())[0]
    assert other > found[3]


def pushed(washington: Any = None, hanoi: Any = None, **changes: Any) -> Floats:
    """Return how much nearer one quarter's orders bring the patrons, by side."""
    world = war(**({"detente": 0.0} | changes))
    return brink.provocation(world, ordered(world, washington, hanoi), tables())[0]


def test_mines_a_bare_line_borders_and_an_invasion_bring_the_patrons_nearer() -> None:
    nothing = pushed({"bombing": "halt"}, CALM)
    assert nothing.tolist() == [0.0, 0.0]
    high = [
        pushed({"bombing": rung, "line": "none"}, CALM)[WASHINGTON]
        for rung in ("interdiction", "industry", "unrestricted", "mining")
    ]
    assert high == sorted(high)
    assert high[0] == 0.0 < high[1]
    limited = pushed({"bombing": "mining", "line": "nineteenth"}, CALM)[WASHINGTON]
    assert 0 < limited < high[-1]
    for act in ({"border": "laos"}, {"border": "cambodia"}, {"cambodia": "heavy"}):
        assert pushed({"bombing": "halt"} | act, CALM)[WASHINGTON] > 0, act
    assert pushed({"bombing": "halt"}, EVERYWHERE)[HANOI] > 0
    two = {"effort": {"I": "offensive", "II": "offensive"}}
    assert pushed({"bombing": "halt"}, two)[HANOI] == 0
    assert pushed({"bombing": "mining", "line": "none"}, CALM, detente=1.0)[WASHINGTON] < high[-1]


def approached(near: float, washington: Any = None, hanoi: Any = None, **draws: float) -> World:
    """Return the war after a quarter that began with the patrons so near."""
    usual = {"detente": 0.0, "aid_moscow": 0.5, "aid_beijing": 0.5, "chill": 0.0, "dissent": 0.0}
    world = war(brink=near, **usual)
    orders = ordered(world, washington or {"bombing": "halt"}, hanoi or CALM)
    return brink.approach(world, orders, luck(**draws), tables())


def test_restraint_takes_the_patrons_back() -> None:
    assert approached(0.8).brink[0] < 0.8
    assert approached(0.8).stepped_in[0] == 0


def test_where_the_threshold_runs_is_drawn_and_nobody_steps_in_well_short_of_it() -> None:
    mined = {"bombing": "mining", "line": "none"}
    assert approached(0.9, mined, threshold=0.05).stepped_in[0] == 1
    assert approached(0.9, mined, threshold=0.95).stepped_in[0] == 0
    assert approached(0.6, mined, threshold=0.0).stepped_in[0] == 0


def test_when_washington_goes_too_far_the_north_is_helped_and_a_summit_is_called_off() -> None:
    mined = {"bombing": "mining", "line": "none"}
    before, after = approached(0.0), approached(1.2, mined)
    assert after.stepped_in[0] == 1
    for name in ("manpower", "air_defence", "aid_moscow", "aid_beijing", "dissent", "chill"):
        assert getattr(after, name)[0] > getattr(before, name)[0], name
    assert after.capital[0, WASHINGTON] < before.capital[0, WASHINGTON]
    assert after.capital[0, HANOI] == before.capital[0, HANOI]
    assert after.brink[0] == pytest.approx(float(tables().constants.brink_after))
    warm = quiet_events().plus("detente", 0.8)
    assert happen(after, warm, luck(), tables()).detente[0] == 0.0
    assert happen(before, warm, luck(), tables()).detente[0] == pytest.approx(0.8)


def test_when_hanoi_drags_its_patrons_in_they_hold_it_back() -> None:
    before, after = approached(0.0), approached(1.2, None, EVERYWHERE)
    assert after.stepped_in[0] == 1
    for name in ("aid_moscow", "aid_beijing"):
        assert getattr(after, name)[0] < getattr(before, name)[0], name
    assert after.capital[0, HANOI] < before.capital[0, HANOI]
    assert after.manpower[0] == before.manpower[0]
    assert after.chill[0] == before.chill[0]


def test_a_capital_has_one_of_five_words_and_a_rung_s_risk_follows_from_it_alone() -> None:
    told = [brink.worded(np.array([near]), tables())[0] for near in (0.0, 0.3, 0.5, 0.7, 0.9)]
    assert told == [0, 1, 2, 3, 4]
    world = war(brink=0.39)
    low, high = (
        brink.estimate(world, luck(seen_brink_hanoi=even), tables()).seen_brink[0, HANOI]
        for even in (0.01, 0.99)
    )
    assert low < high
    calm, mined = (int(brink.risk(2, np.array(size), tables())) for size in (0.0, 0.4))
    assert calm <= 2 < mined
