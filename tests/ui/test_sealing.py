"""Reasons and forecasts under seal: by keys and mouse, skippable, nobody else's until the end."""

import json
from pathlib import Path

import pygame
import pytest

from game.cli import _seats
from game.cli._lobby import GameLobby
from game.desk.desk import Desk
from game.record import Game, Seats, load
from game.study.debrief import forecasts
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.sealing import EndQuestion, SealBox
from tests.ui.people import press, settle
from tests.ui.windows import click, find, key, tab_to, window

REASON = "To show that we can stay."


def typed(app: App, text: str) -> None:
    app.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


@pytest.fixture
def playing(tmp_path: Path) -> tuple[Flow, Desk]:
    """Return a game of Washington against a machine, at its first quarter."""
    app, _ = window()
    flow = Flow(app, GameLobby(tmp_path), "0.1.0")
    flow.lobby.choose("campaign", "tet")
    flow.lobby.choose("level", "glance")
    flow.play(flow.lobby.start())
    settle(app)
    press(app, "go on")
    assert isinstance(app.top(), QuarterScene)
    return flow, flow.desk


def test_a_reason_and_a_forecast_are_sealed_by_keys_alone(playing: tuple[Flow, Desk]) -> None:
    flow, desk = playing
    app = flow.app
    key(app, "s")
    assert isinstance(app.top(), SealBox)
    typed(app, REASON)
    tab_to(app, "chance escalate")
    for _ in range(3):
        key(app, "right")
    tab_to(app, "chance offer")
    key(app, "left")
    key(app, "home")
    press(app, "seal")
    assert isinstance(app.top(), QuarterScene)
    assert forecasts.sealed_by(desk.game, desk.side, desk.game.quarter_name) == {"escalate": 0.7}
    assert [e.text for e in desk.game.entries if e.what == "note"] == [REASON]


