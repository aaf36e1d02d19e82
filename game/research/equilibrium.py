"""An equilibrium of a tree by counterfactual regret: no outside solver, and its error is known.

Both sides in turn raise the orders they regret not having given (regret matching+, later rounds
counting for more: Tammelin 2014, after Zinkevich et al. 2007). The average plans near an
equilibrium of the lead, which one side wins and the other loses. How near is told exactly by
``response``: the value of the tree lies between what each side is sure of.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats
from game.research.response import (
    Exploited,
    Plan,
    even_plan,
    exploited,
    reach,
    worth_of_ended,
    worth_of_orders,
)
from game.research.tree import Tree

ROUNDS = 100  # leaves the tiny campaign exploitable by less than a thousandth of a point

Totals = list[list[Floats]]
"""By level and information set: a number for each order."""


@dataclass(frozen=True)
class PlanEquilibrium:
    """Both sides' plans, and how far they can still be exploited."""

    washington: Plan
    hanoi: Plan
    error: Exploited

    @property
    def value(self) -> float:
        """Washington's lead when both play well: the middle of what the two are sure of."""
        return 0.5 * (self.error.least[WASHINGTON] - self.error.least[HANOI])


def equilibrium(tree: Tree, rounds: int = ROUNDS) -> PlanEquilibrium:
    """Return plans near an equilibrium after so many rounds."""
    regrets = [_zeros(tree, side) for side in (WASHINGTON, HANOI)]
    sums = [_zeros(tree, side) for side in (WASHINGTON, HANOI)]
    plans = [even_plan(tree, side) for side in (WASHINGTON, HANOI)]
    for number in range(rounds):
        for side in (WASHINGTON, HANOI):
            _regret(tree, side, plans, regrets[side])
            plans[side] = _matched(regrets[side])
            _remember(tree, side, plans[side], sums[side], number + 1.0)
    washington, hanoi = (_matched(sums[side]) for side in (WASHINGTON, HANOI))
    return PlanEquilibrium(washington, hanoi, exploited(tree, washington, hanoi))


def _zeros(tree: Tree, side: int) -> Totals:
    return [[np.zeros(len(known)) for known in level.known[side]] for level in tree.levels]


def _matched(totals: Totals) -> Plan:
    """Return each order's share of its information set's positive total; even where none is."""
    return tuple(tuple(_shares(total) for total in level) for level in totals)


def _shares(total: Floats) -> Floats:
    whole = total.sum()
    return np.asarray(total / whole) if whole > 0.0 else np.full(len(total), 1.0 / len(total))


def _regret(tree: Tree, side: int, plans: list[Plan], regrets: Totals) -> None:
    """Add to a side's regrets what each order would have gained over its plan, in place."""
    own, enemy = plans[side], plans[1 - side]
    chances, worth = list(reach(tree, side, enemy)), np.zeros(0)
    for depth in range(len(tree.levels) - 1, -1, -1):
        level = tree.levels[depth]
        by_order = worth_of_orders(level, side, enemy[depth], worth)
        worth = worth_of_ended(level, side)
        for war, values in by_order.items():
            number = level.sets[side][war]
            worth[war] = (values * own[depth][number]).sum()
            regrets[depth][number] += chances[depth][war] * (values - worth[war])
        regrets[depth] = [np.maximum(total, 0.0) for total in regrets[depth]]


def _remember(tree: Tree, side: int, plan: Plan, sums: Totals, weight: float) -> None:
    """Add a plan to the average, by how likely it makes each information set itself, in place."""
    for depth, likely in enumerate(reach(tree, 1 - side, plan)):
        level = tree.levels[depth]
        for war in np.flatnonzero(level.sets[side] >= 0):
            number = level.sets[side][war]
            sums[depth][number] += weight * likely[war] * plan[depth][number]
