"""Decisions of the machines: at a glance by a rough worth, with search by imagined futures."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.dilemmas import PLACES
from game.engine.dossier import Dossier
from game.engine.rules.dilemmas import refusals
from game.engine.sight import look
from game.engine.view import view
from game.players.answers import at_a_glance, worths
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS
from game.players.random_legal import RandomLegal
from game.players.thinking import Thinking
from tests.engine.test_dilemmas import asked, number
from tests.engine.wars import played, start, tables


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_whoever_glances_answers_what_is_asked_and_can_pay(side: int) -> None:
    policies = [DOCTRINES[side][0].policy, RandomLegal()]
    for step in played(24, 7)[::6]:
        sight = look(step.opening, side, tables())
        for policy in policies:
            orders = policy.decide_batch(sight, np.arange(24))
            for war in np.flatnonzero(step.opening.running).tolist():
                seen = view(step.opening, side, tables(), war)
                assert refusals(side, orders.answers[war], 0, seen, tables()) == []
                assert ((orders.answers[war] > 0) == (seen.asked > 0)).all()


def test_the_best_answer_at_a_glance_is_the_one_worth_most_within_the_purse() -> None:
    world = asked("w_tax_1967", "1967Q3")
    side, place = number("w_tax_1967")
    worth = worths(tables().dilemmas, side)[place - 1]
    sight = look(world, side, tables())
    best = at_a_glance(sight, np.array([50.0]))[0, 0]
    assert worth[best] == worth[1:4].max()
    poor = at_a_glance(sight, np.array([0.0]))[0, 0]
    assert tables().dilemmas.price[side, place - 1, poor] <= 0


def test_history_s_answer_is_worth_nothing_either_way() -> None:
    for side in (WASHINGTON, HANOI):
        worth = worths(tables().dilemmas, side)
        for place in tables().dilemmas.soonest(side):
            assert worth[place, tables().dilemmas.recorded[side, place]] == 0.0


def test_whoever_searches_weighs_each_answer_by_imagined_futures() -> None:
    world = start()  # Hanoi is asked of the corridor on the first day
    papers = Dossier(HANOI, tables(), (view(world, HANOI, tables()),))
    player = Thinking(DOCTRINES[HANOI][0], LEVELS[0], 5)
    orders = player.decide(papers)
    assert orders.answers[0, 0] in (1, 2, 3)
    again = Thinking(DOCTRINES[HANOI][0], LEVELS[0], 5).decide(papers)
    assert (again.answers == orders.answers).all()


def test_a_plainly_better_answer_is_chosen_by_search() -> None:
    world, (side, place) = asked("w_progress_1967", "1967Q4"), number("w_progress_1967")
    for better in (1, 2, 3):
        pushes = tables().dilemmas.pushes.copy()
        pushes[side, place - 1, 1:] = 0.0
        pushes[side, place - 1, better, :, PLACES["quality"]] = 0.1
        pushes[side, place - 1, better, :, PLACES["stability"]] = 0.1
        dilemmas = replace(tables().dilemmas, pushes=pushes, price=0 * tables().dilemmas.price)
        altered = replace(tables(), dilemmas=dilemmas.unforeseen())
        papers = Dossier(side, altered, (view(world, side, altered),))
        given = Thinking(DOCTRINES[side][0], LEVELS[-1], 3).decide(papers).answers[0, 0]
        assert given == better
