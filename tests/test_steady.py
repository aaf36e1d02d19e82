"""No test hangs on luck, on the load of the machine or on the time of day: read off the syntax
trees of every test and tool."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for room in ("tests", "tools") for path in (ROOT / room).rglob("*.py"))
LEAST = 60  # seconds that another process is given, however busy the machine is
WALLS = frozenset({"time", "datetime", "date"})  # modules and classes that read it
CLOCKS = frozenset({"monotonic", "perf_counter"})  # and functions, by whatever module
DICE = frozenset({"Random", "default_rng", "RandomState", "SystemRandom"})
Search = Callable[[ast.AST], list[int]]
DRAWS = frozenset({"random", "choice", "choices", "randrange", "randint", "sample", "shuffle"})


def named(call: ast.expr) -> tuple[str, str]:
    """Return the module and the name that a call is made by, both empty for another call."""
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
        owner = call.func.value
        return (owner.id if isinstance(owner, ast.Name) else "", call.func.attr)
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
        return ("", call.func.id)
    return ("", "")


def number(value: ast.expr | None) -> float | None:
    """Return a number that is written out, None for anything else."""
    if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
        return float(value.value)
    return None


def hurried(tree: ast.AST) -> list[int]:
    """Return the lines at which another process is waited for less than a minute."""
    waits = [
        (keyword.value.lineno, number(keyword.value))
        for keyword in ast.walk(tree)
        if isinstance(keyword, ast.keyword) and keyword.arg == "timeout"
    ]
    waits += [
        (node.lineno, number(node.args[0]))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and named(node)[1] in ("wait", "join") and node.args
    ]
    waits += [
        (node.lineno, number(node.value))
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "PATIENCE"
    ]
    return [line for line, seconds in waits if seconds is not None and seconds < LEAST]


def on_the_wall(owner: str, name: str) -> bool:
    """Whether a call reads the time of day, or one that runs on while others are busy."""
    return name in CLOCKS or (owner in WALLS and name != "process_time" and name != "sleep")


def timed(tree: ast.AST) -> list[int]:
    """Return the lines at which what a clock on the wall says is held to a number."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(number(side) is not None for side in (node.left, *node.comparators))
        and any(on_the_wall(*named(part)) for part in ast.walk(node) if isinstance(part, ast.expr))
    ]


def unseeded(tree: ast.AST) -> list[int]:
    """Return the lines at which dice are thrown that have no written seed."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        owner, name = named(node)
        bare = name in DICE and not node.args and not node.keywords
        if bare or (owner == "random" and name in DRAWS):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("search", [hurried, timed, unseeded])
def test_no_test_hangs_on_luck_load_or_time(search: Search) -> None:
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in FILES
        if (lines := search(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {}, "give it a seed, a minute, or the processor's own time"


@pytest.mark.parametrize(
    ("search", "line"),
    [
        (hurried, "subprocess.run(words, timeout=10)"),
        (hurried, "process.wait(5)"),
        (hurried, "PATIENCE = 30.0"),
        (timed, "assert time.monotonic() - began < 4"),
        (timed, "assert datetime.now().year == 2026"),
        (unseeded, "random.choice(words)"),
        (unseeded, "np.random.default_rng()"),
        (unseeded, "random.Random()"),
    ],
)
def test_the_search_can_fail(search: Search, line: str) -> None:
    assert search(ast.parse(line)) == [1]
