"""Forecasts: what imagined worlds say of five questions, as weighted samples.

read    how the enemy reads this side: its belief that the side is highly resilient, 0..1
next    what the enemy does next quarter: Hanoi's men down the trail, or American men in
        country at the quarter's end; thousands
cost    this side's dead next quarter under the orders in question; men
terms   the terms the balance makes likely: the mean position of the five issues, 0..3
score   the enemy's score, were the war to stand as it is; points
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats
from game.engine.dossier import Dossier
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM, Effort, HomeFront, MessageKind
from game.engine.luck import draw
from game.engine.many import resolve_told
from game.engine.orders import Orders, SideOrders, join
from game.engine.resolve import Outcome
from game.engine.score import score
from game.engine.sight import imagined_look
from game.engine.tables import Tables
from game.engine.world import World
from game.players.base import repeat
from game.players.belief_state import Belief
from game.players.slices import Slices, whole
from game.players.tempers import enemy_tempers, mixed, policy_of

FULL = 1.0  # the degree of an escalation that is none of what merely goes on
STRANGE = 0.3  # how far an enemy is no doctrine's; Calibrated: Brier's score, record and six wars
USUAL = 0.3  # how often any one act is done a quarter; Calibrated: the same
QUESTIONS = ("read", "next", "cost", "terms", "score")


@dataclass(frozen=True)
class Forecast:
    """What the imagined worlds say: (N,) samples by question, and what the enemy does in each this
    quarter: whether it is open, how far it escalates, whether it sends an offer, and whether it
    mounts a general offensive or sends men."""

    belief: Belief
    samples: dict[str, Floats]
    opens: Floats
    climbs: Floats
    offers: Floats
    shows: Floats


def forecast(belief: Belief, dossier: Dossier, orders: SideOrders, seed: int) -> Forecast:
    """Return the forecast for the quarter, were ``orders`` (one war) given."""
    return whole(forecasting(belief, dossier, orders, seed))


def forecasting(
    belief: Belief, dossier: Dossier, orders: SideOrders, seed: int
) -> Slices[Forecast]:
    """Return ``forecast``, in slices."""
    side, enemy, tables = dossier.side, 1 - dossier.side, dossier.tables
    world = belief.world
    policy = policy_of(mixed(enemy_tempers(side), belief.doctrine))
    theirs = policy.decide_batch(imagined_look(world, enemy, tables), belief.doctrine)
    own = repeat(orders, len(belief))
    both = join(*((own, theirs) if side == WASHINGTON else (theirs, own)))
    luck = draw(np.arange(len(belief), dtype=np.int64) + seed * 4096, dossier.quarter)
    yield
    after, outcome = resolve_told(world, both, events_at(tables, world.quarter), luck, tables)
    yield
    samples = {
        "read": world.belief_resilient[:, side],
        "next": next_move(after, outcome, side),
        "cost": own_dead(outcome, side),
        "terms": world.expected.mean(axis=1),
        "score": score(world, tables)[:, enemy],
    }
    opens = (both.postures[:, enemy] >= OPEN_FROM).astype(np.float64)
    offers = (both.rung(enemy, "message") == MessageKind.OFFER).astype(np.float64)
    return Forecast(
        belief,
        samples,
        opens,
        outcome.escalation[:, enemy],
        offers,
        demonstrating(world, both, enemy),
    )


def demonstrating(world: World, orders: Orders, side: int) -> Floats:
    """Return (N,) 1 where a side mounts what only the resilient can keep up: Hanoi a general
    offensive, Washington a reinforcement or a call-up of the reserves."""
    if side == HANOI:
        shown = (orders.rungs_by_corps(HANOI, "effort") == Effort.OFFENSIVE).any(axis=1)
    else:
        called = (orders.rung(WASHINGTON, "home") == HomeFront.RESERVES) & (
            world.reserves_called == 0
        )
        shown = (orders.troops > 0) | called
    return shown.astype(np.float64)


def chances(told: Forecast, belief: Belief) -> dict[str, float]:
    """Return by act the chance, 0..1, that the enemy does it this quarter, as ``belief`` weighs the
    imagined worlds: what people may forecast, machines and advisers are asked too."""
    acts = {
        "open": told.opens,
        "escalate": (told.climbs >= FULL).astype(np.float64),
        "offer": told.offers,
        "demonstrate": told.shows,
    }
    return {act: hedged(belief.mean(values)) for act, values in acts.items()}


def hedged(chance: float) -> float:
    """Return a chance that the known doctrines give, allowing for an enemy who follows none."""
    return float(np.clip((1.0 - STRANGE) * chance + STRANGE * USUAL, 0.0, 1.0))


def next_move(after: World, outcome: Outcome, side: int) -> Floats:
    """Return (N,) what the enemy of ``side`` did in a quarter, thousands of men."""
    return outcome.moved.infiltrated if side == WASHINGTON else after.troops


def own_dead(outcome: Outcome, side: int) -> Floats:
    """Return (N,) the dead of ``side`` in a quarter, men."""
    fought = outcome.fought
    dead = fought.hanoi_deaths if side == HANOI else fought.us_deaths
    return dead.astype(np.float64)


def truths(
    world: World, after: World, outcome: Outcome, side: int, tables: Tables
) -> dict[str, float]:
    """Return the answers to the five questions in a real war, for whoever may see it all: the
    debrief and the measure of the advisers."""
    return {
        "read": float(world.belief_resilient[0, side]),
        "next": float(next_move(after, outcome, side)[0]),
        "cost": float(own_dead(outcome, side)[0]),
        "terms": float(world.expected[0].mean()),
        "score": float(score(world, tables)[0, 1 - side]),
    }
