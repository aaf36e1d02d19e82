"""The menu's answers: why a rung may not be ordered, as data, from the world or from a view."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import CALENDAR, HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.facts import Refusal, facts_of
from game.engine.ladders import FLAT_START, L, R, slot_of
from game.engine.menu import Own, out_of_purse, reasons
from game.engine.tables import Tables
from game.engine.view import view
from game.engine.world import World
from tests.engine.wars import played, start, tables


def war(**changes: Any) -> World:
    """Return a war in which every ladder could move, with some fields set."""
    usual = {
        "reached": 4,
        "reached_before": 4,
        "troops": 400.0,
        "reserve": 300.0,
        "main_force": 60.0,
        "preparation": 0.9,
    }
    world, made = start(), {}
    for name, value in (usual | changes).items():
        old = getattr(world, name)
        made[name] = np.broadcast_to(np.asarray(value, dtype=old.dtype), old.shape).copy()
    world = world.with_(**made)
    if "capital" not in changes:
        world = world.with_(capital=np.full((1, 2), 100.0))
    return world


def place(side: int, ladder: str, rung: int, corps: int = 0) -> int:
    """Return where a rung stands in a side's menu."""
    return int(FLAT_START[side, slot_of(side, ladder, corps)]) + rung


def own_of(world: World, side: int) -> Own:
    """Return what of a side's menu follows from its own rows."""
    return Own(*(getattr(world, name)[:, side] for name in Own._fields))


def why(world: World, side: int, ladder: str, rung: int, rules: Tables | None = None) -> Refusal:
    """Return why a rung of one war may not be ordered, at the prices of the start."""
    found = reasons(side, world, own_of(world, side), world.prices[:, side], rules or tables())
    return Refusal(int(found[0, place(side, ladder, rung)]))


@pytest.mark.parametrize(
    ("side", "ladder", "rung", "changes", "reason"),
    [
        (WASHINGTON, "bombing", 5, {"capital": 1.0}, Refusal.PRICE),
        (WASHINGTON, "troops", 3, {"reserve": 4.9}, Refusal.RESERVE),
        (WASHINGTON, "troops", 4, {"reserve": 29.9}, Refusal.RESERVE),
        (WASHINGTON, "troops", 0, {"troops": 0.0}, Refusal.FORCE),
        (WASHINGTON, "troops", 1, {"troops": 0.0}, Refusal.FORCE),
        (WASHINGTON, "border", 2, {"troops": 49.9}, Refusal.FORCE),
        (WASHINGTON, "home", 3, {"reserves_called": 1}, Refusal.CALLED),
        (HANOI, "effort", 3, {"preparation": 0.29}, Refusal.PREPARATION),
        (HANOI, "effort", 3, {"main_force": 17.9}, Refusal.FORCE),
        (
            HANOI,
            "effort",
            3,
            {"main_force": 0.0, "preparation": 0.0},
            Refusal.FORCE | Refusal.PREPARATION,
        ),
        (WASHINGTON, "bombing", 3, {"reached": 1, "reached_before": 1}, Refusal.HELD),
        (WASHINGTON, "bombing", 4, {"reached": 3, "reached_before": 2}, Refusal.HELD),
        (WASHINGTON, "bombing", 5, {"reached": 4, "reached_before": 3}, Refusal.HELD),
        (WASHINGTON, "trail", 3, {"reached": 2, "reached_before": 1}, Refusal.HELD),
        (HANOI, "infiltration", 3, {"reached": 2, "reached_before": 1}, Refusal.HELD),
        (
            HANOI,
            "infiltration",
            4,
            {"reached": 3, "reached_before": 3, "preparation": 0.29},
            Refusal.PREPARATION,
        ),
        (HANOI, "infiltration", 4, {"reached": 2, "reached_before": 2}, Refusal.PREPARATION),
        (HANOI, "infiltration", 4, {"ended": CALENDAR}, Refusal.OVER),
    ],
)
def test_a_rung_that_may_not_be_ordered_says_why_and_may_be_ordered_without_that(
    side: int, ladder: str, rung: int, changes: dict[str, Any], reason: Refusal
) -> None:
    assert why(war(**changes), side, ladder, rung) == reason
    assert why(war(), side, ladder, rung) == Refusal(0)


