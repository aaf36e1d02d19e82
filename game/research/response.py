"""What a policy is worth on a tree, and the best answer to it, exactly, by backward induction.

A plan of a side has a row of probabilities for each of its information sets. Payoffs are the lead:
a side's score less its enemy's, so that one side's loss is the other's gain.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.players.base import Player
from game.research.tree import LUCKS, InformationSet, Tree, TreeLevel

Plan = tuple[tuple[Floats, ...], ...]
"""By level and information set: the probability of each order."""


def plan_of(tree: Tree, side: int, player: Player) -> Plan:
    """Return what a player of the game orders from each dossier of the tree.

    Its rungs are matched with the tree's orders; what it adds at the table is the tree's own rule.
    """
    return tuple(
        tuple(_pure(known, player) for known in level.known[side]) for level in tree.levels
    )


def _pure(known: InformationSet, player: Player) -> Floats:
    wanted = player.decide(known.dossier).rungs[0]
    same = (known.orders.rungs == wanted).all(axis=1)
    assert same.any(), "a player may order only what is on offer and can be paid"
    return same.astype(np.float64)


def even_plan(tree: Tree, side: int) -> Plan:
    """Return the plan that draws evenly among the orders of every information set."""
    return tuple(
        tuple(np.full(len(known), 1.0 / len(known)) for known in level.known[side])
        for level in tree.levels
    )


@dataclass(frozen=True)
class BestAnswer:
    """The best answer of a side to its enemy's plan: the plan, and the lead it has on average."""

    plan: Plan
    lead: float


def best_answer(tree: Tree, side: int, enemy: Plan) -> BestAnswer:
    """Return the plan of ``side`` that gains most against ``enemy``, and what it gains.

    From the last quarter to the first, each information set takes the order with the highest
    mean over its wars, weighed by how likely chance and the enemy bring them about.
    """
    chances = list(reach(tree, side, enemy))
    worth, plan = np.zeros(0), list[tuple[Floats, ...]]()
    for level, chance, theirs in zip(
        reversed(tree.levels), reversed(chances), reversed(enemy), strict=True
    ):
        by_order = worth_of_orders(level, side, theirs, worth)
        totals = [np.zeros(len(known)) for known in level.known[side]]
        for war, values in by_order.items():
            totals[level.sets[side][war]] += chance[war] * values
        best = [int(total.argmax()) for total in totals]
        plan.append(
            tuple(_one_of(len(total), choice) for total, choice in zip(totals, best, strict=True))
        )
        worth = worth_of_ended(level, side)
        for war, values in by_order.items():
            worth[war] = values[best[level.sets[side][war]]]
    return BestAnswer(tuple(reversed(plan)), float((chances[0] * worth).sum()))


def lead(tree: Tree, washington: Plan, hanoi: Plan) -> float:
    """Return Washington's lead on average when both follow their plans."""
    worth = np.zeros(0)
    for level, own, theirs in zip(
        reversed(tree.levels), reversed(washington), reversed(hanoi), strict=True
    ):
        by_order = worth_of_orders(level, WASHINGTON, theirs, worth)
        worth = worth_of_ended(level, WASHINGTON)
        for war, values in by_order.items():
            worth[war] = (values * own[level.sets[WASHINGTON][war]]).sum()
    return float((_chances(tree) * worth).sum())


def _chances(tree: Tree) -> Floats:
    return np.array([float(chance) for chance in tree.chances])


def _one_of(count: int, choice: int) -> Floats:
    made = np.zeros(count)
    made[choice] = 1.0
    return made


def worth_of_ended(level: TreeLevel, side: int) -> Floats:
    """Return (N,) the side's lead in every war, which counts where the war has ended."""
    return level.points[:, side] - level.points[:, 1 - side]


def _running(level: TreeLevel) -> Ints:
    return np.flatnonzero(level.sets[0] >= 0)


def worth_of_orders(
    level: TreeLevel, side: int, enemy: tuple[Floats, ...], later: Floats
) -> dict[int, Floats]:
    """Return, by running war, what each of the side's orders is worth against the enemy's plan.

    ``later`` holds the worth of the next level's wars.
    """
    found = {}
    for war in _running(level):
        washington, hanoi = level.both(war)
        first, count = level.first[war], len(washington) * len(hanoi) * len(LUCKS)
        pairs = later[first : first + count].reshape(len(washington), len(hanoi), -1).mean(axis=2)
        mixed = enemy[level.sets[1 - side][war]]
        pairs = pairs if side == WASHINGTON else pairs.T
        found[int(war)] = (pairs * mixed).sum(axis=1)
    return found


def reach(tree: Tree, side: int, enemy: Plan) -> Iterator[Floats]:
    """Yield, by level, (N,) the chance of each war by luck, types and the enemy's orders, were the
    side itself always to order what leads there."""
    chance = _chances(tree)
    for depth, level in enumerate(tree.levels):
        yield chance
        if depth + 1 == len(tree.levels):
            return
        following = np.zeros(len(tree.levels[depth + 1]))
        for war in _running(level):
            mixed = enemy[depth][level.sets[1 - side][war]]
            washington, hanoi = level.both(war)
            shape = (len(washington), len(hanoi), len(LUCKS))
            spread = mixed[None, :, None] if side == WASHINGTON else mixed[:, None, None]
            first = level.first[war]
            share = np.broadcast_to(chance[war] * spread / len(LUCKS), shape)
            following[first : first + share.size] = share.reshape(-1)
        chance = following


@dataclass(frozen=True)
class Exploited:
    """How far a pair of plans can be exploited, in points of the lead.

    ``lead``: Washington's when both follow their plans. ``gains``: by side, what its best answer to
    the other's plan gains over its own plan. ``least``: by side, its lead against the enemy's best
    answer.
    """

    lead: float
    gains: tuple[float, float]
    least: tuple[float, float]

    @property
    def exploitability(self) -> float:
        """Half of both gains together; nought in an equilibrium."""
        return 0.5 * sum(self.gains)


def exploited(tree: Tree, washington: Plan, hanoi: Plan) -> Exploited:
    """Return how far a pair of plans can be exploited."""
    ahead = lead(tree, washington, hanoi)
    on_hanoi = best_answer(tree, WASHINGTON, hanoi).lead
    on_washington = best_answer(tree, HANOI, washington).lead
    gains = (on_hanoi - ahead, on_washington + ahead)
    return Exploited(ahead, gains, (-on_washington, -on_hanoi))
