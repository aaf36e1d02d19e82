"""``python main.py influence``: how much of what happens in the war the hidden rule decides."""

import argparse
import json

from rich.progress import Progress

from game.cli import _searching
from game.cli._quick import quicken
from game.consoles import printer
from game.printing import say
from game.study.contests import standings
from game.study.contests.influence import influence
from game.study.contests.influence_tables import show_influence
from game.study.contests.play import Result, play_all

HELP = "Measure how much of what happens the hidden rule decides, with its terms switched off."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    _searching.add_wars(parser, 100)


def run(arguments: argparse.Namespace) -> int:
    """Play the wars and print what they tell of the rule."""
    quicken(arguments.campaign)
    found = influence(arguments.campaign, played(arguments), arguments.seed)
    if arguments.json:
        say(json.dumps(found, indent=1))
    else:
        show_influence(found)
    return 0


def played(arguments: argparse.Namespace) -> list[Result]:
    """Return the wars between searching equals by seed, with a progress bar on standard error."""
    jobs = standings.equals(arguments.campaign, arguments.level, arguments.seed, arguments.games)
    found = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task(f"wars between {arguments.level}s", total=len(jobs))
        for result in play_all(jobs, arguments.cores):
            found.append(result)
            progress.advance(bar)
    return sorted(found, key=lambda result: result.job.seed)
