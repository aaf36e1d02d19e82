"""What an unfinished imagined war is worth: a linear value, fitted on wars between doctrines.

The features are read from an imagined world, which is the player's own and may hold anything; each
counts once by itself and once by the share of the war still to come. The weights are those of
``value_weights``, fitted by ridge regression of the final scores of wars between mixed tempers;
``python main.py match --refit-values`` fits them again and prints the module.
"""

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats
from game.engine.orders import NO_TERMS
from game.engine.rules.air import capacity
from game.engine.rules.ending import hazards
from game.engine.rules.table import log_odds
from game.engine.rules.worth import value
from game.engine.score import AIMS, PEOPLE, score, scored
from game.engine.tables import Tables
from game.engine.world import World
from game.players.value_weights import WEIGHTS

LONG = 33.0  # quarters; the unit of time to come


def features(world: World, tables: Tables) -> Floats:
    """Return (N, F) the features of unfinished wars."""
    now = _state(world, tables)
    time = ((tables.quarters - world.quarter) / LONG)[:, None]
    ones = np.ones((len(world), 1))
    return np.concatenate([ones, time, now, now * time], axis=1)


def _state(world: World, tables: Tables) -> Floats:
    """Return (N, F') where the war stands, each about 0 to 1 in size."""
    expected = value(world, world.expected, tables)
    columns = [
        score(world, tables) / 100.0,
        expected,
        *(_package(world, tables, side) for side in (WASHINGTON, HANOI)),
        np.clip(world.capital / 50.0, 0.0, 1.5),
        world.openness,
        log_odds(np.clip(world.belief_resilient, 0.02, 0.98)) / 4.0,
        world.strain,
        world.resilience.astype(np.float64),
        world.nerve.astype(np.float64),
        hazards(world, tables),
        _figures(world),
        world.broken,
        world.brink[:, None],
    ]
    return np.concatenate(columns, axis=1)


def _package(world: World, tables: Tables, side: int) -> Floats:
    """Return (N, 3) whether ``side`` has tabled a package, and its worth to both."""
    package = world.tabled[:, side]
    there = (package[:, 0] != NO_TERMS).astype(np.float64)[:, None]
    return np.concatenate([there, there * value(world, np.maximum(package, 0), tables)], axis=1)


def _figures(world: World) -> Floats:
    """Return (N, F'') public and secret figures of the war in round units."""
    return np.stack(
        [
            world.opposition,
            world.approval,
            world.stability,
            world.quality,
            world.control.mean(axis=1),
            world.cohesion,
            capacity(world.function),
            world.throughput,
            world.main_force.sum(axis=1) / 200.0,
            world.guerrillas.sum(axis=1) / 100.0,
            world.troops / 500.0,
            world.manpower / 500.0,
            world.reserve / 500.0,
            world.preparation,
            world.cadres,
            world.detente,
            (world.talking > 0).astype(np.float64),
            np.minimum(world.prisoners / 500.0, 2.0),
        ],
        axis=1,
    )


def worth(world: World, tables: Tables) -> Floats:
    """Return (N, S, 2) each side's points for aims and for people if the war has ended, else what
    they may be expected to be."""
    final = points(world, tables)
    if not world.running.any():
        return final
    known = features(world, tables)
    guessed = np.stack([(known * column).sum(axis=1) for column in np.array(WEIGHTS).T], axis=1)
    guessed = np.clip(guessed.reshape(-1, 2, 2), 0.0, (AIMS, PEOPLE))
    return np.where(world.running[:, None, None], guessed, final)


def points(world: World, tables: Tables) -> Floats:
    """Return (N, S, 2) each side's points for aims and for people, were the war to stand."""
    found = scored(world, tables)
    return np.stack([found.aims, found.people], axis=2)


def fit(rows: Floats, finals: Floats, counts: Floats, penalty: float = 3.0) -> Floats:
    """Return (F, K) ridge weights of ``finals`` (M, K) on ``rows`` (M, F), row m counting
    ``counts[m]`` times.

    ``penalty`` is in rows' worth of shrinkage on each weight but the constant's.
    """
    shrink = penalty * np.eye(rows.shape[1])
    shrink[0, 0] = 0.0
    weighed = rows * counts[:, None]
    solved = np.linalg.solve(weighed.T @ rows + shrink, weighed.T @ finals)
    return np.asarray(solved, dtype=np.float64)


def spread(finals: Floats, guessed: Floats) -> Floats:
    """Return (K,) the share of the variance of ``finals`` that ``guessed`` explains."""
    left = np.square(finals - guessed).mean(axis=0)
    return np.asarray(1.0 - left / finals.var(axis=0))


def as_module(weights: Floats, note: str) -> str:
    """Return the text of ``value_weights.py`` for these weights."""
    rows = [", ".join(f"{one:.3f}" for one in row) for row in weights]
    lines = ",\n".join(f"    ({row})" for row in rows)
    return f'"""{note}"""\n\nWEIGHTS = (\n{lines},\n)\n'
