"""How a tool is run: as a command of the game is, with the same complaints and exit codes.

Such a tool has HELP, ``add_arguments(parser)`` and ``run(arguments) -> exit code``, and ends with
``if __name__ == "__main__": sys.exit(door.run("its name"))``. In a clone ``python main.py`` with
its name runs it too, though no help of the game lists it: a player has no use for it.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from game.cli import guarded
from game.cli._options import Parser


def opens(name: str) -> bool:
    """Whether a tool of that name is run this way, told without importing it."""
    if not name.isidentifier():
        return False
    path = Path(__file__).with_name(f"{name}.py")
    return path.is_file() and f'door.run("{name}")' in path.read_text("utf-8")


def run(name: str, words: Sequence[str] | None = None) -> int:
    """Run a tool with ``words``, those of the command line if None; return its exit code.

    It is imported by its full name, so that what it hands to other processes is found there.
    """

    def work() -> int:
        tool = import_module(f"tools.{name}")
        parser = Parser(prog=f"python -m tools.{name}", description=tool.HELP)
        tool.add_arguments(parser)
        return int(tool.run(parser.parse_args(sys.argv[1:] if words is None else words)))

    return guarded(work)
