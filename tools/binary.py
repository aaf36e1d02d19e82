"""Build a folder that runs without Python: ``python tools/binary.py [--check]``.

PyInstaller packs the game into ``dist/overture``: ``overture`` opens the window, ``overture-text``
plays in a terminal and runs every other command (on Windows a program has either a window or a
terminal). One folder and not one file, which scanners of viruses flag. Packages of the extras are
left out. ``--check`` starts what was built, five ways; ``--zip`` packs the folder.
"""

import argparse
import json
import os
import platform
import re
import shutil
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
BUILD, DIST = ROOT / "build" / "binary", ROOT / "dist"
FOLDER = DIST / "overture"
UNIX = 3  # the system in a zip whose entries may be links
SHIPPED = ("assets", "campaigns")
LEFT_OUT = (
    "tkinter",
    "scipy",
    "pandas",
    "pyarrow",
    "dask",
    "distributed",
    "pettingzoo",
    "gymnasium",
    "pygambit",
    "pyspiel",
    "pgx",
    "jax",
    "jaxlib",
    "pytest",
    "_pytest",
    "hypothesis",
    "mypy",
    "llvmlite",
    "numba",
    "IPython",
    "PyQt5",
    "PyQt6",
    "PySide2",
    "PySide6",
    "setuptools",
    "pip",
)
"""Packages of extras and of builders, which may stand in the environment that builds."""
SPEC = """
from PyInstaller.utils.hooks import collect_submodules

found = Analysis([{main!r}], pathex=[{root!r}], datas={datas!r}, excludes={excludes!r},
                 hiddenimports=collect_submodules("game"), noarchive=False)
assert any(name == "game.cli.replay" for name, *_ in found.pure), "no commands were collected"
packed = PYZ(found.pure)
programs = [
    EXE(packed, found.scripts, [], exclude_binaries=True, name=name, console=console, upx=False)
    for name, console in (("overture", False), ("overture-text", True))
]
COLLECT(*programs, found.binaries, found.datas, upx=False, name="overture")
"""


