"""``kernel``: compile the rules, and play many wars both ways to see that every bit is the same.

The wars go over all shipped campaigns, with types drawn anew, between all doctrines, random legal
orders and stepping ones, so that every rung, channel and ending comes up.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import cycle, islice
from time import process_time
from typing import Any, Final

import numpy as np

from game.campaign import build, load, names
from game.cli._options import seed, whole
from game.engine.board import HANOI, WASHINGTON
from game.engine.tables import Tables
from game.engine.world import World
from game.kernel import check, service
from game.players.doctrines import DOCTRINES
from game.printing import say
from game.problems import Problem
from game.record.matches import openings

HELP: Final = "Compile the rules, and compare them with the plain ones over many wars."
USUAL: Final = 4096
MOST: Final = 10_000_000
TOGETHER: Final = 256  # wars a batch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add how many wars, from which seed, and the form of the answer."""
    parser.add_argument(
        "--wars",
        type=whole(1, MOST),
        default=USUAL,
        metavar="WARS",
        help=f"how many wars are played both ways ({USUAL:,})",
    )
    parser.add_argument(
        "--seed", type=seed, default=0, metavar="SEED", help="the first war's seed (0)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Compile, compare and print; 1 where a war differs, Problem where nothing can be compiled."""
    if not service.installed():
        raise Problem(service.MISSING)
    begun, told = process_time(), check.Compared()
    for number, (world, tables, players) in enumerate(batches(arguments.wars)):
        wars = min(TOGETHER, arguments.wars - TOGETHER * number)
        seeds = arguments.seed + TOGETHER * number + np.arange(wars)
        try:
            machine = service.built(world, tables)
            service.built(world, service.imagined(tables))
        except service.NoKernel as trouble:
            raise Problem(f"The rules cannot be compiled here: {trouble}") from None
        start = openings(world, tables, seeds)
        told += check.both_ways(machine, start, tables, seeds, players)
    found = {
        "wars": told.wars,
        "quarters": told.quarters,
        "different": told.different,
        "fields": list(told.fields),
        "same_digests": not told.different,
        "cpu_seconds": process_time() - begun,
    }
    say(json.dumps(found, indent=1) if arguments.json else "\n".join(lines(found)))
    return 1 if told.different else 0


def batches(wars: int) -> Iterator[tuple[World, Tables, check.Pair]]:
    """Yield as many batches as so many wars take: campaigns in turn, and players in turn."""
    starts = [build(load(name)) for name in names()]
    every = (
        (world, tables, players)
        for players, (tables, world) in zip(cycle(pairs()), cycle(starts), strict=False)
    )
    yield from islice(every, -(-wars // TOGETHER))


def pairs() -> list[check.Pair]:
    """Return who plays whom: random orders, stepping ones, and every doctrine of either side."""
    ours, theirs = ([one.policy for one in DOCTRINES[side]] for side in (WASHINGTON, HANOI))
    count = max(len(ours), len(theirs))
    met = zip(islice(cycle(ours), count), islice(cycle(theirs), count), strict=True)
    return [
        *check.USUAL,
        *met,
        *((one, check.USUAL[1][1]) for one in ours),
        *((check.USUAL[1][0], one) for one in theirs),
    ]


def lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield what was found, for people."""
    yield (
        f"{found['wars']:,} wars, {found['quarters']:,} quarters of wars, both ways in "
        f"{found['cpu_seconds']:.0f} s of processor time"
    )
    if found["same_digests"]:
        yield "compiled and plain rules give the same digests in all of them"
    else:
        yield (
            f"{found['different']:,} wars end otherwise when compiled; first in "
            f"{', '.join(found['fields'][:5])}"
        )
