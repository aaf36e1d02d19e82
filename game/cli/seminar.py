"""``seminar``: does sound play pay in every sitting, and in both chairs."""

import argparse
import json

from game import program
from game.cli._options import whole
from game.printing import say
from game.problems import Problem
from game.study.contests import seminar_check

HELP = "Check the sittings of a seminar: whether sound play beats waiting and haste in each chair."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is checked, and the form of the answer."""
    parser.add_argument(
        "--check",
        action="store_true",
        help="play passive, stalling, early and sound sides at each preset",
    )
    parser.add_argument(
        "--seeds",
        type=whole(1, 10_000),
        default=seminar_check.SEEDS,
        metavar="N",
        help="wars of each way, chair and opponent",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Print mean scores; 0 where sound play leads by five points everywhere, else 1."""
    if not arguments.check:
        begun = program.command("text --hotseat --session 45")
        raise Problem(
            f"{program.command('seminar')}: add --check. A sitting is begun with {begun} "
            "(or 75, 110), or in the window."
        )
    found = seminar_check.checked(arguments.seeds)
    leads, safe = found["lead"], found["safe_before_the_bell"]
    if arguments.json:
        say(json.dumps(found))
    else:
        for name, chairs in found["presets"].items():
            for side, ways in chairs.items():
                told = ", ".join(f"{way} {points:.1f}" for way, points in ways.items())
                say(
                    f"{name} minutes, {side}: {told}; sound leads by {leads[name][side]:.1f}; "
                    f"talking became safe in {safe[name][side]:.0%}."
                )
    enough = all(
        lead >= seminar_check.AHEAD for chairs in leads.values() for lead in chairs.values()
    )
    return 0 if enough else 1
