"""``groups``: several sittings of one seed on one page, without names."""

import argparse
from pathlib import Path

from game import disk
from game.cli._options import add_data
from game.cli._overwriting import add_option, free
from game.cli.export import opened
from game.printing import say
from game.study.papers import groups

HELP = "Lay several groups' finished games of one seed side by side on one page."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the games and where the page goes."""
    parser.add_argument(
        "saves",
        metavar="SAVE",
        type=Path,
        nargs="+",
        help="saved games that are over, or their game.json",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        required=True,
        help="the page, one HTML file that loads nothing",
    )
    add_data(parser)
    add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the page and name it; 0."""
    free([arguments.out], arguments)
    games = [opened(path, None, arguments.data) for path in arguments.saves]
    disk.write_text(arguments.out, groups.page(games))
    say(f"Written to {arguments.out}.")
    return 0
