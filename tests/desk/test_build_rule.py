"""The rule's page: what the engine solved, put on sliders; closed until the war is over."""

import re
from itertools import pairwise

import pytest

from game.desk.build_rule import CLOSED, courses_of, is_open, page, rule
from game.desk.debrief_models import RuleSetting
from game.engine.board import HANOI, SIDES
from game.problems import Problem
from game.record import Game
from game.study.debrief.model_map import BOTH, NOBODY, WEAK, region
from game.study.debrief.model_page import SLIDERS
from game.study.debrief.model_page import page as model_page
from game.study.debrief.model_war import MOST
from tests.study.opened_wars import debriefed, full, random_war, recorded_war

SLACK = 1e-6  # what leaves the engine is rounded to this


def test_a_quarter_of_the_war_gives_the_engines_own_probabilities() -> None:
    for game in (recorded_war(), random_war(2)):
        courses = courses_of(game, HANOI)
        assert [course[0].of for course in courses] == ["hanoi", "washington"]
        for course in courses:
            for preset in course[::3]:
                world, sender = game.past.worlds[preset.place], SIDES.index(preset.of)
                shown = dict(rule(game, preset.setting, courses).answers)
                known = world.open_high[0, sender], world.escalate_open[0, sender]
                told = shown["opens if resilient"], shown["escalates on an open hand"]
                assert told == pytest.approx(known, abs=SLACK)


def test_listed_are_the_quarters_in_which_the_reading_changed() -> None:
    game = recorded_war()
    listed = {
        (one.of, one.title.split(", ")[1])
        for one in rule(game, None, courses_of(game, HANOI)).presets
        if one.of
    }
    course = [both[HANOI] for both in debriefed().course[:-1]]
    changed = [now.quarter for then, now in pairwise(course) if now.branch != then.branch]
    hanoi = {quarter for of, quarter in listed if of == "hanoi"}
    assert hanoi == {course[0].quarter, *changed[: MOST - 2], course[-1].quarter}


def test_the_rule_is_closed_while_the_war_goes_on_and_shows_no_war_when_revealed() -> None:
    game = Game.new(full(), 3)
    assert not is_open(game)
    with pytest.raises(Problem, match=CLOSED):
        rule(game)
    game.facilitate("rule", "The rule is revealed.", shown=True)
    assert is_open(game)
    assert courses_of(game, HANOI) == ()
    assert all(not preset.of for preset in rule(game, None, courses_of(game, HANOI)).presets)


def test_the_map_agrees_with_the_sliders_wherever_they_stand() -> None:
    made = page()
    assert made.map is not None
    seen = set()
    for row, column in ((0, 0), (12, 40), (20, 24), (40, 48)):
        beliefs, costs = made.map.beliefs, made.map.costs
        values = {
            "belief_high": beliefs[0] + (beliefs[1] - beliefs[0]) * column / 48,
            "cost": costs[0] + (costs[1] - costs[0]) * row / 40,
        }
        answers = dict(page(RuleSetting(values)).answers)
        assert made.map.high[row][column] == pytest.approx(answers["opens if resilient"], abs=1e-9)
        assert made.map.low[row][column] == pytest.approx(answers["opens if weak"], abs=1e-9)
        seen.add(region(made.map.low[row][column], made.map.high[row][column]))
    assert seen == {NOBODY, WEAK, BOTH}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "reads as weakness here"),
        ({"cost": 0.6, "belief_high": 0.8}, "resilience has been shown"),
        ({"cost": 1.0}, "too dear to the enemy"),
        ({"guarantee": 0.4}, "a guarantor"),
    ],
)
def test_the_reading_names_the_cause(values: dict[str, float], said: str) -> None:
    made = page(RuleSetting(values))
    assert said in made.reading
    assert bool(made.enough) == ("weakness" in made.reading)


def test_what_it_would_take_is_enough_and_a_step_less_is_not() -> None:
    found = re.findall(r"\d\.\d+", page().enough)
    assert len(found) == 2
    for key, enough in zip(("belief_high", "cost"), map(float, found), strict=True):
        assert model_page({key: enough}).answer.open_high > 0.5
        assert model_page({key: enough - 0.01}).answer.open_high <= 0.5


def test_every_slider_says_what_its_number_is_a_number_of() -> None:
    assert all(slider.unit and slider.base == slider.value for slider in page().sliders)
    assert len(page().sliders) == len(SLIDERS)


def test_every_setting_of_the_lessons_can_be_shown() -> None:
    for preset in page().presets:
        assert page(preset.setting).reading
