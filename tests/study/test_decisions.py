"""Decisions looked into: kinds of orders, exchanges, and what the report counts."""

import json
from dataclasses import replace

import numpy as np
import pytest

from game.cli import main
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.ladders import SLOTS, Bombing, Effort, slot_of
from game.engine.orders import SideOrders, standing
from game.engine.world import FIELDS, World
from game.players.doctrines import DOCTRINES
from game.players.levels import level
from game.players.memory import Memory
from game.players.roster import entry
from game.players.search import Task
from game.players.thinking import Thinking
from game.study.contests.deciding import (
    DecisionWorth,
    Looking,
    looked_into,
    of_other_type,
    read_otherwise,
)
from game.study.contests.decisions import (
    Looked,
    choices,
    lead,
    reading_changes,
    report,
    spread,
    story,
    type_changes,
)
from game.study.contests.kinds import ASK, DEMONSTRATE, HOLD, KINDS, OPEN, PRESS, kinds
from game.study.contests.play import WarJob, opened
from tests.players.war import played

CADET = level("cadet")


def orders(world: World, side: int, **rungs: int) -> SideOrders:
    """Return what stands in a quiet war, with some ladders set."""
    made = standing(world.in_force[:1, side], world.channel[:1, side])
    values = made.rungs.copy()
    values[:, slot_of(side, "posture")] = 0
    for name, rung in rungs.items():
        values[:, SLOTS[side][name]] = rung
    return replace(made, rungs=values)


def start() -> World:
    return opened("tet")[2]


def kind(side: int, made: SideOrders) -> int:
    return int(kinds(made, start(), side)[0])


def test_every_kind_has_its_orders_and_a_louder_kind_comes_first() -> None:
    for side in (WASHINGTON, HANOI):
        quiet = orders(start(), side)
        assert kind(side, quiet) == HOLD
        is_open = orders(start(), side, posture=3)
        assert kind(side, is_open) == OPEN
        assert kind(side, replace(is_open, terms=np.array([[2, 2, 1, 2, 1]]))) == ASK
        assert kind(side, replace(is_open, accept=np.array([1]))) == ASK
        assert kind(side, orders(start(), side, posture=3, message=1)) == ASK
    mined = orders(start(), WASHINGTON, posture=3, bombing=Bombing.MINING)
    assert kind(WASHINGTON, mined) == PRESS
    assert kind(HANOI, orders(start(), HANOI, effort=Effort.OFFENSIVE, posture=3)) == DEMONSTRATE
    sent = replace(orders(start(), WASHINGTON, troops=4), troops=np.array([50.0]))
    assert kind(WASHINGTON, sent) == DEMONSTRATE


def task(side: int) -> Task:
    _, dossiers = played(6)
    belief = Memory(CADET.particles, 5).belief(dossiers[side])
    return Task(dossiers[side], belief, DOCTRINES[side][0], CADET, 11)


def different(one: World, two: World) -> set[str]:
    return {n for n in FIELDS if not np.array_equal(getattr(one, n), getattr(two, n))}


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_another_type_is_exchanged_in_the_sides_papers_and_nowhere_else(side: int) -> None:
    one = task(side)
    two = of_other_type(one)
    assert two.dossier.view.resilience == 1 - one.dossier.view.resilience
    fields = {n: v for n, v in one.dossier.view.fields.items() if n != "resilience"}
    assert all(np.array_equal(v, two.dossier.view.fields[n]) for n, v in fields.items())
    assert different(one.belief.world, two.belief.world) == {"resilience"}


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_reading_exchanged_turns_the_belief_about_the_enemy_round(side: int) -> None:
    one = task(side)
    two = read_otherwise(one)
    before = one.belief.world.belief_resilient[:, 1 - side]
    after = two.belief.world.belief_resilient[:, 1 - side]
    bounds = one.dossier.tables.beliefs
    inside = (before > bounds.least) & (before < bounds.most)  # at a bound it was surer than said
    assert inside.any()
    assert after[inside] == pytest.approx(1.0 - before[inside], abs=2e-5)
    assert np.array_equal(
        one.belief.world.resilience[:, side], two.belief.world.resilience[:, side]
    )
    enemy = one.belief.world.resilience[:, 1 - side]
    assert np.array_equal(two.belief.world.resilience[:, 1 - side], 1 - enemy)
    kept = one.belief.world.belief_resilient[:, side]
    assert np.array_equal(kept, two.belief.world.belief_resilient[:, side])
    assert one.dossier is two.dossier


