"""The first game: it comes out as it is told, over many lucks, and tells what came of it."""

from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.campaign import build, load
from game.campaign.files import TUTORIAL
from game.cli import _seats, export
from game.desk import build_rule
from game.desk.build_debrief import debrief
from game.desk.chair import Chair
from game.engine.board import CORPS, HANOI, WASHINGTON
from game.engine.escalation import escalation
from game.engine.events import events_at
from game.engine.ladders import SLOTS, Effort, slot_of
from game.engine.luck import draw
from game.engine.orders import NO_TERMS, SideOrders, join, standing
from game.engine.resolve import prepare, resolve
from game.engine.sight import look
from game.engine.start import draw_tilts
from game.engine.world import World, take
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.problems import Problem
from game.record import Game, Seats, lesson, seat
from game.words import followed

LUCKS = 200
PERSON = seat("A person")
PACKAGE = (2, 2, 1, 2, 1)
REFUSE, CONDITIONS, TALKS = 0, 1, 3
Plan = tuple[dict[str, Any], ...]
AS_TOLD: Plan = (
    {"posture": TALKS, "preparation": 1},
    {"posture": CONDITIONS, "preparation": 0, "effort": ("I", "III")},
    {"posture": TALKS, "effort": (), "terms": PACKAGE},
    {},
)
OPEN_THROUGHOUT: Plan = ({"posture": TALKS}, {}, {"terms": PACKAGE}, {})
OPEN_AT_ONCE: Plan = ({"posture": TALKS, "terms": PACKAGE}, {}, {}, {})
MANY = followed.Turn("1967Q4", True, True, (), (), "running")
SHUT_THROUGHOUT: Plan = ({}, {}, {}, {})


@dataclass(frozen=True)
class Many:
    """Many first games: by quarter (Q, N) whether Washington escalated, (Q + 1, N) how resilient it
    held Hanoi; (N,) in which quarter each ended, and whether by a signature."""

    pressed: Any
    believed: Any
    lasted: Any
    signed: Any


def many(plan: Plan) -> Many:
    """Play ``plan`` as Hanoi against Washington's standard doctrine in so many lucks."""
    seeds = np.arange(1, LUCKS + 1)
    tables, world = build(load(TUTORIAL))
    world = take(world, np.zeros(LUCKS, dtype=np.int64))
    world = prepare(world.with_(tilt=draw_tilts(seeds, tables)), tables)
    pressed, believed, lasted = [], [world.belief_resilient[:, HANOI]], np.zeros(LUCKS)
    machine = DOCTRINES[WASHINGTON][0].policy
    for wanted in plan:
        theirs = machine.decide_batch(look(world, WASHINGTON, tables), seeds)
        orders = join(theirs, given(world, wanted))
        lasted += world.running
        pressed.append((escalation(world, orders)[:, WASHINGTON] == 1.0) & world.running)
        events = events_at(tables, world.quarter)
        world = resolve(world, orders, events, draw(seeds, int(world.quarter.max())), tables)[0]
        believed.append(world.belief_resilient[:, HANOI])
    return Many(np.stack(pressed), np.stack(believed), lasted, world.settlement[:, 0] >= 0)


def given(world: World, wanted: dict[str, Any]) -> SideOrders:
    """Return Hanoi's orders: what stands, changed as ``wanted`` says."""
    orders = standing(world.in_force[:, HANOI], world.channel[:, HANOI])
    rungs = orders.rungs.copy()
    for name, rung in wanted.items():
        if name == "effort":
            for corps in rung:
                rungs[:, SLOTS[HANOI]["effort"].start + CORPS.index(corps)] = Effort.OFFENSIVE
        elif name != "terms":
            rungs[:, slot_of(HANOI, name)] = rung
    terms = np.full_like(orders.terms, NO_TERMS)
    terms[:] = wanted.get("terms", NO_TERMS)
    return SideOrders(rungs, orders.troops, orders.channel, terms, orders.accept, orders.answers)


def test_who_does_as_told_is_pressed_then_read_and_then_let_be_in_nine_lucks_of_ten() -> None:
    told = many(AS_TOLD)
    pressed, read = told.pressed[1], told.believed[2] > told.believed[1]
    held = ~told.pressed[3]
    assert pressed.mean() >= 0.9
    assert read.mean() >= 0.9
    assert held.mean() >= 0.9
    assert (pressed & read & held).mean() >= 0.9
    assert (told.lasted == len(AS_TOLD)).mean() >= 0.9
    assert told.signed.mean() >= 0.75


def test_it_is_the_open_hand_that_is_pressed_and_the_blow_that_changes_the_answer() -> None:
    assert many(SHUT_THROUGHOUT).pressed[1:].mean() <= 0.05
    without = many(OPEN_THROUGHOUT)
    assert without.pressed[1].mean() >= 0.9
    assert (without.believed[3] < without.believed[0]).mean() >= 0.9


def test_no_first_game_is_won_in_two_clicks() -> None:
    assert (many(OPEN_AT_ONCE).lasted >= 3).mean() >= 0.9


