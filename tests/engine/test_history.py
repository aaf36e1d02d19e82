"""The order of history must come out of the war: what the rule reads in the replayed record."""

from functools import cache

import numpy as np
import pytest

from game.campaign import build, load, replay
from game.engine.board import HANOI, PARIS, SETTLED, quarter_index, quarter_name
from game.engine.postures import own_open_probability, read
from game.engine.rules.worth import worth
from game.engine.tables import Tables
from game.engine.world import World, faults

FIRST = "1965Q1"


@cache
def tables() -> Tables:
    """Return the campaign's tables."""
    return build(load("vietnam-1965-1973"))[0]


@cache
def worlds() -> tuple[World, ...]:
    """Return the world with which each quarter of the replay opens, and the last one's end."""
    steps = list(replay(load("vietnam-1965-1973")))
    return (*(step.opening for step in steps), steps[-1].closing)


def at(quarter: str) -> World:
    """Return the world with which a quarter opens."""
    return worlds()[quarter_index(FIRST, quarter)]


def hanoi_opens(world: World) -> float:
    """Return the rule's probability that Hanoi is open, at its true type."""
    return float(own_open_probability(world)[0, HANOI])


def thought_resilient(world: World) -> float:
    """Return Washington's belief that Hanoi is highly resilient."""
    return float(world.belief_resilient[0, HANOI])


def log_odds(share: float) -> float:
    """Return log(share / (1 - share))."""
    return float(np.log(share / (1 - share)))


def names(first: str, last: str) -> list[str]:
    """Return the names of the quarters from ``first`` to ``last``."""
    span = range(quarter_index(FIRST, first), quarter_index(FIRST, last) + 1)
    return [quarter_name(FIRST, index) for index in span]


def test_the_replay_keeps_every_bound() -> None:
    for world in worlds():
        assert list(faults(world)) == []


@pytest.mark.parametrize("quarter", names("1965Q1", "1967Q4"))
def test_the_rule_expects_hanoi_closed_through_1967(quarter: str) -> None:
    assert hanoi_opens(at(quarter)) < 0.5


@pytest.mark.parametrize("quarter", names("1968Q2", "1968Q4"))
def test_the_rule_expects_hanoi_open_from_the_spring_of_1968(quarter: str) -> None:
    assert hanoi_opens(at(quarter)) > 0.5


def test_washington_thinks_hanoi_no_more_than_likely_resilient_before_tet() -> None:
    assert max(thought_resilient(at(quarter)) for quarter in names("1965Q1", "1968Q1")) <= 0.6


def test_tet_moves_that_belief_by_a_fifth_at_least() -> None:
    assert thought_resilient(at("1968Q2")) - thought_resilient(at("1968Q1")) >= 0.2


def test_the_belief_alone_gives_more_than_half_of_the_change() -> None:
    before, after = at("1967Q4"), at("1968Q2")
    belief = before.belief_resilient.copy()
    belief[:, HANOI] = after.belief_resilient[:, HANOI]
    moved = read(before.with_(belief_resilient=belief), tables()).open_high[0, HANOI]
    start, end = log_odds(hanoi_opens(before)), log_odds(hanoi_opens(after))
    assert (log_odds(float(moved)) - start) / (end - start) > 0.5


def test_the_ripening_of_washingtons_cost_is_what_makes_the_signal_worth_sending() -> None:
    early = at("1965Q3")
    belief = early.belief_resilient.copy()
    belief[:, HANOI] = at("1968Q2").belief_resilient[:, HANOI]
    signalled = read(early.with_(belief_resilient=belief), tables()).open_high[0, HANOI]
    assert signalled < 0.2  # in 1965 the same belief opens nobody


def accepted_by_both(world: World) -> bool:
    """Whether both sides value the package that the other has tabled above fighting on."""
    found = worth(world, tables())
    return bool((found.offered[0] > found.fighting[0]).all())


def test_both_value_the_package_above_fighting_on_at_the_end_and_not_before() -> None:
    earlier = [quarter for quarter in names("1965Q1", "1972Q2") if accepted_by_both(at(quarter))]
    assert earlier == []
    assert any(accepted_by_both(at(quarter)) for quarter in ("1972Q4", "1973Q1"))


def test_the_terms_that_leverage_makes_likely_end_near_paris() -> None:
    assert np.abs(worlds()[-1].expected[0] - np.array(PARIS)).mean() < 0.35


def test_the_record_ends_in_the_settlement_of_paris() -> None:
    last = worlds()[-1]
    assert last.ended[0] == SETTLED
    assert tuple(last.settlement[0].tolist()) == PARIS
    assert quarter_name(FIRST, int(last.quarter[0]) - 1) == "1973Q1"


def test_opposition_never_eases_for_long_and_deaths_peak_in_1968() -> None:
    deaths = np.diff([int(world.us_deaths[0]) for world in worlds()])
    by_year = {1965 + year: int(deaths[4 * year : 4 * year + 4].sum()) for year in range(8)}
    assert max(by_year, key=lambda year: by_year[year]) == 1968
    assert by_year[1972] < by_year[1965]
    assert at("1971Q4").opposition[0] > at("1967Q4").opposition[0] > at("1965Q4").opposition[0]
    assert at("1968Q2").troops[0] > 450
    assert at("1973Q1").troops[0] < 60
