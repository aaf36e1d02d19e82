"""``cases``: other wars under the rule, each government's hand beside what the rule predicts."""

import argparse
import json
import sys
from itertools import groupby
from typing import Any, Final

from rich import box
from rich.table import Table

from game.campaign import cases as files
from game.cli import _saves
from game.cli._options import add_data
from game.consoles import printer
from game.desk.case_room import CaseRoom
from game.printing import say
from game.problems import Problem
from game.record.folder import saves_folder
from game.study.fit import case_report, cases
from game.text import cases as room
from game.text.terminal import Terminal

HELP: Final = "Other wars under the rule: what was recorded beside what the rule predicts."
PLAY: Final = "play"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the cases and the output's form."""
    parser.add_argument(
        "names",
        nargs="*",
        metavar="CASE",
        help="cases of campaigns/cases or files (default: all: "
        f"{', '.join(files.names())}); 'play CASE' reads one here",
    )
    parser.add_argument("--json", action="store_true", help="print an object for programs")
    parser.add_argument(
        "--open",
        action="store_true",
        dest="opened",
        help="with 'play': read although the rule is not yet on view",
    )
    add_data(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every sender-period and how often the rule agrees, or read a case; 0."""
    if arguments.names[:1] == [PLAY]:
        return play(arguments)
    if arguments.opened:
        raise Problem("--open goes with 'play CASE'.")
    found = case_report.report(cases.every(arguments.names or None))
    if arguments.json:
        say(json.dumps(found, indent=1))
        return 0
    console = printer(file=sys.stdout)
    for name, group in groupby(found["cases"], key=lambda row: str(row["case"])):
        console.print(table(name, list(group)))
    for sentence in case_report.sentences(found):
        console.print(sentence, markup=False, highlight=False)
    return 0


def play(arguments: argparse.Namespace) -> int:
    """Read a case at the terminal. Problem while the rule, which it shows, is not on view."""
    if len(arguments.names) != 2 or arguments.json:
        raise Problem(f"Name one case to read: cases play {files.names()[0]}, without --json.")
    closed = _saves.rule_why_not(_saves.every_listed(saves_folder(arguments.data)))
    if closed and not arguments.opened:
        raise Problem(
            f"{closed} A case shows it too: play a war to its end first, or add --open "
            "to read all the same."
        )
    return room.read(CaseRoom(arguments.names[1]), Terminal())


def table(name: str, rows: list[dict[str, Any]]) -> Table:
    """Return the rows of the case ``name`` as a table for eighty columns."""
    made = Table(
        title=name, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False
    )
    for title in ("Sender", "Period", "Recorded", "P(open)", "Rule", "Agrees"):
        made.add_column(title, no_wrap=True)
    said = {True: "yes", False: "NO", None: "-"}
    for row in rows:
        made.add_row(
            row["sender"],
            row["period"].replace("..", " to "),
            row["recorded"],
            f"{row['p_open']:.2f}",
            row["predicted"],
            said[row["agrees"]],
        )
    return made
