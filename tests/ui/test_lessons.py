"""The lessons of the first game in the window: by doing, by three keys, and only once."""

from pathlib import Path

from game.cli._lobby import Lobby
from game.desk.lessons import LESSONS
from game.ui.flow import Flow
from game.ui.scenes.common import Question
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.resolution import ResolutionScene
from tests.ui.people import desk_of, press, settle
from tests.ui.windows import find, key, tab_to


def test_the_lessons_are_gone_through_by_doing_what_they_say(flow: Flow) -> None:
    app = flow.app
    press(app, "First game")
    press(app, "go on")
    desk = desk_of(flow)
    deeds = {"order": "right", "lens": "2", "end": "e"}
    taught = []
    while (lesson := desk.lesson()) is not None:
        top = app.top()
        assert isinstance(top, QuarterScene)
        assert any(w.key == lesson.points_at for w in top.root.walk()) or not lesson.points_at
        taught.append(lesson.number)
        if lesson.until == "order":
            tab_to(app, lesson.points_at)
        if lesson.until.startswith("page"):
            press(app, lesson.until)
        elif lesson.until:
            key(app, deeds[lesson.until])
        if isinstance(app.top(), Question):
            key(app, "return")
            settle(app)
        else:
            assert desk.lesson() is lesson
            press(app, "lesson next")
    assert taught == list(range(1, 11))
    assert isinstance(app.top(), ResolutionScene)


def test_the_lessons_can_be_gone_through_by_n_enter_and_one_arrow(flow: Flow) -> None:
    app = flow.app
    press(app, "First game")
    press(app, "go on")
    desk = desk_of(flow)
    for lesson in LESSONS[:-1]:
        assert desk.lesson() == lesson
        if lesson.until == "order":
            key(app, "right")
        elif lesson.until:
            key(app, "return")
        key(app, "n")
    assert desk.lesson() == LESSONS[-1]
    assert app.top().focus.key == "end"


def test_the_buttons_of_the_lessons_never_move(flow: Flow) -> None:
    app = flow.app
    press(app, "First game")
    press(app, "go on")
    top = app.top()
    assert isinstance(top, QuarterScene)
    places = set()
    for lesson in LESSONS:
        if lesson.until.startswith("page"):
            top.show(lesson.until.removeprefix("page "))
        places.add((find(top, "lesson skip"), find(top, "lesson next")))
        top._next_lesson()
    assert len(places) == 1


def test_who_steps_into_a_first_game_is_not_taught_again(tmp_path: Path) -> None:
    lobby = Lobby(tmp_path)
    desk = lobby.tutorial()
    desk.end()
    replay = lobby.watch(desk.game)
    replay.go(0)
    assert replay.step_in("hanoi").lesson() is None
