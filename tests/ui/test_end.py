"""The end of a war in the window: its order, its ways on by mouse and by keyboard, what a
facilitator hides, and the record on the title."""

from pathlib import Path
from typing import Any

import pytest

from game.campaign import load
from game.cli import _seats
from game.cli._lobby import GameLobby
from game.cli._onward import following
from game.desk import build_debrief
from game.engine.board import HANOI, WASHINGTON
from game.record import Game, Seats, running_path, wars
from game.record.game import PERSON
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.title import Title
from game.ui.scenes.wars import WarsScene
from game.ui.widgets.texts import Text
from game.words import dead, plain
from tests.study.test_road import against_a_machine
from tests.ui.people import desk_of, settle
from tests.ui.samples_end import ENDED, HIDDEN
from tests.ui.screens import DOORS
from tests.ui.windows import click, find, key, tab_to, window


@pytest.fixture
def over(tmp_path: Path) -> Flow:
    """Return a window at the end of a war of Washington against a machine at a glance."""
    app, _ = window((1280, 720))
    flow = Flow(app, GameLobby(tmp_path / "saves"), "0.2.0")
    flow.play(flow.lobby._seated(kept(tmp_path)))
    settle(app)
    return flow


def kept(folder: Path) -> Game:
    war = against_a_machine(WASHINGTON, 2)
    game = Game(war.past)
    game.log.entries.extend(war.entries)
    game.keeper.path = running_path(folder / "saves")
    game.keep()
    return game


def at_end(flow: Flow) -> DebriefScene:
    scene = flow.app.top()
    assert isinstance(scene, DebriefScene)
    assert scene.page == "end"
    return scene


def widget(app: App, name: str) -> Any:
    return next(w for w in app.top().root.walk() if w.key == name)


def words(app: App) -> list[str]:
    return [w.text for w in app.top().root.walk() if isinstance(w, Text)]


def test_the_end_is_shown_first_and_in_its_order(over: Flow) -> None:
    scene = at_end(over)
    end = scene.model.end
    assert end is not None
    said = words(over.app)
    keys = [w.key for w in scene.root.walk()]
    assert said.index(end.title) < said.index("THE ROAD NOT TAKEN")
    order = [keys.index(name) for name in ("road line", "score ours", "record", "way back")]
    assert order == sorted(order)
    assert any("It could have ended at " in text for text in said)
    click(over.app, find(scene, "to rule"))
    assert scene.page == "first"
    click(over.app, find(scene, "page dead"))
    assert any("Civilians" in text for text in words(over.app))
    click(over.app, find(scene, "page end"))
    assert scene.page == "end"


def test_an_enter_too_many_begins_no_war_and_a_page_opens_at_its_head(over: Flow) -> None:
    scene, app = at_end(over), over.app
    war = desk_of(over).game
    for _ in range(4):
        key(app, "return")
        settle(app)
        assert app.top() is scene
    assert desk_of(over).game is war
    scene.show("first")()
    settle(app)
    key(app, "page down")
    sheet = next(w for w in scene.root.walk() if w.key.startswith("debrief "))
    assert sheet.offset > 0
    click(app, find(scene, "page dead"))
    sheet = next(w for w in scene.root.walk() if w.key.startswith("debrief "))
    assert sheet.offset == 0


def test_a_war_that_has_ended_is_listed_as_ended_and_leads_to_its_end(
    over: Flow, tmp_path: Path
) -> None:
    war = desk_of(over).game
    (row,) = GameLobby(tmp_path / "saves").saves()
    assert row.over
    assert row.quarter.startswith("ended, ")
    last = war.past.rows[-1].quarter
    assert row.quarter.endswith(plain.quarter_title(last).split(" to ")[1])
    assert plain.quarter_title(war.quarter_name) not in row.quarter
    assert row.people.endswith(", at a glance")
    over.load(row)
    settle(over.app)
    at_end(over)


def test_after_a_first_game_comes_tet_and_no_verdict(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path / "saves")
    game = lobby.tutorial().game
    assert following(game.campaign).name == "tet"
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    made = lobby._seated(game).debrief()
    assert made is not None
    assert made.end is not None
    said = (made.end.verdict, made.bar, *made.end.sentences)
    assert not any("worse than" in text or "is to win" in text for text in said)
    assert made.scores[0].total != made.scores[0].history
    own = int(game.dossier(HANOI).view.hanoi_deaths)
    assert any(dead.about(own) in text for text in made.end.sentences)
    assert not any("claim" in text for text in made.end.sentences)
    other = build_debrief.when(game.dossier(WASHINGTON))
    assert "as Washington claims" in other


