"""The curtain: the same frame, to the byte, whatever either side knows or has done."""

from collections.abc import Callable, Iterator

import pygame
import pytest

from game.desk.desk import Desk
from game.engine.board import HANOI, WASHINGTON
from game.record import Game
from game.ui.flow import Flow
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.quarter import QuarterScene
from tests.desk.wars import random_war
from tests.ui.desks import SampleLobby
from tests.ui.windows import key, window

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
