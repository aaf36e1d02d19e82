"""How fast the rules are on this machine, on one core, and what they are fast beside.

A war is measured whole: 33 quarters of simple orders (one ladder moves one rung), luck, the hidden
rule and the menu. Wars that have ended leave the batch, as they would in a sweep. Clocks count the
processor's time, so that other programs disturb little; the best of a few runs is told.
"""

import argparse
import cProfile
import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from types import CodeType
from typing import Any, Final

import numpy as np

from game import engine, memory
from game.campaign import FULL, build, load, replay
from game.cli._options import whole
from game.cli.posture_bench import GAMBIT_POINTS, POINTS, draw, gambit_opening, point
from game.engine import many
from game.engine.board import HANOI, WASHINGTON, Ints
from game.engine.events import events_at
from game.engine.luck import draw as luck_of
from game.engine.many import resolve_many
from game.engine.orders import Orders, join
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, take
from game.kernel import check, service
from game.players.stepping import Stepping
from game.printing import say
from game.problems import Problem
from game.study.pool import spawned
from game.theory.posture import solve
from tools import compiled_bench, door
from tools.bench_lines import told
from tools.numpy_bound import bound, noting
from tools.peers import rates
from tools.starts import starts

__all__ = ["HELP", "add_arguments", "run", "told"]

HELP = "Measure the rules: wars a second, a quarter's latency, the solver, memory."
SIZES: Final = (1, 64, 1024, 16384)
CHUNK: Final = 8192  # wars resolved together by numpy; Calibrated: a sixth quicker than 2,048
COMPILED_CHUNK: Final = 512  # the same compiled; Calibrated: their blocks stay in a core's cache
BOUND: Final = 2048  # wars whose calls are counted
DIGESTS: Final = 4096  # wars compared by digest
RUNS: Final = 3  # the best of so many is told
LONG_RUNS: Final = 2  # where a run takes seconds
UNDER_WAY: Final = 8  # quarters after which wars differ as they usually do
BOUND_RUNS: Final = 60  # where it takes milliseconds
SEED: Final = 1
RULES: Final = {
    "events": "events.py:happen",
    "deployment": "deployment.py:deploy",
    "air war": "air.py:bomb air.py:cut_trail",
    "ground war": "ground.py:fight",
    "demonstrations": "demonstration.py:mount demonstration.py:intensity demonstration.py:spend",
    "escalation": "escalation.py:escalation escalation.py:understanding_after",
    "inference": "inference.py:infer inference.py:leaks",
    "table": "table.py:negotiate table.py:expect table.py:accepted",
    "pressure and patrons": "pressure.py:press pressure.py:under_fire brink.py:approach",
    "home fronts": "home.py:answer_at_home",
    "ending": "ending.py:conclude",
    "estimates": "estimates.py:estimate",
    "posture game": "postures.py:read",
    "menu": "menu.py:offer prices.py:price_paid",
    "settling": "world.py:settle",
    "ended wars kept": "world.py:choose",
    "decisions": "dilemmas.py:face dilemmas.py:afforded dilemmas.py:ask",
    "readings": "readings.py:take",
    "luck": "luck.py:draw",
}
"""Functions whose time counts for each rule, ``module:function``."""


ENGINE: Final = Path(engine.__file__).parent


