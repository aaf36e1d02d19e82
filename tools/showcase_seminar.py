"""Screens of a seminar, of sealed games and of what is kept, in a real game."""

from collections.abc import Callable
from functools import cache
from typing import Final

from game.campaign import load
from game.cli._lobby import GameLobby
from game.desk.build_pages import curtain
from game.desk.desk import Desk
from game.desk.models import SavedGame
from game.desk.sitting import PLAIN
from game.engine.board import HANOI, WASHINGTON
from game.record import Game, preset_of
from game.ui.scene import Scene
from game.ui.scenes import facilitator
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.forget import Forget
from game.ui.scenes.menu import Menu, SaveAs
from game.ui.scenes.newgame import NewGameScene
from game.ui.scenes.overview import OverviewScene
from game.ui.scenes.paused import Paused
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.secrets import AskPin, ChoosePassphrases, Unlock
from game.ui.scenes.settings import SettingsScene
from game.ui.seminar import APPOINT, LOCKED
from game.ui.widgets.base import Widget

PIN: Final = "2468"
DOORS: Final = ("settings", "help", "facilitator", "title")
SEALED: Final = SavedGame(
    "evening",
    "The whole war",
    "",
    "January to March 1968",
    "22 November 2026, 21:40",
    "0.1.0",
    "two people, sealed",
    is_sealed=True,
)

Make = Callable[[], Scene]


def nothing(*_: object) -> None:
    """Lead nowhere: these screens are looked at."""


@cache
def seminar() -> Desk:
    """Return two people in the 45 minutes' sitting, in the second quarter of Tet, with a draft."""
    desk = Desk(Game.new(load("tet"), 45), {}, clock=lambda: 0.0)
    desk.facilitate(lambda hand: hand.appoint(PIN))
    desk.facilitate(lambda hand: hand.begin(PIN, preset_of("45")))
    desk.facilitate(lambda hand: hand.start(PIN))
    for _ in range(2):
        desk.lift()
        desk.end()
    desk.facilitate(lambda hand: hand.inject(PIN, "A coup", "The generals quarrel in Saigon."))
    desk.lift()
    if desk.side != WASHINGTON:  # who sits first alternates
        desk.end()
        desk.lift()
    desk.order("bombing", "industry")
    desk.note("Wait for the spring.")
    desk.quarter()
    return desk


class TimedQuarter(QuarterScene):
    """The quarter under a seminar's clock."""

    def build(self) -> Widget:
        """Return the screen under its strip."""
        self.app.strip = self.desk.strip()
        return super().build()


def panel(page: str) -> Make:
    """Return what makes the facilitator's panel at a page."""

    def make() -> Scene:
        scene = FacilitatorScene(seminar(), PIN, nothing, nothing)
        scene.page = page
        return scene

    return make


def overview() -> Scene:
    """Return the second window, uncovered."""
    scene = OverviewScene(seminar(), nothing)
    scene.shown, scene.in_public = seminar().overview(), False
    return scene


def covered() -> Scene:
    """Return the second window as it asks for the PIN."""
    scene = OverviewScene(seminar(), nothing)
    scene.in_public = False
    return scene


def two_people(lobby: GameLobby) -> Make:
    """Return what makes the choices of a new game of two, sealed, in a sitting."""

    @cache
    def chosen() -> GameLobby:
        mine = GameLobby(lobby.folder)
        for row, choice in (("mode", "two"), ("papers", "sealed"), ("sitting", "45")):
            mine.choose(row, choice)
        return mine

    return lambda: NewGameScene(chosen(), nothing, nothing)


def screens(lobby: GameLobby) -> dict[str, Make]:
    """Return what makes each of these screens, by name."""
    return {
        "new game two": two_people(lobby),
        "passphrases": lambda: ChoosePassphrases(nothing, nothing),
        "unlock": lambda: Unlock(SEALED, nothing, nothing),
        "pin": lambda: AskPin(APPOINT, "Become the facilitator", nothing, new=True),
        **{f"facilitator {name}": panel(name) for name, _ in facilitator.PAGES},
        "timed quarter": lambda: TimedQuarter(seminar(), nothing, nothing, nothing, nothing),
        "paused": lambda: Paused(nothing, nothing),
        "hand back": lambda: CurtainScene(curtain(HANOI), nothing, (PLAIN,), nothing),
        "second window": overview,
        "second window covered": covered,
        "projector": lambda: OverviewScene(seminar(), nothing),
        "menu": lambda: Menu(seminar(), dict.fromkeys(DOORS, nothing)),
        "save as": lambda: SaveAs(seminar()),
        "settings locked": lambda: SettingsScene(lambda: LOCKED, nothing),
        "forget": lambda: Forget(lobby, nothing),
    }
