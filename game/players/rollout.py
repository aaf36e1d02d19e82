"""Imagined futures: candidates played forward in one batch of the rulebook, with common luck."""

from dataclasses import dataclass

import numpy as np

from game.engine.board import WASHINGTON, Floats, Ints
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.many import Play, play_on, resolve_many
from game.engine.orders import SideOrders, join
from game.engine.sight import imagined_look
from game.engine.tables import Tables
from game.engine.world import World, take
from game.players.base import Policy
from game.players.slices import Slices, whole
from game.players.values import worth


@dataclass(frozen=True)
class Stage:
    """What all candidates share: ``world`` the imagined starts (M), the enemy's policy and the
    seeds of the imagined luck (M), the horizon in quarters, and the tables cut at today."""

    side: int
    world: World
    seeds: Ints
    horizon: int
    tables: Tables


def futures(stage: Stage, first: SideOrders, own: Policy, enemy: Policy, starts: Ints) -> Floats:
    """Return (B, S, 2) the points for aims and for people that B imagined wars come to.

    War b starts from world ``starts[b]`` of the stage with its luck, ``first`` (B) being the own
    side's orders of the first quarter; ``own`` and ``enemy`` go on from there. The same start has
    the same luck whatever is ordered.
    """
    return whole(futures_by_quarter(stage, first, own, enemy, starts))


def futures_by_quarter(
    stage: Stage, first: SideOrders, own: Policy, enemy: Policy, starts: Ints
) -> Slices[Floats]:
    """Return ``futures``, a quarter a slice."""
    world, seeds = take(stage.world, starts), stage.seeds[starts]
    played = play_on(_play(stage, world, seeds, first, (own, enemy)))
    if played is not None:
        yield
        return worth(played.world, stage.tables)
    for step in range(stage.horizon):
        theirs = enemy.decide_batch(imagined_look(world, 1 - stage.side, stage.tables), seeds)
        mine = first
        if step:
            mine = own.decide_batch(imagined_look(world, stage.side, stage.tables), seeds)
        both = (mine, theirs) if stage.side == WASHINGTON else (theirs, mine)
        luck = draw(seeds, int(world.quarter.max(initial=0)))
        events = events_at(stage.tables, world.quarter)
        world = resolve_many(world, join(*both), events, luck, stage.tables)
        yield
        if not world.running.any():
            break
    return worth(world, stage.tables)


def _play(
    stage: Stage, world: World, seeds: Ints, first: SideOrders, players: tuple[Policy, Policy]
) -> Play:
    """Return the futures as wars to be played on; ``players`` are one's own and the enemy's."""
    own, enemy = players
    if stage.side == WASHINGTON:
        return Play(
            world, seeds, stage.tables, (own, enemy), (seeds, seeds), stage.horizon, (first, None)
        )
    return Play(
        world, seeds, stage.tables, (enemy, own), (seeds, seeds), stage.horizon, (None, first)
    )


def spread_over(candidates: int, worlds: int) -> tuple[Ints, Ints]:
    """Return (C*M,) the candidate and the start of each war of a full cross."""
    own, starts = np.arange(candidates, dtype=np.int64), np.arange(worlds, dtype=np.int64)
    return np.repeat(own, worlds), np.tile(starts, candidates)
