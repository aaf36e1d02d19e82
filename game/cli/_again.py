"""A war that was opened and is entered again: at one of its quarters, or from an earlier state."""

from pathlib import Path
from typing import Final

from game.players.hindsight import drawn
from game.problems import Problem
from game.record import Game, Seats, running_path, wars
from game.record.hindsight import Private
from game.record.history import seed_or_new
from game.study.debrief.road import then

OF_A_GUESS: Final = 1  # by what the seed of luck is moved for the draw of a government


def entered(war: Game, quarter: str, side: int, seats: Seats | None = None) -> Game:
    """Return ``war`` entered again at the start of ``quarter`` by a person at ``side``: luck is
    new, and the enemy one that the side's own papers of that day allow for."""
    seed = seed_or_new(None)
    place = war.campaign.index(quarter) - war.campaign.start_index
    guess = drawn(then(war.past, side, place), seed + OF_A_GUESS)
    return war.again(quarter, side, Private(*guess), seed, seats)


def at(war: Game, quarter: str, folder: Path) -> Game:
    """Return a war that is over, entered again by its person at ``quarter`` and kept in ``folder``;
    Problem for one that goes on, of two people, or without such a quarter."""
    side = wars.person_of(war)
    if not war.over or side is None:
        raise Problem("--from enters a war that is over and had one person.")
    if not any(row.quarter == quarter for row in war.past.rows):
        first, last = war.campaign.start, war.past.rows[-1].quarter if war.past.rows else "none"
        raise Problem(f"--from {quarter}: this war has the quarters {first} to {last}. Name one.")
    made = entered(war, quarter, side)
    made.keeper.path = running_path(folder)
    made.notices = (made.log.entries[-1].text,)
    return made


def known(game: Game, folder: Path) -> Game:
    """Return a game that was loaded from ``folder``; an earlier state of a war that has been opened
    here is entered again with hindsight, as a new game."""
    side = wars.person_of(game)
    if game.over or side is None:
        return game
    if wars.read(folder.parent).of(game.past.beginning.game) is None:
        return game
    made = entered(game, game.quarter_name, side)
    made.keeper.path = running_path(folder)
    made.notices = (*game.notices, made.log.entries[-1].text)
    made.keep()
    return made
