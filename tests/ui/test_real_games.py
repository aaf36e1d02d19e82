"""Whole real games through the window: by keys alone, two people and a curtain, and a replay."""

from pathlib import Path

from game.cli import _seats
from game.cli._lobby import GameLobby
from game.desk.chair import Chair
from game.desk.desk import Desk
from game.record import Game, load
from game.ui.flow import Flow
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.title import Title
from game.ui.widgets.lists import ChoiceRow
from tests.text.play import sit
from tests.ui.people import begin, choose, desk_of, end_quarter, press, read_cables, settle, type_in
from tests.ui.windows import key, tab_to


def test_a_game_is_played_by_keys_alone_and_ends_as_in_the_terminal(flow: Flow) -> None:
    app = flow.app
    begin(app, "tet", "alone", "7")
    assert isinstance(app.top(), BriefingScene)
    press(app, "go on")
    game = desk_of(flow).game
    press(app, "page orders")
    tab_to(app, "ladder bombing")
    key(app, "left")  # the rung above has to be climbed to
    key(app, "return")
    assert desk_of(flow).draft.touched
    ordered = desk_of(flow).draft.rung(desk_of(flow).draft.slot("bombing"))
    while isinstance(app.top(), QuarterScene):
        end_quarter(app)
    assert isinstance(app.top(), DebriefScene)
    assert game.over
    assert len(game.past.rows) > 3

    seats = game.past.beginning.seats
    again = Chair(Game.new(game.campaign, 7, seats), {1: _seats.machine(game, 1)})
    ladder = again.quarter().orders.ladders[0]
    assert ladder.id == "bombing"
    lines = [f"bombing {ladder.rungs[ordered].id}", *["end"] * len(game.past.rows)]
    sit(again, lines)
    assert [row.digest for row in again.game.past.rows] == [row.digest for row in game.past.rows]

    press(app, "replay")
    assert isinstance(app.top(), ReplayScene)
    assert app.top().model.quarters == tuple(row.quarter for row in game.past.rows)
    press(app, "Back")
    assert isinstance(app.top(), DebriefScene)
    press(app, "title")
    assert isinstance(app.top(), Title)


def test_two_people_play_a_war_and_a_curtain_falls_before_every_turn(flow: Flow) -> None:
    app = flow.app
    begin(app, "tiny", "two", "3")
    sides = []
    for _ in range(4):
        assert isinstance(app.top(), CurtainScene)
        assert len(app.stack) == 1
        press(app, "confirm")
        read_cables(app)
        if isinstance(app.top(), BriefingScene):
            press(app, "go on")
        sides.append(desk_of(flow).side)
        key(app, "k")
        assert isinstance(app.top(), CurtainScene)
        press(app, "confirm")
        press(app, "end")
        if isinstance(app.top(), Question):  # a danger, or the last quarter, makes it ask
            press(app, "End quarter")
    assert sides == [0, 1, 0, 1]
    read_cables(app)
    assert isinstance(app.top(), DebriefScene)


def test_a_game_of_two_that_is_loaded_begins_behind_a_curtain(flow: Flow) -> None:
    app = flow.app
    begin(app, "tiny", "two", "3")
    press(app, "confirm")
    press(app, "go on")
    press(app, "Menu")
    press(app, "Leave for the title")
    press(app, "Load")
    tab_to(app, "list Saved games")
    key(app, "return")
    settle(app)
    assert isinstance(app.top(), CurtainScene)


def test_the_recorded_war_is_walked_through_and_left_for_a_game(flow: Flow) -> None:
    app = flow.app
    begin(app, "vietnam-1965-1973", "watch", "")
    scene = app.top()
    assert isinstance(scene, ReplayScene)
    assert scene.model.quarters[-1] == "1973Q1"
    for _ in range(4):
        press(app, "jump offensive")
    choose(app, "Seen with the eyes of", "hanoi")
    assert {gauge.id for gauge in scene.model.gauges} >= {"cohesion"}
    at = scene.model.quarters[scene.model.at]
    press(app, "step in hanoi")
    press(app, "Play on as Hanoi")
    assert isinstance(app.top(), BriefingScene)
    press(app, "go on")
    desk = desk_of(flow)
    assert desk.game.quarter_name == at
    assert desk.game.past.beginning.parent is not None
    end_quarter(app)
    assert desk.game.quarter_name > at


def test_what_was_drafted_is_there_again_after_leaving_and_loading(flow: Flow) -> None:
    app = flow.app
    begin(app, "tiny", "alone", "5")
    press(app, "go on")
    press(app, "page diplomacy")
    tab_to(app, "ladder posture")
    before = desk_of(flow).draft.state
    for _ in range(3):
        key(app, "right")
        key(app, "return")
    after = desk_of(flow).draft.state
    flow.title()
    press(app, "Load")
    tab_to(app, "list Saved games")
    key(app, "return")
    settle(app)
    press(app, "go on")
    assert desk_of(flow).draft.state.rungs == after.rungs
    assert after != before


def test_a_quarter_in_which_nothing_is_touched_is_one_key(flow: Flow) -> None:
    app = flow.app
    begin(app, "vietnam-1965-1973", "alone", "11")
    press(app, "go on")
    before = desk_of(flow).game.quarter
    game = desk_of(flow).game
    key(app, "e")
    settle(app)
    assert game.quarter == before + 1


