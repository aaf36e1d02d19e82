"""Small games for the tests of the record."""

from pathlib import Path

from game.engine.board import HANOI, WASHINGTON
from game.record import Game
from tests.campaign.small import small

OFFER = {"posture": "talks", "message": "offer", "terms": [1, 1, 0, 2, 1]}


def played(quarters: int, seed: int = 7, path: Path | None = None) -> Game:
    """Return a game of the small campaign after ``quarters`` quarters."""
    game = Game.new(small(), seed=seed)
    game.keeper.path = path
    for quarter in range(quarters):
        game.commit(WASHINGTON, OFFER if quarter == 0 else {"troops": "out"})
        game.commit(HANOI, {"labour": "trail"} if quarter == 1 else {})
    return game
