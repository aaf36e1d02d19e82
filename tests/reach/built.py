"""What is built for people, built once for all tests of it."""

import os
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

ROOT = Path(__file__).parents[2]
POISON = "raise SystemExit('a stranger called game was imported')\n"


def build(kind: str, source: Path, into: Path) -> Path:
    """Return the file of one ``kind`` (wheel, sdist) that ``source`` builds into a folder."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (made,) = into.iterdir()
    return made


@cache
def installed() -> Path:
    """Return a folder that holds the wheel's packages, as an installation lays them, beside a
    module of somebody else's that is called ``game`` and must not be imported."""
    folder = Path(mkdtemp(prefix="overture-test-"))
    with zipfile.ZipFile(build("wheel", ROOT, folder)) as wheel:
        wheel.extractall(folder / "site")
    (folder / "site" / "game.py").write_text(POISON, "utf-8")
    return folder / "site"


def run(words: list[str], here: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Return what Python did with ``words`` where only the wheel is installed, in a folder."""
    rest = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    settings = rest | {"PYTHONPATH": str(installed()), "SDL_VIDEODRIVER": "dummy"}
    return subprocess.run(
        [sys.executable, "-P", *words],
        cwd=here,
        env=settings,
        input=typed,
        capture_output=True,
        text=True,
        timeout=250,
    )
