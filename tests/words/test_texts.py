"""Every text of the prose: short enough, in the words of the time, and all of them there."""

import re
from collections.abc import Iterator
from itertools import pairwise, product

import numpy as np
import pytest

from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON
from game.engine.facts import facts_of
from game.engine.ladders import LADDERS, MESSAGES, POSTURES
from game.players.recommended import AT_LAST, RECOMMENDED
from game.words import (
    cables,
    causes,
    channels,
    closing,
    happenings,
    messages,
    papers,
    plain,
    rungs,
    terms,
)
from game.words.voices.speakers import SPEAKERS
from tests.engine.wars import tables

MOST_WORDS = 60
FACTS = facts_of(tables())
MODEL = re.compile(
    r"\b(p|nu|equilibri\w+|probabilit\w+|posterior|prior|bayes\w*|sender|receiver|payoffs?|utility|"
    r"parameters?|log-odds|quantal|logit|resilien\w+|dove|hawk|type|belief|beliefs|signal\w*)\b",
    re.IGNORECASE,
)
"""Words of the model, which nobody reads before the war is over."""


GROUNDS = [messages.Basis(*stood) for stood in product((False, True), repeat=5)]


def all_messages() -> Iterator[str]:
    for side in (WASHINGTON, HANOI):
        for posture in range(len(POSTURES)):
            for sent in range(len(MESSAGES)):
                for quarter in range(60):
                    for stood in GROUNDS:
                        yield messages.message(side, posture, sent, quarter, stood)


def all_rungs() -> Iterator[str]:
    for side in (WASHINGTON, HANOI):
        for ladder in LADDERS[side]:
            for rung in range(len(ladder.rungs)):
                name = rungs.rung_name(side, ladder.name, rung)
                yield f"{name}. {rungs.risk(side, ladder.name, rung, FACTS)}"


def other_texts() -> Iterator[str]:
    for shield in np.arange(0.0, 1.0, 0.1):
        yield channels.cover(float(shield), float(shield) / 4)
        yield channels.leak(float(shield) / 2)
    for side in (WASHINGTON, HANOI):
        for posture in range(4):
            yield channels.exposed(side, posture, 1, True, FACTS)
            yield channels.exposed(side, posture, 0, False, FACTS)
    for ending in ENDINGS[1:]:
        yield " ".join(closing.ending(ending))
        yield from papers.ENDED[ending]
    yield from papers.FACTS.values()
    for speakers in SPEAKERS:
        yield from (line.text for known in speakers.values() for line in known)
    for name, recommended in RECOMMENDED.items():
        for wordings in (*recommended, AT_LAST[name]):
            yield from wordings
    for kinds in papers.HEADLINES.values():
        for told in kinds:
            yield from told
    yield terms.package((3, 3, 3, 3, 3))
    yield terms.apart((0, 0, 0, 0, 0), (3, 3, 3, 3, 3))


TEXTS = sorted({*all_messages(), *all_rungs(), *other_texts()})


def test_no_text_is_longer_than_sixty_words() -> None:
    assert [text for text in TEXTS if len(text.split()) > MOST_WORDS] == []


def test_no_text_speaks_the_language_of_the_model() -> None:
    assert [text for text in TEXTS if MODEL.search(text)] == []


def test_the_check_for_the_language_of_the_model_finds_it() -> None:
    assert MODEL.search("In equilibrium the sender stays closed.")
    assert MODEL.search("The belief p falls.")


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
@pytest.mark.parametrize("posture", range(len(POSTURES)), ids=POSTURES)
@pytest.mark.parametrize("sent", range(len(MESSAGES)), ids=MESSAGES)
def test_every_message_has_at_least_four_variants(side: int, posture: int, sent: int) -> None:
    assert messages.variants(side, posture, sent) >= 4


def test_the_same_quarter_always_brings_the_same_message() -> None:
    once, again = (
        [messages.message(HANOI, 2, 1, quarter, messages.Basis()) for quarter in range(40)]
        for _ in range(2)
    )
    assert once == again
    assert len(set(once)) > 4


