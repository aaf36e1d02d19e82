"""The page a side: what was missing, and orders that were legal and would have supplied it."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.campaign import load
from game.cli import main
from game.engine.board import HANOI, SETTLED, SIDES, WASHINGTON
from game.engine.ladders import OPEN_FROM, slot_of
from game.record import Facilitator, Game, running_path, saves_folder
from game.study.debrief.acts import acts_of, other_posture, quarters_of
from game.study.debrief.page import OnePage, pages
from game.study.debrief.page_missing import missing_said
from game.study.debrief.page_orders import orders_said
from game.study.debrief.page_words import (
    BELIEFS,
    CHANCES,
    HARDLY,
    SAFE_MEANS,
    held,
    in_words,
    looks,
    moved,
    opens,
    word,
)
from game.study.debrief.points import loudest, turns
from game.study.debrief.remedy import Remedy
from game.study.debrief.remedy_check import Checked, played, report
from game.study.debrief.remedy_play import followed, remedy
from game.study.debrief.rule import SAFE, lacking
from game.study.debrief.war import OpenedWar, opened
from tests.record.test_seminar import PIN, Wall, seated

SEEDS = range(8)


@cache
def war(seed: int) -> Game:
    """Return a war of doctrines and chance around Tet."""
    return played(load("tet"), seed)


@cache
def book(seed: int) -> OpenedWar:
    return opened(war(seed))


@cache
def remedies() -> tuple[tuple[int, int, Remedy], ...]:
    """Return every remedy of some wars, with seed and side."""
    made = [
        (seed, side, remedy(war(seed), book(seed).course, side))
        for seed in SEEDS
        for side in (WASHINGTON, HANOI)
    ]
    return tuple((seed, side, one) for seed, side, one in made if one is not None)


@cache
def page_of(seed: int, side: int) -> OnePage:
    return pages(war(seed), book(seed), (), turns(war(seed).past))[side]


def test_orders_suggested_are_taken_by_the_referee_and_make_talking_safe_when_played_on() -> None:
    assert len(remedies()) >= 3
    for seed, side, found in remedies():
        assert followed(war(seed), found, side) == (True, True), (seed, side)


def test_orders_that_change_nothing_do_not_pass_the_check() -> None:
    for seed, side, found in remedies():
        if not found.only_opens:
            given = war(seed).past.dossiers[side].orders[found.place]
            kept = Remedy(**{**vars(found), "orders": given})
            assert followed(war(seed), kept, side) == (True, False)


def test_a_page_names_condition_and_orders_or_says_that_there_were_none() -> None:
    for seed in SEEDS:
        for side in (WASHINGTON, HANOI):
            page = page_of(seed, side)
            assert all(said for title, said in page.parts() if title != "What will be remembered")
            if page.remedy is not None:
                assert "would have cost" in " ".join(page.orders)
            elif book(seed).first[side].quarter:
                signed = int(war(seed).past.world.ended[0]) == SETTLED
                assert page.missing[1].startswith(
                    "Nothing: the war was signed. " if signed else "Nothing of yours. "
                )
                assert page.orders[0].startswith("None were needed")
            else:
                assert page.orders[0].startswith("There were no such orders")


def test_a_blow_that_had_to_be_prepared_is_told_with_its_preparation() -> None:
    made = [(seed, side, one) for seed, side, one in remedies() if one.prepared]
    assert made
    for seed, side, found in made:
        unprepared = replace(found, prepared=())
        assert followed(war(seed), unprepared, side) != (True, True)
        said = page_of(seed, side).orders
        assert said[0].startswith("A demonstration that had to be prepared. ")
        assert "Preparation: Prepare" in said[0]
        assert said[1].startswith("Then the blow, in ")
        assert "General offensive" in said[1]


def test_what_was_missing_is_what_the_orders_would_have_changed() -> None:
    restrained = page_of(15, HANOI)  # an open hand held out too early
    assert restrained.orders[0].startswith("Restraint, in ")
    assert restrained.missing[1].startswith("Belief in your resilience: what you did ")
    shown = [page_of(seed, side) for seed, side, found in remedies() if found.prepared]
    assert shown
    assert all(page.missing[1].startswith("A demonstration: ") for page in shown)


def test_no_claim_of_a_page_rests_on_a_third_digit() -> None:
    for seed in SEEDS:
        for side in (WASHINGTON, HANOI):
            text = " ".join(said for _, part in page_of(seed, side).parts() for said in part)
            assert re.findall(r"\d\.\d{3,}", text) == []


def contradicted(text: str) -> list[str]:
    """Return what a page's text claims against its own figures."""
    found = []
    for said, figure in re.findall(r"([a-z ]+) \((0\.\d\d)", text):
        known = [name for _, name in (*CHANCES, *BELIEFS) if said.endswith(name)]
        fitting = (word(float(figure), CHANCES), word(float(figure), BELIEFS))
        found += [f"{said} {figure}"] if known and not set(known) & set(fitting) else []
    for claim, is_safe in CLAIMS.items():
        found += [said for said in re.findall(claim, text) if ("above 0.50" in said) is not is_safe]
    for chance, side in re.findall(r"chance of (0\.\d\d), (above|below) 0\.50", text):
        found += [f"{chance} {side}"] if (float(chance) > SAFE) != (side == "above") else []
    for old, new, least in STOOD.findall(text):
        was, then, needed = (float(one.split()[-1]) for one in (old, new, least or old))
        short = not least or was < needed or (was == needed and "more than" in least)
        rose = then - was >= HARDLY - 1e-9 and then >= needed
        found += [] if short and rose else [f"{old} {new} {least}"]
    return found


