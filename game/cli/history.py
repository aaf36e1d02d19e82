"""``python main.py history``: the recorded war at a terminal, with a question at each turn."""

import argparse
from typing import Final, NoReturn

from game.campaign import FULL, load
from game.cli import _again, _content_note, _seats
from game.cli._options import add_data
from game.desk.chair import Chair
from game.desk.history import History
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.problems import Problem
from game.record import Game, Seat, Seats, running_path, saves_folder
from game.record.recorded_war import recorded_war
from game.text.history import walk
from game.text.session import Session
from game.text.terminal import Terminal

HELP: Final = "Walk through the recorded war in the terminal: what would you have done?"
PERSON: Final = Seat(name="A person", kind="person")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where a game is kept that is played on from a quarter."""
    add_data(parser)


def run(arguments: argparse.Namespace) -> int:
    """Walk through it; play on where somebody steps in. Return 0."""
    terminal, folder = Terminal(), saves_folder(arguments.data)
    _content_note.tell(terminal)
    war = recorded_war(load(FULL))
    chosen = walk(History(war, _nobody), terminal)
    if chosen is None:
        return 0
    side, quarter = chosen
    game = entered(war, SIDES.index(side), quarter)
    game.keeper.path = running_path(folder)
    game.keep()
    said = (f"This game is kept in {folder}, after every quarter's orders.",)
    return Session(
        Chair(game, _seats.machines(game), folder, _seats.council()), terminal, said
    ).run()


def entered(war: Game, own: int, quarter: str) -> Game:
    """Return the war as a person at ``own`` enters it at the start of a quarter."""
    seats = [PERSON, PERSON]
    seats[1 - own] = _seats.seat(1 - own, None, None)
    both = Seats(washington=seats[WASHINGTON], hanoi=seats[HANOI])
    return _again.entered(war, quarter, own, both)


def _nobody(side: str, quarter: str) -> NoReturn:
    raise Problem("At a terminal a war is entered from its questions.")
