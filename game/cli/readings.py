"""``python main.py readings``: how well each side's people say how it was taken."""

import argparse
import json

from game.campaign import FULL
from game.cli._options import seed, whole
from game.printing import say
from game.study.contests.taken import figures, played

HELP = "Play wars and say how often the cards 'How they took it' are right."

MOST = 200_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--quarters", type=whole(1, MOST), default=2000, help="quarters of play")
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument("--campaign", default=FULL, help="name or file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Hold the cards against what the other side's belief did, and print the shares."""
    found = figures(played(arguments.campaign, arguments.quarters, arguments.seed))
    if arguments.json:
        say(json.dumps(found, indent=1))
        return 0
    say(f"Of {found['cards']} cards {found['right']:.1%} are right; always saying the")
    say(f"commonest for the posture shown would be in {found['commonest_by_posture']:.1%}.")
    for row in found["right_by_sureness"]:
        say(f"  sureness {row['sure']}: {row['right']:.1%} of {row['cards']}")
    say(f"All cards of a war tell a resilient enemy from another in {found['type_told']:.1%}.")
    return 0
