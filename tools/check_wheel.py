"""Install a wheel in an environment of its own and use it as people do: ``check_wheel.py WHEEL``.

Nothing of the clone is on the path: help, version, the replay, a war typed into a pipe, a match on
two processes, a check, an export, a picture of the window, and ``import overture``.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

KEPT = "the game that has just been kept"
MATCH = (
    *("match", "--campaign", "tiny", "--games", "4", "--cores", "2"),
    *("--washington", "exit:cadet", "--hanoi", "fight-and-talk:cadet"),
)
"""A match between players that search, on two processes."""
USES = (
    (["--version"], ""),
    (["replay"], ""),
    (["text", "--campaign", "tet", "--data", "kept"], "end\n" * 12),
    (MATCH, ""),
    (["check", "tet"], ""),
    (["export", KEPT, "--out", "home"], ""),
    (["play", "--picture", "title.png"], ""),
)
IMPORT = "import overture; print(overture.__version__, overture.replay('tet').ended)"


def main() -> int:
    """Check the wheel that is named; return 1 where a use of it fails."""
    if len(sys.argv) != 2 or not sys.argv[1].endswith(".whl"):
        print("python tools/check_wheel.py WHEEL", file=sys.stderr)
        return 2
    with TemporaryDirectory() as name:
        here = Path(name)
        folder = here / "own"
        venv.create(folder, with_pip=True)
        programs = folder / ("Scripts" if os.name == "nt" else "bin")
        run([programs / "python", "-m", "pip", "install", "-q", Path(sys.argv[1]).resolve()], here)
        beside = {path.name for path in (folder / "lib").glob("python*/site-packages/*")}
        print("beside other packages:", sorted(one for one in beside if one.startswith("overture")))
        done = []
        for words, typed in USES:
            kept = next((here / "kept" / "saves").glob("*.overture"), None)
            named = [str(kept) if word == KEPT else word for word in words]
            done.append(run([programs / "overture", *named], here, typed))
        done.append(run([programs / "python", "-I", "-c", IMPORT], here))
    return 0 if all(done) else 1


def run(command: list[object], here: Path, typed: str = "") -> bool:
    """Run a command; say whether it did what it should."""
    words = [str(word) for word in command]
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        words,
        cwd=here,
        input=typed,
        capture_output=True,
        text=True,
        timeout=600,
        env=settings | {"SDL_VIDEODRIVER": "dummy"},
    )
    print("ok  " if done.returncode == 0 else "FAIL", Path(words[0]).name, *words[1:5])
    if done.returncode:
        print(done.stdout[-500:], done.stderr[-2000:], sep="\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
