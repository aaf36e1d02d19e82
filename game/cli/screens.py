"""``python main.py screens``: pictures of every screen of the window, drawn without one."""

import argparse
import os
import tempfile
from pathlib import Path
from typing import Final

NAME: Final = "screens"
HELP: Final = "draw every screen of the window as PNG, at two sizes of window and of text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where the pictures go, and which."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where they go")
    parser.add_argument("--only", default="", metavar="WORD", help="screens whose name has it")


def run(arguments: argparse.Namespace) -> int:
    """Draw; print how many and how long it took."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"  # pictures need no display, and show none
    # Late: pygame reads the driver when it is imported.
    from game.cli import _showcase
    from game.ui import gallery

    with tempfile.TemporaryDirectory() as folder:
        _showcase.saved_games(Path(folder))
        every = _showcase.screens(Path(folder))
        chosen = {name: make for name, make in every.items() if arguments.only in name}
        files = gallery.render(chosen, arguments.out, below=every["quarter dossier"])
    print(f"{len(files)} pictures of {len(chosen)} screens in {arguments.out}")
    return 0