CLAIMS = {
    r"was safe: a strong side would have opened its hand (with .*?0\.50)\.": True,
    r"safe in [\w ]+: a strong side would have opened its hand (with .*?0\.50)\.": True,
    r"In your war it would have done so (with .*?0\.50)\.": False,
    r"as any, a strong side would have opened its hand (with .*?0\.50)\.": False,
}
"""What a page says of the chance by which talking is safe, and on which side it must lie."""
STOOD = re.compile(
    r"stood at (\d\.\d\d) and with these orders would have stood at (\d\.\d\d)"
    r"(?:, where ((?:more than )?\d\.\d\d) was needed)?"
)


def whole(page: OnePage) -> str:
    return " ".join(said for _, part in page.parts() for said in part)


def test_no_page_shows_a_claim_that_its_own_words_contradict() -> None:
    for seed in SEEDS:
        for side in (WASHINGTON, HANOI):
            text = whole(page_of(seed, side))
            assert text.count(SAFE_MEANS) == 1
            assert contradicted(text) == [], (seed, side)
            if "Nothing but the open hand" in text:
                assert "would have answered it by going further" in text


def test_a_word_that_parts_from_its_figure_is_found_as_a_contradiction() -> None:
    assert contradicted("by going further hardly ever (0.31).")
    safe = "was safe: a strong side would have opened its hand with a chance"
    assert contradicted(f"talking {safe} of no more than 0.50.")
    assert contradicted(f"talking {safe} of 0.49, below 0.50.")
    assert contradicted("with a chance of 0.49, above 0.50")
    assert contradicted("In your war it would have done so with a chance of 0.60, above 0.50.")
    stood = "it stood at 0.60 and with these orders would have stood at"
    assert contradicted(f"{stood} 0.61")
    assert contradicted(f"{stood} 0.70, where 0.71 was needed")
    assert contradicted(f"{stood} 0.70, where 0.60 was needed")
    assert not contradicted(f"{stood} 0.70, where more than 0.60 was needed")
    assert not contradicted(f"talking {safe} just above 0.50.")
    assert not contradicted("by going further less often than not (0.31).")


def test_no_claim_contradicts_its_words_in_readings_drawn_at_random() -> None:
    draws = np.random.default_rng(5)
    for seed, side, found in remedies():
        first = book(seed).first[side]
        for driver in ("belief", "cost", "nerve", "guarantee", "face"):
            was, then = (
                replace(
                    one,
                    open_high=float(high),
                    answer_open=float(draws.uniform()),
                    belief=float(draws.uniform()),
                    cost=float(draws.uniform(0.0, 1.5)),
                    dove=float(draws.uniform()),
                )
                for one, high in (
                    (found.was, draws.uniform(0.0, SAFE)),
                    (found.then, draws.uniform(SAFE + 1e-6, 1.0)),
                )
            )
            given, past = replace(found, was=was, then=then), war(seed).past
            lack = lacking(past.worlds[found.place + 1], was, then, side, past.tables)
            lack = replace(lack, driver=driver)
            text = " ".join(
                [
                    *missing_said(war(seed), book(seed), first, given, lack),
                    *orders_said(war(seed), first, given, side, driver),
                ]
            )
            assert contradicted(text) == [], (seed, side, driver)
            if driver == "cost":
                assert "A demonstration, in" not in text
                assert "A demonstration for" not in text
                assert "A demonstration that had" not in text


