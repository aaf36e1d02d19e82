"""Does the war tell the story that the rule tells? Rolling out both postures from random states.

From each state four futures are played with the real rulebook, for a sender of each type: it is
open or closed, and its enemy escalates or holds. What the sender ends with is laid beside the
posture game's payoffs: talks ``v``, duress ``k``, the war going on ``w`` and the war under
escalation ``r w``. Only the order of the four counts, and only of pairs the rule tells apart.

After two quarters a sender that talks settles at the terms that leverage makes likely; one that
does not is escalated against, or not, for four, and fights on for four more by the orders that
stand; what it holds then is what the war was worth. Worth is counted in aims, as in the rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.engine import ladders
from game.engine.board import HANOI, SETTLED, SIDES, WASHINGTON, Floats, Ints
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM, slot_of
from game.engine.luck import draw
from game.engine.many import resolve_many
from game.engine.menu import within_means
from game.engine.orders import SideOrders, join, standing
from game.engine.resolve import prepare
from game.engine.rules.ending import hazards
from game.engine.score import scored
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, take

AT_TABLE = 2  # quarters after which a sender that talks settles
FORCED, AFTER = 4, 4  # quarters in which the enemy escalates or holds, and of the war after it
CELLS: Final = ("talks", "duress", "war", "pressed")
"""Open and held, open and escalated against, closed and held, closed and escalated against."""
PAYOFFS: Final = (
    {"talks": 0.65, "duress": 0.20, "war": 0.45, "pressed": 0.1125},
    {"talks": 0.65, "duress": 0.20, "war": 0.50, "pressed": 0.375},
)
"""The rule's base values for a low and a high type (docs/theory.md); w r is .45 x .25, .5 x .75."""


@dataclass(frozen=True)
class Ranking:
    """How one sender's futures rank: ``ends`` (N, 2, 4), by type and cell, mean score 0..100."""

    side: int
    ends: Floats

    def agreements(self) -> Floats:
        """Return (N, 2, 6) 1 where the war ranks a pair of cells as the rule does."""
        pairs = [(a, b) for a in range(4) for b in range(a + 1, 4)]
        found = np.zeros((*self.ends.shape[:2], len(pairs)))
        for kind, payoffs in enumerate(PAYOFFS):
            worth = [payoffs[cell] for cell in CELLS]
            for place, (a, b) in enumerate(pairs):
                gap = self.ends[:, kind, a, 0] - self.ends[:, kind, b, 0]
                found[:, kind, place] = (gap > 0) == (worth[a] > worth[b])
        return found


def random_states(start: World, tables: Tables, count: int, seed: int) -> World:
    """Return ``count`` states from the middle of wars of random legal orders, types drawn anew.

    Between the fourth and the last but ten of the campaign's quarters, or the last before in which
    nobody is already falling: a state that collapses whatever is said has nothing to rank.
    """
    generator = np.random.default_rng(seed)
    world = take(start, np.zeros(count, dtype=np.int64))
    types = generator.integers(0, 2, (2, count, 2))
    world = prepare(world.with_(resilience=types[0], nerve=types[1]), tables)
    stop = generator.integers(4, max(5, tables.quarters - 10), count)
    seeds, kept = generator.integers(0, 2**62, count), world
    for quarter in range(int(stop.max())):
        orders = join(*(wander(world, side, generator) for side in (WASHINGTON, HANOI)))
        world = resolve_many(
            world, orders, events_at(tables, world.quarter), draw(seeds, quarter), tables
        )
        sound = world.running & (hazards(world, tables) == 0.0).all(axis=1)
        kept = pick(sound & (quarter < stop), world, kept)
    return kept


def pick(condition: Ints, yes: World, no: World) -> World:
    """Return ``yes`` where ``condition`` (N,) holds, ``no`` elsewhere."""
    chosen = {}
    for name in FIELDS:
        new, old = getattr(yes, name), getattr(no, name)
        chosen[name] = np.where(condition.reshape((-1,) + (1,) * (new.ndim - 1)), new, old)
    return World(**chosen)


def wander(world: World, side: int, generator: np.random.Generator) -> SideOrders:
    """Return legal orders that change about a third of the ladders by chance."""
    base = standing(world.in_force[:, side], np.zeros(len(world), dtype=np.int64))
    step = generator.integers(-1, 2, base.rungs.shape) * (generator.random(base.rungs.shape) < 0.5)
    tops = np.array(
        [
            len(ladders.ladder_of_slot(side, slot)[0].rungs) - 1 if ladders.USED[side, slot] else 0
            for slot in range(ladders.L)
        ]
    )
    rungs = np.clip(base.rungs + step, 0, tops)
    troops = np.zeros(len(world))
    if side == WASHINGTON:
        usual = np.array(ladders.TROOPS_USUAL)[rungs[:, slot_of(WASHINGTON, "troops")]]
        troops = np.maximum(np.minimum(usual, world.reserve), -world.troops)
    orders = replace(base, rungs=rungs, troops=troops)
    return within_means(
        orders,
        side,
        world.prices[:, side],
        world.legal[:, side],
        world.in_force[:, side],
        world.capital[:, side],
    )