def test_a_rung_of_the_last_two_quarters_may_be_returned_to_and_detente_frees_washington() -> None:
    before = war(reached=0, reached_before=5)
    assert why(before, WASHINGTON, "bombing", 5) == Refusal(0)
    low = war(reached=1, reached_before=1)
    for rung in (3, 4, 5):
        assert why(low, WASHINGTON, "bombing", rung) == Refusal.HELD
        warm = low.with_(detente=np.array([float(tables().constants.climb_free)]))
        assert why(warm, WASHINGTON, "bombing", rung) == Refusal(0)


def test_a_rung_that_the_campaign_does_not_offer_says_so() -> None:
    offered = tables().allowed.copy()
    offered[WASHINGTON, place(WASHINGTON, "bombing", 5)] = 0
    rules = replace(tables(), allowed=offered)
    assert why(war(), WASHINGTON, "bombing", 5, rules) == Refusal.CAMPAIGN
    assert why(war(), WASHINGTON, "bombing", 4, rules) == Refusal(0)


def test_what_is_in_force_is_refused_by_nothing_while_the_war_runs() -> None:
    poor = war(capital=0.0, troops=0.0, reserve=0.0, main_force=0.0, preparation=0.0)
    for side in (WASHINGTON, HANOI):
        for slot in range(L):
            rung = int(poor.in_force[0, side, slot])
            found = reasons(side, poor, own_of(poor, side), poor.prices[:, side], tables())
            assert found[0, FLAT_START[side, slot] + rung] == 0


def test_the_purse_refuses_what_the_other_orders_leave_no_points_for() -> None:
    prices, rungs = np.zeros(R, dtype=np.int64), np.zeros(L, dtype=np.int64)
    bombing, trail = place(WASHINGTON, "bombing", 1), place(WASHINGTON, "trail", 1)
    prices[[bombing, trail]] = 6, 5
    rungs[slot_of(WASHINGTON, "bombing")] = 1
    found = out_of_purse(WASHINGTON, 10.9, prices, rungs)
    assert found[trail] == Refusal.PURSE, "ten points are there, and six of them are spoken for"
    assert found[bombing] == 0, "its own points are its own"
    assert out_of_purse(WASHINGTON, 11.0, prices, rungs)[trail] == 0


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_a_dossier_answers_what_the_menu_of_the_world_answers(side: int) -> None:
    for step in played(4, seed=5, quarters=12):
        for number in range(4):
            seen = view(step.closing, side, tables(), number)
            dossier = Dossier(side, tables(), (seen,))
            alone = dossier.refused(seen.in_force)
            assert ((alone == 0) == (seen.legal == 1)).all()


def test_the_numbers_that_play_speaks_of_are_those_that_the_menu_asks_for() -> None:
    rules = tables().with_constants(cross_force=120.0, launch_least=0.6, launch_force=40.0)
    facts = facts_of(rules)
    for name, (side, ladder, rung), asked in (
        ("troops", (WASHINGTON, "border", 2), facts.cross_force),
        ("preparation", (HANOI, "effort", 3), facts.launch_least),
        ("main_force", (HANOI, "effort", 3), facts.launch_force),
        ("reserve", (WASHINGTON, "troops", 3), facts.reserve_least[0]),
        ("reserve", (WASHINGTON, "troops", 4), facts.reserve_least[1]),
    ):
        assert why(war(**{name: asked}), side, ladder, rung, rules) == Refusal(0)
        assert why(war(**{name: asked - 0.01}), side, ladder, rung, rules) != Refusal(0)
