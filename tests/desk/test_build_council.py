"""Each question is answered once: where advisers agree, and who differs."""

from dataclasses import dataclass

import pytest

from game.desk import build_advisers, build_danger
from game.desk.build_council import council
from game.players.advisers import Council
from tests.desk.wars import random_war


@dataclass(frozen=True)
class Estimate:
    question: str
    best: float
    low: float
    high: float
    words: str


@dataclass(frozen=True)
class Name:
    name: str


@dataclass(frozen=True)
class Advice:
    adviser: Name
    estimates: tuple[Estimate, ...]


def advised(*best: float, question: str = "cost") -> list[Advice]:
    names = ("The Assistant", "The Chairman", "The Secretary", "The Director")
    return [
        Advice(
            Name(name),
            (
                Estimate(
                    question, value, value - 50, value + 50, f"These orders would cost {value:.0f}."
                ),
            ),
        )
        for name, value in zip(names, best, strict=True)
    ]


def worded(*words: str) -> list[Advice]:
    names = ("The Assistant", "The Chairman", "The Secretary", "The Director")
    return [
        Advice(Name(name), (Estimate("read", 0.5, 0.4, 0.6, said),))
        for name, said in zip(names, words, strict=True)
    ]


def test_figures_that_are_nearly_the_same_are_said_once() -> None:
    (fact,) = council(advised(500, 505, 510, 498))
    assert fact.term == "What it costs us"
    assert fact.text == "All four: these orders would cost 500."


def test_whoever_stands_apart_is_named_with_its_own_figure() -> None:
    (fact,) = council(advised(500, 505, 900, 498))
    assert fact.text == (
        "Three of them: these orders would cost 500. Only the Secretary differs: 900."
    )


def test_two_against_two_are_both_named() -> None:
    (fact,) = council(advised(500, 505, 900, 905))
    assert fact.text == (
        "The Assistant and the Chairman: these orders would cost 500. The "
        "Secretary and the Director: these orders would cost 900."
    )


def test_the_same_words_agree_whatever_range_follows_them() -> None:
    said = "Hanoi doubts that we can last"
    (fact,) = council(
        worded(
            f"{said}; at the most it is sure of us.", f"{said}.", f"{said}.", "Hanoi is sure of us."
        )
    )
    assert fact.text == f"Three of them: {said}. Only the Director differs: is sure of us."


@pytest.mark.parametrize("count", [0, 1])
def test_one_adviser_agrees_with_nobody(count: int) -> None:
    assert council(advised(500, 505, 510, 498)[:count]) == ()


def test_no_adviser_repeats_what_the_band_says_may_end_the_war() -> None:
    dossier = next(
        past
        for seed in range(9)
        for side in (0, 1)
        for past in [random_war(seed).dossier(side)]
        for past in [past.until(len(past.reports) - 1)]
        if build_danger.dangers(past)
    )
    warned = build_danger.summary(build_danger.dangers(dossier))
    said = build_advisers.advisers(dossier, Council())
    assert warned
    assert not any(warned in f"{one.recommends} {one.line}" for one in said)
    assert warned not in build_advisers.secretary(dossier)[0].line
    assert all(one.line and one.record and one.emblem for one in said)
    assert len({one.line for one in said}) == len(said)