def rank(states: World, tables: Tables, side: int, lucks: int, seed: int) -> Ranking:
    """Return how the four futures end for ``side`` as sender, by type, from each state."""
    count = len(states)
    ends = np.zeros((count, 2, len(CELLS), 2))
    for kind in (0, 1):
        resilience = states.resilience.copy()
        resilience[:, side] = kind
        typed = states.with_(resilience=resilience)
        many = take(typed, np.repeat(np.arange(count), lucks))
        seeds = np.arange(len(many), dtype=np.int64) + seed * 1_000_003
        for place, cell in enumerate(CELLS):
            got = play_out(many, tables, side, cell, seeds)
            ends[:, kind, place] = got.reshape(count, lucks, 2).mean(axis=1)
    return Ranking(side, ends)


def play_out(world: World, tables: Tables, side: int, cell: str, seeds: Ints) -> Floats:
    """Return (N,) the score of ``side`` at the end of one future."""
    talks, pressed = cell in ("talks", "duress"), cell in ("duress", "pressed")
    first = int(world.quarter.max())
    for quarter in range(AT_TABLE if talks else FORCED + AFTER):
        forced = quarter < FORCED
        own = posed(quiet(world, side), side, talks)
        enemy = posed(answer(world, 1 - side, pressed and forced), 1 - side, True)
        pair = (own, enemy) if side == WASHINGTON else (enemy, own)
        luck = draw(seeds, first + quarter)
        world = resolve_many(world, join(*pair), events_at(tables, world.quarter), luck, tables)
    if talks:
        at_table = np.where(world.running, SETTLED, world.ended)
        world = world.with_(ended=at_table, settlement=world.expected)
    got = scored(world, tables)
    return np.stack([got.aims[:, side], got.total[:, side]], axis=1)


def quiet(world: World, side: int) -> SideOrders:
    """Return the side's standing orders: the war goes on as it is."""
    return standing(world.in_force[:, side], np.zeros(len(world), dtype=np.int64))


def posed(orders: SideOrders, side: int, is_open: bool) -> SideOrders:
    """Return the orders with the posture set: open talks, or refusal."""
    rungs = orders.rungs.copy()
    rungs[:, slot_of(side, "posture")] = OPEN_FROM + 1 if is_open else 0
    return replace(orders, rungs=rungs)


def answer(world: World, side: int, escalates: bool) -> SideOrders:
    """Return the enemy's orders: it raises its ladders of war step by step, or holds."""
    orders = quiet(world, side)
    if not escalates:
        return orders
    rungs, troops = orders.rungs.copy(), orders.troops.copy()
    if side == WASHINGTON:
        for name in ("bombing", "line", "trail"):
            slot = slot_of(side, name)
            top = len(ladders.LADDER[side][name].rungs) - 1
            rungs[:, slot] = np.minimum(rungs[:, slot] + 1, top)
        troops = np.minimum(30.0, world.reserve)
        rungs[:, slot_of(side, "troops")] = np.where(
            troops > 0, ladders.TroopMoves.IN, ladders.TroopMoves.HOLD
        )
    else:
        place = ladders.SLOTS[HANOI]["effort"]
        rungs[:, place] = np.minimum(rungs[:, place] + 1, ladders.Effort.MAIN_FORCE)
        slot = slot_of(side, "infiltration")
        rungs[:, slot] = np.minimum(rungs[:, slot] + 1, ladders.Infiltration.SURGE)
    return replace(orders, rungs=rungs, troops=troops)


def summary(rankings: list[Ranking]) -> dict[str, object]:
    """Return the shares of agreement, in all and by side, type and pair of cells."""
    names = [f"{CELLS[a]} / {CELLS[b]}" for a in range(4) for b in range(a + 1, 4)]
    rows, every = {}, []
    for ranking in rankings:
        agreed = ranking.agreements()
        every.append(agreed)
        for kind, word in enumerate(("low", "high")):
            rows[f"{SIDES[ranking.side]}, {word}"] = {
                "pairs": named(names, agreed[:, kind].mean(axis=0).round(3)),
                "mean": named(CELLS, ranking.ends[:, kind, :, 0].mean(axis=0).round(1)),
            }
    together = np.stack(every)
    by_state = together.mean(axis=(0, 2, 3))
    return {
        "agreement": round(float(together.mean()), 4),
        "states_at_nine_of_ten": round(float((by_state >= 0.9).mean()), 4),
        "pressed": {SIDES[ranking.side]: pressed(ranking) for ranking in rankings},
        "senders": rows,
    }


def pressed(ranking: Ranking) -> dict[str, float]:
    """Return the aims, of 60 points, that a closed sender under escalation ends with, low and high,
    and how far apart the two end: what its type decides once it is pressed."""
    low, high = ranking.ends[:, :, CELLS.index("pressed"), 0].mean(axis=0)
    return {
        "low": round(float(low), 2),
        "high": round(float(high), 2),
        "apart": round(float(high - low), 2),
    }


def named(names: Sequence[str], values: Floats) -> dict[str, float]:
    """Return the values by name."""
    return dict(zip(names, values.tolist(), strict=True))
