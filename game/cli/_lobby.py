"""The lobby: what the window can start, load and read. Here players, referee and screens meet."""

from pathlib import Path
from typing import Final

from game.campaign import load as load_campaign
from game.cli import _seats
from game.cli._offers import TUTORIAL, Offer, offer
from game.cli._saves import RUNNING, listed
from game.desk.desk import Desk
from game.desk.help import PAGES
from game.desk.lessons import LESSONS
from game.desk.models import NewGame, Page, Save
from game.desk.watch import Watch
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.problems import Problem
from game.record import Game, Seat, Seats, lines, load, running_path, saves, storage
from game.record.past import seed_or_new
from game.record.whole import recorded_war

PERSON: Final = Seat(name="A person", kind="person")


class Lobby:
    """What can be started. Games are kept in ``folder``."""

    def __init__(self, folder: Path) -> None:
        """Offer the shipped campaigns; they are read when they are first asked for."""
        self.folder = folder
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

    def start(self) -> Desk | Watch:
        """Start what was chosen: a game, or a replay where it is to be watched."""
        if self.offer.problem():
            raise Problem(self.offer.problem())
        campaign, mode = self.offer.campaign(), self.offer.chosen[1]
        if mode == "watch":
            return self.watch(recorded_war(campaign))
        seats = Seats(washington=PERSON, hanoi=PERSON)
        if mode == "alone":
            seats = self._against(self.offer.side, self.offer.chosen[3], self.offer.chosen[4])
        seed = int(self.offer.seed) if self.offer.seed else None
        return self._begun(Game.new(campaign, seed, seats))

    def _against(self, own: int, name: str | None, level: str | None) -> Seats:
        """Return the seats of a person at ``own`` and a machine at the other side."""
        seats = [PERSON, PERSON]
        seats[1 - own] = _seats.seat(1 - own, name, level)
        return Seats(washington=seats[WASHINGTON], hanoi=seats[HANOI])

    def watch(self, war: Game) -> Watch:
        """Return a finished war to be walked through; whoever steps in plays a branch of it."""
        def sit(side: str, quarter: str) -> Desk:
            seats = self._against(SIDES.index(side), None, _seats.LEVELS[1])
            return self._begun(war.branch(quarter, seed_or_new(None), seats))

        return Watch(war, sit)

    def _begun(self, game: Game) -> Desk:
        game.keeper.path = running_path(self.folder)
        game.keep()
        return self._seated(game)

    def _seated(self, game: Game) -> Desk:
        desk = Desk(game, _seats.machines(game), self.folder, _seats.council(), self.watch)
        if game.campaign.name == TUTORIAL:
            desk.teach(LESSONS)
        return desk

    def tutorial(self) -> Desk:
        """Start the first game, or take it up where it was left."""
        for path in saves(self.folder):
            if path.name.startswith(RUNNING) and _campaign_of(path) == TUTORIAL:
                left = self.load(path.stem)
                if left.debrief() is None:
                    return left
        seats = self._against(WASHINGTON, None, _seats.GLANCE)
        return self._begun(Game.new(load_campaign(TUTORIAL), None, seats))

    # --- saved games and help

    def saves(self) -> tuple[Save, ...]:
        """Return the saved games, newest first."""
        return tuple(listed(path) for path in saves(self.folder))

    def load(self, save: str) -> Desk:
        """Load a saved game; one that was kept as it was played goes on being kept there."""
        path = self._path(save)
        game = load(path)
        game.keeper.path = path if path.name.startswith(RUNNING) else running_path(self.folder)
        return self._seated(game)

    def delete(self, save: str) -> None:
        """Delete a saved game."""
        try:
            self._path(save).unlink()
        except OSError as error:
            raise Problem(f"{save} could not be deleted ({error.strerror}).") from None

    def _path(self, save: str) -> Path:
        for path in saves(self.folder):
            if path.stem == save:
                return path
        raise Problem(f"There is no saved game {save!r} any more.")

    def pages(self) -> tuple[Page, ...]:
        """Return the pages of the help."""
        return PAGES


def _campaign_of(path: Path) -> str:
    """Return the campaign's name in a save; empty where it cannot be read."""
    try:
        return lines.from_bytes(storage.read(path), path.name).header.campaign
    except Problem:
        return ""
