"""Saved games in the window: what is damaged, what other rules have made, and forgetting it all."""

import re
from pathlib import Path

import pytest

from game.record import loading, saves
from game.ui.flow import Flow
from game.ui.scenes.climax import ClimaxScene
from game.ui.scenes.common import Notice, Question
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.forget import WORD, Forget
from game.ui.scenes.menu import SaveAs
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.resolution import ResolutionScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.title import Title
from game.ui.scenes.waiting import AtWork
from tests.ui.people import begin, desk_of, press, read_on, said, settle, sit_down, type_in
from tests.ui.windows import key, tab_to


def played(folder: Path, mode: str = "alone", quarters: int = 2) -> Flow:
    """Return the title after a game of a few quarters."""
    flow, _ = sit_down(folder)
    flow.lobby.choose("campaign", "tet")
    flow.lobby.choose("level", "glance")
    flow.lobby.choose("mode", mode)
    flow.play(flow.lobby.start())
    desk = desk_of(flow)
    desk.entered()
    while len(desk.game.past.rows) < quarters:
        desk.lift()
        desk.end()
    flow.title()
    return flow


def load_first(flow: Flow) -> None:
    """Open the list and load what stands on top."""
    press(flow.app, "Load")
    tab_to(flow.app, "list Saved games")
    key(flow.app, "return")
    settle(flow.app)


def test_a_damaged_game_is_set_aside_and_the_newest_good_one_is_one_key_away(
    tmp_path: Path,
) -> None:
    flow = played(tmp_path)
    (path,) = saves(tmp_path)
    path.write_bytes(path.read_bytes()[:-10])
    load_first(flow)
    assert isinstance(flow.app.top(), Question)
    assert f"kept as {path.name}.damaged-1" in said(flow.app)
    assert path.with_name(f"{path.name}.damaged-1").exists()
    press(flow.app, "Load that one")
    read_on(flow.app)
    assert isinstance(flow.app.top(), BriefingScene)
    assert desk_of(flow).game.quarter_name == "1968Q1"  # no order that was given is lost


def test_the_last_damaged_game_is_set_aside_and_the_list_says_what_it_is(tmp_path: Path) -> None:
    flow = played(tmp_path, quarters=0)
    (path,) = saves(tmp_path)
    path.write_bytes(b"nothing of ours")
    press(flow.app, "Load")
    assert isinstance(flow.app.top(), SavesScene)
    press(flow.app, "load")
    assert isinstance(flow.app.top(), Notice)
    assert "There is no other save" in said(flow.app)
    key(flow.app, "escape")
    assert "There is no saved game yet" in said(flow.app)


def test_a_game_of_other_rules_shows_its_past_as_stored_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = played(tmp_path)
    monkeypatch.setattr(loading, "RULES", 99)
    load_first(flow)
    assert isinstance(flow.app.top(), Notice)
    assert "and rules 99 hold now; the past is shown as it was stored" in said(flow.app)
    read_on(flow.app)
    press(flow.app, "go on")
    assert isinstance(flow.app.top(), QuarterScene)
    game = desk_of(flow).game
    assert (len(game.past.rows), game.past.beginning.stored) == (2, 2)
    key(flow.app, "e")
    settle(flow.app)
    assert isinstance(flow.app.top(), ClimaxScene | ResolutionScene)
    assert len(game.past.rows) == 3


def test_two_people_read_what_loading_has_to_tell_at_the_curtain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = played(tmp_path, "two")
    monkeypatch.setattr(loading, "RULES", 99)
    load_first(flow)
    assert isinstance(flow.app.top(), CurtainScene)
    assert "the past is shown as it was stored" in said(flow.app)


def test_a_newer_file_gets_one_sentence_and_stays_as_it_is(tmp_path: Path) -> None:
    flow = played(tmp_path, quarters=0)
    (path,) = saves(tmp_path)
    newer = re.sub(rb'"format":\d+', b'"format":99', path.read_bytes(), count=1)
    path.write_bytes(newer)
    load_first(flow)
    assert "saved by a newer Overture in format 99" in said(flow.app)
    assert path.read_bytes() == newer


def test_a_game_of_two_has_the_public_map_alone_and_one_persons_its_own(tmp_path: Path) -> None:
    alone, both = played(tmp_path / "alone"), played(tmp_path / "two", "two")
    own = alone.lobby.saves()[0].picture
    assert own is not None
    assert any(zone.level for zone in own.zones)
    assert both.lobby.saves()[0].picture is None


