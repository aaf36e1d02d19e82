"""No number without a name stands in a rule: read off the syntax trees of the rules."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ENGINE = Path(__file__).parent.parent.parent / "game" / "engine"
PLAIN: Final = frozenset({0, 1, 2})
"""Numbers that need no name: nothing, the whole, both sides, and twice or half of something."""

UNCLEAN: Final[frozenset[str]] = frozenset()
"""Modules whose numbers are still to be named. A test fails when one of them needs it no more."""

BODIES = sorted(
    [*(ENGINE / "rules").glob("*.py")]
    + [
        ENGINE / f"{name}.py"
        for name in (
            "events",
            "escalation",
            "postures",
            "menu",
            "prices",
            "score",
            "start",
            "resolve",
        )
    ]
)


def unnamed(tree: ast.AST) -> Iterator[str]:
    """Yield every number in the body of a function that needs a name, with its line."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Constant) and _needs_name(node.value):
                    yield f"line {node.lineno}: {node.value}"


def _needs_name(value: object) -> bool:
    return isinstance(value, int | float) and value not in PLAIN


def name_of(path: Path) -> str:
    """Return a module's name inside the engine."""
    return path.relative_to(ENGINE).as_posix()


def found_in(path: Path) -> list[str]:
    """Return the unnamed numbers of a module."""
    return sorted(set(unnamed(ast.parse(path.read_text("utf-8")))))


@pytest.mark.parametrize("path", [p for p in BODIES if name_of(p) not in UNCLEAN], ids=name_of)
def test_a_rule_has_no_number_without_a_name(path: Path) -> None:
    assert found_in(path) == [], "name it, with unit and source, in game/engine/constants"


@pytest.mark.parametrize("name", sorted(UNCLEAN))
def test_a_module_whose_numbers_are_named_leaves_the_list(name: str) -> None:
    assert found_in(ENGINE / name) != [], "take it out of UNCLEAN"


def test_the_search_for_unnamed_numbers_can_fail() -> None:
    rule = "def rule(world):\n    return -1 * world.troops * 2.0 + 0.55 * world.quality ** 3\n"
    assert list(unnamed(ast.parse(rule))) == ["line 2: 0.55", "line 2: 3"]
    assert list(unnamed(ast.parse("HALF_LIFE = 3.0  # quarters"))) == []
