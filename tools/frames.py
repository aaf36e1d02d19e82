"""Time to the first frame, time of a frame, and memory."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from game import numbers
from game.cli._options import whole
from game.printing import say
from game.problems import Problem
from tools import door

HELP: Final = "Measure the window: time to the title, milliseconds a frame, memory."
SIZES: Final = ("1280x720", "1920x1080")
LEAST, MOST = 320, 7680  # pixels of a window's side
MOST_FRAMES: Final = 100_000
HOME: Final = Path(__file__).resolve().parents[1]  # where a fresh interpreter finds the game
FIRST_FRAME: Final = (
    "import time; started = time.perf_counter()\n"
    "from pathlib import Path\n"
    "from game.cli._lobby import GameLobby\n"
    "from game.ui.app import App\n"
    "from game.ui.flow import Flow\n"
    "from game.ui.settings import Settings\n"
    "from game.ui.start import open_window\n"
    "app = App(open_window(Settings()), Settings())\n"
    "Flow(app, GameLobby(Path({folder!r})), 'x').title()\n"
    "app.tick(); app.frame()\n"
    "import pygame; pygame.display.flip()\n"
    "print(time.perf_counter() - started)\n"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sizes and the count of frames."""
    parser.add_argument(
        "--size",
        action="append",
        type=window_size,
        metavar="WxH",
        help=f"a window to measure, more than once if wanted ({', '.join(SIZES)})",
    )
    parser.add_argument(
        "--frames", type=whole(1, MOST_FRAMES), default=60, help="frames of each kind (60)"
    )
    parser.add_argument("--only", default="", metavar="WORD", help="screens whose name has it")


def window_size(word: str) -> str:
    """Return a window's size, such as 1280x720, if a window can have it."""
    sides = word.split("x")
    try:
        wide, high = (numbers.whole(one, "side", LEAST, MOST) for one in sides)
    except (Problem, ValueError):
        raise argparse.ArgumentTypeError(
            f"width and height such as 1280x720, each from {LEAST} to {MOST}, not "
            f"{numbers.quoted(word)}"
        ) from None
    return f"{wide}x{high}"


def run(arguments: argparse.Namespace) -> int:
    """Measure and print a table; the user's SDL_VIDEODRIVER is obeyed, none is needed."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    say(f"driver {os.environ['SDL_VIDEODRIVER']}; times in milliseconds, memory in megabytes")
    with tempfile.TemporaryDirectory() as name:
        say(f"title shown after {first_frame(name):.2f} s in a new process")
        for size in arguments.size or SIZES:
            _measured(Path(name), size, arguments.frames, arguments.only)
    return 0


def first_frame(folder: str) -> float:
    """Return seconds from a fresh interpreter's first line to the title on the screen.

    Problem where no window can be opened.
    """
    started = time.perf_counter()
    code = FIRST_FRAME.format(folder=folder)
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, errors="replace", cwd=HOME
    )
    if shown.returncode:
        why = shown.stderr.strip().rpartition("\n")[2]
        driver = os.environ["SDL_VIDEODRIVER"]
        raise Problem(
            f"SDL_VIDEODRIVER={driver}: no window opens ({why}). Unset it to measure "
            "without a display."
        )
    return time.perf_counter() - started


def _measured(folder: Path, size: str, frames: int, only: str) -> None:
    # Late: pygame reads the driver when it is imported.
    from tools import frame_times, showcase

    wide, _, high = size.partition("x")
    every = showcase.screens(folder)
    chosen = {name: make for name, make in every.items() if only in name}
    if not chosen:
        raise Problem(f"--only {only}: no screen's name has it. Leave it out to measure all.")
    say(f"\n{size:18} {'':14} {'p50':>7} {'p99':>7} {'memory':>7}")
    for row in frame_times.measure(chosen, (int(wide), int(high)), frames):
        say(f"{row.screen:18} {row.what:14} {row.p50:7.2f} {row.p99:7.2f} {row.memory:7.0f}")


if __name__ == "__main__":
    sys.exit(door.run("frames"))