@dataclass
class Clock:
    """Seconds of processor time: of everything, and of rules and luck alone."""

    whole: float = 0.0
    rules: float = 0.0
    quarters: int = 0  # war-quarters resolved


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the form of the answer and the largest batch."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--most",
        type=whole(1, SIZES[-1]),
        default=SIZES[-1],
        metavar="WARS",
        help=f"the largest batch measured (default: {SIZES[-1]})",
    )


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; 0."""
    found = measured([size for size in SIZES if size <= arguments.most])
    say(json.dumps(found, indent=1) if arguments.json else told(found))
    return 0


def measured(sizes: list[int]) -> dict[str, Any]:
    """Return every measurement, by name."""
    tables, start = build(load(FULL))
    play(start, tables, 1)  # what is computed once a process is computed here
    wars = {str(size): wars_a_second(start, tables, size) for size in sizes}
    best = max(rates["whole"] for rates in wars.values())
    compiled = compiled_rows(start, tables, sizes[-1]) if service.installed() else {}
    peers = rates()
    return {
        "wars_per_second_best": best,
        "best_over_one_war": best / wars[str(sizes[0])]["whole"],
        "wars_per_second": wars,
        "quarter_ms": quarter_ms(start, tables),
        "replay_ms": best_of(lambda: list(replay(load(FULL)))) * 1e3,
        "numpy_bound": {
            str(size): numpy_bound(start, tables, size) for size in (1, min(sizes[-1], BOUND))
        },
        "share_of_time": shares(start, tables, min(sizes[-1], 1024)),
        "growth": growth(start, tables, sizes[-1]),
        **solver(),
        "bytes_a_war": sum(getattr(start, name).nbytes for name in FIELDS),
        "peak_megabytes": memory.most() / 1024**2,
        "decisions_per_second_best": 2 * quarters_a_war(start, tables, sizes[-1]) * best,
        **starts(),
        **compiled,
        "peers_moves_per_second": {name: rate and rate.moves for name, rate in peers.items()},
        "peers_games_per_second": {name: rate and rate.games for name, rate in peers.items()},
    }


def compiled_rows(start: World, tables: Tables, most: int) -> dict[str, Any]:
    """Return what the compiled rules gain over the plain ones, in the same run."""
    line = service.quicken(start, tables)
    if line != service.COMPILED:
        return {"compiled": line}
    wars = min(most, CHUNK)
    whole, quarters = min(through(start, tables, wars) for _ in range(RUNS))
    clocks = [play(start, tables, wars, together=COMPILED_CHUNK) for _ in range(LONG_RUNS)]
    quick = min(clocks, key=lambda clock: clock.whole)
    quarter = quarter_ms(start, tables)
    with compiled_bench.plain_rules():
        slow = min(
            (play(start, tables, wars) for _ in range(LONG_RUNS)), key=lambda clock: clock.whole
        )
        plain_quarter = quarter_ms(start, tables)
    told = compiled_bench.same_digests(start, tables, min(most, DIGESTS))
    found = {
        "compiled": line,
        "compiled_over_numpy": slow.whole / whole,
        "compiled_rules_over_numpy": slow.rules / quick.rules,
        "wars_per_second_compiled": wars / whole,
        "wars_per_second_compiled_rules": wars / quick.rules,
        "decisions_per_second_compiled": 2 * quarters / whole,
        "doctrine_wars_per_second_compiled": wars
        / min(through(start, tables, wars, check.doctrines(0))[0] for _ in range(LONG_RUNS)),
        "wars_per_second_compiled_two_processes": two_processes(wars),
        "kernel_same_digests": not told.different,
        "kernel_wars_compared": told.wars,
        "quarter_ms_compiled": quarter,
        "quarter_over_plain": plain_quarter / quarter,
        **compiled_bench.decision_rows(start, tables),
    }
    many.plainly()
    return found


def through(
    start: World, tables: Tables, wars: int, players: check.Pair = check.USUAL[0]
) -> tuple[float, int]:
    """Return the processor's seconds in which ``wars`` wars were played through by the compiled
    rules, players and luck, and how many quarters they lasted; Problem where they cannot be."""
    begun, quarters = process_time(), 0
    for first in range(0, wars, COMPILED_CHUNK):
        seeds = np.arange(first, min(first + COMPILED_CHUNK, wars), dtype=np.int64)
        worlds = take(start, np.zeros(len(seeds), dtype=np.int64))
        found = many.play_on(
            many.Play(worlds, seeds, tables, players, (2 * seeds, 2 * seeds + 1), tables.quarters)
        )
        if found is None:
            raise Problem("bench: the wars were not played by the compiled rules.")
        quarters += int(found.ran.sum())
    return process_time() - begun, quarters


def two_processes(wars: int) -> float:
    """Return wars a second by the wall's clock where two processes play at once."""
    with spawned(2) as pool:
        list(pool.map(their_share, [1, 1]))  # loads the campaign and the build
        begun = perf_counter()
        list(pool.map(their_share, [wars, wars]))
        return 2 * wars / (perf_counter() - begun)


def their_share(wars: int) -> None:
    """Play so many wars through, in a process of its own."""
    tables, start = build(load(FULL))
    through(start, tables, wars)


def quarters_a_war(start: World, tables: Tables, most: int) -> float:
    """Return how many quarters a war of simple orders lasts on average."""
    wars = min(most, BOUND)
    return play(start, tables, wars).quarters / wars


def play(
    start: World, tables: Tables, wars: int, quarters: int | None = None, together: int = CHUNK
) -> Clock:
    """Play ``wars`` wars of simple orders to their end, or some quarters, and time them."""
    clock, begun = Clock(), process_time()
    for first in range(0, wars, together):
        seeds = np.arange(first, min(first + together, wars), dtype=np.int64)
        _play_chunk(
            take(start, np.zeros(len(seeds), dtype=np.int64)),
            tables,
            seeds,
            clock,
            tables.quarters if quarters is None else quarters,
        )
    clock.whole = process_time() - begun
    return clock


