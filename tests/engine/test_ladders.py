"""The ladders and the constants: all of them do something, and stand where the arrays say."""

import re
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.constants import Constants
from game.engine.ladders import (
    AFTER,
    FLAT,
    FLAT_SLOT,
    FLAT_START,
    LADDERS,
    SLOTS,
    TROOPS_LIMITS,
    USED,
    L,
    R,
    ladder_of_slot,
    slot_of,
)
from game.engine.world import take
from tests.engine.test_rules import changed
from tests.engine.wars import played, quarter

ENGINE = Path(__file__).parents[2] / "game" / "engine"
BOOKS = {"in_force", "reached", "acts", "prices", "legal", "capital"}
"""Fields that change with any order because it was given or paid, not because it did anything."""
EVERY = [(side, ladder.name) for side in (WASHINGTON, HANOI) for ladder in LADDERS[side]]
IDLE: set[tuple[int, str]] = set()
"""Ladders that no rule reads yet."""


def done_by(side: int, name: str) -> set[str]:
    """Return the fields that some rung of a ladder moves in some random war."""
    moved: set[str] = set()
    ladder = next(one for one in LADDERS[side] if one.name == name)
    for step in played(40, 13)[1::6]:
        wars = np.flatnonzero(step.opening.running)
        world = take(step.opening, wars)
        given = {key: value[wars] for key, value in vars(step.orders).items()}
        closings = []
        for rung in range(len(ladder.rungs)):
            rungs, troops = given["rungs"].copy(), given["troops"]
            rungs[:, side, SLOTS[side][name]] = rung
            if name == "troops":
                troops = np.full(len(wars), sum(TROOPS_LIMITS[rung]) / 2)
            orders = replace(step.orders, **(given | {"rungs": rungs, "troops": troops}))
            closings.append(quarter(world, orders).closing)
        for closing in closings[1:]:
            moved |= changed(closings[0], closing)
    return moved - BOOKS


@pytest.mark.parametrize(("side", "name"), [pair for pair in EVERY if pair not in IDLE])
def test_every_ladder_does_something(side: int, name: str) -> None:
    assert done_by(side, name)


def test_only_the_ladders_named_do_nothing() -> None:
    assert {pair for pair in IDLE if not done_by(*pair)} == IDLE, "take it out of IDLE"


def test_every_constant_is_read_by_a_rule() -> None:
    code = "\n".join(
        path.read_text("utf-8") for path in ENGINE.rglob("*.py") if path.parent.name != "constants"
    )
    unread = {one.name for one in fields(Constants) if not re.search(rf"\.{one.name}\b", code)}
    assert unread == set()


def test_every_constant_has_a_unit_and_a_source() -> None:
    for one in fields(Constants):
        assert one.metadata["unit"], one.name
        assert one.metadata["source"], one.name
        assert "Placeholder" not in one.metadata["source"], one.name


def test_a_constant_by_rung_has_a_number_for_each_rung() -> None:
    rungs = {
        "bombing_effect": "bombing",
        "line_effect": "line",
        "trail_bombing": "trail",
        "sanctuary_raids": "cambodia",
        "dissent_by_border": "border",
        "arvn_growth": "vietnamization",
        "approval_by_home": "home",
    }
    for constant, name in rungs.items():
        ladder = next(one for one in LADDERS[WASHINGTON] if one.name == name)
        assert len(getattr(Constants(), constant)) == len(ladder.rungs), constant


def test_flat_lists_slots_and_rungs_name_the_same_places() -> None:
    for side in (WASHINGTON, HANOI):
        for place, (slot, rung) in enumerate(FLAT[side]):
            ladder, corps = ladder_of_slot(side, slot)
            assert slot_of(side, ladder.name, corps) == slot
            assert FLAT_START[side, slot] + rung == place
            assert FLAT_SLOT[side, place] == slot
            assert AFTER[side, slot, rung] == ladder.standing(rung)
        assert USED[side].sum() == sum(ladder.slots for ladder in LADDERS[side])
    assert max(len(flat) for flat in FLAT) == R
    assert USED.any(axis=0).all()
    assert USED.shape == (len(SIDES), L)


def test_a_rung_that_does_not_stand_falls_back_to_one_that_does() -> None:
    for side, name in EVERY:
        ladder = next(one for one in LADDERS[side] if one.name == name)
        for rung in range(len(ladder.rungs)):
            assert ladder.standing(ladder.standing(rung)) == ladder.standing(rung)
        assert ladder.slots == (len(CORPS) if ladder.by_corps else 1)


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(IndexError, match="hanoi has no slot 99"):
        ladder_of_slot(HANOI, 99)
