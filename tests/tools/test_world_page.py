"""docs/world.md says what the declarations say."""

from pathlib import Path

import pytest

from game.engine.fields import Field
from game.engine.world import FIELDS
from tools import world_page

PAGE = Path(__file__).parents[2] / "docs" / "world.md"


def test_the_page_is_up_to_date() -> None:
    made = world_page.page()
    assert PAGE.read_text("utf-8") == made, "run python -m tools.world_page > docs/world.md"


def test_every_field_stands_on_the_page_once() -> None:
    for name in FIELDS:
        assert PAGE.read_text("utf-8").count(f"| `{name}` | N") == 1


def test_the_page_changes_with_a_declaration(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Field("S", "hope", 1e-3, 0, 1, "hidden", "What is left of it")
    monkeypatch.setitem(FIELDS, "hope", made)
    assert world_page.page() != PAGE.read_text("utf-8")
