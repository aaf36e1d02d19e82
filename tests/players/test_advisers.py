"""The advisers: the same papers, the same words; honest ranges; disagreement where it is due."""

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.view import View
from game.players import advice_words, recommended
from game.players.advice_widths import WIDTHS
from game.players.advisers import ADVISERS, Council, Estimate, aged, reaches, tilted
from game.players.belief_state import belief_from
from game.players.forecast import QUESTIONS
from game.players.kept import answers as answers_of
from game.players.kept import kept
from game.problems import Problem
from game.study.contests.advice import Hearing, HeldAnswer, coverage, heard, measures, worst
from game.study.contests.advice_fit import as_module, costs, widths
from game.study.contests.advice_players import MIXED, governing, halved
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


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_each_adviser_recommends_by_what_the_papers_show(side: int) -> None:
    view = played(2)[1][side].view
    told: set[str] = set()
    for adviser in ADVISERS[side]:
        made = {
            recommended.summary(adviser.name, altered(view, **changed), *chances)
            for changed, chances in (
                ({"talking": 0}, (0.2, 0.6, 0.3)),
                ({"talking": 0}, (0.7, 0.2, 0.3)),
                ({"talking": 0, "offered": np.array([1, 1])}, (0.2, 0.6, 0.3)),
                ({"talking": 1, "tabled": np.full((2, 5), -1)}, (0.2, 0.6, 0.3)),
                ({"talking": 1, "tabled": np.full((2, 5), 1)}, (0.2, 0.6, 0.3)),
            )
        }
        turn = view.quarter % 2
        assert made == {lines[turn] for lines in recommended.RECOMMENDED[adviser.name]}
        assert len(made) == 5
        told |= {text for lines in recommended.RECOMMENDED[adviser.name] for text in lines}
    assert len(told) == 40, "no two recommend in the same words"


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_last_quarter_is_told_of_nothing_that_comes_too_late(side: int) -> None:
    view, told = played(2)[1][side].view, set()
    for adviser in ADVISERS[side]:
        for talking, package in ((0, -1), (0, 1), (1, -1), (1, 1)):
            there = altered(view, talking=talking, tabled=np.full((2, 5), package))
            said = recommended.summary(adviser.name, there, 0.7, 0.2, 0.7, last=True)
            can = talking > 0 and package >= 0
            assert said == recommended.AT_LAST[adviser.name][0 if can else 1]
            assert not re.search(r"\b(lay ours|table our|draft of ours|name a)\b", said)
            told.add(said)
    assert len(told) == 2 * len(ADVISERS[side])


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize(
    ("taken", "read", "owned"),
    [(-1, 0.9, True), (-1, 0.5, False), (1, 0.2, True), (1, 0.9, False), (0, 0.9, False)],
)
def test_an_adviser_who_contradicts_the_card_owns_it(
    side: int, taken: int, read: float, owned: bool
) -> None:
    dossier = played(2)[1][side]
    held = replace(dossier, views=(*dossier.views[:-1], altered(dossier.view, taken=taken)))
    words = advice_words.said("read", held, (read, read, read), 0.5, 0.5)[0]
    assert words.startswith("Whatever the ") == owned, words


def test_a_low_end_that_is_not_lower_than_now_sends_nobody_home() -> None:
    dossier = played(2)[1][HANOI]
    now = float(dossier.view.troops)
    for low, home in ((now - 60.0, True), (now, False), (now + 40.0, False)):
        told = advice_words.said("next", dossier, (now + 50.0, low, now + 90.0), 0.5, 0.5)[2]
        assert (told == "They are going home.") == home, told


def altered(view: View, **changed: Any) -> View:
    """Return a view with some fields changed, without an offer unless one is."""
    fields = {**view.fields, "offered": np.array([0, 0]), **changed}
    return View(view.side, view.quarter, fields, view.channels)


