"""What a page says, held to the state of its war: over thirty wars of doctrines and of chance."""

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.engine.board import HANOI, SETTLED, SIDES, WASHINGTON
from game.engine.ladders import OPEN_FROM, slot_of
from game.engine.postures import posture_game
from game.engine.rules.inference import refused
from game.engine.world import World
from game.record import Game
from game.record.history import GameHistory
from game.study.debrief.acts import acts_of, quarters_of
from game.study.debrief.page import OnePage, pages
from game.study.debrief.page_orders import orders_said, stocks
from game.study.debrief.page_words import SAFE_MEANS
from game.study.debrief.points import turns
from game.study.debrief.remedy import Remedy
from game.study.debrief.remedy_prepared import as_it_was
from game.study.debrief.rule import DRIVERS, SAFE, RuleReading, driven, lacking
from game.study.debrief.war import OpenedWar, opened
from game.study.debrief.words import did, needs
from game.theory.posture import solve
from game.words import plain
from tests.study.opened_wars import debriefed, random_war, recorded_war
from tests.study.test_remedy import book, contradicted, page_of, war, whole

AROUND_TET = range(16)
RANDOM = range(14)
EVERY = [*(("tet", seed) for seed in AROUND_TET), *(("random", seed) for seed in RANDOM)]


@cache
def opened_war(kind: str, seed: int) -> tuple[Game, OpenedWar]:
    if kind == "tet":
        return war(seed), book(seed)
    game = random_war(seed)
    return game, opened(game)


@cache
def both_pages(kind: str, seed: int) -> tuple[OnePage, OnePage]:
    if kind == "tet":
        return page_of(seed, WASHINGTON), page_of(seed, HANOI)
    game, debrief = opened_war(kind, seed)
    return pages(game, debrief, (), turns(game.past))


def found_in_every_war() -> list[tuple[Game, int, OnePage, Remedy]]:
    """Return the pages that suggest more than an open hand."""
    return [
        (opened_war(kind, seed)[0], side, page, page.remedy)
        for kind, seed in EVERY
        for side, page in enumerate(both_pages(kind, seed))
        if page.remedy is not None and not page.remedy.only_opens
    ]


@pytest.mark.parametrize(("kind", "seed"), EVERY)
def test_whatever_a_page_calls_safe_has_its_figures_on_the_safe_side(kind: str, seed: int) -> None:
    for page in both_pages(kind, seed):
        text = whole(page)
        assert text.count(SAFE_MEANS) == 1
        assert page.missing[0] == SAFE_MEANS  # before any figure that it explains
        assert contradicted(text) == []


def test_what_was_needed_is_where_the_rule_turns_safe_with_all_else_as_the_orders_make_it() -> None:
    looked = 0
    for game, side, page, found in found_in_every_war():
        past = game.past
        world = past.worlds[past.campaign.index(found.safe_in) - past.campaign.start_index]
        lack = lacking(world, found.was, found.then, side, past.tables)
        for driver in lack.missing:
            least, step = lack.least[driver], driven(found.then)[driver] / 500
            assert opens_at(past, world, found.then, side, driver, least) > SAFE
            assert opens_at(past, world, found.then, side, driver, least - step) <= SAFE
            assert driven(found.was)[driver] < least <= driven(found.then)[driver]
            looked += 1
        told = re.findall(r"where ((?:more than )?\d\.\d\d) was needed", page.missing[1])
        fitting = [needs(driven(found.was)[one], lack.least[one]) for one in lack.missing]
        assert set(told) <= set(fitting)
        assert not told or told[0] == needs(driven(found.was)[lack.driver], lack.least[lack.driver])
        assert ("none alone was enough" in page.missing[1]) == (len(told) > 1)
    assert looked >= 8


def opens_at(
    past: GameHistory, world: World, then: RuleReading, side: int, driver: str, value: float
) -> float:
    """Return P(open) of a resilient side in a quarter read as ``then``, one driver at a value."""
    values = {**driven(then), driver: value}
    fields = {
        name: np.full((1, 2), values[one]) for one, names in DRIVERS.items() for name in names
    }
    found = solve(replace(posture_game(world, past.tables), **fields))
    return float(np.asarray(found.open_if_high)[0, side])


def test_the_quarters_and_the_stocks_of_a_blow_are_those_of_the_war_it_is_prepared_in() -> None:
    looked = set()
    for game, side, page, found in found_in_every_war():
        if not found.prepared:
            ready = any("Stocks for it lay ready" in one for one in page.orders)
            assert ready == ("General offensive" in named_in(page))
            continue
        quarters, campaign = len(found.prepared), game.past.campaign
        begins = campaign.quarter(campaign.index(found.quarter) - quarters)
        branch = game.branch(begins)
        stood = [float(branch.past.world.preparation[0])]
        for place, orders in enumerate(found.prepared, found.place - quarters):
            branch.commit(side, orders)
            as_it_was(branch, game, 1 - side, place)
        stood.append(float(branch.past.world.preparation[0]))
        many = "a quarter" if quarters == 1 else f"{plain.count(quarters)} quarters"
        assert (
            f"in {many} yours would have grown from {stocks(stood[0])} to {stocks(stood[1])} of"
            in page.orders[0]
        )
        assert plain.ORDINALS[int(begins[5]) - 1] in page.orders[0].split("Preparation:")[0]
        looked.add(quarters)
    assert len(looked) > 1  # quarters differ from war to war, and each page says from what


