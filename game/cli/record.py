"""``python main.py record``: the record of one's wars, best by side, scenario and level."""

import argparse
import json
from dataclasses import asdict
from typing import Final

from game.cli._options import add_data
from game.cli._saves import wars
from game.consoles import printer
from game.printing import say
from game.record import saves_folder
from game.text import ends

HELP: Final = "Show the record of your wars: the best by side, scenario and level, and the feats."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where to look, and the form of the answer."""
    add_data(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Print the record; 0 also where there is none yet."""
    shown = wars(saves_folder(arguments.data))
    if arguments.json:
        say(json.dumps(asdict(shown)))
    else:
        ends.wars(printer(), shown)
    return 0
