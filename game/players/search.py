"""The search: from a dossier and a belief to orders, by imagined futures and nothing else.

First the plans a doctrine may follow, and its own order with one thing changed, are played forward
against the enemy as believed; then the best few, and the best changes laid over them, meet the
enemy's possible doctrines in a matrix, cell by cell over the same imagined wars with the same luck:
sequential halving in two rounds, because a batch of the rulebook's ``resolve`` is cheapest wide.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import Floats, Ints
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.engine.sight import Sight, sight_of
from game.engine.world import take
from game.players import candidates as options
from game.players.base import draws, wide
from game.players.belief_state import Belief
from game.players.candidates import Candidates
from game.players.choice import anchored, cautious, drawn, regret_matching
from game.players.doctrines import Doctrine
from game.players.levels import Level
from game.players.rollout import Stage, futures_by_quarter, spread_over
from game.players.slices import Slices, whole
from game.players.tempers import enemy_tempers, mixed, plans, policy_of


@dataclass(frozen=True)
class SearchVerdict:
    """What a search came to: the finalists, their worth in points of score, the mixture over them
    and the one drawn; the enemy's mixture over its doctrines."""

    finalists: Candidates
    worth: Floats
    mixture: Floats
    chosen: int
    enemy: Floats
    imagined: int

    @property
    def orders(self) -> SideOrders:
        """The orders drawn."""
        return self.finalists.orders.take([self.chosen])


@dataclass(frozen=True)
class Task:
    """One decision: who decides, from what, and how hard it may think."""

    dossier: Dossier
    belief: Belief
    doctrine: Doctrine
    level: Level
    seed: int

    @property
    def sight(self) -> Sight:
        """Today's sight."""
        return sight_of(self.dossier)

    def stage(self, worlds: int, salt: int) -> tuple[Stage, Ints]:
        """Return ``worlds`` starts drawn from the belief, and the enemy's doctrine in each."""
        chosen = self.belief.sample(worlds)
        left = self.dossier.tables.quarters - self.dossier.quarter
        seeds = np.arange(worlds, dtype=np.int64) + (self.seed % (1 << 30)) * 4096 + salt * 1024
        world = take(self.belief.world, chosen)
        horizon = max(min(self.level.horizon, left), 1)
        stage = Stage(self.belief.side, world, seeds, horizon, self.dossier.tables)
        return stage, self.belief.doctrine[chosen]


def search(task: Task) -> SearchVerdict:
    """Return the verdict of one decision."""
    return whole(searching(task))


def searching(task: Task) -> Slices[SearchVerdict]:
    """Return the verdict of one decision, in slices."""
    many = options.considered(task.sight, plans(task.doctrine), task.level.candidates, task.seed)
    yield
    worth = yield from evaluating(task, many, task.level.worlds, 1)
    verdict = yield from decided(task, finalists(task, many, worth))
    return verdict


def evaluated(task: Task, many: Candidates, worlds: int, salt: int) -> Floats:
    """Return (C,) what each candidate is worth to the doctrine against the enemy as believed."""
    return whole(evaluating(task, many, worlds, salt))


def evaluating(task: Task, many: Candidates, worlds: int, salt: int) -> Slices[Floats]:
    """Return ``evaluated``, in slices."""
    stage, enemy_doctrine = task.stage(worlds, salt)
    which, starts = spread_over(len(many), worlds)
    own = policy_of(mixed(plans(task.doctrine), many.plan[which]))
    enemy = policy_of(mixed(enemy_tempers(stage.side), enemy_doctrine[starts]))
    played = futures_by_quarter(stage, many.orders.take(which), own, enemy, starts)
    found = yield from played
    samples = task.doctrine.tasted(found[:, stage.side]).reshape(len(many), worlds)
    return cautious(samples, task.doctrine.caution) + misjudged(task, len(many), salt)


def misjudged(task: Task, count: int, salt: int) -> Floats:
    """Return (C,) points by which this level misjudges each candidate, from its own seed."""
    if task.level.noise == 0.0:
        return np.zeros(count)
    seeds = np.arange(count, dtype=np.int64) + (task.seed % (1 << 30)) * 64
    even = draws(seeds, task.dossier.quarter * 8 + salt, 12)
    return np.asarray(task.level.noise * (even.sum(axis=1) - 6.0))  # twelve evens make a normal


def finalists(task: Task, many: Candidates, worth: Floats) -> Candidates:
    """Return the orders that meet in the matrix: the best few, and the best changes laid over the
    best plan and over each other."""
    ranked = [int(i) for i in np.argsort(-worth, kind="stable")]
    kept = [_row(many, i) for i in ranked[: task.level.finalists]]
    best, base = ranked[0], many.orders.take([0])
    changes = [i for i in ranked if many.changed[i] and i != best][:2]
    for place, change in enumerate(changes):
        orders = options.blended(
            base, many.orders.take([best]), many.orders.take([change]), task.sight
        )
        label = f"{many.label[best]}, {many.label[change]}"
        kept.insert(2 * place + 1, (orders, int(many.plan[best]), label))
    return options.distinct(kept, task.level.finalists)


def _row(many: Candidates, index: int) -> tuple[SideOrders, int, str]:
    return many.orders.take([index]), int(many.plan[index]), many.label[index]


def decided(task: Task, many: Candidates) -> Slices[SearchVerdict]:
    """Return the choice among the finalists over the matrix with the enemy's doctrines."""
    own, enemy = yield from matrix(task, many)
    known = len(enemy_tempers(task.belief.side))
    believed = np.bincount(task.belief.doctrine, weights=task.belief.weight, minlength=known)
    mix_own, mix_enemy = regret_matching(own, enemy)
    yield
    against = (1.0 - task.level.foresight) * believed + task.level.foresight * mix_enemy
    worth = (own * against).sum(axis=1) + misjudged(task, len(many), 3)
    doctrine = policy_of(task.doctrine.temper).decide_batch(task.sight, wide([task.seed]))
    anchor = 0.5 * many.prior(doctrine) + 0.5 * mix_own
    mixture = anchored(anchor, worth, task.level.temperature)
    chance = float(draws(wide([task.seed]), task.dossier.quarter * 8 + 5, 1)[0, 0])
    return SearchVerdict(many, worth, mixture, drawn(mixture, chance), against, task.level.budget)


def matrix(task: Task, many: Candidates) -> Slices[tuple[Floats, Floats]]:
    """Return payoffs (C, B) to the own side and to the enemy, for candidates by enemy doctrine."""
    worlds, known = task.level.cell, len(enemy_tempers(task.belief.side))
    stage, _ = task.stage(worlds, 3)
    cells, starts = spread_over(len(many) * known, worlds)
    which, theirs = cells // known, cells % known
    own = policy_of(mixed(plans(task.doctrine), many.plan[which]))
    enemy = policy_of(mixed(enemy_tempers(stage.side), theirs))
    played = futures_by_quarter(stage, many.orders.take(which), own, enemy, starts)
    found = yield from played
    shape = (len(many), known, worlds)
    own_worth = task.doctrine.tasted(found[:, stage.side]).reshape(shape)
    enemy_worth = found[:, 1 - stage.side].sum(axis=1).reshape(shape)
    mine = np.stack([cautious(row, task.doctrine.caution) for row in own_worth])
    return mine, np.asarray(enemy_worth.mean(axis=2))
