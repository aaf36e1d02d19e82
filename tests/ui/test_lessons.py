"""The lessons of the first game in the window: by doing, by three keys, and only once."""

from pathlib import Path

from game.cli._lobby import GameLobby
from game.desk.desk import Desk
from game.desk.lessons import LESSONS, LONGEST
from game.desk.models import Lesson, Quarter
from game.record.lesson import CLOSED
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.quarter.lessons import lesson_bar, page_of
from tests.ui.people import desk_of, end_quarter, press, said
from tests.ui.windows import find, key, tab_to, window

TABLED = {"forces": 2, "north_army": 2, "saigon": 1, "bombing": 2, "prisoners": 1}


def do(app: App, lesson: Lesson, desk: Desk) -> None:
    """Do what a lesson says, by keys."""
    top = app.top()
    assert isinstance(top, QuarterScene)
    if lesson.until == "lens":
        key(app, "2")
    elif lesson.until.startswith("page"):
        press(app, lesson.until)
    elif lesson.until == "table":
        press(app, "page table")
        for issue, place in TABLED.items():
            top._term(issue, place)
        top._table()
    elif lesson.until.startswith("set "):
        press(app, page_of(lesson))
        for wanted in lesson.until.removeprefix("set ").split(", "):
            ladder, rung = wanted.split()
            tab_to(app, f"ladder {ladder}")
            while rung_of(desk.quarter(), ladder)[0] != rung:
                here, order = rung_of(desk.quarter(), ladder)
                key(app, "right" if order.index(rung) > order.index(here) else "left")
                key(app, "return")


def rung_of(shown: Quarter, wanted: str) -> tuple[str, list[str]]:
    """Return the rung chosen on a ladder, and all its rungs."""
    talk = shown.diplomacy
    ladders = (*shown.orders.ladders, talk.posture, talk.message)
    ladder = next(one for one in ladders if one.id == wanted)
    order = [rung.id for rung in ladder.rungs]
    return order[ladder.chosen], order


def test_whoever_does_what_the_lessons_say_goes_through_four_quarters_and_is_told(
    flow: Flow,
) -> None:
    app = flow.app
    press(app, "First game")
    press(app, "go on")
    desk, taught, places = desk_of(flow), [], set()
    while not desk.game.over:
        top, lesson = app.top(), desk.lesson()
        assert isinstance(top, QuarterScene)
        assert lesson is not None
        taught.append(lesson.number)
        app.frame()
        places.add((find(top, "lesson skip"), find(top, "lesson next")))
        do(app, lesson, desk)
        shown = {w.key for w in top.root.walk()}
        named = lesson.points_at.split(", ")
        assert shown.issuperset(named) or named == [""] or lesson.until.startswith("set")
        if lesson.until == "end":
            end_quarter(app)
        else:
            press(app, "lesson next")
    assert taught == [lesson.number for lesson in LESSONS]
    assert len(places) == 1  # whatever was told, and whatever danger came
    assert isinstance(app.top(), DebriefScene)
    assert "Twice you held out the same hand." in said(app)
    assert CLOSED in said(app)
    assert "rule" not in {w.key for w in app.top().root.walk()}


def test_the_lesson_bar_is_as_high_for_every_lesson() -> None:
    app, _ = window((1280, 720))
    bars = [
        lesson_bar(one, lambda: None, lambda: None, done)
        for one in LONGEST
        for done in (False, True)
    ]
    app.setter.layouts += 1
    assert len({bar.measure(app.setter, 1280)[1] for bar in bars}) == 1


def test_whoever_does_none_of_it_finishes_too_and_is_told_what_that_brought(flow: Flow) -> None:
    app = flow.app
    press(app, "First game")
    press(app, "go on")
    desk = desk_of(flow)
    titles = []
    while not desk.game.over:
        lesson = desk.lesson()
        assert lesson is not None
        titles.append(lesson.title)
        end_quarter(app)
    assert titles == ["Two governments", *["What followed"] * 3]
    assert "You held out no hand" in said(app)


def test_the_buttons_of_the_lessons_never_move(flow: Flow) -> None:
    app = flow.app
    press(app, "First game")
    press(app, "go on")
    top = app.top()
    assert isinstance(top, QuarterScene)
    places = set()
    for lesson in (lesson for lesson in LESSONS if not lesson.turn):
        if lesson.until.startswith("page"):
            top.show(lesson.until.removeprefix("page "))
        places.add((find(top, "lesson skip"), find(top, "lesson next")))
        top._next_lesson()
    assert len(places) == 1


def test_who_steps_into_a_first_game_is_not_taught_again(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    desk = lobby.tutorial()
    desk.end()
    replay = lobby.watch(desk.game)
    replay.go(0)
    assert replay.step_in("hanoi").lesson() is None
