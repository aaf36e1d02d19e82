"""The debrief in the window: filters, jumps to the map, the rule and back; by keys and by mouse."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli._lobby import GameLobby
from game.desk.debrief_models import After
from game.engine.board import HANOI, WASHINGTON
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.asking import QuestionsScene
from game.ui.scenes.common import Notice
from game.ui.scenes.debrief import PAGES, DebriefScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.rule import RuleScene
from game.ui.widgets.grid import Grid
from game.ui.widgets.lists import ListBox
from tests.ui.desks import SampleDesk, SampleLobby
from tests.ui.people import settle
from tests.ui.windows import click, find, key, tab_to, window
from tools import showcase


def opened(
    size: tuple[int, int] = (1280, 720), scale: float = 1.0
) -> tuple[App, DebriefScene, list[object]]:
    """Return the recorded war's debrief in a window, and what its doors were asked."""
    app, _ = window(size, scale)
    asked: list[object] = []

    def door(name: str) -> Callable[[], None]:
        return lambda: asked.append(name)

    doors = {name: door(name) for name in ("replay", "rule", "codex", "ask", "title")}
    scene = DebriefScene(
        showcase.ended(), doors, asked.append, lambda side, place: asked.append((side, place))
    )
    app.push(scene)
    return app, scene, asked


def after() -> After:
    return showcase.ended().after


def test_the_first_page_is_one_sentence_a_side_ones_own_first() -> None:
    _, scene, _ = opened()
    said = [w.name for w in scene.root.walk()]
    verdicts = after().verdicts
    assert [one.government for one in verdicts] == ["Washington", "Hanoi"]
    places = [said.index(one.sentence) for one in verdicts]
    assert places == sorted(places)
    assert all(one.sentence.count(". ") == 0 for one in verdicts)


def test_every_page_is_reached_by_its_key_and_by_its_button() -> None:
    app, scene, _ = opened()
    for number, (name, _) in enumerate(PAGES, 2):
        key(app, f"f{number}")
        assert scene.page == name
    for name, _ in PAGES:
        click(app, find(scene, f"page {name}"))
        assert scene.page == name


def test_acts_are_filtered_by_side_kind_and_branch() -> None:
    app, scene, _ = opened()
    key(app, "f3")
    every = after().acts
    assert scene.fitting() == list(every)
    tab_to(app, "choice Whose")
    key(app, "right")
    key(app, "right")
    assert {act.side for act in scene.fitting()} == {"hanoi"}
    tab_to(app, "choice What")
    key(app, "right")
    assert scene.fitting() == [
        act for act in every if (act.side, act.kind) == ("hanoi", "overture")
    ]
    tab_to(app, "choice As the rule read it")
    key(app, "right")
    wanted = [
        act
        for act in every
        if (act.side, act.kind, act.branch) == ("hanoi", "overture", "weakness")
    ]
    assert scene.fitting() == wanted
    listed = next((w for w in scene.root.walk() if isinstance(w, ListBox)), None)
    assert (len(listed.items) if listed else 0) == len(wanted)


def test_counts_beside_the_filters_add_up() -> None:
    _, scene, _ = opened()
    acts = after().acts
    for name, options in (("kind", after().kinds), ("branch", after().branches)):
        assert sum(scene._count(name, one) for one, _ in options) == len(acts)


def test_a_chosen_act_leads_to_its_quarter_on_the_map_and_on_the_sliders() -> None:
    app, scene, asked = opened()
    key(app, "f3")
    tab_to(app, "list Act by act")
    for _ in range(7):
        key(app, "down")
    act = after().acts[7]
    assert any(w.name == act.paragraphs[0] for w in scene.root.walk())
    tab_to(app, "jump")
    key(app, "return")
    click(app, find(scene, "weigh"))
    assert asked == [act.place, (act.sender, act.place)]


def test_bars_and_the_largest_moves_lead_to_the_map() -> None:
    app, scene, asked = opened()
    key(app, "f4")
    tab_to(app, "points bars")
    key(app, "home")
    key(app, "right")
    key(app, "return")
    decided = next(row for row in after().points if row.loud or row.named)
    tab_to(app, f"decided {decided.quarter}")
    key(app, "return")
    assert asked == [1, decided.place]
    said = [w.name for w in scene.root.walk()]
    assert (
        sum(why in said for row in after().points if row.loud or row.named for why in row.why) >= 2
    )


def test_what_was_sealed_stands_beside_what_it_was_taken_for_with_what_came() -> None:
    app, scene, _ = opened()
    key(app, "f5")
    row = after().meant[0]
    said = [w.name for w in scene.root.walk()]
    assert {row.meant, row.taken, *row.forecasts} <= set(said)
    assert after().scored
    tab_to(app, "choice Whose")
    key(app, "right")
    key(app, "right")
    theirs = [row for row in after().meant if row.mark == "theirs"]
    listed = next(w for w in scene.root.walk() if isinstance(w, ListBox))
    assert [item.note for item in listed.items] == [row.when for row in theirs]
    assert theirs[0].meant in [w.name for w in scene.root.walk()]


