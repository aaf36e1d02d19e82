"""The rule's page: chapters, sliders with the equilibrium where they stand, the map, and settings
taken from lessons and, once the war is over, from the war that was played.

It opens with the end of the war, or when a facilitator shows the rule; then the lessons' settings
alone, because what the two governments are stays private until the end.
"""

from typing import Final

from game.desk.debrief_models import RuleMap, RulePreset, RuleSetting
from game.desk.models import Page, RulePage, RuleSlider
from game.problems import Problem
from game.record import Game, lesson
from game.study.debrief import model_map, model_page, model_war
from game.study.debrief import war as debrief

Courses = tuple[tuple[RulePreset, ...], ...]
CLOSED: Final = "The rule is opened when the war is over."
HIDDEN: Final = "The facilitator keeps the rule hidden for now."


def is_open(game: Game) -> bool:
    """Return whether the rule may be shown: as the facilitator has said last, or else when the war
    is over, if it was no lesson."""
    said = game.log.held("rule", "shown")
    return game.over and not lesson.is_closed(game) if said is None else bool(said)


def is_hidden(game: Game) -> bool:
    """Return whether a war is over and its rule is kept hidden all the same."""
    return game.over and not is_open(game)


def why_hidden(game: Game) -> str:
    """Return why the rule of a war that is over is not shown: it was a lesson, or the facilitator
    keeps it."""
    return HIDDEN if game.log.held("rule", "shown") is False else lesson.CLOSED


def rule(game: Game, setting: RuleSetting | None = None, courses: Courses = ()) -> RulePage:
    """Return the rule explained with its sliders at ``setting``, and the war's ``courses``.
    Problem before the war is over, unless the facilitator has revealed the rule."""
    if not is_open(game):
        raise Problem(why_hidden(game) if game.over else CLOSED)
    return page(setting, courses)


def courses_of(game: Game, side: int) -> Courses:
    """Return every quarter of a war that is over as settings, one's own side as sender first; none
    while it goes on. Part of a second: ask once a war."""
    if not game.over:
        return ()
    both = model_war.points(game, debrief.opened(game))
    made = []
    for each in (side, 1 - side):
        turned = {point.place for point in model_war.turned(both[each])}
        mark = "ours" if each == side else "theirs"
        made.append(tuple(_of_war(point, mark, point.place in turned) for point in both[each]))
    return tuple(made)


def page(setting: RuleSetting | None = None, courses: Courses = ()) -> RulePage:
    """Return the page of the rule; of ``courses`` the quarters that changed are listed."""
    here = setting or RuleSetting()
    held = dict(here.held)
    made = model_page.page(here.values, held)
    base = model_page.base_values()
    params = base | held | {one.key: one.value for one in made.sliders}
    first = base["belief_high"] if here.first is None else here.first
    drawn = model_map.map_at(params)
    return RulePage(
        chapters=tuple(
            Page(f"rule {number}", one.title, (*one.paragraphs, *one.points))
            for number, one in enumerate(made.chapters)
        ),
        sliders=tuple(RuleSlider(**vars(one), base=base[one.key]) for one in made.sliders),
        answers=tuple(
            (title, getattr(made.answer, key)) for key, title in model_page.ANSWERS.items()
        ),
        sentence=made.sentence,
        presets=(*lessons(), *_turns(courses)),
        reading=model_map.reading(params, made.answer, first),
        enough=model_map.enough(params),
        map=RuleMap(model_map.BELIEFS, model_map.COSTS, drawn.low, drawn.high, model_map.REGIONS),
        statements=model_page.STATEMENTS,
        courses=courses,
    )


def lessons() -> tuple[RulePreset, ...]:
    """Return the settings that show what the rule says, one thing each."""
    return tuple(
        RulePreset(one.title, one.text, RuleSetting(one.values)) for one in model_page.PRESETS
    )


def _turns(courses: Courses) -> tuple[RulePreset, ...]:
    """Return of each course the quarters in which the reading changed, the first and the last."""
    return tuple(one for course in courses for one in course if one.listed)


def _of_war(point: model_war.WarPoint, mark: str, listed: bool) -> RulePreset:
    made = model_war.preset(point)
    sliders = {one.key for one in model_page.SLIDERS}
    values = {key: value for key, value in made.values.items() if key in sliders}
    held = {key: value for key, value in made.values.items() if key not in sliders}
    return RulePreset(
        made.title,
        made.text,
        RuleSetting(values, held, point.first),
        mark,
        point.side,
        point.place,
        listed,
    )
