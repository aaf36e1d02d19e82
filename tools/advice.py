"""How often the advisers' ranges hold the truth."""

import argparse
import json
import sys

import numpy as np
from rich.progress import Progress
from rich.table import Table

from game.campaign import FULL
from game.cli._options import cores, seed, whole
from game.cli._quick import quicken
from game.consoles import printer
from game.printing import say
from game.study.contests.advice import Row, as_module, coverage, heard_many, widths
from tools import door

HELP = "Play wars and say how often the advisers' 80 % ranges hold the truth."

MOST = 200_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--quarters", type=whole(1, MOST), default=500,
                        help="quarters of play to hear")  # fmt: skip
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument("--campaign", default=FULL, help="name or file")
    parser.add_argument("--cores", type=cores, default=0, help="processes; 0 takes all there are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--refit", action="store_true", help="print advice_widths.py anew")


def run(arguments: argparse.Namespace) -> int:
    """Hear the advisers and print what their ranges were worth."""
    quicken(arguments.campaign)
    rows: list[Row] = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task("hearing the advisers", total=arguments.quarters)
        for done, more in heard_many(
            arguments.campaign, arguments.quarters, arguments.seed, arguments.cores
        ):
            rows += more
            progress.update(bar, completed=min(done, arguments.quarters))
    if arguments.refit:
        say(as_module(widths(rows)))
    elif arguments.json:
        say(json.dumps(_plain(rows), indent=1))
    else:
        _show(rows)
    return 0


def _plain(rows: list[Row]) -> dict[str, object]:
    """Return the coverage as plain data."""
    names = ("side", "adviser", "question", "answers", "held", "width")
    return {
        "held": float(np.mean([row.held for row in rows])),
        "rows": [dict(zip(names, row, strict=True)) for row in coverage(rows)],
    }


def _show(rows: list[Row]) -> None:
    """Print the coverage for a reader."""
    table = Table(title="Truths held by the advisers' 80 % ranges")
    for column in ("side", "adviser", "question", "answers", "held", "mean width"):
        table.add_column(column, justify="right" if column in ("answers", "held") else "left")
    for side, adviser, question, answers, held, width in coverage(rows):
        table.add_row(side, adviser, question, str(answers), f"{held:.0%}", f"{width:.3g}")
    console = printer(highlight=False)
    console.print(table)
    console.print(f"All together: {np.mean([row.held for row in rows]):.1%}.")


if __name__ == "__main__":
    sys.exit(door.run("advice"))