def test_the_other_chair_can_be_changed_and_walked_through() -> None:
    app, scene, _ = opened()
    key(app, "f6")
    first, second = after().chairs
    assert (first.government, second.government) == ("Hanoi", "Washington")
    assert f"{first.rows[0].title}, as Hanoi saw it" in [w.name for w in scene.root.walk()]
    tab_to(app, "choice Whose chair")
    key(app, "right")
    tab_to(app, "list The other chair")
    key(app, "down")
    assert f"{second.rows[1].title}, as Washington saw it" in [w.name for w in scene.root.walk()]


def test_where_room_is_short_a_row_opens_on_a_page_of_its_own() -> None:
    app, scene, _ = opened((1024, 600), 2.0)
    scene._show("acts")()
    tab_to(app, "list Act by act")
    key(app, "down")
    key(app, "return")
    assert scene.reading
    assert any(w.name == after().acts[1].paragraphs[0] for w in scene.root.walk())
    tab_to(app, "row next")
    key(app, "return")
    assert any(w.name == after().acts[2].paragraphs[0] for w in scene.root.walk())
    tab_to(app, "to list")
    key(app, "return")
    assert not scene.reading


# Through the flow, over a war that has ended


@pytest.fixture
def ended() -> Flow:
    app, _ = window()
    flow = Flow(app, SampleLobby(), "0.1.0")
    desk = SampleDesk(hotseat=False)
    desk.ended = desk.over
    flow.play(desk)
    return flow


@pytest.mark.parametrize(
    ("door", "scene"),
    [
        ("rule", RuleScene),
        ("replay", ReplayScene),
        ("codex", Reading),
        ("ask", QuestionsScene),
    ],
)
def test_every_door_of_the_debrief_leads_back_to_it(ended: Flow, door: str, scene: type) -> None:
    app = ended.app
    tab_to(app, door)
    key(app, "return")
    assert isinstance(app.top(), scene)
    key(app, "escape")
    assert isinstance(app.top(), DebriefScene)


def test_the_codex_after_play_has_a_door_to_the_rule_and_none_while_the_war_goes_on(
    ended: Flow,
) -> None:
    app = ended.app
    key(app, "x")
    click(app, find(app.top(), "rule"))
    assert isinstance(app.top(), RuleScene)
    running, _ = window()
    flow = Flow(running, SampleLobby(), "0.1.0")
    flow._codex(SampleDesk(hotseat=False), "")
    assert not any(w.key == "rule" for w in running.top().root.walk())


def test_sheets_are_handed_in_by_keys_and_the_answers_open_when_asked_for() -> None:
    app, _ = window()
    desk = SampleDesk()
    scene = QuestionsScene(desk, app.pop)
    app.push(scene)
    for _ in range(2):
        tab_to(app, "choice Question 1 of 1")
        key(app, "right")
        tab_to(app, "hand in")
        key(app, "return")
        assert isinstance(app.top(), Notice)
        key(app, "escape")
    assert desk.sheets == 2
    why = "Because going further is dear."
    assert not any(getattr(w, "rows", None) and why in str(w.rows) for w in scene.root.walk())
    tab_to(app, "show")
    key(app, "return")
    assert any(getattr(w, "rows", None) and why in str(w.rows) for w in scene.root.walk())


def test_the_briefing_asks_the_three_questions_before_play_and_not_later(tmp_path: Path) -> None:
    app, _ = window()
    flow = Flow(app, GameLobby(tmp_path), "0.1.0")
    flow.play(flow.lobby.tutorial())
    settle(app)
    assert "ask" not in [w.key for w in app.top().root.walk()]  # a first game asks nothing
    flow.lobby.choose("campaign", "tet")
    flow.lobby.choose("level", "glance")
    flow.play(flow.lobby.start())
    settle(app)
    assert isinstance(app.top(), BriefingScene)
    tab_to(app, "ask")
    key(app, "return")
    assert isinstance(app.top(), QuestionsScene)
    key(app, "escape")
    assert isinstance(app.top(), BriefingScene)
    desk = showcase.seated(showcase.AFTER_TET, WASHINGTON)
    assert desk.questions().when == ""
    assert HANOI not in desk.people


def test_page_down_scrolls_the_page_wherever_the_focus_is() -> None:
    app, scene, _ = opened()
    assert scene.focus is not None
    assert scene.focus.key == "page first"
    sheet = next(w for w in scene.root.walk() if w.key == f"debrief {scene.page}")
    key(app, "page down")
    assert sheet.offset > 0
    key(app, "page up")
    assert sheet.offset == 0


def test_the_pages_keep_their_places_from_page_to_page() -> None:
    _, scene, _ = opened()
    tops = set()
    for name, _ in PAGES:
        scene._show(name)()
        tops.add(find(scene, "page first"))
    assert len(tops) == 1


def test_no_row_of_the_lists_is_cut_and_quarters_stand_in_months() -> None:
    for size in ((1280, 720), (1920, 1080)):
        app, scene, _ = opened(size)
        for page in ("f3", "f5", "f6"):
            key(app, page)
            (listed,) = [w for w in scene.root.walk() if isinstance(w, ListBox)]
            for item in listed.items:
                for text in (item.title, item.note, item.right):
                    assert not text.rstrip().endswith(("...", "\u2026"))
                    assert not re.search(r"19\d\dQ\d", text), text
        key(app, "f4")
        grids = [w for w in scene.root.walk() if isinstance(w, Grid)]
        assert not any(re.search(r"19\d\dQ\d", str(grid.rows)) for grid in grids)
