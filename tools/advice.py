"""How often the advisers' ranges hold the truth."""

import argparse
import json
import sys

from rich.progress import Progress
from rich.table import Table

from game.campaign import FULL
from game.campaign.files import names
from game.cli._options import cores, seed, whole
from game.cli._quick import quicken
from game.consoles import printer
from game.printing import say
from game.study.contests.advice import HeldAnswer, coverage, heard_many, measures
from game.study.contests.advice_fit import as_module, widths
from game.study.contests.advice_players import GOVERNMENTS, KINDS, MIXED, halved
from tools import door

HELP = "Play wars and say how often the advisers' 80 % ranges hold the truth."

MOST = 200_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--quarters", type=whole(1, MOST), default=500, help="quarters of play to hear"
    )
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument(
        "--players",
        choices=KINDS,
        default=GOVERNMENTS,
        help="who governs; mixed: random, planned, scripted and searching players "
        "in equal parts, in all campaigns in turn",
    )
    parser.add_argument("--campaign", help=f"name or file; {FULL}, or with mixed players all")
    parser.add_argument("--cores", type=cores, default=0, help="processes; 0 takes all there are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--refit",
        action="store_true",
        help="print advice_widths.py anew; with mixed players by other scripts "
        "than those that measure",
    )


def run(arguments: argparse.Namespace) -> int:
    """Hear the advisers and print what their ranges were worth."""
    mixed = arguments.players == MIXED
    quicken(arguments.campaign)
    played = (arguments.campaign,) if arguments.campaign else names() if mixed else (FULL,)
    scripts = halved("fit" if arguments.refit else "measure") if mixed else ()
    rows: list[HeldAnswer] = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task("hearing the advisers", total=arguments.quarters)
        for done, more in heard_many(
            played, arguments.quarters, arguments.seed, arguments.cores, arguments.players, scripts
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


def _plain(rows: list[HeldAnswer]) -> dict[str, object]:
    """Return the measures and the coverage as plain data."""
    named = ("side", "adviser", "question", "answers", "held", "width")
    return {
        **measures(rows),
        "rows": [dict(zip(named, row, strict=True)) for row in coverage(rows)],
    }


def _show(rows: list[HeldAnswer]) -> None:
    """Print the coverage for a reader."""
    table = Table(title="Truths held by the advisers' 80 % ranges")
    for column in ("side", "adviser", "question", "answers", "held", "mean width"):
        table.add_column(column, justify="right" if column in ("answers", "held") else "left")
    for side, adviser, question, answers, held, width in coverage(rows):
        table.add_row(side, adviser, question, str(answers), f"{held:.0%}", f"{width:.3g}")
    console = printer(highlight=False)
    console.print(table)
    found = measures(rows)
    console.print(
        f"All together: {found['held']:.1%}; in ranges of twice the width "
        f"{found['within_twice']:.1%}; at the worst {found['worst_cell']:.1%} "
        f"({found['worst_cell_is']})."
    )


if __name__ == "__main__":
    sys.exit(door.run("advice"))
