"""The curtain: the same frame, to the byte, whatever either side knows or has done."""

from collections.abc import Callable, Iterator

import pygame
import pytest

from game.desk.desk import Desk
from game.engine.board import HANOI, WASHINGTON
from game.record import Game
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.quarter import QuarterScene
from tests.desk.wars import random_war
from tests.ui.desks import SampleDesk, SampleLobby
from tests.ui.windows import click, find, key, window

STATES = 200
PAGES = ("dossier", "orders", "diplomacy", "table", "papers", "charts")


def states() -> Iterator[Game]:
    """Yield so many different moments of wars of random orders."""
    told, seed = 0, 0
    while told < STATES:
        seed += 1
        war = random_war(seed)
        for row in war.past.rows[: STATES - told]:
            told += 1
            yield Game(war.past.until(row.quarter))


@pytest.mark.timeout(120)
def test_behind_the_curtain_two_hundred_states_look_the_same() -> None:
    app, _ = window((1024, 600))
    flow = Flow(app, SampleLobby(), "0.1.0")
    frames: dict[int, set[bytes]] = {WASHINGTON: set(), HANOI: set()}
    for place, game in enumerate(states()):
        if place % 2:
            game.commit(WASHINGTON, {})
        desk = Desk(game, {})
        desk.lift()
        scene = QuarterScene(desk, nothing, nothing, nothing, draw(flow, desk))
        scene.page = PAGES[place % len(PAGES)]
        app.replace(scene)
        app.frame()
        key(app, "k")
        assert isinstance(app.top(), CurtainScene)
        app.dirty_all()
        app.frame()
        frames[desk.side].add(pygame.image.tobytes(app.surface, "RGB"))
    assert [len(each) for each in frames.values()] == [1, 1]


def draw(flow: Flow, desk: Desk) -> Callable[[], None]:
    """Return what draws the curtain in front of a desk."""

    def drawn() -> None:
        desk.draw()
        flow.hide(desk)

    return drawn


def nothing(*_: object) -> None:
    """Do nothing."""


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
