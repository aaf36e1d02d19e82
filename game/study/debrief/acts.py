"""What the debrief has an entry for: overtures made, answered and refused, demonstrations and
escalations, found in the orders and worlds of a war that is over.

One act, one entry. An offer and a hand opened in the same quarter are one overture. What was sent
in answer to an offer, or turns one down, is an act of the side that answers. A demonstration that
also escalates is one demonstration.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON
from game.engine.escalation import WAR_SLOTS
from game.engine.ladders import (
    OPEN_FROM,
    SLOTS,
    Effort,
    HomeFront,
    MessageKind,
    TroopMoves,
    slot_of,
)
from game.engine.orders import Orders, join
from game.engine.rules.inference import refused
from game.engine.world import World
from game.record.history import GameHistory

KINDS: Final = ("overture", "answer", "refusal", "demonstration", "escalation")
OF_WORDS: Final = KINDS[:3]
FULL: Final = 1.0  # the degree of an escalation that is none of what merely goes on
CLOSED_RUNG, OPEN_RUNG = 1, OPEN_FROM  # state conditions; accept contacts
OPENNESS: Final = 0.5  # openness from which a posture is open


@dataclass(frozen=True)
class PlayedQuarter:
    """One quarter of a war: its place in the past, its name, and the one-war arrays."""

    place: int
    name: str
    opening: World
    orders: Orders
    closing: World


@dataclass(frozen=True)
class Act:
    """One act of one side. ``offered`` and ``opened`` say what an overture consists of."""

    played: PlayedQuarter
    side: int
    kind: str
    offered: bool = False
    opened: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the side's posture was open in the quarter of the act."""
        return bool(self.played.orders.open[0, self.side])


def quarters_of(past: GameHistory) -> tuple[PlayedQuarter, ...]:
    """Return the quarters played, those of stored pasts included."""
    made = []
    for place, row in enumerate(past.rows):
        both = [past.dossiers[side].orders[place] for side in (WASHINGTON, HANOI)]
        made.append(
            PlayedQuarter(
                place, row.quarter, past.worlds[place], join(*both), past.worlds[place + 1]
            )
        )
    return tuple(made)


def acts_of(played: PlayedQuarter) -> Iterator[Act]:
    """Yield what the debrief tells of a quarter, Washington's acts first."""
    for side in (WASHINGTON, HANOI):
        yield from _words(played, side)
        yield from _war(played, side)


def _words(played: PlayedQuarter, side: int) -> Iterator[Act]:
    world, orders = played.opening, played.orders
    message, said = _message(orders, side), to_offer(world, orders, side)
    opened = bool(orders.open[0, side]) and world.openness[0, side] < OPENNESS
    if said == "refusal":
        yield Act(played, side, said)
    elif said == "answer":
        yield Act(played, side, said, opened=opened)
        opened = False
    if message == MessageKind.OFFER or opened:
        yield Act(played, side, "overture", message == MessageKind.OFFER, opened)


def to_offer(world: World, orders: Orders, side: int) -> str:
    """Return what a side says to the enemy's offer: ``refusal``, ``answer``, or nothing. An answer
    with a closed hand is a refusal."""
    if bool(refused(world, orders)[0, side]):
        return "refusal"
    waiting = bool(world.offered[0, 1 - side]) or _message(orders, 1 - side) == MessageKind.OFFER
    return "answer" if waiting and _message(orders, side) == MessageKind.ANSWER else ""


def _war(played: PlayedQuarter, side: int) -> Iterator[Act]:
    if demonstrates(played, side):
        yield Act(played, side, "demonstration")
    elif played.closing.escalation[0, side] >= FULL:
        yield Act(played, side, "escalation")


def demonstrates(played: PlayedQuarter, side: int) -> bool:
    """Whether a side mounts what only the resilient can keep up: Hanoi a general offensive,
    Washington a reinforcement or a call-up of the reserves."""
    orders = played.orders
    if side == HANOI:
        return bool((orders.rungs_by_corps(HANOI, "effort") == Effort.OFFENSIVE).any())
    called = orders.rung(WASHINGTON, "home")[0] == HomeFront.RESERVES
    return bool(orders.troops[0] > 0 or (called and not played.opening.reserves_called[0]))


def _message(orders: Orders, side: int) -> int:
    return int(orders.rung(side, "message")[0])


def fate(act: Act, war: tuple[PlayedQuarter, ...]) -> tuple[str, str]:
    """Return what became of an offer and in which quarter: ``answered``, ``refused``, or
    ``unanswered``, which has no quarter; empty for an overture that sent none."""
    if not act.offered:
        return "", ""
    enemy = 1 - act.side
    for played in war[act.played.place :]:
        if bool(refused(played.opening, played.orders)[0, enemy]):
            return "refused", played.name
        if _message(played.orders, enemy) == MessageKind.ANSWER:
            return "answered", played.name
        if (
            played.place > act.played.place
            and _message(played.orders, act.side) == MessageKind.OFFER
        ):
            break  # another offer has taken its place
    return "unanswered", ""


# The same quarter otherwise


def other_posture(act: Act) -> Orders:
    """Return the quarter's orders with the side's posture on the other side of the line: instead of
    an open hand the closed one that stood, which is to have gone on as before."""
    stood = int(act.played.opening.in_force[0, act.side, slot_of(act.side, "posture")])
    before = stood if stood < OPEN_RUNG else CLOSED_RUNG
    rung = before if act.is_open else OPEN_RUNG
    return _with(act.played.orders, act.side, slot_of(act.side, "posture"), rung)


def withheld(act: Act) -> Orders:
    """Return the quarter's orders without the act: the posture as it stood and nothing sent, or
    the ladders of war where they stood and nobody sent."""
    orders, side, world = act.played.orders, act.side, act.played.opening
    if act.kind in OF_WORDS:
        for ladder, rung in (
            ("posture", int(world.in_force[0, side, slot_of(side, "posture")])),
            ("message", 0),
        ):
            orders = _with(orders, side, slot_of(side, ladder), rung)
        return orders
    for slot in np.flatnonzero(WAR_SLOTS[side]):
        stood = int(world.in_force[0, side, slot])
        if orders.rungs[0, side, slot] > stood:
            orders = _with(orders, side, int(slot), stood)
    return _nobody_sent(orders) if side == WASHINGTON else orders


def _nobody_sent(orders: Orders) -> Orders:
    home = slot_of(WASHINGTON, "home")
    if orders.rungs[0, WASHINGTON, home] == HomeFront.RESERVES:
        orders = _with(orders, WASHINGTON, home, HomeFront.RESERVES - 1)
    if orders.troops[0] <= 0:
        return orders
    orders = _with(orders, WASHINGTON, SLOTS[WASHINGTON]["troops"].start, TroopMoves.HOLD)
    return replace(orders, troops=np.zeros(1))


def _with(orders: Orders, side: int, slot: int, rung: int) -> Orders:
    rungs = orders.rungs.copy()
    rungs[:, side, slot] = rung
    return replace(orders, rungs=rungs)
