"""docs/war.md and docs/house.md name only what there is."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "war.md").read_text("utf-8")
CODE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "game").rglob("*.py")))
PLACE = re.compile(r"`((?:game|tests)/[\w/]+\.py)(?::(\w+))?`")


def test_every_name_in_the_rulebook_stands_in_the_code() -> None:
    names = set(re.findall(r"`([a-z_]{4,})`", PAGE))
    assert len(names) > 10
    for name in names:
        assert re.search(rf"\b{name}\b", CODE), name


def test_every_module_in_the_rulebook_exists() -> None:
    for module in re.findall(r"`(rules/[a-z]+)`", PAGE):
        assert (ROOT / "game" / "engine" / f"{module}.py").is_file(), module
    for path in re.findall(r"`((?:game|tests)/[a-z_/]+(?:\.[a-z]+)?)`", PAGE):
        assert (ROOT / path).exists(), path


def test_every_page_that_the_rulebook_points_to_exists() -> None:
    for page in re.findall(r"\]\(([a-z]+\.md)\)", PAGE):
        assert (ROOT / "docs" / page).is_file(), page


def names_of(path: Path) -> set[str]:
    """Return everything a module names at its top or in a class of it."""
    tree = ast.parse(path.read_text("utf-8"))
    found = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        elif isinstance(node, ast.Assign):
            found |= {one.id for one in node.targets if isinstance(one, ast.Name)}
    return found


def missing(text: str) -> list[str]:
    """Return the places that a text names, ``file`` or ``file:name``, and that are not there."""
    return [
        f"{file}:{name}"
        for file, name in PLACE.findall(text)
        if not (ROOT / file).is_file() or (name and name not in names_of(ROOT / file))
    ]


def test_every_place_that_the_house_sends_one_to_is_there() -> None:
    page = (ROOT / "docs/house.md").read_text("utf-8")
    assert len(PLACE.findall(page)) > 30
    assert missing(page) == []


def test_the_house_has_a_row_for_every_room_and_for_every_module_beside_the_rooms() -> None:
    page = (ROOT / "docs/house.md").read_text("utf-8")
    rows = page.partition("| room |")[2].partition("\n\n")[0].splitlines()
    told = re.findall(r"`(game/\w+(?:\.py)?)`", " ".join(row.split("|")[1] for row in rows[2:]))
    there = [
        f"game/{path.name}"
        for path in sorted((ROOT / "game").iterdir())
        if path.name not in ("__init__.py", "__pycache__")
    ]
    assert sorted(told) == there


def test_every_page_that_the_house_points_to_is_there() -> None:
    page = (ROOT / "docs/house.md").read_text("utf-8")
    pages = re.findall(r"\]\(([\w./]+\.md)[)#]", page)
    assert len(pages) > 10
    assert [one for one in pages if not (ROOT / "docs" / one).is_file()] == []


@pytest.mark.parametrize("place", ["game/gone.py", "game/engine/prices.py:gone"])
def test_the_search_for_places_that_are_gone_finds_them(place: str) -> None:
    assert missing(f"see `{place}`.")
