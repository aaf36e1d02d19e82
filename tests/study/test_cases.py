"""Cases under the rule: the record's own coding, the base rate, random codings, and the replay."""

from pathlib import Path

import numpy as np
import pytest

from game.campaign import load
from game.campaign.case_schema import CaseFile
from game.engine.board import SIDES
from game.study.fit import case_codings, case_report, cases, record
from game.study.fit.case_levels import BELIEF, COST, DOVE, SCALES

CODED = {
    "korea": {
        ("peking", "1950-12-16"): 0.04,
        ("peking", "1951-02"): 0.04,
        ("peking", "1951-06-23"): 0.89,
        ("peking", "1951-08-23"): 0.05,
        ("peking", "1951-10-08"): 0.89,
        ("peking", "1952-10-09"): 0.65,
        ("peking", "1953-03-28"): 0.65,
        ("washington", "1950-12-15"): 0.05,
        ("washington", "1951-01-19"): 0.05,
        ("washington", "1951-05-18"): 0.90,
        ("washington", "1952-10-08"): 0.88,
        ("washington", "1953-02-22"): 0.90,
    },
    "sino-indian": {
        ("peking", "1959-11-07"): 0.05,
        ("peking", "1962-10-24"): 0.90,
        ("delhi", "1959-11-16"): 0.05,
        ("delhi", "1962-10-20"): 0.05,
        ("delhi", "1962-11-22"): 0.05,
        ("delhi", "1963-01-25"): 0.53,
    },
}
"""P(open) of a highly resilient sender as the record of the coding printed it, before this game
had any cases: by sender and first day."""
SAME = {
    ("korea", "peking", "1950-12-16"): (1, 2),
    ("korea", "peking", "1951-02"): (3, 3),
    ("korea", "peking", "1951-06-23"): (2, 2),
    ("korea", "peking", "1951-08-23"): (2, 4),
    ("korea", "peking", "1951-10-08"): (2, 2),
    ("korea", "peking", "1952-10-09"): (1, 3),
    ("korea", "peking", "1953-03-28"): (1, 3),
    ("korea", "washington", "1950-12-15"): (2, 2),
    ("korea", "washington", "1951-01-19"): (2, 4),
    ("korea", "washington", "1951-05-18"): (2, 2),
    ("korea", "washington", "1952-10-08"): (2, 3),
    ("korea", "washington", "1953-02-22"): (2, 2),
    ("sino-indian", "peking", "1959-11-07"): (2, 2),
    ("sino-indian", "peking", "1962-10-24"): (2, 2),
    ("sino-indian", "delhi", "1959-11-16"): (2, 2),
    ("sino-indian", "delhi", "1962-10-20"): (2, 2),
    ("sino-indian", "delhi", "1962-11-22"): (3, 3),
    ("sino-indian", "delhi", "1963-01-25"): (2, 3),
}
"""At how many of the neighbours in belief or cost the record has the same prediction."""


@pytest.fixture(scope="module")
def by_hand() -> tuple[CaseFile, ...]:
    return cases.every(CODED)


@pytest.mark.parametrize("name", CODED)
def test_every_coded_period_gets_the_probability_that_the_record_has(name: str) -> None:
    (case,) = cases.every([name])
    found = {(one.sender, one.first): round(one.p_open, 2) for one in cases.periods(case)}
    assert found == CODED[name]


def test_each_neighbouring_level_is_read_as_the_record_reads_it(
    by_hand: tuple[CaseFile, ...],
) -> None:
    found = {}
    for case in by_hand:
        for spell in case.spells:
            here = cases.opens([cases.base() | cases.state_of(case, spell)])[0] > 0.5
            near = [
                {key: SCALES[key][place]}
                for key in ("belief", "cost")
                for place in (SCALES[key].index(getattr(spell, key)) + step for step in (-1, 1))
                if 0 <= place < len(SCALES[key])
            ]
            states = [cases.base() | cases.state_of(case, spell, **moved) for moved in near]
            same = sum((chance > 0.5) == here for chance in cases.opens(states))
            found[case.case.name, spell.sender, spell.first] = (same, len(near))
    assert found == SAME


def test_the_rule_agrees_in_thirteen_of_seventeen_and_always_closed_in_nine(
    by_hand: tuple[CaseFile, ...],
) -> None:
    made = [one for case in by_hand for one in cases.periods(case)]
    assert cases.agreement(made) == {"of": 17, "rule": 13, "always_closed": 9, "always_open": 8}


def test_where_the_rule_is_wrong_the_case_says_what_may_be_missing() -> None:
    made = [one for case in cases.every() for one in cases.periods(case)]
    silent = [
        (one.case, one.sender, one.first)
        for one in made
        if one.agrees is False and not (one.told and one.told.missing)
    ]
    assert silent == []


def test_a_period_of_conditions_counts_for_nobody(by_hand: tuple[CaseFile, ...]) -> None:
    rows = case_report.report(by_hand)["cases"]
    (row,) = [row for row in rows if row["recorded"] == "conditions"]
    assert row["agrees"] is None
    assert row["always_closed_agrees"] is None


def test_random_codings_repeat_and_lie_where_their_chances_put_them(
    by_hand: tuple[CaseFile, ...],
) -> None:
    found = case_codings.drawn(by_hand)
    assert found == case_codings.drawn(by_hand)
    chances = [
        case_codings.neighbours(case, spell).mean()
        for case in by_hand
        for spell in case.spells
        if spell.recorded != "conditions"
    ]
    assert found["mean"] == pytest.approx(sum(chances), abs=0.06)
    assert found["low"] < found["mean"] < found["high"]
    assert found["mean"] < 13  # the coding given does better than one nearby


def test_levels_rise_in_their_order() -> None:
    for scale, numbers in (
        (SCALES["belief"], BELIEF),
        (SCALES["cost"], COST),
        (SCALES["dove"], DOVE),
    ):
        assert [numbers[word] for word in scale] == sorted(numbers.values())
        assert set(scale) == set(numbers)


def test_the_spells_of_vietnam_are_those_of_the_recorded_postures() -> None:
    (case,) = cases.every(["vietnam"])
    campaign = load("vietnam-1965-1973")
    happened = record.postures(campaign)
    changes = int((np.diff(happened, axis=0) != 0).sum()) + len(SIDES)
    made = cases.periods(case)
    assert len(made) == changes
    assert all(one.told is not None for one in made)
    assert not any(one.coded for one in made)


def test_the_report_has_a_row_for_each_period_with_the_keys_asked_for() -> None:
    found = case_report.report(cases.every())
    assert len(found["cases"]) == 28
    keys = {
        "case",
        "sender",
        "period",
        "recorded",
        "p_open",
        "predicted",
        "agrees",
        "always_closed_agrees",
    }
    assert all(keys <= set(row) for row in found["cases"])
    assert all((row["p_open"] > 0.5) == (row["predicted"] == "open") for row in found["cases"])


def test_the_page_has_the_figures_of_the_report(by_hand: tuple[CaseFile, ...]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "cases.md").read_text("utf-8")
    given, luck = case_report.report(by_hand)["coded_by_hand"], case_codings.drawn(by_hand)
    counts = f"{given['of']} periods | {given['rule']} | {given['always_closed']}"
    assert (
        f"| coded by hand, {counts} | {luck['mean']:.1f} on average, nine in ten of them "
        f"{luck['low']} to {luck['high']} |"
    ) in page
    assert f"{100 * luck['as_good_as_given']:.0f} in 100 of those codings" in page
