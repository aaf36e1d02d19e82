"""Every screen of the window in a sample state, by name."""

from collections.abc import Callable
from dataclasses import replace

from game.ui.app import App
from game.ui.scene import Scene
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene, NewGameScene
from game.ui.scenes.quarter import PAGES, QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.settings import KeysScene, SettingsScene
from game.ui.scenes.title import Title
from tests.ui import samples, samples_more
from tests.ui.desks import SampleDesk, SampleLobby, SampleReplay


def nothing(*_: object) -> None:
    """Do nothing."""


DOORS = dict.fromkeys(
    ("tutorial", "new", "load", "settings", "help", "quit", "replay", "title"), nothing
)


def quarter(page: str = "dossier", lesson: int = -1) -> QuarterScene:
    """Return the quarter's screen at a page."""
    desk = SampleDesk()
    desk.taught = lesson
    scene = QuarterScene(desk, nothing, nothing, nothing, nothing)
    scene.page = page
    return scene


def page(name: str) -> Callable[[], Scene]:
    """Return what makes the quarter's screen at a page."""
    return lambda: quarter(name)


def read_to_the_end() -> Scene:
    """Return the resolution at its last cable."""
    scene = ResolutionScene(samples.RESOLUTION, nothing)
    scene.read = len(samples.RESOLUTION.cables) - 1
    return scene


SCREENS: dict[str, Callable[[], Scene]] = {
    "title": lambda: Title(SampleLobby(), DOORS, "0.1.0", True),
    "new game": lambda: NewGameScene(SampleLobby(), nothing, nothing),
    "briefing": lambda: BriefingScene(samples_more.BRIEFING, nothing),
    **{f"quarter {name}": page(name) for name, _ in PAGES},
    "quarter map": page("map"),
    "quarter lesson": lambda: quarter("dossier", 0),
    "resolution": read_to_the_end,
    "curtain": lambda: CurtainScene(samples_more.CURTAIN, nothing),
    "debrief": lambda: DebriefScene(samples_more.DEBRIEF, DOORS),
    "replay": lambda: ReplayScene(SampleReplay(), nothing, nothing),
    "saves": lambda: SavesScene(SampleLobby(), nothing, nothing),
    "settings": SettingsScene,
    "keys": KeysScene,
    "help": lambda: Reading("Help", samples_more.CODEX, nothing, True),
    "question": lambda: Question("Accept?", samples.TABLE.accept.note, "&Accept", nothing),
    "notice": lambda: Notice("Bombing limit", samples.IN_FORCE[0].explanation),
}


def show(app: App, name: str) -> Scene:
    """Show a screen; a modal one lies over the quarter's."""
    scene = SCREENS[name]()
    if scene.modal:
        app.push(quarter())
    app.push(scene)
    if isinstance(scene, ResolutionScene) and scene.paper is not None:
        scene.paper.shown = None
    return scene


def closed_table() -> SampleDesk:
    """Return a desk at which no talks sit."""
    desk = SampleDesk()
    table = replace(desk.model.table, sits=False, why_not="Hanoi's posture is closed.")
    desk.model = replace(desk.model, table=table)
    return desk