def main() -> int:
    """Build, and check and pack if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="start what was built, five ways")
    parser.add_argument("--only-check", action="store_true", help="check a folder built before")
    parser.add_argument("--zip", action="store_true", help="pack the folder into a zip")
    asked = parser.parse_args()
    if not asked.only_check:
        build()
    if asked.check or asked.only_check:
        check()
    if asked.zip:
        print(pack())
    return 0


def build() -> None:
    """Build the folder anew."""
    sys.path.insert(0, str(ROOT))  # where PyInstaller looks for the game's modules, too
    from PyInstaller.__main__ import run

    from tools.bake_maps import bake

    shutil.rmtree(FOLDER, ignore_errors=True)
    BUILD.mkdir(parents=True, exist_ok=True)
    maps = BUILD / "maps"
    bake(maps)
    spec = BUILD / "overture.spec"
    spec.write_text(
        SPEC.format(
            main=str(ROOT / "main.py"),
            root=str(ROOT),
            excludes=list(LEFT_OUT),
            datas=[*data(), (str(maps), "assets/baked")],
        ),
        "utf-8",
    )
    run(
        [
            "--noconfirm",
            "--log-level",
            "WARN",
            "--distpath",
            str(DIST),
            "--workpath",
            str(BUILD / "work"),
            str(spec),
        ]
    )
    for name in ("LICENSE", "README.md"):
        shutil.copyfile(ROOT / name, FOLDER / name)


def data() -> Iterator[tuple[str, str]]:
    """Yield every file that is no module, with the folder in which the game will look for it, and
    the commands' own texts, off which their help is read without importing them."""
    for path in sorted((ROOT / "game" / "cli").glob("[a-z]*.py")):
        yield str(path), "game/cli"
    for folder in (*SHIPPED, "game"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                yield str(path), str(path.parent.relative_to(ROOT))


def check() -> None:
    """Start the folder as people do; SystemExit with what does not work."""
    took: dict[str, float] = {}
    with TemporaryDirectory() as name:
        for what in (version, golden_replay, piped_war, match_on_two, window_picture):
            began = time.perf_counter()
            what(Path(name))
            took[what.__name__] = time.perf_counter() - began
            print(f"{what.__name__.replace('_', ' '):16} {took[what.__name__]:6.1f} s")
        compare(Path(name))
    size = sum(path.lstat().st_size for path in FOLDER.rglob("*") if path.is_file())
    print(f"{size / 1e6:.0f} MB in {FOLDER}")


def version(here: Path) -> None:
    """The version is that of the source."""
    found = re.search(r'VERSION = "([^"]+)"', (ROOT / "game/__init__.py").read_text("utf-8"))
    known = found[1] if found else "none"
    said = started(["--version"], here)
    wanted(f"Overture {known}" in said, f"the version is told as {said!r}, not {known}")


def golden_replay(here: Path) -> None:
    """The recorded war comes to what the source plays, quarter by quarter."""
    ours = json.loads(started(["replay", "--json"], here))
    source = [sys.executable, str(ROOT / "main.py"), "replay", "--json"]
    known = json.loads(subprocess.run(source, capture_output=True, check=True, timeout=300).stdout)
    wanted(ours == known, "the replay is not the one of the source")


def piped_war(here: Path) -> None:
    """A war typed into a pipe is played and kept."""
    started(["text", "--campaign", "tet", "--data", "kept"], here, "end\n" * 12)
    wanted(any((here / "kept" / "saves").glob("*.overture")), "no game was kept")


def match_on_two(here: Path) -> None:
    """Two processes play a match between players that search."""
    said = started(
        [
            "match",
            "--campaign",
            "tiny",
            "--games",
            "4",
            "--cores",
            "2",
            "--json",
            "--washington",
            "exit:cadet",
            "--hanoi",
            "fight-and-talk:cadet",
        ],
        here,
    )
    wanted(bool(json.loads(said)), "the match told nothing")


def window_picture(here: Path) -> None:
    """A screen is drawn, fonts, map and all."""
    started(["play", "--picture", "title.png"], here, driver="dummy")
    wanted((here / "title.png").stat().st_size > 20_000, "no picture")


def compare(here: Path) -> None:
    """Print start and replay of the folder beside the source's, as ratios."""
    for words in (["--version"], ["replay"]):
        ours = best([str(program("overture-text")), *words], here)
        source = best([sys.executable, str(ROOT / "main.py"), *words], here)
        print(f"{' '.join(words):16} {ours:.2f} s, {ours / source:.2f} times the source's")


def best(command: list[str], here: Path) -> float:
    """Return the least of three times of a command, in seconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run(command, cwd=here, capture_output=True, check=True, timeout=300)
        times.append(time.perf_counter() - began)
    return min(times)


def started(words: list[str], here: Path, typed: str = "", driver: str = "") -> str:
    """Return what the built program printed; SystemExit where it failed."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    settings |= {"SDL_VIDEODRIVER": driver} if driver else {}
    done = subprocess.run(
        [str(program("overture-text")), *words],
        cwd=here,
        env=settings,
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=600,
    )
    said = f"{' '.join(words)}: exit {done.returncode}\n{done.stderr[-3000:]}"
    wanted(done.returncode == 0, said)
    return done.stdout


def program(name: str) -> Path:
    """Return the path of one of the two programs."""
    return FOLDER / (f"{name}.exe" if os.name == "nt" else name)


def wanted(holds: bool, otherwise: str) -> None:
    """End with ``otherwise`` unless it ``holds``."""
    if not holds:
        raise SystemExit(f"dist/overture: {otherwise}")


def pack() -> Path:
    """Pack the folder into a zip that is named for the system; keep what may be run so."""
    name = f"overture-{platform.system().lower()}-{platform.machine().lower()}.zip"
    with zipfile.ZipFile(DIST / name, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(FOLDER.rglob("*")):
            if path.is_symlink():  # as a link: unpacked twice, a library would only take room
                link = zipfile.ZipInfo(path.relative_to(DIST).as_posix())
                link.create_system, link.external_attr = UNIX, (stat.S_IFLNK | 0o777) << 16
                packed.writestr(link, os.readlink(path))
            elif path.is_file():
                packed.write(path, path.relative_to(DIST))
    return DIST / name


if __name__ == "__main__":
    sys.exit(main())
