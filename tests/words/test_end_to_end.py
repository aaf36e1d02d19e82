"""Every ending, first time, announced event and decision, through every place that speaks of one:
papers, cables, window, terminal, debrief and report; and nowhere that the state does not bear it.
"""

import io
from collections.abc import Iterator
from functools import cache

import pytest
from rich.console import Console

from game.desk import build_news, build_quarter
from game.desk.build_debrief import debrief
from game.desk.build_pages import GOVERNMENTS
from game.desk.build_quarter import resolution
from game.desk.chair import Chair
from game.desk.draft import Draft
from game.desk.models import Quarter
from game.desk.setting import setting_of
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.record import Game, decisions_of
from game.study.debrief.text import told
from game.study.papers.export import report_html, report_markdown
from game.text import show
from game.ui.app import App
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.resolution import ResolutionScene
from game.words import closing, papers
from tests.campaign.small import small
from tests.study.opened_wars import recorded_war
from tests.text.play import sit
from tests.ui.desks import SampleDesk
from tests.ui.people import said
from tests.ui.windows import window
from tests.words.test_given_away import strings

FIRST_TIME = "For the first time both"
LOW = "0.05"
FLOORS = {
    "collapse of Saigon": ("saigon_floor", "1.1"),
    "collapse of American consent": ("consent_floor", "1.2"),
    "collapse of the North's power to go on": ("north_floor", "0.89"),
}
PACKAGE = [2, 2, 1, 2, 1]


def broken(ending: str) -> Game:
    """Return a war in which one floor is so high that what stands on it breaks soon."""
    name, floor = FLOORS[ending]
    lines = [f"{other} = {LOW}" for other, _ in FLOORS.values() if other != name]
    text = "\n".join(
        ("[constants]", "collapse_rate = 1.0", "majority = 0.1", f"{name} = {floor}", *lines)
    )
    campaign = small(("[[channels]]", f"{text}\n\n[[channels]]"))
    for seed in range(1, 40):
        game = Game.new(campaign, seed)
        while not game.over:
            game.commit(WASHINGTON, {})
            game.commit(HANOI, {})
        if game.ending == ending:
            return game
    raise AssertionError(f"no war ends in the {ending}")


@cache
def ended(ending: str) -> Game:
    """Return a short war that ended so."""
    if ending in FLOORS:
        return broken(ending)
    game = Game.new(small(), 1)
    if ending == "settlement":
        game.commit(WASHINGTON, {"posture": "talks", "terms": PACKAGE})
        game.commit(HANOI, {"posture": "talks"})
        game.commit(WASHINGTON, {})
        game.commit(HANOI, {"accept": True})
    elif ending == "bell":
        game.commit(WASHINGTON, {})
        game.commit(HANOI, {})
        game.facilitate("bell", "The bell: the war is scored as it stands.")
    while not game.over:
        game.commit(WASHINGTON, {})
        game.commit(HANOI, {})
    return game


def terminal_of(shown: Quarter) -> str:
    """Return what a terminal shows of a quarter."""
    sink = io.StringIO()
    show.quarter(Console(file=sink, width=400), shown)
    return " ".join(sink.getvalue().split())


def window_of(app: App, shown: Quarter, pages: tuple[str, ...]) -> str:
    """Return every word on pages of the window's quarter."""
    desk = SampleDesk(hotseat=False)
    desk.quarter = lambda: shown
    scene = QuarterScene(desk, *(lambda *_: None,) * 4)
    app.push(scene)
    words = []
    for page in pages:
        scene.show(page)
        top = app.top()
        assert top is not None
        words += [f"[{widget.name}]" for widget in top.root.walk() if widget.name]
    app.pop()
    return " ".join(words)