def _play_chunk(
    world: World, tables: Tables, seeds: Ints, clock: Clock, quarters: int
) -> tuple[World, Ints]:
    """Return the wars that still run, and their seeds."""
    for _ in range(quarters):
        running = world.running
        if not running.any():
            break
        if not running.all():
            world, seeds = take(world, running), seeds[running]
        orders = _orders(world, tables, seeds)
        begun = process_time()
        clock.quarters += len(seeds)
        world = _quarter(world, orders, tables, seeds)
        clock.rules += process_time() - begun
    return world, seeds


def wars_a_second(start: World, tables: Tables, wars: int) -> dict[str, float]:
    """Return wars a second: the whole, and rules and luck without the players' decisions."""
    runs = RUNS if wars <= CHUNK else LONG_RUNS  # a long run is nearly its own mean
    clocks = [play(start, tables, wars) for _ in range(runs)]
    return {
        "whole": wars / min(clock.whole for clock in clocks),
        "rules": wars / min(clock.rules for clock in clocks),
    }


def quarter_ms(start: World, tables: Tables) -> float:
    """Return the mean milliseconds in which one quarter of one war is resolved."""
    clocks = [play(start, tables, 1) for _ in range(RUNS)]
    return min(clock.rules / clock.quarters for clock in clocks) * 1e3


def numpy_bound(start: World, tables: Tables, wars: int) -> dict[str, float]:
    """Return numpy's calls in one quarter of about so many wars, and the share of their bound.

    The share: the seconds of as many calls at the speed of np.add and np.exp over those taken.
    """
    seeds, world = np.arange(wars, dtype=np.int64), take(start, np.zeros(wars, dtype=np.int64))
    world, seeds = _play_chunk(world, tables, seeds, Clock(), UNDER_WAY)
    orders = _orders(world, tables, seeds)
    noted = World(**{name: noting(getattr(world, name)) for name in FIELDS})
    watched = Orders(**{name: noting(values) for name, values in vars(orders).items()})
    limit = bound(lambda: _quarter(noted, watched, tables, noting(seeds)))
    taken = best_of(lambda: _quarter(world, orders, tables, seeds), BOUND_RUNS)
    return {"calls": limit.calls, "share": limit.seconds / taken}


def _orders(world: World, tables: Tables, seeds: Ints) -> Orders:
    policy = Stepping()
    return join(
        *(
            policy.decide_batch(look(world, side, tables), 2 * seeds + side)
            for side in (WASHINGTON, HANOI)
        )
    )


def _quarter(world: World, orders: Orders, tables: Tables, seeds: Ints) -> World:
    luck = luck_of(seeds, int(world.quarter[0]))
    return resolve_many(world, orders, events_at(tables, world.quarter), luck, tables)


def shares(start: World, tables: Tables, wars: int) -> dict[str, float]:
    """Return the share of a batch's time that each rule takes, luck included."""
    profile = cProfile.Profile(process_time)
    profile.enable()
    play(start, tables, wars)
    profile.disable()
    seconds: dict[str, float] = {}
    for entry in profile.getstats():
        if isinstance(entry.code, CodeType):
            path = Path(entry.code.co_filename)
            if ENGINE in path.parents:
                seconds[f"{path.name}:{entry.code.co_name}"] = entry.totaltime
    total = seconds["resolve.py:resolve"] + seconds["luck.py:draw"]
    found = {
        name: sum(seconds[function] for function in functions.split()) / total
        for name, functions in RULES.items()
    }
    return found | {"the rest": 1.0 - sum(found.values())}


def growth(start: World, tables: Tables, most: int) -> dict[str, float]:
    """Return how the cost grows: 1 where twice the wars, or the quarters, take twice the time."""
    half = max(most // 2, 1)
    more, fewer = (play(start, tables, wars, 4).rules for wars in (2 * half, half))
    clocks = [play(start, tables, min(half, CHUNK), quarters) for quarters in (8, 16)]
    a_quarter = [clock.rules / max(clock.quarters, 1) for clock in clocks]
    return {"wars": more / fewer / 2.0, "quarters": a_quarter[1] / a_quarter[0]}


def solver() -> dict[str, float | None]:
    """Return points a second of the posture game's solver, alone and over Gambit's."""
    games = draw(POINTS, SEED)
    ours = POINTS / best_of(lambda: solve(games))
    ratio = None
    if importlib.util.find_spec("pygambit") is not None:
        points = [point(games, index) for index in range(GAMBIT_POINTS)]
        ratio = ours * best_of(lambda: [gambit_opening(game) for game in points]) / GAMBIT_POINTS
    return {"posture_points_per_second": ours, "posture_speedup_over_gambit": ratio}


def best_of(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the seconds that the fastest of a few runs took."""
    seconds = []
    for _ in range(runs):
        begun = process_time()
        work()
        seconds.append(process_time() - begun)
    return min(seconds)


if __name__ == "__main__":
    sys.exit(door.run("bench"))
