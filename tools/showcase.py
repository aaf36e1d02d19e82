"""Every screen of the window in a real game: the recorded war, and games begun on its way."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from game import VERSION
from game.campaign import FULL, load
from game.cli import _seats
from game.cli._lobby import GameLobby
from game.cli._onward import Leading
from game.desk import build_climax, build_end, build_wars
from game.desk.build_debrief import debrief
from game.desk.build_pages import curtain
from game.desk.build_rule import Courses, courses_of, rule
from game.desk.desk import Desk
from game.desk.history import turnings
from game.desk.interface import GameDesk
from game.desk.models import Debrief
from game.desk.watch import Watch
from game.engine.board import HANOI, WASHINGTON
from game.record import Game, Seat, Seats, named_path
from game.record.recorded_war import recorded_war
from game.record.wars import Book
from game.ui.scene import Scene
from game.ui.scenes.asking import QuestionsScene
from game.ui.scenes.climax import ClimaxScene
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.content_note import ContentNote
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import PAGES as AFTER_PAGES
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene, NewGameScene
from game.ui.scenes.quarter import PAGES, QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.rule import RuleScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.sealing import SealBox
from game.ui.scenes.settings import KeysScene, SettingsScene
from game.ui.scenes.title import Title
from game.ui.scenes.turning import TurningPoint
from game.ui.scenes.wars import WarsScene
from tools import showcase_cases, showcase_seminar

AFTER_TET: Final = "1968Q2"
AT_THE_TABLE: Final = "1972Q4"
TET: Final = 12  # the place of the first quarter of 1968 in the full war
CLIMAXES: Final = {
    "bombs": 0,
    "offensive": TET,
    "offensive of 1969": 16,
    "offensive of 1972": 29,
    "session": TET + 1,
    "signature": -1,
}
"""Quarters of the recorded war that have a climax, by their places."""
SEED: Final = 1968  # of the luck from there on; any would do
PERSON: Final = Seat(name="A person", kind="person")
DOORS: Final = (
    "continue",
    "tutorial",
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
    "history",
    "wars",
    "write",
    "back",
    "chair",
    "next",
    "harder",
)

Make = Callable[[], Scene]


def nothing(*_: object) -> None:
    """Lead nowhere: these screens are looked at."""


@cache
def game_at(quarter: str, side: int) -> Game:
    """Return the recorded war up to a quarter, from which a person plays ``side``."""
    seats = [PERSON, PERSON]
    seats[1 - side] = _seats.seat(1 - side, None, None)
    both = Seats(washington=seats[WASHINGTON], hanoi=seats[HANOI])
    return Game.from_record(load(FULL), quarter, SEED, both)


def chair(quarter: str, side: int, unseen: int = 0) -> Desk:
    """Return the chair of a side, with the last ``unseen`` quarters still to be read."""
    game = game_at(quarter, side)
    taken = Desk(game, _seats.machines(game), None, _seats.council())
    taken.seen[side] -= unseen
    return taken


@cache
def seated(quarter: str, side: int) -> Desk:
    """Return a chair that several screens share: its advisers are heard once."""
    return chair(quarter, side)


@cache
def whole() -> Game:
    """Return the recorded war, played to its end."""
    return recorded_war(load(FULL))


SEALED: Final = (
    ("1965Q2", "washington", "A little pressure, and a door left ajar.", "open", 0.4),
    ("1966Q4", "hanoi", "Warsaw may talk; the bombs will fall all the same.", "escalate", 0.8),
    ("1967Q3", "washington", "A private word by way of Paris costs nothing.", "offer", 0.3),
    ("1968Q1", "hanoi", "To show that we can strike everywhere, and then to talk.", "open", 0.7),
    ("1968Q1", "washington", "More men, so that nobody thinks us tired.", "demonstrate", 0.2),
    ("1972Q4", "washington", "Sign before the winter.", "open", 0.9),
)
"""What might have been sealed in the recorded war, so that the debrief has it to show."""


@cache
def sealed() -> Game:
    """Return the recorded war with a few reasons and forecasts under seal."""
    game = recorded_war(load(FULL))
    for quarter, side, text, question, chance in SEALED:
        game.log.enter("forecast", quarter, side, text, {"question": question, "chance": chance})
    return game


@cache
def ended() -> Debrief:
    """Return what the debrief of the recorded war shows."""
    return debrief(sealed(), WASHINGTON)


@cache
def ended_first() -> Debrief:
    """Return the same with the page that is shown first, as after a war of one person."""
    past = sealed().past
    seats = game_at(AFTER_TET, WASHINGTON).past.beginning.seats
    game = Game(replace(past, beginning=past.beginning.model_copy(update={"seats": seats})))
    made = build_end.ended(game, (WASHINGTON,), None)
    assert made.end is not None
    ways = Leading(GameLobby(Path())).onward(game, made.end.decided, made.end.why)
    return replace(made, end=replace(made.end, onward=ways))


def debriefed(page: str = "first", made: Callable[[], Debrief] = ended) -> Make:
    """Return what makes the debrief of the recorded war at a page."""

    def make() -> Scene:
        scene = DebriefScene(made(), dict.fromkeys(DOORS, nothing), nothing)
        scene.page = page
        return scene

    return make


@cache
def answered() -> Desk:
    """Return the recorded war's desk, with a few sheets of the three questions."""
    desk = Desk(sealed(), {HANOI: _seats.machines(game_at(AFTER_TET, WASHINGTON))[HANOI]})
    for moment, letters in (
        ("before", "aab"),
        ("before", "dad"),
        ("before", "bac"),
        ("after", "bcd"),
        ("after", "bcb"),
        ("after", "bad"),
    ):
        desk.game.log.enter(
            "setting", "1973Q1", None, "A sheet.", {"sheet": moment, "answers": list(letters)}
        )
    return desk


