"""The house: which room may import which, read off the syntax trees of every module."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from tools.measures import doubled

GAME = Path(__file__).parent.parent / "game"
MODULES = sorted(GAME.rglob("*.py"))
TOOLS = sorted((GAME.parent / "tools").rglob("*.py"))

SHOWN = frozenset({"board", "dossier", "facts", "ladders", "orders", "view"})
"""What words and desk may know of the engine: the two doors, what comes through, and its names."""

QUIET = frozenset(
    {
        "collections",
        "dataclasses",
        "enum",
        "functools",
        "hashlib",
        "itertools",
        "math",
        "operator",
        "statistics",
        "typing",
    }
)
"""The standard library of rooms without files, clocks or luck of their own."""


@dataclass(frozen=True)
class Room:
    """What a room may import: other rooms, modules of the engine (None: all), outside packages
    (None: all but pygame), and the standard library (None: all)."""

    rooms: frozenset[str]
    engine: frozenset[str] | None = None
    packages: frozenset[str] | None = None
    standard: frozenset[str] | None = None


def room(*rooms: str, **rest: frozenset[str]) -> Room:
    """Return a room that may import ``rooms``."""
    return Room(frozenset(rooms), **rest)


NUMPY = frozenset({"numpy"})
PROBLEMS = (
    "",
    "problems",
    "late",
    "cache",
    "memory",
    "letters",
    "numbers",
    "disk",
    "folders",
    "program",
)
"""The package's version, the one exception a person may see, late imports, the cache, what a
process holds; letters and numbers that come from outside; files on disk, and where they stand;
how the program was started."""
PRINTING = (*PROBLEMS, "printing", "consoles", "interrupts")
"""The same, for whoever writes on a terminal."""
TABLE = {
    "theory": room(packages=NUMPY, standard=QUIET),
    "engine": room("theory", packages=NUMPY, standard=QUIET),
    "campaign": room(*PROBLEMS, "engine", packages=frozenset({"numpy", "pydantic"})),
    "players": room("theory", "engine", packages=NUMPY, standard=QUIET),
    "record": room(*PROBLEMS, "engine", "campaign"),
    "words": room(*PROBLEMS, "engine", engine=SHOWN),
    "study": room(
        *PRINTING, "theory", "engine", "kernel", "campaign", "players", "record", "words",
    ),
    "research": room(*PROBLEMS, "theory", "engine", "campaign", "players"),
    "kernel": room(
        *PROBLEMS, "theory", "engine", "players", packages=frozenset({"numpy", "llvmlite"}),
    ),
    "desk": room(*PROBLEMS, "engine", "words", "record", "study", engine=SHOWN),
    "text": room(*PRINTING, "desk"),
    "ui": room(*PROBLEMS, "interrupts", "desk"),
    "face": room(
        *PROBLEMS, "theory", "engine", "campaign", "players", "record", "study", "research",
    ),
    "cli": room(
        *PRINTING, "theory", "engine", "campaign", "players", "record", "words", "study",
        "research", "kernel", "desk", "text", "ui",
    ),
}  # fmt: skip
"""The table of docs/house.md. A room may always import itself."""

STANDARD = sys.stdlib_module_names
PRODUCTS = frozenset({"dot", "vdot", "inner", "matmul", "tensordot", "einsum", "linalg"})
DOORS = frozenset({"open", "exec", "eval", "__import__", "input", "print"})
NARROW = frozenset({"float32", "float16", "half", "single", "longdouble"})


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a module's syntax tree; several tests look at each."""
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield every module that a syntax tree imports, late imports too, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def trespasses(home: str, tree: ast.AST) -> list[str]:
    """Return the imports that a module of room ``home`` may not have."""
    return [name for name in imported(tree) if not may_import(home, name)]


def may_import(home: str, name: str) -> bool:
    """Whether a module of ``home`` may import ``name``, ``package.module.thing``."""
    rules, parts = TABLE[home], name.split(".")
    if parts[0] == "game":
        return _may_enter(home, rules, parts)
    if parts[0] == "pygame":
        return home == "ui"
    if parts[0] in ("tools", "tests"):
        return False
    if parts[0] in STANDARD:
        return rules.standard is None or parts[0] in rules.standard
    return rules.packages is None or parts[0] in rules.packages


def _may_enter(home: str, rules: Room, parts: list[str]) -> bool:
    other = parts[1] if len(parts) > 1 else ""
    other = other if (GAME / other).is_dir() or (GAME / f"{other}.py").is_file() else ""
    if other == home:
        return True
    if other not in rules.rooms:
        return False
    if home == "cli":
        return parts[1:3] != ["engine", "rules"]
    return other != "engine" or rules.engine is None or "".join(parts[2:3]) in rules.engine


