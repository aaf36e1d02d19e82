"""The first game: a lesson, played by the types on record, whose end opens the rule to nobody.

The rule stays closed until a war that is no lesson has ended in the same folder: who has been
taught one thing by consequence should meet the rest of it in a war.
"""

from pathlib import Path
from typing import Final

from game.campaign import load
from game.campaign.building import recorded_types
from game.campaign.files import TUTORIAL
from game.engine.board import HANOI
from game.record.folder import every
from game.record.game import Game
from game.record.log import Seats
from game.record.shelf import saved

CHAIR: Final = HANOI  # whose hand the lesson is about
CLOSED: Final = (
    "The first game is a lesson: the rule opens when a war that is not a lesson has ended."
)


def begin(seats: Seats, seed: int | None = None) -> Game:
    """Return a first game: its luck is drawn, the private types are those on record."""
    campaign = load(TUTORIAL)
    return Game.new(campaign, seed, seats, recorded_types(campaign))


def is_lesson(game: Game) -> bool:
    """Whether a game is a first game."""
    return game.campaign.name == TUTORIAL


def is_closed(game: Game, folder: Path | None = None) -> bool:
    """Whether a game is a lesson in whose ``folder`` (by default the one it is kept in) no other
    war has ended yet."""
    if not is_lesson(game):
        return False
    place = folder or (game.keeper.path.parent if game.keeper.path else None)
    return place is None or not any(_opens(path) for path in every(place))


def _opens(path: Path) -> bool:
    row = saved(path)
    return row.over and row.campaign != TUTORIAL