def test_no_message_says_what_its_ground_does_not_bear() -> None:
    for side in (WASHINGTON, HANOI):
        voice = messages.VOICES[side]
        needs = {text: need for texts in voice.SAID.values() for text, need in texts}
        for kinds in voice.PAPERS.values():
            needs |= {text: need for texts in kinds.values() for text, need in texts}
        assert set(needs.values()) <= {"", *messages.NEEDS}
        assert len(needs) >= 40
        for stood in GROUNDS:
            for posture, name in enumerate(POSTURES):
                fitting = messages.borne(voice.SAID[name], stood)
                assert len(fitting) >= 5
                assert all(
                    not needs[text] or messages.bears(stood, needs[text]) for text in fitting
                )
                told = [messages.message(side, posture, 2, quarter, stood) for quarter in range(9)]
                assert stood.asked or set(told) == set(fitting)
                assert all(one != two for one, two in pairwise(told))


def test_no_two_rungs_of_posture_share_a_sentence() -> None:
    for side in (WASHINGTON, HANOI):
        said = [{text for text, _ in messages.VOICES[side].SAID[name]} for name in POSTURES]
        for first in range(len(said)):
            for second in range(first):
                assert not said[first] & said[second]


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_every_rung_of_every_ladder_has_its_name_and_its_risk(side: int) -> None:
    for ladder in LADDERS[side]:
        assert len(rungs.LINES[side][ladder.name]) == len(ladder.rungs), ladder.name


def test_every_kind_of_happening_has_a_headline_for_both_readers() -> None:
    assert {*papers.HEADLINES, "ended"} == set(happenings.LOUDNESS)


def test_every_ending_has_its_sentences() -> None:
    assert set(closing.ENDINGS) == {*ENDINGS[1:], "bell"}  # a seminar's, where time ran out


def test_words_on_a_ladder_climb_with_the_number() -> None:
    assert plain.on_steps("approval", 0.2) == "failing"
    assert plain.on_steps("approval", 0.5) == "divided"
    assert plain.on_steps("approval", 0.9) == "high"
    assert cables.corps_line(0.0) == "quiet"
    assert cables.corps_line(2.0) == "fighting without pause"


def test_numbers_dates_and_lists_read_as_in_a_newspaper() -> None:
    assert plain.quarter_words("1968Q1") == "the first quarter of 1968"
    assert plain.day_words("1966-11-08") == "8 November 1966"
    assert plain.thousand(38.24) == "38,000"
    assert plain.count(4) == "four"
    assert plain.listing(["a", "b", "c"]) == "a, b and c"
    assert plain.change(-3.2, "points") == "-3 points"
    assert plain.change(1.0, "points") == "+1 point"
    assert plain.change_of_men(-0.971) == "-1,000 men"


def test_a_step_towards_the_other_side_is_said_to_give_ground() -> None:
    assert terms.moved(WASHINGTON, (0, 0, 0, 0, 0), (1, 0, 0, 0, 0)) == "Gave ground on forces."
    assert terms.moved(HANOI, (3, 3, 3, 3, 3), (3, 3, 2, 3, 3)) == "Gave ground on Saigon."
    assert terms.moved(HANOI, (2, 3, 3, 3, 3), (3, 3, 3, 3, 3)) == "Hardened on forces."
    assert terms.moved(HANOI, (2, 3, 3, 3, 3), (2, 3, 3, 3, 3)) == ""


def test_every_gauge_of_the_desk_can_be_explained() -> None:
    from game.desk.build_gauges import DIALS

    assert {dial.id for dials in DIALS for dial in dials} <= set(causes.CAUSES)


def test_a_draft_goes_to_the_press_only_where_no_secret_channel_carries_it() -> None:
    talks = POSTURES.index("talks")
    assert messages.heading(talks, 0, covered=True) == "BY OUR ENVOY"
    assert messages.heading(talks, 0, covered=False) == "FOR THE PRESS AND THE RADIO"
    assert messages.heading(0, 0, covered=True) == "FOR THE PRESS AND THE RADIO"
