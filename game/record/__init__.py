"""The record: Game, the referee; the log, which is save, replay and branch in one."""

from typing import TYPE_CHECKING

from game import late

if TYPE_CHECKING:
    from game.campaign import Campaign, Step
    from game.record.decisions import Decisions, OpenDecision, decisions_of
    from game.record.facilitator import Facilitator, SittingState
    from game.record.facilitator_uses import uses
    from game.record.folder import (
        data_folder,
        keeping_path,
        named_path,
        running_path,
        saves,
        saves_folder,
    )
    from game.record.game import TWO_PERSONS, Game
    from game.record.loading import load, verify
    from game.record.log import Seat, Seats, part
    from game.record.news import News
    from game.record.sealed import Locked
    from game.record.sealing import Passphrases, WrongPassphrase
    from game.record.seeds import MOST_SEED
    from game.record.shelf import (
        Saved,
        delete,
        newest_good,
        saved_games,
        take_up,
        take_up_newest,
    )
    from game.record.timetable import Preset, preset_of, presets
else:
    __getattr__ = late.names(
        "game.record",
        {
            "game.record.decisions": "OpenDecision Decisions decisions_of",
            "game.record.facilitator": "Facilitator SittingState",
            "game.record.folder": "data_folder keeping_path named_path running_path saves "
            "saves_folder",
            "game.record.game": "TWO_PERSONS Game",
            "game.record.loading": "load verify",
            "game.record.log": "Seat Seats part",
            "game.record.news": "News",
            "game.record.sealed": "Locked",
            "game.record.sealing": "Passphrases WrongPassphrase",
            "game.record.seeds": "MOST_SEED",
            "game.record.shelf": "Saved delete newest_good saved_games take_up take_up_newest",
            "game.record.timetable": "Preset preset_of presets",
            "game.record.facilitator_uses": "uses",
        },
    )


def seat(name: str, kind: str = "person", level: str | None = None) -> "Seat":
    """Return who gives a side's orders: a ``person``, a ``machine`` or the ``record``.

    Problem for a name that cannot stand in the log.
    """
    from game.record.log import Seat, part

    made: Seat = part(Seat, name=name, kind=kind, level=level)
    return made


def effects() -> dict[str, tuple[float, float]]:
    """Return what an event put into a game may change, each with its least and greatest amount."""
    from game.engine.tables import EFFECT_BOUNDS

    return dict(EFFECT_BOUNDS)


def replay(campaign: "Campaign") -> "list[Step]":
    """Return the recorded war, quarter by quarter: neutral luck, types and luck on record."""
    from game.campaign import replay as played

    return list(played(campaign))


__all__ = [
    "MOST_SEED",
    "TWO_PERSONS",
    "Decisions",
    "Facilitator",
    "Game",
    "Locked",
    "News",
    "OpenDecision",
    "Passphrases",
    "Preset",
    "Saved",
    "Seat",
    "Seats",
    "SittingState",
    "WrongPassphrase",
    "data_folder",
    "decisions_of",
    "delete",
    "effects",
    "keeping_path",
    "load",
    "named_path",
    "newest_good",
    "part",
    "preset_of",
    "presets",
    "replay",
    "running_path",
    "saved_games",
    "saves",
    "saves_folder",
    "seat",
    "take_up",
    "take_up_newest",
    "uses",
    "verify",
]
