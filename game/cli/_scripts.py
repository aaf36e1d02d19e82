"""``match --scripts``: short policies against the top level, in the wars the level plays."""

import argparse
import json
from pathlib import Path

from rich.progress import Progress

from game.campaign import FULL
from game.consoles import printer
from game.players.roster import LEVEL_NAMES
from game.printing import say
from game.study.contests import script_suite
from game.study.contests.tables import show_scripts


def scripts(arguments: argparse.Namespace) -> int:
    """Play every script of a folder in its chairs and print what it gains."""
    campaign, level = arguments.campaign or FULL, arguments.level or LEVEL_NAMES[-1]
    only = tuple(name for name in arguments.only.split(",") if name)
    chosen = script_suite.scripts(Path(arguments.scripts), only)
    many = script_suite.wars(campaign, level, arguments.seed, arguments.games, chosen)
    found = []
    with Progress(console=printer(stderr=True), transient=True) as progress:
        bar = progress.add_task(f"{len(chosen)} scripts against {level}s", total=len(many))
        for war in script_suite.play_suite(many, arguments.cores):
            found.append(war)
            progress.advance(bar)
    made = script_suite.report(campaign, level, found, arguments.seed)
    if arguments.json:
        say(json.dumps(made, indent=1))
    else:
        show_scripts(made)
    return 0
