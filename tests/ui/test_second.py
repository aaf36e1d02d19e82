"""The second window: covered until the PIN, closed by itself alone; its events stay its own."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.overview import OverviewScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.secrets import AskPin
from game.ui.second import Second
from tests.ui.people import PIN, desk_of, press, read_on, said, sit_down, type_in
from tests.ui.windows import Clock, key

Room = tuple[Flow, Clock, Second]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Return a game of two with a facilitator, who has just opened the second window."""
    pygame.display.init()
    flow, clock = sit_down(tmp_path)
    flow.lobby.choose("mode", "two")
    flow.lobby.choose("campaign", "tet")
    flow.lobby.choose("sitting", "45")
    flow.play(flow.lobby.start(None, PIN))
    desk_of(flow).facilitate(lambda hand: hand.start(PIN))
    desk_of(flow).told()
    press(flow.app, "confirm")
    press(flow.app, "go on")
    key(flow.app, "f9")
    type_in(flow.app, AskPin.PIN, PIN)
    key(flow.app, "return")
    press(flow.app, "page game")
    press(flow.app, "watch")
    assert "but the facilitator may look at it" in said(flow.app)
    press(flow.app, "Open the window")
    second = flow.app.second
    assert second is not None
    yield flow, clock, second
    flow.seminar.close()


def scene_of(second: Second) -> OverviewScene:
    top = second.app.top()
    assert isinstance(top, OverviewScene)
    return top


def uncover(second: Second) -> OverviewScene:
    """Ask for both sides and type the PIN in the second window, by its own events."""
    scene_of(second).cover()
    for letter in PIN:
        second.takes(pygame.event.Event(pygame.TEXTINPUT, text=letter, window=second.window))
    enter = {"key": pygame.K_RETURN, "mod": 0, "unicode": "\r", "window": second.window}
    second.takes(pygame.event.Event(pygame.KEYDOWN, enter))
    return scene_of(second)


def test_it_opens_with_the_public_view_and_goes_back_to_it(room: Room) -> None:
    flow, clock, second = room
    scene = scene_of(second)
    assert scene.in_public
    before = said(second.app).partition("Both sides")[2]  # without the clock
    assert "No talks have been announced" in before
    key(flow.app, "escape")
    read_on(flow.app)
    desk = desk_of(flow)
    desk.order("bombing", "halt")
    desk.quarter()
    clock.time += 1.0
    second.step()
    assert said(second.app).partition("Both sides")[2] == before  # nothing of what is being drafted
    assert uncover(second).shown is not None
    scene.to_public()
    assert scene.shown is None
    assert "At its papers" not in said(second.app)
    desk.facilitate(lambda hand: hand.ring_in(PIN, 1))
    clock.time += 61.0
    desk.due()
    second.step()
    assert "The war is over" in said(second.app)
    assert "Postures" not in said(second.app)


def test_it_is_covered_until_the_pin_is_typed_in_it(room: Room) -> None:
    flow, _, second = room
    scene = scene_of(second)
    scene.cover()
    assert "Move this window to a screen that no player can see" in said(second.app)
    assert scene.shown is None
    scene.typed = "1111"
    scene.go()
    assert "not the facilitator's PIN" in said(second.app)
    assert scene.shown is None
    assert uncover(second).shown is not None
    assert any("watches both sides" in use for use in flow.desk.standing().uses)


def test_it_shows_both_sides_and_follows_the_game(room: Room) -> None:
    flow, clock, second = room
    scene = uncover(second)
    second.step()
    assert {"Washington", "Hanoi"} <= set(said(second.app).split())
    key(flow.app, "escape")
    read_on(flow.app)
    desk = desk_of(flow)
    desk.order("bombing", "halt")
    desk.quarter()
    clock.time += 1.0
    second.step()
    assert "Halt" in scene.shown.desks[0].orders
    desk.end()
    clock.time += 1.0
    second.step()
    assert scene.shown.desks[0].state == "Its orders are given."
    press_cover = next(w for w in scene.stops() if w.key == "cover")
    press_cover.call()
    assert scene_of(second).shown is None


def test_its_keys_do_nothing_in_the_first_window(room: Room) -> None:
    flow, _, second = room
    uncover(second)
    before = flow.app.top()
    escape = {"key": pygame.K_ESCAPE, "mod": 0, "unicode": "", "window": second.window}
    flow.app.handle(pygame.event.Event(pygame.KEYDOWN, escape))
    assert flow.app.top() is before
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), QuarterScene)


def test_closing_it_closes_only_it(room: Room) -> None:
    flow, _, second = room
    for _ in range(2):  # somebody clicks twice
        flow.app.handle(pygame.event.Event(pygame.WINDOWCLOSE, window=second.window))
        assert flow.app.second is None
        assert flow.app.running
    assert isinstance(flow.app.top(), FacilitatorScene)
    flow.app.handle(pygame.event.Event(pygame.WINDOWCLOSE, window=None))
    assert not flow.app.running


def test_leaving_the_game_closes_it(room: Room) -> None:
    flow, _, _ = room
    flow.title()
    assert flow.app.second is None


def test_the_curtain_does_not_fall_when_the_facilitator_looks_at_it(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = room[0]
    key(flow.app, "escape")
    lost = pygame.event.Event(pygame.WINDOWFOCUSLOST, window=None)
    monkeypatch.setattr(Second, "focused", True)
    flow.app.handle(lost)
    assert isinstance(flow.app.top(), QuarterScene)
    monkeypatch.setattr(Second, "focused", False)
    flow.app.handle(lost)
    assert isinstance(flow.app.top(), CurtainScene)


def test_it_is_laid_out_again_when_its_size_or_the_text_changes(room: Room) -> None:
    flow, _, second = room
    scene = uncover(second)
    second.takes(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=1024, y=600, window=second.window))
    flow.app.scale_by(3)
    second.step()
    assert second.app.setter.theme.scale == 1.75
    assert any(w.key == "page hanoi" for w in scene.root.walk())


def test_where_there_is_no_second_window_one_sentence_says_so(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise pygame.error("one window is all there is")

    flow = room[0]
    flow.seminar.close()
    monkeypatch.setattr(pygame, "Window", none)
    press(flow.app, "watch")
    press(flow.app, "Open the window")
    assert "No second window can be opened here (one window is all there is)" in said(flow.app)
    assert flow.app.second is None
