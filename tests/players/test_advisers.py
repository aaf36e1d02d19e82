"""The advisers: the same papers, the same words; honest ranges; disagreement where it is due."""

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.players import advice_words
from game.players.advice_widths import WIDTHS
from game.players.advisers import ADVISERS, Council, reaches, tilted
from game.players.belief_state import belief_from
from game.players.forecast import QUESTIONS
from game.study.contests.advice import Row, as_module, coverage, heard, widths
from tests.players.war import played


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_same_dossier_gives_the_same_advice(side: int) -> None:
    dossier = played(5)[1][side]
    walked = Council()
    for quarters in range(5):
        walked.advise(played(quarters)[1][side])
    assert walked.advise(dossier) == Council().advise(dossier)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_each_adviser_answers_every_question_in_words_with_a_range(side: int) -> None:
    advice = Council().advise(played(5)[1][side])
    assert len(advice) == len(ADVISERS[side]) == 4
    for said in advice:
        assert [estimate.question for estimate in said.estimates] == list(QUESTIONS)
        assert 0.0 <= said.opens <= 1.0
        assert len(said.summary.split()) <= 60
        for estimate in said.estimates:
            assert estimate.low <= estimate.best <= estimate.high
            assert estimate.words.endswith(".")
            assert estimate.reason.endswith(".")
            assert estimate.if_low != estimate.if_high


def test_counsel_changes_as_the_enemy_comes_to_the_table() -> None:
    for school in ("", "exit", "knockout", "fight-and-talk"):
        shut = advice_words.summary(school, 0.2, 0.6, 0.3, False)
        ready = advice_words.summary(school, 0.7, 0.2, 0.3, False)
        sitting = advice_words.summary(school, 0.7, 0.2, 0.3, True)
        assert len({shut, ready, sitting}) == 3


@pytest.mark.parametrize(
    ("question", "figures", "words"),
    [
        ("score", (57.1, 56.9, 57.3), "would stand at 57."),
        ("score", (57.0, 50.0, 60.0), "would stand at 57, 50 to 60."),
        ("next", (16.2, 12.0, 19.9), "About 16,200 men will come down the trail, 12,000 to"),
        ("cost", (1234.0, 1201.0, 1249.0), "would cost about 1,200 dead."),
        ("terms", (1.5, 1.4, 1.7), "are near the middle."),
        ("terms", (1.5, 1.4, 2.0), "are near the middle, or rather on Hanoi's side of"),
        ("terms", (1.5, 1.0, 2.0), "are near the middle, from rather on Washington's side of"),
    ],
)
def test_a_range_is_said_where_it_says_something(
    question: str, figures: tuple[float, float, float], words: str
) -> None:
    said = advice_words.said(question, played(2)[1][WASHINGTON], figures, 0.5, 0.5)
    assert words in said[0]


def test_no_estimate_is_quoted_before_one_has_come_in() -> None:
    first, later = (
        advice_words.said("next", played(quarters)[1][WASHINGTON], (10.0, 5.0, 15.0), 0.5, 0.5)[1]
        for quarters in (0, 3)
    )
    assert first == "No estimate of the trail has come in yet."
    assert "Last quarter's estimate was" in later


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_answer_repeats_its_best_figures_words_as_an_end(side: int) -> None:
    for said in Council().advise(played(5)[1][side]):
        words = said.estimates[0].words
        best = words.split(";")[0].split(" ", 1)[1].rstrip(".")
        assert words.count(best) == 1


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_advisers_disagree_where_the_papers_leave_room_and_not_elsewhere(side: int) -> None:
    belief = belief_from(played(5)[1][side], 96, 4)
    hawk, dove = ADVISERS[side][1], ADVISERS[side][2]
    open_question = np.linspace(0.0, 1.0, len(belief))
    gap = [reaches(belief, open_question, known, "read")[0] for known in (hawk, dove)]
    assert gap[0] != gap[1]
    settled = np.full(len(belief), 0.4)
    assert tilted(belief, settled, hawk.tilt[0]) is belief
    assert reaches(belief, settled, hawk, "read")[0] == reaches(belief, settled, dove, "read")[0]


def test_ranges_hold_most_truths_over_a_few_wars() -> None:
    rows = [row for seed in (3, 4) for row in heard("vietnam-1965-1973", seed)]
    assert 0.6 <= np.mean([row.held for row in rows]) <= 0.97
    assert {row.side for row in rows} == {WASHINGTON, HANOI}


def test_widths_are_refitted_so_that_four_truths_in_five_lie_inside() -> None:
    name = ADVISERS[HANOI][0].name
    rows = [Row(HANOI, name, "read", miss <= 1.0, miss, 0.1) for miss in np.linspace(0.1, 10, 100)]
    found = widths(rows)
    assert 7.5 <= found[HANOI][name][0] <= 8.1
    held = {(row[1], row[2]): row[4] for row in coverage(rows)}
    assert held[(name, "read")] == pytest.approx(0.1)
    made: dict[str, object] = {}
    exec(as_module(found), made)
    assert made["WIDTHS"] == tuple(found)
    assert set(WIDTHS[HANOI]) == {adviser.name for adviser in ADVISERS[HANOI]}
