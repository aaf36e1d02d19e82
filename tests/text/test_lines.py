"""Whatever is typed at the terminal is answered, and nothing that was typed acts on it."""

import re
from pathlib import Path

import pytest

from game import letters, numbers
from game.desk import facilitate
from game.engine.board import WASHINGTON
from game.problems import Problem
from game.text import session
from tests.text.play import alone, sit
from tests.torture import lines
from tests.torture.cases import Findings

NO_NUMBERS = (
    "²",
    "½",
    "1.2.3",
    "1e9",
    "1_000",
    "nan",
    "inf",
    "",
    ".",
    "1.",
    ".5",
    "0x1",
    "9" * 5000,
    "--1",
    "1-",
    "１.２.３",
    "①",
)


@pytest.mark.parametrize("word", NO_NUMBERS)
def test_what_is_no_number_is_answered_with_its_name_and_bounds(word: str) -> None:
    for read in (numbers.whole, numbers.number):
        with pytest.raises(Problem, match=r"men: a (whole )?number from 1 to 100, not '"):
            read(word, "men", 1, 100)


@pytest.mark.parametrize(("word", "value"), [("7", 7), ("+7", 7), ("٧", 7), ("०७", 7), ("７", 7)])
def test_a_number_may_have_a_sign_and_digits_of_any_script(word: str, value: int) -> None:
    assert numbers.whole(word, "men", 0, 10) == value
    assert numbers.number(f"{word}.5", "men", 0, 10) == value + 0.5


@pytest.mark.parametrize(
    "line",
    [
        "log ²",
        "log 1.2.3",
        "log -1",
        "troops 1.2.3",
        "troops in ²",
        "troops +-1",
        "troops ½",
        "forecast open ²",
        "forecast open 1e400",
        "forecast open " + "9" * 400,
        "table ² 1 1 1 1",
        "table saigon ²",
        "facilitator rewind ²",
        "questions ² ²",
    ],
)
def test_a_line_with_a_number_that_is_none_is_answered_and_the_game_goes_on(line: str) -> None:
    printed = sit(alone(WASHINGTON), [line, "1234", "note still here"])
    assert "Noted." in printed


@pytest.mark.parametrize("words", [["²"], ["nan"], ["9" * 400], []])
def test_a_facilitators_numbers_are_read_in_the_same_place(words: list[str]) -> None:
    with pytest.raises(Problem):
        facilitate.whole(words, "quarters")
    if words != ["9" * 400]:
        with pytest.raises(Problem):
            facilitate.number(words, "minutes")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\x07", "a\\x07"),
        ("\u202ea", "\\u202ea"),
        ("\x9b1m", "\\x9b1m"),
        ("\ud800", "\\ud800"),
        ("Ba Đình\n", "Ba Đình\n"),
        ("🕊️ mây", "🕊️ mây"),
    ],
)
def test_an_outside_text_is_shown_with_nothing_that_acts(text: str, shown: str) -> None:
    assert letters.shown(text) == shown
    assert letters.forbidden(letters.shown(text)) is None


def test_what_a_script_types_is_shown_without_what_would_act_on_the_terminal() -> None:
    printed = sit(alone(WASHINGTON), ["note \x1b]0;owned\x07", "\x1b[2J", "codex \x9b2J"])
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", printed) is None
    assert "\\x1b]0;owned\\x07" in printed


def test_half_a_letter_in_a_note_is_kept_as_a_lost_one(tmp_path: Path) -> None:
    chair = alone(WASHINGTON, folder=tmp_path)
    sit(chair, ["note a\ud800b"])
    assert chair.game.entries[-1].text == f"a{letters.LOST}b"


def test_three_hundred_lines_of_all_of_unicode_are_answered(tmp_path: Path) -> None:
    findings = Findings("test", tmp_path)
    lines.run(findings, 300, seed=11)
    assert findings.failures == []
    assert findings.counts["lines answered"] == 300


def test_the_torture_of_lines_notices_a_line_that_ends_the_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "is_number", str.isdigit)
    monkeypatch.setattr(session, "whole", lambda word, *_: int(word))
    findings = Findings("test", tmp_path)
    lines._case(findings, ["log ²", "note after"], tmp_path, "log")
    assert "ValueError" in findings.failures[0]