@pytest.mark.parametrize("by", ["mouse", "keys"])
@pytest.mark.parametrize("way", ["back", "chair", "next", "harder"])
def test_every_way_on_is_gone_by_mouse_and_by_keyboard(over: Flow, way: str, by: str) -> None:
    scene, app = at_end(over), over.app
    war = desk_of(over).game
    assert scene.model.end is not None
    decided = scene.model.end.decided
    if by == "mouse":
        click(app, find(scene, f"way {way}"))
    else:
        tab_to(app, f"way {way}")
        key(app, "return")
    settle(app)
    if way == "next":
        assert {"chair next", "chair next chair"} <= {w.key for w in app.top().root.walk()}
        if by == "mouse":
            click(app, find(app.top(), "chair next chair"))
        else:
            key(app, "return")
        settle(app)
    game = desk_of(over).game
    assert game is not war
    assert not game.over
    seats = game.past.beginning.seats
    again = game.past.beginning.hindsight
    if way == "back":
        assert again == war.past.rows[decided].quarter == game.quarter_name
        assert "hindsight" in wars.why_not(game)
        assert seats == war.past.beginning.seats
    else:
        assert again is None
        assert game.past.beginning.parent is None
    if way == "chair":
        assert (seats.washington.kind, seats.hanoi) == ("machine", PERSON)
        assert seats.washington.level == "glance"
    if way == "next":
        assert game.campaign.name != war.campaign.name
        kept = seats.washington == PERSON, seats.hanoi == PERSON
        assert kept == ((False, True) if by == "mouse" else (True, False))
    if way == "harder":
        assert (seats.washington, seats.hanoi.level) == (PERSON, _seats.LEVELS[1])
        assert seats.hanoi.name == war.seat(HANOI).name
    assert isinstance(app.top(), BriefingScene | QuarterScene) or app.top().modal


def test_the_title_shows_the_record_and_opens_it(over: Flow, tmp_path: Path) -> None:
    app = over.app
    assert len(wars.read(tmp_path).wars) == 1
    click(app, find(app.top(), "title"))
    assert isinstance(app.top(), Title)
    door = widget(app, "Your wars")
    assert door.note == wars.read(tmp_path).line
    assert door.note.startswith("1 war ended, best ")
    tab_to(app, "Your wars")
    key(app, "return")
    settle(app)
    assert isinstance(app.top(), WarsScene)
    assert any("The road to Paris" in str(getattr(w, "rows", "")) for w in app.top().root.walk())
    key(app, "escape")
    assert isinstance(app.top(), Title)


def test_a_title_without_a_record_says_why(tmp_path: Path) -> None:
    app, _ = window()
    Flow(app, GameLobby(tmp_path / "saves"), "0.2.0").title()
    door = widget(app, "Your wars")
    assert not door.enabled
    assert "No war of yours" in door.why_not


def test_while_the_rule_is_hidden_neither_rule_nor_way_back_is_offered() -> None:
    app, _ = window()
    scene = DebriefScene(HIDDEN, DOORS)
    app.push(scene)
    keys = {w.key for w in scene.root.walk()}
    assert not {f"way {way}" for way in ("back", "chair", "next", "harder")} & keys
    assert widget(app, "to rule").name == "How it ended"
    assert "road safe" not in keys
    assert "road lost" not in keys
    open_page, _ = window()
    scene = DebriefScene(ENDED, DOORS)
    open_page.push(scene)
    assert {"road safe", "road best", "road lost"} <= {w.key for w in scene.root.walk()}


def test_at_the_highest_level_there_is_none_harder(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path / "saves")
    hardest = _seats.seat(HANOI, None, _seats.LEVELS[-1])
    game = Game.new(load("tiny"), 1, Seats(washington=PERSON, hanoi=hardest))
    while not game.over:
        for side in (WASHINGTON, HANOI):
            game.commit(side, {})
    desk = lobby._seated(game)
    made = desk.debrief()
    assert made is not None
    assert made.end is not None
    last = {one.id: one for one in made.end.onward}["harder"]
    assert not last.enabled
    with pytest.raises(Exception, match="no such way"):
        desk.lead("harder")


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 720), 1.0), ((1920, 1080), 1.0), ((1920, 1080), 1.75)]
)
def test_the_ways_on_stand_in_two_even_lines_and_the_page_is_filled(
    size: tuple[int, int], scale: float
) -> None:
    app, _ = window(size, scale)
    app.push(DebriefScene(ENDED, DOORS))
    app.frame()
    ways = [w.rect for w in app.top().root.walk() if w.key.startswith("way ")]
    rest = [widget(app, key).rect for key in ("to rule", "page dead", "title")]
    for line in (ways, rest):
        assert len({(one.top, one.height) for one in line}) == 1
        assert max(one.width for one in line) - min(one.width for one in line) <= len(line)
    assert (ways[0].left, ways[-1].right) == (rest[0].left, rest[-1].right)
    sheet = widget(app, "end").rect
    lowest = max(w.rect.bottom for w in app.top().root.walk() if isinstance(w, Text))
    assert lowest > sheet.top + 0.85 * sheet.height
