"""How fast the posture game is solved, alone and against Gambit; for ``posture --bench``."""

import importlib.util
import io
import time
from collections.abc import Callable
from dataclasses import fields

import numpy as np

from game.printing import say
from game.theory.efg import game_tree
from game.theory.posture import PostureGame, solve

SEED = 1  # of the points measured
RUNS = 5  # the best of so many is told: the others met another program
POINTS = 10_000
MANY_POINTS = 100_000
GAMBIT_POINTS = 50  # Gambit takes milliseconds a point
# Lowest and highest values drawn, in the order of PostureGame: all that the war can make of them.
LOWEST = (0.0, 0.0, 0.0, 0.0, 0.1, 0.6, 0.8, 0.0, 0.0, 0.0, 0.55, 0.15, 0.4, 0.47, 10.0, 15.0)
HIGHEST = (1.0, 1.0, 1.2, 0.3, 0.4, 0.9, 1.2, 0.4, 0.2, 0.4, 0.95, 0.3, 0.46, 0.55, 10.0, 15.0)


def draw(count: int, seed: int) -> PostureGame:
    """Return random games, arrays (count,), with every parameter uniform in its range."""
    bounds = np.array([LOWEST, HIGHEST])[..., None]
    share = np.random.default_rng(seed).random((len(LOWEST), count))
    return PostureGame(*(bounds[0] + share * (bounds[1] - bounds[0])))


def report() -> None:
    """Print points a second for one batched call, and what Gambit does where it is installed."""
    for count in (POINTS, MANY_POINTS):
        say(f"{count:>9,} points in one call: {_rate(count):>11,.0f} points a second")
    pair = draw(2, SEED)
    say(f"{2:>9,} points in one call: {1e3 * _best(lambda: solve(pair)):>11.2f} ms")
    if importlib.util.find_spec("pygambit") is None:
        say("Gambit is not installed (pip install 'overture[gambit]'): no comparison")
        return
    games = draw(GAMBIT_POINTS, SEED)
    points = [point(games, index) for index in range(GAMBIT_POINTS)]
    gambit = GAMBIT_POINTS / _best(lambda: [gambit_opening(game) for game in points])
    say(f"{GAMBIT_POINTS:>9,} points with Gambit: {gambit:>12,.0f} points a second")
    say(f"ratio, {POINTS:,} points in one call over Gambit: {_rate(POINTS) / gambit:,.0f}")


def point(games: PostureGame, index: int) -> PostureGame:
    """Return one game of many."""
    return PostureGame(*(getattr(games, field.name)[index] for field in fields(PostureGame)))


def gambit_opening(
    game: PostureGame, first_step: float = 0.03, max_accel: float = 1.1
) -> tuple[float, float]:
    """Return Gambit's probabilities of opening, low and high type, on the principal branch.

    Needs pygambit 17.0.0b2, whose own step sizes are the defaults here. Its answer is exact to
    about 1e-9, near a fold to 1e-7 unless its steps are made finer, and wrong at beliefs of 0 or 1.
    """
    import pygambit

    tree = pygambit.read_efg(io.StringIO(game_tree(game)))
    (solution,) = pygambit.qre.logit_solve_lambda(
        tree, lam=1.0, first_step=first_step, max_accel=max_accel
    )
    (_, high), (_, low) = solution.profile["Sender"]
    return float(low["open"]), float(high["open"])


def _rate(count: int) -> float:
    """Return points a second for ``count`` points in one call."""
    games = draw(count, SEED)
    return count / _best(lambda: solve(games))


def _best(work: Callable[[], object]) -> float:
    """Return the seconds the fastest of a few runs took."""
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)