def test_looking_into_a_decision_changes_no_order_and_repeats_itself() -> None:
    _, dossiers = played(6)
    plain = Thinking(DOCTRINES[HANOI][1], CADET, 5).decide(dossiers[HANOI])
    looking = Looking(DOCTRINES[HANOI][1], CADET, 5)
    seen = looking.decide(dossiers[HANOI])
    assert all(np.array_equal(getattr(plain, n), getattr(seen, n)) for n in vars(plain))
    note = looking.notes[0]
    again = looked_into(looking.task(dossiers[HANOI]), seen)
    for name in ("worth", "typed", "read"):
        assert np.array_equal(getattr(note, name), getattr(again, name), equal_nan=True)
    assert np.isfinite(note.worth).sum() >= 2


def decision(
    quarter: int, worth: list[float], typed: list[float], read: list[float]
) -> DecisionWorth:
    arrays = (np.array(row) for row in (worth, typed, read))
    return DecisionWorth(quarter, HANOI, True, 0.3, HOLD, *arrays)


NAN = float("nan")
FIVE = [50.0, 40.0, 45.0, 48.0, NAN]


def looked(*notes: DecisionWorth) -> Looked:
    job = WarJob("tet", entry(0, "exit:cadet"), entry(1, "fight-and-talk:cadet"), 3)
    return Looked(job, notes, ((1, 0), (0, 1)), 1, 7, (50.0, 60.0))


def test_spread_and_lead_are_over_the_kinds_that_were_candidates() -> None:
    one = decision(3, FIVE, FIVE, FIVE)
    assert (choices(one), spread(one), lead(one)) == (4, 10.0, 2.0)
    assert not type_changes(one)
    turned = decision(3, FIVE, [10.0, *FIVE[1:]], FIVE)
    assert type_changes(turned)
    assert not reading_changes(turned)


def test_the_report_counts_decisions_with_a_choice() -> None:
    lonely = decision(2, [NAN, NAN, NAN, NAN, 9.0], FIVE, FIVE)
    alike = decision(4, [50.0, 49.0, NAN, NAN, NAN], FIVE, [1.0, 49.0, NAN, NAN, NAN])
    found = report([looked(lonely, alike), looked(decision(3, FIVE, FIVE, FIVE))], "1965Q1", 1)
    assert found["decisions"] == 2
    assert found["apart"] == 0.5
    assert found["near"] == 1.0
    assert found["reading_changes_best"] == found["either_changes_best"] == 0.5
    assert found["best"] == {"demonstrate": 1.0, "press": 0, "ask": 0, "open": 0, "hold": 0}


def test_a_war_is_told_in_ten_lines_with_its_types_and_its_end() -> None:
    lines = story(looked(*(decision(n, FIVE, FIVE, FIVE) for n in range(20))), "1965Q1")
    assert len(lines) == 10
    assert "Washington resilient, a hawk; Hanoi weak, a dove" in lines[0]
    assert lines[-1] == "After 7 quarters: settlement. Washington 50, Hanoi 60."


def test_the_command_prints_one_object_and_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["decisions", "--campaign", "tet", "--games", "1", "--level", "cadet"]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["best"]) == set(KINDS)
    assert set(found["best_by_side"]) == set(SIDES)
    assert sum(found["best"].values()) == pytest.approx(1.0, abs=0.01)
    assert len(found["wars"]) == 1
    assert main(words) == 0
    assert "Which kind is best" in capsys.readouterr().out
