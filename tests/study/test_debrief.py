"""The debrief: one entry for each thing done, with the engine's own numbers."""

from typing import Any

import pytest

from game.campaign import Campaign, Step, replay
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.ladders import OFFER
from game.engine.postures import own_open_probability
from game.engine.tables import Tables
from game.study.debrief import CAUSES, KINDS, TOO_COSTLY, WEAKNESS, Told, debrief, kinds, reading


@pytest.fixture(scope="module")
def steps(campaign: Campaign) -> list[Step]:
    return list(replay(campaign))


@pytest.fixture(scope="module")
def told(campaign: Campaign, tables: Tables, steps: list[Step]) -> dict[str, Any]:
    return debrief(campaign, tables, steps)


def at(steps: list[Step], campaign: Campaign, quarter: str) -> Step:
    return steps[campaign.index(quarter)]


def test_each_overture_of_the_record_has_exactly_one_entry(
    told: dict[str, Any], steps: list[Step], campaign: Campaign
) -> None:
    made = [(entry["quarter"], entry["side"]) for entry in told["entries"]
            if entry["kind"] == "overture"]  # fmt: skip
    assert len(set(made)) == len(made)
    offered = {(campaign.quarter(int(step.opening.quarter[0])), SIDES[side])
               for step in steps for side in (WASHINGTON, HANOI)
               if step.orders.rung(side, "message")[0] == OFFER}  # fmt: skip
    assert offered <= set(made)
    opened = {(entry["quarter"], entry["side"]) for entry in told["entries"]}
    assert ("1968Q2", "hanoi") in opened
    assert ("1965Q2", "washington") in opened


def test_an_entry_has_the_numbers_of_the_engine(
    told: dict[str, Any], steps: list[Step], campaign: Campaign
) -> None:
    for entry in told["entries"]:
        step, side = at(steps, campaign, entry["quarter"]), SIDES.index(entry["side"])
        world = step.opening
        believed = entry["believed_resilient"]
        assert abs(believed["before"] - world.belief_resilient[0, side]) < 1e-9
        assert abs(believed["after"] - step.closing.belief_resilient[0, side]) < 1e-9
        then = entry["rule"]["then"]
        assert abs(then["open_probability"] - own_open_probability(world)[0, side]) < 1e-9
        assert abs(then["open"]["enemy_escalates"] - world.escalate_open[0, side]) < 1e-9
        assert abs(then["closed"]["believed_resilient"] - world.belief_closed[0, side]) < 1e-9


def test_the_quarter_before_and_after_are_those_of_the_war(
    told: dict[str, Any], steps: list[Step], campaign: Campaign
) -> None:
    for entry in told["entries"]:
        place, side = campaign.index(entry["quarter"]), SIDES.index(entry["side"])
        earlier, later = entry["rule"]["earlier"], entry["rule"]["later"]
        assert earlier == (reading(steps[place - 1], side) if place else None)
        assert later == (reading(steps[place + 1], side) if place + 1 < len(steps) else None)


def test_tet_is_a_demonstration_that_raised_belief_and_an_escalation(
    told: dict[str, Any],
) -> None:
    tet = {entry["kind"]: entry for entry in told["entries"]
           if (entry["quarter"], entry["side"]) == ("1968Q1", "hanoi")}  # fmt: skip
    assert {"demonstration", "escalation"} <= set(tet)
    believed = tet["demonstration"]["believed_resilient"]
    assert believed["after"] - believed["before"] >= 0.2


def test_overtures_of_1966_fell_on_a_side_that_could_only_be_read_as_weak(
    told: dict[str, Any],
) -> None:
    early = [entry["branch"] for entry in told["entries"]
             if entry["side"] == "hanoi" and entry["quarter"] < "1968"]  # fmt: skip
    assert set(early) == {WEAKNESS}
    assert TOO_COSTLY in {entry["branch"] for entry in told["entries"]}


def test_the_first_sentence_tells_each_side_when_talking_was_safe(told: dict[str, Any]) -> None:
    hanoi = told["sentences"]["hanoi"]
    assert hanoi.startswith("Talking was first safe for you in 1968Q2")
    assert CAUSES["belief_high"] in hanoi
    assert hanoi.endswith("that quarter you opened.")
    assert told["first_safe"]["washington"]["quarter"] < "1966"


def test_a_quarter_in_which_nothing_was_said_or_done_has_no_entry(
    steps: list[Step], campaign: Campaign, tables: Tables
) -> None:
    counts = {kind: 0 for kind in KINDS}
    silent = 0
    for place in range(len(steps)):
        for side in (WASHINGTON, HANOI):
            found = kinds(steps, place, side)
            silent += not found
            for kind in found:
                counts[kind] += 1
    assert silent > 0
    assert all(count > 0 for count in counts.values())
    war = Told(campaign, tables, steps)
    assert war.name(0) == "1965Q1"
