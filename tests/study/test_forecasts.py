"""Sealed reasons and forecasts: which count, how they are scored, and who makes them."""

from dataclasses import replace

import numpy as np
import pytest

from game.cli._seats import Explaining
from game.engine.board import HANOI, WASHINGTON
from game.players.doctrines import DOCTRINES
from game.players.levels import level
from game.players.thinking import Thinking
from game.problems import Problem
from game.record import Game
from game.study.debrief import forecasts
from game.study.debrief.acts import quarters_of
from game.study.debrief.text import told
from tests.study.opened_wars import SECRETS, full, history, random_war, recorded_war


def test_forecasts_are_scored_by_brier_on_what_came() -> None:
    game = recorded_war()
    given = [one for one in forecasts.written(game) if one.side == "washington"]
    war = {played.name: played for played in quarters_of(game.past)}
    for one in given:
        assert one.came == forecasts.happened(war[one.quarter], WASHINGTON, one.question)
    mine = next(one for one in forecasts.scored(given))
    assert mine.count == len(given) == 18
    by_hand = float(np.mean([(one.chance - one.came) ** 2 for one in given]))
    assert mine.brier == pytest.approx(by_hand)
    assert sum(part.count for part in mine.bins) == mine.count


def test_a_seer_scores_nought_and_a_coin_a_quarter() -> None:
    one = forecasts.written(recorded_war())[0]
    sure = [replace(one, chance=1.0, came=True), replace(one, chance=0.0, came=False)]
    coin = [replace(each, chance=0.5) for each in sure]
    assert forecasts.scored(sure)[0].brier == 0.0
    assert forecasts.scored(coin)[0].brier == 0.25


def test_the_last_forecast_of_a_quarter_counts_and_a_rewound_one_does_not() -> None:
    game = history(quarters=1)
    forecasts.write(game, HANOI, "open", 10)
    forecasts.write(game, HANOI, "open", 90, "on second thoughts")
    kept = [one for one in forecasts.held(game.entries) if one.quarter == "1965Q2"]
    assert [one.data["chance"] for one in kept] == [0.9]
    game.rewind("1965Q1")
    assert forecasts.held(game.entries) == []


@pytest.mark.parametrize(
    ("question", "per_cent", "text"),
    [
        ("win", 50, ""),
        ("open", 101, ""),
        ("open", -1, ""),
        ("open", 50, "x" * 301),
        ("open", float("nan"), ""),
    ],
)
def test_what_is_no_forecast_is_refused(question: str, per_cent: float, text: str) -> None:
    game = Game.new(full(), 3)
    with pytest.raises(Problem):
        forecasts.write(game, HANOI, question, per_cent, text)
    assert game.entries == ()


def test_what_was_meant_stands_beside_what_it_was_taken_for() -> None:
    made = told(recorded_war())
    first = next(one for one in made.meanings if one.side == "washington")
    assert first.meant == SECRETS[WASHINGTON]
    before, after = (made.debrief.course[place][WASHINGTON].belief for place in (0, 1))
    assert f"{before:.2f} to {after:.2f}" in first.taken


def test_advisers_are_scored_on_the_same_questions() -> None:
    found = forecasts.advised(random_war(1))
    assert {one.question for one in found} == set(forecasts.QUESTIONS)
    assert all(0.0 <= one.chance <= 1.0 for one in found)
    assert len(forecasts.scored(found)) == 8


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_machines_and_advisers_forecast_whatever_a_person_may(side: int) -> None:
    game = Game.new(full(), 7)
    machine = Explaining(Thinking(DOCTRINES[side][0], level("cadet"), 3), "thinker")
    machine.decide(game.dossier(side))
    told_ = {
        data["question"]: data["chance"]
        for what, _, data in machine.reasons()
        if what == "forecast"
    }
    assert set(told_) == set(forecasts.QUESTIONS)
    assert all(0.0 <= chance <= 1.0 for chance in told_.values())


def test_a_forecast_taken_back_is_scored_no_more_and_may_be_made_again() -> None:
    game = history(quarters=1)
    forecasts.write(game, HANOI, "open", 10)
    forecasts.withdraw(game, HANOI, "open")
    assert forecasts.sealed_by(game, HANOI, game.quarter_name) == {}
    forecasts.write(game, HANOI, "open", 30)
    assert forecasts.sealed_by(game, HANOI, game.quarter_name) == {"open": 0.3}
    with pytest.raises(Problem, match="cannot be forecast"):
        forecasts.withdraw(game, HANOI, "luck")
