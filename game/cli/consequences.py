"""``python main.py consequences``: does the war's own story rank as the rule's payoffs do?"""

import argparse
import json
from typing import Any

from rich.table import Table

from game.campaign import FULL, build, load
from game.cli._options import seed, whole
from game.cli._quick import quicken
from game.consoles import printer
from game.engine.board import HANOI, WASHINGTON
from game.printing import say
from game.study.contests.consequences import CELLS, random_states, rank, summary

HELP = "Roll out both postures from random states of the war and rank what follows."
MOST_STATES = 5_000  # with the most lucks: 250,000 wars at once, about a gigabyte
MOST_LUCKS = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--campaign", default=FULL, help="name or file")
    parser.add_argument(
        "--states", type=whole(1, MOST_STATES), default=200, help="random states of the war"
    )
    parser.add_argument(
        "--lucks", type=whole(1, MOST_LUCKS), default=4, help="wars rolled out from each future"
    )
    parser.add_argument("--seed", type=seed, default=1, help="of the states and the lucks")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Print how often the war ranks two futures as the rule does."""
    quicken(arguments.campaign)
    tables, start = build(load(arguments.campaign))
    states = random_states(start, tables, arguments.states, arguments.seed)
    rankings = [
        rank(states, tables, side, arguments.lucks, arguments.seed) for side in (WASHINGTON, HANOI)
    ]
    found = summary(rankings)
    if arguments.json:
        say(json.dumps(found, indent=1))
    else:
        show(found, arguments.states)
    return 0


def show(found: dict[str, Any], states: int) -> None:
    """Print the summary for a reader."""
    console = printer(highlight=False)
    console.print(
        f"From {states} random states the war ranks {found['agreement']:.1%} of the pairs of "
        f"futures as the posture game's payoffs do; in {found['states_at_nine_of_ten']:.0%} of the "
        "states it does so for nine pairs of ten."
    )
    means = Table(title="Aims the sender ends with, of 60 points")
    means.add_column("sender")
    for cell in CELLS:
        means.add_column(cell, justify="right")
    pairs = Table(title="Share of states that rank the pair as the rule does")
    pairs.add_column("sender")
    for name in next(iter(found["senders"].values()))["pairs"]:
        pairs.add_column(name, justify="right")
    for sender, row in found["senders"].items():
        means.add_row(sender, *(f"{row['mean'][cell]:.1f}" for cell in CELLS))
        pairs.add_row(sender, *(f"{share:.0%}" for share in row["pairs"].values()))
    for side, ends in found["pressed"].items():
        console.print(
            f"Pressed, a {side.capitalize()} of low resilience ends with {ends['low']:.1f} of 60 "
            f"points of aims, one of high with {ends['high']:.1f}: {ends['apart']:+.1f}."
        )
    console.print(means)
    console.print(pairs)
