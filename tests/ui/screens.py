"""Every screen of the window in a sample state, by name."""

from collections.abc import Callable
from dataclasses import replace

from game.desk import models as m
from game.desk.build_rule import page as rule_page
from game.desk.sitting import PLAIN
from game.ui.app import App
from game.ui.scene import Scene
from game.ui.scenes import facilitator
from game.ui.scenes.asking import QuestionsScene
from game.ui.scenes.climax import ClimaxScene
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import PAGES as AFTER_PAGES
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.forget import Forget
from game.ui.scenes.menu import Menu, SaveAs
from game.ui.scenes.newgame import BriefingScene, NewGameScene
from game.ui.scenes.overview import OverviewScene
from game.ui.scenes.paused import Paused
from game.ui.scenes.quarter import PAGES, QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.rule import RuleScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.sealing import EndQuestion, SealBox
from game.ui.scenes.secrets import AskPin, ChoosePassphrases, Unlock
from game.ui.scenes.settings import KeysScene, SettingsScene
from game.ui.scenes.title import Title
from game.ui.scenes.wars import WarsScene
from game.ui.seminar import APPOINT, LOCKED
from game.ui.widgets.base import Widget
from tests.ui import samples, samples_end, samples_more
from tests.ui.desks import SampleDesk, SampleLobby, SampleReplay
from tools import showcase_cases


def nothing(*_: object) -> None:
    """Do nothing."""


DOORS = dict.fromkeys(
    (
        "continue",
        "tutorial",
        "history",
        "new",
        "load",
        "settings",
        "help",
        "quit",
        "replay",
        "title",
        "rule",
        "cases",
        "codex",
        "ask",
        "wars",
        "back",
        "chair",
        "next",
        "harder",
    ),
    nothing,
)


class Timed(QuarterScene):
    """A quarter under a clock, and with something that must be known at once."""

    def build(self) -> Widget:
        """Return the screen under its strip."""
        self.app.strip = ("The disk is full; play goes on in memory.", "turn 3:30, bell in 18:00")
        return super().build()


def left_game() -> Title:
    """Return the title of somebody who has left a game in play."""
    lobby = SampleLobby()
    lobby.kept_games[0] = replace(lobby.kept_games[0], running=True)
    return Title(lobby, DOORS, "0.1.0", False)


def first_charts() -> QuarterScene:
    """Return the page of charts before any quarter has been played."""
    scene = quarter("charts")
    bare = [
        replace(
            chart,
            labels=(),
            series=tuple(replace(series, values=(), low=(), high=()) for series in chart.series),
        )
        for chart in samples.CHARTS
    ]
    scene.desk.model = replace(scene.desk.model, charts=tuple(bare))
    return scene


def quarter(page: str = "dossier", lesson: int = -1) -> QuarterScene:
    """Return the quarter's screen at a page."""
    desk = SampleDesk()
    desk.taught = lesson
    scene = QuarterScene(desk, nothing, nothing, nothing, nothing)
    scene.page = page
    return scene


def sample(clock: bool = True) -> SampleDesk:
    """Return a desk in a seminar."""
    desk = SampleDesk()
    desk.clock = samples_more.CLOCK if clock else samples_more.NO_CLOCK
    return desk


def panel(name: str) -> Callable[[], Scene]:
    """Return what makes the facilitator's panel at a page."""

    def make() -> Scene:
        scene = FacilitatorScene(sample(), "2468", nothing, nothing)
        scene.page, scene.said, scene.effect = name, "The rule is revealed.", "stability"
        return scene

    return make


def overview() -> Scene:
    """Return the second window with both sides in it."""
    scene = OverviewScene(sample(), nothing)
    scene.shown, scene.in_public = samples_more.OVERVIEW, False
    return scene


def covered() -> Scene:
    """Return the second window as it asks for the PIN."""
    scene = OverviewScene(sample(), nothing)
    scene.in_public = False
    return scene


def two_people() -> Scene:
    """Return the choices of a new game of two, with papers and sittings."""
    lobby = SampleLobby()
    lobby.choose("mode", "two")
    lobby.model = replace(lobby.model, papers=samples_more.PAPERS, kept="sealed")
    return NewGameScene(lobby, nothing, nothing)


def faulty(scene: Scene, fault: str) -> Scene:
    """Return a screen that says what is wrong with what was typed."""
    vars(scene)["fault"] = fault
    return scene


