"""``pack``: everything on paper for a seminar that plays a campaign, or that reads a case."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from game.campaign import cases, load
from game.cli._options import seed
from game.cli._overwriting import add_option, free
from game.printing import say
from game.problems import Problem
from game.record import saves_folder
from game.record.in_play import refuse_running
from game.record.timetable import PRESETS, preset_of
from game.study.papers import pack_case
from game.study.papers.export import save
from game.study.papers.pack import PAPERS, files

HELP = "Write a seminar's pack: rules, roles, briefs, decision sheets, the facilitator's guide."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the campaign, where the pack goes, and the seed of the sitting."""
    parser.add_argument(
        "campaign", metavar="CAMPAIGN", help="a shipped campaign, a case such as korea, or a file"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", required=True, help="the folder to write into"
    )
    parser.add_argument(
        "--seed",
        type=seed,
        metavar="N",
        help="the seed the sitting is played with: prints each side's sealed card",
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=None,
        metavar="DIR",
        help="where games are kept: no card of one in play is printed",
    )
    parser.add_argument(
        "--session",
        choices=tuple(PRESETS),
        default=None,
        help="the sitting the pack is for, in minutes (default: its own)",
    )
    parser.add_argument(
        "--paper",
        choices=tuple(PAPERS),
        default="a4",
        help="the paper it is printed on (default: a4)",
    )
    add_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the pack and name its files; 0. Problem for the cards of a game in play."""
    made = tuple(papers(arguments))
    free((arguments.out / name for name, _ in made), arguments)
    for path in save(arguments.out, made):
        say(path)
    return 0


def papers(arguments: argparse.Namespace) -> Iterable[tuple[str, str]]:
    """Return the papers asked for: a campaign's pack, or a case's two sheets."""
    if cases.is_case_file(arguments.campaign):
        if arguments.seed is not None:
            raise Problem("A case is not played: leave out --seed.")
        return pack_case.sheets(arguments.campaign)
    campaign = load(arguments.campaign)
    if arguments.seed is not None:
        refuse_running(saves_folder(arguments.data), campaign.name, arguments.seed)
    preset = preset_of(arguments.session) if arguments.session else None
    return files(campaign, arguments.seed, preset, arguments.paper)
