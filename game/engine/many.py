"""Many wars: played by the quickest form of the rules that is there.

The plain rules are ``resolve``. A form that gives the same worlds, to the bit, may be put before
them (``quicken``); it answers None where it cannot, and the plain rules go on. What happened in the
quarter, the Outcome, is told where it is wanted (``resolve_told``). A form may also play whole wars
on, players and all (``play_on``), where nobody wants to look on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.engine.board import Ints
from game.engine.events import Events
from game.engine.luck import Luck
from game.engine.orders import Orders, SideOrders
from game.engine.resolve import Outcome, resolve
from game.engine.tables import Tables
from game.engine.world import World


@dataclass(frozen=True)
class Play:
    """N wars to be played on, each to its end, at most so many ``quarters``.

    ``seeds`` (N,) are the wars'; ``policies`` and their ``own_seeds`` (N,) by side. A side whose
    ``first`` orders are given gives them in the first quarter. Running wars stand in one quarter.
    """

    world: World
    seeds: Ints
    tables: Tables
    policies: tuple[Any, Any]
    own_seeds: tuple[Ints, Ints]
    quarters: int
    first: tuple[SideOrders | None, SideOrders | None] = (None, None)


@dataclass(frozen=True)
class PlayedOn:
    """The worlds that came of it; ``rungs`` (Q, S, L, N) what was ordered in each quarter, which
    counts only in wars that still ran (``ran``)."""

    world: World
    rungs: Ints
    ran: Any  # (Q, N) whether each war still ran when the quarter began


Told = tuple[World, Outcome]
Form = Callable[[World, Orders, Events, Luck, Tables, bool], World | Told | None]
"""The last asks for the Outcome too."""
Player = Callable[[Play], PlayedOn | None]
_FORMS: list[Form] = []
_PLAYERS: list[Player] = []


def quicken(form: Form, player: Player | None = None) -> None:
    """Put a form before the plain rules, in the place of any earlier one."""
    _FORMS[:] = [form]
    _PLAYERS[:] = [player] if player is not None else []


def plainly() -> None:
    """Have nothing before the plain rules."""
    _FORMS.clear()
    _PLAYERS.clear()


def resolve_many(world: World, orders: Orders, events: Events, luck: Luck, tables: Tables) -> World:
    """Return the world a quarter later, as ``resolve`` does."""
    for form in _FORMS:
        found = form(world, orders, events, luck, tables, False)
        if isinstance(found, World):
            return found
    return resolve(world, orders, events, luck, tables)[0]


def resolve_told(world: World, orders: Orders, events: Events, luck: Luck, tables: Tables) -> Told:
    """Return the world a quarter later and what happened, as ``resolve`` does."""
    for form in _FORMS:
        found = form(world, orders, events, luck, tables, True)
        if isinstance(found, tuple):
            return found
    return resolve(world, orders, events, luck, tables)


def play_on(play: Play) -> PlayedOn | None:
    """Return what comes of wars, None where they have to be played quarter by quarter."""
    for player in _PLAYERS:
        found = player(play)
        if found is not None:
            return found
    return None
