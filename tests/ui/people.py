"""People at a real window: what they press and type, and a clock on the wall."""

import time
from pathlib import Path

import pygame

from game.cli._lobby import Lobby
from game.desk.desk import Desk
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.common import Notice
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.waiting import AtWork, Deliberating
from tests.ui.windows import Clock, key, tab_to, window

PIN = "2468"
PATIENCE = 60.0  # seconds after which nobody thinks any more


def sit_down(folder: Path) -> tuple[Flow, Clock]:
    """Return a flow at the title, and the clock that window and seminar go by."""
    app, clock = window()
    flow = Flow(app, Lobby(folder, clock=clock), "0.1.0")
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
    while isinstance(app.top(), Notice | ResolutionScene):
        key(app, "escape")
        settle(app)
