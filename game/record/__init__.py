"""The record: Game, the referee; the log, which is save, replay and branch in one."""

from game.campaign import Campaign, Step
from game.campaign import replay as _replay
from game.record.folder import named_path, running_path, saves, saves_folder
from game.record.game import TWO_PERSONS, Game
from game.record.loading import load, verify
from game.record.log import Seat, Seats, part
from game.record.news import News


def seat(name: str, kind: str = "person", level: str | None = None) -> Seat:
    """Return who gives a side's orders: a ``person``, a ``machine`` or the ``record``.

    Problem for a name that cannot stand in the log.
    """
    made: Seat = part(Seat, name=name, kind=kind, level=level)
    return made


def replay(campaign: Campaign) -> list[Step]:
    """Return the recorded war, quarter by quarter: neutral luck, types and luck on record."""
    return list(_replay(campaign))


__all__ = [
    "TWO_PERSONS",
    "Game",
    "News",
    "Seat",
    "Seats",
    "load",
    "named_path",
    "replay",
    "running_path",
    "saves",
    "saves_folder",
    "seat",
    "verify",
]
