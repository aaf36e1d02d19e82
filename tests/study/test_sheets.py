"""Sheets of the three questions at the screen: no names, counted before and after, with paper's."""

import csv
from pathlib import Path

import pytest

from game.campaign import load
from game.cli import main
from game.desk.build_questions import questions
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.problems import Problem
from game.record import Game
from game.record import load as load_game
from game.study.papers import sheets
from game.study.papers.export import write
from game.study.papers.pack_questions import QUESTIONS, read

RIGHT = [question.by_rule for question in QUESTIONS]


def played(letters_before: list[list[str]], letters_after: list[list[str]]) -> Game:
    game = Game.new(load("tiny"), 1)
    for letters in letters_before:
        sheets.hand_in(game, letters)
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    for letters in letters_after:
        sheets.hand_in(game, letters)
    return game


def test_sheets_are_counted_before_and_after_and_come_back_with_the_save(tmp_path: Path) -> None:
    game = played([["a", "a", "a"], ["-", RIGHT[1], "a"]], [RIGHT])
    game.save(tmp_path / "over.overture")
    for known in (game, load_game(tmp_path / "over.overture", load("tiny"))):
        found = sheets.sheets_of(known)
        assert (found["before"].count, found["before"].right) == (2, (0, 1, 0))
        assert (found["after"].count, found["after"].right) == (1, (1, 1, 1))


def test_nothing_can_be_handed_in_while_the_war_goes_on() -> None:
    game = Game.new(load("tiny"), 1)
    for side in (WASHINGTON, HANOI):
        game.commit(side, {})
    assert sheets.when(game) == ""
    with pytest.raises(Problem, match="before the first quarter"):
        sheets.hand_in(game, RIGHT)


@pytest.mark.parametrize("letters", [["a"], ["a", "b", "z"], ["", "", ""], ["a"] * 4])
def test_what_is_no_sheet_is_refused_and_kept_nowhere(letters: list[str]) -> None:
    game = Game.new(load("tiny"), 1)
    with pytest.raises(Problem):
        sheets.hand_in(game, letters)
    assert game.entries == ()


def test_the_answers_are_told_only_after_the_war_and_when_somebody_has_answered_again() -> None:
    why = QUESTIONS[0].why
    before = Game.new(load("tiny"), 1)
    sheets.hand_in(before, RIGHT)
    assert why not in repr(questions(before))
    assert why not in repr(questions(played([RIGHT], [])))
    over = played([RIGHT], [RIGHT])
    assert why in repr(questions(over))
    over.facilitate("rule", "The rule is hidden.", shown=False)
    assert why not in repr(questions(over))


def test_a_sheet_names_nobody_and_belongs_to_no_side() -> None:
    game = played([RIGHT], [])
    (entry,) = game.entries
    assert entry.side is None
    assert set(entry.data) == {"sheet", "answers"}


def test_paper_and_screen_are_scored_together_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    game = played([["a", "a", "a"]], [RIGHT])
    game.save(tmp_path / "over.overture")
    out = tmp_path / "out"
    alone = sheets.scored(game)
    assert alone is not None
    assert alone.paragraphs[0].startswith("Sheets: 1 before and 1 after.")
    paper = tmp_path / "answers.csv"
    with paper.open("w", newline="") as file:
        csv.writer(file).writerows(
            [("when", "1", "2", "3"), ("before", *RIGHT), ("after", "", "", "")]
        )
    assert read(paper)["before"].count == 1
    assert (
        main(
            ["export", str(tmp_path / "over.overture"), "--out", str(out), "--answers", str(paper)]
        )
        == 0
    )
    report = (out / "report.md").read_text(encoding="utf-8")
    assert "Sheets: 2 before and 2 after." in report
    assert "1 of 2 (50%)" in report
    capsys.readouterr()


def test_a_running_wars_papers_hold_no_sheet(tmp_path: Path) -> None:
    game = Game.new(load("tiny"), 1)
    sheets.hand_in(game, RIGHT)
    for side in (WASHINGTON, HANOI):
        for path in write(game, tmp_path / SIDES[side], side):
            assert "sheet" not in path.read_text(encoding="utf-8").lower().replace(
                "stylesheet", ""
            ), path.name
