"""``python main.py``: the game, in a window where there is one, else in the terminal."""

import argparse
import sys
from typing import Final

from game.cli import text

NAME: Final = "play"
HELP: Final = "play the game (what a bare `python main.py` does)"
WINDOW: Final = "game.cli.window"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the terminal game, which the window takes too."""
    text.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Play; return the exit code, 2 where there is neither a window nor a terminal."""
    if sys.stdin.isatty():
        print("Playing in the terminal.")
    return text.run(arguments)
