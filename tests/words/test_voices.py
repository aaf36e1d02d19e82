"""Advisers speak for nobody, from their side's papers alone, and do not repeat themselves: wars are
walked, and each line that is said has its condition met."""

import re
from functools import cache
from string import Formatter

import numpy as np
import pytest

from game.campaign import load
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.view import View
from game.players.advisers import ADVISERS
from game.players.base import Glancing, Policy
from game.players.doctrines import DOCTRINES
from game.record import Game
from game.study.contests.policy_files import policy
from game.study.contests.script_suite import FOLDER, POLICY
from game.words.voices.choosing import REST, fitting, numbers
from game.words.voices.speakers import EMBLEMS, SPEAKERS, figures, lines
from game.words.voices.state import CONDITIONS, HANOIS, NEWS, PLAIN, WASHINGTONS, course, seen
from tests.desk.wars import random_war

FORTY = 40
LONGEST = 130  # letters of a line
SCRIPTS = (
    ("mine_and_halt", "one_great_blow"),
    ("paris_from_the_first_day", "flooded_channel"),
    ("across_the_borders", "surge_and_mass"),
)
HOLDERS = re.compile(
    r"\b(The )?(Special Assistant|Chairman|Under Secretary|Director|"
    r"Commander-in-Chief|First Secretary|Foreign Minister)\b"
)


@cache
def wars() -> tuple[Game, ...]:
    """Return wars of chance, of doctrines and of scripts, the shortest campaigns among them."""
    made = [random_war(seed) for seed in range(4)]
    for count, campaign in enumerate(("tet", "linebacker", "road-to-paris", "vietnam-1965-1973")):
        doctrines = [DOCTRINES[side][count % 3].policy for side in (WASHINGTON, HANOI)]
        made.append(played(campaign, doctrines, count))
    for count, names in enumerate(SCRIPTS):
        policies = [policy(f"{FOLDER / name}.py:{POLICY}") for name in names]
        made.append(played("vietnam-1965-1973", policies, count))
    return tuple(made)


def played(campaign: str, policies: list[Policy], seed: int) -> Game:
    """Return a war between two policies."""
    game = Game.new(load(campaign), seed)
    players = [Glancing(one, seed) for one in policies]
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, players[side].decide(game.dossier(side)))
    return game


@cache
def courses(side: int) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return which conditions held, quarter by quarter, while each war ran."""
    return tuple(course(game.dossier(side))[:-1] for game in wars())


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_every_adviser_has_forty_lines_of_its_own_and_an_emblem(side: int) -> None:
    assert set(SPEAKERS[side]) == {adviser.name for adviser in ADVISERS[side]}
    for name, known in SPEAKERS[side].items():
        texts = [line.text for line in known]
        assert len(set(texts)) == len(texts) >= FORTY
        assert name in EMBLEMS
        assert not HOLDERS.search(name), "a title fits no single holder"
        assert [text for text in texts if len(text) > LONGEST or text[-1] not in ".?"] == []
    every = [line.text for known in SPEAKERS[side].values() for line in known]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_no_line_comes_again_while_another_fits_and_each_has_its_condition(side: int) -> None:
    for days in courses(side):
        for known in SPEAKERS[side].values():
            said = numbers(days, known)
            for place, number in enumerate(said):
                assert days[place].issuperset(known[number].conditions)
                assert number not in said[max(place - REST + 1, 0) : place], known[number].text


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_forty_lines_of_every_adviser_occur(side: int) -> None:
    for name, known in SPEAKERS[side].items():
        could = {one for days in courses(side) for held in days for one in fitting(held, known)}
        assert len(could) >= FORTY, (name, sorted({x.conditions for x in known}))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_every_figure_that_a_line_names_is_known_when_it_is_said(side: int) -> None:
    for game in wars()[2:8]:
        dossier = game.dossier(side)
        for played_so_far in range(len(dossier.reports)):
            past = dossier.until(played_so_far)
            for text in lines(past).values():
                assert "{" not in text
    named = {
        field
        for known in SPEAKERS[side].values()
        for line in known
        for _, field, _, _ in Formatter().parse(line.text)
        if field
    }
    dossier = wars()[0].dossier(side)
    assert named <= set(figures(dossier.view, dossier.reports[-1]))
    first = figures(dossier.views[0], None)
    for known in SPEAKERS[side].values():
        for line in known:
            later = {field for _, field, _, _ in Formatter().parse(line.text) if field} - set(first)
            assert not later or {"heavy deaths", "dear", "light deaths"} & set(line.conditions)


def test_conditions_read_the_sides_own_papers_alone() -> None:
    for side in (WASHINGTON, HANOI):
        dossier = wars()[0].dossier(side)
        fields = dossier.view.fields
        assert set(CONDITIONS[side]) >= NEWS & set(CONDITIONS[side])
        for view in dossier.views:
            assert set(view.fields) == set(fields)
        used = {
            name for known in SPEAKERS[side].values() for line in known for name in line.conditions
        }
        assert used <= set(CONDITIONS[side])
    assert not set(WASHINGTONS) & set(HANOIS)
    assert not NEWS & PLAIN


CHANGES = (
    ("saigon shaky", WASHINGTON, {"stability": 0.2}, {"stability": 0.6}),
    ("approval low", WASHINGTON, {"approval": 0.3}, {"approval": 0.6}),
    ("offer waits", HANOI, {"offered": np.array([1, 0])}, {"offered": np.array([0, 1])}),
    ("our offer waits", HANOI, {"offered": np.array([0, 1])}, {"offered": np.array([1, 0])}),
    ("sitting", HANOI, {"talking": 1}, {"talking": 0}),
    (
        "they tabled",
        WASHINGTON,
        {"tabled": np.array([[-1] * 5, [1] * 5])},
        {"tabled": np.array([[1] * 5, [-1] * 5])},
    ),
    ("ready", HANOI, {"preparation": 0.9}, {"preparation": 0.1}),
    ("they rift", WASHINGTON, {"seen_cohesion": 0.2}, {"seen_cohesion": 0.7}),
    ("host", HANOI, {"troops": 500.0}, {"troops": 100.0}),
    ("patrons near", HANOI, {"seen_brink": 3}, {"seen_brink": 0}),
)


@pytest.mark.parametrize(("name", "side", "true", "false"), CHANGES, ids=[x[0] for x in CHANGES])
def test_a_condition_follows_the_one_thing_it_asks(
    name: str, side: int, true: dict[str, object], false: dict[str, object]
) -> None:
    dossier = random_war(0).dossier(side).until(3)
    for changed, wanted in ((true, True), (false, False)):
        view = View(
            side, dossier.view.quarter, {**dossier.view.fields, **changed}, dossier.view.channels
        )
        other = Dossier(
            side, dossier.tables, (*dossier.views[:-1], view), dossier.reports, dossier.orders
        )
        assert CONDITIONS[side][name](seen(other, 3)) is wanted
