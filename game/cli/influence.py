"""``python main.py influence``: how much of what happens in the war the hidden rule decides."""

import argparse
import json

from rich.progress import Progress

from game.campaign import FULL
from game.cli._options import cores, seed, whole
from game.cli._quick import quicken
from game.consoles import printer
from game.players.roster import LEVEL_NAMES
from game.printing import say
from game.study.contests import standings
from game.study.contests.influence import influence
from game.study.contests.influence_tables import show_influence
from game.study.contests.play import Result, play_all

HELP = "Measure how much of what happens the hidden rule decides, with its terms switched off."

MOST_GAMES = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--games",
        type=whole(1, MOST_GAMES),
        default=100,
        help="wars between searching players, all doctrines",
    )
    parser.add_argument("--campaign", default=FULL, help="name or file")
    parser.add_argument(
        "--level",
        choices=LEVEL_NAMES,
        default=LEVEL_NAMES[-1],
        metavar="LEVEL",
        help="of the searching players: " + ", ".join(LEVEL_NAMES),
    )
    parser.add_argument("--seed", type=seed, default=1, help="the first war's seed")
    parser.add_argument("--cores", type=cores, default=0, help="processes; 0 takes all there are")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


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
