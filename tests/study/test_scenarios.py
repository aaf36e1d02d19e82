"""The scenarios: parts of the full war, computed by replay and never copied."""

import numpy as np
import pytest

from game.campaign import build, load, names
from game.campaign.history import leads_to
from game.cli.check import checked
from game.engine.board import SIDES, WASHINGTON
from game.engine.ladders import LADDERS, slot_of
from game.engine.world import FIELDS
from game.study.debrief.rows import history_scores

SPANS = {
    "tet": ("1967Q3", "1968Q4"),
    "road-to-paris": ("1966Q1", "1968Q4"),
    "linebacker": ("1972Q1", "1973Q1"),
    "tutorial": ("1968Q2", "1969Q1"),
}
FOLLOWS = {"resilience", "nerve", "prices", "legal", "asked"}
"""What the scenario's own types and decisions may change; what is asked is looked at by itself."""


@pytest.mark.parametrize(("name", "span"), SPANS.items())
def test_a_scenario_spans_what_it_says_and_opens_where_the_record_leads(
    name: str, span: tuple[str, str]
) -> None:
    campaign = load(name)
    assert (campaign.start, campaign.last) == span
    opening = build(campaign)[1]
    led = leads_to(campaign.base, campaign.start_index)
    for field in set(FIELDS) - FOLLOWS:
        assert (getattr(opening, field) == getattr(led, field)).all(), field
    assert campaign.scenario is not None
    asked = led.asked if campaign.scenario.decisions else np.zeros_like(led.asked)
    assert (opening.asked == asked).all()


@pytest.mark.parametrize("name", SPANS)
def test_a_scenario_has_both_briefings_with_aims_and_a_score_of_history(name: str) -> None:
    campaign = load(name)
    for side in range(len(SIDES)):
        assert "Aims: " in campaign.briefing(side)
        assert len(campaign.briefing(side).split()) <= 120
    scores = history_scores(campaign)
    assert all(5.0 < scores[side] < 95.0 for side in SIDES)
    assert "history scores Washington" in checked(name)


def test_the_seminar_scenario_is_made_for_seventy_five_minutes_and_twelve_quarters() -> None:
    campaign = load("road-to-paris")
    assert campaign.minutes == 75
    assert campaign.quarters - campaign.start_index == 12


def test_the_full_war_and_its_scenarios_are_shipped() -> None:
    assert set(names()) >= {*SPANS, "vietnam-1965-1973"}


def test_the_first_game_says_of_the_bombing_what_its_orders_open_with() -> None:
    campaign = load("tutorial")
    _, world = build(campaign)
    (line,) = (ladder for ladder in LADDERS[WASHINGTON] if ladder.name == "line")
    assert line.rungs[world.in_force[0, WASHINGTON, slot_of(WASHINGTON, "line")]] == "none"
    assert "without a line" in campaign.briefing(WASHINGTON)
    assert not world.talking[0]
