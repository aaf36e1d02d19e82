"""One game in a real window, where Xvfb and xdotool are installed; and where there is none."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
PATIENCE = 120.0  # seconds for a window to come up beside other work
needs_tools = pytest.mark.skipif(bool(TOOLS), reason=f"not installed: {', '.join(TOOLS)}")


@pytest.fixture
def display() -> Iterator[str]:
    """Start a screen nobody sees, and give its name."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        number = numbers.readline().strip()
    yield f":{number}"
    screen.terminate()
    screen.wait(PATIENCE)


def environment(display: str, home: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SDL_")}
    return kept | {
        "DISPLAY": display,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "SDL_AUDIODRIVER": "dummy",
    }


class Hand:
    """Types into the window as a person would."""

    def __init__(self, around: dict[str, str]) -> None:
        """Look for the window until it is there."""
        self.around = around
        self.window = self._find()

    def _find(self) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            done = self._do("search", "--class", "overture")
            if done.stdout.strip():
                return done.stdout.split()[0]
            time.sleep(0.1)
        raise AssertionError("no window came up")

    def _do(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["xdotool", *words],
            env=self.around,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def press(self, *keys: str) -> None:
        self._do("windowfocus", self.window)
        for each in keys:
            self._do("key", each)
            time.sleep(0.1)


def begin_first_game(hand: Hand, home: Path) -> list[Path]:
    """Press the letter of the first game until it is kept: a key that comes before the window
    listens is lost. Return the saved games."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        hand.press("Escape", "f")  # the content note lies above at the first start
        for wait in range(40):
            time.sleep(0.1)
            if wait % 10 == 9:
                hand.press("Return")  # from the briefing to the first quarter, which is kept
            found = sorted((home / "saves").glob("game-*[!~].overture"))
            if found:
                return found
    return []


@needs_tools
def test_a_game_is_begun_and_left_in_a_real_window(display: str, tmp_path: Path) -> None:
    around = environment(display, tmp_path)
    game = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "play", "--software", "--data", str(tmp_path)],
        env=around,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        hand = Hand(around)
        assert len(begin_first_game(hand, tmp_path)) == 1
        hand.press("Return", "f3", "Escape")
        hand._do("windowclose", hand.window)
        assert game.wait(PATIENCE) is not None
    finally:
        game.kill()
    assert game.stderr is not None
    assert "Traceback" not in game.stderr.read()


def test_a_driver_that_the_user_chose_is_obeyed(tmp_path: Path) -> None:
    """The dummy driver shows nothing and is not refused: it was asked for by name."""
    program = (
        "from game.ui.settings import Settings; from game.ui.start import open_window; "
        "import pygame; open_window(Settings()); print(pygame.display.get_driver())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment("", tmp_path) | {"SDL_VIDEODRIVER": "dummy"},
        cwd=ROOT,
        timeout=PATIENCE,
        check=True,
    )
    assert done.stdout.split()[-1] == "dummy"


def test_an_invisible_driver_that_nobody_chose_is_refused_in_one_line(tmp_path: Path) -> None:
    around = environment("", tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        around.pop(name, None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        capture_output=True,
        text=True,
        env=around,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "python main.py text" in done.stderr
