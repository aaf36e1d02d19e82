"""``python main.py``: the game, in a window where one can be seen, else in the terminal."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any, Final, cast

from game import VERSION, program
from game.cli import _play_options
from game.cli._play_options import CHOSEN
from game.printing import say, warn
from game.record.folder import saves_folder

HELP: Final = "Play the game (what the program does without a command)."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options: those of the terminal game, and the window's own."""
    _play_options.add_arguments(parser)
    parser.add_argument("--software", action="store_true", help="draw without the graphics card")
    parser.add_argument(
        "--single-thread",
        action="store_true",
        help="think and bake between frames, as where there are no threads",
    )
    parser.add_argument("--picture", type=Path, default=None, help=argparse.SUPPRESS)  # of a build


def run(arguments: argparse.Namespace) -> int:
    """Play; return the exit code, 2 where there is neither a display nor a terminal."""
    if asks_for_a_game(arguments):
        return in_terminal(arguments)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Late: the window's library is not loaded for a game in the terminal.
    from game.cli._door import Door
    from game.desk.ahead import InTurn, Threaded, threads_start
    from game.ui.start import NoDisplay, picture, play, play_in_turns

    alone = arguments.single_thread or not threads_start()
    own = arguments.data is None
    door = cast(Any, Door(saves_folder(arguments.data), own, InTurn if alone else Threaded))
    if arguments.picture is not None:
        picture(door, VERSION, arguments.picture)
        return 0
    try:
        if alone:
            import asyncio  # late: a window with threads does without it

            asyncio.run(play_in_turns(door, VERSION, arguments.software))
        else:
            play(door, VERSION, arguments.software)
    except NoDisplay as trouble:
        return without_window(arguments, str(trouble).rstrip("."))
    return 0


def asks_for_a_game(arguments: argparse.Namespace) -> bool:
    """Whether options name a certain game, which the terminal starts at once."""
    names = (*CHOSEN, "load")
    return any(getattr(arguments, name) not in (None, False) for name in names)


def without_window(arguments: argparse.Namespace, trouble: str) -> int:
    """Say in one line why there is no window; play in the terminal if there is one."""
    if sys.stdin.isatty():
        say(f"{trouble}: the game goes on in this terminal.")
        return in_terminal(arguments)
    warn(f"{trouble}. Play in a terminal: {program.command('text')}")
    return 2


def in_terminal(arguments: argparse.Namespace) -> int:
    """Play in the terminal; return the exit code."""
    from game.cli import text  # late: the window does without it

    return text.run(arguments)
