"""Rows for fitting a value: unfinished wars and what became of them, from wars between policies."""

from collections.abc import Callable

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.orders import join
from game.engine.resolve import resolve
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.world import World
from game.record.matches import DecidesMany, player_seeds

Figures = Callable[[World, Tables], Floats]


def rows_of_wars(
    world: World,
    tables: Tables,
    policies: tuple[DecidesMany, DecidesMany],
    seeds: Ints,
    features: Figures,
    points: Figures,
) -> tuple[Floats, Floats, Ints]:
    """Return features (M, F) of every quarter of every war, the final ``points`` (M, K) of its war,
    and the number of the war (M,)."""
    own = [player_seeds(seeds, side) for side in (WASHINGTON, HANOI)]
    found, wars = [], []
    while world.running.any():
        alive = np.flatnonzero(world.running)
        found.append(features(world, tables)[alive])
        wars.append(alive)
        sides = (
            policies[side].decide_batch(look(world, side, tables), own[side]) for side in (0, 1)
        )
        luck = draw(seeds, int(world.quarter[alive].max()))
        world, _ = resolve(world, join(*sides), events_at(tables, world.quarter), luck, tables)
    which = np.concatenate(wars)
    return np.concatenate(found), points(world, tables)[which], which
