"""Pressure and the brink, term by term: what one input alone changes, by how much."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.rules import brink, pressure
from game.engine.world import World
from tests.engine.test_war_rules import Words, luck, war
from tests.engine.wars import ordered, tables

C = tables().constants
exactly = pytest.approx
SIDES = pytest.mark.parametrize("side", [WASHINGTON, HANOI])
TYPES = pytest.mark.parametrize("resilience", [0, 1])
CORPS = ("I", "II", "III", "IV")


def row(side: int, own: float, other: float = 0.0) -> Any:
    """Return (N, S) of one war by whose it is."""
    made = np.full((1, 2), other)
    made[0, side] = own
    return made


def typed(side: int, resilience: int, **changes: Any) -> World:
    """Return a war in which ``side`` is of a type and the other of the other."""
    usual = {
        "strain": 0.0,
        "broken": 0.0,
        "cohesion": 0.6,
        "approval": 0.5,
        "stability": 0.6,
        "capital": 50.0,
        "dissent": 0.1,
    }
    types = row(side, resilience, 1 - resilience).astype(np.int64)
    return war(**usual | changes).with_(resilience=types)


def share(side: int, resilience: int) -> float:
    """Return the share of an escalation that a side withstands."""
    return float((C.withstand_low, C.withstand_high)[resilience][side])


@SIDES
@TYPES
def test_each_side_withstands_by_its_own_type(side: int, resilience: int) -> None:
    found = pressure.withstand(typed(side, resilience), tables())[0]
    assert found[side] == exactly(share(side, resilience))
    assert found[1 - side] == exactly(share(1 - side, 1 - resilience))


# Strain


@SIDES
@TYPES
def test_the_enemy_s_escalation_strains_by_what_is_not_withstood(
    side: int, resilience: int
) -> None:
    world, nobody = typed(side, resilience), np.zeros((1, 2))
    for climbed in (1.0, 0.5):
        found = pressure.strain(world, row(1 - side, climbed), nobody, tables()).strain[0]
        assert found[side] == exactly(C.strained * climbed * (1 - share(side, resilience)))
        assert found[1 - side] == 0.0


@SIDES
def test_strain_fades_and_sates_and_is_less_at_the_table(side: int) -> None:
    strained = typed(side, 0).with_(strain=row(side, 0.5))
    nobody, climbed = np.zeros((1, 2)), row(1 - side, 1.0)
    faded = pressure.strain(strained, nobody, nobody, tables()).strain[0, side]
    assert faded == exactly(0.5 * C.strain_kept)
    fresh = pressure.strain(typed(side, 0), climbed, nobody, tables()).strain[0, side]
    more = pressure.strain(strained, climbed, nobody, tables()).strain[0, side] - faded
    assert more == exactly((1 - 0.5 * C.strain_sated) * fresh)
    seated = pressure.strain(typed(side, 0), climbed, row(side, 1.0), tables()).strain[0, side]
    assert seated == exactly((1 + C.strain_at_table) * fresh)
    other = pressure.strain(typed(side, 0), climbed, row(1 - side, 1.0), tables()).strain[0, side]
    assert other == exactly(fresh)


# What gives way


@SIDES
@TYPES
def test_what_is_not_withstood_breaks_and_stays_broken_for_years(
    side: int, resilience: int
) -> None:
    world = typed(side, resilience).with_(broken=np.array([[0.2, 0.4]]))
    old = C.broken_kept * world.broken[0]
    for pressed in (1.0, 0.5):
        after = pressure.give_way(world, row(side, pressed), tables())
        broken = C.gives_way * pressed * (1 - share(side, resilience))
        assert after.broken[0, side] == exactly(old[side] + broken)
        assert after.broken[0, 1 - side] == exactly(old[1 - side])
        ours = broken if side == WASHINGTON else 0.0
        theirs = broken if side == HANOI else 0.0
        assert after.approval[0] == exactly(0.5 - C.broken_approval * ours)
        assert after.stability[0] == exactly(0.6 - C.broken_stability * ours)
        assert after.cohesion[0] == exactly(0.6 - C.broken_cohesion * theirs)


@SIDES
@TYPES
def test_what_is_withstood_costs_who_pressed(side: int, resilience: int) -> None:
    world = typed(1 - side, resilience)
    before = pressure.rebuff(world, np.zeros((1, 2)), tables())
    assert (before.capital[0].tolist(), before.broken[0].tolist()) == ([50.0, 50.0], [0.0, 0.0])
    for pressing in (1.0, 0.5):
        after = pressure.rebuff(world, row(side, pressing), tables())
        failed = C.rebuffed * pressing * share(1 - side, resilience)
        assert after.broken[0, side] == exactly(C.rebuffed_broken * failed)
        assert after.capital[0, side] == exactly(50 - C.rebuffed_capital * failed)
        assert (after.broken[0, 1 - side], after.capital[0, 1 - side]) == (0.0, 50.0)
        ours, theirs = (failed, 0.0) if side == WASHINGTON else (0.0, failed)
        assert after.dissent[0] == exactly(0.1 + C.rebuffed_dissent * ours)
        assert after.cohesion[0] == exactly(0.6 - C.rebuffed_cohesion * theirs)


@SIDES
@pytest.mark.parametrize("seated", [WASHINGTON, HANOI, None])
def test_an_escalation_in_full_breaks_one_and_rebuffs_the_other_and_less_at_the_table(
    side: int, seated: int | None
) -> None:
    world = typed(side, 0)
    is_open = np.zeros((1, 2)) if seated is None else row(seated, 1.0)
    eased = float(1 + C.strain_at_table) if seated == side else 1.0
    after = pressure.press(world, row(1 - side, 1.0), is_open, tables())
    broken = C.gives_way * eased * (1 - share(side, 0))
    failed = C.rebuffed * eased * share(side, 0)
    assert after.broken[0, side] == exactly(broken)
    assert after.broken[0, 1 - side] == exactly(C.rebuffed_broken * failed)
    assert after.strain[0, side] > 0 == after.strain[0, 1 - side]
    merely = pressure.press(world, row(1 - side, 1 / 3), is_open, tables())
    assert merely.broken.tolist() == [[0.0, 0.0]]
    assert merely.strain[0, side] > 0


@SIDES
def test_a_state_breaks_by_what_exceeds_what_it_bears(side: int) -> None:
    borne = float(C.strain_borne[side])
    for strain, over in ((borne - 0.1, 0.0), (borne, 0.0), (borne + 0.3, 0.3)):
        world = typed(side, 0).with_(strain=row(side, strain, 0.9))
        assert pressure.breaking(world, side, tables())[0] == exactly(over, abs=1e-12)


# The brink


QUIET: Words = {"bombing": "halt", "border": "none", "cambodia": "off"}


def pushed(washington: Words | None = None, hanoi: Words | None = None, **changes: Any) -> Any:
    """Return how much nearer each side's orders bring the patrons."""
    world = war(**{"detente": 0.0} | changes)
    orders = ordered(world, QUIET | (washington or {}), hanoi)
    return brink.provocation(world, orders, tables())[0]