def test_a_record_tells_what_held_and_owns_to_what_did_not() -> None:
    dossier = played(5)[1][WASHINGTON]
    truths = [answers_of(dossier, place) for place in range(5)]
    right = [
        Said(
            tuple(
                Estimate(name, 0, true - 1, true + 1, "", "", "", "") for name, true in each.items()
            )
        )
        for each in truths
    ]
    assert kept(right, dossier).held == (5, 5)
    assert kept(right, dossier).missed == ()
    wide = replace(right[4].estimates[0], low=truths[4]["cost"] + 100, high=1e5)
    found = kept([*right[:4], Said((wide, right[4].estimates[1]))], dossier)
    assert found.held == (4, 5)
    assert [(one.question, one.true) for one in found.missed] == [("cost", truths[4]["cost"])]
    assert kept([], played(0)[1][WASHINGTON]).asked == 0


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_war_that_is_loaded_has_the_same_record(side: int) -> None:
    said = Council().advise(played(5)[1][side])
    assert {one.kept.asked for one in said} == {5}
    assert all(0 <= count <= 5 for one in said for count in one.kept.held)


@dataclass(frozen=True)
class Said:
    estimates: tuple[Estimate, ...]


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


def test_ranges_hold_most_truths_of_people_as_different_as_people_are() -> None:
    scripts = halved("measure")
    rows = [
        row
        for seed, campaign in ((6, "tutorial"), (7, "tet"), (8, "linebacker"))
        for row in heard(Hearing(campaign, seed, MIXED, scripts))
    ]
    found = measures(rows)
    assert float(found["held"]) >= 0.65
    assert float(found["within_twice"]) >= 0.9
    assert {row.side for row in rows} == {WASHINGTON, HANOI}
    assert {row.campaign for row in rows if row.read == 0} == {"tutorial", "tet", "linebacker"}


def answers(off: float, count: int = 100, campaign: str = "x", read: int = 3) -> list[HeldAnswer]:
    """Return answers whose truths lie evenly up to ``off`` from the best figure."""
    name = ADVISERS[HANOI][0].name
    return [
        HeldAnswer(
            campaign, read, HANOI, name, "cost", 9000.0 + far, 9000.0, 8999.0, 9001.0, 1.0, 1.0
        )
        for far in np.linspace(0.0, off, count)
    ]


def test_a_range_is_widened_until_four_truths_in_five_lie_inside() -> None:
    name = ADVISERS[HANOI][0].name
    found = widths(answers(1000.0))
    row = found[HANOI][name][QUESTIONS.index("cost")]
    assert row[aged(3)] == (0.0, pytest.approx(785.0, rel=0.1)), "all truths lie above"
    assert set(row) == {(0.0, 0.0), row[aged(3)]}
    held = {(row[1], row[2]): row[4] for row in coverage(answers(1000.0))}
    assert held[(name, "cost")] == pytest.approx(0.01)
    made: dict[str, object] = {}
    exec(as_module(found), made)
    assert made["WIDTHS"] == tuple(found)
    assert {len(rows) for rows in WIDTHS[HANOI].values()} == {len(QUESTIONS)}
    assert set(WIDTHS[HANOI]) == {adviser.name for adviser in ADVISERS[HANOI]}


def test_the_first_quarter_of_the_worst_campaign_counts() -> None:
    tried = np.array([0.0, 10.0, 1000.0])
    first, later = (
        costs([*answers(10.0, 300, "easy", read), *answers(1000.0, 60, "hard", read)], tried)
        for read in (0, 1)
    )
    assert first[0, 1] > later[0, 1] + 0.5
    assert first[0, 2] == later[0, 2]


def test_the_worst_cell_is_a_question_or_a_campaigns_first_quarter() -> None:
    good = answers(1.0, 10)
    assert worst(good)[0] == 1.0
    low, where = worst([*good * 3, *answers(1000.0, 10, "y", 0)])
    assert (low, where) == (pytest.approx(0.1), "first quarter of y")


def test_no_script_serves_both_the_fit_and_the_measure() -> None:
    fitting, measuring = (set(halved(use)) for use in ("fit", "measure"))
    assert not fitting & measuring
    assert abs(len(fitting) - len(measuring)) <= 1
    for side in (WASHINGTON, HANOI):
        sorts = {
            type(governing(np.array([seed]), side, MIXED, tuple(measuring))).__name__
            for seed in range(12)
        }
        assert sorts == {"Glancing", "Thinking"}
    with pytest.raises(Problem, match="No script"):
        assert [governing(np.array([seed]), HANOI, MIXED, ()) for seed in range(40)]
