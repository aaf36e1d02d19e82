"""docs/war.md names only what there is."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "war.md").read_text("utf-8")
CODE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "game").rglob("*.py")))


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
