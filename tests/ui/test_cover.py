"""Cover: one key hides everything from anywhere; orders just given can be taken back behind it."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.climax import ClimaxScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.resolution import ResolutionScene
from tests.ui.people import desk_of, press, said, settle, sit_down
from tests.ui.windows import click, find, key, tab_to


def begun(folder: Path, mode: str) -> Flow:
    """Return a game just begun, before anybody has sat down."""
    flow, _ = sit_down(folder)
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("level", "glance")
    flow.lobby.choose("mode", mode)
    flow.play(flow.lobby.start())
    settle(flow.app)
    return flow


def at_the_quarter(flow: Flow) -> App:
    """Sit down, and come to the quarter."""
    if isinstance(flow.app.top(), CurtainScene):
        press(flow.app, "confirm")
    while isinstance(flow.app.top(), BriefingScene | ClimaxScene | ResolutionScene):
        press(flow.app, "go on")
    assert isinstance(flow.app.top(), QuarterScene)
    return flow.app


def end(app: App) -> None:
    """End the quarter, and say so again where a danger makes the screen ask."""
    press(app, "end")
    if "END QUARTER?" in said(app):
        press(app, "End quarter")


def nothing(app: App) -> None:
    """Stay at the quarter."""


PLACES: dict[str, Callable[[App], None]] = {
    "the quarter": nothing,
    "a text field": lambda app: tab_to(app, "Sealed note"),
    "the menu": lambda app: key(app, "escape"),
    "the codex, searching": lambda app: (key(app, "x"), tab_to(app, "Find")),
    "the settings": lambda app: (key(app, "escape"), press(app, "Settings")),
    "the keys": lambda app: (key(app, "escape"), press(app, "Settings"), press(app, "Keys")),
    "the help": lambda app: (key(app, "escape"), press(app, "Help")),
    "a copy's name": lambda app: (key(app, "escape"), press(app, "Save"), tab_to(app, "Name")),
    "a new PIN": lambda app: key(app, "f9"),
    "an explanation": lambda app: key(app, "f1"),
}


@pytest.mark.parametrize("place", PLACES)
def test_one_key_covers_two_peoples_papers_from_anywhere(place: str, tmp_path: Path) -> None:
    flow = begun(tmp_path, "two")
    app = at_the_quarter(flow)
    PLACES[place](app)
    key(app, "f12")
    assert isinstance(app.top(), CurtainScene)
    assert len(app.stack) == 1
    assert "I am Washington" in said(app)


def test_briefing_and_cables_are_covered_too_by_key_and_when_the_focus_is_lost(
    tmp_path: Path,
) -> None:
    flow = begun(tmp_path, "two")
    for cover in (
        lambda: key(flow.app, "f12"),
        lambda: flow.app.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST)),
    ):
        press(flow.app, "confirm")
        assert isinstance(flow.app.top(), BriefingScene)  # it is there again, and not lost
        cover()
        assert isinstance(flow.app.top(), CurtainScene)


def test_alone_the_key_covers_the_papers_with_a_page_and_nothing_is_lost(tmp_path: Path) -> None:
    flow = begun(tmp_path, "alone")
    app = at_the_quarter(flow)
    state = desk_of(flow).draft.state
    key(app, "f12")
    assert isinstance(app.top(), CurtainScene)
    assert "Take the papers up again" in said(app)
    key(app, "return")
    assert isinstance(app.top(), QuarterScene)
    assert desk_of(flow).draft.state == state


def test_the_key_stands_in_the_help(tmp_path: Path) -> None:
    app = at_the_quarter(begun(tmp_path, "two"))
    key(app, "escape")
    press(app, "Help")
    scene = app.top()
    assert isinstance(scene, Reading)
    scene.open = len(scene.pages)
    scene.rebuild()
    table = next(w for w in scene.root.walk() if w.name == "Keys" and hasattr(w, "rows"))
    assert ("Cover everything, from anywhere", "F12") in table.rows


def test_orders_are_taken_back_at_the_curtain_until_the_other_side_sits_down(
    tmp_path: Path,
) -> None:
    flow = begun(tmp_path, "two")
    app = at_the_quarter(flow)
    end(app)
    assert "I am Hanoi" in said(app)
    click(app, find(app.top(), "take back"))
    assert "I am Washington" in said(app)
    assert not desk_of(flow).game.committed(0)
    assert "take back" not in [w.key for w in app.top().root.walk()]
    at_the_quarter(flow)
    end(app)
    press(app, "confirm")
    key(app, "f12")
    assert "take back" not in [w.key for w in app.top().root.walk()]


def test_whoever_plays_alone_takes_the_papers_up_where_they_lay(tmp_path: Path) -> None:
    app = at_the_quarter(begun(tmp_path, "alone"))
    key(app, "3")
    press(app, "page orders")
    key(app, "f12")
    assert isinstance(app.top(), CurtainScene)
    press(app, "confirm")
    top = app.top()
    assert isinstance(top, QuarterScene)
    assert (top.page, top.lens) == ("orders", 2)
