"""Who can be asked to play: players by name and level, for the window, the terminal and matches.

A name is a doctrine's, ``random``, ``record`` or ``standard`` (the side's first doctrine); a unique
beginning will do. With a level a doctrine searches; without one it decides at a glance.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.board import SIDES
from game.engine.orders import SideOrders
from game.players.base import Glancing, Policy
from game.players.doctrines import DOCTRINES, doctrine
from game.players.levels import LEVELS, level
from game.players.random_legal import RandomLegal
from game.players.recorded import Recorded
from game.players.thinking import Thinking

STANDARD: Final = "standard"
OTHERS: Final = ("random", "record", STANDARD)
LEVEL_NAMES: Final = tuple(known.name for known in LEVELS)


class NoSuchPlayer(Exception):
    """A name that no player has; the text lists those there are."""


@dataclass(frozen=True)
class Contender:
    """One side's player as asked for; ``level`` is empty without search."""

    side: int
    name: str
    level: str = ""

    @property
    def glances(self) -> bool:
        """Whether the player decides without search, and so in batches."""
        return not self.level

    def __str__(self) -> str:
        return f"{self.name}:{self.level}" if self.level else self.name


def names(side: int) -> tuple[str, ...]:
    """Return the names of the players of a side."""
    return (*(known.name for known in DOCTRINES[side]), *OTHERS)


def entry(side: int, asked: str) -> Contender:
    """Return the entry that ``PLAYER[:LEVEL]`` names. Raises NoSuchPlayer with the names known."""
    name, _, grade = asked.partition(":")
    found = _one(name, names(side), f"{SIDES[side]} has no player")
    if not grade:
        return Contender(side, found)
    if found in ("random", "record"):
        raise NoSuchPlayer(f"{found} plays at no level: it does not search")
    return Contender(side, found, _one(grade, LEVEL_NAMES, "there is no level"))


def _one(asked: str, known: tuple[str, ...], trouble: str) -> str:
    fitting = [name for name in known if name == asked] or [
        name for name in known if asked and name.startswith(asked)
    ]
    if len(fitting) != 1:
        raise NoSuchPlayer(f"{trouble} {asked!r}; there are {', '.join(known)}")
    return fitting[0]


def policy(asked: Contender, rows: tuple[SideOrders, ...] = ()) -> Policy:
    """Return a player without search; ``rows``: the side's recorded orders by quarter."""
    if asked.name == "random":
        return RandomLegal()
    if asked.name == "record":
        return Recorded(rows)
    return doctrine(asked.side, _doctrine_name(asked)).policy


def opponent(side: int, doctrine_name: str, level_name: str, seed: int) -> Thinking:
    """Return a searching player; its ``decide(dossier)`` gives the quarter's orders and its ``log``
    what it thought. ``seed`` must not be the war's own."""
    return Thinking(doctrine(side, doctrine_name), level(level_name), seed)


def player(asked: Contender, seed: int, rows: tuple[SideOrders, ...] = ()) -> Thinking | Glancing:
    """Return a player of one war from an entry."""
    if asked.glances:
        return Glancing(policy(asked, rows), seed)
    return opponent(asked.side, _doctrine_name(asked), asked.level, seed)


def _doctrine_name(asked: Contender) -> str:
    return DOCTRINES[asked.side][0].name if asked.name == STANDARD else asked.name
