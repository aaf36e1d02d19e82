"""Whole games through the window, by events alone: what a player presses and what then shows."""

import pygame
import pytest

from game.desk.interface import Refusal
from game.ui import loop
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.common import Explain, Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene, NewGameScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.title import Title
from game.ui.widgets.mapview import MapView
from tests.ui import samples
from tests.ui.desks import SampleDesk, SampleLobby
from tests.ui.screens import quarter, show
from tests.ui.windows import click, find, key, tab_to, window


@pytest.fixture
def flow() -> Flow:
    app, _ = window()
    flow = Flow(app, SampleLobby(), "0.1.0")
    flow.title()
    return flow


def desk_of(app: App) -> SampleDesk:
    top = app.top()
    assert isinstance(top, QuarterScene)
    assert isinstance(top.desk, SampleDesk)
    return top.desk


def play_a_quarter(app: App) -> None:
    """End a quarter and read its cables, by keys alone."""
    tab_to(app, "end")
    key(app, "return")
    if isinstance(app.top(), Question):
        tab_to(app, "End the quarter")
        key(app, "return")
    while isinstance(app.top(), ResolutionScene):
        tab_to(app, "go on")
        key(app, "return")


def test_a_game_alone_is_played_from_title_to_debrief_by_keys_alone(flow: Flow) -> None:
    app = flow.app
    tab_to(app, "New game")
    key(app, "return")
    assert isinstance(app.top(), NewGameScene)
    tab_to(app, "choice Your side")
    key(app, "right")
    assert flow.lobby.new_game().chosen[2] == "hanoi"
    tab_to(app, "begin")
    key(app, "return")
    assert isinstance(app.top(), BriefingScene)
    tab_to(app, "go on")
    key(app, "return")
    desk = desk_of(app)
    key(app, "f3")
    tab_to(app, "ladder bombing")
    key(app, "right")
    assert desk.quarter().orders.ladders[0].chosen == 2
    key(app, "return")
    assert desk.quarter().orders.ladders[0].chosen == 3
    for _ in range(3):
        assert isinstance(app.top(), QuarterScene)
        play_a_quarter(app)
    assert isinstance(app.top(), DebriefScene)
    tab_to(app, "title")
    key(app, "return")
    assert isinstance(app.top(), Title)


def test_an_underlined_letter_presses_its_button(flow: Flow) -> None:
    key(flow.app, "n")
    assert isinstance(flow.app.top(), NewGameScene)
    key(flow.app, "b", pygame.KMOD_ALT)
    assert isinstance(flow.app.top(), Title)


def test_two_people_meet_a_curtain_before_anything_is_shown(flow: Flow) -> None:
    app = flow.app
    flow.lobby.choose("mode", "two")
    flow.play(flow.lobby.start())
    assert isinstance(app.top(), CurtainScene)
    assert len(app.stack) == 1
    key(app, "return")
    assert isinstance(app.top(), BriefingScene)


def test_a_replay_is_walked_through_and_left_for_a_game(flow: Flow) -> None:
    flow.lobby.choose("mode", "watch")
    flow.play(flow.lobby.start())
    app = flow.app
    scene = app.top()
    assert isinstance(scene, ReplayScene)
    key(app, "right")
    assert scene.model.at == 13
    tab_to(app, "jump offensive")
    key(app, "return")
    assert scene.model.at == 29
    tab_to(app, "choice Seen with the eyes of")
    key(app, "left")
    assert scene.model.eyes == "hanoi"
    tab_to(app, "step in hanoi")
    key(app, "return")
    tab_to(app, "Step in as Hanoi")
    key(app, "return")
    assert isinstance(app.top(), BriefingScene)


def test_a_replay_plays_by_the_clock_and_stops_at_the_end() -> None:
    app, clock = window()
    scene = show(app, "replay")
    assert isinstance(scene, ReplayScene)
    scene.go(30)
    scene.toggle()
    for _ in range(8):
        clock.time += 3.0
        app.tick()
    assert scene.model.at == 32
    assert not scene.playing


def test_a_lesson_can_be_read_until_next_is_pressed_once_its_deed_is_done(flow: Flow) -> None:
    flow.tutorial()
    app = flow.app
    key(app, "return")
    desk = desk_of(app)
    tab_to(app, "lesson next")
    key(app, "return")
    assert desk.taught == 1
    key(app, "f3")
    assert desk.taught == 1
    key(app, "n")
    assert desk.taught == 2
    tab_to(app, "lesson skip")
    key(app, "return")
    assert desk.lesson() is None


def test_enter_goes_on_after_skipping_to_the_last_cable() -> None:
    app, _ = window()
    gone: list[bool] = []
    app.push(ResolutionScene(samples.RESOLUTION, lambda: gone.append(True)))
    tab_to(app, "skip")
    key(app, "return")
    assert not gone
    key(app, "return")
    assert gone == [True]


def test_next_clicked_twice_does_not_skip_the_lessons(flow: Flow) -> None:
    flow.tutorial()
    app = flow.app
    key(app, "return")
    desk = desk_of(app)
    app.tick()
    top = app.top()
    assert isinstance(top, QuarterScene)
    spot = find(top, "lesson next")
    for _ in range(2):
        click(app, spot)
        app.tick()
    assert desk.taught == 1


def test_hovering_says_what_a_number_is_after_a_moment() -> None:
    app, clock = window()
    scene = quarter()
    app.push(scene)
    move = pygame.event.Event(
        pygame.MOUSEMOTION, pos=find(scene, "gauge approval"), rel=(0, 0), buttons=(0, 0, 0)
    )
    app.handle(move)
    app.tick()
    assert app.tip is None
    clock.time += 1.0
    app.tick()
    assert app.tip is not None
    assert "losses" in app.tip.text


def test_a_note_is_kept_as_it_is_typed_and_its_letters_are_no_shortcuts() -> None:
    app, _ = window()
    scene = quarter()
    app.push(scene)
    tab_to(app, "Sealed note")
    key(app, "end")
    for letter in " le":
        key(app, "space" if letter == " " else letter)
        app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    assert app.top() is scene
    assert scene.desk.quarter().dossier.note.endswith("need. le")
    key(app, "backspace")
    assert scene.desk.quarter().dossier.note.endswith("need. l")


def test_a_click_on_the_map_chooses_the_zone() -> None:
    app, _ = window()
    scene = quarter()
    app.push(scene)
    view = next(w for w in scene.root.walk() if w.key == "map")
    assert isinstance(view, MapView)
    assert view._frame is not None
    x, y = view._frame.pixel(108.0, 13.98)
    click(app, (view.rect.x + round(x), view.rect.y + round(y)))
    assert scene.zone == "II Corps"


def test_what_nobody_has_said_yet_is_said_and_the_game_goes_on(
    flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(event: pygame.event.Event) -> None:
        raise Refusal("The channel is closed.")

    top = flow.app.top()
    monkeypatch.setattr(top, "handle", refuse)
    loop.handle(flow.app, pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0, unicode="a"))
    assert isinstance(flow.app.top(), Notice)


def test_the_help_button_leads_to_the_handbook_and_the_key_explains(flow: Flow) -> None:
    app = flow.app
    flow.begin()
    tab_to(app, "go on")
    key(app, "return")
    assert isinstance(app.top(), QuarterScene)
    click(app, find(app.top(), "Help"))
    assert isinstance(app.top(), Reading)
    key(app, "escape")
    key(app, "f1")
    assert isinstance(app.top(), Explain)
