"""Overture's front door: ``python main.py`` plays, ``python main.py COMMAND`` does one thing."""

import sys
from pathlib import Path

TOOLS = Path(__file__).with_name("tools")  # the makers', in a clone alone
OWN = ("game", "overture")  # the game's own package, in a clone and where it was installed


def start() -> int:
    """Run what the command line asks for; one message where this Python lacks what it takes."""
    try:
        from game.cli import COMMANDS, main  # here, where a missing package can still be told

        words = sys.argv[1:]
        if words and words[0] not in COMMANDS and TOOLS.is_dir():
            from tools import door

            if door.opens(words[0]):
                return door.run(words[0], words[1:])
        return main(words)
    except ImportError as missing:
        package = (missing.name or OWN[0]).partition(".")[0]
        if package in OWN:
            raise
        needs = "Overture needs Python 3.11 or newer, and what README.md installs first"
        print(f"{sys.executable}: no {package} that will do. {needs}: run that.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a folder without Python starts its workers by this file
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(start())