@pytest.mark.parametrize(("rung", "name"), [(3, "industry"), (4, "unrestricted"), (5, "mining")])
@pytest.mark.parametrize(("place", "line"), [(0, "nineteenth"), (1, "twentieth"), (2, "none")])
def test_bombing_brings_the_patrons_nearer_by_its_rung_and_its_line(
    rung: int, name: str, place: int, line: str
) -> None:
    found = pushed({"bombing": name, "line": line})
    assert found == exactly([C.brink_by_bombing[rung] * C.brink_by_line[place], 0.0])


@pytest.mark.parametrize(
    ("ladder", "rung", "name", "constant"),
    [
        ("border", 1, "laos", C.brink_by_border),
        ("border", 2, "cambodia", C.brink_by_border),
        ("cambodia", 2, "open", C.brink_by_cambodia),
        ("cambodia", 3, "heavy", C.brink_by_cambodia),
    ],
)
def test_borders_and_neutrals_bring_the_patrons_nearer(
    ladder: str, rung: int, name: str, constant: Any
) -> None:
    assert pushed({ladder: name}) == exactly([constant[rung], 0.0])
    both = pushed({ladder: name, "bombing": "mining", "line": "none"})
    assert both[WASHINGTON] == exactly(constant[rung] + C.brink_by_bombing[5])


@pytest.mark.parametrize("corps", [0, 2, 3, 4])
def test_an_invasion_by_the_main_force_brings_hanoi_s_patrons_nearer(corps: int) -> None:
    effort = dict.fromkeys(CORPS, "main_force") | dict.fromkeys(CORPS[:corps], "offensive")
    wanted = C.brink_by_invasion if corps >= C.brink_corps else 0.0
    assert pushed(None, {"effort": effort}) == exactly([0.0, float(wanted)])


def test_detente_makes_the_patrons_look_away() -> None:
    calm, warm = (
        pushed({"bombing": "mining", "line": "none"}, detente=share)[WASHINGTON]
        for share in (0.0, 0.5)
    )
    assert warm == exactly((1 - 0.5 * C.brink_eased) * calm)


def approached(
    words: Words | None = None, hanoi: Words | None = None, threshold: float = 0.5, **changes: Any
) -> World:
    """Return the world after the brink has moved."""
    usual = {
        "detente": 0.0,
        "brink": 0.0,
        "chill": 0.0,
        "stepped_in": 0,
        "capital": 50.0,
        "manpower": 300.0,
        "air_defence": 0.5,
        "aid_moscow": 0.5,
        "aid_beijing": 0.4,
        "dissent": 0.1,
    }
    world = war(**usual | changes)
    orders = ordered(world, QUIET | (words or {}), hanoi)
    return brink.approach(world, orders, luck(threshold=threshold), tables())