def asked() -> Scene:
    """Return the three questions after the war, with how the group did."""
    scene = QuestionsScene(answered(), nothing)
    scene.shown = True
    return scene


@cache
def courses() -> Courses:
    """Return every quarter of the recorded war as settings of the rule's sliders."""
    return courses_of(sealed(), WASHINGTON)


def ruled(page: str) -> Make:
    """Return what makes the rule's page; its sliders stand where Tet had brought Hanoi."""

    def make() -> Scene:
        scene = RuleScene(
            lambda setting: rule(sealed(), setting, courses()), nothing, ("hanoi", TET)
        )
        scene.page = page
        return scene

    return make


def quarter(page: str, when: str = AFTER_TET, side: int = WASHINGTON, lens: int = 0) -> Make:
    """Return what makes the quarter's screen at a page and under a lens, as a side sees it."""

    def make() -> Scene:
        scene = QuarterScene(seated(when, side), nothing, nothing, nothing, nothing)
        scene.page, scene.lens = page, lens
        return scene

    return make


def lesson(lobby: GameLobby) -> Make:
    """Return what makes the first quarter of the tutorial at its first step."""

    @cache
    def desk() -> GameDesk:
        return lobby.tutorial()

    return lambda: QuarterScene(desk(), nothing, nothing, nothing, nothing)


def resolved() -> Scene:
    """Return the last quarter resolved, every cable read."""
    model = chair(AFTER_TET, WASHINGTON, unseen=1).resolution()
    assert model is not None  # a quarter was left unread
    scene = ResolutionScene(model, nothing)
    scene.read = len(model.cables) - 1
    return scene


def climax(place: int) -> Make:
    """Return what makes the climax of the recorded war's quarter of a place."""

    def make() -> Scene:
        shown = build_climax.common(whole().dossier(WASHINGTON), place)
        assert shown is not None  # these quarters have one
        return ClimaxScene([shown], nothing)

    return make


def watched(eyes: str) -> Make:
    """Return what makes the replay of the recorded war at Tet, seen by some eyes."""

    def make() -> Scene:
        watch = Watch(whole(), lambda side, quarter: seated(AFTER_TET, HANOI))
        watch.go(12)
        watch.look(eyes)
        return ReplayScene(watch, nothing, nothing)

    return make


def codex() -> Scene:
    """Return the codex as Washington may read it after Tet."""
    desk = seated(AFTER_TET, WASHINGTON)
    first = desk.codex("")
    pages = (first, *(desk.codex(link) for link in first.links))
    return Reading("Codex", pages, nothing, page="le_duc_tho")


def screens(folder: Path) -> dict[str, Make]:
    """Return what makes every screen, by name; games saved in ``folder`` are listed."""
    lobby = GameLobby(folder)
    return {
        "title": lambda: Title(lobby, dict.fromkeys(DOORS, nothing), VERSION, True),
        "new game": lambda: NewGameScene(lobby, nothing, nothing),
        "briefing": lambda: BriefingScene(seated(AFTER_TET, WASHINGTON).briefing(), nothing),
        **{f"quarter {name}": quarter(name) for name, _ in PAGES},
        "hanoi orders": quarter("orders", AFTER_TET, HANOI),
        "hanoi supply": quarter("dossier", AFTER_TET, HANOI, 4),
        "air war": quarter("dossier", AT_THE_TABLE, WASHINGTON, 1),
        "hanoi table": quarter("table", AT_THE_TABLE, HANOI),
        "lesson": lesson(lobby),
        **{f"climax {name}": climax(place) for name, place in CLIMAXES.items()},
        "resolution": resolved,
        "curtain": lambda: CurtainScene(curtain(HANOI), nothing),
        **{f"debrief {name}": debriefed(name) for name, _ in AFTER_PAGES},
        **{f"debrief {name}": debriefed(name, ended_first) for name in ("end", "dead")},
        "wars": lambda: WarsScene(build_wars.wars(Book(), str, why_not=""), nothing),
        **{f"rule {name}": ruled(name) for name, _ in RuleScene.pages()},
        "replay": watched("both"),
        "replay hanoi": watched("hanoi"),
        "saves": lambda: SavesScene(lobby, nothing, nothing),
        "settings": SettingsScene,
        "keys": KeysScene,
        "help": lambda: Reading("Help", lobby.pages(), nothing, True),
        "codex": codex,
        "three questions": asked,
        "under seal": lambda: SealBox(seated(AFTER_TET, WASHINGTON)),
        "question": lambda: Question(
            "End the quarter?",
            seated(AFTER_TET, WASHINGTON).quarter().end.irreversible,
            "End quarter",
            nothing,
        ),
        "notice": _in_force,
        "content note": ContentNote,
        "turning point": lambda: TurningPoint(
            turnings(whole(), ("1965Q1",))[0], nothing, nothing, nothing
        ),
        **showcase_seminar.screens(lobby),
        **showcase_cases.screens(),
    }


def _in_force() -> Scene:
    held = seated(AT_THE_TABLE, HANOI).quarter().in_force[0]
    return Notice(held.title, f"Since {held.since}.", held.explanation)


def saved_games(folder: Path) -> None:
    """Keep a few games in ``folder``, so that the list of saves has something to show."""
    for name, when, side in (
        ("After Tet", AFTER_TET, WASHINGTON),
        ("Peace is at hand", AT_THE_TABLE, HANOI),
    ):
        game_at(when, side).save(named_path(folder, name))
    Game.from_record(load(FULL), "1966Q1", SEED).save(named_path(folder, "The seminar"))
