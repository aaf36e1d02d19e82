"""Dilemmas in campaign files: what is refused, where, and with what remedy; what ships is sound."""

import pytest

from game.campaign import load
from game.campaign.conditions import ConditionError, Names, read
from game.campaign.dilemmas import of_side, push, serves
from game.engine.board import HANOI, SIDES, WASHINGTON
from tests.campaign.small import TEXT, small
from tests.campaign.test_bad_files import message

DILEMMA = """
[[dilemmas]]
id = "bread"
side = "hanoi"
first = "1968Q4"
last = "1969Q1"
when = "cohesion < .9"
title = "Bread"
text = "There is little of it."
default = "wait"
why = "A test."
record = { answer = "share", text = "Shared.", source = "None.", checked = "memory", \
confidence = "low" }
recalls = ["bread.share: You shared before."]

[[dilemmas.answers]]
id = "share"
text = "Share it."
price = 2
effects = ["cohesion +0.02", "aid_moscow -0.04 for 2 after 1"]
seen = "Bread is shared."

[[dilemmas.answers]]
id = "wait"
text = "Wait."
price = 0
effects = []
chance = { risk = 0.10, effects = ["cohesion -0.02"], line = "They ask." }
"""


def test_a_dilemma_is_read() -> None:
    rows = of_side(small(("[[orders]]", DILEMMA + "\n[[orders]]")), HANOI)
    assert [row.id for row in rows] == ["bread"]


@pytest.mark.parametrize(
    ("old", "new", "place", "hint"),
    [
        ("cohesion < .9", "approval < .9 and", "dilemmas[0].when (bread)", "comparison"),
        ("cohesion < .9", "reserve < 9", "dilemmas[0].when", "hanoi sees"),
        ("cohesion < .9", "enemy.vigour = high", "dilemmas[0].when", "no ladder of washington"),
        ("cohesion < .9", "happened: flood", "dilemmas[0].when", "learns of"),
        ("cohesion < .9", "belief_resilient < .5", "dilemmas[0].when", "hanoi sees"),
        ('"cohesion +0.02"', '"cohesion +0.2"', "answers[0].effects[0]", "-0.03 to 0.03"),
        ('"cohesion +0.02"', '"belief +0.02"', "answers[0].effects[0]", "on no list"),
        ('"cohesion +0.02"', '"cohesion x1.1"', "answers[0].effects[0]", "+ or -"),
        ('"cohesion +0.02"', '"own_noise +0.1"', "answers[0].effects[0]", "x1.10"),
        ('"cohesion +0.02"', '"leak.rome +0.02"', "answers[0].effects[0]", "no channel"),
        ("for 2 after 1", "for 9", "answers[0].effects[1]", "1 to 6"),
        (
            'effects = ["cohesion -0.02"]',
            'effects = ["cohesion -0.02 for 3"]',
            "answers[1].chance.effects[0]",
            "at once",
        ),
        ("risk = 0.10", "risk = 0.50", "answers[1].chance.risk", "0.3 or less"),
        ('default = "wait"', 'default = "weep"', "dilemmas[0].default", "share, wait"),
        ('answer = "share"', 'answer = "weep"', "dilemmas[0].record", "share, wait"),
        ('default = "wait"', 'default = "share"', "", ""),
        ('last = "1969Q1"', 'last = "1968Q3"', "dilemmas[0].last", "a later quarter"),
        ("bread.share: You", "bread.eat: You", "dilemmas[0].recalls[0]", "no dilemma.answer"),
        ('text = "Wait."', 'text = "' + "w " * 26 + '"', "answers[1].text", "25 words"),
        ("price = 2", "price = 9", "answers[0].price", "8 or less"),
        ('seen = "Bread is shared."', "cruel = true", "answers[0].effects[0]", "brings its side"),
    ],
)
def test_what_is_wrong_with_a_dilemma_is_named(old: str, new: str, place: str, hint: str) -> None:
    text = TEXT.replace("[[orders]]", DILEMMA + "\n[[orders]]", 1)
    assert text.count(old) >= 1
    head, found, rest = text.partition(DILEMMA)
    changed = head + found.replace(old, new, 1) + rest
    if not place:
        small(("[[orders]]", DILEMMA.replace(old, new, 1) + "\n[[orders]]"))
        return
    told = message(changed)
    assert place in told
    assert hint in told


def test_a_default_dearer_than_historys_answer_is_refused() -> None:
    text = DILEMMA.replace('answer = "share"', 'answer = "wait"')
    text = text.replace('default = "wait"', 'default = "share"')
    told = message(TEXT.replace("[[orders]]", text + "\n[[orders]]", 1))
    assert "dilemmas[0].default" in told
    assert "free" in told


def test_another_sides_secret_answer_cannot_be_recalled() -> None:
    secret = DILEMMA.replace('seen = "Bread is shared."\n', "")
    other = DILEMMA.replace('id = "bread"', 'id = "rice"').replace("hanoi", "washington")
    other = other.replace("cohesion < .9", "approval < .9")
    told = message(TEXT.replace("[[orders]]", secret + other + "\n[[orders]]", 1))
    assert "washington does not learn of bread.share" in told


@pytest.mark.parametrize("text", ["", "talking >= 1", "a", "capital >= 5 or enemy.posture = talks"])
def test_conditions_are_read_or_refused(text: str) -> None:
    if text == "a":
        with pytest.raises(ConditionError, match="comparison"):
            read(text, WASHINGTON, Names())
    else:
        assert read(text, WASHINGTON, Names()).side == WASHINGTON


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_cruel_answer_of_the_full_campaign_serves_its_side(side: int) -> None:
    campaign = load("vietnam-1965-1973")
    for row in of_side(campaign, side):
        for answer in (one for one in row.answers if one.cruel):
            pushes = [push(text, campaign.channel_ids) for text in answer.effects]
            assert not any(serves(made, side) for made in pushes), row.id


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_full_campaigns_dilemmas_have_sources_and_their_defaults_are_free(side: int) -> None:
    rows = of_side(load("vietnam-1965-1973"), side)
    assert len(rows) >= 18, SIDES[side]
    for row in rows:
        assert len(row.record.source) > 20
        assert len(row.answers) >= 2