def test_the_mouse_says_how_likely_and_a_forecast_is_found_again(
    playing: tuple[Flow, Desk],
) -> None:
    flow, desk = playing
    app = flow.app
    click(app, find(app.top(), "Seal"))
    box = next(w for w in app.top().root.walk() if w.key == "chance open")
    click(app, (box.rect.x + box.rect.width // 4, box.rect.bottom - 12))
    click(app, find(app.top(), "seal"))
    told = forecasts.sealed_by(desk.game, desk.side, desk.game.quarter_name)
    assert told == {"open": pytest.approx(0.25)}
    key(app, "s")
    assert app.top().model.forecasts[0].chance == pytest.approx(0.25)
    tab_to(app, "chance open")
    key(app, "backspace")
    press(app, "seal")
    assert forecasts.sealed_by(desk.game, desk.side, desk.game.quarter_name) == {}


def test_sealing_can_be_skipped_and_writes_nothing(playing: tuple[Flow, Desk]) -> None:
    flow, desk = playing
    key(flow.app, "s")
    key(flow.app, "escape")
    press(flow.app, "end")
    press(flow.app, "End quarter")  # something is left undecided, which it asks about
    own = {e.what for e in desk.game.entries if e.side == "washington"}
    assert not own & {"note", "forecast"}
    assert desk.game.quarter_name == "1967Q4"


@pytest.mark.parametrize("way", ["escape", "not yet"])
def test_whoever_goes_back_leaves_all_as_it_was_before(
    playing: tuple[Flow, Desk], way: str
) -> None:
    flow, desk = playing
    app = flow.app
    desk.mean(REASON)
    desk.foresee("open", 0.2)
    desk.seal()
    before = len(desk.game.entries)
    key(app, "s")
    typed(app, " And more.")
    tab_to(app, "chance escalate")
    key(app, "right")
    if way == "escape":
        key(app, "escape")
    else:
        press(app, way)
    assert isinstance(app.top(), QuarterScene)
    assert desk.sealing().reason == REASON
    assert [one.chance for one in desk.sealing().forecasts] == [0.2, None, None, None]
    key(app, "e")
    settle(app)
    assert not [
        e
        for e in desk.game.entries[before:]
        if e.side == "washington" and e.what in ("note", "forecast")
    ]


def test_the_question_before_the_end_leads_to_the_box_and_back(
    playing: tuple[Flow, Desk],
) -> None:
    flow, desk = playing
    app = flow.app
    desk.order("home", "rally")
    app.top().refresh()
    key(app, "e")
    assert isinstance(app.top(), EndQuestion)
    assert "Home front: Rally" in " ".join(w.name for w in app.top().root.walk())
    press(app, "seal first")
    assert isinstance(app.top(), SealBox)
    typed(app, REASON)
    key(app, "return")
    key(app, "e")
    press(app, "End quarter")
    kept = [e for e in desk.game.entries if e.text == REASON]
    assert [e.quarter for e in kept] == ["1967Q3"]


def test_a_reason_written_anew_takes_the_place_of_the_first(playing: tuple[Flow, Desk]) -> None:
    _, desk = playing
    desk.mean("First thoughts.")
    desk.seal()
    desk.mean("Second thoughts.")
    desk.seal()
    desk.seal()
    kept = [e.text for e in forecasts.held(desk.game.entries) if e.what == "note"]
    assert kept == ["Second thoughts."]
    assert desk.sealing().reason == "Second thoughts."
    assert desk.quarter().dossier.note == ""  # the lasting note is another thing


def test_what_is_sealed_is_the_sides_own_and_comes_back_after_loading(tmp_path: Path) -> None:
    app, _ = window()
    lobby = GameLobby(tmp_path)
    lobby.choose("mode", "two")
    flow = Flow(app, lobby, "0.1.0")
    flow.play(lobby.start())
    desk = flow.desk
    desk.lift()
    desk.mean(REASON)
    desk.foresee("open", 0.2)
    desk.end()
    desk.lift()
    assert desk.sealing().reason == ""
    assert all(one.chance is None for one in desk.sealing().forecasts)
    assert REASON not in repr(desk.quarter()) + repr(desk.sealing())
    game = load(next(tmp_path.glob("game-*.overture")))
    assert forecasts.sealed_by(game, 0, "1965Q1") == {"open": 0.2}
    assert REASON not in json.dumps(game.to_bytes().split(b"\n")[0].decode())


def test_the_curtain_takes_the_box_away(tmp_path: Path) -> None:
    app, _ = window()
    app.settings.curtain_on_focus_loss = True
    flow = Flow(app, GameLobby(tmp_path), "0.1.0")
    flow.lobby.choose("mode", "two")
    flow.play(flow.lobby.start())
    flow.desk.lift()
    flow.turn(flow.desk)
    settle(app)
    press(app, "go on")
    key(app, "s")
    assert isinstance(app.top(), SealBox)
    app.handle(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    assert isinstance(app.top(), CurtainScene)
    assert len(app.stack) == 1


def test_a_question_or_chance_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    seats = Seats(washington=_seats.seat(0, None, None), hanoi=_seats.seat(1, None, None))
    game = Game.new(GameLobby(tmp_path).offer.campaign(), 3, seats)
    desk = Desk(game, {0: _seats.machines(game)[0]})
    with pytest.raises(Exception, match="cannot be forecast"):
        desk.foresee("weather", 0.5)
    with pytest.raises(Exception, match="0 to 100"):
        desk.foresee("open", 1.5)


def test_the_question_before_the_end_tells_every_order_and_not_only_the_gravest(
    playing: tuple[Flow, Desk],
) -> None:
    flow, desk = playing
    desk.order("home", "rally")
    desk.order("troops", "in")
    flow.app.top().refresh()
    key(flow.app, "e")
    told = " ".join(w.name for w in flow.app.top().root.walk())
    assert "men are sent" in told
    assert "Home front: Rally" in told


def test_the_last_questions_buttons_stand_where_they_stood_however_much_it_says() -> None:
    places = set()
    for said in ("Nothing changes but the date.", "A sentence of some length. " * 12):
        app = window((1280, 720))[0]
        app.push(EndQuestion("End quarter?", said, "End quarter", lambda: None, lambda: None))
        app.frame()
        top = app.top()
        assert top is not None
        places.add(next(widget.rect.y for widget in top.root.walk() if widget.key == "End quarter"))
    assert len(places) == 1
