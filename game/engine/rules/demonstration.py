"""Demonstrations: what each side does that only the resilient can keep up.

Hanoi's is a general offensive: the scale that was prepared and the share of the country it is
mounted in. Washington's is a reinforcement, a heavier campaign, a call-up. The other side sees a
noisy scale, never the strength behind it, and judges the scale that was mounted and kept up, not
who won the battle. An offensive spends what was prepared and costs cadres. A state of low
resilience prepares at about half the pace: that is why the scale tells.
Drift: preparation is eaten away when it is not kept up; cadres regrow; novelty returns.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import (
    HANOI,
    NEVER_NOUGHT,
    WASHINGTON,
    Floats,
    any_of,
    by_side,
    total,
    within,
)
from game.engine.escalation import PRESSED_CORPS, beyond
from game.engine.ladders import Effort, Preparation
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.rules.air import campaign
from game.engine.tables import Tables
from game.engine.world import World


@dataclass(frozen=True)
class Offensive:
    """A general offensive as mounted: ``scale`` (N,) 0..1 as prepared; ``breadth`` (N,) share of
    the country it is mounted in, by main force; 0 without one."""

    scale: Floats
    breadth: Floats


def mount(world: World, orders: Orders, tables: Tables) -> Offensive:
    """Return the general offensive of the quarter, if any corps has one ordered."""
    launched = orders.rungs_by_corps(HANOI, "effort") == Effort.OFFENSIVE
    force = np.maximum(total(world.main_force), NEVER_NOUGHT)
    breadth = total(np.where(launched, world.main_force, 0.0)) / force
    scale = np.where(any_of(launched), world.preparation, 0.0)
    return Offensive(scale, breadth)


def intensity(
    world: World, orders: Orders, offensive: Offensive, tables: Tables
) -> tuple[Floats, Floats]:
    """Return (N, S) what each side meant to mount and what it did mount, 0..about 1.5.

    Hanoi: a prepared offensive in most of the country is 1; main force in two corps or more is a
    tenth. Washington: men sent and bombing raised, in the units of the constants.
    """
    constants = tables.constants
    effort = orders.rungs_by_corps(HANOI, "effort")
    corps = total((effort >= Effort.MAIN_FORCE).astype(np.int64))
    pressed = np.where(corps >= PRESSED_CORPS, constants.pressed_shows, 0.0)
    launched = offensive.scale > 0
    reach = np.minimum(offensive.breadth / constants.breadth_full, 1.0)
    meant = np.where(launched, np.maximum(reach, constants.meant_least), pressed)
    mounted = np.where(launched, offensive.scale * reach, pressed)
    sent = np.maximum(beyond(world, orders), 0.0) / constants.reinforcement_seen
    raised = np.maximum(campaign(world, orders, tables) - world_effect(world, tables), 0.0)
    shown = sent + raised / constants.bombing_seen
    return by_side(shown, meant), by_side(shown, mounted)


def world_effect(world: World, tables: Tables) -> Floats:
    """Return (N,) the size of the air campaign that was in force, in fair weather."""
    constants = tables.constants
    bombing, line = world.reached[:, WASHINGTON, 0], world.reached[:, WASHINGTON, 1]
    return constants.bombing_effect[bombing] * constants.line_effect[line]


def seen_scale(mounted: Floats, luck: Luck, tables: Tables) -> Floats:
    """Return (N, S) the scale as the world saw it: what was mounted, with observers' error."""
    noise = tables.constants.scale_noise
    errors = by_side(luck["scale_washington"], luck["scale_hanoi"])
    return np.maximum(mounted * (1.0 + noise * errors), 0.0)


def spend(world: World, orders: Orders, offensive: Offensive, tables: Tables) -> World:
    """Return the world with preparation built or spent, and cadres lost or regrown."""
    constants = tables.constants
    preparing = orders.rung(HANOI, "preparation") == Preparation.PREPARE
    pace = np.where(world.resilience[:, HANOI] == 1, 1.0, constants.low_type_pace)
    supplied = np.minimum(world.throughput / constants.supply_full, 1.0)
    built = constants.prepared * supplied * pace
    change = np.where(preparing, built, -constants.unprepared)
    spent = constants.launch_spends * offensive.breadth * offensive.scale
    lost = constants.cadres_lost * offensive.scale * offensive.breadth
    regrown = constants.cadres_regrown * (1.0 - world.cadres)
    return world.with_(
        preparation=within(world.preparation + change - spent, 0.0, 1.0),
        cadres=within(world.cadres * (1.0 - lost) + regrown, 0.0, 1.0),
    )