def test_as_many_copies_as_one_likes_stay_as_they_were(tmp_path: Path) -> None:
    flow = played(tmp_path, quarters=0)
    load_first(flow)
    desk = desk_of(flow)
    for count in range(12):
        desk.save(f"copy {count}")
    assert len([save for save in flow.lobby.saves() if save.title.startswith("copy")]) == 12


def test_all_data_is_deleted_once_the_word_has_been_typed(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    flow = played(folder)
    assert len(list(folder.iterdir())) == 3
    press(flow.app, "Settings")
    press(flow.app, "forget")
    assert isinstance(flow.app.top(), Forget)
    assert str(saves(folder)[0]) in said(flow.app)
    press(flow.app, "delete")
    assert len(list(folder.iterdir())) == 3
    type_in(flow.app, "word", WORD)
    press(flow.app, "delete")
    assert "3 files were deleted" in said(flow.app)
    assert not folder.exists()
    key(flow.app, "escape")
    assert isinstance(flow.app.top(), Title)
    assert flow.app.keep is False


def test_one_file_is_spoken_of_as_one(tmp_path: Path) -> None:
    flow = played(tmp_path / "saves", quarters=0)
    assert len(flow.lobby.kept()) == 1
    press(flow.app, "Settings")
    press(flow.app, "forget")
    assert f"To delete this one file for good, type: {WORD}" in said(flow.app)


def test_data_cannot_be_deleted_under_a_game_that_would_write_it_again(tmp_path: Path) -> None:
    flow = played(tmp_path, quarters=0)
    load_first(flow)
    flow.settings()
    top = flow.app.top()
    press(flow.app, "forget")
    assert flow.app.top() is top
    button = next(w for w in top.root.walk() if w.key == "forget")
    assert "Leave the game first" in button.why_not


def quarter_of(folder: Path) -> Flow:
    """Return a game of two sides' first quarter, with the orders on the screen."""
    flow, _ = sit_down(folder)
    flow.lobby.choose("campaign", "tiny")
    flow.lobby.choose("level", "glance")
    flow.play(flow.lobby.start())
    settle(flow.app)
    while not isinstance(flow.app.top(), QuarterScene):
        key(flow.app, "return")
        settle(flow.app)
    return flow


def test_a_note_is_on_disk_with_every_letter_and_one_entry_of_the_log(tmp_path: Path) -> None:
    flow = quarter_of(tmp_path)
    desk = desk_of(flow)
    (path,) = saves(tmp_path)
    for typed in ("W", "Wa", "Wait", "Wait."):
        desk.note(typed)
        entries = [one.text for one in loading.load(path).entries if one.what == "note"]
        assert entries == [typed]
    desk.end()
    desk.note("Another quarter's.")
    notes = [one.text for one in loading.load(path).entries if one.what == "note"]
    assert notes == ["Wait.", "Another quarter's."]


def test_a_copy_of_the_same_name_is_replaced_only_after_a_question(tmp_path: Path) -> None:
    flow = quarter_of(tmp_path)
    desk_of(flow).save("mine")
    before = (tmp_path / "mine.overture").read_bytes()
    desk_of(flow).note("Later.")
    for button in ("Back", "Replace it"):
        flow.app.push(SaveAs(desk_of(flow)))
        top = flow.app.top()
        assert isinstance(top, SaveAs)
        top.name = "mine"
        press(flow.app, "save")
        assert isinstance(flow.app.top(), Question)
        assert "already" in said(flow.app)
        assert (tmp_path / "mine.overture").read_bytes() == before
        press(flow.app, button)
    assert (tmp_path / "mine.overture").read_bytes() != before


def test_whoever_leaves_is_told_whether_the_game_is_kept(tmp_path: Path) -> None:
    flow, _ = sit_down(tmp_path)
    app = flow.app
    begin(app, "tiny", "alone", "5")
    app.replace(AtWork(lambda: False, lambda: None))  # as where the staffs think before a briefing
    key(app, "escape")
    assert "not begun yet" in said(app)
    assert not saves(tmp_path)
    key(app, "escape")
    flow.turn(desk_of(flow))
    press(app, "go on")
    app.replace(AtWork(lambda: False, lambda: None))
    key(app, "escape")
    assert "kept as it stands" in said(app)
    assert saves(tmp_path)
    desk_of(flow).game.keeper.path = None
    assert desk_of(flow).as_left() == "The game is not kept anywhere."