def played(seed: int, words: tuple[dict[str, Any], ...]) -> Game:
    """Return a first game that is over, with what Hanoi ordered in words."""
    game = lesson.begin(Seats(washington=_seats.seat(WASHINGTON, None, None), hanoi=PERSON), seed)
    machine = _seats.machine(game, WASHINGTON)
    for row in words:
        if not game.over:
            orders = machine.decide(game.dossier(WASHINGTON))
            game.commit(HANOI, row)
            game.commit(WASHINGTON, orders)
    return game


OFFENSIVES = {"effort": {"I": "offensive", "III": "offensive"}}
WORDS: dict[str, tuple[dict[str, Any], ...]] = {
    "as told": (
        {"posture": "talks", "preparation": "prepare"},
        {"posture": "conditions", "preparation": "none", **OFFENSIVES},
        {"posture": "talks", "terms": list(PACKAGE)},
        {},
    ),
    "open": ({"posture": "talks"}, {}, {}, {}),
    "shut": ({}, {}, {}, {}),
    "blow first": (
        {"preparation": "prepare"},
        {"preparation": "none", **OFFENSIVES},
        {"posture": "talks"},
        {},
    ),
}


@pytest.mark.parametrize("name", WORDS)
def test_what_is_told_is_what_happened(name: str) -> None:
    game = played(2, WORDS[name])
    told = followed.turns(game.dossier(HANOI))
    for place, turn in enumerate(told):
        step = game.past.steps[place]
        went = escalation(step.opening, step.orders)[0, WASHINGTON] == 1.0
        assert turn.pressed == bool(went), (name, turn)
        assert turn.open == bool(step.orders.open[0, HANOI])
        assert turn.struck == bool(
            (step.orders.rungs[0, HANOI] == Effort.OFFENSIVE)[SLOTS[HANOI]["effort"]].any()
        )
    said = " ".join(followed.whole(game.dossier(HANOI)))
    expected = {
        "as told": "Twice you held out the same hand.",
        "open": "No blow",
        "shut": "You held out no hand",
        "blow first": "Your offensive came before it.",
    }
    assert expected[name] in said
    for secret in ("belie", "resilien", "probab", "chance", "cost of", "thinks you"):
        assert secret not in said


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_blow_is_denied_that_came_before_the_last_hand(side: int) -> None:
    """Every way in which three quarters can go, whatever the fourth brings."""
    for bits in product((False, True), repeat=9):
        told = [
            followed.Turn("1967Q4", *bits[at : at + 2], ("raids",) * bits[at + 2], (), "")
            for at in (0, 3, 6)
        ] + [followed.Turn("1968Q1", False, False, (), (), "")]
        said = followed.compared(told, side)
        hands = [place for place, turn in enumerate(told) if turn.open]
        struck = [place for place, turn in enumerate(told) if turn.struck]
        if "No blow of yours came" in said:
            assert not [place for place in struck if place < hands[-1]], (bits, said)
        if "came before it" in said and "No blow" not in said:
            assert struck[0] < hands[0], (bits, said)


def test_its_rule_stays_closed_until_a_war_that_is_no_lesson_has_ended(tmp_path: Path) -> None:
    game = played(3, WORDS["as told"])
    game.keeper.path = tmp_path / "game-first.overture"
    game.keep()
    shown = debrief(game, HANOI)
    assert lesson.CLOSED in shown.sentences
    assert not shown.after.acts
    assert [fact for fact in shown.lessons if fact.term == "All in all"]
    with pytest.raises(Problem, match="first game is a lesson"):
        build_rule.rule(game)
    with pytest.raises(Problem, match="first game is a lesson"):
        export.opened(game.keeper.path, None)
    other = Game.new(load("tiny"), 1)
    while not other.over:
        for side in (WASHINGTON, HANOI):
            other.commit(side, {})
    other.save(tmp_path / "war.overture")
    assert build_rule.is_open(game)
    assert debrief(game, HANOI).after.acts
    assert export.opened(game.keeper.path, None).over


def test_a_first_game_is_played_by_the_types_on_record() -> None:
    seats = Seats(washington=_seats.seat(WASHINGTON, None, None), hanoi=PERSON)
    types = {lesson.begin(seats, seed).past.world.resilience.tobytes() for seed in range(6)}
    assert len(types) == 1
    chair = Chair(lesson.begin(seats, 1), {WASHINGTON: _seats.machine(lesson.begin(seats, 1), 0)})
    assert chair.quarter().header.side == "hanoi"


def test_no_quarter_has_more_to_tell_than_room_is_kept_for() -> None:
    room = len(followed.longest(lesson.CHAIR))
    told = []
    for seed in range(6):
        game = Game.new(load(TUTORIAL), seed, Seats(washington=PERSON, hanoi=PERSON))
        players = [Glancing(RandomLegal(), seed + side) for side in (HANOI, WASHINGTON)]
        while not game.over:
            for side in (HANOI, WASHINGTON):
                game.commit(side, players[side].decide(game.dossier(side)))
        dossier = game.dossier(lesson.CHAIR)
        told += [followed.quarter(dossier, place) for place in range(len(dossier.reports) - 1)]
    assert 120 < max(map(len, told)) <= room


def test_of_much_that_a_side_went_further_in_two_things_are_named() -> None:
    said = followed._came(replace(MANY, raised=("one", "two", "three", "four")), HANOI)
    assert "came on: one, two and more." in said
    assert "more" not in followed._came(replace(MANY, raised=("one", "two")), HANOI)
