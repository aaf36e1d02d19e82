"""Many wars at once are the same wars as one by one."""

import numpy as np
import pytest

from game.campaign import Campaign, replay
from game.engine.board import HANOI
from game.engine.tables import Tables
from game.study.fit.counterfactuals import lie_low, pause, within
from game.study.fit.runs import RecordRun, freed, play_record
from game.study.fit.settings import free, get, put, settings


def test_a_run_with_neutral_luck_is_the_replay(campaign: Campaign, plain: RecordRun) -> None:
    steps = list(replay(campaign))
    assert [float(step.closing.approval[0]) for step in steps] == plain.approval[0].tolist()
    assert steps[-1].closing.settlement.tolist() == plain.last.settlement.tolist()


def test_a_seeded_war_is_the_same_alone_and_in_company(campaign: Campaign, tables: Tables) -> None:
    together = play_record(campaign, tables, 5, np.arange(5))
    alone = play_record(campaign, tables, 1, np.array([3]))
    assert (together.chance[3] == alone.chance[0]).all()
    assert (together.us_deaths[3] == alone.us_deaths[0]).all()


def test_luck_moves_deaths_and_never_what_the_record_says_of_chance(
    campaign: Campaign, tables: Tables
) -> None:
    run = play_record(campaign, tables, 8, np.arange(8))
    assert np.unique(run.us_deaths[:, 5]).size > 1
    assert (run.last.nerve == run.last.nerve[0]).all()
    assert (run.last.burnt == run.last.burnt[0]).all()


@pytest.mark.parametrize("name", [one.name for one in free("all")])
def test_settings_tried_at_once_are_the_settings_tried_alone(
    campaign: Campaign, tables: Tables, name: str
) -> None:
    freed_all = free("all")
    values = np.tile([float(get(tables, one.name)) for one in freed_all], (2, 1))
    place = [one.name for one in freed_all].index(name)
    values[1, place] *= 1.03
    together = play_record(campaign, settings(tables, freed_all, values), 2)
    alone = play_record(campaign, put(tables, {name: float(values[1, place])}), 1)
    assert (together.chance[1] == alone.chance[0]).all()
    assert (together.us_deaths[1] == alone.us_deaths[0]).all()


def test_putting_a_constant_is_getting_it(tables: Tables) -> None:
    for one in free("all"):
        changed = put(tables, {one.name: one.centre})
        assert get(changed, one.name) == one.centre


def test_a_freed_side_opens_when_and_only_when_the_rule_says_it_is_likely(
    campaign: Campaign, tables: Tables
) -> None:
    run = play_record(campaign, tables, 1, change=freed(HANOI))
    assert (run.is_open[0, :, HANOI] == (run.chance[0, :, HANOI] > 0.5)).all()


def test_a_change_within_a_span_leaves_the_quarters_before_it_alone(
    campaign: Campaign, tables: Tables, plain: RecordRun
) -> None:
    run = play_record(campaign, tables, 1, change=within("1968Q1", "1968Q3", lie_low))
    before = plain.at("1968Q1")
    assert (run.claimed[0, :before] == plain.claimed[0, :before]).all()
    assert run.claimed[0, before] < plain.claimed[0, before] / 2


def test_a_pause_drops_no_bomb(campaign: Campaign, tables: Tables, plain: RecordRun) -> None:
    run = play_record(campaign, tables, 1, change=pause)
    assert run.sorties.sum() == 0 < plain.sorties.sum()
