"""Prices, term by term: what a step up, a step down, an act and the temptation cost."""

from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.ladders import FLAT_START, LADDERS, SLOTS, Effort, L, R, TroopMoves
from game.engine.prices import (
    ACT,
    DOWN,
    UP,
    escalation_chance,
    price_list,
    price_paid,
    prices_of,
    shown_temptation,
    temptation,
)
from game.engine.world import World
from tests.engine.test_war_rules import war
from tests.engine.wars import tables

C = tables().constants
EVEN = 0.5
"""The probability of escalating at which the temptation leaves a price as it is."""
exactly = pytest.approx
EVERY = [(side, ladder) for side in (WASHINGTON, HANOI) for ladder in LADDERS[side]]
NAMES = [f"{SIDES[side]}-{ladder.name}" for side, ladder in EVERY]


def chance(value: Any) -> World:
    """Return a war in which the rule gives each government a chance to escalate, (S,) by side."""
    row = np.broadcast_to(np.asarray(value, dtype=float), (2,))[::-1]  # row s is the sender
    world = war()
    return world.with_(
        **{
            name: row[None].copy()
            for name in ("dove_open", "dove_closed", "hawk_open", "hawk_closed")
        }
    )


def standing(side: int, name: str, rung: int, reached: int | None = None, at: Any = EVEN) -> World:
    """Return a war in which a ladder stands at a rung, its highest of two quarters ``reached``."""
    world = chance(at)
    place = SLOTS[side][name]
    fields = ("in_force", "reached", "reached_before")
    made = {field: getattr(world, field).copy() for field in fields}
    made["in_force"][0, side, place] = rung
    made["reached"][0, side, place] = 0
    made["reached_before"][0, side, place] = rung if reached is None else reached
    return world.with_(**made)


def price(world: World, side: int, name: str, rung: int) -> int:
    """Return the price of a rung, in the last of its corps where it is by corps."""
    slot = SLOTS[side][name].stop - 1
    return int(price_list(world, tables())[0, side, FLAT_START[side, slot] + rung])


@pytest.mark.parametrize(("side", "ladder"), EVERY, ids=NAMES)
def test_each_step_up_and_down_costs_its_points_and_an_act_its_own(side: int, ladder: Any) -> None:
    up, down = UP[side].get(ladder.name, 0.0), DOWN[side].get(ladder.name, 0.0)
    acts = ACT[side].get(ladder.name, (0.0,) * 9)
    for stands in range(len(ladder.rungs)):
        for rung in range(len(ladder.rungs)):
            steps = rung - stands
            points = up * max(steps, 0) + down * max(-steps, 0) + (acts[rung] if steps else 0.0)
            found = price(standing(side, ladder.name, stands), side, ladder.name, rung)
            assert found == np.rint(points), (stands, rung)


@pytest.mark.parametrize(("side", "ladder"), EVERY, ids=NAMES)
@pytest.mark.parametrize("at", [0.0, 1.0])
def test_temptation_makes_dear_or_cheap_what_escalates_and_nothing_else(
    side: int, ladder: Any, at: float
) -> None:
    factor = float(C.temptation_high if at == 0.0 else C.temptation_low)
    asked = [at, EVEN] if side == WASHINGTON else [EVEN, at]
    for rung in range(len(ladder.rungs)):
        usual = price(standing(side, ladder.name, 0), side, ladder.name, rung)
        found = price(standing(side, ladder.name, 0, at=asked), side, ladder.name, rung)
        climbs = (
            ladder.war and rung > 0 and not (ladder.name == "effort" and rung < Effort.MAIN_FORCE)
        )
        climbs |= ladder.name == "troops" and rung == TroopMoves.IN_FAST
        wanted = usual * (factor if climbs else 1.0)
        assert found == exactly(wanted, abs=1.01 if climbs else 0), rung
        held = standing(side, ladder.name, 0, reached=len(ladder.rungs) - 1, at=asked)
        if ladder.name != "troops":
            assert price(held, side, ladder.name, rung) == usual, "held within two quarters"


def test_temptation_falls_from_its_high_to_its_low_by_equal_ratios() -> None:
    factors = temptation(np.array([0.0, 0.25, 0.5, 0.75, 1.0]), tables())
    assert factors[[0, -1]] == exactly([float(C.temptation_high), float(C.temptation_low)])
    ratios = factors[1:] / factors[:-1]
    assert ratios == exactly([ratios[0]] * 4)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize(
    ("nerve", "openness", "name"),
    [
        (1, 1.0, "dove_open"),
        (1, 0.0, "dove_closed"),
        (0, 1.0, "hawk_open"),
        (0, 0.0, "hawk_closed"),
    ],
)
def test_a_government_s_chance_is_its_own_nerve_s_at_the_posture_it_last_saw(
    side: int, nerve: int, openness: float, name: str
) -> None:
    world = chance(0.1)
    seen, row = world.openness.copy(), getattr(world, name).copy()
    seen[0], seen[0, 1 - side] = 1.0 - openness, openness
    nerves = np.full((1, 2), 1 - nerve)
    nerves[0, side] = nerve
    row[0, 1 - side] = 0.8
    world = world.with_(openness=seen, nerve=nerves, **{name: row})
    assert escalation_chance(world, side)[0] == 0.8


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
def test_a_price_list_shows_the_temptation_in_it(side: int, at: float) -> None:
    world = chance(at)
    low = world.with_(
        in_force=np.zeros((1, 2, L), dtype=np.int64),
        reached=np.zeros((1, 2, L), dtype=np.int64),
        reached_before=np.zeros((1, 2, L), dtype=np.int64),
    )
    prices = price_list(low, tables())[:, side].astype(np.int64)
    nought = np.zeros((1, L), dtype=np.int64)
    shown = shown_temptation(side, prices, nought, nought)[0]
    assert shown == exactly(float(temptation(np.array([at]), tables())[0]), rel=0.05)
    top = np.full((1, L), 5, dtype=np.int64)
    if side == HANOI:
        assert shown_temptation(side, prices, top, nought)[0] == 1.0, "nothing escalates"


def test_both_sides_pay_for_what_they_change_and_for_nothing_that_stands() -> None:
    prices = np.zeros((1, 2, R), dtype=np.int64)
    stands, rungs = np.zeros((2, 1, 2, L), dtype=np.int64)
    paid = {WASHINGTON: (("bombing", 2, 7), ("home", 1, 3)), HANOI: (("effort", 1, 5),)}
    for side, changes in paid.items():
        for name, rung, points in changes:
            slot = SLOTS[side][name].stop - 1
            rungs[0, side, slot] = rung
            prices[0, side, FLAT_START[side, slot] + rung] = points
            prices[0, side, FLAT_START[side, slot]] = 50  # what stands is free whatever it says
    assert price_paid(prices, rungs, stands).tolist() == [[10, 5]]
    assert price_paid(prices, rungs, rungs).tolist() == [[0, 0]]
    each = prices_of(prices[:, HANOI], HANOI, rungs[:, HANOI])
    assert each[0, SLOTS[HANOI]["effort"].stop - 1] == 5
