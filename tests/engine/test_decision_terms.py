"""Decisions and how they are taken, term by term, with dilemmas made for the purpose."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON, Ints
from game.engine.conditions import Atom, Condition
from game.engine.dilemmas import (
    ASKED,
    CHANCE_CAME,
    PLACES,
    PUSHES,
    SEQUEL_CAME,
    SPAN,
    Dilemmas,
    Sequel,
)
from game.engine.luck import DRAWS, Luck
from game.engine.orders import Orders, SideOrders, join, standing
from game.engine.rules import dilemmas as rule
from game.engine.tables import Tables
from game.engine.world import World
from tests.engine.test_war_rules import luck, war
from tests.engine.wars import nothing_ordered, tables

NOW = 10
exactly = pytest.approx
BOTH = pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)


def made(side: int, **rows: Any) -> Tables:
    """Return tables with one dilemma of three answers, the second on record, the third the default;
    ``rows`` sets arrays of Dilemmas at (side, 0, ...)."""
    wide = len(PUSHES) + len(tables().channels.ids)
    found = Dilemmas()
    found = replace(
        found,
        pushes=np.zeros((*found.pushes.shape[:-1], wide)),
        risked=np.zeros((*found.risked.shape[:-1], wide)),
        when={(side, 0): Condition(side), (side, 1): Condition(side), (side, 2): Condition(side)},
        sequels=rows.pop("sequels", {}),
    )
    usual: dict[str, Any] = {"first": 0, "last": 99, "answers": 3, "default": 3, "recorded": 2}
    for name, value in (usual | rows).items():
        getattr(found, name)[side, 0] = value
    return replace(tables(), dilemmas=found)


def calm(**changes: Any) -> World:
    """Return a war in which nobody is asked anything and nothing has been answered."""
    return war(**{"quarter": NOW, "asked": 0, "answered": 0, "answered_in": 0} | changes)


def asking(side: int, **changes: Any) -> World:
    """Return a war in which the first dilemma of a side is asked now."""
    world = calm(**changes)
    asked = np.zeros_like(world.asked)
    asked[0, side, 0] = 1
    return world.with_(asked=asked)


def giving(world: World, side: int, answer: int) -> Orders:
    """Return standing orders with one answer."""
    both: list[SideOrders] = [
        standing(world.in_force[:, one], world.channel[:, one]) for one in (0, 1)
    ]
    given = np.zeros((1, ASKED), dtype=np.int64)
    given[0, 0] = answer
    both[side] = replace(both[side], answers=given)
    return join(*both)


def pushing(effect: str, amount: float, age: int = 0, answer: int = 1) -> Any:
    """Return pushes (A, T, E) of one answer, at one age."""
    wide = len(PUSHES) + len(tables().channels.ids)
    found = np.zeros((*Dilemmas().pushes.shape[2:4], wide))
    found[answer, age, PLACES[effect]] = amount
    return found


# Answers and their price


@BOTH
@pytest.mark.parametrize(("given", "taken"), [(0, 3), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_an_answer_is_the_one_given_and_the_default_where_none_is_or_none_there(
    side: int, given: int, taken: int
) -> None:
    world = asking(side)
    found = rule.answers(world, giving(world, side, given), made(side))
    expected = np.zeros((1, 2, ASKED))
    expected[0, side, 0] = taken
    assert found.tolist() == expected.tolist()
    nothing = calm()
    assert rule.answers(nothing, giving(nothing, side, given), made(side)).sum() == 0


@BOTH
def test_history_s_answer_is_the_one_on_record(side: int) -> None:
    world = asking(side)
    orders = rule.as_recorded(world, nothing_ordered(world), made(side))
    assert orders.answers[0, side].tolist() == [2, 0]
    assert orders.answers[0, 1 - side].tolist() == [0, 0]


@BOTH
def test_an_answer_costs_its_own_price_and_only_its_side(side: int) -> None:
    rules = made(side, price=[0, 4, 0, -2, 0][: Dilemmas().price.shape[2]])
    world = asking(side)
    for answer, price in ((1, 4), (2, 0), (3, -2)):
        paid = rule.face(world, giving(world, side, answer), luck(), rules)[1].paid[0]
        assert (paid[side], paid[1 - side]) == (price, 0)


@BOTH
def test_capital_that_an_answer_brings_is_taken_from_what_is_paid(side: int) -> None:
    rules = made(
        side, price=[0, 4, 0, 0][: Dilemmas().price.shape[2]], pushes=pushing("capital", 3.0)
    )
    world = asking(side, capital=50.0)
    after, faced, _ = rule.face(world, giving(world, side, 1), luck(), rules)
    assert faced.paid[0, side] == 4 - 3
    assert (after.capital == world.capital).all(), "capital is paid with the orders"


@pytest.mark.parametrize(
    ("paid", "bill", "capital", "kept"),
    [
        (5, 10, 20.0, 5),
        (5, 17, 20.9, 3),
        (5, 20, 20.0, 0),
        (5, 30, 20.0, 0),
        (-4, 30, 20.0, -4),
    ],
)
def test_old_answers_take_no_more_than_the_orders_leave(
    paid: int, bill: int, capital: float, kept: int
) -> None:
    none = np.zeros((1, 2, ASKED), dtype=np.int64)
    faced = rule.Faced(none, none, none, none, np.array([[paid, 0]]))
    found = rule.afforded(faced, np.array([[bill, 0]]), np.array([[capital, 9.0]]))
    assert found.paid.tolist() == [[kept, 0]]


@BOTH
def test_the_other_side_reads_of_what_stands_in_the_papers_alone(side: int) -> None:
    rules = made(side, public=[0, 1, 0, 1][: Dilemmas().public.shape[2]])
    world = asking(side)
    for answer, shown in ((1, 1), (2, 0), (3, 3)):
        faced = rule.face(world, giving(world, side, answer), luck(), rules)[1]
        assert faced.shown[0, side].tolist() == [shown, 0]
        assert faced.shown_asked[0, side].tolist() == [int(shown > 0), 0]
        assert faced.asked[0, side].tolist() == [1, 0]
        assert faced.answers[0, side].tolist() == [answer, 0]


# What an answer does


@pytest.mark.parametrize(
    ("effect", "field", "place"),
    [
        ("approval", "approval", None),
        ("dissent", "dissent", None),
        ("stability", "stability", None),
        ("quality", "quality", None),
        ("cohesion", "cohesion", None),
        ("cadres", "cadres", None),
        ("fatigue", "fatigue", None),
        ("preparation", "preparation", None),
        ("air_defence", "air_defence", None),
        ("aid_moscow", "aid_moscow", None),
        ("aid_beijing", "aid_beijing", None),
        ("quarrel", "quarrel", None),
        ("control.II", "control", 1),
        ("control.IV", "control", 3),
        ("function.panhandle", "function", 0),
        ("function.hanoi_haiphong", "function", 2),
    ],
)
@BOTH
def test_an_answer_pushes_its_own_field_at_its_own_place(
    side: int, effect: str, field: str, place: int | None
) -> None:
    start = {
        "approval": 0.5,
        "dissent": 0.5,
        "stability": 0.5,
        "quality": 0.5,
        "cohesion": 0.5,
        "cadres": 0.5,
        "fatigue": 0.5,
        "preparation": 0.5,
        "air_defence": 0.5,
        "aid_moscow": 0.5,
        "aid_beijing": 0.5,
        "quarrel": 0.5,
        "control": 0.5,
        "function": 0.5,
    }
    world, rules = asking(side, **start), made(side, pushes=pushing(effect, 0.02))
    after = rule.face(world, giving(world, side, 1), luck(), rules)
    moved = getattr(after[0], field)[0] - getattr(world, field)[0]
    expected = np.zeros_like(moved)
    expected[() if place is None else place] = 0.02
    assert moved == exactly(expected)
    for name in set(start) - {field}:
        assert (getattr(after[0], name) == getattr(world, name)).all(), name


def test_a_rally_lends_approval_and_is_remembered_as_lent() -> None:
    world = asking(WASHINGTON, approval=0.5, rallied=0.1)
    rules = made(WASHINGTON, pushes=pushing("rally", 0.03))
    after = rule.face(world, giving(world, WASHINGTON, 1), luck(), rules)[0]
    assert (after.approval[0], after.rallied[0]) == (exactly(0.53), exactly(0.13))


@pytest.mark.parametrize(("start", "push", "end"), [(0.99, 0.04, 1.0), (0.01, -0.04, 0.0)])
def test_a_push_stays_inside_its_field_s_bounds(start: float, push: float, end: float) -> None:
    world = asking(HANOI, cohesion=start)
    rules = made(HANOI, pushes=pushing("cohesion", push))
    assert rule.face(world, giving(world, HANOI, 1), luck(), rules)[0].cohesion[0] == end


def remembering(side: int, answer: int, age: int, **changes: Any) -> World:
    """Return a war in which the first dilemma was answered ``age`` quarters ago."""
    world = calm(**changes)
    answered, when = world.answered.copy(), world.answered_in.copy()
    answered[0, side, 0], when[0, side, 0] = answer, NOW - age
    return world.with_(answered=answered, answered_in=when)


@BOTH
@pytest.mark.parametrize("age", [1, 3, SPAN - 1])
def test_an_old_answer_pushes_at_the_age_it_names_and_at_no_other(side: int, age: int) -> None:
    rules = made(side, pushes=pushing("stability", 0.02, age))
    for then in range(SPAN + 2):
        world = remembering(side, 1, then, stability=0.5)
        after = rule.face(world, nothing_ordered(world), luck(), rules)[0]
        assert after.stability[0] - 0.5 == exactly(0.02 if then == age else 0.0)


def test_an_old_answer_that_came_with_its_chance_pushes_as_the_answer_it_is() -> None:
    rules = made(HANOI, pushes=pushing("stability", 0.02, 2))
    for marks in (0, CHANCE_CAME, SEQUEL_CAME, CHANCE_CAME + SEQUEL_CAME):
        world = remembering(HANOI, 1 + marks, 2, stability=0.5)
        after = rule.face(world, nothing_ordered(world), luck(), rules)[0]
        assert after.stability[0] == exactly(0.52)


# Chances and sequels


@BOTH
def test_a_chance_comes_by_its_side_s_own_draw_and_is_remembered(side: int) -> None:
    wide = len(PUSHES) + len(tables().channels.ids)
    risked = np.zeros((Dilemmas().risked.shape[2], wide))
    risked[1, PLACES["stability"]] = -0.04
    rules = made(side, risk=[0.0, 0.3, 0.0, 0.0][: Dilemmas().risk.shape[2]], risked=risked)
    world = asking(side, stability=0.5)
    for draw, came in ((0.299, True), (0.301, False)):
        name = f"dilemma_{SIDES[side]}_0"
        after, _, _ = rule.face(world, giving(world, side, 1), luck(**{name: draw}), rules)
        assert after.stability[0] == exactly(0.46 if came else 0.5)
        assert after.answered[0, side, 0] == 1 + CHANCE_CAME * came
        assert after.answered_in[0, side, 0] == NOW
        assert after.answered[0, 1 - side].sum() == 0


@BOTH
@pytest.mark.parametrize(
    ("age", "answer", "holds", "comes"),
    [
        (0, 1, True, False),
        (1, 1, True, True),
        (4, 1, True, True),
        (5, 1, True, False),
        (2, 1, False, False),
        (2, 2, True, False),
        (2, 1 + SEQUEL_CAME, True, False),
        (2, 1 + CHANCE_CAME, True, True),
    ],
)
def test_a_sequel_comes_once_within_its_quarters_when_its_condition_holds(
    side: int, age: int, answer: int, holds: bool, comes: bool
) -> None:
    wide = len(PUSHES) + len(tables().channels.ids)
    pushes = np.zeros(wide)
    pushes[PLACES["stability"]] = 0.03
    when = Condition(side, ((Atom("field", "opposition", -1, ">", 0.4),),))
    rules = made(side, sequels={(side, 0, 1): Sequel(when, 4, pushes)})
    world = remembering(side, answer, age, stability=0.5, opposition=0.5 if holds else 0.3)
    after, _, _ = rule.face(world, nothing_ordered(world), luck(), rules)
    assert after.stability[0] == exactly(0.53 if comes else 0.5)
    assert after.answered[0, side, 0] == answer + (SEQUEL_CAME if comes else 0)


# Luck that answers sway


@BOTH
@pytest.mark.parametrize("effect", ["own_noise", "enemy_noise"])
def test_better_eyes_change_one_s_own_errors_and_secrecy_the_enemy_s(
    side: int, effect: str
) -> None:
    rules = made(side, pushes=pushing(effect, np.log(0.8)))
    world = asking(side)
    rows = np.full((len(DRAWS), 1), 0.5)
    swayed = rule.face(world, giving(world, side, 1), Luck(rows), rules)[2]
    observer = side if effect == "own_noise" else 1 - side
    for place, name in enumerate(DRAWS):
        factor = 0.8 if name in rule.ESTIMATES[observer] else 1.0
        assert swayed.rows[place, 0] == exactly(0.5 * factor), name


@BOTH
def test_a_channel_leaks_the_more_that_an_answer_has_made_unsafe(side: int) -> None:
    pushes = pushing("stability", 0.0)
    pushes[1, 0, len(PUSHES) + 1] = 0.06
    rules = made(side, pushes=pushes)
    world = asking(side)
    channels = np.zeros((1, 2), dtype=np.int64)
    channels[0, side] = 1
    orders = replace(giving(world, side, 1), channel=channels)
    rows = np.full((len(DRAWS), 1), 0.5)
    swayed = rule.face(world, orders, Luck(rows), rules)[2]
    changed = [name for place, name in enumerate(DRAWS) if swayed.rows[place, 0] != 0.5]
    assert changed == [f"leak_{SIDES[side]}"]
    assert swayed.rows[DRAWS.index(changed[0]), 0] == exactly(0.44)


# What is asked


def asked_in(rules: Tables, side: int, world: World) -> list[int]:
    """Return what a side is asked, by number."""
    found: Ints = rule.ask(world, rules).asked[0, side]
    assert rule.ask(world, rules).asked[0, 1 - side].sum() == 0
    return [int(number) for number in found if number]


@BOTH
@pytest.mark.parametrize(
    ("quarter", "first", "last", "comes"),
    [
        (9, 10, 12, False),
        (10, 10, 12, True),
        (12, 10, 12, True),
        (13, 10, 12, False),
    ],
)
def test_a_dilemma_is_asked_within_its_span(
    side: int, quarter: int, first: int, last: int, comes: bool
) -> None:
    rules = made(side, first=first, last=last)
    assert asked_in(rules, side, calm(quarter=quarter)) == ([1] if comes else [])


@BOTH
def test_a_dilemma_is_asked_once_in_a_running_war_and_when_its_condition_holds(side: int) -> None:
    rules = made(side)
    assert asked_in(rules, side, calm(quarter=NOW)) == [1]
    assert asked_in(rules, side, remembering(side, 1, 1)) == []
    assert asked_in(rules, side, calm(quarter=NOW, ended=1)) == []
    assert asked_in(rules, side, calm(quarter=rules.quarters)) == []
    when = Condition(side, ((Atom("field", "opposition", -1, "<", 0.4),),))
    rules = replace(rules, dilemmas=replace(rules.dilemmas, when={(side, 0): when}))
    assert asked_in(rules, side, calm(quarter=NOW, opposition=0.3)) == [1]
    assert asked_in(rules, side, calm(quarter=NOW, opposition=0.5)) == []
    unforeseen = replace(rules, dilemmas=rules.dilemmas.unforeseen())
    assert asked_in(unforeseen, side, calm(quarter=NOW, opposition=0.3)) == []


@BOTH
def test_at_most_two_are_asked_those_that_close_soonest_first(side: int) -> None:
    rules = made(side)
    for number, last in ((0, 50), (1, 30), (2, 40)):
        rules.dilemmas.answers[side, number] = 2
        rules.dilemmas.last[side, number] = last
    assert asked_in(rules, side, calm(quarter=NOW)) == [2, 3]


@pytest.mark.parametrize(
    ("given", "bill", "said"),
    [
        ([0, 0], 100, []),
        ([1, 0], 0, []),
        ([1, 0], 6, []),
        ([1, 0], 7, ["orders and answers cost 11 points and 10 are there"]),
        ([4, 0], 0, ["there is no answer 4 to what is asked in place 1"]),
        ([0, 1], 0, ["nothing is asked in place 2"]),
    ],
)
def test_answers_that_cannot_be_given_are_refused_with_their_place(
    given: list[int], bill: int, said: list[str]
) -> None:
    class Seen:
        asked = np.array([1, 0])
        capital = 10.9

    rules = made(HANOI, price=[0, 4, 0, 0][: Dilemmas().price.shape[2]])
    assert rule.refusals(HANOI, np.array(given), bill, Seen(), rules) == said
