"""No text that is read before the war is over says how an open hand is read, and places have one
spelling in all of them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from game.campaign import load
from game.desk import help as help_pages
from game.desk import lessons
from game.engine.board import SIDES
from game.engine.facts import facts_of
from game.players import advice_words, recommended
from game.study.papers.pack_sheets import RULE
from game.words import rungs, track
from tests.engine.wars import tables
from tests.words.test_texts import TEXTS

CAMPAIGNS = ("vietnam-1965-1973", "road-to-paris", "tet", "linebacker", "tutorial", "tiny")
GIVEN = re.compile(
    r"(taken for|look(s|ed)? like|read as|sign of|call it|believed) (a )?(weak|need|begg)|"
    r"weak one|plainest sign|\bbegging|cannot go on, and be",
    re.IGNORECASE,
)
"""The rule, or half of it, wherever it is said."""
OLD_AND_NEW = re.compile(r"\bBeijing\b")


def strings(value: Any) -> Iterator[str]:
    """Yield every text within data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from strings(dict(value))
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)
    elif hasattr(value, "__dict__"):
        yield from strings(vars(value))


def program_texts() -> Iterator[str]:
    """Yield what the program itself says in play outside a campaign."""
    yield from TEXTS
    for module in (help_pages, lessons, advice_words, recommended, track):
        for name, value in vars(module).items():
            if not name.startswith("__"):
                yield from strings(value)
        yield from constants(module)


def constants(module: Any) -> Iterator[str]:
    """Yield the texts that stand in the bodies of a module's functions."""
    for value in vars(module).values():
        code = getattr(value, "__code__", None)
        if code is not None:
            yield from (one for one in code.co_consts if isinstance(one, str))


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_no_briefing_gives_the_rule_away(name: str) -> None:
    file = load(name).file
    said = [file.campaign.summary, *strings(file.briefing)]
    assert len(said) >= 3
    assert [text for text in said if RULE.search(text)] == []


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_a_campaign_spells_peking_in_one_way(name: str) -> None:
    file = load(name).file
    said = [file.campaign.summary, *strings(file.briefing), *strings(file.events)]
    assert [text for text in said if OLD_AND_NEW.search(text)] == []


def test_no_line_of_a_posture_or_message_says_how_it_is_read() -> None:
    facts = facts_of(tables())
    for side in range(len(SIDES)):
        for ladder in ("posture", "message", "deadline"):
            for rung in range(len(rungs.LINES[side][ladder])):
                assert not RULE.search(rungs.risk(side, ladder, rung, facts))


def test_no_help_lesson_or_adviser_gives_the_rule_away() -> None:
    said = list(program_texts())
    assert any("We can afford to talk" in text for text in said)  # advisers' bodies are read too
    assert [text for text in said if GIVEN.search(text)] == []


def test_the_check_finds_what_gave_it_away() -> None:
    for text in (
        "An open hand may be taken for a weak one.",
        "To talk would look like begging.",
        "It is the plainest sign there is, and can be taken for weakness.",
    ):
        assert GIVEN.search(text)
