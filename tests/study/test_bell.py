"""The bell: a war it stops is unfinished, judged at its date, and nobody has won by waiting."""

import pytest

from game.campaign.building import opening
from game.campaign.history import leads_to
from game.desk.build_debrief import debrief
from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON
from game.engine.score import scored
from game.record import Game
from game.study.debrief import bell
from game.study.debrief.standing import history_points
from game.study.debrief.text import sections, told
from tests.study.opened_wars import random_war, short

SUCCESS = ("better than history", "did win", "on has won", "as history did")


def _tabled() -> Game:
    """Return a war stopped by the bell in which each side had tabled what it would like best."""
    game = Game.new(short(), 3)
    for side, place in ((WASHINGTON, 0), (HANOI, 3)):
        game.commit(side, {"terms": [place] * len(ISSUES)})
    game.facilitate("bell", "The bell.")
    return game


def test_a_war_stopped_untouched_after_a_quarter_is_unfinished_and_no_success() -> None:
    game = Game.new(short(), 3)
    for side in (WASHINGTON, HANOI):
        game.commit(side, {})
    game.facilitate("bell", "The bell.")
    shown = debrief(game, WASHINGTON)
    assert "unfinished" in shown.title.lower()
    assert all(one.verdict.startswith("Unfinished") for one in shown.scores)
    text = " ".join([*shown.sentences, *shown.stopped, *(one.verdict for one in shown.scores)])
    assert not any(word in text for word in SUCCESS)
    assert "Nobody has won" in text


def test_it_is_said_first_that_a_stopped_war_is_unfinished() -> None:
    washington, hanoi, first, *_ = sections(told(random_war(1, quarters=2)))
    assert first.key == "ending"
    for part in (washington, hanoi, first):
        assert "unfinished" in part.paragraphs[0]
    assert sections(told(random_war(1)))[0].paragraphs == ()


def test_history_is_judged_at_the_same_date_under_the_same_rule() -> None:
    game = random_war(1, quarters=2)
    found = bell.unfinished(game)
    assert found is not None
    then = scored(leads_to(short(), game.quarter), opening(short())[0]).total[0]
    assert [one.total for one in found.history] == pytest.approx(list(then))
    assert found.history != history_points(short())
    assert debrief(game, HANOI).scores[0].history == round(then[HANOI])


def test_each_sides_last_package_is_worth_what_it_would_have_been_signed_then() -> None:
    found = bell.unfinished(_tabled())
    assert found is not None
    washington, hanoi = found.packages
    assert (washington.side, hanoi.side) == SIDES
    assert washington.positions == (0,) * 5
    assert washington.worth[WASHINGTON].aims > hanoi.worth[WASHINGTON].aims
    assert hanoi.worth[HANOI].aims > washington.worth[HANOI].aims
    assert washington.worth[WASHINGTON].people == pytest.approx(found.scores[WASHINGTON].people)
    assert washington.worth[WASHINGTON].aims > found.scores[WASHINGTON].aims  # signed, not standing
    assert "Hanoi's last package" in " ".join(bell.sentences(found))


def test_a_war_that_ends_by_itself_has_no_bells_judgement() -> None:
    assert bell.unfinished(random_war(1)) is None
    assert debrief(random_war(1), WASHINGTON).stopped == ()


def test_a_side_that_tabled_nothing_is_named_without_a_package() -> None:
    found = bell.unfinished(random_war(1, quarters=0))
    assert found is not None
    assert found.packages == ()
    assert "Washington and Hanoi had tabled nothing" in bell.sentences(found)[-1]