MINED: Words = {"bombing": "mining", "line": "none"}
INVADED: Words = {"effort": dict.fromkeys(CORPS, "offensive")}


def test_the_brink_recedes_and_comes_nearer_by_what_both_sides_do() -> None:
    assert approached(brink=0.5).brink[0] == exactly(0.5 * C.brink_kept)
    after = approached(MINED, INVADED, brink=0.5)
    assert after.brink[0] == exactly(
        0.5 * C.brink_kept + C.brink_by_bombing[5] + C.brink_by_invasion
    )
    assert after.stepped_in[0] == 0


@pytest.mark.parametrize("draw", [0.1, 0.5, 0.9])
def test_nobody_knows_exactly_where_the_threshold_runs(draw: float) -> None:
    threshold = 1 + float(C.brink_width) * (2 * draw - 1)
    start = (threshold - float(C.brink_by_bombing[5])) / float(C.brink_kept)
    for step, came in ((-1e-6, 0), (1e-6, 1)):
        after = approached(MINED, threshold=draw, brink=start + step)
        assert after.stepped_in[0] == came
    assert approached(MINED, threshold=draw, brink=start + 1e-6).brink[0] == exactly(
        float(C.brink_after)
    )


def test_the_patrons_step_in_where_washington_went_too_far() -> None:
    after = approached(MINED, brink=1.1, stepped_in=1)
    assert after.stepped_in[0] == 2
    assert after.chill[0] == 1.0
    assert after.manpower[0] == exactly(300 + C.volunteers)
    assert after.air_defence[0] == exactly(0.5 + C.fighters)
    assert after.aid_moscow[0] == exactly(0.5 + C.rush_of_aid)
    assert after.aid_beijing[0] == exactly(0.4 + C.rush_of_aid)
    assert after.dissent[0] == exactly(0.1 + C.alarm)
    assert after.capital[0] == exactly([50 - C.alarm_capital, 50])


def test_the_patrons_hold_hanoi_back_where_it_did() -> None:
    after = approached(None, INVADED, brink=1.2)
    assert (after.stepped_in[0], after.chill[0]) == (1, 0.0)
    assert after.manpower[0] == 300.0
    assert after.air_defence[0] == 0.5
    assert after.aid_moscow[0] == exactly(0.5 - C.leash)
    assert after.aid_beijing[0] == exactly(0.4 - C.leash)
    assert after.dissent[0] == exactly(0.1)
    assert after.capital[0] == exactly([50, 50 - C.alarm_capital])


def test_who_brought_the_patrons_nearer_this_quarter_is_to_blame() -> None:
    both = approached({"bombing": "industry", "line": "none"}, INVADED, brink=1.2)
    assert both.aid_moscow[0] < 0.5
    same = approached(MINED, INVADED, brink=1.2)
    assert same.aid_moscow[0] > 0.5


def test_a_chill_fades_and_chills_the_detente_in_force() -> None:
    assert approached(chill=0.8).chill[0] == exactly(0.8 * C.chill_kept)
    assert brink.chilled(np.array([0.6]), np.array([0.25]))[0] == exactly(0.45)


@pytest.mark.parametrize(
    ("value", "word"), [(0.0, 0), (0.19, 0), (0.20, 1), (0.45, 2), (0.61, 3), (0.8, 4), (2.0, 4)]
)
def test_how_near_it_is_is_told_in_one_of_five_words(value: float, word: int) -> None:
    assert C.brink_steps.tolist() == [0.2, 0.4, 0.6, 0.8]
    assert brink.worded(np.array([value]), tables())[0] == word


@SIDES
@pytest.mark.parametrize("draw", [0.0, 0.5, 1.0])
def test_each_capital_misjudges_by_its_own_draw(side: int, draw: float) -> None:
    name = ("seen_brink_washington", "seen_brink_hanoi")[side]
    world = war(brink=0.5)
    found = brink.estimate(world, luck(**{name: draw}), tables()).seen_brink[0]
    seen = 0.5 + float(C.brink_noise) * (2 * draw - 1)
    assert found[side] == brink.worded(np.array([seen]), tables())[0]
    assert found[1 - side] == 2


@pytest.mark.parametrize("word", range(5))
@pytest.mark.parametrize("more", [0.0, 0.2, 0.5])
def test_a_risk_follows_from_the_word_alone(word: int, more: float) -> None:
    edges = [0.0, *C.brink_steps.tolist(), 1.0]
    middle = (edges[word] + edges[word + 1]) / 2
    found = brink.risk(word, np.array([more]), tables())[0]
    assert found == brink.worded(np.array([C.brink_kept * middle + more]), tables())[0]
