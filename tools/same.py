"""Whether commits play, tell and show the same: digests of 300 wars, three games, every screen.

Each commit is laid into a folder of its own and asked there. Moves and renames change no digest;
what a change of wording or of a picture changes is told by name. Takes a minute of one core.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from game.printing import say

HELP: Final = "Print digests of wars, texts and screens at some commits, and what differs."
ROOT: Final = Path(__file__).parents[1]
WARS: Final = 300
TOGETHER: Final = 10  # wars a batch, so that every campaign and pair of players comes up
GAMES: Final = (("vietnam-1965-1973", "washington"), ("tet", "hanoi"), ("linebacker", "hanoi"))
LOOKED_AT: Final = (
    "show",
    "orders",
    "diplomacy",
    "table",
    "channel",
    "map war",
    "map supply",
    "advisers",
    "history",
    "log",
    "briefing",
    "help bombing",
    "end",
)
"""What is typed in every quarter of a game of text."""
LENGTH: Final = 34  # quarters that are typed, more than any campaign has
WHOLE: Final = ("wars", "texts", "screens")
NEW_EACH_TIME: Final = ("saves", "lesson")  # screens that tell when, or whose war is drawn anew

Digests = dict[str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the commits and what is asked of them."""
    parser.add_argument("commits", nargs="*", metavar="COMMIT", default=["HEAD"])
    parser.add_argument("--of", choices=WHOLE, action="append", help="only these")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # in a laid folder


def run(arguments: argparse.Namespace) -> int:
    """Print the digests of each commit and what differs from the first; 1 where anything does."""
    asked = tuple(arguments.of or WHOLE)
    if arguments.here:
        say(json.dumps(digests(asked)))
        return 0
    found = {commit: at(commit, asked) for commit in arguments.commits}
    first = found[arguments.commits[0]]
    differing = 0
    for commit, each in found.items():
        for kind in asked:
            mine = {name: one for name, one in each.items() if name.startswith(f"{kind}: ")}
            say(f"{commit[:12]:12} {kind:8} {len(mine):4} {digest(json.dumps(mine).encode())}")
        names = sorted(name for name in {*first, *each} if first.get(name) != each.get(name))
        differing += len(names)
        for name in names:
            say(f"  not as at {arguments.commits[0][:12]}: {name}")
    return 1 if differing else 0


def at(commit: str, asked: tuple[str, ...]) -> Digests:
    """Return the digests of a commit, found out by its own modules in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packed = folder / "tree.tar"
        subprocess.run(["git", "archive", "-o", str(packed), commit], cwd=ROOT, check=True)
        with tarfile.open(packed) as archive:
            archive.extractall(folder / "tree", filter="data")
        tool = folder / "tree" / "tools" / "same.py"
        if not tool.is_file():  # a commit from before there was this tool
            tool.write_text(Path(__file__).read_text("utf-8"), "utf-8")
        quiet = os.environ | {
            "SDL_VIDEODRIVER": "dummy",
            "SDL_AUDIODRIVER": "dummy",
            "PYTHONPATH": ".",
            "OMP_NUM_THREADS": "1",
            "TZ": "UTC",
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        words = [sys.executable, "-m", "tools.same", "--here"]
        words += [word for kind in asked for word in ("--of", kind)]
        done = subprocess.run(
            words, cwd=folder / "tree", env=quiet, capture_output=True, text=True, encoding="utf-8"
        )
        if done.returncode:
            raise SystemExit(f"{commit}: {done.stderr[-3000:]}")
        return dict(json.loads(done.stdout.splitlines()[-1]))


def digests(asked: tuple[str, ...]) -> Digests:
    """Return the digests of the tree in which this module lies, by kind and name."""
    makers = {"wars": wars, "texts": texts, "screens": screens}
    return {f"{kind}: {name}": one for kind in asked for name, one in makers[kind]()}


def digest(content: bytes) -> str:
    """Return a short digest."""
    return hashlib.sha256(content).hexdigest()[:16]


def wars() -> Iterator[tuple[str, str]]:
    """Yield the digest of every war's last world and scores: all campaigns and doctrines."""
    import numpy as np

    from game.cli.kernel import batches
    from game.engine.world import digests as of_worlds
    from game.record.matches import openings, play_batch

    for number, (world, tables, players) in enumerate(islice(batches(10**6), WARS // TOGETHER)):
        seeds = TOGETHER * number + np.arange(TOGETHER, dtype=np.int64)
        played = play_batch(openings(world, tables, seeds), tables, players, seeds)
        for seed, one, scores in zip(seeds, of_worlds(played.world), played.scores, strict=True):
            yield f"{seed}", digest(f"{one} {scores.tolist()}".encode())


def texts() -> Iterator[tuple[str, str]]:
    """Yield the digest of everything that three games say: at the terminal, in files, in a pack."""
    typed = "\n".join(chain.from_iterable([LOOKED_AT] * LENGTH)) + "\nquit\n"
    for campaign, side in GAMES:
        with tempfile.TemporaryDirectory() as name:
            here = Path(name)
            said = main(
                [
                    "text",
                    "--campaign",
                    campaign,
                    "--side",
                    side,
                    "--seed",
                    "5",
                    "--level",
                    "cadet",
                    "--data",
                    name,
                ],
                typed,
            )
            kept = min((here / "saves").glob("*.overture"), key=lambda path: len(path.name))
            yield f"{campaign} terminal", digest(cleaned(said, name, kept.stem))
            main(["export", str(kept), "--out", str(here / "taken")])
            main(["debrief", str(kept), "--out", str(here / "taken" / "debrief.txt")])
            main(["pack", campaign, "--out", str(here / "taken" / "pack"), "--seed", "3"])
            for path in sorted((here / "taken").rglob("*")):
                if path.is_file():
                    told = cleaned(path.read_text("utf-8", "replace"), name, kept.stem)
                    yield f"{campaign} {path.relative_to(here / 'taken')}", digest(told)


def main(words: list[str], typed: str = "") -> str:
    """Return what the program printed."""
    done = subprocess.run(
        [sys.executable, "main.py", *words],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout + done.stderr


def cleaned(text: str, folder: str, game: str) -> bytes:
    """Return a text without what differs at each run: the folder, and the game's names."""
    named = re.sub(r'("game": *")[0-9a-f]+', r"\1GAME", text)
    return named.replace(folder, "FOLDER").replace(game, "GAME").encode()


def screens() -> Iterator[tuple[str, str]]:
    """Yield the digest of every screen's pixels, at the smallest window."""
    import pygame

    gallery: Any = first("tools.gallery", "game.ui.gallery")
    showcase = first("tools.showcase", "game.cli._showcase")
    pygame.display.init()
    gallery.SIZES = gallery.SIZES[:1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        showcase.saved_games(folder)
        every: dict[str, Any] = {
            name: make
            for name, make in showcase.screens(folder).items()
            if name not in NEW_EACH_TIME
        }
        for path in gallery.render(every, folder / "out", 1.0, every["quarter dossier"]):
            pixels = pygame.image.load(str(path))
            yield path.stem, digest(pygame.image.tobytes(pixels, "RGB"))


def first(*names: str) -> ModuleType:
    """Return the first module there is of several names."""
    for name in names[:-1]:
        try:
            return import_module(name)
        except ModuleNotFoundError:
            continue
    return import_module(names[-1])


if __name__ == "__main__":
    own = argparse.ArgumentParser(prog="python -m tools.same", description=HELP)
    add_arguments(own)
    sys.exit(run(own.parse_args()))
