"""What the engine gets from a campaign is what stands in its file."""

import numpy as np
import pytest

from game.campaign import build, known_effects, load, loading, names, replay
from game.campaign.rehearse import rehearse
from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import LADDERS, slot_of
from game.engine.tables import EFFECTS
from game.engine.world import digests, faults
from tests.campaign.small import TEXT, scenario, small


def effect(name: str) -> int:
    """Return an effect's row."""
    return EFFECTS.index(name)


def test_the_start_is_the_files_and_breaks_no_bound() -> None:
    _, world = build(small())
    assert world.troops[0] == 500.0
    assert world.main_force[0].tolist() == [60.0, 40.0, 50.0, 20.0]
    assert world.function[0].tolist() == [0.7, 0.8, 0.9]
    assert world.in_force[0, HANOI, slot_of(HANOI, "effort", 2)] == 2
    assert world.in_force[0, WASHINGTON, slot_of(WASHINGTON, "troops")] == 2  # holds unless said
    assert world.in_force[0, HANOI, slot_of(HANOI, "patrons")] == 1  # in balance unless said
    assert list(faults(world)) == []


def test_events_act_in_their_quarter_and_detente_stays() -> None:
    tables, _ = build(small())
    assert tables.events[effect("weather")].tolist() == [0.0, 0.1, 0.0, 0.0]
    assert tables.events[effect("detente")].tolist() == [0.0, 0.0, 0.2, 0.2]


def test_a_side_knows_of_an_event_from_the_quarter_it_learns_of_it() -> None:
    campaign = small()
    aid, oath = effect("aid_beijing"), effect("new_administration")
    assert known_effects(campaign, HANOI, 0)[aid].tolist() == [0, 0, 0, 0]
    assert known_effects(campaign, HANOI, 1)[aid].tolist() == [0.05, 0, 0, 0]
    assert known_effects(campaign, WASHINGTON, 3)[aid].tolist() == [0, 0, 0, 0]
    assert known_effects(campaign, HANOI, 0)[oath].tolist() == [0, 0, 0, 0]
    assert known_effects(campaign, HANOI, 1)[oath].tolist() == [0, 0, 1, 0]  # announced


def test_types_are_those_on_record_without_a_seed_and_drawn_with_one() -> None:
    campaign = small()
    _, recorded = build(campaign)
    drawn = {tuple(build(campaign, seed)[1].resilience[0]) for seed in range(20)}
    assert (recorded.resilience[0].tolist(), recorded.nerve[0].tolist()) == ([1, 1], [1, 0])
    assert len(drawn) > 1
    given = np.array([[0, 1], [0, 0]])
    assert build(campaign, 3, given)[1].nerve[0].tolist() == [0, 0]


def test_constants_and_rungs_on_offer_may_be_the_files() -> None:
    offered = '[offered.washington]\nbombing = ["halt", "interdiction"]\n'
    own = "[constants]\nrepair = 0.2\n" + offered
    tables, world = build(small(("[scoring.worst]", own + "[scoring.worst]")))
    assert tables.constants.repair == 0.2
    assert tables.allowed[WASHINGTON, :6].tolist() == [1, 0, 1, 0, 0, 0]
    assert world.legal[0, WASHINGTON, :6].tolist() == [1, 0, 1, 0, 0, 0]


def test_a_scenario_opens_with_the_world_its_base_leads_to() -> None:
    part = scenario()
    _, world = build(part)
    whole = [step.closing for step in replay(small())]
    assert part.start_index == 1
    assert int(world.quarter[0]) == 1
    assert digests(world) == digests(whole[0])


def test_a_scenario_takes_what_it_does_not_say_from_its_base_and_may_say_otherwise() -> None:
    briefing = '[briefing]\nwashington = "Other."\nhanoi = "Wait."\n'
    part = scenario(briefing + "[constants]\nrepair = 0.2\n")
    tables, _ = build(part)
    assert part.briefing(WASHINGTON) == "Other."
    assert tables.quarters == 3
    assert tables.constants.repair == 0.2
    assert tables.priors == build(small())[0].priors
    assert part.digest != scenario().digest


def test_a_scenario_after_a_new_oath_draws_the_new_mans_nerve() -> None:
    later = scenario(
        text="""
format = 1
[campaign]
name = "later"
title = "Later"
summary = "A part."
base = "small"
start = "1969Q2"
last = "1969Q2"
"""
    )
    tables, world = build(later)
    assert tables.priors.dove[WASHINGTON] == 0.5
    assert world.nerve[0].tolist() == [0, 0]


def test_texts_leave_the_digest_alone_and_what_is_played_does_not() -> None:
    digest = small().digest
    assert small(("Low cloud over the delta.", "Fog.")).digest == digest
    assert small(("shield = 0.5", "shield = 0.6")).digest != digest
    assert small(("troops_number = 2.5", "troops_number = 3.5")).digest != digest


def test_no_rung_that_is_played_is_left_out_of_the_digest_for_its_name() -> None:
    """The bombing line once was: its ladder bears the name of a dilemma's text."""
    ladders = {ladder.name for side in LADDERS for ladder in side}
    assert not ladders & (loading.TEXTS | loading.NOT_PLAYED)
    start, digest, left_out = TEXT.index("[start.in_force"), small().digest, []
    for line in TEXT[start : TEXT.index("[scoring", start)].splitlines():
        if line.partition(" = ")[0] in ladders:
            left_out.append(small((f"\n{line}\n", "\n")).digest)
    assert len(left_out) > 8
    assert digest not in left_out


@pytest.mark.parametrize("name", names())
def test_every_shipped_campaign_is_good_and_its_record_can_be_played(name: str) -> None:
    assert rehearse(load(name)) == []
