"""Belief: weighted particles of what a side cannot see, carried from quarter to quarter.

Each particle is an imagined war and a doctrine the enemy may follow. A quarter is played forward by
the rulebook itself, with the side's own orders and the enemy's public ones as they were seen, its
secret ones as the particle's doctrine would give them; then the particle is weighed by how well it
foretold the side's new papers, and what the side now sees is copied into it. Particles are drawn
anew when the weights grow lopsided, and a few fresh guesses are always among them.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.engine.board import WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier
from game.engine.escalation import escalation
from game.engine.events import events_at
from game.engine.imagine import hidden_part, imagine
from game.engine.ladders import PUBLIC
from game.engine.luck import draw
from game.engine.many import resolve_told
from game.engine.orders import NO_TERMS, Orders, SideOrders, join
from game.engine.sight import imagined_look
from game.engine.tables import Tables
from game.engine.view import Report, View
from game.engine.world import World
from game.players import heard, likelihood
from game.players.base import repeat
from game.players.guesses import Dice, guess
from game.players.slices import Slices, whole
from game.players.tempers import enemy_tempers, mixed, policy_of

FRESH = 0.02  # share of particles guessed anew each quarter; plain filters collapse
JITTER = 0.05  # lognormal, on what is continuous, when particles are drawn anew
JITTERED = ("main_force", "guerrillas", "manpower", "reserve", "arvn", "cohesion", "quality")
ODDS_JITTERED = ("demonstrated", "postured", "nerved", "dissent", "expected")
ODDS_JITTER = 0.06  # log-odds or positions


@dataclass(frozen=True)
class Belief:
    """What one side thinks at the start of a quarter.

    ``world``: N imagined worlds; ``doctrine`` (N,) which of ``enemy_tempers`` each enemy follows;
    ``weight`` (N,) sums to 1.
    """

    side: int
    world: World
    doctrine: Ints
    weight: Floats

    def __len__(self) -> int:
        return len(self.weight)

    def mean(self, values: Floats) -> float:
        """Return the weighted mean of ``values`` (N,)."""
        return float((self.weight * values).sum())

    def quantile(self, values: Floats, share: float) -> float:
        """Return the weighted quantile of ``values`` (N,)."""
        order = np.argsort(values, kind="stable")
        reached = np.cumsum(self.weight[order])
        return float(values[order][min(int(np.searchsorted(reached, share)), len(order) - 1)])

    def sample(self, count: int) -> Ints:
        """Return (count,) indices of particles, spread evenly over the weights."""
        points = (np.arange(count) + 0.5) / count
        places = np.searchsorted(np.cumsum(self.weight), points)
        return np.minimum(places, len(self) - 1).astype(np.int64)


def first_belief(view: View, tables: Tables, particles: int, seed: int) -> Belief:
    """Return the belief at the first view of a war: guesses, every doctrine as likely."""
    dice = Dice(seed, view.quarter, particles)
    world = imagine(view, guess(view, tables, dice), tables)
    known = len(enemy_tempers(view.side))
    return Belief(
        view.side,
        world,
        np.arange(particles, dtype=np.int64) % known,
        np.full(particles, 1.0 / particles),
    )


def belief_from(dossier: Dossier, particles: int, seed: int) -> Belief:
    """Return today's belief, read from the whole dossier."""
    return whole(reading(dossier, particles, seed))


def reading(dossier: Dossier, particles: int, seed: int) -> Slices[Belief]:
    """Return ``belief_from``, in slices."""
    belief = first_belief(dossier.views[0], dossier.tables_at(0), particles, seed)
    yield
    for played in range(len(dossier.reports)):
        belief = yield from going_on(belief, dossier, played, seed)
    return belief


def next_belief(belief: Belief, dossier: Dossier, played: int, seed: int) -> Belief:
    """Return the belief after the ``played``-th quarter of the dossier, 0 the first."""
    return whole(going_on(belief, dossier, played, seed))


