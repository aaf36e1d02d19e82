"""People at a real window: what they press and type, and a clock on the wall."""

import time
from pathlib import Path

import pygame

from game.cli._lobby import GameLobby
from game.desk.desk import Desk
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.climax import ClimaxScene
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.newgame import NewGameScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.waiting import AtWork, Deliberating
from game.ui.widgets.lists import ChoiceRow
from tests.ui.windows import Clock, key, tab_to, window

PIN = "2468"
PATIENCE = 120.0  # seconds after which nobody thinks any more


def sit_down(folder: Path) -> tuple[Flow, Clock]:
    """Return a flow at the title, and the clock that window and seminar go by."""
    app, clock = window()
    flow = Flow(app, GameLobby(folder, clock=clock), "0.1.0")
    flow.title()
    return flow, clock


def press(app: App, wanted: str) -> None:
    """Tab to a control, press Enter, and wait for whoever thinks."""
    tab_to(app, wanted)
    key(app, "return")
    settle(app)


def settle(app: App) -> None:
    """Let time pass until nobody is waited for."""
    until = time.monotonic() + PATIENCE
    while isinstance(app.top(), AtWork | Deliberating):
        assert time.monotonic() < until
        time.sleep(0.005)
        app.tick()


def type_in(app: App, field: str, text: str) -> None:
    """Tab to a field and type letter by letter."""
    tab_to(app, field)
    for letter in text:
        app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))


def pass_time(app: App, clock: Clock, seconds: float) -> None:
    """Let so many seconds pass, and the window act on them."""
    clock.time += seconds
    app.tick()
    app.frame()


def said(app: App) -> str:
    """Return every word that is shown on the top screen."""
    top = app.top()
    assert top is not None
    return " ".join(widget.name for widget in top.root.walk() if widget.name)


def desk_of(flow: Flow) -> Desk:
    """Return the desk that is played at."""
    assert isinstance(flow.desk, Desk)
    return flow.desk


def read_on(app: App) -> None:
    """Read whatever only wants to be read."""
    while isinstance(app.top(), Notice | ClimaxScene | ResolutionScene):
        key(app, "escape")
        settle(app)


def choose(app: App, row: str, wanted: str) -> None:
    """Tab to a row of choices and go to the right until the wanted one holds."""
    tab_to(app, f"choice {row}")
    for _ in range(12):
        top = app.top()
        assert top is not None
        focus = top.focus
        assert isinstance(focus, ChoiceRow)
        if focus.chosen == wanted:
            return
        key(app, "right")
    raise AssertionError(f"{row} never comes to {wanted}")


def read_cables(app: App) -> None:
    while isinstance(app.top(), ClimaxScene | ResolutionScene):
        press(app, "go on")


def end_quarter(app: App) -> None:
    """End the quarter, and read the cables if it is still the same person's turn."""
    press(app, "end")
    if isinstance(app.top(), Question):
        press(app, "End quarter")
    read_cables(app)


def begin(app: App, campaign: str, mode: str, seed: str) -> None:
    """Begin a new game from the title, by Tab, arrows and Enter."""
    press(app, "New game")
    assert isinstance(app.top(), NewGameScene)
    if campaign == "tiny":  # not offered, and short enough for a test
        app.top().lobby.choose("campaign", campaign)
    else:
        choose(app, "Campaign", campaign)
    choose(app, "How", mode)
    if mode == "alone":
        choose(app, "Level", "glance")
    if seed:
        press(app, "more")
        type_in(app, "Seed", seed)
    press(app, "begin")
