"""The codex: found by any of a page's names, and nothing before its time."""

import pytest

from game.desk import codex
from game.problems import Problem


def test_a_page_is_found_by_title_alias_or_beginning() -> None:
    assert codex.find("Lyndon Johnson", "1968Q1").id == "johnson"
    assert codex.find("marigold", "1967Q1").title == codex.find("MARIGOLD", "1967Q1").title


def test_what_has_not_yet_come_to_be_is_not_shown() -> None:
    with pytest.raises(Problem, match="nothing on"):
        codex.find("Agnew", "1965Q1")
    assert "agnew" not in codex.contents("1965Q1").links
    assert codex.find("Agnew", "1969Q1").id == "agnew"


def test_every_link_of_the_contents_opens_a_page() -> None:
    for quarter in ("1965Q1", "1973Q1"):
        for link in codex.contents(quarter).links:
            assert codex.page(link, quarter).paragraphs
