"""``python main.py decisions``: how far apart the kinds of orders are, and what they hang on."""

import argparse
import json
from typing import Any

from rich.progress import Progress

from game.campaign import load
from game.cli import _searching
from game.cli._quick import quicken
from game.consoles import printer
from game.printing import say
from game.study.contests import decisions
from game.study.contests.kinds import KINDS
from game.study.contests.tables import CONSOLE, table

HELP = "Look into decisions: how far kinds of orders lie apart, and whether types change the best."
SAID = {
    "apart": f"best and worst kind more than {decisions.APART:g} points apart",
    "near": f"best two kinds within {decisions.NEAR:g} points",
    "type_changes_best": "another kind best, were the side of the other type",
    "reading_changes_best": "another kind best, were the enemy read otherwise",
    "either_changes_best": "one of both",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    _searching.add_wars(parser, 18)


def run(arguments: argparse.Namespace) -> int:
    """Play the wars and print what their decisions hang on."""
    first = load(arguments.campaign).first
    quicken(arguments.campaign)
    wars = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task(f"wars between {arguments.level}s", total=arguments.games)
        found = decisions.looked(
            arguments.campaign, arguments.level, arguments.seed, arguments.games, arguments.cores
        )
        for war in found:
            wars.append(war)
            progress.advance(bar)
    made = decisions.report(wars, first, arguments.seed)
    if arguments.json:
        say(json.dumps(made, indent=1))
    else:
        show(made)
    return 0


def show(found: dict[str, Any]) -> None:
    """Print the report for a reader."""
    shown = table(
        f"{found['decisions']} decisions of {found['games']} wars",
        "decisions with",
        "share",
        "95 %",
    )
    for name, said in SAID.items():
        low, high = found["intervals"][name]
        share = found[name]
        shown.add_row(
            said, *(("none", "") if share is None else (f"{share:.0%}", f"{low:.0%} to {high:.0%}"))
        )
    CONSOLE.print(shown)
    kinds = table("Which kind is best", "of", *KINDS)
    rows = {"all": found["best"], **found["best_by_side"], "was a candidate": found["candidates"]}
    for name, row in rows.items():
        kinds.add_row(name.capitalize(), *(f"{row[kind]:.0%}" for kind in KINDS))
    CONSOLE.print(kinds)
    for lines in found["wars"]:
        CONSOLE.print()
        for line in lines:
            CONSOLE.print(line)
