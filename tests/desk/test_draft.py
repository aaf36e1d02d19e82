"""The draft of a quarter's orders: what it refuses, what it costs, and taking it back."""

from dataclasses import replace

import numpy as np
import pytest

from game.desk.build_orders import ladder
from game.desk.draft import Draft, ladders_of
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import LADDERS, slot_of
from game.problems import Problem
from game.record import Game
from game.words import plain
from tests.desk.wars import campaign, chair, random_war
from tools import showcase


def draft(side: int) -> Draft:
    dossier = chair(side).dossier
    return Draft(dossier)


def test_an_untouched_draft_is_free_and_is_what_stands() -> None:
    for side in (WASHINGTON, HANOI):
        made = draft(side)
        assert made.total() == 0
        assert not made.touched


def test_undo_takes_back_one_change_at_a_time() -> None:
    made = draft(WASHINGTON)
    made.order("bombing", "interdiction")
    made.order("trail", "steady")
    made.undo()
    assert made.rung(slot_of(WASHINGTON, "trail")) == 1
    assert made.rung(slot_of(WASHINGTON, "bombing")) == 2
    made.undo()
    assert made.total() == 0
    with pytest.raises(Problem, match="Nothing has been changed"):
        made.undo()


def test_the_rung_of_troops_follows_the_number() -> None:
    made = draft(WASHINGTON)
    made.amount(35.0)
    assert made.rung(slot_of(WASHINGTON, "troops")) == 4
    made.amount(-10.0)
    assert made.rung(slot_of(WASHINGTON, "troops")) == 1
    with pytest.raises(Problem, match="steps of 5,000"):
        made.amount(12.0)
    with pytest.raises(Problem, match="there to withdraw"):
        made.amount(-60.0)


def test_nothing_can_be_accepted_before_something_was_tabled() -> None:
    with pytest.raises(Problem, match="tabled nothing"):
        draft(HANOI).accept(True)


def test_what_a_signature_takes_at_home_is_kept_back_from_the_other_orders() -> None:
    papers = draft(HANOI).dossier
    today = papers.view
    there = {"tabled": np.zeros_like(today.tabled), "talking": 1, "signing": 9, "capital": 12.0}
    signs = Draft(replace(papers, views=(replace(today, fields=today.fields | there),)))
    assert signs.left() == 12
    signs.accept(True)
    assert signs.left() == 3
    assert signs.why_not_accept() == ""
    short = today.fields | there | {"capital": 8.0}
    poor = Draft(replace(papers, views=(replace(today, fields=short),)))
    with pytest.raises(Problem, match="A signature takes 9 points at home"):
        poor.accept(True)


def test_an_offensive_without_preparation_is_refused_with_its_reason() -> None:
    with pytest.raises(Problem, match="I Corps: Preparation stands at 0 per cent; it takes 30"):
        draft(HANOI).order("effort.I", "offensive")


def test_a_closed_or_unknown_channel_is_refused() -> None:
    made = draft(WASHINGTON)
    with pytest.raises(Problem, match="closed this quarter"):
        made.channel("paris_secret")
    with pytest.raises(Problem, match="no channel 'geneva'"):
        made.channel("geneva")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_draft_allows_a_rung_exactly_when_the_referee_does(side: int, seed: int) -> None:
    war = random_war(seed)
    for quarter in range(1, war.quarter, 9):
        game = war.branch(campaign().quarter(quarter))
        dossier = game.dossier(side)
        for kind in LADDERS[side]:
            for corps in range(kind.slots):
                for rung in range(len(kind.rungs)):
                    if kind.name != "troops":  # a number goes with it, tested above
                        slot = slot_of(side, kind.name, corps)
                        assert allowed(dossier, slot, rung) == accepted(game, dossier, slot, rung)


def allowed(dossier: Dossier, slot: int, rung: int) -> bool:
    return not Draft(dossier).why_not(slot, rung)


def accepted(game: Game, dossier: Dossier, slot: int, rung: int) -> bool:
    orders = Draft(dossier).orders()
    orders.rungs[0, slot] = rung
    try:
        game.check(dossier.side, orders)
    except Problem:
        return False
    return True


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_price_that_the_governments_mind_has_moved_says_so_on_its_rung(side: int) -> None:
    moved = 0
    for quarter in ("1966Q1", "1968Q2", "1972Q4"):
        draft = Draft(showcase.game_at(quarter, side).dossier(side))
        for kind in ladders_of(side):
            slot = slot_of(side, kind.name)
            for rung, one in enumerate(ladder(draft, slot).rungs):
                usual = draft.usual(slot, rung)
                moved += one.price != usual
                told = one.price != usual and one.enabled
                assert told == ("Usually" in one.risk)
                if told:
                    assert f"Usually {plain.points(usual)};" in one.risk
                    assert ("is slow to press" in one.risk) == (one.price > usual)
    assert moved > 2
