"""How much of the processor a start takes: title, help and replay, each in a new process."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

HOME: Final = Path(__file__).resolve().parents[1]  # where a fresh interpreter finds the game
RUNS: Final = 3  # the best of so many is told
TOLD: Final = "sys.stderr.write('\\n' + str(time.process_time()))\n"
COMMAND: Final = (
    "import sys, time\n"
    "from game.cli import main\n"
    "try: main(sys.argv[1:])\n"
    "except SystemExit: pass\n"
) + TOLD
TITLE: Final = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "import game.cli.play\n"
    "from game.cli._door import Door\n"
    "from game.ui.app import App\n"
    "from game.ui.flow import Flow\n"
    "from game.ui.settings import Settings\n"
    "from game.ui.start import open_window\n"
    "app = App(open_window(Settings()), Settings())\n"
    "Flow(app, Door(Path(sys.argv[1]), False), 'x').title()\n"
    "app.tick(); app.frame()\n"
) + TOLD


def starts() -> dict[str, float]:
    """Return milliseconds of processor time to the title, of ``--help`` and of ``replay``."""
    with tempfile.TemporaryDirectory() as empty:
        return {
            "title_cpu_ms": _best(TITLE, empty),
            "help_cpu_ms": _best(COMMAND, "--help"),
            "replay_cpu_ms": _best(COMMAND, "replay"),
        }


def _best(code: str, word: str) -> float:
    quiet = os.environ | {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    found = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, "-c", code, word],
            capture_output=True,
            text=True,
            errors="replace",
            cwd=HOME,
            env=quiet,
            check=True,
        )
        found.append(float(done.stderr.rpartition("\n")[2]))
    return min(found) * 1e3
