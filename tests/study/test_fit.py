"""What the history must show, and that the fit reports it truly."""

import json
from typing import Any

import numpy as np
import pytest

from game.campaign import Campaign
from game.cli.fit import pages
from game.engine.tables import Tables
from game.study.fit import counterfactuals, rivals, robustness
from game.study.fit.left_out import assumptions, stored
from game.study.fit.record import SPELLS, YEARS, postures, quarterly, quarters
from game.study.fit.runs import RecordRun, play_record
from game.study.fit.settings import FREE, put


def test_the_orders_show_the_postures_of_the_recorded_series(campaign: Campaign) -> None:
    happened = postures(campaign)
    assert (happened[:, 1] == quarterly(campaign, "hanoi_open")).all()
    assert (happened[:, 0] == quarterly(campaign, "washington_open")).all()


def test_the_spells_cover_every_quarter_once(campaign: Campaign) -> None:
    named = [name for name in quarters(campaign) for first, last in SPELLS if first <= name <= last]
    assert named == list(quarters(campaign))


def test_every_demand_on_the_history_is_met(found: dict[str, Any]) -> None:
    missed = [row for row in found["demands"] if not row["met"]]
    assert missed == []


def test_the_rule_beats_base_rate_and_ripeness_for_both(found: dict[str, Any]) -> None:
    row = {one["name"]: one for one in found["rivals"]}
    for side in ("hanoi", "washington"):
        for rival in ("base rate", "ripeness"):
            assert row["the rule"]["brier"][side] < row[rival]["brier"][side]
            assert row["the rule"]["log_loss"][side] < row[rival]["log_loss"][side]


def test_demonstration_and_the_cost_of_escalation_carry_the_fit_of_hanoi(
    found: dict[str, Any],
) -> None:
    row = {one["name"]: one for one in found["rivals"]}
    assert row["no demonstrations"]["costs"]["hanoi"] > 0.1
    assert row["no cost of escalation"]["costs"]["hanoi"] > 0.1


def test_brier_and_log_loss_of_a_coin_and_of_a_prophet() -> None:
    happened = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    assert rivals.brier(np.full((3, 2), 0.5), happened) == pytest.approx(0.25)
    assert rivals.log_loss(np.full((3, 2), 0.5), happened) == pytest.approx(np.log(2))
    assert rivals.brier(happened, happened) == pytest.approx(0.0)


def test_no_single_step_does_better_than_the_best(campaign: Campaign) -> None:
    happened = postures(campaign)
    best = rivals.brier(rivals.best_step(happened), happened)
    for cut in (1, 13, 20, 32):
        step = happened.copy()
        step[:cut], step[cut:] = happened[:cut].mean(axis=0), happened[cut:].mean(axis=0)
        assert (best <= rivals.brier(step, happened) + 1e-12).all()


def test_the_fit_can_be_printed_for_people_and_as_json(found: dict[str, Any]) -> None:
    lines = list(pages(found | {"left_out": None}))
    assert sum(line.startswith("19") for line in lines) >= 33
    assert json.loads(json.dumps(found))["campaign"] == "vietnam-1965-1973"


def test_the_stored_refits_leave_out_each_year_and_each_spell(
    campaign: Campaign, tables: Tables
) -> None:
    made = stored(campaign, tables)
    assert made is not None
    left = [row["left_out"] for row in made["rows"]]
    assert left == [*(str(year) for year in YEARS), *(f"{one}-{two}" for one, two in SPELLS)]
    assert made["mean_brier_by_year"]["hanoi"] < 0.25


def test_a_changed_assumption_is_noticed_and_a_refitted_constant_is_not(
    campaign: Campaign, tables: Tables
) -> None:
    now = assumptions(campaign, tables)
    assert assumptions(campaign, put(tables, {FREE[0].name: 1.0})) == now
    assert assumptions(campaign, tables.with_constants(nerve_gap=0.2)) != now


def test_most_lucks_meet_the_demands(campaign: Campaign, tables: Tables) -> None:
    held = robustness.lucks(campaign, tables)
    assert held["all"]["share"] >= 0.8
    assert held["acceptance"]["share"] > 0.5


def test_most_jittered_constants_meet_the_demands(campaign: Campaign, tables: Tables) -> None:
    assert robustness.jittered(campaign, tables, 25)["share"]["all"] >= 0.8


def test_a_fifth_of_force_or_troops_moves_washington(campaign: Campaign, tables: Tables) -> None:
    for moves in robustness.sensitivity(campaign, tables).values():
        assert abs(moves["largest"]) > 0.05


def test_belief_alone_makes_most_of_the_opening_of_1968(campaign: Campaign, tables: Tables) -> None:
    assert robustness.what_moved_hanoi(campaign, tables)["share"] > 0.5


@pytest.fixture(scope="module")
def cases(campaign: Campaign, tables: Tables) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in counterfactuals.told(campaign, tables)}


@pytest.mark.parametrize("name", ["lie low", "lie low, bombing kept"])
def test_without_tet_hanoi_stays_closed_to_1969(
    cases: dict[str, dict[str, Any]], name: str
) -> None:
    assert cases["as recorded"]["opens"] == "1968Q2"
    assert (cases[name]["opens"] or "never") > "1969Q1"


def test_a_strong_guarantee_opens_hanoi_earlier_and_a_pause_does_not(
    cases: dict[str, dict[str, Any]],
) -> None:
    assert cases["guarantee 0.35 in 1966"]["opens"] < "1967"
    assert cases["pause of 1966"]["opens"] == cases["as recorded"]["opens"]


def test_opening_in_1966_costs_belief_for_years(campaign: Campaign, tables: Tables) -> None:
    early = counterfactuals.opened_early(campaign, tables)
    assert early["belief_lost"]["1967Q1"] > 0.1
    assert early["belief_lost"]["1967Q4"] > 0.05


def test_a_rule_without_demonstrations_reads_none(campaign: Campaign, tables: Tables) -> None:
    reduced = dict(rivals.without(campaign, tables))["no demonstrations"]
    run: RecordRun = play_record(campaign, reduced, 1)
    tet = run.at("1968Q1")
    assert abs(run.believed[0, tet + 1, 1] - run.believed[0, tet, 1]) < 0.1
