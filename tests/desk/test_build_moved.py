"""What moved and for what: parts that add up to the change they explain."""

import re

import numpy as np
import pytest

from game.campaign.dilemmas import of_side
from game.desk import build_gauges, build_moved
from game.engine.board import HANOI, WASHINGTON
from game.study.debrief.standing import own_parts, own_score
from tests.desk.test_decisions import FULL, papers, setting
from tests.desk.wars import random_war


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_score_s_tip_names_the_parts_and_their_losses_add_up(side: int) -> None:
    whole = random_war(3).dossier(side)
    named = 0
    for played in range(1, min(len(whole.reports), 14)):
        past = whole.until(played)
        before, now = own_parts(whole.until(played - 1)), own_parts(past)
        assert np.isclose(now.aims + now.people, own_score(past))
        assert np.isclose(now.people - before.people, (before.lost - now.lost).sum())
        said = build_moved.moved(past)
        if round(before.people) != round(now.people):
            assert f"People {round(before.people)} to {round(now.people)}" in said
            named += bool(re.search(r"People .*: (.*[+-]\d|chiefly)", said))
    assert named
    assert build_moved.moved(whole.until(0)) == ""


def test_what_a_decision_made_of_a_gauge_is_named_with_its_title() -> None:
    found = 0
    for side, gauge in ((WASHINGTON, "approval"), (HANOI, "cohesion")):
        for row in of_side(FULL, side):
            answers = [
                place
                for place, one in enumerate(row.answers, 1)
                if any(text.split()[0].startswith(gauge) for text in one.effects)
            ]
            for answer in answers[:1]:
                dossier = papers(row, answer)
                now = next(
                    one for one in build_gauges.gauges(dossier, setting()) if one.id == gauge
                )
                if "What we decided" in now.cause:
                    assert row.title in now.cause
                    found += 1
    assert found >= 2
