"""Wars to test with: the full campaign's start, random legal orders, and whole wars of them.

Random orders are drawn rung by rung from the menu and cut to the purse by the rulebook's own
fallback; nothing here knows what a sensible order is.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from game.campaign import build, load
from game.engine import luck as lucks
from game.engine.board import HANOI, ISSUES, WASHINGTON, Ints
from game.engine.events import Events, events_at
from game.engine.ladders import (
    FLAT_START,
    TROOPS_LIMITS,
    TROOPS_STEP,
    USED,
    L,
    TroopMoves,
    ladder_of_slot,
    slot_of,
)
from game.engine.luck import Luck
from game.engine.menu import within_means
from game.engine.orders import NO_TERMS, Orders, SideOrders, from_words, join, standing
from game.engine.resolve import Outcome, prepare, resolve
from game.engine.tables import Tables
from game.engine.world import World, take

TROOPS = slot_of(WASHINGTON, "troops")


@cache
def _built() -> tuple[Tables, World]:
    return build(load("vietnam-1965-1973"))


def tables() -> Tables:
    """Return the full campaign's tables."""
    return _built()[0]


def start(worlds: int = 1) -> World:
    """Return the full campaign's start, ``worlds`` times."""
    return take(_built()[1], np.zeros(worlds, dtype=np.int64))


def ready(world: World) -> World:
    """Return a world changed by hand as ``resolve`` would leave it: settled, read and priced."""
    return prepare(world, tables())


def quiet_events(worlds: int = 1) -> Events:
    """Return a quarter in which nothing happens that the players do not do."""
    made = events_at(tables(), np.zeros(worlds, dtype=np.int64))
    return Events(np.zeros_like(made.amounts))


def nothing_ordered(world: World) -> Orders:
    """Return both sides' standing orders."""
    return join(*(standing(world.in_force[:, side], world.channel[:, side]) for side in (0, 1)))


def lowest(world: World) -> Orders:
    """Return both sides' orders with every ladder at its lowest standing rung: nothing is done."""
    orders = nothing_ordered(world)
    rungs = np.zeros_like(orders.rungs)
    rungs[:, WASHINGTON, TROOPS] = TroopMoves.HOLD
    return replace(orders, rungs=rungs)


def ordered(
    world: World, washington: dict[str, Any] | None = None, hanoi: dict[str, Any] | None = None
) -> Orders:
    """Return one war's standing orders with some words over them, for every war of ``world``."""
    both = []
    for side, words in ((WASHINGTON, washington), (HANOI, hanoi)):
        base = standing(world.in_force[:1, side], world.channel[:1, side])
        one = from_words(side, words or {}, base, tables().channels.ids)
        both.append(one.take(np.zeros(len(world), dtype=np.int64)))
    return join(*both)


@dataclass(frozen=True, repr=False)
class Step:
    """One quarter of a batch of wars."""

    opening: World
    orders: Orders
    luck: Luck
    outcome: Outcome
    closing: World


def quarter(
    world: World, orders: Orders, luck: Luck | None = None, events: Events | None = None
) -> Step:
    """Return a quarter resolved; neutral luck and no events unless given."""
    luck = luck or lucks.neutral(len(world))
    events = events or quiet_events(len(world))
    closing, outcome = resolve(world, orders, events, luck, tables())
    return Step(world, orders, luck, outcome, closing)


@cache
def played(worlds: int, seed: int, quarters: int = 33) -> tuple[Step, ...]:
    """Return ``worlds`` wars of random legal orders from the start, quarter by quarter."""
    generator = np.random.default_rng(seed)
    seeds = np.arange(worlds, dtype=np.int64) + 1000 * seed
    world, steps = random_types(start(worlds), generator), []
    for number in range(quarters):
        orders = join(*(random_orders(world, side, generator) for side in (WASHINGTON, HANOI)))
        luck, events = lucks.draw(seeds, number), events_at(tables(), world.quarter)
        steps.append(quarter(world, orders, luck, events))
        world = steps[-1].closing
    return tuple(steps)


def random_types(world: World, generator: np.random.Generator) -> World:
    """Return the world with private types drawn evenly."""
    shape = (len(world), 2)
    return ready(
        world.with_(
            resilience=generator.integers(0, 2, shape), nerve=generator.integers(0, 2, shape)
        )
    )


def random_orders(world: World, side: int, generator: np.random.Generator) -> SideOrders:
    """Return random legal orders of one side that can be paid for."""
    worlds = len(world)
    rungs = world.in_force[:, side].copy()
    for slot in range(L):
        if USED[side, slot]:
            moves = generator.random(worlds) < 0.5
            drawn = _random_rung(world, side, slot, generator)
            rungs[:, slot] = np.where(moves, drawn, rungs[:, slot])
    troops = np.zeros(worlds)
    if side == WASHINGTON:
        rungs, troops = _random_troops(world, rungs, generator)
    usable = tables().channels.usable(world.quarter) * (1 - world.burnt)
    channel = np.argmax(usable * generator.random(usable.shape), axis=1)
    tables_it = generator.random(worlds) < 0.2
    package = generator.integers(0, 4, (worlds, len(ISSUES)))
    can_sign = (world.tabled[:, 1 - side, 0] != NO_TERMS) & (world.talking > 0)
    wanted = SideOrders(
        rungs,
        troops,
        channel,
        np.where(tables_it[:, None], package, NO_TERMS),
        (can_sign & (generator.random(worlds) < 0.1)).astype(np.int64),
    )
    return within_means(
        wanted,
        side,
        world.prices[:, side],
        world.legal[:, side],
        world.in_force[:, side],
        world.capital[:, side],
    )


def _random_rung(world: World, side: int, slot: int, generator: np.random.Generator) -> Ints:
    first = FLAT_START[side, slot]
    count = len(ladder_of_slot(side, slot)[0].rungs)
    legal = world.legal[:, side, first : first + count]
    found: Ints = np.argmax(legal * generator.uniform(0.1, 1.0, legal.shape), axis=1)
    return found


def _random_troops(
    world: World, rungs: Ints, generator: np.random.Generator
) -> tuple[Ints, np.ndarray]:
    low, high = np.array(TROOPS_LIMITS)[rungs[:, TROOPS]].T
    number = generator.uniform(low, high)
    number = np.maximum(np.minimum(number, world.reserve), -world.troops)
    number = np.trunc(number / TROOPS_STEP) * TROOPS_STEP
    fits = (number != 0) & (low <= number) & (number <= high)
    rungs[:, TROOPS] = np.where(fits, rungs[:, TROOPS], TroopMoves.HOLD)
    return rungs, np.where(fits, number, 0.0)
