"""``check``: validate campaign files and cases, and play a record with neutral luck."""

import argparse

from game.campaign import cases, load
from game.campaign.limits import MOST_SHOWN
from game.campaign.rehearse import rehearse
from game.printing import say, warn
from game.problems import Problem, gather
from game.study.debrief.rows import history_scores
from game.study.fit import case_check
from game.study.fit import cases as periods

HELP = "Check campaign files and cases: schema, limits, and that recorded orders can be played."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files, and the table of exit codes."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a campaign file or a case, or the name of a shipped one",
    )
    parser.epilog = "Exit code: 0 all good, 1 problems found, 2 wrong use of the command."


def run(arguments: argparse.Namespace) -> int:
    """Check each file: one line for a good one, every problem of a bad one; 1 if any is bad."""
    bad = 0
    for file in arguments.files:
        try:
            say(checked(file))
        except Problem as problem:
            warn(problem)
            bad = 1
    return bad


def checked(file: str) -> str:
    """Return one line about a good campaign file or case; Problem with all that is wrong with a
    bad one."""
    if cases.is_case_file(file):
        return case_checked(file)
    campaign = load(file)
    found = rehearse(campaign)
    if found:
        shown = found[:MOST_SHOWN]
        rest = [f"... and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
        heading = f"{file}: the record cannot be played as it stands, {len(found)} problems"
        raise gather(heading, [*shown, *rest])
    played = campaign.quarters - campaign.start_index
    scores = history_scores(campaign)
    told = f" {campaign.beyond}" if campaign.beyond else ""
    return (
        f"{file}: good. {campaign.title}, {campaign.start} to {campaign.last}, {played} "
        f"quarters, {len(campaign.file.events)} events, "
        f"{len(campaign.file.chronicle)} rows of chronicle; history scores Washington "
        f"{scores['washington']:.1f}, Hanoi {scores['hanoi']:.1f}.{told}"
    )


def case_checked(file: str) -> str:
    """Return one line about a good case; Problem with all that is wrong with a bad one."""
    case = cases.load(file)
    found = case_check.misfits(case, cases.find(file))
    if found:
        raise gather(f"{file}: the case does not stand as it is, {len(found)} problems", found)
    counted = periods.periods(case)
    return (
        f"{file}: good. {case.case.title}, {len(case.pages)} pages, {len(counted)} "
        f"sender-periods, {len(case.people)} people"
    )