def unsteady(tree: ast.AST) -> list[str]:
    """Return what would give other bits in a batch or on another day: BLAS, float32, files."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.MatMult):
            found.append(f"line {node.lineno}: @")
        if isinstance(node, ast.Attribute) and node.attr in PRODUCTS | NARROW | {"random"}:
            found.append(f"line {node.lineno}: .{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DOORS:
            found.append(f"line {node.lineno}: {node.func.id}()")
    return found


STREAMS = ("sys.stdout.write", "sys.stderr.write")


def unclean(tree: ast.AST) -> list[str]:
    """Return what writes on a terminal past the one cleaner: bare prints, and consoles of rich."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("print", "input", "Console"):
                found.append(f"line {node.lineno}: {node.func.id}()")
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(STREAMS):
            found.append(f"line {node.lineno}: {ast.unparse(node.func)}()")
    return found


def in_rooms(*rooms: str) -> list[Path]:
    """Return the modules of some rooms; the door of the house (game/*.py) belongs to none."""
    return [path for path in MODULES if path.relative_to(GAME).parts[0] in rooms]


def room_of(path: Path) -> str:
    """Return the room that a module lies in."""
    return path.relative_to(GAME).parts[0]


def name_of(path: Path) -> str:
    """Return a module's path as a test's name."""
    return str(path.relative_to(GAME.parent))


@pytest.mark.parametrize("path", in_rooms(*TABLE), ids=name_of)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    assert trespasses(room_of(path), tree_of(path)) == []


@pytest.mark.parametrize("path", in_rooms("engine", "theory"), ids=name_of)
def test_engine_and_theory_have_no_product_of_matrices_no_float32_no_luck_and_no_files(
    path: Path,
) -> None:
    assert unsteady(tree_of(path)) == []


@pytest.mark.parametrize("path", in_rooms("cli", "text", "desk", "ui", "record"), ids=name_of)
def test_whatever_is_printed_passes_the_one_cleaner(path: Path) -> None:
    assert unclean(tree_of(path)) == []


@pytest.mark.parametrize("line", ["print(name)", "sys.stdout.write(x)", "Console()", "input('x')"])
def test_the_test_for_the_cleaner_can_fail(line: str) -> None:
    assert unclean(ast.parse(line))


@pytest.mark.parametrize("path", MODULES + TOOLS, ids=name_of)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    tree = tree_of(path)
    assert not tree.body or ast.get_docstring(tree)


def test_a_public_class_name_stands_for_one_thing_in_the_whole_tree() -> None:
    trees = {PurePosixPath(name_of(path)): tree_of(path) for path in MODULES + TOOLS}
    assert doubled(trees) == {}, "give the later one a name that says what it alone is"


def test_every_room_stands_in_the_table() -> None:
    rooms = {path.name for path in GAME.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(TABLE)


@pytest.mark.parametrize(
    ("home", "line"),
    [
        ("theory", "from game.engine.world import World"),
        ("engine", "import pygame"),
        ("engine", "from pydantic import BaseModel"),
        ("engine", "import time"),
        ("engine", "import random"),
        ("engine", "from pathlib import Path"),
        ("engine", "from game.campaign import load"),
        ("campaign", "import game.record"),
        ("players", "from game.campaign import load"),
        ("players", "from game.problems import Problem"),
        ("record", "from game.players.base import Player"),
        ("words", "from game.engine.world import World"),
        ("words", "from game.engine import resolve"),
        ("desk", "from game.engine.luck import draw"),
        ("desk", "from game.theory import belief"),
        ("desk", "def late():\n    import pygame"),
        ("study", "from game.desk.models import Row"),
        ("research", "from game.record import Game"),
        ("ui", "from game.engine.view import View"),
        ("text", "from game.record import Game"),
        ("cli", "from game.engine.rules import air"),
        ("cli", "import game.engine.rules.air"),
        ("words", "import game.engine"),
        ("cli", "from tools import showcase"),
    ],
)
def test_the_layer_test_can_fail(home: str, line: str) -> None:
    assert trespasses(home, ast.parse(line))


@pytest.mark.parametrize(
    ("home", "line"),
    [
        ("engine", "import numpy as np"),
        ("engine", "from game.engine import menu"),
        ("words", "from game.engine.view import View"),
        ("ui", "import pygame"),
        ("cli", "from game import VERSION"),
        ("desk", "from game.problems import Problem"),
    ],
)
def test_the_layer_test_lets_neighbours_in(home: str, line: str) -> None:
    assert trespasses(home, ast.parse(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "a @ b",
        "a @= b",
        "np.dot(a, b)",
        "np.einsum('i,i', a, b)",
        "a.astype(np.float32)",
        "np.random.default_rng()",
        "open('x')",
    ],
)
def test_the_test_for_unsteady_arithmetic_can_fail(line: str) -> None:
    assert unsteady(ast.parse(line))
