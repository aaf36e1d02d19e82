"""Who sits down in a game of people: in which order in a turn, and whose orders are awaited."""

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.record.game import Game
from game.record.timetable import sits_first


def order(game: Game) -> tuple[int, int]:
    """Return both sides in the order in which they sit down this turn: under a facilitator who
    sits first alternates from turn to turn, else Washington does."""
    first = sits_first(turn(game)) if appointed(game) else WASHINGTON
    return first, 1 - first


def turn(game: Game) -> int:
    """Return the turn about to be played, counted from 0."""
    return -(-len(game.past.rows) // game.log.stride)


def appointed(game: Game) -> bool:
    """Whether a game has a facilitator."""
    return game.log.held("pin", "hash") is not None


def people(game: Game) -> tuple[int, ...]:
    """Return the sides that people play."""
    return tuple(side for side in (WASHINGTON, HANOI) if game.seat(side).kind == "person")


def awaited(game: Game) -> int | None:
    """Return the person's side whose orders are awaited, the first in this turn's order; None where
    all have been given."""
    sitting = people(game)
    waiting = [side for side in order(game) if side in sitting and not game.committed(side)]
    return waiting[0] if waiting else None


def name(side: int) -> str:
    """Return a side's name as the log tells it."""
    return SIDES[side].capitalize()
