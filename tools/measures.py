"""The house in numbers, at any commits: files, lines, statements, arrows, floors, doubled names."""

import argparse
import ast
import io
import json
import subprocess
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from game.printing import say
from game.problems import Problem
from tools import door

HELP: Final = "Print the house's measures at some commits, side by side."
ROOT: Final = Path(__file__).parents[1]
PLACES: Final = ("game", "tools", "tests")
DOOR: Final = "(door)"  # modules that lie in no room

Trees = Mapping[PurePosixPath, ast.Module]
Arrows = dict[str, set[str]]


@dataclass(frozen=True)
class House:
    """What was counted at one commit. ``rooms``: by place whose parts are rooms, how many parts
    there are, how many arrows (a part imports another), and how many floors (the longest way along
    arrows, parts that import one another standing on one floor)."""

    commit: str
    files: dict[str, int]
    lines: dict[str, int]
    statements: dict[str, int]
    longest: tuple[str, int]
    rooms: dict[str, tuple[int, int, int]]
    doubled: dict[str, list[str]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the commits and the form."""
    parser.add_argument(
        "commits",
        nargs="*",
        metavar="COMMIT",
        default=["HEAD"],
        help="commits to measure, one after another (HEAD)",
    )
    parser.add_argument("--names", action="store_true", help="list the doubled names of the last")
    parser.add_argument("--json", action="store_true", help="print one JSON object a commit")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; 0."""
    houses = [measured(commit, sources(commit)) for commit in arguments.commits]
    if arguments.json:
        for house in houses:
            say(json.dumps(asdict(house)))
        return 0
    for line in table(houses):
        say(line)
    if arguments.names:
        for name, places in houses[-1].doubled.items():
            say(f"{name:20} {' '.join(places)}")
    return 0


def sources(commit: str) -> dict[PurePosixPath, str]:
    """Return every Python module of a commit, by its path; Problem where there is none."""
    done = subprocess.run(
        ["git", "archive", "--format=tar", commit, *PLACES], cwd=ROOT, capture_output=True
    )
    if done.returncode:
        raise Problem(f"{commit}: git gives no such commit ({done.stderr.decode().strip()}).")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as packed:
        files = {one.name: packed.extractfile(one) for one in packed}
        return {
            PurePosixPath(name): file.read().decode()
            for name, file in files.items()
            if file is not None and name.endswith(".py")
        }


def measured(commit: str, texts: Mapping[PurePosixPath, str]) -> House:
    """Return the measures of modules given as texts."""
    trees = {path: ast.parse(text) for path, text in texts.items()}
    lines = {path: text.count("\n") for path, text in texts.items()}
    product = {path: tree for path, tree in trees.items() if path.parts[0] == "game"}
    longest = max(product, key=lambda path: lines[path])
    inner = sorted({path.parts[:2] for path in product if len(path.parts) > 2})
    places = [PurePosixPath("game"), *(PurePosixPath(*parts) for parts in inner)]
    return House(
        commit=commit,
        files=summed({path: 1 for path in trees}),
        lines=summed(lines),
        statements=summed({path: statements(tree) for path, tree in trees.items()}),
        longest=(str(longest), lines[longest]),
        rooms={str(place): within(place, product) for place in places},
        doubled=doubled({path: tree for path, tree in trees.items() if path.parts[0] != "tests"}),
    )


def summed(counts: Mapping[PurePosixPath, int]) -> dict[str, int]:
    """Return the sums by place."""
    return {
        place: sum(count for path, count in counts.items() if path.parts[0] == place)
        for place in PLACES
    }


def statements(tree: ast.Module) -> int:
    """Return how many statements a module has; texts that stand alone, docstrings too, are none."""
    return sum(
        isinstance(node, ast.stmt)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for node in ast.walk(tree)
    )


def doubled(trees: Trees) -> dict[str, list[str]]:
    """Return every public class name that stands in more than one module, and in which."""
    places = defaultdict(list)
    for path, tree in sorted(trees.items()):
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path))
    return {name: where for name, where in sorted(places.items()) if len(where) > 1}


def within(place: PurePosixPath, trees: Trees) -> tuple[int, int, int]:
    """Return parts, arrows and floors of a folder whose files and folders are its parts."""
    found = arrows(place, trees)
    return len(found), sum(map(len, found.values())), floors(found)


def arrows(place: PurePosixPath, trees: Trees) -> Arrows:
    """Return which parts of a folder import which others of it, late imports too."""
    depth = len(place.parts)
    parts = {part_of(path, place) for path in trees if path.parts[:depth] == place.parts}
    found: Arrows = {part: set() for part in sorted(parts - {DOOR})}
    for path, tree in trees.items():
        own = part_of(path, place) if path.parts[:depth] == place.parts else DOOR
        if own == DOOR:
            continue
        for name in imports(tree):
            words = tuple(name.split("."))
            if words[:depth] == place.parts and len(words) > depth:
                other = words[depth]
                if other in found and other != own:
                    found[own].add(other)
    return found


def part_of(path: PurePosixPath, place: PurePosixPath) -> str:
    """Return the part of ``place`` in which a module lies; modules beside the rooms of the game
    itself, and what a package hands out, belong to none."""
    rest = path.relative_to(place).parts
    if len(rest) > 1:
        return rest[0]
    return DOOR if len(place.parts) == 1 or rest[0] == "__init__.py" else rest[0][:-3]


def imports(tree: ast.Module) -> Iterable[str]:
    """Yield the full name of everything that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floors(found: Arrows) -> int:
    """Return how many floors the parts stand on: one more than the longest way down."""
    reach = {part: reached(part, found) for part in found}
    height: dict[str, int] = {}

    def of(part: str) -> int:
        if part not in height:
            below = [other for other in reach[part] if part not in reach[other]]
            height[part] = 1 + max(map(of, below), default=0)
        return height[part]

    return max(map(of, found), default=0)


def reached(part: str, found: Arrows) -> set[str]:
    """Return every part that one can come to from ``part`` along arrows."""
    seen: set[str] = set()
    left = [part]
    while left:
        for other in found[left.pop()] - seen:
            seen.add(other)
            left.append(other)
    return seen


def table(houses: list[House]) -> list[str]:
    """Return the measures as lines, a column a commit."""
    rows = [("", [house.commit[:12] for house in houses])]
    for what in ("files", "lines", "statements"):
        for place in PLACES:
            told = [f"{getattr(house, what)[place]:,}" for house in houses]
            rows.append((f"{what}, {place}", told))
    rows.append(("longest module, lines", [f"{house.longest[1]}" for house in houses]))
    rows.append(("class names doubled", [str(len(house.doubled)) for house in houses]))
    for place in dict.fromkeys(place for house in houses for place in house.rooms):
        told = [
            "/".join(map(str, house.rooms[place])) if place in house.rooms else "-"
            for house in houses
        ]
        rows.append((f"parts/arrows/floors, {place}", told))
    return [f"{name:36}" + "".join(f"{cell:>14}" for cell in cells) for name, cells in rows]


if __name__ == "__main__":
    sys.exit(door.run("measures"))
