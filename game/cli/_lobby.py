"""The lobby: what the window can start, load and read. Here players, referee and screens meet."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Final

from game import disk
from game.campaign import FULL
from game.campaign import load as load_campaign
from game.campaign.files import TUTORIAL
from game.cli import _again, _saves, _seats
from game.cli._offers import Offer, offer
from game.cli._onward import Leading
from game.cli._saves import RUNNING, row
from game.desk import build_cases, build_rule
from game.desk.ahead import Ahead, Threaded
from game.desk.case_models import CaseCard
from game.desk.case_room import CaseRoom
from game.desk.debrief_models import RuleSetting
from game.desk.desk import Desk
from game.desk.end_models import WarsPage
from game.desk.help import PAGES
from game.desk.history import History
from game.desk.lessons import LESSONS
from game.desk.models import NewGame, Page, RulePage, SavedGame
from game.desk.watch import Watch
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.players.levels import GLANCE
from game.problems import Problem
from game.record import (
    Facilitator,
    Game,
    Passphrases,
    Seat,
    Seats,
    delete,
    lesson,
    lines,
    newest_good,
    running_path,
    take_up,
)
from game.record.folder import EARLIER, every
from game.record.forgetting import farewell, forget, kept
from game.record.recorded_war import recorded_war
from game.record.seating import people
from game.record.wars import person_of

PERSON: Final = Seat(name="A person", kind="person")


class GameLobby:
    """What can be started. Games are kept in ``folder``."""

    def __init__(
        self,
        folder: Path,
        own: bool = False,
        clock: Callable[[], float] = monotonic,
        ahead: Callable[[], Ahead] = Threaded,
    ) -> None:
        """Offer the shipped campaigns; they are read when they are first asked for. ``own`` says
        that the folder is the user's usual one, to which the window's settings belong; ``clock``
        gives seconds; ``ahead`` makes whoever thinks ahead at a desk."""
        self.folder, self.own, self.clock, self.ahead = folder, own, clock, ahead
        self._offer: Offer | None = None

    @property
    def offer(self) -> Offer:
        """What is chosen so far."""
        if self._offer is None:
            self._offer = offer()
        return self._offer

    # --- a new game

    def new_game(self) -> NewGame:
        """Return what a new game can be, as chosen so far."""
        return self.offer.model()

    def choose(self, row: str, choice: str) -> None:
        """Choose in a row; another side brings that side's own opponents."""
        self.offer.choose(row, choice)

    def start(self, passphrases: Passphrases | None = None, pin: str = "") -> Desk | Watch:
        """Start what was chosen: a game, or a replay where it is to be watched. A game to be sealed
        takes both sides' passphrases, a seminar the facilitator's PIN."""
        if self.offer.problem():
            raise Problem(self.offer.problem())
        campaign, mode = self.offer.campaign(), self.offer.chosen[1]
        if mode == "watch":
            return self.watch(recorded_war(campaign))
        seats = Seats(washington=PERSON, hanoi=PERSON)
        if mode == "alone":
            seats = self._against(self.offer.side, self.offer.chosen[3], self.offer.chosen[4])
        game = Game.new(campaign, self.offer.number(), seats)
        self.offer.seed = ""  # a running game's seed stands on no screen
        if self.offer.sealed:
            game.seal(passphrases or Passphrases())
        self._sit_down(game, pin)
        return self.begun(game)

    def _sit_down(self, game: Game, pin: str) -> None:
        """Start a seminar's clock, where one was chosen."""
        preset = self.offer.preset()
        if preset is not None:
            hand = Facilitator(game, self.clock)
            hand.appoint(pin)
            hand.begin(pin, preset)

    def _against(self, own: int, name: str | None, level: str | None) -> Seats:
        """Return the seats of a person at ``own`` and a machine at the other side."""
        seats = [PERSON, PERSON]
        seats[1 - own] = _seats.seat(1 - own, name, level)
        return Seats(washington=seats[WASHINGTON], hanoi=seats[HANOI])

    def watch(self, war: Game) -> Watch:
        """Return a finished war to be walked through; whoever steps in plays a branch of it, with
        hindsight."""
        return Watch(war, self._sitting(war))

    def history(self) -> History:
        """Return the recorded war, which stops at its turning points and asks."""
        war = recorded_war(load_campaign(FULL))
        return History(war, self._sitting(war))

    def _sitting(self, war: Game) -> Callable[[str, str], Desk]:
        return lambda side, quarter: self.entered(war, SIDES.index(side), quarter)

    def entered(self, war: Game, own: int, quarter: str) -> Desk:
        """Return a war that is over as it is entered again by a person at ``own``: against the
        machine that sat there, or a standard one."""
        seats = war.past.beginning.seats
        if person_of(war) != own or war.seat(1 - own).kind != "machine":
            seats = self._against(own, None, _seats.LEVELS[1])
        desk = self.begun(_again.entered(war, quarter, own, seats))
        desk.skip_lessons()  # whoever steps into a first game has played it
        return desk

    def begun(self, game: Game) -> Desk:
        """Return a new game at its desk. One person's is kept from when it is begun: whoever turns
        back at the briefing leaves no game in play. That of two is kept at once, since they have
        agreed how, and may have sealed it."""
        game.keeper.path = running_path(self.folder)
        if len(people(game)) == 1:
            game.keeper.waits = True
        else:
            game.keep()
        return self._seated(game)

    def _seated(self, game: Game) -> Desk:
        desk = Desk(
            game,
            _seats.machines(game),
            self.folder,
            _seats.council(),
            self.watch,
            self.clock,
            self.ahead,
            Leading(self),
        )
        if game.campaign.name == TUTORIAL:
            desk.teach(LESSONS)
        return desk

    def tutorial(self) -> Desk:
        """Start the first game, or take it up where its lessons were left."""
        for path in every(self.folder):
            running = path.name.startswith(RUNNING) and EARLIER not in path.name
            if running and _campaign_of(path) == TUTORIAL:
                left = self.load(path.stem)
                if left.debrief() is None and left.lesson() is not None:
                    return left
        return self.begun(lesson.begin(self._against(lesson.CHAIR, None, GLANCE)))

    # --- saved games and help

    def saves(self) -> tuple[SavedGame, ...]:
        """Return the saved games, newest first, then games' earlier states."""
        return _saves.every_listed(self.folder)

    def load(self, save: str, passphrases: Passphrases | None = None) -> Desk:
        """Load a saved game; one that was kept as it was played goes on being kept there. Locked
        for a sealed one without passphrases; a damaged one is set aside, and the message says so.
        """
        game = take_up(self._path(save), self.folder, passphrases)
        return self._seated(_again.known(game, self.folder))

    def newest_good(self) -> SavedGame | None:
        """Return the newest saved game that can be read, None without one."""
        found = newest_good(self.folder)
        return row(found) if found else None

    def delete(self, save: str) -> None:
        """Delete a saved game, with the earlier states of one in play."""
        delete(self._path(save))

    def _path(self, save: str) -> Path:
        for path in every(self.folder):
            if path.stem == save:
                return path
        raise Problem(f"There is no saved game {save!r} any more.")

    # --- forgetting

    def kept(self) -> tuple[str, ...]:
        """Return every file of the player's that is kept, by its path."""
        return tuple(str(path) for path in kept(self.folder.parent, self.own))

    def forget(self) -> str:
        """Delete every file that ``kept`` names; return a sentence, Problem naming what is left."""
        found = kept(self.folder.parent, self.own)
        left = forget(found)
        if left:
            raise Problem(
                f"{farewell(len(found) - len(left))} These could not be deleted: "
                f"{'; '.join(str(path) for path in left)}. Change their rights and do it "
                "again."
            )
        return farewell(len(found))

    def record_line(self) -> str:
        """Return the record of one's wars in a line; empty while none counts."""
        return _saves.record_line(self.folder)

    def wars(self) -> WarsPage:
        """Return the record of one's wars."""
        return _saves.wars(self.folder)

    # --- the rule, for whoever has seen a war end and is not in the middle of another

    def rule_why_not(self) -> str:
        """Return why the rule is not on view; empty where it may be read."""
        return _saves.rule_why_not(self.saves())

    def rule(self, setting: RuleSetting) -> RulePage:
        """Return the rule with its sliders at ``setting``, without any war; Problem where it is
        not on view."""
        self._must_be_open()
        return build_rule.page(setting, build_cases.courses())

    def cases(self) -> tuple[CaseCard, ...]:
        """Return the other wars there are; Problem where the rule, which they show, is not on
        view."""
        self._must_be_open()
        return build_cases.shelf()

    def case(self, name: str) -> CaseRoom:
        """Return the room of one of them, with its first reader; Problem as for all of them."""
        self._must_be_open()
        return CaseRoom(name)

    def _must_be_open(self) -> None:
        if self.rule_why_not():
            raise Problem(self.rule_why_not())

    def pages(self) -> tuple[Page, ...]:
        """Return the pages of the help."""
        return PAGES


def _campaign_of(path: Path) -> str:
    """Return the campaign's name in a save; empty where it cannot be read."""
    try:
        return lines.header_of(disk.read(path), path.name).campaign
    except Problem:
        return ""
