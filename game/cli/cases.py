"""``cases``: other wars under the rule, each government's hand beside what the rule predicts."""

import argparse
import json
import sys
from itertools import groupby
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table

from game.campaign import cases as files
from game.study import case_report, cases

HELP: Final = "Other wars under the rule: what was recorded beside what the rule predicts."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the cases and the output's form."""
    parser.add_argument("names", nargs="*", metavar="CASE",
                        help="cases of campaigns/cases or files (default: all: "
                             f"{', '.join(files.names())})")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print an object for programs")


def run(arguments: argparse.Namespace) -> int:
    """Print every sender-period and how often the rule agrees; 0."""
    found = case_report.report(cases.every(arguments.names or None))
    if arguments.json:
        print(json.dumps(found, indent=1))
        return 0
    console = Console(file=sys.stdout)
    for name, group in groupby(found["cases"], key=lambda row: str(row["case"])):
        console.print(table(name, list(group)))
    for sentence in case_report.sentences(found):
        console.print(sentence, markup=False, highlight=False)
    return 0


def table(name: str, rows: list[dict[str, Any]]) -> Table:
    """Return the rows of the case ``name`` as a table for eighty columns."""
    made = Table(title=name, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False,
                 show_edge=False)  # fmt: skip
    for title in ("Sender", "Period", "Recorded", "P(open)", "Rule", "Agrees"):
        made.add_column(title, no_wrap=True)
    said = {True: "yes", False: "NO", None: "-"}
    for row in rows:
        made.add_row(row["sender"], row["period"].replace("..", " to "), row["recorded"],
                     f"{row['p_open']:.2f}", row["predicted"], said[row["agrees"]])
    return made