def page(name: str) -> Callable[[], Scene]:
    """Return what makes the quarter's screen at a page."""
    return lambda: quarter(name)


def read_to_the_end() -> Scene:
    """Return the resolution at its last cable."""
    scene = ResolutionScene(samples.RESOLUTION, nothing)
    scene.read = len(samples.RESOLUTION.cables) - 1
    return scene


def after(name: str, model: m.Debrief = samples_more.DEBRIEF) -> Callable[[], Scene]:
    """Return what makes the debrief at a page."""

    def make() -> Scene:
        scene = DebriefScene(model, DOORS)
        scene.page = name
        return scene

    return make


def ruled(name: str) -> Callable[[], Scene]:
    """Return what makes the rule at a page."""

    def make() -> Scene:
        scene = RuleScene(rule_page, nothing)
        scene.page = name
        return scene

    return make


def asked(sheets: int) -> Scene:
    """Return the three questions after so many sheets."""
    desk = SampleDesk()
    desk.sheets = sheets
    scene = QuestionsScene(desk, nothing)
    scene.shown = sheets > 0
    return scene


SCREENS: dict[str, Callable[[], Scene]] = {
    "title": lambda: Title(SampleLobby(), DOORS, "0.1.0", True),
    "title continue": left_game,
    "new game": lambda: NewGameScene(SampleLobby(), nothing, nothing),
    "briefing": lambda: BriefingScene(samples_more.BRIEFING, nothing),
    **{f"quarter {name}": page(name) for name, _ in PAGES},
    "quarter map": page("map"),
    "quarter first charts": first_charts,
    "quarter lesson": lambda: quarter("dossier", 0),
    "climax": lambda: ClimaxScene([samples_more.CLIMAX, samples_more.CLIMAX], nothing),
    "resolution": read_to_the_end,
    "curtain": lambda: CurtainScene(samples_more.CURTAIN, nothing),
    **{f"debrief {name}": after(name) for name, _ in AFTER_PAGES},
    **{f"debrief {name}": after(name, samples_end.ENDED) for name in ("end", "dead")},
    "debrief end hidden": after("end", samples_end.HIDDEN),
    "wars": lambda: WarsScene(samples_end.WARS, nothing),
    **{f"rule {name}": ruled(name) for name, _ in RuleScene.pages()},
    "replay": lambda: ReplayScene(SampleReplay(), nothing, nothing),
    "new game two": two_people,
    "passphrases": lambda: faulty(
        ChoosePassphrases(nothing, nothing), "The two differ; type both once more."
    ),
    "unlock": lambda: faulty(
        Unlock(samples_more.SAVES[3], nothing, nothing),
        "game.overture: the passphrase of Hanoi does not open it; nothing was changed.",
    ),
    "pin": lambda: faulty(
        AskPin(APPOINT, "Become the facilitator", nothing, new=True), "A PIN has 4 to 12 digits."
    ),
    **{f"facilitator {name}": panel(name) for name, _ in facilitator.PAGES},
    "paused": lambda: faulty(
        Paused(nothing, nothing), "That is not the facilitator's PIN; nothing was changed."
    ),
    "overview": overview,
    "overview covered": covered,
    "projector": lambda: OverviewScene(sample(), nothing),
    "timed quarter": lambda: Timed(sample(), nothing, nothing, nothing, nothing),
    "hand back": lambda: CurtainScene(samples_more.CURTAIN, nothing, (PLAIN,), nothing),
    "menu": lambda: Menu(
        sample(), dict.fromkeys(("settings", "help", "facilitator", "title"), nothing)
    ),
    "save as": lambda: SaveAs(sample()),
    "forget": lambda: Forget(SampleLobby(), nothing),
    "settings locked": lambda: SettingsScene(lambda: LOCKED, nothing, ""),
    "saves": lambda: SavesScene(SampleLobby(), nothing, nothing),
    "settings": SettingsScene,
    "keys": KeysScene,
    "help": lambda: Reading("Help", samples_more.CODEX, nothing, True),
    **showcase_cases.screens(),
    "three questions": lambda: asked(0),
    "three questions scored": lambda: asked(2),
    "under seal": lambda: SealBox(SampleDesk()),
    "end question": lambda: EndQuestion(
        "End quarter?", samples.TABLE.accept.note, "End quarter", nothing, nothing
    ),
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
