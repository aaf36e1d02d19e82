"""Wars for the players' tests: dossiers of the full campaign, played between two policies."""

from functools import cache

import numpy as np

from game.campaign import build, load
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier, tables_known
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.orders import join
from game.engine.resolve import resolve
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.view import report, view
from game.engine.world import World
from game.players.base import Policy
from game.players.doctrines import DOCTRINES
from game.record.matches import openings


@cache
def built() -> tuple[Tables, World]:
    """Return the full campaign's tables and start."""
    return build(load("vietnam-1965-1973"))


def wars(count: int, seed: int = 1) -> World:
    """Return ``count`` starts with types drawn from seeds."""
    tables, start = built()
    return openings(start, tables, np.arange(count) + seed)


@cache
def played(
    quarters: int, seed: int = 1, washington: int = 0, hanoi: int = 1
) -> tuple[World, tuple[Dossier, Dossier]]:
    """Return one war after ``quarters`` between two doctrines, and both dossiers."""
    tables, _ = built()
    policies: tuple[Policy, Policy] = (
        DOCTRINES[WASHINGTON][washington].policy,
        DOCTRINES[HANOI][hanoi].policy,
    )
    world, seeds = wars(1, seed), np.array([seed])
    dossiers = [
        Dossier(side, tables_known(tables, 0), (view(world, side, tables),)) for side in (0, 1)
    ]
    for quarter in range(quarters):
        both = [policies[s].decide_batch(look(world, s, tables), seeds) for s in (0, 1)]
        luck = draw(seeds, quarter)
        world, outcome = resolve(world, join(*both), events_at(tables, world.quarter), luck, tables)
        dossiers = [
            dossiers[side].grown(
                both[side],
                report(outcome, world, side),
                view(world, side, tables),
                tables_known(tables, quarter + 1),
            )
            for side in (0, 1)
        ]
    return world, (dossiers[0], dossiers[1])
