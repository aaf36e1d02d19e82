"""Decisions looked into: what each kind of order was worth to a searching player, quarter by
quarter, and what it would have been worth with its type or its reading of the enemy exchanged.

Candidates are those of play. The best of each kind is chosen as play weighs them, then the best of
all kinds meet again over fresh imagined wars with luck in common, so that what was chosen for its
luck does not count. Analysis only: an exchange is no player's to make.
"""

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from game.engine.board import Floats, Ints
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.engine.resolve import prepare
from game.engine.world import FIELDS
from game.players.candidates import Candidates, considered
from game.players.search import Task, evaluated
from game.players.tempers import plans
from game.players.thinking import Thinking
from game.study.contests.kinds import KINDS, kinds

WORLDS: Final = 64  # imagined wars in which the best of each kind meet; a difference of two points
# then has a standard error of about half of one
FIRST, AGAIN = 1, 7  # salts of the imagined wars: those of play's first round, and fresh ones


@dataclass(frozen=True)
class DecisionWorth:
    """One quarter of one side. ``worth`` (K,) what the best order of each kind was worth, in points
    as its doctrine weighs them, nan for a kind that was no candidate; ``typed`` and ``read`` the
    same with its own type, and with its reading of the enemy, exchanged. ``held`` 0..1 is its own
    belief that the enemy is resilient; ``ordered`` the kind it chose."""

    quarter: int
    side: int
    resilient: bool
    held: float
    ordered: int
    worth: Floats
    typed: Floats
    read: Floats


@dataclass
class Looking(Thinking):
    """A searching player that notes what each kind of order was worth; it plays as ever."""

    notes: list[DecisionWorth] = field(default_factory=list)

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders, and note what they were chosen from."""
        orders = super().decide(dossier)
        self.notes.append(looked_into(self.task(dossier), orders))
        return orders


def looked_into(task: Task, orders: SideOrders) -> DecisionWorth:
    """Return what each kind was worth in one decision, and with type or reading exchanged."""
    side, belief = task.dossier.side, task.belief
    return DecisionWorth(
        quarter=task.dossier.quarter,
        side=side,
        resilient=bool(task.dossier.view.resilience == 1),
        held=belief.mean(belief.world.belief_resilient[:, 1 - side]),
        ordered=int(kinds(orders, belief.world, side)[0]),
        worth=worth_by_kind(task),
        typed=worth_by_kind(of_other_type(task)),
        read=worth_by_kind(read_otherwise(task)),
    )


def worth_by_kind(task: Task) -> Floats:
    """Return (K,) what the best candidate of each kind is worth, nan where there is none; judged
    without the noise of lower levels."""
    task = replace(task, level=replace(task.level, noise=0.0))
    many = considered(task.sight, plans(task.doctrine), task.level.candidates, task.seed)
    which = kinds(many.orders, task.belief.world, task.dossier.side)
    first = evaluated(task, many, task.level.worlds, FIRST)
    there = [kind for kind in range(len(KINDS)) if (which == kind).any()]
    best = np.array([int(np.where(which == kind, first, -np.inf).argmax()) for kind in there])
    found = np.full(len(KINDS), np.nan)
    found[there] = evaluated(task, chosen(many, best), WORLDS, AGAIN)
    return found


def chosen(many: Candidates, rows: Ints) -> Candidates:
    """Return the candidates at ``rows``."""
    labels = tuple(many.label[int(row)] for row in rows)
    return Candidates(many.orders.take(rows), many.plan[rows], labels)


def of_other_type(task: Task) -> Task:
    """Return the decision of the same government with its resilience exchanged."""
    side, view = task.dossier.side, task.dossier.view
    other = replace(view, fields={**view.fields, "resilience": 1 - view.fields["resilience"]})
    dossier = replace(task.dossier, views=(*task.dossier.views[:-1], other))
    resilience = task.belief.world.resilience.copy()
    resilience[:, side] = 1 - resilience[:, side]
    world = task.belief.world.with_(resilience=resilience)
    return replace(task, dossier=dossier, belief=replace(task.belief, world=world))


def read_otherwise(task: Task) -> Task:
    """Return the decision of a government that reads its enemy the other way about: its belief p
    that the enemy is resilient is 1 - p, and so are the enemies it imagines."""
    enemy, world = 1 - task.dossier.side, task.belief.world
    belief, resilience = world.belief_resilient[:, enemy], world.resilience.copy()
    resilience[:, enemy] = 1 - resilience[:, enemy]
    shown = world.demonstrated.copy()
    shown[:, enemy] -= 2.0 * (np.log(belief) - np.log1p(-belief))
    bounds = FIELDS["demonstrated"]
    shown = np.clip(shown, bounds.low, bounds.high)
    turned = prepare(world.with_(resilience=resilience, demonstrated=shown), task.dossier.tables)
    turned = turned.with_(prices=world.prices, legal=world.legal)  # today's menu is as it was seen
    return replace(task, belief=replace(task.belief, world=turned))
