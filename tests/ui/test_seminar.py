"""The facilitator in the window: the panel and its uses, a clock that acts by itself, the curtain,
and whole sittings at each preset."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.desk import facilitate
from game.record.session import PRESETS
from game.ui import theme
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.facilitator import FacilitatorScene
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.paused import Paused
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.reading import Reading
from game.ui.scenes.secrets import AskPin
from game.ui.scenes.settings import SettingsScene
from game.ui.timekeeper import BELL, TURN
from game.ui.widgets.strip import ClockFace
from tests.ui import samples_more
from tests.ui.people import PIN, desk_of, pass_time, press, read_on, said, settle, sit_down, type_in
from tests.ui.screens import SCREENS
from tests.ui.windows import Clock, key, tab_to, window

Room = tuple[Flow, Clock]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Return a seminar of 45 minutes for two people, the shortest war there is, just begun."""
    return seminar(tmp_path, "45", "two", "tiny")


def seminar(folder: Path, minutes: str, mode: str, campaign: str = "") -> Room:
    """Begin a seminar from the choices of a new game."""
    flow, clock = sit_down(folder)
    flow.lobby.choose("mode", mode)
    flow.lobby.choose("level", "glance")
    flow.lobby.choose("sitting", minutes)
    if campaign:
        flow.lobby.choose("campaign", campaign)
    flow.new_game()
    press(flow.app, "begin")
    assert isinstance(flow.app.top(), AskPin)
    type_in(flow.app, AskPin.PIN, PIN)
    key(flow.app, "return")
    type_in(flow.app, AskPin.AGAIN, PIN)
    key(flow.app, "return")
    settle(flow.app)
    return flow, clock


def panel(app: App) -> FacilitatorScene:
    """Open the facilitator's panel from wherever we are."""
    key(app, "f9")
    type_in(app, AskPin.PIN, PIN)
    key(app, "return")
    top = app.top()
    assert isinstance(top, FacilitatorScene)
    return top


def take_up(app: App) -> QuarterScene:
    """Go on from a curtain to the quarter."""
    if isinstance(app.top(), CurtainScene):
        press(app, "confirm")
    read_on(app)
    if isinstance(app.top(), BriefingScene):
        press(app, "go on")
    top = app.top()
    assert isinstance(top, QuarterScene)
    return top


def test_a_sitting_is_chosen_with_its_campaign_and_says_what_it_is(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.new_game()
    tab_to(flow.app, "choice Seminar")
    for minutes, preset in PRESETS.items():
        key(flow.app, "right")
        model = flow.lobby.new_game()
        assert (model.sitting, model.chosen[0]) == (minutes, preset.campaign)
        assert f"A seminar of {minutes} minutes: the bell after {preset.play}" in said(flow.app)


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
    assert flow.app.strip[1].endswith("bell in 29:00")
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
    pass_time(flow.app, clock, 28.5 * 60)
    assert "The bell is near" in flow.app.strip[0]
    pass_time(flow.app, clock, 1.6 * 60)
    assert isinstance(flow.app.top(), Notice)
    assert BELL in said(flow.app)
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), DebriefScene)
    assert flow.app.wait_for() > 250  # nothing is looked at any more


def test_a_turn_that_is_over_is_given_as_drafted_and_the_curtain_says_so(tmp_path: Path) -> None:
    flow, clock = seminar(tmp_path, "45", "two")
    take_up(flow.app)
    desk = desk_of(flow)
    desk.order("bombing", "halt")
    flow.app.top().rebuild()
    key(flow.app, "e")
    assert isinstance(flow.app.top(), Question)
    pass_time(flow.app, clock, 5.1 * 60)
    assert isinstance(flow.app.top(), CurtainScene)
    assert TURN in said(flow.app)
    (row,) = desk.game.past.rows
    assert row.orders.washington["bombing"] == "halt"


def test_the_panel_stays_open_while_the_clock_does_its_work(room: Room) -> None:
    flow, clock = room
    take_up(flow.app)
    top = panel(flow.app)
    press(flow.app, "page news")
    type_in(flow.app, "Title", "A coup")
    pass_time(flow.app, clock, 15.1 * 60)
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
    assert desk_of(flow).standing().left == pytest.approx(30.0, abs=0.1)


def test_every_use_of_the_panel_does_what_it_says_and_is_logged(room: Room) -> None:
    flow, _ = room
    app, desk = flow.app, desk_of(flow)
    take_up(app)
    scene = panel(app)
    type_in(app, "Minutes of a turn", "7.5")
    press(app, "Minutes of a turn set")
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
    for told in ("A turn takes 7.5 minutes", "bell rings in 20", "A coup: again", "seed 1234",
                 "rule is revealed", "Settings are locked"):  # fmt: skip
        assert told in said(app)
    press(app, "back")
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
    press(app, "Minutes of a turn set")
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
        press(app, "Go back")
        assert "Name a whole number" in said(app) or "No quarter has been played" in said(app)
    assert len(desk.game.entries) == before


