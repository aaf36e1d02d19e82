"""``pack``: everything on paper for a seminar that plays a campaign."""

import argparse
from pathlib import Path

from game.campaign import load
from game.problems import Problem
from game.study.export import save
from game.study.pack import files

NAME = "pack"
HELP = "Write a seminar's pack: rules, roles, briefs, decision sheets, the facilitator's guide."
MOST_SEED = 10**9 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the campaign, where the pack goes, and the seed of the sitting."""
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a shipped campaign or a file")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True,
                        help="the folder to write into")
    parser.add_argument("--seed", type=int, metavar="N",
                        help="the seed the sitting is played with: prints each side's sealed card")


def run(arguments: argparse.Namespace) -> int:
    """Write the pack and name its files; 0."""
    seed = arguments.seed
    if seed is not None and not 0 <= seed <= MOST_SEED:
        raise Problem(f"--seed {seed}: a seed is a number from 0 to {MOST_SEED}.")
    for path in save(arguments.out, files(load(arguments.campaign), seed)):
        print(path)
    return 0
