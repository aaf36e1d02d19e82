"""Seminars at a real window: begun with a PIN, led from the panel, taken up from a curtain."""

from pathlib import Path

from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.secrets import AskPin
from tests.ui.people import PIN, desk_of, press, read_on, settle, sit_down, type_in
from tests.ui.windows import Clock, key

Room = tuple[Flow, Clock]


def seminar(
    folder: Path, minutes: str, mode: str, campaign: str = "", started: bool = True
) -> Room:
    """Begin a seminar from the choices of a new game, its clock started or waiting."""
    flow, clock = sit_down(folder)
    flow.lobby.choose("mode", mode)
    flow.lobby.choose("level", "glance")
    flow.lobby.choose("sitting", minutes)
    if campaign:
        flow.lobby.choose("campaign", campaign)
    flow.new_game()
    press(flow.app, "begin")
    assert isinstance(flow.app.top(), AskPin)
    type_in(flow.app, AskPin.PIN, PIN)
    key(flow.app, "return")
    type_in(flow.app, AskPin.AGAIN, PIN)
    key(flow.app, "return")
    settle(flow.app)
    if started:
        desk_of(flow).facilitate(lambda hand: hand.start(PIN))
        desk_of(flow).told()
        flow.turn(desk_of(flow))
    return flow, clock


def panel(app: App) -> FacilitatorScene:
    """Open the facilitator's panel from wherever we are."""
    key(app, "f9")
    type_in(app, AskPin.PIN, PIN)
    key(app, "return")
    top = app.top()
    assert isinstance(top, FacilitatorScene)
    return top


def take_up(app: App) -> QuarterScene:
    """Go on from a curtain to the quarter."""
    if isinstance(app.top(), CurtainScene):
        press(app, "confirm")
    read_on(app)
    if isinstance(app.top(), BriefingScene):
        press(app, "go on")
    top = app.top()
    assert isinstance(top, QuarterScene)
    return top
