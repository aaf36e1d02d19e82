"""Kinds of orders: what a government chooses between when it reads its enemy.

- **demonstrate**: a general offensive, or men sent in the numbers that count as an escalation;
- **press**: any other escalation in full;
- **ask**: with an open hand, a new package, a signature, an offer or a deadline;
- **open**: an open hand that says nothing new;
- **hold**: a closed hand, and nothing raised.

An order is of the first kind that fits it.
"""

from typing import Final

import numpy as np

from game.engine.board import WASHINGTON, Ints
from game.engine.escalation import MEN_SENT, beyond, escalation
from game.engine.ladders import OPEN_FROM, SLOTS, Effort, MessageKind, slot_of
from game.engine.orders import NO_TERMS, SideOrders, join, standing
from game.engine.world import World, take

DEMONSTRATE, PRESS, ASK, OPEN, HOLD = range(5)
KINDS: Final = ("demonstrate", "press", "ask", "open", "hold")


def kinds(orders: SideOrders, world: World, side: int) -> Ints:
    """Return (C,) the kind of each of a side's C orders; ``world`` is one war as the quarter opens
    (its side's own and public fields are read, so any imagined one will do)."""
    many = take(world, np.zeros(len(orders), dtype=np.int64))
    enemy = standing(many.in_force[:, 1 - side], many.channel[:, 1 - side])
    both = join(orders, enemy) if side == WASHINGTON else join(enemy, orders)
    full = escalation(many, both)[:, side] >= 1.0
    if side == WASHINGTON:
        shown = beyond(many, both) >= MEN_SENT
    else:
        shown = (orders.rungs[:, SLOTS[side]["effort"]] == Effort.OFFENSIVE).any(axis=1)
    is_open = orders.rungs[:, slot_of(side, "posture")] >= OPEN_FROM
    said = (orders.terms[:, 0] != NO_TERMS) | (orders.accept == 1)
    said |= orders.rungs[:, slot_of(side, "message")] == MessageKind.OFFER
    said |= orders.rungs[:, slot_of(side, "deadline")] != MessageKind.NONE
    return np.select([shown, full, is_open & said, is_open], [DEMONSTRATE, PRESS, ASK, OPEN], HOLD)
