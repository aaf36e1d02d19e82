"""Every decision of the full campaign walked through the papers of its side, answer by answer."""

import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from game.campaign import load
from game.campaign.dilemmas import of_side
from game.desk import build_answered, build_news
from game.desk import build_decisions as build
from game.desk.draft import Draft
from game.desk.setting import Setting, setting_of
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.events import events_at
from game.engine.luck import DRAWS, Luck, neutral
from game.engine.resolve import resolve
from game.engine.view import report, view
from game.record import Game
from game.record.decisions import AnswerEffect, OpenAnswer
from game.text import show
from game.words import decisions as words
from tests.engine.test_dilemmas import answered, asked, number
from tests.engine.wars import tables

FULL = load("vietnam-1965-1973")
ROWS = [row for side in (WASHINGTON, HANOI) for row in of_side(FULL, side)]
ODD = re.compile(r"[{}<>_]|\bnan\b|  ")


@cache
def setting() -> Setting:
    """Return the full campaign's texts."""
    return setting_of(Game.new(FULL, 1))


def papers(row: Any, answer: int = -1) -> Dossier:
    """Return the side's dossier with the decision asked and, if one is named, answered."""
    side, _ = number(row.id)
    world = asked(row.id, row.first)
    before = Dossier(side, tables(), (view(world, side, tables()),))
    if answer < 0:
        return before
    rows = neutral(1).rows
    for place in range(2):
        rows[DRAWS.index(f"dilemma_{row.side}_{place}")] = 0.01  # whatever chance there is comes
    orders = answered(world, side, answer)
    after, outcome = resolve(
        world, orders, events_at(tables(), world.quarter), Luck(rows), tables()
    )
    own = Draft(before).orders()
    own.answers[0, 0] = answer
    return before.grown(own, report(outcome, after, side), view(after, side, tables()), tables())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.id))
def test_every_question_is_shown_with_its_answers_at_desk_and_terminal(row: Any) -> None:
    dossier = papers(row)
    (shown,) = build.decisions(dossier, Draft(dossier), setting())
    assert shown.title == row.title
    assert len(shown.answers) == len(row.answers)
    said = io.StringIO()
    show.decisions(Console(file=said, width=80), [shown])
    for text in (said.getvalue(), shown.left_open):
        assert not ODD.search(" ".join(text.split())), text
    for one in shown.answers:
        assert one.price.startswith(("Costs", "Gives back"))
        assert one.known
        assert all(line.endswith(".") for line in one.known)
    assert any(one.enabled for one in shown.answers)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.id))
def test_every_answer_is_told_in_log_paper_and_cables_as_it_was_given(row: Any) -> None:
    for answer in range(len(row.answers) + 1):
        dossier = papers(row, answer)
        (told,) = build.decided(dossier, setting(), 0)
        assert told.startswith(row.title)
        assert ("went by itself" in told) == (answer == 0)
        given = (
            row.answers[answer - 1]
            if answer
            else next(one for one in row.answers if one.id == row.default)
        )
        assert given.text in told
        seen = build.papers(dossier, setting(), 0)
        assert seen == ([given.seen] if given.seen else [])
        came = build.came(dossier, setting(), 0)
        on_record = given.id == row.record.answer
        assert came == ([given.chance.line] if given.chance and not on_record else [])
        log = " ".join(line.text for line in build_news.log(dossier, setting()))
        assert row.title in log


def test_the_other_side_reads_only_what_stood_in_the_papers() -> None:
    row = next(row for row in ROWS if row.id == "h_corridor_1965")
    world = asked(row.id, row.first)
    for answer, line in ((1, ""), (3, "Soviet ships unload at Haiphong.")):
        after, outcome = resolve(
            world,
            answered(world, HANOI, answer),
            events_at(tables(), world.quarter),
            neutral(1),
            tables(),
        )
        before = Dossier(WASHINGTON, tables(), (view(world, WASHINGTON, tables()),))
        dossier = before.grown(
            Draft(before).orders(),
            report(outcome, after, WASHINGTON),
            view(after, WASHINGTON, tables()),
            tables(),
        )
        assert build.papers(dossier, setting(), 0) == ([line] if line else [])


def test_an_earlier_answer_is_recalled_and_another_is_not() -> None:
    row = next(row for row in ROWS if row.id == "w_tax_1967")
    world = asked(row.id, row.first)
    side, place = number("w_how_to_tell_1965")
    for answer, part in ((1, "This is later"), (2, "Congress reminds you"), (3, "")):
        given = world.answered.copy()
        given[0, side, place - 1] = answer
        seen = view(world.with_(answered=given), side, tables())
        dossier = Dossier(side, tables(), (seen,))
        (shown,) = build.decisions(dossier, Draft(dossier), setting())
        assert (part in " ".join(shown.recalls)) if part else not shown.recalls


