"""Dates: what was announced comes, in papers and cables, and what was learnt late says so."""

import re
from itertools import product

import pytest

from game.campaign import load
from game.desk import build_news
from game.desk.build_quarter import resolution
from game.desk.chair import Chair
from game.engine.board import HANOI, SIDES, WASHINGTON, quarter_name
from game.record import Game
from game.record.news import news_of
from game.words import plain

OUTCOME = re.compile(r"\b(re-)?elected|\bw[io]ns?\b|\bloses?\b|\bdefeat|\blandslide|\balone\b")
CAMPAIGNS = ("vietnam-1965-1973", "road-to-paris", "tet", "linebacker", "tutorial")


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_whatever_is_announced_to_a_side_is_told_when_its_day_comes(name: str, side: int) -> None:
    campaign = load(name)
    first = campaign.start_index
    quarters = [quarter_name(campaign.first, place) for place in range(first, campaign.quarters)]
    told = [news for quarter in quarters for news in news_of(campaign, side, quarter, ())]
    known = {news.title for news in told if not news.to_come}
    awaited = [
        news for news in told if news.to_come and build_news.quarter_of(news.date) <= quarters[-1]
    ]
    assert [news.title for news in awaited if news.title not in known] == []


def test_an_election_that_was_announced_is_in_the_paper_and_among_the_cables() -> None:
    chair, seen = Chair(Game.new(load("tet"), 7), {}), 0
    while not chair.game.over:
        chair.lift()
        dossier, setting = chair.dossier, chair.setting
        awaited = build_news.due(dossier, setting, dossier.quarter)
        paper = build_news.newspaper(dossier, setting)
        for event in awaited:
            assert any(event.title in story.heading for story in paper.stories), event.title
        side, place = chair.side, len(dossier.reports)
        chair.end()
        after = chair.game.dossier(side)
        if side == HANOI and len(after.reports) > place:
            cables = headings(chair, side, place)
            for event in awaited:
                seen += 1
                assert any(heading.startswith(event.title) for heading in cables)
    assert seen >= 2  # New Hampshire and the President's election at the least


def headings(chair: Chair, side: int, place: int) -> list[str]:
    told = resolution(chair.game.dossier(side), chair.setting, range(place, place + 1))
    return [cable.heading for cable in told.cables]


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_no_announcement_tells_how_what_is_announced_will_end(name: str) -> None:
    campaign = load(name)
    for side, place in product((WASHINGTON, HANOI), range(campaign.start_index, campaign.quarters)):
        for news in news_of(campaign, side, quarter_name(campaign.first, place), ()):
            assert not (news.to_come and OUTCOME.search(news.title)), news.title


def test_what_was_learnt_in_a_later_month_says_so() -> None:
    assert plain.dated("1965-03-30", "1965-12-15") == "30 March 1965 (learnt in December)"
    assert plain.dated("1968-03-16", "1969-11-13") == "16 March 1968 (learnt in November 1969)"
    assert plain.dated("1968-01-31", "1968-01-31") == "31 January 1968"
    assert plain.dated("1968-01", "1968-01-31") == "January 1968"
    assert plain.dated("1968-11-05", "") == "5 November 1968"


def test_every_event_learnt_late_is_told_with_the_month_of_learning() -> None:
    campaign, late = load("vietnam-1965-1973"), 0
    for side, place in product((WASHINGTON, HANOI), range(campaign.start_index, campaign.quarters)):
        quarter = quarter_name(campaign.first, place)
        for news in news_of(campaign, side, quarter, ()):
            if not news.to_come and build_news.quarter_of(news.date) < quarter:
                late += 1
                assert "(learnt in " in build_news.day(news), news.title
    assert late
