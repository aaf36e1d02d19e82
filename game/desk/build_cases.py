"""Cases for the screens: the shelf, maps, and starting points of the rule's page with their ways.

A way is one government's states in the order of its war: of a coded case one a spell, of a replay
one a quarter. Vietnam's own lies beside every other, Washington's beside a Washington's and else
Hanoi's, the theory's own case.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache

from game.desk.case_models import CaseCard, CaseGround
from game.desk.debrief_models import RulePreset, RuleSetting
from game.desk.models import RuleSlider
from game.problems import Problem
from game.study.debrief import model_page
from game.study.debrief.words import chance
from game.study.fit import case_story, cases
from game.words import plain

MARK = "case"
BOUNDS = {one.key: (one.low, one.high) for one in model_page.SLIDERS}
BESIDE = {"washington": "vietnam washington"}
Courses = tuple[tuple[RulePreset, ...], ...]


def shelf() -> tuple[CaseCard, ...]:
    """Return every case; one that is not good stands there with what ails it."""
    cards = []
    for name in cases.names():
        try:
            title, summary = cases.head(name)
        except Problem as problem:
            cards.append(CaseCard(name, name, "", str(problem)))
        else:
            cards.append(CaseCard(name, title, summary))
    return tuple(cards)


def ground(found: case_story.CaseSketch | None) -> CaseGround | None:
    """Return a case's map, None where it has none."""
    return None if found is None else CaseGround(**vars(found))


def setting(state: Mapping[str, float]) -> RuleSetting:
    """Return a state as a setting of the sliders, each within its bounds."""
    values = {key: min(max(state[key], low), high) for key, (low, high) in BOUNDS.items()}
    held = {key: value for key, value in state.items() if key not in BOUNDS}
    return RuleSetting(values, held)


def based(slider: RuleSlider, start: float) -> RuleSlider:
    """Return a slider that Home takes back to ``start``."""
    return replace(slider, base=start)


def place_of(period: cases.Period) -> tuple[str, int]:
    """Return whose way, and which place on it, a period is on the rule's page."""
    way = next(way for _, way in _ways() if (way.case, way.sender) == (period.case, period.sender))
    place = next(at for at, point in enumerate(way.points) if point.first == period.first)
    return _of(period.case, period.sender), place


@cache
def courses() -> Courses:
    """Return the way of every government of every good case; part of a second the first time."""
    return tuple(
        tuple(_preset(card, way, place) for place in range(len(way.points)))
        for card, way in _ways()
        if way.points
    )


@cache
def _ways() -> tuple[tuple[CaseCard, cases.CaseWay], ...]:
    """Return every way of every case; a case whose replay cannot be had has none."""
    made: list[tuple[CaseCard, cases.CaseWay]] = []
    for card in shelf():
        with suppress(Problem):
            made += [(card, way) for way in cases.ways(cases.every([card.id])[0])]
    return tuple(made)


def _preset(card: CaseCard, way: cases.CaseWay, place: int) -> RulePreset:
    point = way.points[place]
    war = card.title.split(",")[0]
    war = plain.small(war) if war.startswith("The ") else war
    text = (
        f"{way.name}, {plain.day_words(point.when)}. {plain.sentence(point.text)} Recorded: "
        f"{point.recorded}. By the rule a resilient sender opens with {chance(point.p_open)}."
    )
    of = _of(way.case, way.sender)
    beside = BESIDE.get(way.sender, "vietnam hanoi")
    return RulePreset(
        f"{way.name} in {war}, {point.when}",
        text,
        setting(point.state),
        MARK,
        of,
        place,
        point.begins,
        "" if beside == of else beside,
    )


def _of(case: str, sender: str) -> str:
    return f"{case} {sender}"
