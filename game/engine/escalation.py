"""What counts as escalation: one function, 0 to 1 a side; its table stands in docs/war.md.

1 when a side raises a ladder of war above its highest rung of the last two quarters, sends 25,000
men or more beyond the strength the enemy has got used to, or breaks an understanding in force; a
third while bombing above interdiction, or main-force effort in two corps or more, merely goes on;
else 0. To return to a rung held within two quarters is not an escalation.
"""

import numpy as np

from game.engine.board import (
    HANOI,
    THOUSAND,
    WASHINGTON,
    Floats,
    Ints,
    Masks,
    any_of,
    by_side,
    total,
)
from game.engine.ladders import (
    LADDERS,
    SLOTS,
    Bombing,
    BombingLine,
    Effort,
    L,
    Understanding,
    slot_of,
)
from game.engine.orders import Orders
from game.engine.world import World

GOES_ON = 1 / 3  # of an escalation; a sustained maximum is not restraint
MEN_SENT = 25.0  # thousand in one quarter; docs/war.md
PRESSED_CORPS = 2  # corps of main-force effort from which a war goes on in the open; docs/war.md


def _war_slots(side: int) -> Ints:
    marks = np.zeros(L, dtype=np.int64)
    for ladder in LADDERS[side]:
        if ladder.war:
            marks[SLOTS[side][ladder.name]] = 1
    return marks


WAR_SLOTS = np.stack([_war_slots(WASHINGTON), _war_slots(HANOI)])
"""(S, L) 1 where the slot belongs to a ladder of war."""


def escalation(world: World, orders: Orders) -> Floats:
    """Return (N, S) how far each side's orders escalate, 0, a third, or 1.

    ``world`` is the state with which the quarter opens.
    """
    full = raised(world, orders) | breaches(world, orders)
    full[:, WASHINGTON] |= beyond(world, orders) >= MEN_SENT
    bombing = orders.rung(WASHINGTON, "bombing") > Bombing.INTERDICTION
    pressed = orders.rungs_by_corps(HANOI, "effort") >= Effort.MAIN_FORCE
    goes_on = by_side(bombing, total(pressed.astype(np.int64)) >= PRESSED_CORPS)
    return np.where(full, 1.0, np.where(goes_on, GOES_ON, 0.0))


def beyond(world: World, orders: Orders) -> Floats:
    """Return (N,) thousand men sent beyond the strength the enemy has got used to.

    To bring back what was taken out a little while ago is no escalation and shows nothing.
    """
    new = np.minimum(np.maximum(orders.troops, 0.0), world.troops + orders.troops - world.peak)
    return np.rint(new * THOUSAND) / THOUSAND  # whole men: 25,000 are 25,000


def raised(world: World, orders: Orders) -> Masks:
    """Return (N, S) whether a side raises a ladder of war above its highest of two quarters."""
    return any_of(raised_slots(world, orders))


def crowding(world: World, orders: Orders) -> Ints:
    """Return (N, S) how many ladders of war a side raises beyond the first in one quarter; a corps
    of Hanoi's counts as a ladder."""
    return np.maximum(total(raised_slots(world, orders).astype(np.int64)) - 1, 0)


def raised_slots(world: World, orders: Orders) -> Masks:
    """Return (N, S, L) the slots in which a side raises a ladder of war above its highest of two
    quarters.

    Hanoi's effort counts from main force up, and a bombing line only while bombs fall beyond
    reconnaissance.
    """
    above = orders.rungs > np.maximum(world.reached, world.reached_before)
    above &= WAR_SLOTS == 1
    effort, line = SLOTS[HANOI]["effort"], slot_of(WASHINGTON, "line")
    above[:, HANOI, effort] &= orders.rungs_by_corps(HANOI, "effort") >= Effort.MAIN_FORCE
    above[:, WASHINGTON, line] &= orders.rung(WASHINGTON, "bombing") > Bombing.RECONNAISSANCE
    return np.asarray(above)


def breaches(world: World, orders: Orders) -> Masks:
    """Return (N, S) whether a side breaks the understanding in force.

    Under a bombing limit Washington bombs no further north than the 20th parallel; under a full
    halt it flies no more than reconnaissance. Hanoi mounts no general offensive under either.
    """
    limit = world.understanding == Understanding.LIMIT
    halt = world.understanding == Understanding.HALT
    bombing, line = orders.rung(WASHINGTON, "bombing"), orders.rung(WASHINGTON, "line")
    flown = bombing > Bombing.RECONNAISSANCE
    beyond = flown & (halt | limit & (line == BombingLine.NONE))
    attacked = any_of(orders.rungs_by_corps(HANOI, "effort") == Effort.OFFENSIVE)
    both: Masks = by_side(beyond, attacked & (limit | halt))
    return both


def understanding_after(world: World, orders: Orders, sitting: Masks) -> Ints:
    """Return (N,) the understanding in force after the quarter.

    While talks sit, a halt (or reconnaissance only) makes a full halt, a line at or below the 20th
    parallel a limit; a breach ends either.
    """
    bombing, line = orders.rung(WASHINGTON, "bombing"), orders.rung(WASHINGTON, "line")
    broken = any_of(breaches(world, orders))
    halted = sitting & (bombing <= Bombing.RECONNAISSANCE)
    limited = sitting & (line < BombingLine.NONE)
    held = np.maximum(world.understanding, Understanding.LIMIT)
    reached = np.where(limited, held, Understanding.NONE)
    reached = np.where(halted, Understanding.HALT, reached)
    kept = np.where(sitting, reached, world.understanding)
    return np.where(broken, Understanding.NONE, kept)