def test_what_a_quarter_did_to_a_belief_is_told_along_one_line() -> None:
    for before, after in np.random.default_rng(6).uniform(0.0, 1.0, (2000, 2)):
        near = before + (after - 0.5) / 10.0  # within a twentieth
        for new in (after, min(max(near, 0.0), 1.0)):
            step = round(new, 2) - round(before, 2)
            for told in ("weaker", "stronger", "no other"):
                said = looks(before, new, told)
                assert ("hardly" in said) == (abs(step) < HARDLY - 1e-9)
                if "made you look weaker" in said and "but" not in said:
                    assert step < 0
                if "made you look stronger" in said and "but" not in said:
                    assert step > 0
            mind = held(before, new)
            assert ("change" in mind) == (moved(before, new) == 0)
            assert "believed it less" not in mind or step < 0
            assert contradicted(mind) == []
            assert contradicted(in_words(new, CHANCES)) == []
    assert opens(0.5004) == "with a chance just above 0.50"
    assert opens(0.4996) == "with a chance of no more than 0.50"


def test_what_is_remembered_stands_in_the_order_of_its_dates() -> None:
    months = ["January", "April", "July", "October"]
    for seed in SEEDS:
        for side in (WASHINGTON, HANOI):
            dates = [
                re.match(r"(\w+) (?:(\d{4}) )?to \w+ (\d{4})(?:, each quarter)?: ", one)
                for one in page_of(seed, side).remembered
            ]
            order = [(one[2] or one[3], months.index(one[1])) for one in dates if one]
            assert len(order) == len(dates)
            assert order == sorted(set(order))  # a line a quarter


def test_no_quarter_is_said_to_be_nearest_that_is_so_by_less_than_a_hundredth() -> None:
    found = [first for seed in SEEDS for first in book(seed).first if not first.quarter]
    for first in found:
        assert ("It came nearest in" in first.sentence) == first.nearest


def test_a_closed_hand_instead_means_having_gone_on_as_before() -> None:
    looked = 0
    for seed in SEEDS:
        for act in (act for quarter in quarters_of(war(seed).past) for act in acts_of(quarter)):
            before = int(act.played.opening.in_force[0, act.side, slot_of(act.side, "posture")])
            if act.is_open and before < OPEN_FROM:
                assert int(other_posture(act).postures[0, act.side]) == before
                looked += 1
    assert looked > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_no_more_than_a_third_of_the_quarters_decided(seed: int) -> None:
    every = turns(war(seed).past)
    assert len(loudest(every)) <= max(2, len(every) // 3)


def test_a_side_whose_time_ran_out_is_told_so_on_its_page_and_not_that_it_refused() -> None:
    game = Game.new(load("tiny"), 3)
    hand = seated(game, Wall())
    while not game.over:
        hand.time_ran_out(HANOI)
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    told = opened(game)
    assert "ran out of time" in told.first[HANOI].did
    assert "ran out of time" not in told.first[WASHINGTON].did
    page = pages(game, told, (), turns(game.past))[HANOI]
    assert any("Your time ran out" in one for one in page.remembered)


def test_the_check_reports_shares_and_fails_where_orders_do() -> None:
    rows = [
        Checked("tet", 1, SIDES[0], "1968Q1", True, True),
        Checked("tet", 2, SIDES[1], "", False, False),
        Checked("tet", 3, SIDES[1], "1968Q2", True, False),
    ]
    made = report(rows)
    assert (made["wars"], made["suggested"], made["legal"], made["safe"]) == (3, 2, 2, 1)


def test_the_last_game_is_found_by_the_word_last_where_games_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path)]
    assert main(["debrief", "last", *data]) == 2
    assert "No saved game" in capsys.readouterr().err
    game = Game.new(load("tiny"), 3)
    game.keeper.path = running_path(saves_folder(tmp_path))
    hand = Facilitator(game, Wall())
    hand.appoint(PIN)
    game.facilitate("bell", "The bell.")
    assert main(["export", "last", "--out", str(tmp_path / "out"), *data]) == 0
    assert (tmp_path / "out" / "report.html").is_file()
    assert main(["debrief", "last", *data]) == 0
    assert "ON ONE PAGE" in capsys.readouterr().out
