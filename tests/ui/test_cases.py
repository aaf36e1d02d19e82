"""The room of cases in the window: stops, answers, sliders, and the way to the rule's map."""

import pygame
import pytest

from game.campaign import cases as files
from game.desk.case_models import CaseCard
from game.desk.case_room import CaseRoom
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.cases import CaseScene, Shelf
from game.ui.scenes.reading import Reading
from game.ui.scenes.rule import RuleScene
from game.ui.scenes.title import Title
from game.ui.widgets.controls import Button
from game.ui.widgets.ground import GroundView
from game.ui.widgets.links import Prose
from game.ui.widgets.rulemap import Chances, RuleMapView
from tests.study.other_wars import OTHER_WARS
from tests.ui.desks import SampleLobby
from tests.ui.screens import DOORS
from tests.ui.windows import key, tab_to, window
from tools.audit import audit
from tools.showcase_cases import read_to


def reading(name: str = "sino-indian") -> tuple[App, CaseScene]:
    app, _ = window()
    scene = CaseScene(CaseRoom(name), app.pop)
    app.push(scene)
    return app, scene


def texts(scene: CaseScene) -> str:
    return " ".join(getattr(widget, "text", "") for widget in scene.root.walk())


def test_a_case_is_read_by_keys_alone() -> None:
    app, scene = reading()
    for _ in range(scene.view.stops):
        assert scene.focus is not None
        assert scene.focus.key == "open"
        key(app, "return")
        assert scene.room.answered
        key(app, "g")
    assert scene.view.ended
    assert scene.focus.key == "another"
    key(app, "return")
    assert scene.room.view().reader == "Reader 2"


def test_the_reason_typed_stands_beside_what_was_done() -> None:
    app, scene = reading()
    tab_to(app, "Why")
    for letter in "snow":
        app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    tab_to(app, "refuse")
    key(app, "return")
    assert "You would refuse: snow" in texts(scene)
    assert scene.why == ""


def test_a_slider_moves_the_rule_and_nothing_of_what_was_done() -> None:
    app, scene = reading("korea")
    key(app, "o")
    before = texts(scene)
    shown = next(w for w in scene.root.walk() if isinstance(w, Chances))
    was = dict(shown.rows)["opens if resilient"]
    tab_to(app, "slider cost")
    for _ in range(12):
        key(app, "right")
    assert dict(shown.rows)["opens if resilient"] > was + 0.2
    assert scene.view.answer is not None
    assert scene.view.answer.rule in before


def test_the_map_of_the_rule_shows_this_way_and_vietnams() -> None:
    app, scene = reading("korea")
    key(app, "o")
    key(app, "r")
    top = app.top()
    assert isinstance(top, RuleScene)
    drawn = next(w for w in top.root.walk() if isinstance(w, RuleMapView))
    assert drawn.way.whose == "Washington in Korea"
    assert drawn.beside.whose == "Washington in Vietnam"
    assert len(drawn.captions) == 2
    key(app, "escape")
    assert app.top() is scene


def test_the_map_of_a_case_has_its_picture_and_names() -> None:
    app = window()[0]
    app.push(read_to(0))
    scene = app.top()
    assert scene is not None
    app.frame()
    drawn = next(w for w in scene.root.walk() if isinstance(w, GroundView))
    assert {"Seoul", "Pyongyang"} <= {run.text for run in drawn.runs}


def test_a_case_that_is_not_good_stands_on_the_shelf_with_its_fault() -> None:
    app = window()[0]
    opened: list[str] = []
    app.push(Shelf((CaseCard("odd", "odd", "", "odd.toml: 1 problem"),), opened.append, app.pop))
    scene = app.top()
    assert scene is not None
    door = next(w for w in scene.root.walk() if w.key == "case odd")
    assert not door.enabled
    assert "1 problem" in door.why_not


def test_the_title_keeps_the_room_closed_as_long_as_the_rule() -> None:
    app = window()[0]
    app.push(Title(SampleLobby(), DOORS, "0.2.0", False))
    scene = app.top()
    assert scene is not None
    rows = {w.key: w for w in scene.root.walk() if isinstance(w, Button)}
    assert not rows["Other wars"].enabled
    assert rows["Other wars"].why_not == rows["The rule"].why_not


def test_names_lead_to_the_codex_once_the_stop_is_answered_and_not_before() -> None:
    app, scene = reading("korea")
    assert not [w for w in scene.root.walk() if isinstance(w, Prose)]
    for _ in range(5):  # to Peking's opening, which names Malik and Kaesong
        key(app, "o")
        key(app, "g")
    key(app, "o")
    tab_to(app, "done")
    app.frame()  # names are found as they are painted
    key(app, "return")
    top = app.top()
    assert isinstance(top, Reading)
    assert top.pages[top.open].kind
    key(app, "escape")
    assert app.top() is scene


class OpenLobby(SampleLobby):
    """The lobby of somebody who has seen a war end."""

    def rule_why_not(self) -> str:
        return ""


def test_the_title_leads_to_the_shelf_a_case_and_back() -> None:
    app = window()[0]
    flow = Flow(app, OpenLobby(), "0.2.0")
    flow.title()
    title = app.top()
    key(app, "o")
    shelf = app.top()
    assert isinstance(shelf, Shelf)
    tab_to(app, "case korea")
    key(app, "return")
    assert isinstance(app.top(), CaseScene)
    key(app, "l")
    assert app.top() is shelf
    key(app, "escape")
    assert app.top() is title


@pytest.mark.parametrize("name", files.shipped())
def test_every_stop_of_a_case_stands_in_place_in_words_two_fifths_longer(name: str) -> None:
    app, _ = window(pseudo=True)
    scene = CaseScene(CaseRoom(name), app.pop)
    app.push(scene)
    while not scene.room.view().ended:
        assert audit(app, scene) == []
        scene.room.answer(True, "because of the snow")
        scene.rebuild()
        assert audit(app, scene) == []
        scene.room.go_on()
        scene.rebuild()
    assert audit(app, scene) == []


def test_every_page_of_the_codex_on_other_wars_stands_in_place_in_longer_words() -> None:
    app, _ = window(pseudo=True)
    pages = tuple(page for page in CaseRoom("korea").codex() if page.id in OTHER_WARS)
    assert len(pages) >= 40
    for one in pages:
        scene = Reading("Codex", pages, app.pop, page=one.id)
        app.replace(scene)
        assert audit(app, scene) == [], one.id