def places(game: Game, side: int) -> Iterator[tuple[str, str]]:
    """Yield each place that speaks of a war that is over, with all that it says."""
    dossier, setting = game.dossier(side), setting_of(game)
    app, _ = window()
    paper = build_news.newspaper(dossier, setting)
    yield "papers", " ".join(strings(paper))
    last = len(dossier.reports) - 1
    model = resolution(dossier, setting, range(last, last + 1))
    yield "cables", " ".join(strings(model.cables))
    app.push(ResolutionScene(model, lambda: None))
    app.top().skip()
    words = said(app)
    shown = debrief(game, side)
    scene = DebriefScene(
        shown,
        {
            "replay": lambda: None,
            "rule": lambda: None,
            "codex": lambda: None,
            "title": lambda: None,
        },
    )
    app.push(scene)
    for page in ("first", "points"):
        scene._show(page)()
        words = f"{words} {said(app)}"
    yield "window", words
    yield "debrief", " ".join(strings(shown))
    yield "terminal", " ".join(sit(Chair(game, {}), []).split())
    opened = told(game)
    page = report_html(opened) if game.ending == "settlement" else ""  # drawn: costs seconds
    yield "report", f"{page} {report_markdown(opened)}"


@pytest.mark.parametrize("ending", [*ENDINGS[1:], "bell"])
def test_an_ending_is_told_in_every_place_and_no_other_one_is(ending: str) -> None:
    game = ended(ending)
    assert game.ending == ending
    side = WASHINGTON if ending in ("settlement", "collapse of Saigon") else HANOI
    for place, words in places(game, side):
        telling = {"papers": papers.ENDED[ending][side]}.get(place, closing.ending(ending)[0])
        if (place, ending) not in UNTOLD:
            assert telling.rstrip(".").lower() in words.lower(), (place, ending)
        for other in {*ENDINGS[1:], "bell"} - {ending}:
            for line in (closing.ending(other)[0], *papers.ENDED[other]):
                assert line.rstrip(".").lower() not in words.lower(), (place, other, line)


UNTOLD = {("papers", "bell"), ("cables", "bell")}
"""The bell rings between two quarters: the last papers and cables are of a quarter that ran on."""


PAGES = ("dossier", "decisions")
STEP = 4  # of the quarters in which nothing comes every so many are built; to build one is slow


def so_far(whole: Dossier, count: int) -> Dossier:
    """Return a side's papers as they lay after so many quarters."""
    return Dossier(
        whole.side,
        whole.tables,
        whole.views[: count + 1],
        whole.reports[:count],
        whole.orders[:count],
    )


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_first_times_announced_events_and_decisions_are_told_everywhere_when_they_come(
    side: int,
) -> None:
    game, (app, _) = recorded_war(), window()
    whole, setting, campaign = game.dossier(side), setting_of(game), game.campaign
    titles = [row.title for row in decisions_of(campaign, whole.tables)[side]]
    learnt = {
        event.title: quarter_name(campaign.first, place)
        for place in reversed(range(len(whole.reports)))
        for event in setting.news(side, quarter_name(campaign.first, place))
    }
    first_times, asked, awaited = 0, set(), 0
    for place in range(len(whole.reports)):
        dossier = so_far(whole, place)
        today = quarter_name(campaign.first, place)
        here = [titles[number - 1] for number in dossier.view.asked if number]
        due = build_news.due(dossier, setting, dossier.quarter)
        asked |= set(here)
        paper = " ".join(strings(build_news.newspaper(dossier, setting)))
        words = {}
        if here or due or place % STEP == 0:
            shown = build_quarter.quarter(dossier, Draft(dossier), setting)
            words = {"terminal": terminal_of(shown)}
            if place % STEP == 0:  # it shows what the terminal shows
                words["window"] = window_of(app, shown, PAGES)
        for where, text in words.items():
            for title in titles:
                marked = {"terminal": f"to be decided: {title}", "window": f"[{title}]"}[where]
                assert (marked.lower() in text.lower()) == (title in here), (where, today, title)
            for title, when in learnt.items():
                assert when <= today or title not in text, (where, today, title)
        first_times += FIRST_TIME in paper
        for event in due:
            awaited += 1
            assert event.title in paper, (today, event.title)
            assert event.title in words["terminal"], (today, event.title)
            after = resolution(so_far(whole, place + 1), setting, range(place, place + 1))
            assert any(event.title in cable.heading for cable in after.cables), today
    assert first_times == 1
    assert awaited >= 5
    assert len(asked) >= 18
    ends = " ".join(strings(debrief(game, side)))
    report = report_markdown(told(game))
    for title in titles:
        marked = f"Decided in {GOVERNMENTS[side]}: {title}"
        assert (marked in ends) == (title in asked), title
        assert (marked in report) == (title in asked), title
