"""Orders: words and arrays say the same; what may not be given is refused by name or falls back."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.ladders import LADDERS, TROOPS_LIMITS, USED, L, slot_of
from game.engine.menu import refusals, within_means
from game.engine.orders import OrderError, SideOrders, blank, from_words, in_steps, to_words
from game.engine.prices import flat_places, prices_of
from game.engine.view import View, view
from tests.engine.wars import played, ready, start, tables

CHANNELS = ("public", "poland", "paris")


@st.composite
def words(draw: st.DrawFn, side: int) -> dict[str, Any]:
    """Return complete orders of one side, as words."""
    found: dict[str, Any] = {}
    for ladder in LADDERS[side]:
        rungs = st.sampled_from(ladder.rungs)
        found[ladder.name] = (
            {corps: draw(rungs) for corps in CORPS} if ladder.by_corps else draw(rungs)
        )
    if side == WASHINGTON:
        low, high = TROOPS_LIMITS[LADDERS[side][4].rungs.index(found["troops"])]
        found["troops_number"] = round(draw(st.floats(low, high)), 3)
    found["channel"] = draw(st.sampled_from(CHANNELS))
    if draw(st.booleans()):
        found["terms"] = draw(st.lists(st.integers(0, 3), min_size=5, max_size=5))
    if draw(st.booleans()):
        found["accept"] = True
    return found


@settings(max_examples=60)
@given(data=st.data(), side=st.sampled_from([WASHINGTON, HANOI]))
def test_words_become_orders_and_the_same_words_again(data: st.DataObject, side: int) -> None:
    said = data.draw(words(side))
    orders = from_words(side, said, blank(1), CHANNELS)
    assert to_words(side, orders, CHANNELS) == said


@settings(max_examples=40)
@given(data=st.data(), side=st.sampled_from([WASHINGTON, HANOI]))
def test_words_put_over_other_orders_replace_every_rung(data: st.DataObject, side: int) -> None:
    base = from_words(side, data.draw(words(side)), blank(1), CHANNELS)
    said = data.draw(words(side))
    orders = from_words(side, said, base, CHANNELS)
    assert (orders.rungs == from_words(side, said, blank(1), CHANNELS).rungs).all()


def test_words_left_out_stand() -> None:
    base = from_words(
        HANOI, {"infiltration": "heavy", "effort": {"II": "main_force"}}, blank(1), CHANNELS
    )
    orders = from_words(HANOI, {"effort": {"I": "guerrilla"}}, base, CHANNELS)
    said = to_words(HANOI, orders, CHANNELS)
    assert said["infiltration"] == "heavy"
    assert said["effort"] == {
        "I": "guerrilla",
        "II": "main_force",
        "III": "lie_low",
        "IV": "lie_low",
    }


@pytest.mark.parametrize(
    ("side", "said", "named"),
    [
        (WASHINGTON, {"bombing": "nuclear"}, ["bombing", "'nuclear'", "halt", "mining"]),
        (WASHINGTON, {"bombing": 3}, ["bombing", "3"]),
        (WASHINGTON, {"ground": "search"}, ["ground", "'search'", "corps"]),
        (WASHINGTON, {"ground": {"V": "search"}}, ["ground", "'V'", "I, II, III, IV"]),
        (WASHINGTON, {"ground": {"I": "hide"}}, ["ground.I", "'hide'"]),
        (WASHINGTON, {"troops_number": 101}, ["troops_number", "101"]),
        (WASHINGTON, {"troops_number": float("nan")}, ["troops_number", "nan"]),
        (WASHINGTON, {"troops_number": float("inf")}, ["troops_number", "inf"]),
        (WASHINGTON, {"troops_number": True}, ["troops_number", "True"]),
        (WASHINGTON, {"troops_number": "many"}, ["troops_number", "'many'"]),
        (WASHINGTON, {"troops": "in", "troops_number": 50}, ["troops in", "30", "50"]),
        (WASHINGTON, {"infiltration": "heavy"}, ["washington", "'infiltration'"]),
        (HANOI, {"troops_number": 5}, ["hanoi", "'troops_number'"]),
        (HANOI, {"effort": {"II": "everything"}}, ["effort.II", "'everything'"]),
        (HANOI, {"channel": "mars"}, ["channel", "'mars'", "poland"]),
        (HANOI, {"terms": [0, 1, 2, 3]}, ["terms", "5", "[0, 1, 2, 3]"]),
        (HANOI, {"terms": [0, 1, 2, 3, 4]}, ["terms", "4"]),
        (HANOI, {"terms": [0, 1, 2, 3, True]}, ["terms", "True"]),
        (HANOI, {"terms": 7}, ["terms", "7"]),
        (HANOI, {"accept": 1}, ["accept", "true or false", "1"]),
        (HANOI, {"posture": None}, ["posture", "None", "refuse"]),
    ],
)
def test_a_wrong_word_is_refused_with_its_ladder_and_value(
    side: int, said: dict[str, Any], named: list[str]
) -> None:
    with pytest.raises(OrderError) as refusal:
        from_words(side, said, blank(1), CHANNELS)
    for part in named:
        assert part in str(refusal.value)


def test_a_number_of_men_finds_its_rung_and_a_rung_its_usual_number() -> None:
    for number, rung in ((-100, 0), (-31, 0), (-30, 0), (-5, 1), (0, 2), (5, 3), (30, 3), (100, 4)):
        orders = from_words(WASHINGTON, {"troops_number": number}, blank(1), CHANNELS)
        assert orders.rungs[0, slot_of(WASHINGTON, "troops")] == rung
    for rung in LADDERS[WASHINGTON][4].rungs:
        orders = from_words(WASHINGTON, {"troops": rung}, blank(1), CHANNELS)
        assert in_steps(float(orders.troops[0]))


# What may be given: refusals


def seen(side: int, **changes: Any) -> View:
    """Return the first quarter's view of a side, with some of its fields changed."""
    through = view(start(), side, tables())
    return replace(through, fields=through.fields | changes)


