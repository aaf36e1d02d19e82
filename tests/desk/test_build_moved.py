"""What moved and for what: parts that add up to the change they explain."""

import re

import numpy as np
import pytest

from game.campaign.dilemmas import of_side
from game.desk import build_gauges, build_moved, build_scores
from game.engine.board import HANOI, WASHINGTON
from game.study.debrief.standing import aims_moved, own_parts, own_score
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


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
@pytest.mark.parametrize("seed", [3, 4])
def test_every_move_of_a_figure_that_is_shown_names_causes_that_add_up_to_it(
    side: int, seed: int
) -> None:
    whole, named = random_war(seed).dossier(side), set()
    for played in range(1, len(whole.reports)):
        earlier, papers = whole.until(played - 1), whole.until(played)
        own = (own_parts(earlier), own_parts(papers))
        reach = (build_moved.reach(earlier)[0], build_moved.reach(papers)[0])
        for (before, now), told in (
            (own, build_moved.moved(papers)),
            (reach, build_moved.reach_moved(papers)),
        ):
            found = aims_moved(side, before, now, papers.tables)
            steps = [float(found.issues.sum()), found.fire, found.weights, found.holding]
            assert np.isclose(sum(steps), now.aims - before.aims)
            lost = (before.lost - now.lost).tolist()
            assert np.isclose(sum(steps) + sum(lost), now.total - before.total)
            for line in told.strip().split("\n"):
                for first, last, why in re.findall(r"(\d+) to (\d+)(.*)", line):
                    assert re.match(r": .*[a-z)] [+-]\d|: chiefly [a-z]", why), line
                    if abs(int(last) - int(first)) >= 5:
                        figures = [int(text) for text in re.findall(r"[+-]\d+", why)]
                        assert abs(sum(figures) - (int(last) - int(first))) <= 3, line
                        largest = max([*steps, *lost], key=abs)
                        if "People" not in line:
                            assert f"{largest:+.0f}" in why, line
                        named |= {name for name in NAMED if name in why}
    assert NAMED[0] in named
    assert side == WASHINGTON or NAMED[1] in named


NAMED = ("the terms within reach (", "the fire under which")


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_what_can_be_signed_is_said_to_have_moved_as_far_as_the_strip_has_it(side: int) -> None:
    whole, texts = random_war(3).dossier(side), setting()
    for played in (4, 12, 30):
        before, now = (
            build_scores.scores(whole.until(each), texts) for each in (played - 1, played)
        )
        if before.reach != now.reach:
            assert f"Since last quarter: {before.reach} to {now.reach}: " in now.reach_tip


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
