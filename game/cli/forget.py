"""``python main.py forget``: delete everything of yours that the game has kept, and say what."""

import argparse
from typing import Final

from game.cli._options import add_data
from game.printing import ask, say
from game.problems import gather
from game.record import data_folder
from game.record.forgetting import farewell, forget, kept, strangers

HELP: Final = "Delete all your data: saved games, what was set aside, settings."
WORD: Final = "forget"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where to look, and the confirmation."""
    add_data(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: argparse.Namespace) -> int:
    """Delete after a confirmation; 0 also where there was nothing."""
    found = kept(data_folder(arguments.data), arguments.data is None)
    for path in strangers(data_folder(arguments.data)):
        say(f"{path} is left: the game has not written it.")
    if not found:
        say(f"Nothing is kept in {data_folder(arguments.data)}.")
        return 0
    for path in found:
        say(path)
    if not arguments.yes and not _confirmed():
        say("Nothing was deleted.")
        return 0
    left = forget(found)
    if left:
        raise gather(
            "These could not be deleted; change their rights and do it again:", map(str, left)
        )
    say(farewell(len(found)))
    return 0


def _confirmed() -> bool:
    return ask(f"Type '{WORD}' to delete all of this for good: ") == WORD