def said(side: int, **words: Any) -> SideOrders:
    """Return one war's orders: what stands, with some words over it."""
    through = view(start(), side, tables())
    base = SideOrders(
        through.in_force[None].copy(),
        np.zeros(1),
        np.zeros(1, dtype=np.int64),
        np.full((1, 5), -1),
        np.zeros(1, dtype=np.int64),
    )
    return from_words(side, words, base, tables().channels.ids)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_standing_orders_are_never_refused(side: int) -> None:
    assert refusals(side, said(side), seen(side)) == []
    assert refusals(side, said(side), seen(side, capital=0.0)) == []


def test_refusals_name_what_is_refused() -> None:
    offensive = said(HANOI, effort={"III": "offensive"})
    assert any(
        "effort offensive in III Corps" in line for line in refusals(HANOI, offensive, seen(HANOI))
    )
    dear = said(WASHINGTON, bombing="mining", cambodia="heavy", trail="saturation")
    found = refusals(WASHINGTON, dear, seen(WASHINGTON, capital=1.0, legal=np.ones(99)))
    assert len(found) == 1
    assert "1 are there" in found[0]
    many = said(WASHINGTON, troops_number=90)
    found = refusals(WASHINGTON, many, seen(WASHINGTON, reserve=10.0))
    assert any("90 thousand men are not there to send; 10 are" in line for line in found)
    home = said(WASHINGTON, troops_number=-90)
    found = refusals(WASHINGTON, home, seen(WASHINGTON, troops=23.3))
    assert any("90 thousand men are not there to withdraw; 23.3 are" in line for line in found)


def test_a_purse_is_told_in_the_whole_points_that_are_there() -> None:
    dear = said(WASHINGTON, bombing="unrestricted")
    bill = int(prices_of(seen(WASHINGTON).prices[None], WASHINGTON, dear.rungs).sum())
    found = refusals(WASHINGTON, dear, seen(WASHINGTON, capital=bill - 0.1, legal=np.ones(99)))
    assert f"these orders cost {bill} points and {bill - 1} are there" in found


