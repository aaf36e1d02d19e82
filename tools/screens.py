"""Pictures of every screen of the window, drawn without one."""

import argparse
import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from game.printing import say
from game.problems import Problem
from game.study.pool import spawned, stopped_at_once
from tools import door

HELP: Final = "Draw every screen of the window as PNG, at two sizes of window and of text."
SCALES: Final = (1.0, 1.75)  # of the text; one process each


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where the pictures go, and which."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where they go")
    parser.add_argument("--only", default="", metavar="WORD", help="screens whose name has it")


def run(arguments: argparse.Namespace) -> int:
    """Draw; print how many."""
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=arguments.out):
            pass  # the workers could not say in one message that no file can stand there
    except OSError as error:
        why = error.strerror
        raise Problem(f"{arguments.out}: takes no pictures ({why}). Name another folder.") from None
    os.environ["SDL_VIDEODRIVER"] = "dummy"  # pictures need no display, and show none
    with tempfile.TemporaryDirectory() as folder:
        _saved(Path(folder))
        work = partial(drawn, Path(folder), arguments.out, arguments.only)
        with stopped_at_once(spawned(len(SCALES))) as pool:
            count = sum(pool.map(work, SCALES))
    if not count:
        raise Problem(f"--only {arguments.only}: no screen's name has it. Leave it out for all.")
    say(f"{count} pictures in {arguments.out}")
    return 0


def _saved(folder: Path) -> None:
    # Late: pygame reads the driver when it is imported.
    from tools import showcase

    showcase.saved_games(folder)


def drawn(folder: Path, out: Path, only: str, scale: float) -> int:
    """Draw every screen at one scale of text; return how many pictures there are."""
    # Late: pygame reads the driver when it is imported.
    from tools import gallery, showcase

    every = showcase.screens(folder)
    chosen = {name: make for name, make in every.items() if only in name}
    return len(gallery.render(chosen, out, scale, every["quarter dossier"]))


if __name__ == "__main__":
    sys.exit(door.run("screens"))
