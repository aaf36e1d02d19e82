"""What all commands' options share: a parser that complains in one message, bounded numbers."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from game import numbers
from game.problems import Problem
from game.record.seeds import MOST_SEED

MOST_CORES: Final = 1024  # more than any machine has; a slip of the finger is refused


class Parser(argparse.ArgumentParser):
    """A parser that raises Problem for wrong use, instead of printing its usage and leaving."""

    def __init__(self, **rest: Any) -> None:
        """Make a parser as argparse does; no help is late yet."""
        super().__init__(**rest)
        self.late: list[tuple[argparse.Action, Callable[[], str]]] = []

    def format_help(self) -> str:
        """Return the help, with what is told late in it."""
        for action, tell in self.late:
            action.help = tell()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raise Problem with what is wrong and where the options are told."""
        raise Problem(f"{self.prog}: {message}. {self.prog} --help tells what can be given.")


def tell_late(
    parser: argparse.ArgumentParser, action: argparse.Action, tell: Callable[[], str]
) -> None:
    """Have an option's help made when it is asked for: what it lists takes long to import."""
    if isinstance(parser, Parser):
        parser.late.append((action, tell))
    else:
        action.help = tell()


def whole(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from ``least`` to ``most``, for ``type=`` of an option."""

    def number(word: str) -> int:
        try:
            return numbers.whole(word, "", least, most)
        except Problem as problem:
            raise argparse.ArgumentTypeError(str(problem).removeprefix(": ")) from None

    return number


seed: Final = whole(0, MOST_SEED)
cores: Final = whole(0, MOST_CORES)


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add where games are looked for and kept."""
    parser.add_argument(
        "--data",
        type=Path,
        default=None,
        metavar="DIR",
        help="where games are kept (default: the platform's folder)",
    )
