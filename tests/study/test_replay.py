"""The replay: what it prints, and what the rules must make of the record."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.campaign import build, load, replay
from game.cli.replay import table
from game.engine.board import PARIS
from game.study.debrief.rows import told

ROOT = Path(__file__).resolve().parents[2]
KEYS = {
    "quarter",
    "hanoi_posture",
    "washington_posture",
    "hanoi_open_probability",
    "washington_open_probability",
    "belief_hanoi_resilient",
    "belief_washington_resilient",
    "us_troops",
    "us_deaths",
    "saigon_deaths",
    "hanoi_deaths",
    "enemy_deaths_claimed",
    "approval",
    "opposition",
    "hanoi_tempo",
    "terms_expected",
    "terms_tabled",
}


@pytest.fixture(scope="module")
def war() -> dict[str, Any]:
    campaign = load("vietnam-1965-1973")
    return told(campaign, replay(campaign), build(campaign)[0])


@pytest.fixture(scope="module")
def quarters(war: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["quarter"]: row for row in war["quarters"]}


def test_the_command_prints_one_json_object_with_thirty_three_quarters() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "replay", "--json"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    printed = json.loads(done.stdout)
    assert [row["quarter"] for row in printed["quarters"]][::32] == ["1965Q1", "1973Q1"]
    assert len(printed["quarters"]) == 33
    assert all(set(row) >= KEYS for row in printed["quarters"])


def test_the_table_for_people_has_a_line_a_quarter_and_says_how_the_war_ends(
    war: dict[str, Any],
) -> None:
    lines = list(table("The war", war))
    assert sum(line.startswith("19") for line in lines) == 33
    assert any("ends in 1973Q1: settlement at 2 2 1 2 1" in line for line in lines)


def test_the_recorded_war_ends_in_paris_and_is_history(war: dict[str, Any]) -> None:
    assert war["outcome"] == "settlement"
    assert war["settlement"] == list(PARIS)
    assert war["scores"] == pytest.approx(war["history_scores"])


def test_terms_are_null_before_there_are_any(quarters: dict[str, dict[str, Any]]) -> None:
    assert quarters["1965Q1"]["terms_tabled"] is None
    assert quarters["1965Q2"]["terms_tabled"] == [0, 0, 0, 0, 0]
    assert quarters["1972Q4"]["terms_tabled"] == list(PARIS)
    assert quarters["1969Q2"]["terms_tabled_washington"] == [1, 1, 0, 2, 0]
    assert quarters["1969Q2"]["terms_tabled_hanoi"] == [3, 3, 3, 3, 3]


def test_the_rule_predicts_hanoi_closed_to_1967_and_open_from_1968(
    quarters: dict[str, dict[str, Any]],
) -> None:
    chance = {name: row["hanoi_open_probability"] for name, row in quarters.items()}
    assert max(chance[f"{year}Q{q}"] for year in (1965, 1966, 1967) for q in range(1, 5)) < 0.35
    after = [chance[name] for name in ("1968Q2", "1968Q3", "1968Q4", "1969Q1")]
    assert sum(value > 0.5 for value in after) >= 3


def test_tet_moves_the_belief_that_nothing_had_moved_before(
    quarters: dict[str, dict[str, Any]],
) -> None:
    before = [row["belief_hanoi_resilient"] for name, row in quarters.items() if name < "1968Q2"]
    assert max(before) <= 0.6
    jump = (
        quarters["1968Q2"]["belief_hanoi_resilient"] - quarters["1968Q1"]["belief_hanoi_resilient"]
    )
    assert jump >= 0.2


def test_the_recorded_acceptance_is_what_the_rules_expect(
    quarters: dict[str, dict[str, Any]],
) -> None:
    ready = [name for name, row in quarters.items() if row["both_would_settle"]]
    assert "1972Q4" in ready or "1973Q1" in ready
    assert min(ready) >= "1972Q3"
