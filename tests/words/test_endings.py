"""Endings each have their own words wherever one is told, and a first time is the war's first."""

from dataclasses import replace

import pytest

from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.words import cables, closing, happenings, papers
from tests.desk.wars import hotseat

STOPPED = ("calendar", "bell")
"""Endings after which the war goes on: nobody may read that it is over."""
OVER = ("is over", "peace", "silent", "end of the war", "an end")
OPEN, SHUT = {"posture": "talks"}, {"posture": "refuse"}


def told(dossier: Dossier, ending: str) -> dict[str, str]:
    """Return by place what a side reads of an ending."""
    before, after = dossier.views[-2:]
    report = replace(dossier.reports[-1], ended=ending)
    found = happenings.happenings(before, after, report, dossier.views[:-2])
    page = papers.paper(dossier.side, found, after, report)
    last = cables.cables(found, before, after, report)[-1]
    return {
        "headline": page.headline,
        "paragraph": page.paragraph,
        "cable": last.heading,
        "body": last.body,
        "title": closing.ending(ending)[0],
    }


def played(*quarters: dict[str, str]) -> Dossier:
    """Return Washington's papers after quarters of the same orders for both sides."""
    game = hotseat().game
    for orders in quarters:
        game.commit(WASHINGTON, orders)
        game.commit(HANOI, orders)
    return game.dossier(WASHINGTON)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_no_two_endings_share_a_word_of_prose_in_any_place(side: int) -> None:
    game = hotseat().game
    game.commit(WASHINGTON, SHUT)
    game.commit(HANOI, SHUT)
    endings = [*ENDINGS[1:], "bell"]
    by_ending = [told(game.dossier(side), ending) for ending in endings]
    for place in by_ending[0]:
        assert len({said[place] for said in by_ending}) == len(endings), place
    for ending, said in zip(endings, by_ending, strict=True):
        if ending in STOPPED:
            whole = " ".join(said.values()).lower()
            assert [word for word in OVER if word in whole] == [], ending


def first_times(dossier: Dossier) -> list[bool]:
    """Return for each quarter whether paper or cables speak of a first session, both alike."""
    said = []
    for place, report in enumerate(dossier.reports):
        before, after = dossier.views[place : place + 2]
        found = happenings.happenings(before, after, report, dossier.views[:place])
        page = " ".join(papers.fact(item, after, report) for item in found)
        wires = " ".join(one.body for one in cables.cables(found, before, after, report))
        assert ("For the first time both" in page) == ("for the first time" in wires)
        said.append("For the first time both" in page)
    return said


def test_talks_sit_for_the_first_time_once_in_a_war() -> None:
    assert first_times(played(SHUT, OPEN, OPEN, SHUT, OPEN)) == [False, True, False, False, False]


def test_a_record_that_begins_in_the_middle_calls_nothing_the_first() -> None:
    whole = played(SHUT, OPEN)
    before, after = whole.views[-2:]
    for kept in ((), whole.views[1:1]):
        found = happenings.happenings(before, after, whole.reports[-1], kept)
        begun = next(item for item in found if item.kind == "talks_begin")
        assert begun.amount == 0.0
