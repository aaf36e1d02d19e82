"""Chances: one writer, which sets nothing against its like and prints no nought for a chance."""

import re

import pytest

from game.study.debrief.text import entry_section
from game.study.debrief.war import opened
from game.study.debrief.words import against, chance, number, shift
from tests.desk.wars import random_war

ALIKE = re.compile(r"(\d\.\d\d)(?: to | rather than )\1")
BARE = re.compile(r"chance of (0\.00|1\.00)")


def test_nothing_is_said_to_have_moved_that_prints_alike() -> None:
    assert shift(0.981, 0.984) == "stayed at 0.98"
    assert shift(0.40, 0.55) == "went from 0.40 to 0.55"
    assert against(0.001, 0.002) == "hardly a chance, as it was"
    assert against(0.57, 0.31) == "a chance of 0.57 rather than 0.31"
    assert chance(0.9999) == "near certainty"


@pytest.mark.parametrize("seed", range(2))
def test_no_sentence_of_a_debrief_sets_a_chance_against_its_like(seed: int) -> None:
    said = [text for entry in opened(random_war(seed)).entries for text in entry.sentences]
    assert said
    assert [text for text in said if ALIKE.search(text) or BARE.search(text)] == []


def test_every_act_has_its_readings_in_the_same_columns() -> None:
    entries = opened(random_war(0)).entries
    assert {entry.hand for entry in entries} == {"open", "closed"}
    parts = [entry_section(entry) for entry in entries]
    assert len({part.columns for part in parts}) == 1
    for part, entry in zip(parts, entries, strict=True):
        (row,) = (row for row in part.rows if row[0] == "as it was")
        assert row[-2:] == (number(entry.now.answer_open), number(entry.now.answer_closed))


def test_the_checks_find_what_was_seen() -> None:
    assert ALIKE.search("from 0.98 to 0.98")
    assert BARE.search("a chance of 0.00 rather than 0.00")
    assert ALIKE.search("a chance of 0.00 rather than 0.00")
