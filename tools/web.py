"""Build a page that plays in a browser: ``python tools/web.py --pyodide DIR --wheels DIR``.

``dist/web`` is a folder for any static host: Pyodide (Python for browsers), the wheels it needs,
the game, and a page. Nothing is fetched from elsewhere when it is played. ``--pyodide`` names a
folder with Pyodide's files, ``--wheels`` one with wheels that fit: docs/installing.md lists them.
Without pygame-ce's wheel the page plays in text. ``--bare`` builds the page, the worker and the
bridge to kept games without the game, to try them where the wheels are not at hand.
"""

import argparse
import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE, OUT = ROOT / "tools" / "page", ROOT / "dist" / "web"
INTERPRETER = ("pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
BY_VERSION = ("pyodide.asm.js", "pyodide.asm.mjs")  # one or the other
NEEDED = (
    "numpy",
    "pydantic",
    "pydantic_core",
    "annotated_types",
    "typing_extensions",
    "typing_inspection",
    "rich",
    "markdown_it_py",
    "mdurl",
    "pygments",
    "platformdirs",
)
"""Distributions without which the game does not start."""
WELCOME = ("pygame_ce", "cryptography", "cffi", "pycparser")
"""Those that add the window, and games sealed by passphrases."""
GAME = ("main.py", "game", "assets", "campaigns")
LARGE = ("assets/fonts", "assets/map", "assets/pictures")  # only the window needs them


class Missing(Exception):
    """Something is not at hand; the message names it and what to do."""


def main() -> int:
    """Build; one message where something is not at hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pyodide", type=Path, required=True, metavar="DIR")
    parser.add_argument("--wheels", type=Path, metavar="DIR")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR")
    parser.add_argument("--bare", action="store_true", help="the page without the game")
    asked = parser.parse_args()
    try:
        if not asked.bare and asked.wheels is None:
            raise Missing("--wheels: name the folder with the wheels, or build --bare.")
        chosen = [] if asked.bare else fitting(asked.wheels)
        build(asked.pyodide, chosen, asked.out)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    size = sum(path.stat().st_size for path in asked.out.rglob("*") if path.is_file())
    print(f"{asked.out}: {size / 1e6:.0f} MB; {told(chosen) if chosen else 'bare'}")
    return 0


def build(pyodide: Path, wheels: list[Path], out: Path) -> None:
    """Lay the folder anew."""
    interpreter = files_of(pyodide)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(PAGE, out)
    for folder, files in (("pyodide", interpreter), ("wheels", wheels)):
        (out / folder).mkdir()
        for path in files:
            shutil.copyfile(path, out / folder / path.name)
    if wheels:
        with_window = any(distribution(path) == "pygame_ce" for path in wheels)
        pack(out / "game.zip", with_window)
        contents = {"game": "game.zip", "wheels": [path.name for path in wheels]}
        (out / "contents.json").write_text(json.dumps(contents, indent=1), "utf-8")


def files_of(pyodide: Path) -> list[Path]:
    """Return Pyodide's files; Missing where one is not there."""
    script = next((name for name in BY_VERSION if (pyodide / name).is_file()), BY_VERSION[0])
    found = [pyodide / name for name in (*INTERPRETER, script)]
    lacking = [path.name for path in found if not path.is_file()]
    if lacking:
        raise Missing(f"{pyodide}: no {', '.join(lacking)}. Name a folder with Pyodide's files.")
    return found


def fitting(folder: Path) -> list[Path]:
    """Return the wheels of a folder that the page uses; Missing where a needed one is not there."""
    by_name = {distribution(path): path for path in sorted(folder.glob("*.whl"))}
    lacking = [name for name in NEEDED if name not in by_name]
    if lacking:
        named = ", ".join(lacking)
        raise Missing(f"{folder}: no wheel of {named}. docs/installing.md tells which fit.")
    native = [
        path.name
        for name, path in by_name.items()
        if name in (*NEEDED, *WELCOME)
        and "-none-any" not in path.name
        and "wasm32" not in path.name
    ]
    if native:
        raise Missing(f"{', '.join(native)}: not made for a browser. Take those for wasm32.")
    return [by_name[name] for name in (*NEEDED, *WELCOME) if name in by_name]


def distribution(wheel: Path) -> str:
    """Return the name of a wheel's distribution, in one spelling."""
    return re.sub(r"[-_.]+", "_", wheel.name.partition("-")[0]).lower()


def pack(into: Path, with_window: bool) -> None:
    """Pack the game; without the window fonts and map are left out."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in game_files(with_window):
            packed.write(path, path.relative_to(ROOT))
        if with_window:
            for path in baked():
                packed.write(path, f"assets/baked/{path.name}")


def game_files(with_window: bool) -> Iterator[Path]:
    """Yield every file of the game that the page needs."""
    for name in GAME:
        start = ROOT / name
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            place = path.relative_to(ROOT).as_posix()
            large = not with_window and place.startswith(LARGE)
            if path.is_file() and path.suffix != ".pyc" and not large:
                yield path


def baked() -> list[Path]:
    """Return the maps of the canvas's size, baked on this machine."""
    sys.path.insert(0, os.fspath(ROOT))
    from tools.bake_maps import bake

    return bake(ROOT / "build" / "web-maps")


def told(wheels: list[Path]) -> str:
    """Return what the page can do with these wheels."""
    names = {distribution(path) for path in wheels}
    window = "text and window" if "pygame_ce" in names else "text; no wheel of pygame-ce"
    sealed = "" if "cryptography" in names else "; no wheel of cryptography, so no passphrases"
    return window + sealed


if __name__ == "__main__":
    sys.exit(main())