def test_what_a_decision_costs_is_part_of_what_is_ordered_and_can_be_taken_back() -> None:
    row = next(row for row in ROWS if row.id == "w_tax_1967")
    dossier = papers(row)
    draft = Draft(dossier)
    before = draft.left()
    draft.answer(0, 2)
    assert before - draft.left() == draft.decided() == 3
    assert np.array_equal(draft.orders().answers, [[2, 0]])
    again = Draft(dossier)
    again.take_up(draft.orders())
    assert again.state.answers == (2, 0)
    draft.undo()
    assert draft.state.answers == (0, 0)


def test_what_is_expected_of_an_answer_is_said_once_however_often_it_is_pushed() -> None:
    pushes = (
        AnswerEffect("stability", False, 2, 0, 0.25),
        AnswerEffect("stability", False, 3, 1, 0.5),
        AnswerEffect("cohesion", True, 1, 0, 1.0),
    )
    answer = OpenAnswer("a", "Wait.", 0, pushes)
    assert words.known(answer, 9) == (
        "Saigon clearly shakier, four quarters; the Politburo much closer.",
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.id))
def test_no_two_answers_of_a_decision_read_the_same_and_none_promises_beyond_the_end(
    row: Any,
) -> None:
    side, place = number(row.id)
    answers = setting().decisions[side][place - 1].answers
    for left in (12, 1):
        read = [(one.price, words.known(one, left)) for one in answers]
        if left > 1:
            assert len({known for _, known in read}) == len(answers), read
        for one, (_, known) in zip(answers, read, strict=True):
            said = " ".join(known)
            assert left > 1 or "quarter" not in said
            assert left > 1 or "remembered" not in said
            lasts = any(
                last > first + 1 and not first for _, first, last in words.spans(one.pushes)
            )
            assert ("to the end" in said) == (left == 1 and lasts)
            sizes = [text for _, text in words.SIZES]
            assert not any(push.waits < left for push in one.pushes) or any(
                text in known[0].lower() for text in sizes
            )


def test_the_size_of_a_push_is_told_in_three_steps_from_its_number() -> None:
    side, place = number("w_how_much_1972")
    _, monthly, together = setting().decisions[side][place - 1].answers
    assert words.known(monthly, 9)[0] == (
        "Saigon clearly steadier, three quarters; a channel a little less safe, two quarters."
    )
    assert words.known(together, 9)[0] == (
        "Saigon much steadier, three quarters; a channel much less safe, two quarters."
    )
    assert words.known(together, 2)[0] == (
        "Saigon much steadier, to the end; a channel much less safe, two quarters."
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.id))
def test_what_an_answer_did_stands_in_the_next_paper_and_its_end_when_it_ends(row: Any) -> None:
    for answer in range(1, len(row.answers) + 1):
        dossier = papers(row, answer)
        paper = build_news.newspaper(dossier, setting())
        (story,) = [one for one in paper.stories if one.heading == build_answered.HEADING]
        one = setting().decisions[dossier.side][number(row.id)[1] - 1].answers[answer - 1]
        assert f"{row.title}: you chose: {one.text.rstrip('.')}. It brought: " in story.body
        assert words.at_once(one) in story.body
        assert words.at_once(one) in build_answered.in_short(dossier, setting())
        assert not ODD.search(story.body)


def test_a_lasting_effect_that_ends_is_told_in_the_paper_of_that_quarter() -> None:
    row = next(row for row in ROWS if row.id == "w_how_much_1972")
    dossier = papers(row, 3)
    told = {}
    for later in (1, 2):
        shown = dossier.view
        dossier = dossier.grown(
            Draft(dossier).orders(),
            replace(
                dossier.reports[-1],
                quarter=dossier.reports[0].quarter + later,
                asked=np.zeros_like(dossier.reports[0].asked),
                answers=np.zeros_like(dossier.reports[0].answers),
            ),
            shown,
            tables(),
        )
        told[later] = build_answered.later(dossier, setting(), later)
    assert told[1] == [
        "How much to tell Saigon: what was decided then has run its course: no "
        "longer a channel much less safe."
    ]
    assert told[2] == [
        "How much to tell Saigon: what was decided then has run its course: no "
        "longer Saigon much steadier."
    ]
