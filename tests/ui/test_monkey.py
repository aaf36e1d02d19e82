"""A monkey at a seminar: whatever it presses, types and waits for, no window ends."""

import random
from pathlib import Path

import pygame
import pytest

from game.engine.world import digests, faults
from game.record.folder import every
from game.record.loading import verify
from game.ui.app import App
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.secrets import AskPin
from game.ui.widgets.controls import TextField
from tests.ui.people import PIN, desk_of, pass_time, sit_down, type_in
from tests.ui.windows import key
from tools.audit import audit

STEPS = 100
WORDS = (
    "0",
    "1",
    "-1",
    "1e9",
    "nan",
    "-0.05",
    "7.5",
    "1968-01-30",
    "1968-13-99",
    "Ünï ☭",
    "a" * 80,
    "\u202eevil",
    "",
)
PLACES = {"outside", "overlap"}  # what it types may well have letters that no font has
LEAVING = {"Leave for the title", "title"}


@pytest.mark.parametrize("seed", range(2))
def test_a_monkey_ends_no_window(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    flow, clock = sit_down(tmp_path)
    flow.lobby.choose("campaign", "tet")
    flow.lobby.choose("mode", "two")
    flow.lobby.choose("sitting", "45")
    flow.play(flow.lobby.start(None, PIN))
    desk = desk_of(flow)
    for _ in range(STEPS):
        press(flow.app, dice)
        if flow.desk is None:  # it has found a way out, by which the game is kept
            break
        pass_time(flow.app, clock, dice.choice((0.1, 1.0, 30.0, 200.0)))
        if flow.app.second is not None:
            flow.app.second.step()
        assert stray(flow.app) == []
    lived = desk.game.past.world
    if flow.desk is not None:
        flow.title()
    games = [verify(path) for path in every(tmp_path)]
    assert digests(lived) in [digests(game.past.world) for game in games]
    wrong = [fault for game in games for world in game.past.worlds for fault in faults(world)]
    assert wrong == []


def stray(app: App) -> list[str]:
    """Return what lies outside its place on the screen that stands, or is not where Tab goes."""
    top = app.top()
    assert top is not None
    assert app.window().contains(top.area())
    assert top.focus is None or top.focus in top.stops()
    return [str(fault) for fault in audit(app, top) if fault.kind in PLACES]


def press(app: App, dice: random.Random) -> None:
    """Press, type or choose something."""
    top = app.top()
    assert top is not None
    if isinstance(top, AskPin):
        type_in(app, AskPin.PIN, dice.choice((PIN, PIN, "1111")))
        key(app, "return")
        return
    to_title = isinstance(top, BriefingScene)  # from there the way back is out of the game
    if dice.random() < 0.2:
        key(app, dice.choice(("f9", "f12", "f1" if to_title else "escape", "x", "e")))
        return
    leaving = LEAVING | {"Back"} if to_title else LEAVING
    stops = [stop for stop in top.stops() if stop.enabled and stop.key not in leaving]
    if stops:
        stop = dice.choice(stops)
        top.focus_on(stop.key)
        if isinstance(stop, TextField):
            for letter in dice.choice(WORDS):
                app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        key(app, dice.choice(("return", "return", "right", "left", "down")))