def named_in(page: OnePage) -> str:
    """Return the orders that a page suggests in one quarter, without those that they replace."""
    return page.orders[0].partition("(instead of")[0]


@pytest.mark.parametrize(("kind", "seed"), EVERY)
def test_each_posture_is_one_hand_in_every_place_of_a_page(kind: str, seed: int) -> None:
    for page in both_pages(kind, seed):
        for said, hand in re.findall(r"you ([^:]*): (an open|a closed) hand", page.read[0]):
            shut = said.startswith(("refused to talk", "stated conditions"))
            assert shut == (hand == "a closed"), said
        for posture, hand in re.findall(r"posture too \(([\w ]+), (an open|a closed)", whole(page)):
            assert (posture in ("Refuse", "State conditions")) == (hand == "a closed")
        found = page.remedy
        if found is not None and "That is " in " ".join(page.orders):
            rung = int(found.orders.rungs[0, slot_of(SIDES.index(page.side), "posture")])
            hand = "an open" if rung >= OPEN_FROM else "a closed"
            assert f"That is {hand} hand." in " ".join(page.orders)


@pytest.mark.parametrize(("kind", "seed"), EVERY)
def test_no_offer_is_said_to_be_answered_that_a_closed_hand_turns_down(
    kind: str, seed: int
) -> None:
    for played in quarters_of(opened_war(kind, seed)[0].past):
        refusals = refused(played.opening, played.orders)[0]
        acts = list(acts_of(played))
        for side in (WASHINGTON, HANOI):
            said = did(played, side)
            assert ("turned an offer down" in said) == bool(refusals[side])
            assert "answered an offer" not in said or bool(played.orders.open[0, side])
            kinds = {one.kind for one in acts if one.side == side}
            assert ("answered an offer" in said) == ("answer" in kinds)


def test_orders_that_shut_an_open_hand_say_what_becomes_of_the_offer_before_it() -> None:
    shut = [  # the open hand of a quarter is shut, as a remedy that restrains would
        (game, played, side)
        for kind, seed in EVERY
        for game in [opened_war(kind, seed)[0]]
        for played in quarters_of(game.past)
        for side in (WASHINGTON, HANOI)
        if "answered an offer" in did(played, side)
    ]
    assert len(shut) >= 5
    for game, played, side in shut:
        given = game.past.dossiers[side].orders[played.place]
        rungs, slot = given.rungs.copy(), slot_of(side, "posture")
        rungs[0, slot] = OPEN_FROM - 1
        reading = opened(game).course[played.place][side]
        found = Remedy(
            SIDES[side], played.name, played.place, replace(given, rungs=rungs), (slot,), 0, 0,
            game.past.campaign.quarter(game.past.campaign.index(played.name) + 1),
            reading, reading, reading,
        )  # fmt: skip
        text = " ".join(orders_said(game, opened(game).first[side], found, side, "belief"))
        assert "That is a closed hand. A closed hand turns" in text
        assert "offer down; in your war you welcomed it." in text


@pytest.mark.parametrize(("kind", "seed"), EVERY)
def test_no_signature_is_missing_from_a_war_that_was_signed(kind: str, seed: int) -> None:
    game = opened_war(kind, seed)[0]
    signed = int(game.past.world.ended[0]) == SETTLED
    for page in both_pages(kind, seed):
        text = whole(page)
        assert not signed or "a package that both could sign" not in text
        assert not signed or "last package" not in text
        assert signed or "war was signed" not in text
        assert not signed or page.remedy is not None or "war was signed" in text
        if "so it was no better" in text:
            worth, end = map(int, re.findall(r"worth (\d+) points .* ended with (\d+)", text)[0])
            assert worth <= end


@pytest.mark.parametrize(("kind", "seed"), EVERY)
def test_every_cost_is_told_with_its_unit(kind: str, seed: int) -> None:
    for page in both_pages(kind, seed):
        for said in re.split(r"\. (?=[A-Z])", whole(page)):
            of_cost = re.search(
                r"would have cost (it|Hanoi|Washington)|further to cost|further would cost", said
            )
            assert not of_cost or "of the worth of all its war aims" in said, said
    for first in opened_war(kind, seed)[1].first:
        costs = re.findall(r"going further (?:would have cost|to cost)", first.sentence)
        assert first.sentence.count("of the worth of all its war aims") == len(costs)


@pytest.mark.parametrize(("kind", "seed"), EVERY)
def test_a_safe_hand_that_would_mostly_have_been_pressed_says_why(kind: str, seed: int) -> None:
    for page in both_pages(kind, seed):
        if page.remedy is not None:
            text, then = whole(page), page.remedy.then
            assert ("you had to expect" in text) == (then.answer_open > 0.5)
            assert "was a hawk" not in text or then.nerve == "hawk"
            assert then.answer_open <= 0.5 or "too dear for " not in text or "but a hawk" in text


def test_the_record_says_why_a_hawk_would_have_pressed_what_was_safe_and_fits_on_a_sheet() -> None:
    game = recorded_war()
    page = pages(game, debriefed(), (), turns(game.past))[HANOI]
    assert "too dear for all but a hawk." in page.missing[1]
    assert "Washington's government was a hawk" in page.orders[1]
    assert "April 1965 to March 1968" not in whole(page)  # a leak falls into a quarter of it
    assert any(
        one.startswith("January 1966 to December 1967, each quarter: Hanoi turned")
        for one in page.remembered
    )
    assert len(page.remembered) <= 12
