"""``debrief``: a finished game opened, with the hidden rule and every act read by it."""

import argparse
import json
import shutil
from pathlib import Path

from game import disk
from game.campaign import load
from game.cli._options import add_data, whole
from game.cli._overwriting import add_option, free
from game.cli.export import opened
from game.printing import say
from game.problems import Problem
from game.study.debrief import remedy_check
from game.study.debrief.section import lines, markdown
from game.study.debrief.text import TAGS, picked, plainly, sections, told, told_with_advisers

HELP = "Open a finished game: why each side did what it did, by the hidden rule."
WIDEST = 110  # columns; longer lines are hard to read


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the save, and the form of the answer."""
    parser.add_argument(
        "save",
        metavar="SAVE",
        type=Path,
        nargs="?",
        help="a saved game that is over, 'last' for the newest, or its game.json",
    )
    parser.add_argument(
        "campaign",
        nargs="?",
        metavar="CAMPAIGN",
        help="the campaign it is of, if it cannot be found by name",
    )
    parser.add_argument(
        "--advisers",
        action="store_true",
        help="score the advisers' forecasts too; takes some seconds",
    )
    parser.add_argument(
        "--acts",
        nargs="+",
        choices=TAGS,
        metavar="TAG",
        default=[],
        help="only the acts of a side, a kind or a branch, such as hanoi "
        f"escalation weakness: {', '.join(TAGS)}",
    )
    add_data(parser)
    parser.add_argument(
        "--check",
        action="store_true",
        help="look into lost wars instead: are the orders suggested legal, and do "
        "they make talking safe; takes some minutes",
    )
    parser.add_argument(
        "--wars",
        type=whole(1, 1000),
        default=remedy_check.WARS,
        metavar="N",
        help="how many lost wars --check looks into",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write Markdown to a file")
    add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open the game and print it, or write it down; 0. Problem while the war goes on."""
    if arguments.check:
        return _check(arguments)
    if arguments.save is None:
        raise Problem("Name a saved game, 'last', or --check.")
    known = load(arguments.campaign) if arguments.campaign else None
    if arguments.out is not None and _same(arguments.out, arguments.save):
        raise Problem(f"{arguments.out}: that is the game itself. Name another file with --out.")
    if arguments.out is not None:
        free([arguments.out], arguments)
    game = opened(arguments.save, known, arguments.data)
    made = (told_with_advisers if arguments.advisers else told)(game)
    if arguments.json:
        say(json.dumps(plainly(made), indent=1))
        return 0
    parts = sections(made)
    if arguments.acts:
        parts = picked(parts, arguments.acts)
    if arguments.out is None:
        width = min(shutil.get_terminal_size((88, 24)).columns, WIDEST)
        say("\n".join([made.debrief.campaign, *lines(parts, width)]))
        return 0
    text = "\n".join([f"# {made.debrief.campaign}", "", *markdown(parts)])
    disk.write_text(arguments.out, text)
    say(f"Written to {arguments.out}.")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    """Print what the debrief's suggestions come to in lost wars; 1 where one of them fails."""
    made = remedy_check.report(remedy_check.checked(arguments.wars))
    if arguments.json:
        say(json.dumps(made))
    else:
        say(
            f"{made['wars']} lost wars, in {made['missing']} of which something was missing for "
            f"safe talks. Orders suggested: {made['suggested']} "
            f"({made['share']:.0%}), of which only an open hand: {made['only_opens']}. Legal and "
            f"payable: {made['legal']}; talking safe within two quarters: {made['safe']}."
        )
    return 0 if made["legal"] == made["safe"] == made["suggested"] else 1


def _same(first: Path, second: Path) -> bool:
    """Whether two paths lead to one file; not where one of them leads nowhere."""
    try:
        return first.samefile(second)
    except OSError:
        return False
