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
    "road-to-paris": ("1966Q3", "1969Q2"),
    "pause-to-paris": ("1965Q4", "1973Q1"),
    "linebacker": ("1972Q1", "1973Q1"),
    "tutorial": ("1967Q2", "1968Q1"),
}
FOLLOWS = {"resilience", "nerve", "prices", "legal", "asked"}
"""What the scenario's own types and decisions may change; what is asked is looked at by itself."""
LESSON = {
    "belief_resilient",
    "belief_dove",
    "signing",
    "open_low",
    "open_high",
    "belief_open",
    "belief_closed",
    "escalate_open",
    "escalate_closed",
    "dove_open",
    "dove_closed",
    "hawk_open",
    "hawk_closed",
}
"""What follows from the first game's own priors and constants: no state of the war."""


@pytest.mark.parametrize(("name", "span"), SPANS.items())
def test_a_scenario_spans_what_it_says_and_opens_where_the_record_leads(
    name: str, span: tuple[str, str]
) -> None:
    campaign = load(name)
    assert (campaign.start, campaign.last) == span
    opening = build(campaign)[1]
    led = leads_to(campaign.base, campaign.start_index)
    for field in set(FIELDS) - FOLLOWS - (LESSON if name == "tutorial" else set()):
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


def test_the_first_game_says_of_the_war_what_it_opens_with() -> None:
    campaign = load("tutorial")
    _, world = build(campaign)
    (bombing,) = (ladder for ladder in LADDERS[WASHINGTON] if ladder.name == "bombing")
    assert bombing.rungs[world.in_force[0, WASHINGTON, slot_of(WASHINGTON, "bombing")]] == (
        "industry"
    )
    assert round(float(world.troops[0]), -1) == 420
    assert not world.talking[0]
    for side in range(len(SIDES)):
        assert "Four hundred and twenty thousand" in campaign.briefing(side)
        assert "the North's industry" in campaign.briefing(side)
