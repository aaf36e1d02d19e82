"""The lobby: what the window can start, load and read. Here players, referee and screens meet."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from game.campaign import load as load_campaign
from game.campaign import names as campaign_names
from game.cli import _seats
from game.desk.chair import Chair
from game.desk.lessons import LESSONS, PAGES
from game.desk.models import Choice, NewGame, Page, Save
from game.desk.watch import Watch
from game.engine.board import SIDES
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS
from game.problems import Problem
from game.record import Game, Seat, Seats, lines, load, running_path, saves, storage
from game.words import plain

ROWS: Final = ("campaign", "mode", "side", "opponent", "level")
MODES: Final = (
    Choice("alone", "Alone", "Against the machine."),
    Choice("two", "Two at one keyboard", "A curtain hides each side from the other."),
    Choice("watch", "Watch the history", "Step in wherever you like."),
)
SIDE_CHOICES: Final = (Choice("washington", "Washington"), Choice("hanoi", "Hanoi"))
OTHERS: Final = (
    Choice(_seats.RECORD, "The record", "Does what was done, as far as it can."),
    Choice(_seats.CHANCE, "Chance", "Any legal order. For trying things out."),
)
PERSON: Final = Seat(name="A person", kind="person")
MOST_SEED: Final = 10**9 - 1


class Lobby:
    """What can be started. Games are kept in ``folder``."""

    def __init__(self, folder: Path, campaign: str = "vietnam-1965-1973") -> None:
        """Offer the shipped campaigns, ``campaign`` first chosen."""
        self.folder = folder
        self.campaigns = tuple(load_campaign(name) for name in campaign_names())
        self.chosen = [campaign, "alone", SIDES[0], DOCTRINES[1][0].name, _seats.LEVELS[1]]
        self.seed = ""

    # --- a new game

    def new_game(self) -> NewGame:
        """Return what a new game can be, as chosen so far."""
        campaigns = tuple(Choice(one.name, one.title, one.summary) for one in self.campaigns)
        enemy = 1 - SIDES.index(self.chosen[2])
        levels = tuple(Choice(one.name, one.title) for one in LEVELS)
        made = NewGame(
            campaigns=campaigns, modes=MODES, sides=SIDE_CHOICES,
            opponents=(*(Choice(one.name, one.title, one.brief) for one in DOCTRINES[enemy]),
                       *OTHERS),
            levels=(Choice(_seats.GLANCE, "At a glance", "By its doctrine alone."), *levels),
            chosen=(self.chosen[0], self.chosen[1], self.chosen[2], self.chosen[3],
                    self.chosen[4]),
            seed=self.seed, summary="",
        )  # fmt: skip
        return replace(made, summary=self._summary(made), problem=self._problem())

    def choose(self, row: str, choice: str) -> None:
        """Choose in a row; another side brings that side's own opponents."""
        if row == "seed":
            self.seed = choice.strip()
            return
        self.chosen[ROWS.index(row)] = choice
        enemy = 1 - SIDES.index(self.chosen[2])
        if self.chosen[3] not in _seats.choices(enemy):
            self.chosen[3] = _seats.choices(enemy)[0]

    def _problem(self) -> str:
        if self.seed and not (self.seed.isascii() and self.seed.isdigit()
                              and int(self.seed) <= MOST_SEED):  # fmt: skip
            return f"A seed is a number from 0 to {MOST_SEED}, or nothing."
        return ""

    def _summary(self, made: NewGame) -> str:
        title = next(one.title for one in made.campaigns if one.id == self.chosen[0])
        if self.chosen[1] == "watch":
            return f"{title}: the recorded war, quarter by quarter."
        if self.chosen[1] == "two":
            return f"{title}, two at one keyboard. The file is plain: either could read it."
        enemy = next(one.title for one in made.opponents if one.id == self.chosen[3])
        side = next(one.title for one in made.sides if one.id == self.chosen[2])
        return f"{title}, as {side} against: {enemy}."

    def start(self) -> Chair | Watch:
        """Start what was chosen: a game, or a replay where it is to be watched."""
        if self._problem():
            raise Problem(self._problem())
        campaign = load_campaign(self.chosen[0])
        if self.chosen[1] == "watch":
            record = Game.from_record(campaign, campaign.last, seed=0)
            return Watch(record, record, self._step_in)
        seats = [PERSON, PERSON]
        if self.chosen[1] == "alone":
            enemy = 1 - SIDES.index(self.chosen[2])
            seats[enemy] = _seats.seat(enemy, self.chosen[3], self.chosen[4])
        seed = int(self.seed) if self.seed else None
        return self._begun(
            Game.new(campaign, seed, Seats(washington=seats[0], hanoi=seats[1]))
        )

    def _step_in(self, side: str, quarter: str) -> Chair:
        """Seat a person in a branch of the recorded war, against the standard opponent."""
        own = SIDES.index(side)
        seats = [PERSON, PERSON]
        seats[1 - own] = _seats.seat(1 - own, None, self.chosen[4])
        campaign = load_campaign(self.chosen[0])
        both = Seats(washington=seats[0], hanoi=seats[1])
        return self._begun(Game.from_record(campaign, quarter, None, both))

    def _begun(self, game: Game) -> Chair:
        game.keeper.path = running_path(self.folder)
        game.keep()
        return self._seated(game)

    def _seated(self, game: Game) -> Chair:
        return Chair(game, _seats.machines(game), self.folder, _seats.council())

    def tutorial(self) -> Chair:
        """Start the first game: the full war as Washington, with lessons."""
        campaign = load_campaign(self.chosen[0])
        seats = Seats(washington=PERSON, hanoi=_seats.seat(1, None, _seats.GLANCE))
        chair = self._begun(Game.new(campaign, None, seats))
        chair.lessons = LESSONS
        return chair

    # --- saved games and help

    def saves(self) -> tuple[Save, ...]:
        """Return the saved games, newest first."""
        return tuple(_listed(path) for path in saves(self.folder))

    def load(self, save: str) -> Chair:
        """Load a saved game; one that was kept as it was played goes on being kept there."""
        path = self._path(save)
        game = load(path)
        game.keeper.path = path if path.name.startswith("game-") else running_path(self.folder)
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


def _listed(path: Path) -> Save:
    """Return a row of the list; a file that cannot be read says so instead of vanishing."""
    try:
        log = lines.from_bytes(storage.read(path), path.name)
    except Problem as problem:
        return Save(path.stem, path.stem, "", "", "", "", "", problem=str(problem))
    seats = (log.beginning.seats.washington, log.beginning.seats.hanoi)
    people = [side for side, seat in enumerate(seats) if seat.kind == "person"]
    own = plain.SIDE_NAMES[people[0]] if len(people) == 1 else ""
    header = log.header
    return Save(
        id=path.stem, title=header.campaign if path.name.startswith("game-") else path.stem,
        side=own, quarter=header.quarter, date=header.saved, version=header.version,
        people="two people" if len(people) == 2 else "alone", note=path.stem,
    )  # fmt: skip