def test_going_back_lays_an_earlier_quarter_before_both_sides(tmp_path: Path) -> None:
    flow, _ = seminar(tmp_path, "45", "alone")
    app, desk = flow.app, desk_of(flow)
    take_up(app)
    key(app, "e")
    settle(app)
    assert len(desk.game.past.rows) == 1
    panel(app)
    press(app, "page game")
    type_in(app, "Quarters", "1")
    press(app, "rewind")
    press(app, "Go back")
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
    assert flow.desk.standing().left == pytest.approx(30.0)


def test_behind_a_curtain_nobody_can_make_himself_the_facilitator(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("mode", "two")
    flow.play(flow.lobby.start())
    key(flow.app, "f9")
    assert isinstance(flow.app.top(), CurtainScene)


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
    pass_time(app, clock, 15.1 * 60)
    pass_time(app, clock, 15.1 * 60)
    read_on(app)
    assert isinstance(app.top(), DebriefScene)
    assert "The facilitator keeps the rule hidden for now." in said(app)
    keys = {widget.key for widget in app.top().stops()}
    assert not keys & {"rule", "page acts", "page sealed", "page chair"}
    assert "The rule is hidden." in said(app)  # the log of what the facilitator did
    panel(app)
    press(app, "page game")
    press(app, "rule")
    press(app, "back")
    assert {"rule", "page acts"} <= {widget.key for widget in app.top().stops()}


def test_a_bell_before_the_first_quarter_leaves_a_debrief_that_can_be_read(room: Room) -> None:
    flow, clock = room
    app = flow.app
    desk_of(flow).facilitate(lambda hand: hand.ring_in(PIN, 1))
    pass_time(app, clock, 61.0)
    read_on(app)
    press(app, "verdict Hanoi")
    assert "before a quarter had been played" in said(app)
    key(app, "escape")
    panel(app)
    press(app, "start 45")
    assert "The war is over: go back some quarters first." in said(app)


@pytest.mark.parametrize(("minutes", "mode", "idle"), [
    ("45", "two", True), ("45", "alone", False), ("75", "two", True), ("110", "two", True)])
def test_a_whole_sitting_ends_on_the_bell_with_a_third_left(
    minutes: str, mode: str, idle: bool, tmp_path: Path
) -> None:
    flow, clock = seminar(tmp_path, minutes, mode)
    app, preset, game = flow.app, PRESETS[minutes], desk_of(flow).game
    if idle:  # nobody gives an order: every turn ends by the clock, the last by the bell
        flow.desk.facilitate(lambda hand: hand.cap(PIN, preset.play / 4 + 0.1))
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
    if idle:
        assert game.ending == "bell"
        assert len(game.past.rows) == 3 * preset.stride
    settle(app)
    read_on(app)
    assert isinstance(app.top(), DebriefScene)
    assert any(f"{preset.play} minutes of play" in use for use in flow.desk.standing().uses)


def test_the_panel_says_for_which_war_a_sitting_is_made_and_a_turn_in_minutes_and_seconds() -> None:
    rows = dict(facilitate.clock_rows(replace(samples_more.CLOCK, cap=0.9)))
    assert rows["A turn takes"] == "0:54 minutes at most"
    app, _ = window()
    app.push(SCREENS["facilitator clock"]())
    notes = [w.note for w in app.top().root.walk() if w.key.startswith("start ")]
    assert [note.partition(" in ")[0] for note in notes] == [
        "Tet", "The road to Paris", "The whole war"]


def test_the_clock_has_room_for_whatever_it_may_say() -> None:
    app, _ = window()
    longest = facilitate.clock_face(replace(
        samples_more.CLOCK, paused=True, turn_left=600.0, left=600.0))  # fmt: skip
    face = ClockFace(lambda: longest)
    wide = face.measure(app.setter, 1000)[0] - app.setter.theme.px(18)
    assert app.setter.width(longest, theme.SMALL_STRONG) <= wide


def test_the_clock_goes_on_under_a_box() -> None:
    app, clock = window()
    app.push(SCREENS["timed quarter"]())
    app.push(Notice("A box", "It lies over the clock."))
    app.frame()
    app.strip = ("", "turn 3:29, bell in 17:59")
    clock.time += 1.0
    app.tick()
    face = next(w for w in app.stack[0].root.walk() if isinstance(w, ClockFace))
    assert face.shown == "turn 3:29, bell in 17:59"
    assert any(rect.colliderect(face.rect) for rect in app.frame())
