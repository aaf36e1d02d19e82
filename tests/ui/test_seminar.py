"""Seminars in the window: a clock that acts by itself, the curtain, and whole sittings."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.desk import facilitate
from game.record.timetable import PRESETS
from game.ui import theme
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.paused import Paused
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.secrets import AskPin
from game.ui.timekeeper import BELL
from game.ui.widgets.strip import ClockFace
from tests.ui import samples_more
from tests.ui.people import PIN, desk_of, pass_time, press, read_on, said, settle, sit_down, type_in
from tests.ui.screens import SCREENS
from tests.ui.seminars import Room, panel, seminar, take_up
from tests.ui.windows import key, tab_to, window


def test_a_sitting_is_chosen_with_its_campaign_and_says_what_it_is(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.new_game()
    tab_to(flow.app, "more")
    key(flow.app, "return")
    tab_to(flow.app, "choice Seminar")
    for minutes, preset in PRESETS.items():
        key(flow.app, "right")
        model = flow.lobby.new_game()
        assert (model.sitting, model.chosen[0]) == (minutes, preset.campaign)
        assert f"A seminar of {minutes} minutes: {preset.turns} turns of {preset.turn}" in said(
            flow.app
        )


def test_no_game_begins_without_a_pin_of_four_digits_typed_twice_alike(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.lobby.choose("sitting", "45")
    flow.new_game()
    press(flow.app, "begin")
    for first, again, fault in (("12", "12", "4 to 12 digits"), ("1234", "4321", "differ")):
        type_in(flow.app, AskPin.PIN, first)
        key(flow.app, "return")
        type_in(flow.app, AskPin.AGAIN, again)
        key(flow.app, "return")
        assert fault in said(flow.app)
        assert flow.desk is None
    assert list(tmp_path.iterdir()) == []


def test_the_clock_stands_above_every_screen_of_the_game(room: Room) -> None:
    flow, clock = room
    pass_time(flow.app, clock, 60.0)
    assert flow.app.strip[1].endswith("bell in 23:00")
    take_up(flow.app)
    assert "The clock" in said(flow.app)
    key(flow.app, "x")
    assert isinstance(flow.app.top(), Reading)
    assert "The clock" in said(flow.app)
    flow.title()
    pass_time(flow.app, clock, 1.0)
    assert flow.app.strip == ("", "")


def test_the_bell_is_announced_and_ends_the_war_without_a_key(room: Room) -> None:
    flow, clock = room
    key(flow.app, "f9")  # whatever lies on the screen
    flow.desk.facilitate(lambda hand: hand.cap(PIN, None))
    pass_time(flow.app, clock, 22.5 * 60)
    assert "The bell is near" in flow.app.strip[0]
    pass_time(flow.app, clock, 1.6 * 60)
    assert isinstance(flow.app.top(), Notice)
    assert BELL in said(flow.app)
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), DebriefScene)
    assert flow.app.wait_for() > 250  # nothing is looked at any more


def test_a_time_that_ran_out_is_given_as_drafted_and_the_curtain_says_so(tmp_path: Path) -> None:
    flow, clock = seminar(tmp_path, "45", "two")
    take_up(flow.app)
    desk = desk_of(flow)
    desk.order("bombing", "halt")
    flow.app.top().rebuild()
    key(flow.app, "e")
    assert isinstance(flow.app.top(), Question)
    pass_time(flow.app, clock, 1.6 * 60)
    assert isinstance(flow.app.top(), CurtainScene)
    assert "Washington's time ran out: its orders were given as they stood." in said(flow.app)
    assert (desk.side, desk.game.past.rows) == (1, ())  # Hanoi sits down, with its own time
    pass_time(flow.app, clock, 1.6 * 60)
    (row,) = desk.game.past.rows
    assert row.orders.washington["bombing"] == "halt"


def test_the_panel_stays_open_while_the_clock_does_its_work(room: Room) -> None:
    flow, clock = room
    take_up(flow.app)
    top = panel(flow.app)
    press(flow.app, "page news")
    type_in(flow.app, "Title", "A coup")
    pass_time(flow.app, clock, 1.6 * 60)
    pass_time(flow.app, clock, 1.6 * 60)
    assert flow.app.top() is top
    assert len(desk_of(flow).game.past.rows) == 1
    assert top.typed["Title"] == "A coup"
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), CurtainScene)


def test_a_pause_hides_the_game_until_the_pin_is_given_and_survives_loading(
    room: Room, tmp_path: Path
) -> None:
    flow, clock = room
    take_up(flow.app)
    panel(flow.app)
    press(flow.app, "pause")
    pass_time(flow.app, clock, 3600.0)
    assert isinstance(flow.app.top(), FacilitatorScene)
    key(flow.app, "escape")
    for wanted in ("escape", "f2", "k", "f12", "e", "x"):
        key(flow.app, wanted)
        assert isinstance(flow.app.top(), Paused)
    press(flow.app, "Leave for the title")
    (kept, *_) = flow.lobby.saves()
    flow.load(kept)
    assert isinstance(flow.app.top(), Paused)
    type_in(flow.app, Paused.PIN, "9999")
    key(flow.app, "return")
    assert "not the facilitator's PIN; nothing was changed" in said(flow.app)
    type_in(flow.app, Paused.PIN, PIN)
    key(flow.app, "return")
    assert isinstance(flow.app.top(), CurtainScene)
    assert desk_of(flow).standing().left == pytest.approx(24.0, abs=0.1)


def test_a_bell_before_the_first_quarter_leaves_a_debrief_that_can_be_read(room: Room) -> None:
    flow, clock = room
    app = flow.app
    desk_of(flow).facilitate(lambda hand: hand.ring_in(PIN, 1))
    pass_time(app, clock, 61.0)
    read_on(app)
    press(app, "to rule")
    press(app, "verdict Hanoi")
    assert "before a quarter had been played" in said(app)
    key(app, "escape")
    panel(app)
    press(app, "start 45")
    assert "The war is over: go back some quarters first." in said(app)


@pytest.mark.parametrize(
    ("minutes", "mode", "idle"),
    [("45", "two", True), ("45", "alone", False), ("75", "two", True), ("110", "two", True)],
)
def test_a_whole_sitting_ends_on_the_bell_with_a_third_left(
    minutes: str, mode: str, idle: bool, tmp_path: Path
) -> None:
    flow, clock = seminar(tmp_path, minutes, mode)
    app, preset, game = flow.app, PRESETS[minutes], desk_of(flow).game
    began = clock.time
    while not game.over and clock.time < began + 60 * preset.minutes:
        if not idle and isinstance(app.top(), QuarterScene):
            key(app, "e")
            settle(app)
        read_on(app)
        if isinstance(app.top(), CurtainScene | BriefingScene):
            take_up(app)
        pass_time(app, clock, 30.0)
    spent = (clock.time - began) / 60.0
    assert game.over
    assert spent <= preset.play + 0.5
    assert preset.minutes - spent >= preset.minutes / 3 - 0.5
    if idle:  # nobody gives an order: every side's time runs out in every turn
        ran_out = [entry.data["side"] for entry in game.entries if entry.data.get("act") == "time"]
        assert ran_out.count("washington") == ran_out.count("hanoi") > 0
        if game.ending in ("bell", "calendar"):
            assert len(game.past.rows) == preset.turns * preset.stride
    settle(app)
    read_on(app)
    assert isinstance(app.top(), DebriefScene)
    assert any(f"{preset.play} minutes of play" in use for use in flow.desk.standing().uses)


def test_the_clock_has_room_for_whatever_it_may_say() -> None:
    app, _ = window()
    longest = facilitate.clock_face(
        replace(samples_more.CLOCK, paused=True, turn_left=600.0, left=600.0, whose=0)
    )
    face = ClockFace(lambda: longest)
    wide = face.measure(app.setter, 1000)[0] - app.setter.theme.px(18)
    assert app.setter.width(longest, theme.SMALL_STRONG) <= wide


def test_the_clock_goes_on_under_a_box() -> None:
    app, clock = window()
    app.push(SCREENS["timed quarter"]())
    app.push(Notice("A box", "It lies over the clock."))
    app.frame()
    app.strip = ("", "Hanoi 3:29, bell in 17:59")
    clock.time += 1.0
    app.tick()
    face = next(w for w in app.stack[0].root.walk() if isinstance(w, ClockFace))
    assert face.shown == "Hanoi 3:29, bell in 17:59"
    assert any(rect.colliderect(face.rect) for rect in app.frame())
