"""The facilitator's panel: every use of it, what it refuses, and what it locks and reveals."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.desk import facilitate
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.secrets import AskPin
from game.ui.scenes.settings import SettingsScene
from tests.ui import samples_more
from tests.ui.people import PIN, desk_of, pass_time, press, read_on, said, settle, sit_down, type_in
from tests.ui.screens import SCREENS
from tests.ui.seminars import Room, panel, seminar, take_up
from tests.ui.windows import key, tab_to, window


def test_every_use_of_the_panel_does_what_it_says_and_is_logged(room: Room) -> None:
    flow, _ = room
    app, desk = flow.app, desk_of(flow)
    take_up(app)
    scene = panel(app)
    type_in(app, "Minutes of a side", "7.5")
    press(app, "Minutes of a side set")
    type_in(app, "Minutes to the bell", "20")
    press(app, "Minutes to the bell set")
    press(app, "page news")
    type_in(app, "Title", "A coup: again")
    type_in(app, "Text", "The generals quarrel.")
    tab_to(app, "choice What it changes")
    key(app, "right")
    type_in(app, "By how much", "-0.05")
    press(app, "tell")
    press(app, "page game")
    type_in(app, "Seed", "1234")
    key(app, "return")
    press(app, "rule")
    press(app, "lock")
    assert scene.fault == ""
    standing = desk.standing()
    assert (standing.rule_shown, standing.locked, standing.cap) == (True, True, 7.5)
    assert standing.left == pytest.approx(20.0)
    assert desk.game.past.beginning.luck[-1].seed == 1234
    assert desk.game.news(0)[-1].title == "A coup: again"
    press(app, "page log")
    for told in (
        "Each side has 7.5 minutes",
        "bell rings in 20",
        "A coup: again",
        "another seed",
        "rule is revealed",
        "Settings are locked",
    ):
        assert told in said(app)
    press(app, "back")
    assert "Each side has 7.5 minutes" in said(app)  # both sides are told at once
    read_on(app)
    assert isinstance(app.top(), QuarterScene)


def test_the_day_that_the_news_form_names_is_one_it_takes(room: Room) -> None:
    flow, _ = room
    app, desk = flow.app, desk_of(flow)
    take_up(app)
    scene = panel(app)
    press(app, "page news")
    (field,) = [word for word in said(app).split("; or nothing")[0].split() if "-" in word]
    type_in(app, "Title", "A coup")
    type_in(app, "Text", "The generals quarrel.")
    type_in(app, f"Date in this quarter, such as {field}; or nothing", field)
    press(app, "tell")
    assert scene.fault == ""
    assert desk.game.news(0)[-1].date == field == "1968-07-30"


def test_bad_input_in_the_panel_gets_one_sentence_and_changes_nothing(room: Room) -> None:
    flow, _ = room
    app, desk = flow.app, desk_of(flow)
    panel(app)
    before = len(desk.game.entries)
    press(app, "Minutes of a side set")
    assert "Name a number of minutes" in said(app)
    type_in(app, "Minutes to the bell", "9999")
    press(app, "Minutes to the bell set")
    assert "Name 0.5 to 600 minutes" in said(app)
    press(app, "page news")
    press(app, "tell")
    assert "Write a title and a text first" in said(app)
    press(app, "page game")
    for wrong in ("nan", "1.5", "inf", "9"):
        flow.app.top().typed.clear()
        flow.app.top().rebuild()
        type_in(app, "Quarters", wrong)
        press(app, "rewind")
        press(app, "Undo those quarters")
        assert "a whole number" in said(app) or "No quarter has been played" in said(app)
    assert len(desk.game.entries) == before


def test_going_back_lays_an_earlier_quarter_before_both_sides(tmp_path: Path) -> None:
    flow, _ = seminar(tmp_path, "45", "alone")
    app, desk = flow.app, desk_of(flow)
    take_up(app)
    key(app, "e")
    settle(app)
    if not isinstance(app.top(), QuarterScene):  # it asks first where a decision is left open
        press(app, "End quarter")
    assert len(desk.game.past.rows) == 1
    panel(app)
    press(app, "page game")
    names = {widget.key: widget.name for widget in app.top().root.walk() if widget.key}
    assert ("Back" in names["back"], "back" in names["rewind"].lower()) == (True, False)
    type_in(app, "Quarters", "1")
    press(app, "rewind")
    press(app, "Undo those quarters")
    assert "From 1967Q4 back to 1967Q3." in said(app)
    press(app, "back")
    take_up(app)
    assert desk.game.quarter_name == "1967Q3"


def test_a_wrong_pin_opens_no_panel(room: Room) -> None:
    app = room[0].app
    key(app, "f9")
    type_in(app, AskPin.PIN, "1111")
    key(app, "return")
    assert "not the facilitator's PIN; nothing was changed" in said(app)
    key(app, "f9")
    assert sum(isinstance(scene, AskPin) for scene in app.stack) == 1
    key(app, "escape")
    assert isinstance(app.top(), CurtainScene)


def test_a_game_in_play_gets_a_facilitator_from_its_menu(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("level", "glance")
    flow.play(flow.lobby.start())
    settle(flow.app)
    take_up(flow.app)
    press(flow.app, "Menu")
    press(flow.app, "Facilitator")
    type_in(flow.app, AskPin.PIN, PIN)
    key(flow.app, "return")
    type_in(flow.app, AskPin.AGAIN, PIN)
    key(flow.app, "return")
    assert isinstance(flow.app.top(), FacilitatorScene)
    press(flow.app, "start 45")
    assert flow.desk.standing().left == pytest.approx(24.0)
    assert flow.desk.standing().waiting
    press(flow.app, "start")
    assert not flow.desk.standing().waiting


def test_behind_a_curtain_nobody_can_make_himself_the_facilitator(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("mode", "two")
    flow.play(flow.lobby.start())
    key(flow.app, "f9")
    assert isinstance(flow.app.top(), CurtainScene)


def test_one_side_of_two_only_proposes_and_the_other_is_asked_when_it_sits(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("mode", "two")
    flow.play(flow.lobby.start())
    take_up(flow.app)
    key(flow.app, "f9")
    type_in(flow.app, AskPin.PIN, PIN)
    key(flow.app, "return")
    type_in(flow.app, AskPin.AGAIN, PIN)
    key(flow.app, "return")
    read_on(flow.app)
    assert isinstance(flow.app.top(), QuarterScene)
    assert not flow.desk.standing().appointed
    desk_of(flow).end()
    flow.turn(flow.desk)
    press(flow.app, "confirm")
    read_on(flow.app)
    press(flow.app, "go on")  # Hanoi's briefing
    read_on(flow.app)
    press(flow.app, "Agree")
    assert flow.desk.standing().appointed


def test_locked_settings_cannot_be_changed_and_text_can(room: Room) -> None:
    flow, _ = room
    desk_of(flow).facilitate(lambda hand: hand.lock(PIN, True))
    take_up(flow.app)
    flow.settings()
    top = flow.app.top()
    assert isinstance(top, SettingsScene)
    press(flow.app, "Keys")
    press(flow.app, "Draw the curtain when the window loses the focus")
    assert flow.app.top() is top
    assert flow.app.settings.curtain_on_focus_loss
    assert "locked the settings" in said(flow.app)
    tab_to(flow.app, "choice Size of the text")
    key(flow.app, "right")
    assert flow.app.settings.text_scale == 1.25


def test_the_rule_stands_in_the_codex_only_while_it_is_revealed(room: Room) -> None:
    flow, _ = room
    app = flow.app
    for shown in (False, True, False):
        desk_of(flow).facilitate(lambda hand, shown=shown: hand.show_rule(PIN, shown))
        take_up(app)
        key(app, "x")
        codex = app.top()
        assert isinstance(codex, Reading)
        assert any(page.kind == "The rule" for page in codex.pages) == shown
        key(app, "escape")


def test_a_facilitator_may_keep_the_rule_out_of_the_debrief_and_open_it_there(room: Room) -> None:
    flow, clock = room
    app = flow.app
    desk_of(flow).facilitate(lambda hand: hand.show_rule(PIN, False))
    desk_of(flow).facilitate(lambda hand: hand.ring_in(PIN, 1))
    pass_time(app, clock, 61.0)
    read_on(app)
    assert isinstance(app.top(), DebriefScene)
    assert "The facilitator keeps the rule hidden for now." in said(app)
    press(app, "to rule")
    assert "The facilitator keeps the rule hidden for now." in said(app)
    keys = {widget.key for widget in app.top().stops()}
    assert not keys & {"rule", "page acts", "page sealed", "page chair"}
    assert "The rule is hidden." in said(app)  # the log of what the facilitator did
    panel(app)
    press(app, "page game")
    press(app, "rule")
    press(app, "back")
    read_on(app)
    press(app, "to rule")
    assert {"rule", "page acts"} <= {widget.key for widget in app.top().stops()}


def test_the_panel_says_for_which_war_a_sitting_is_made_and_a_turn_in_minutes_and_seconds() -> None:
    rows = dict(facilitate.clock_rows(replace(samples_more.CLOCK, cap=0.9)))
    assert rows["Each side has"] == "0:54 minutes, its own"
    app, _ = window()
    app.push(SCREENS["facilitator clock"]())
    notes = [w.note for w in app.top().root.walk() if w.key.startswith("start ")]
    assert [note.partition(" in ")[0] for note in notes] == [
        "Tet",
        "The road to Paris",
        "From the pause to Paris",
    ]
