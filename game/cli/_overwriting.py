"""Writing where something stands already: only after a question, or when it was said beforehand."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.printing import ask
from game.problems import Problem

OPTION: Final = "--over"
SHOWN: Final = 4  # names that a message repeats; the rest are counted


def add_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that says beforehand that files may be replaced."""
    parser.add_argument(OPTION, action="store_true", help="replace files that are there already")


def free(paths: Iterable[Path], arguments: argparse.Namespace) -> None:
    """Raise Problem where a file is there already, unless somebody says that it may be replaced.
    What is no file, such as a pipe, is written through and never replaced."""
    there = [str(path) for path in paths if os.path.isfile(path)]
    if not there or arguments.over:
        return
    rest = f" and {len(there) - SHOWN} more" if len(there) > SHOWN else ""
    named = f"{', '.join(there[:SHOWN])}{rest}"
    if sys.stdin.isatty() and sys.stdout.isatty():
        if ask(f"There already: {named}. Replace them? [yes/no] ").lower() in ("yes", "y"):
            return
        raise Problem("Nothing was written.")
    raise Problem(
        f"{named}: there already, so nothing was written. Name another place, or replace "
        f"what is there with {OPTION}."
    )
