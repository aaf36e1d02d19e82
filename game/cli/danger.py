"""``python main.py danger``: whether collapses are announced before they come."""

import argparse
import json
from dataclasses import asdict

from game.campaign import FULL
from game.cli._options import seed, whole
from game.printing import say
from game.study.contests.dangers import PLAYERS, shares, watched

HELP = "Play wars and say which collapses stood announced, and when."

MOST = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--wars", type=whole(1, MOST), default=500, help="wars of each players")
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument("--campaign", default=FULL, help="name or file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Hold the pinned dangers of many wars against how they ended."""
    wars = {
        name: watched(arguments.campaign, name, arguments.wars, arguments.seed) for name in PLAYERS
    }
    found = {name: shares(many) for name, many in wars.items()}
    found["all together"] = shares([war for many in wars.values() for war in many])
    if arguments.json:
        say(json.dumps({name: asdict(one) for name, one in found.items()}, indent=1))
        return 0
    for name, one in found.items():
        say(f"{name}: {one.wars} wars, {one.collapses} collapses, {one.signed} signed")
        say(
            f"  announced two quarters before {one.two_before:.1%}, one quarter before "
            f"{one.one_before:.1%}; broke within a single quarter: {one.sudden}"
        )
        say(f"  of {one.pins} pins not mended {one.came_soon:.1%} came within four quarters")
        say(f"  most pinned in signed wars: {one.pinned_when_signed:.1%} of the quarters")
    return 0
