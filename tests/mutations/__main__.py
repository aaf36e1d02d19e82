"""``python -m tests.mutations --seed S --count N``: make one line of the rules wrong, N times.

Works on a copy of the tree in a temporary folder, which goes whatever happens; stop it when you
like. Only the tests named for rules are run: no golden game, no record, no oracle, and none that
reads the source. A mutation that none of them notices is a survivor. Ends with 1 if more than a
tenth of them survive.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.mutations.draw import Mutation, draw

ROOT: Final = Path(__file__).parents[2]
RULES: Final = "game/engine/rules"
LEFT_OUT: Final = (
    "test_golden.py",
    "test_history.py",
    "test_oracles.py",
    "test_docs.py",
    "test_literals.py",
)
READS_SOURCE: Final = "tests/engine/test_ladders.py::test_every_constant_is_read_by_a_rule"
COPIED: Final = ("game", "tests", "campaigns", "assets", "docs", "pyproject.toml", "main.py")
MOST_SECONDS: Final = 300  # of one run; a rule that never ends is noticed too
MOST_SURVIVORS: Final = 0.1  # share


def rules(root: Path) -> list[str]:
    """Return the modules of the rules."""
    found = sorted((root / RULES).glob("*.py"))
    return [path.relative_to(root).as_posix() for path in found if path.name != "__init__.py"]


def named_for_rules(root: Path, module: str = "") -> Iterator[list[str]]:
    """Yield the tests that are run for a module, the quickest first: its own terms, those of the
    other rules, and the others, which play whole wars."""
    names = sorted(path.name for path in (root / "tests" / "engine").glob("test_*.py"))
    quick = [name for name in names if "rules" in name or "terms" in name]
    own = [name for name in quick if _speaks_of(root / "tests" / "engine" / name, module)]
    rest = [name for name in names if name not in quick and name not in LEFT_OUT]
    for part in (own, [name for name in quick if name not in own], rest):
        if part:
            yield [f"tests/engine/{name}" for name in part]


def _speaks_of(path: Path, module: str) -> bool:
    """Whether a file of terms imports a module of the rules."""
    if not module or "terms" not in path.name:
        return False
    return (
        re.search(rf"^from game.*\b{Path(module).stem}\b", path.read_text("utf-8"), re.M)
        is not None
    )


def copied(folder: Path) -> Path:
    """Return a copy of the tree in ``folder``."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        else:
            shutil.copy2(source, folder / name)
    return folder


def noticed(tree: Path, one: Mutation) -> str:
    """Return the test that notices a mutation; empty when none does. The tree is left as it was."""
    path = tree / one.module
    before = path.read_text("utf-8")
    path.write_text(one.applied(before), "utf-8")
    try:
        return failing(tree, one.module)
    finally:
        path.write_text(before, "utf-8")


def failing(tree: Path, module: str = "") -> str:
    """Return the first test that fails in a tree in which ``module`` was changed; empty when all
    pass."""
    parts = named_for_rules(tree, module)
    return next((found for tests in parts if (found := _failing(tree, tests))), "")


def _failing(tree: Path, tests: list[str]) -> str:
    command = [
        sys.executable,
        "-B",
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "--no-header",
        "--deselect",
        READS_SOURCE,
        *tests,
    ]
    settings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree)}
    settings.pop("OVERTURE_CACHE", None)
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env=settings,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "no end"
    if done.returncode == 0:
        return ""
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return lines[0].partition(" - ")[0] if lines else f"exit {done.returncode}"


def told(one: Mutation, by: str, number: int, since: float) -> str:
    """Return a line about one mutation."""
    seconds = time.monotonic() - since
    if by:
        return f"{number:3}  caught    {one}\n               by {by} ({seconds:.0f} s)"
    return f"{number:3}  SURVIVES  {one} ({seconds:.0f} s)"


def main() -> int:
    """Draw, run and tell; 1 if too many survive."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--only", type=int, nargs="*", help="numbers of those to run, from 1")
    parser.add_argument("--module", nargs="*", help="names of the rules to change, such as air")
    parser.add_argument("--list", action="store_true", help="draw and print, run nothing")
    asked = parser.parse_args()
    modules = [name for name in rules(ROOT) if not asked.module or Path(name).stem in asked.module]
    drawn = list(enumerate(draw(ROOT, modules, asked.seed, asked.count), 1))
    drawn = [one for one in drawn if not asked.only or one[0] in asked.only]
    if asked.list:
        print("\n".join(f"{number:3}  {one}" for number, one in drawn))
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="overture-mutations-") as folder:
        return run(copied(Path(folder)), drawn, asked.seed)


def run(tree: Path, drawn: list[tuple[int, Mutation]], seed: int) -> int:
    """Run each mutation and print what notices it; 1 if too many survive."""
    sound = failing(tree)
    if sound:
        print(f"The tests fail before anything is changed: {sound}")
        return 2
    survivors, done = [], 0
    try:
        for number, one in drawn:
            since, by = time.monotonic(), noticed(tree, one)
            done += 1
            survivors += [] if by else [one]
            print(told(one, by, number, since), flush=True)
    except KeyboardInterrupt:
        print("Stopped.")
    print(f"seed {seed}: {done - len(survivors)} of {done} caught, {len(survivors)} survive")
    for one in survivors:
        print(f"  {one}")
    return int(len(survivors) > MOST_SURVIVORS * max(done, 1))


if __name__ == "__main__":
    raise SystemExit(main())
