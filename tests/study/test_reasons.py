"""Reasons in words: two sentences with the numbers of the time, and no label of the search."""

from dataclasses import replace

import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.sight import sight_of
from game.players.candidates import PLAN, PLANS, considered
from game.players.doctrines import DOCTRINES
from game.players.explain import Thought
from game.players.roster import opponent
from game.players.tempers import plans
from game.players.thinking import Thinking
from game.study.contests.reasons import DONE, course, explained, sentences
from tests.players.war import built, played


def thoughts(side: int, quarters: int) -> list[Thought]:
    """Return what a cadet of the side's first doctrine thought."""
    player = opponent(side, DOCTRINES[side][0].name, "cadet", 5)
    assert isinstance(player, Thinking)
    for quarter in range(quarters):
        player.decide(played(quarter)[1][side])
    return player.log


def test_reasons_are_two_sentences_with_numbers_from_the_player_s_own_log() -> None:
    log = thoughts(WASHINGTON, 6)
    reasons = explained(log, built()[0].first)
    assert reasons, "graduated pressure raises and offers within six quarters"
    for quarter, kind, text in reasons:
        assert quarter.startswith("196")
        assert kind in DONE
        assert text.count(". ") >= 1
        assert text.endswith(".")
        assert "%" in text
        assert "points" in text or "weighed as a whole" in text
    for kind in DONE:
        assert sentences(log[0], kind).endswith(".")


@pytest.mark.parametrize(
    ("gap", "words"),
    [(2.0, "2.0 more than the next best"), (0.01, "promised as much"), (-1.5, "doctrine decided")],
)
def test_the_worth_is_told_as_far_as_it_goes(gap: float, words: str) -> None:
    kept = replace(thoughts(HANOI, 1)[0], worth=50.0, other_worth=50.0 - gap)
    assert words in sentences(kept, "escalation")


def test_an_offer_from_a_closed_posture_is_called_an_offer() -> None:
    kept = thoughts(HANOI, 1)[0]
    for posture, words in (("refuse", "Hanoi sent an offer"), ("talks", "Hanoi held out its hand")):
        told = replace(kept, orders={**kept.orders, "posture": posture})
        assert words in sentences(told, "overture")


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_every_course_that_can_be_weighed_has_words(side: int) -> None:
    kept, weighed = thoughts(side, 1)[0], set()
    for quarter in range(0, 8, 2):
        sight = sight_of(played(quarter)[1][side])
        for known in DOCTRINES[side]:
            thought = replace(kept, doctrine=known.name)
            labels = set(considered(sight, plans(known), 500, 3).label)
            worded = {course(thought, label) for label in labels}
            assert not any("plan: " in words or "_" in words for words in worded)
            assert len(worded) == len(labels), "two courses share their words"
            weighed |= labels
    alike = {"closed"}  # where the hand is kept closed anyway, it is the plan itself
    assert {PLAN + name for name in PLANS if name not in alike} <= weighed
    assert {label for label in weighed if not label.startswith(PLAN)}


def test_another_school_is_called_by_its_name() -> None:
    kept = replace(thoughts(WASHINGTON, 1)[0], doctrine="knockout")
    assert course(kept, "plan: another school") == "the way of “Graduated pressure”"
    assert course(kept, "plan: a third school, border laos") == (
        "the way of “The doves' exit” with “Across the border: Into Laos”"
    )
