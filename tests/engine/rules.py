"""Every rule of a quarter as one function of the same arguments, for tests that hold for all."""

from collections.abc import Callable
from typing import Final

import numpy as np

from game.engine.escalation import crowding, escalation
from game.engine.events import events_at, happen
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.rules import (
    air,
    brink,
    demonstration,
    deployment,
    ending,
    estimates,
    ground,
    home,
    inference,
    pressure,
    table,
)
from game.engine.tables import Tables
from game.engine.world import World

Rule = Callable[[World, Orders, Luck, Tables], World]


def events(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Dated events of the world's quarter."""
    return happen(world, events_at(tables, world.quarter), luck, tables)


def deploy(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Deployment and infiltration."""
    return deployment.deploy(world, orders, tables)[0]


def bomb(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """The air war over the North."""
    return air.bomb(world, orders, luck, tables)[0]


def cut_trail(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """The trail and the sanctuaries."""
    return air.cut_trail(world, orders, luck, tables)


def fight(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """The ground war."""
    return ground.fight(world, orders, demonstration.mount(world, orders, tables), luck, tables)[0]


def prepare(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Preparation and cadres."""
    offensive = demonstration.mount(world, orders, tables)
    return demonstration.spend(world, orders, offensive, tables)


def infer(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Beliefs, offers and channels."""
    offensive = demonstration.mount(world, orders, tables)
    meant, mounted = demonstration.intensity(world, orders, offensive, tables)
    _, moved = deployment.deploy(world, orders, tables)
    signals = inference.Signals(
        meant,
        demonstration.seen_scale(mounted, luck, tables),
        escalation(world, orders),
        moved.withdrawn,
        inference.leaks(world, orders, luck, tables),
    )
    return inference.believe(inference.infer(world, orders, signals, tables), tables)


def negotiate(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Packages, and how long talks have sat."""
    return table.negotiate(world, orders, table.sit(orders), tables)


def press(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """What escalating does to both, and how far each talks under fire."""
    climbed, is_open = escalation(world, orders), np.asarray(orders.open, dtype=np.float64)
    world = pressure.press(world, climbed, is_open, tables)
    return pressure.under_fire(world, climbed, table.sit(orders), tables)


def approach(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """How near the patrons are, and whether they step in."""
    return brink.approach(world, orders, luck, tables)


def expect(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Expected terms."""
    return table.expect(world, tables)


def at_home(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Home fronts, Saigon and political capital."""
    offensive = demonstration.mount(world, orders, tables)
    _, moved = deployment.deploy(world, orders, tables)
    _, raids = air.bomb(world, orders, luck, tables)
    _, fought = ground.fight(world, orders, offensive, luck, tables)
    _, mounted = demonstration.intensity(world, orders, offensive, tables)
    quarter = home.QuarterAtHome(
        moved,
        raids,
        fought,
        escalation(world, orders),
        crowding(world, orders),
        mounted,
        np.zeros((len(world), 2)),
    )
    return home.answer_at_home(world, orders, quarter, luck, tables)


def end(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """The end of the war."""
    settled, positions = table.accepted(world, orders, np.zeros((len(world), 2), dtype=np.int64))
    return ending.conclude(world, settled, positions, luck, tables)


def estimate(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """What each side thinks it sees."""
    _, moved = deployment.deploy(world, orders, tables)
    return brink.estimate(estimates.estimate(world, moved, luck, tables), luck, tables)


RULES: Final[tuple[Rule, ...]] = (
    events,
    deploy,
    bomb,
    cut_trail,
    fight,
    prepare,
    infer,
    negotiate,
    press,
    approach,
    at_home,
    expect,
    end,
    estimate,
)
"""In the order of play."""
