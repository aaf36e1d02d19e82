"""Saved games for programs: who played, on what day it stands, and its rows as a table."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.engine.board import SIDES
from game.face.tables import Frame, data_frame
from game.problems import Problem
from game.record import Game, Passphrases, load
from game.study.debrief.war import opened
from game.study.papers.export_rows import rows_known, rows_opened


@dataclass(frozen=True)
class Save:
    """A saved game. ``quarter``: the name of the one about to be played, such as ``1968Q1``.
    ``ended``: how, ``running`` while it goes on. ``scores``: by side, None while it goes on."""

    campaign: str
    quarter: str
    ended: str
    scores: dict[str, float] | None
    game: Game

    def rows(self, side: str | None = None) -> list[dict[str, Any]]:
        """Return a row a side and quarter: orders, losses, what stands on the table.

        While the war goes on they are one side's, which ``side`` names, from its own papers alone.
        When it is over both sides' are there, with types, beliefs and what the rule read; ``side``
        then picks out one. Problem where a running war is asked for both.
        """
        if side is not None and side not in SIDES:
            raise Problem(f"side: {' or '.join(SIDES)}, not {side!r}.")
        if self.game.over:
            rows = rows_opened(self.game, opened(self.game))
            return [row for row in rows if side in (None, row["side"])]
        if side is None:
            raise Problem("The war goes on: name the side whose papers are to be read.")
        return rows_known(self.game, SIDES.index(side))

    def frame(self, side: str | None = None) -> Frame:
        """Return ``rows`` as a pandas DataFrame; Problem where pandas is not installed."""
        return data_frame(self.rows(side))


def read(path: str | Path, *, washington: str = "", hanoi: str = "") -> Save:
    """Return a saved game, replayed and checked against its digests.

    A sealed one takes the passphrases of both sides. Raises Problem for a file that is none, is
    damaged or does not replay, and Locked (a Problem) for one whose passphrases are not given.
    """
    phrases = Passphrases(washington, hanoi) if washington or hanoi else None
    game = load(Path(path), passphrases=phrases)
    scores = dict(zip(SIDES, game.scores(), strict=True)) if game.over else None
    return Save(game.campaign.name, game.quarter_name, game.ending, scores, game)
