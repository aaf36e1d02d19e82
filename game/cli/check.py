"""``check``: validate campaign files, and play their record with neutral luck."""

import argparse
import sys

from game.campaign import load
from game.campaign.limits import MOST_SHOWN
from game.campaign.rehearse import rehearse
from game.problems import Problem, gather
from game.study.rows import history_scores

HELP = "Check campaign files: schema, limits, and that the recorded orders can be played."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files, and the table of exit codes."""
    parser.add_argument("files", nargs="+", metavar="FILE",
                        help="a campaign file, or the name of a shipped campaign")  # fmt: skip
    parser.epilog = "Exit code: 0 all good, 1 problems found, 2 wrong use of the command."


def run(arguments: argparse.Namespace) -> int:
    """Check each file: one line for a good one, every problem of a bad one; 1 if any is bad."""
    bad = 0
    for file in arguments.files:
        try:
            print(checked(file))
        except Problem as problem:
            print(problem, file=sys.stderr)
            bad = 1
    return bad


def checked(file: str) -> str:
    """Return one line about a good campaign file; Problem with all that is wrong with a bad one."""
    campaign = load(file)
    found = rehearse(campaign)
    if found:
        shown = found[:MOST_SHOWN]
        rest = [f"... and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
        heading = f"{file}: the record cannot be played as it stands, {len(found)} problems"
        raise gather(heading, [*shown, *rest])
    played = campaign.quarters - campaign.start_index
    scores = history_scores(campaign)
    return (f"{file}: good. {campaign.title}, {campaign.start} to {campaign.last}, {played} "
            f"quarters, {len(campaign.file.events)} events, "
            f"{len(campaign.file.chronicle)} rows of chronicle; history scores Washington "
            f"{scores['washington']:.1f}, Hanoi {scores['hanoi']:.1f}")  # fmt: skip
