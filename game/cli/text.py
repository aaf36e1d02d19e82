"""``python main.py text``: the game in the terminal, alone or two at one keyboard."""

import argparse
import os
import time
from pathlib import Path
from typing import Final

from game.campaign import FULL
from game.campaign import load as load_campaign
from game.campaign.files import TUTORIAL
from game.cli import _again, _content_note, _secrets
from game.cli import _seats as opponents
from game.cli._play_options import CHOSEN, add_arguments
from game.desk.chair import Chair
from game.engine.board import SIDES, WASHINGTON
from game.problems import Problem
from game.record import (
    Facilitator,
    Game,
    Seat,
    Seats,
    lesson,
    preset_of,
    running_path,
    saves,
    saves_folder,
)
from game.record.folder import every
from game.text.session import Session
from game.text.terminal import Terminal

__all__ = ["HELP", "add_arguments", "run"]

HELP: Final = "Play in the terminal: alone against a machine, or two at one keyboard."
PERSON: Final = Seat(name="A person", kind="person")


def run(arguments: argparse.Namespace) -> int:
    """Play; return 0, also when input ends or the player leaves."""
    folder, terminal = saves_folder(arguments.data), Terminal()
    _content_note.tell(terminal)
    if arguments.again is not None and arguments.load is None:
        raise Problem("--from enters a war that is over: name it with --load.")
    if arguments.load is not None:
        game = loaded(arguments, folder)
    else:
        game = begun(arguments)
        game.keeper.path = running_path(folder)
        sit_down(game, arguments)
    game.keep()
    chair = Chair(game, opponents.machines(game), folder, opponents.council())
    return Session(chair, terminal, notices(game, folder)).run()


def begun(arguments: argparse.Namespace) -> Game:
    """Return a new game as asked for; Problem for what does not go together."""
    if arguments.hotseat and (arguments.side or arguments.opponent or arguments.level):
        raise Problem(
            "--hotseat seats a person at each side: leave out --side, --opponent and --level."
        )
    asked = preset_of(arguments.session).campaign if arguments.session else FULL
    name = arguments.campaign or asked
    first = name == TUTORIAL  # the one whose usual chair is not Washington's
    seats = [PERSON, PERSON]
    if not arguments.hotseat:
        own = SIDES.index(arguments.side or SIDES[lesson.CHAIR if first else WASHINGTON])
        seats[1 - own] = opponents.seat(1 - own, arguments.opponent, arguments.level)
    both = Seats(washington=seats[0], hanoi=seats[1])
    if first:
        return lesson.begin(both, arguments.seed)
    return Game.new(load_campaign(name), arguments.seed, both)


def sit_down(game: Game, arguments: argparse.Namespace) -> None:
    """Seal a new game and start a seminar's clock, where that was asked for."""
    if arguments.passphrases:
        if not arguments.hotseat:
            raise Problem("--passphrases keep two people's papers apart: add --hotseat.")
        game.seal(_secrets.chosen())
    if arguments.session:
        preset, pin = preset_of(arguments.session), _secrets.asked("The facilitator's PIN: ")
        hand = Facilitator(game, time.monotonic)
        hand.appoint(pin)
        hand.begin(pin, preset)


def loaded(arguments: argparse.Namespace, folder: Path) -> Game:
    """Return a saved game; its seats, campaign and luck are its own."""
    asked = [name for name in CHOSEN if getattr(arguments, name)]
    if asked:
        raise Problem(f"--load takes the game as it was: leave out --{', --'.join(asked)}.")
    if arguments.load == "last" and saves(folder):
        game = _secrets.newest(folder)
    else:
        game = _secrets.taken_up(save_path(arguments.load, folder), folder)
    if arguments.again is None:
        return _again.known(game, folder)
    return _again.at(game, arguments.again, folder)


def save_path(name: str, folder: Path) -> Path:
    """Return the path of a save by name or by path; Problem with those there are."""
    known = saves(folder)
    found = [path for path in every(folder) if path.stem == name]
    if found:
        return found[0]
    if os.path.isfile(name):
        return Path(name)
    there = ", ".join(path.stem for path in known[:8]) or "none yet"
    raise Problem(
        f"No saved game {name!r} in {folder}. There: {there}. Name one of these, or a file's path."
    )


def notices(game: Game, folder: Path) -> tuple[str, ...]:
    """Return what must be said first: where the game is kept, and that its file is plain."""
    path = game.keeper.path
    told = tuple(filter(None, (game.campaign.beyond, *game.notices)))
    if game.keeper.trouble:
        return (*told, game.keeper.trouble)
    name = path.stem if path else ""
    plain = (
        "The file is plain: whoever opens it can read both sides' papers."
        if game.locks is None
        else "The file is sealed under both sides' passphrases."
    )
    said = f"This game is kept in {folder} as {name}, after every quarter's orders. {plain}"
    return (*told, said)
