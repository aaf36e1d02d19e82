"""Sittings for the tests: lines go in as if piped or typed, and what was printed comes out."""

import io
from collections.abc import Iterable
from pathlib import Path

from game.campaign import load
from game.desk.chair import Chair
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.record import Game, Seats, running_path, seat
from game.record.game import PERSON
from game.text.session import Session
from game.text.terminal import Terminal

CAMPAIGN = load("vietnam-1965-1973")


class Typed(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def sit(chair: Chair, lines: Iterable[str], typed: bool = False, term: str = "xterm") -> str:
    """Return what a sitting prints: the lines are piped in, or typed at a terminal."""
    stream = Typed if typed else io.StringIO
    source, sink = stream("\n".join([*lines, ""])), stream()
    code = Session(chair, Terminal(source, sink, {"TERM": term})).run()
    assert code == 0
    return sink.getvalue()


def alone(side: int, seed: int = 7, folder: Path | None = None) -> Chair:
    """Return a game alone against the other side's standard doctrine."""
    doctrine = DOCTRINES[1 - side][0]
    seats = [PERSON, PERSON]
    seats[1 - side] = seat(doctrine.name, "machine", "glance")
    game = Game.new(CAMPAIGN, seed, Seats(washington=seats[0], hanoi=seats[1]))
    if folder is not None:
        game.keeper.path = running_path(folder)
    other = Glancing(doctrine.policy, seed)
    return Chair(game, {1 - side: other}, folder)


def two(seed: int = 7, folder: Path | None = None) -> Chair:
    """Return a game of two people at one terminal."""
    game = Game.new(CAMPAIGN, seed)
    if folder is not None:
        game.keeper.path = running_path(folder)
    return Chair(game, {}, folder)