def going_on(belief: Belief, dossier: Dossier, played: int, seed: int) -> Slices[Belief]:
    """Return ``next_belief``, in slices."""
    view, told = dossier.views[played + 1], dossier.reports[played]
    tables = dossier.tables_at(played + 1)
    world = belief.world.with_(ended=np.zeros(len(belief), dtype=np.int64))
    own = repeat(dossier.orders[played], len(belief))
    theirs, foreseen = enemy_orders(belief, world, view, told, tables)
    orders = join(*((own, theirs) if dossier.side == WASHINGTON else (theirs, own)))
    dice = Dice(seed, view.quarter, len(belief))
    luck = draw(dice.seeds, view.quarter)
    yield
    after, outcome = resolve_told(world, orders, events_at(tables, world.quarter), luck, tables)
    yield
    told_by = _told(belief, world, orders, foreseen, view)
    told_by = told_by + likelihood.estimates(after, outcome, view, tables)
    told_by = told_by + likelihood.terms(after, view, tables)
    told_by = told_by + likelihood.events_of_war(outcome, told)
    told_by = told_by + likelihood.prices(after, view)
    enemy = 1 - dossier.side
    if int(view.tabled_in[enemy]) == told.quarter:
        told_by = told_by + likelihood.package(after, enemy, view.tabled[enemy], tables)
    told_by = told_by + heard.card(world, after, view)
    weight = reweighed(belief.weight, told_by)
    particles = hidden_part(after, dossier.side)
    carried = replace(belief, weight=weight)
    particles, carried = renewed(particles, carried, view, tables, dice)
    yield
    world = imagine(view, particles, tables)
    yield
    return replace(carried, world=world)


def _told(belief: Belief, world: World, orders: Orders, foreseen: SideOrders, view: View) -> Floats:
    """Return what the enemy's acts tell about its types and its doctrine."""
    enemy = 1 - belief.side
    shown = view.acts[enemy]
    climbed = escalation(world, orders)[:, enemy]
    posture = int(orders.postures[0, enemy])
    told = likelihood.posture(world, enemy, posture) + likelihood.answer(world, enemy, climbed)
    return told + likelihood.doctrine(foreseen.rungs, shown, enemy)


def enemy_orders(
    belief: Belief, world: World, view: View, told: Report, tables: Tables
) -> tuple[SideOrders, SideOrders]:
    """Return the enemy's orders of the quarter as each particle has them, and as its doctrine
    foresaw them: public rungs, men and terms as they were seen, the rest by the doctrine."""
    enemy = 1 - belief.side
    policy = policy_of(mixed(enemy_tempers(belief.side), belief.doctrine))
    foreseen = policy.decide_batch(imagined_look(world, enemy, tables), belief.doctrine)
    shown = view.acts[enemy]
    rungs = np.where(PUBLIC[enemy] & (shown >= 0), shown, foreseen.rungs)
    troops = foreseen.troops
    if enemy == WASHINGTON:
        troops = np.full(len(belief), told.sent - told.withdrawn)
    fresh = int(view.tabled_in[enemy]) == told.quarter
    terms = np.full_like(foreseen.terms, NO_TERMS)
    terms[:] = view.tabled[enemy] if fresh else NO_TERMS
    signed = np.zeros(len(belief), dtype=np.int64)
    return SideOrders(rungs, troops, foreseen.channel, terms, signed), foreseen


def reweighed(weight: Floats, told: Floats) -> Floats:
    """Return the weights after a quarter's evidence, summing to 1."""
    odds = np.log(np.maximum(weight, 1e-300)) + told
    grown = np.exp(odds - odds.max())
    return np.asarray(grown / grown.sum())


def renewed(
    particles: dict[str, Any], belief: Belief, view: View, tables: Tables, dice: Dice
) -> tuple[dict[str, Any], Belief]:
    """Return particles drawn anew where the weights have grown lopsided, with a few fresh ones.

    Drawn anew when the effective number falls below half: evenly over the weights, with jitter.
    """
    count = len(belief)
    if 1.0 / np.square(belief.weight).sum() >= 0.5 * count:
        return particles, belief
    chosen = belief.sample(count)
    drawn = {name: values[chosen] for name, values in particles.items()}
    drawn = _jittered(drawn, dice)
    fresh = guess(view, tables, dice)
    new = np.arange(count) >= count - max(int(FRESH * count), 1)
    for name, values in drawn.items():
        spread = new.reshape((-1,) + (1,) * (values.ndim - 1))
        drawn[name] = np.where(spread, fresh[name], values)
    known = len(enemy_tempers(belief.side))
    doctrine = np.where(new, np.arange(count, dtype=np.int64) % known, belief.doctrine[chosen])
    even = np.full(count, 1.0 / count)
    return drawn, replace(belief, doctrine=doctrine, weight=even)


def _jittered(particles: dict[str, Any], dice: Dice) -> dict[str, Any]:
    """Return particles moved a little, so that copies part ways."""
    moved = dict(particles)
    for name in JITTERED:
        if name in moved:
            shape = moved[name].shape[1:]
            moved[name] = moved[name] * np.exp(JITTER * dice.normal(*shape))
    for name in ODDS_JITTERED:
        if name in moved:
            shape = moved[name].shape[1:]
            moved[name] = moved[name] + ODDS_JITTER * dice.normal(*shape)
    return moved
