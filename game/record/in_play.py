"""What may be known of games in play without opening them, so that nothing tells their secrets."""

from pathlib import Path

from game import disk
from game.problems import Problem
from game.record import folder as places
from game.record import lines, shelf
from game.record.log import Log


def refuse_running(folder: Path, campaign: str, seed: int) -> None:
    """Raise Problem where a game in play in ``folder`` takes its luck from ``seed``, or may do so:
    a sealed one of the campaign does not say."""
    for path in places.saves(folder):
        if not path.name.startswith(places.RUNNING):
            continue
        try:
            data = disk.read(path)
            header, log = lines.header_of(data, path.name), lines.glance(data, path.name)
        except Problem:
            continue  # a file that cannot be read is no game in play
        if log is None and header.campaign == campaign:
            raise Problem(
                f"{path}: a sealed game of this campaign is in play, and may be the one "
                "with this seed. Its cards are told on its own screen."
            )
        if log is not None and not shelf.over(log) and seed in _seeds(log):
            raise Problem(
                f"{path}: a game with this seed is in play, and its cards would tell "
                "what each government is. Print cards before a game begins."
            )


def _seeds(log: Log) -> set[int | None]:
    return {source.seed for source in log.beginning.luck}
