"""Points the tests of the posture game share: the reference table and random games."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np

from game.cli.posture import ANSWERS, FIELDS, CsvTable, read_games, read_table
from game.cli.posture_bench import draw, point
from game.theory.posture import BASE, Equilibrium, PostureGame
from game.theory.response import Floats, Mask

DATA = Path(__file__).parent / "data"
REFERENCE = DATA / "posture-game-reference.csv"
GOLDEN = DATA / "gambit-golden.csv"
COMPARED = {  # a receiver whose gain of escalating is near nought makes several equilibria
    "belief_high": (0.2, 1.0),
    "cost": (0.1, 0.75),
    "cost_spread": (0.0, 0.2),
    "talks": (0.55, 0.8),
    "receiver_precision": (10.0, 20.0),
    "sender_precision": (15.0, 30.0),
}


def reference() -> tuple[CsvTable, PostureGame]:
    """Return the reference table and its games."""
    table = read_table(REFERENCE)
    return table, read_games(table)


def answers(table: CsvTable) -> Floats:
    """Return the solution's columns of a table, (6, N)."""
    places = [table.header.index(name) for name in ANSWERS]
    return np.array([[float(row[place]) for row in table.rows] for place in places])


def solved(equilibrium: Equilibrium) -> Floats:
    """Return the same six columns of a solution, (6, N)."""
    return np.array([getattr(equilibrium, name) for name in ANSWERS])


def hard(count: int, seed: int) -> PostureGame:
    """Return random games from where several equilibria are common and precisions are high."""
    share = np.random.default_rng([seed, count]).random((len(COMPARED), count))
    drawn = {
        name: low + part * (high - low)
        for (name, (low, high)), part in zip(COMPARED.items(), share, strict=True)
    }
    return replace(draw(count, seed), **drawn)


def nothing_proved(terms: Floats) -> tuple[Floats, Mask]:
    """Stand in for ``single.settle`` where every game is to be traced."""
    return np.zeros((2, terms.shape[1])), np.zeros(terms.shape[1], dtype=bool)


def bits(equilibrium: Equilibrium) -> Floats:
    """Return all that was solved as one array, (11, N)."""
    return np.array([np.ravel(getattr(equilibrium, f.name)) for f in fields(Equilibrium)])


def at_base(**values: object) -> PostureGame:
    """Return the base game with some fields changed."""
    return replace(BASE, **{name: np.asarray(value, float) for name, value in values.items()})


def row_of(game: PostureGame, index: int) -> dict[str, float]:
    """Return one game by the names of the table's columns."""
    one = point(game, index)
    return {name: float(getattr(one, field)) for name, field in FIELDS.items()}


def some(game: PostureGame, chosen: slice | list[int] | Floats) -> PostureGame:
    """Return some of many games."""
    return PostureGame(*(getattr(game, field.name)[chosen] for field in fields(PostureGame)))