def test_orders_that_were_changed_are_asked_about_before_they_go_out(flow: Flow) -> None:
    app = flow.app
    begin(app, "vietnam-1965-1973", "alone", "11")
    press(app, "go on")
    game = desk_of(flow).game
    key(app, "f3")
    assert app.top().focus.key.startswith("ladder")
    key(app, "right")
    key(app, "return")
    key(app, "e")
    assert isinstance(app.top(), Question)
    assert game.quarter == 0
    key(app, "escape")
    key(app, "e")
    key(app, "return")
    settle(app)
    assert game.quarter == 1


def test_nothing_moves_on_the_page_of_a_new_game_while_a_row_is_walked_through(
    flow: Flow,
) -> None:
    app = flow.app
    press(app, "New game")
    lobby = flow.lobby
    rows = ("campaigns", "sides", "opponents", "levels", "sittings")
    for row in rows:
        places = set()
        for choice in getattr(lobby.new_game(), row):
            lobby.choose(row.removesuffix("s"), choice.id)
            app.rebuild()
            shown = [w for w in app.top().root.walk() if isinstance(w, ChoiceRow)]
            places.add(tuple((w.key, *w.rect) for w in shown))
        assert len(places) == 1, row


def test_a_war_that_is_taken_up_later_says_so_in_its_briefing(tmp_path: Path) -> None:
    desk = GameLobby(tmp_path).tutorial()
    assert "Read it once" in desk.briefing().prompt
    desk.end()
    later = desk.briefing()
    assert "You take up the war in July to September 1967." in later.prompt
    assert "July to September 1967" in later.date
    assert later.paragraphs[0].startswith(desk.quarter().newspaper.headline)
    for gauge in desk.quarter().gauges:
        assert f"{gauge.title}: {gauge.text}." in " ".join(later.paragraphs)


def test_the_title_offers_the_game_that_was_left_and_only_while_it_is_unfinished(
    flow: Flow,
) -> None:
    app = flow.app
    assert "Continue" not in [w.key for w in app.top().root.walk()]
    begin(app, "tet", "alone", "11")
    press(app, "go on")
    desk_of(flow).end()
    flow.title()
    title = app.top()
    assert title.focus.key == "Continue"
    assert title.focus.note == "Tet: October to December 1967, Washington"
    press(app, "Continue")
    press(app, "go on")
    game = desk_of(flow).game
    assert game.quarter_name == "1967Q4"
    while not game.over:
        desk_of(flow).end()
    flow.title()
    assert "Continue" not in [w.key for w in app.top().root.walk()]


def test_running_on_plays_quarters_until_something_needs_the_side(flow: Flow) -> None:
    app = flow.app
    begin(app, "vietnam-1965-1973", "alone", "11")
    press(app, "go on")
    desk = desk_of(flow)
    press(app, "run on")
    assert isinstance(app.top(), ResolutionScene)
    assert desk.game.quarter >= 1
    assert desk.stopped()


def test_running_on_says_what_is_to_be_decided_first_and_then_goes_on(flow: Flow) -> None:
    app = flow.app
    begin(app, "tet", "alone", "11")
    press(app, "go on")
    desk, scene = desk_of(flow), app.top()
    began = desk.game.quarter
    assert desk.quarter().end.open
    press(app, "run on")
    assert isinstance(app.top(), Notice)
    said = " ".join(app.top().paragraphs)
    assert all(title in said for title in desk.quarter().end.open)
    assert desk.game.quarter == began
    app.pop()
    assert app.top() is scene
    press(app, "run on")
    assert desk.game.quarter > began


def test_thinking_ahead_gives_the_orders_that_thinking_at_once_gives(tmp_path: Path) -> None:
    lobby = GameLobby(tmp_path)
    lobby.choose("campaign", "tet")
    lobby.choose("level", "cadet")
    lobby.choose("seed", "9")
    desk = lobby.start()
    assert isinstance(desk, Desk)
    seats = desk.game.past.beginning.seats
    plain = Chair(Game.new(desk.game.campaign, 9, seats), {1: _seats.machine(desk.game, 1)})
    for _ in range(2):
        desk.end()
        plain.end()
    assert [r.digest for r in desk.game.past.rows] == [r.digest for r in plain.game.past.rows]


def test_the_codex_opens_at_a_name_that_stands_in_the_text(flow: Flow) -> None:
    app = flow.app
    begin(app, "vietnam-1965-1973", "alone", "2")
    press(app, "go on")
    press(app, "page papers")
    top = app.top()
    assert top is not None
    app.frame()
    linked = next(w for w in top.stops() if w.key.startswith("story"))
    tab_to(app, linked.key)
    app.frame()
    key(app, "return")
    scene = app.top()
    assert isinstance(scene, Reading)
    assert scene.pages[scene.open].id
    key(app, "escape")
    assert app.top() is top


def test_a_note_is_written_once_and_read_again_after_loading(flow: Flow, tmp_path: Path) -> None:
    app = flow.app
    begin(app, "tiny", "alone", "5")
    press(app, "go on")
    desk = desk_of(flow)
    type_in(app, "Sealed note", "Wait for the spring")
    assert [e.text for e in desk.game.entries] == ["Wait for the spring"]
    flow.title()
    path = desk.game.keeper.path
    assert path is not None
    assert [e.text for e in load(path).entries if e.what == "note"] == ["Wait for the spring"]
