"""The ladders and the constants: all of them do something, and stand where the arrays say."""

import ast
import re
from dataclasses import fields, replace
from itertools import pairwise
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
    LADDER,
    LADDERS,
    SLOTS,
    TROOPS_LIMITS,
    USED,
    L,
    R,
    ladder_of_slot,
    slot_of,
)
from game.engine.prices import ACT
from game.engine.world import take
from tests.engine.test_rules import changed
from tests.engine.wars import played, quarter

PRODUCT = sorted((Path(__file__).parents[2] / "game").rglob("*.py"))
ENGINE = Path(__file__).parents[2] / "game" / "engine"
BOOKS = {"in_force", "reached", "acts", "prices", "legal", "capital"}
"""Fields that change with any order because it was given or paid, not because it did anything."""
EVERY = [(side, ladder.name) for side in (WASHINGTON, HANOI) for ladder in LADDERS[side]]
IDLE: set[tuple[int, str]] = set()
"""Ladders that no rule reads yet."""
BY_RUNG = {
    WASHINGTON: {
        "bombing": ("bombing_effect", "brink_by_bombing"),
        "line": ("line_effect", "brink_by_line"),
        "trail": ("trail_bombing",),
        "cambodia": ("sanctuary_raids", "brink_by_cambodia"),
        "ground": ("search", "control_by_ground"),
        "border": (
            "trail_by_border", "sanctuary_border", "search_border", "dissent_by_border",
            "brink_by_border",
        ),
        "vietnamization": ("handed_by_rung", "arvn_growth", "quality_growth"),
        "home": ("approval_by_home", "payroll_by_home"),
    },
    HANOI: {
        "infiltration": ("infiltration",),
        "effort": ("tempo_main", "tempo_guerrilla", "arrivals_by_effort"),
        "home": ("mobilised", "cohesion_by_home", "payroll_by_home"),
    },
}  # fmt: skip
"""By ladder, the constants that have a number for each of its rungs."""
APART = {"brink_steps", "corps_share", "damage", "issue_offset", "late_hanoi", "late_washington"}
APART |= {"presence", "share_by_zone"}
"""Constants of three numbers or more that go by something else."""
BELOW_NOUGHT = {
    "approval_by_home": (3,),
    "attrition_counts": (0,),
    "balance_borne": (0,),
    "cohesion_by_home": (2, 3),
    "cohesion_steps": (0,),
    "cost_by_detente": (0,),
    "holds_by_army": (0,),
    "issue_offset": (2, 4),
    "leverage_by_detente": (0,),
    "leverage_by_stability": (0,),
    "opposition_base": (0,),
    "payroll_by_home": (1, 2, 3, 7),
    "strain_at_table": (0,),
}
"""The constants that take away, and where among their numbers."""


def done_by(side: int, name: str) -> list[set[str]]:
    """Return by rung but the first the fields it moves, beside the rung below, in random wars."""
    ladder = next(one for one in LADDERS[side] if one.name == name)
    moved: list[set[str]] = [set() for _ in ladder.rungs[1:]]
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
        for found, (below, closing) in zip(moved, pairwise(closings), strict=True):
            found |= changed(below, closing) - BOOKS
    return moved


@pytest.mark.parametrize(("side", "name"), [pair for pair in EVERY if pair not in IDLE])
def test_every_rung_does_something_else_than_the_one_below(side: int, name: str) -> None:
    assert all(done_by(side, name))


def test_only_the_ladders_named_do_nothing() -> None:
    assert {pair for pair in IDLE if not any(done_by(*pair))} == IDLE, "take it out of IDLE"


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
    lengths = {
        one.name: np.shape(getattr(Constants(), one.name))[-1]
        for one in fields(Constants)
        if np.ndim(getattr(Constants(), one.name))
    }
    by_rung = [
        (name, len(LADDER[side][ladder].rungs))
        for side, ladders in BY_RUNG.items()
        for ladder, names in ladders.items()
        for name in names
    ]
    assert [name for name, rungs in by_rung if lengths[name] != rungs] == []
    several = {name for name, length in lengths.items() if length > len(SIDES)}
    assert several == {name for name, _ in by_rung} | APART
    for side, acts in enumerate(ACT):
        for name, points in acts.items():
            assert len(points) == len(LADDER[side][name].rungs), name


def test_no_constant_changes_its_sign_and_turns_its_rule_round() -> None:
    found = {
        one.name: tuple(np.flatnonzero(np.asarray(getattr(Constants(), one.name)) < 0).tolist())
        for one in fields(Constants)
    }
    assert {name: places for name, places in found.items() if places} == BELOW_NOUGHT


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


RUNGS = {ladder.name for side in LADDERS for ladder in side}


def names_a_ladder(node: ast.expr) -> bool:
    """Whether an expression asks for what stands on a ladder, by its name; not how far it rose."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("rose"):
        return False
    return isinstance(node, ast.Call | ast.Subscript) and any(
        isinstance(part, ast.Constant) and part.value in RUNGS for part in ast.walk(node)
    )


def bare_rungs(tree: ast.AST) -> list[str]:
    """Return what is compared with, or set to, the number of a rung and not its name."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            named, others = [node.left, *node.comparators], [node.left, *node.comparators]
        elif isinstance(node, ast.Assign):
            named, others = node.targets, [node.value]
        else:
            continue
        numbers = (one.value for one in others if isinstance(one, ast.Constant))
        if any(map(names_a_ladder, named)) and any(type(one) is int for one in numbers):
            found.append(ast.unparse(node))
    return found


def test_no_rung_is_a_bare_number() -> None:
    found = {str(path): bare_rungs(ast.parse(path.read_text("utf-8"))) for path in PRODUCT}
    assert {name: bare for name, bare in found.items() if bare} == {}


@pytest.mark.parametrize(
    "line",
    [
        'act(view, WASHINGTON, "bombing") == 5',
        '2 < orders.rung(HANOI, "effort", 1)',
        'rungs[:, slot_of(side, "posture")] = 3',
    ],
)
def test_the_search_for_bare_rungs_finds_them(line: str) -> None:
    assert bare_rungs(ast.parse(line)) == [ast.unparse(ast.parse(line))]