def test_men_go_in_steps_of_five_thousand_but_for_the_record() -> None:
    odd = said(WASHINGTON, troops_number=12.5)
    assert any("steps of 5" in line for line in refusals(WASHINGTON, odd, seen(WASHINGTON)))
    assert refusals(WASHINGTON, odd, seen(WASHINGTON), exact=True) == []


def test_nothing_is_signed_that_is_not_on_a_table_that_has_sat() -> None:
    signing, package = said(HANOI, accept=True), np.full((2, 5), 1)
    assert refusals(HANOI, signing, seen(HANOI, talking=2))
    assert refusals(HANOI, signing, seen(HANOI, tabled=package, talking=0))
    assert refusals(HANOI, signing, seen(HANOI, tabled=package, talking=2)) == []


def test_a_closed_channel_is_refused() -> None:
    through = seen(HANOI)
    closed = int(np.flatnonzero(through.channels == 0)[0])
    orders = replace(said(HANOI), channel=np.array([closed]))
    assert refusals(HANOI, orders, through) == ["the channel is closed this quarter"]


# What happens to orders that may not be given: the fallback


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_fallback_never_costs_more_than_is_there_and_is_never_refused(side: int) -> None:
    generator = np.random.default_rng(2)
    for step in played(64, 5)[::6]:
        world = step.opening
        own = [getattr(world, name)[:, side] for name in ("prices", "legal", "in_force")]
        purse = world.capital[:, side] * generator.uniform(0, 1, 64)
        wish = blank(64)
        wish.rungs[:] = np.where(USED[side], generator.integers(0, 2, (64, L)), 0)
        kept = within_means(wish, side, *own, purse)
        paid = prices_of(own[0], side, kept.rungs).sum(axis=1)
        legal = np.take_along_axis(own[1], flat_places(side, kept.rungs), axis=1)
        assert (paid <= purse)[world.running].all()
        assert (legal[:, USED[side]] == 1)[world.running].all()


def test_a_short_purse_gives_way_from_the_last_ladder_to_the_first() -> None:
    side, through = WASHINGTON, seen(WASHINGTON)
    order = said(
        side, bombing="reconnaissance", trail="heavy", vietnamization="train", posture="talks"
    )
    slots = [slot_of(side, name) for name in ("bombing", "trail", "vietnamization", "posture")]
    costs = prices_of(through.prices[None], side, order.rungs)[0][slots]
    assert (costs > 0).all()
    for kept_up in range(5):
        purse = np.array([float(costs[:kept_up].sum())])
        kept = within_means(
            order,
            side,
            through.prices[None],
            np.ones_like(through.legal[None]),
            through.in_force[None],
            purse,
        )
        moved = kept.rungs[0][slots] != through.in_force[slots]
        assert moved.tolist() == [place < kept_up for place in range(4)]


def test_an_illegal_rung_falls_back_before_the_purse_is_looked_at() -> None:
    side, through = HANOI, seen(HANOI)
    order = said(side, effort={"I": "offensive"}, infiltration="steady")
    kept = within_means(
        order,
        side,
        through.prices[None],
        through.legal[None],
        through.in_force[None],
        np.array([through.capital]),
    )
    effort, infiltration = slot_of(side, "effort"), slot_of(side, "infiltration")
    assert kept.rungs[0, effort] == through.in_force[effort]
    assert kept.rungs[0, infiltration] == order.rungs[0, infiltration]


def test_troops_that_fall_back_hold_and_send_nobody() -> None:
    through = seen(WASHINGTON)
    order = said(WASHINGTON, troops_number=60)
    kept = within_means(
        order,
        WASHINGTON,
        through.prices[None],
        through.legal[None],
        through.in_force[None],
        np.zeros(1),
    )
    assert kept.troops[0] == 0
    assert to_words(WASHINGTON, kept, tables().channels.ids)["troops"] == "hold"


def test_a_war_that_has_ended_takes_no_orders() -> None:
    world = ready(start().with_(ended=np.array([2])))
    for side in (WASHINGTON, HANOI):
        found = refusals(side, said(side), view(world, side, tables()))
        assert len(found) >= USED[side].sum(), SIDES[side]
