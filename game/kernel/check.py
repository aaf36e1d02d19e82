"""The check: plain and compiled rules side by side, from the same worlds, to the last bit.

Every quarter the compiled rules go on from what they made themselves, so that one differing number
would show in every later one; what policies order in the one world and in the other must be the
same too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Ints
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.many import Play
from game.engine.orders import Orders, join
from game.engine.resolve import resolve
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, digests, take
from game.kernel import outcomes
from game.players.base import Policy
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.players.stepping import Stepping

if TYPE_CHECKING:
    from game.kernel.machine import CompiledRules  # needs the compiler, which may not be installed

Pair = tuple[Policy, Policy]
USUAL: Final[tuple[Pair, ...]] = ((Stepping(), Stepping()), (RandomLegal(), RandomLegal()))


@dataclass(frozen=True)
class Compared:
    """How many wars were played both ways, over how many quarters of wars, and how many of them
    ended in different digests; ``fields`` in which the first differed."""

    wars: int = 0
    quarters: int = 0
    different: int = 0
    fields: tuple[str, ...] = ()

    def __add__(self, other: "Compared") -> "Compared":
        return Compared(
            self.wars + other.wars,
            self.quarters + other.quarters,
            self.different + other.different,
            self.fields or other.fields,
        )


def compared(
    machine: "CompiledRules", start: World, tables: Tables, seeds: Ints, players: Pair = USUAL[0]
) -> Compared:
    """Return how wars from ``start``, one a seed, differ between the two forms of the rules."""
    plain = compiled = start
    quarters = 0
    fields: tuple[str, ...] = ()
    while plain.running.any():
        orders = ordered(plain, tables, players, seeds)
        again = ordered(compiled, tables, players, seeds)
        fields = fields or tuple(
            f"orders: {name}"
            for name, given in vars(orders).items()
            if not np.array_equal(given, getattr(again, name))
        )
        luck = draw(seeds, int(plain.quarter[plain.running].max()))
        events = events_at(tables, plain.quarter)
        quarters += int(plain.running.sum())
        running = plain.running
        plain, happened = resolve(plain, orders, events, luck, tables)
        compiled, told = machine.resolve(compiled, orders, events, luck, tables)
        fields = fields or tuple(differing(plain, compiled))
        fields = fields or tuple(
            f"what happened, {number}"
            for number, (one, other) in enumerate(
                zip(outcomes.leaves(happened), outcomes.leaves(told), strict=True)
            )
            if not np.array_equal(one[running], other[running])
        )
    other = sum(a != b for a, b in zip(digests(plain), digests(compiled), strict=True))
    return Compared(len(seeds), quarters, other or int(bool(fields)), fields)


def played_through(
    machine: "CompiledRules", start: World, tables: Tables, seeds: Ints, players: Pair
) -> Compared:
    """Return how wars differ between the plain rules and one compiled run through all quarters,
    players and luck included; nothing where a player is not compiled."""
    from game.kernel.settings import Unlike  # late: the compiler may not be installed

    own = (2 * seeds, 2 * seeds + 1)
    try:
        played = machine.play(Play(start, seeds, tables, players, own, tables.quarters))
    except Unlike:
        return Compared()
    plain = start
    while plain.running.any():
        luck = draw(seeds, int(plain.quarter[plain.running].max()))
        orders = ordered(plain, tables, players, seeds)
        plain, _ = resolve(plain, orders, events_at(tables, plain.quarter), luck, tables)
    other = sum(a != b for a, b in zip(digests(plain), digests(played.world), strict=True))
    fields = tuple(differing(plain, played.world))
    return Compared(len(seeds), int(played.ran.sum()), other or int(bool(fields)), fields)


def both_ways(
    machine: "CompiledRules", start: World, tables: Tables, seeds: Ints, players: Pair
) -> Compared:
    """Return how wars differ between the two forms: played through at once where both players are
    compiled, else quarter by quarter."""
    told = played_through(machine, start, tables, seeds, players)
    return told if told.wars else compared(machine, start, tables, seeds, players)


def doctrines(number: int) -> Pair:
    """Return the doctrines of both sides by their number: the usual ones first."""
    return DOCTRINES[WASHINGTON][number].policy, DOCTRINES[HANOI][number].policy


def spread(start: World, wars: int) -> World:
    """Return so many wars with the start of one."""
    return take(start, np.zeros(wars, dtype=np.int64))


def ordered(world: World, tables: Tables, players: Pair, seeds: Ints) -> Orders:
    """Return what both sides order; each has luck of its own."""
    return join(
        *(
            players[side].decide_batch(look(world, side, tables), 2 * seeds + side)
            for side in (WASHINGTON, HANOI)
        )
    )


def differing(one: World, other: World) -> Iterator[str]:
    """Yield the fields in which two worlds differ anywhere."""
    for name in FIELDS:
        if not np.array_equal(getattr(one, name), getattr(other, name)):
            yield name
