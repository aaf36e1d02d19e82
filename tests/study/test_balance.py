"""What balance asks of wars beside their scores, on traces made by hand and a few real wars."""

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from game.cli import main, match
from game.engine.board import HANOI, SETTLED, WASHINGTON
from game.engine.ladders import L, slot_of
from game.engine.world import FIELDS
from game.players.roster import entry
from game.study.contests import standings, traces
from game.study.contests.balance import (
    ending_shares,
    entropy,
    first_rungs,
    largest,
    largest_concession,
    largest_net_concession,
    lengths,
    opening_counts,
    packages,
)
from game.study.contests.play import Result, WarJob, opened, play
from game.study.contests.traces import PACKAGES, PRIVATE_WEIGHTS, Trace, dominated
from tests.study.test_influence import trace

JOB = WarJob("tet", entry(0, "exit:cadet"), entry(1, "fight-and-talk:cadet"), 3)


def tabled(*rows: tuple[tuple[int, ...], tuple[int, ...]]) -> Trace:
    return trace(len(rows), tabled=np.array(rows))


NONE, FOUR = (-1,) * 5, (2, 2, 1, 2, 1)


def test_packages_are_counted_once_whoever_tabled_them() -> None:
    assert packages(tabled((NONE, NONE), (FOUR, NONE), (FOUR, FOUR))) == {FOUR}


def test_a_concession_is_steps_towards_the_enemy_in_one_quarter() -> None:
    mild = (3, 2, 2, 2, 1)
    assert largest_concession(tabled((FOUR, NONE), (mild, NONE))) == 2  # Washington gives
    assert largest_concession(tabled((NONE, FOUR), (NONE, mild))) == 0  # Hanoi hardens
    assert largest_concession(tabled((NONE, mild), (NONE, FOUR))) == 2  # Hanoi gives
    assert largest_concession(tabled((NONE, NONE), (FOUR, NONE))) == 0  # the first gives nothing
    trade = tabled((FOUR, NONE), ((1, 3, 1, 2, 1), NONE))
    assert (largest_concession(trade), largest_net_concession(trade)) == (1, 0)


def test_an_opening_is_a_whole_set_of_orders_and_its_entropy_in_bits() -> None:
    other = np.zeros((1, 2, L), dtype=np.int64)
    other[0, HANOI, 0] = 1
    wars = [trace(1), trace(1), trace(1, rungs=other), trace(1, sent=np.array([45]))]
    assert sorted(opening_counts(wars, HANOI).values()) == [1, 3]
    assert sorted(opening_counts(wars, WASHINGTON).values()) == [1, 3]
    even = Counter({(n,): 2 for n in range(8)})
    assert entropy(even) == 3.0
    assert largest(even) == 0.125
    assert entropy(Counter({(1,): 5})) == 0.0


def test_first_rungs_are_shares_of_wars_and_by_corps_of_wars_and_corps() -> None:
    rungs = np.zeros((1, 2, L), dtype=np.int64)
    rungs[0, HANOI, slot_of(HANOI, "effort", 1)] = 2
    found = first_rungs([trace(1, rungs=rungs), trace(1)], HANOI)
    assert found["effort"] == {
        "lie_low": 0.875,
        "guerrilla": 0,
        "main_force": 0.125,
        "offensive": 0,
    }
    assert found["posture"]["refuse"] == 1.0
    assert set(first_rungs([trace(1)], WASHINGTON)) == {"bombing", "troops", "posture"}


def results(quarters: list[int], ended: int = SETTLED) -> list[Result]:
    return [Result(JOB, (50.0, 50.0), ended, n, ((), ()), ((), ())) for n in quarters]


def test_lengths_are_percentiles_and_endings_shares_of_all_wars() -> None:
    assert lengths(results(list(range(1, 12)))) == [2.0, 6.0, 10.0]
    shares = ending_shares(results([3, 3, 3]) + results([5], 5))
    assert shares["settlement"] == 0.75
    assert shares["collapse of Saigon"] == 0.0
    assert sum(shares.values()) == 1.0


def test_a_package_dominates_a_settlement_when_both_score_more_by_it() -> None:
    _, tables, start = opened("tet")
    settled = start.with_(ended=np.array([SETTLED]), settlement=np.array([FOUR]))
    beaten = dominated(settled, tables)
    assert 0 <= beaten < len(PACKAGES)
    assert dominated(start, tables) == -1
    ideal = replace(settled, settlement=np.array([(0, 0, 0, 0, 0)]))
    assert dominated(ideal, tables) == 0  # Washington cannot do better


def test_a_trace_tells_the_war_that_was_played() -> None:
    found = play(JOB)
    one = found.trace
    assert one is not None
    assert len(one) == found.quarters
    assert one.settled == (found.ended == SETTLED)
    assert one.belief.shape == one.capital.shape == (found.quarters, 2)
    assert ((one.chance >= 0) & (one.chance <= 1)).all()


def test_scores_at_the_campaigns_weights_leave_out_private_weights_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, _, start = opened("tet")
    assert set(PRIVATE_WEIGHTS) <= set(FIELDS)
    monkeypatch.setattr(traces, "PRIVATE_WEIGHTS", ("strain",))  # any field stands for them
    strained = start.with_(strain=np.ones_like(start.strain))
    plain = traces.at_campaign_weights(strained)
    assert (plain.strain == 0.0).all()
    assert all(
        getattr(plain, name) is getattr(strained, name) for name in FIELDS if name != "strain"
    )


def test_a_balance_plays_the_war_and_its_scenarios_and_prints_its_measures(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "FULL", "tet")  # shorter
    monkeypatch.setattr(standings, "SCENARIOS", ("linebacker",))
    words = ["match", "--balance", "--games", "1", "--level", "cadet", "--cores", "1"]
    assert main([*words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["quarters"]) == {"tet", "linebacker"}
    assert found["turns"] == {"tet": 6, "linebacker": 5}
    assert set(found["scenarios"]) == {"linebacker"}
    low, middle, high = found["quarters"]["tet"]
    assert low <= middle <= high <= found["turns"]["tet"]
    asked = {
        "packages_tabled",
        "settlements",
        "dominated_median",
        "largest_concession",
        "endings",
        "quarters_median",
        "opening_entropy",
        "commonest_opening",
        "first_quarter",
    }
    assert asked <= set(found)
    assert found["washington_further_above"] >= 0.0
    assert main([*words, "--campaign", "linebacker"]) == 0
    assert "bits, the" in capsys.readouterr().out
