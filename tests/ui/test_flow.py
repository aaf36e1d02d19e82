"""Whole games through the window, by events alone: what a player presses and what then shows."""

import pygame
import pytest

from game.desk.interface import Refusal
from game.ui import loop
from game.ui.app import App, merged
from game.ui.flow import Flow
from game.ui.scenes.common import Explain, Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene, NewGameScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.quarter.orders import UNDO
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.title import Title
from game.ui.widgets.mapview import MapView
from game.ui.widgets.rungs import price_text
from tests.ui import samples
from tests.ui.desks import SampleDesk, SampleLobby
from tests.ui.screens import quarter, show
from tests.ui.windows import click, find, key, tab_to, window
from tools import showcase


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


def frame_of(app: App) -> bytes:
    app.dirty_all()
    app.frame()
    return pygame.image.tobytes(app.surface, "RGB")


def test_the_curtain_shows_the_same_whatever_lay_under_it() -> None:
    frames = set()
    for page in ("dossier", "orders", "table", "charts", "papers"):
        app, clock = window()
        flow = Flow(app, SampleLobby(), "0.1.0")
        desk = SampleDesk()
        desk.lift()
        flow.briefed.add((id(desk), "washington"))
        flow.turn(desk)
        scene = app.top()
        assert isinstance(scene, QuarterScene)
        desk.order("bombing", "industry")
        click(app, find(scene, "gauge approval"))
        scene.show(page)
        clock.time += 2.0
        app.tick()
        key(app, "k")
        assert isinstance(app.top(), CurtainScene)
        assert desk.past == []
        assert app.tip is None
        frames.add(frame_of(app))
    assert len(frames) == 1


def test_losing_the_focus_draws_the_curtain_in_a_game_of_two() -> None:
    app, _ = window()
    flow = Flow(app, SampleLobby(), "0.1.0")
    desk = SampleDesk()
    desk.lift()
    flow.briefed.add((id(desk), "washington"))
    flow.turn(desk)
    app.settings.curtain_on_focus_loss = False
    app.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert isinstance(app.top(), QuarterScene)
    app.settings.curtain_on_focus_loss = True
    app.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert isinstance(app.top(), CurtainScene)


def test_behind_the_curtain_no_key_shows_anything() -> None:
    app, _ = window()
    flow = Flow(app, SampleLobby(), "0.1.0")
    desk = SampleDesk()
    flow.turn(desk)
    before = frame_of(app)
    for name in ("f1", "f2", "l", "x", "e", "r", "1", "escape", "k", "tab"):
        key(app, name)
        assert isinstance(app.top(), CurtainScene), name
    assert len(app.stack) == 1
    assert frame_of(app) == before


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


def test_an_order_that_is_refused_says_why() -> None:
    app, _ = window()
    scene = quarter("diplomacy")
    app.push(scene)
    scene._do(scene.desk.channel)("moscow")
    assert app.top() is not scene
    assert "Moscow" in " ".join(w.name for w in app.stack[-1].root.walk())


def test_undo_takes_back_the_last_order() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder bombing")
    key(app, "left")
    key(app, "return")
    assert scene.quarter.orders.ladders[0].chosen == 1
    key(app, "z", pygame.KMOD_CTRL)
    assert scene.quarter.orders.ladders[0].chosen == 2


def test_a_rung_that_cannot_be_paid_is_not_taken() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder bombing")
    for _ in range(5):
        key(app, "right")
        key(app, "return")
    assert scene.quarter.orders.ladders[0].rungs[scene.quarter.orders.ladders[0].chosen].enabled


def test_the_focus_stays_on_the_ladder_it_was_on() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder trail")
    key(app, "right")
    assert scene.focus is not None
    assert scene.focus.key == "ladder trail"
    assert scene.focus.rect.bottom <= 720


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


def test_an_idle_window_paints_nothing() -> None:
    app, clock = window()
    app.push(quarter())
    app.frame()
    clock.time += 1
    app.tick()
    assert app.frame() == []


def test_resizing_lays_out_again() -> None:
    app, _ = window()
    scene = quarter()
    app.push(scene)
    app.surface = pygame.Surface((1600, 900))
    app.handle(pygame.event.Event(pygame.VIDEORESIZE, w=1600, h=900, size=(1600, 900)))
    assert scene.root.rect.size == (1600, 900)


def test_spoilt_rectangles_are_merged_and_all_covered() -> None:
    rects = [pygame.Rect(i * 7, i * 5, 20, 20) for i in range(9)] + [pygame.Rect(500, 500, 5, 5)]
    whole = merged([r.copy() for r in rects])
    for rect in rects:
        assert any(big.contains(rect) for big in whole)
    for index, rect in enumerate(whole):
        assert rect.collidelist(whole[:index]) < 0


def test_the_loop_runs_sleeps_and_ends_when_the_window_is_closed() -> None:
    app, _ = window()
    app.surface = pygame.display.set_mode((1280, 720))
    Flow(app, SampleLobby(), "0.1.0").title()
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    loop.run(app)
    assert not app.running
    assert app.frames == 1


def test_what_nobody_has_said_yet_is_said_and_the_game_goes_on(
    flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(event: pygame.event.Event) -> None:
        raise Refusal("The channel is closed.")

    top = flow.app.top()
    monkeypatch.setattr(top, "handle", refuse)
    loop.handle(flow.app, pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0, unicode="a"))
    assert isinstance(flow.app.top(), Notice)


def test_all_ladders_are_in_sight_with_undo_at_the_smallest_usual_window() -> None:
    for quarter_of, side in (("1968Q2", 0), ("1972Q4", 1)):
        app, _ = window()
        scene = QuarterScene(showcase.seated(quarter_of, side), *[lambda *_: None] * 4)
        scene.page = "orders"
        app.push(scene)
        rows = [w for w in scene.root.walk() if w.key.startswith("ladder") or w.key == UNDO]
        assert len(rows) > 12
        assert all(row.seen() == row.rect for row in rows)


def test_what_a_rung_costs_and_risks_is_told_before_it_is_chosen() -> None:
    app, _ = window()
    scene = quarter("orders")
    app.push(scene)
    tab_to(app, "ladder bombing")
    key(app, "right")
    rung = scene.quarter.orders.ladders[0].rungs[3]
    assert scene.quarter.orders.ladders[0].chosen == 2
    assert scene.explanation.said == rung.risk
    assert price_text(rung) in scene.explanation.head


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
