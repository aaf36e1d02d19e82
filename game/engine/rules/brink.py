"""The brink: how near the patrons are to stepping in, and what follows when they do.

Mines, bombs without a line, crossed borders and an invasion by the main force bring the patrons
nearer; restraint takes them back in about a year, and detente makes them look away. Where the
threshold runs nobody knows exactly. Each capital has a word for it, one of five, drawn once a
quarter with error and stored as its own estimate; what a rung is said to risk follows from that
word alone (``risk``). Crossing is an event of the war: volunteers, aircraft and aid for the North
and a summit called off where Washington went too far; a leash where Hanoi did.
Drift: the brink recedes, a chill fades, and an estimate is made anew every quarter.
"""

import numpy as np

from game.engine.board import (
    FULL_PURSE,
    HANOI,
    WASHINGTON,
    Floats,
    Ints,
    Masks,
    by_side,
    total,
    within,
)
from game.engine.ladders import Effort
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.tables import Tables
from game.engine.world import World

SAFE, WATCHED, WARNED, CLOSE, AT_THE_EDGE = range(5)
"""The five words a capital may have for it, from far to near."""


def provocation(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N, S) how much nearer each side's orders bring the patrons, of the threshold."""
    constants = tables.constants
    bombing = constants.brink_by_bombing[orders.rung(WASHINGTON, "bombing")]
    bombing = bombing * constants.brink_by_line[orders.rung(WASHINGTON, "line")]
    border = constants.brink_by_border[orders.rung(WASHINGTON, "border")]
    cambodia = constants.brink_by_cambodia[orders.rung(WASHINGTON, "cambodia")]
    thrown_in = total((orders.rungs_by_corps(HANOI, "effort") == Effort.OFFENSIVE).astype(np.int64))
    invasion = constants.brink_by_invasion * (thrown_in >= constants.brink_corps)
    looked_away = 1.0 - constants.brink_eased * world.detente
    pushed: Floats = by_side(bombing + border + cambodia, invasion) * looked_away[:, None]
    return pushed


def approach(world: World, orders: Orders, luck: Luck, tables: Tables) -> World:
    """Return the world with the brink moved by the quarter's orders, and what follows if the
    patrons step in."""
    constants = tables.constants
    pushed = provocation(world, orders, tables)
    brink = constants.brink_kept * world.brink + total(pushed)
    threshold = 1.0 + constants.brink_width * (2.0 * luck["threshold"] - 1.0)
    crossed = brink >= threshold
    to_blame = pushed[:, WASHINGTON] >= pushed[:, HANOI]
    world = world.with_(
        brink=np.where(crossed, constants.brink_after, brink),
        stepped_in=world.stepped_in + crossed,
        chill=np.maximum(constants.chill_kept * world.chill, 1.0 * (crossed & to_blame)),
    )
    world = step_in(world, crossed & to_blame, tables)
    return hold_back(world, crossed & ~to_blame, tables)


def step_in(world: World, crossed: Masks, tables: Tables) -> World:
    """Return the world after the patrons have come to the North's help where ``crossed`` (N,)."""
    constants, now = tables.constants, 1.0 * crossed
    alarm = by_side(now, 0.0 * now) * constants.alarm_capital
    return world.with_(
        manpower=world.manpower + constants.volunteers * now,
        air_defence=within(world.air_defence + constants.fighters * now, 0.0, 1.0),
        aid_moscow=within(world.aid_moscow + constants.rush_of_aid * now, 0.0, 1.0),
        aid_beijing=within(world.aid_beijing + constants.rush_of_aid * now, 0.0, 1.0),
        dissent=world.dissent + constants.alarm * now,
        capital=within(world.capital - alarm, 0.0, FULL_PURSE),
    )


def hold_back(world: World, crossed: Masks, tables: Tables) -> World:
    """Return the world after the patrons have held Hanoi back where ``crossed`` (N,)."""
    constants, now = tables.constants, 1.0 * crossed
    alarm = by_side(0.0 * now, now) * constants.alarm_capital
    return world.with_(
        aid_moscow=within(world.aid_moscow - constants.leash * now, 0.0, 1.0),
        aid_beijing=within(world.aid_beijing - constants.leash * now, 0.0, 1.0),
        capital=within(world.capital - alarm, 0.0, FULL_PURSE),
    )


def chilled(detente: Floats, chill: Floats) -> Floats:
    """Return (N,) the detente in force where a crossing has chilled it."""
    return detente * (1.0 - chill)


def estimate(world: World, luck: Luck, tables: Tables) -> World:
    """Return the world with each side's word for how near the patrons are: (N, S), 0 to 4."""
    even = by_side(luck["seen_brink_washington"], luck["seen_brink_hanoi"])
    seen = world.brink[:, None] + tables.constants.brink_noise * (2.0 * even - 1.0)
    return world.with_(seen_brink=worded(seen, tables))


def worded(brink: Floats, tables: Tables) -> Ints:
    """Return the step of five, 0 to 4, that a brink of any shape is told as."""
    steps = np.asarray(brink)[..., None] >= tables.constants.brink_steps
    return np.asarray(steps.sum(axis=-1))


def risk(word: int, pushed: Floats, tables: Tables) -> Ints:
    """Return the step of five, 0 to 4, at which a capital whose word is ``word`` would expect the
    patrons after orders that bring them ``pushed`` nearer: a function of the word, never of the
    true margin."""
    steps = tables.constants.brink_steps
    edges = np.concatenate([np.zeros(1), steps, np.ones(1)])
    middle = (edges[word] + edges[word + 1]) / 2
    return worded(tables.constants.brink_kept * middle + pushed, tables)
