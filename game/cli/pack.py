"""``pack``: everything on paper for a seminar that plays a campaign."""

import argparse
from pathlib import Path

from game.campaign import load
from game.cli._options import seed
from game.printing import say
from game.record import saves_folder
from game.record.in_play import refuse_running
from game.study.export import save
from game.study.pack import files

HELP = "Write a seminar's pack: rules, roles, briefs, decision sheets, the facilitator's guide."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the campaign, where the pack goes, and the seed of the sitting."""
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a shipped campaign or a file")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True,
                        help="the folder to write into")
    parser.add_argument("--seed", type=seed, metavar="N",
                        help="the seed the sitting is played with: prints each side's sealed card")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR",
                        help="where games are kept: no card of one in play is printed")


def run(arguments: argparse.Namespace) -> int:
    """Write the pack and name its files; 0. Problem for the cards of a game in play."""
    campaign = load(arguments.campaign)
    if arguments.seed is not None:
        refuse_running(saves_folder(arguments.data), campaign.name, arguments.seed)
    for path in save(arguments.out, files(campaign, arguments.seed)):
        say(path)
    return 0
