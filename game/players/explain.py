"""Explanation: what a searching player thought, kept as plain data for the time after the war.

All of it comes from the player's own belief and search, so from what it knew then;
``study/contests/reasons.py`` puts it in words.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.engine.board import HANOI
from game.engine.escalation import MEN_SENT, WAR_SLOTS
from game.engine.ladders import OPEN_FROM, SLOTS, Effort, MessageKind, slot_of
from game.engine.orders import NO_TERMS, SideOrders, to_words
from game.engine.sight import sight_of
from game.engine.view import View
from game.players.reckoning import fighting_worth, offered_worth
from game.players.search import SearchVerdict, Task


@dataclass(frozen=True)
class Thought:
    """One decision: what was ordered, of which kinds it was, and what it was weighed against.

    Probabilities (0..1) and worth (points of the score, as its doctrine weighs them) are the
    player's own at the time.
    ``offered`` and ``fighting``: share of its aims that the enemy's package and fighting on were
    thought to be worth; ``offered`` is -1 without a package.
    """

    quarter: int
    side: int
    doctrine: str
    orders: dict[str, Any]
    kinds: tuple[str, ...]
    label: str
    worth: float
    other_label: str
    other_worth: float
    enemy_resilient: float
    seen_resilient: float
    escalates_if_open: float
    escalates_if_closed: float
    offered: float
    fighting: float


def thought(task: Task, verdict: SearchVerdict) -> Thought:
    """Return what the verdict rests on, from the belief at hand."""
    dossier, belief = task.dossier, task.belief
    side, enemy, world = dossier.side, 1 - dossier.side, belief.world
    others = np.delete(np.arange(len(verdict.worth)), verdict.chosen)
    other = int(others[np.argmax(verdict.worth[others])]) if len(others) else verdict.chosen
    orders, sight = verdict.orders, sight_of(dossier)
    return Thought(
        quarter=dossier.quarter,
        side=side,
        doctrine=task.doctrine.name,
        orders=to_words(side, orders, dossier.tables.channels.ids),
        kinds=kinds(orders, dossier.view),
        label=verdict.finalists.label[verdict.chosen],
        worth=float(verdict.worth[verdict.chosen]),
        other_label=verdict.finalists.label[other],
        other_worth=float(verdict.worth[other]),
        enemy_resilient=belief.mean(world.belief_resilient[:, enemy]),
        seen_resilient=belief.mean(world.belief_resilient[:, side]),
        escalates_if_open=belief.mean(world.escalate_open[:, side]),
        escalates_if_closed=belief.mean(world.escalate_closed[:, side]),
        offered=float(offered_worth(sight)[0]),
        fighting=float(fighting_worth(sight, 1.0)[0]),
    )


def kinds(orders: SideOrders, view: View) -> tuple[str, ...]:
    """Return what an order was, among the kinds that are explained."""
    side, found = view.side, []
    posture = int(orders.rungs[0, slot_of(side, "posture")])
    was_open, is_open = view.openness[side] >= 0.5, posture >= OPEN_FROM
    offers = orders.rungs[0, slot_of(side, "message")] == MessageKind.OFFER
    if orders.accept[0]:
        found.append("acceptance")
    if offers or (is_open and not was_open):
        found.append("overture")
    if _climbs(orders, view):
        found.append("escalation")
    there = view.talking > 0 and view.tabled_by_enemy[0] != NO_TERMS and not orders.accept[0]
    if (view.offered[view.enemy] and not is_open) or (there and not is_open):
        found.append("refusal")
    return tuple(found)


def _climbs(orders: SideOrders, view: View) -> bool:
    """Whether a ladder of war goes above its highest rung of two quarters, by the side's papers."""
    highest = np.maximum(view.reached, view.reached_before)
    above = (orders.rungs[0] > highest) & (WAR_SLOTS[view.side] == 1)
    if view.side == HANOI:
        effort = SLOTS[HANOI]["effort"]
        above[effort] &= orders.rungs[0, effort] >= Effort.MAIN_FORCE
    return bool(above.any() or orders.troops[0] >= MEN_SENT)
