"""The shelf: what is listed, the states that are kept, and what happens to a damaged file."""

import os
from pathlib import Path

import pytest

from game import disk
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import (
    Game,
    Seats,
    lines,
    load,
    running_path,
    saved_games,
    saves,
    seat,
    shelf,
    storage,
)
from game.record.folder import earlier, earlier_path, every, keeping_path, named_path
from game.record.lines import Damaged
from game.record.migrations import FORMAT
from game.record.sealing import Passphrases
from game.record.shelf import EARLIER, NAMED, RUNNING, delete, newest_good, take_up, take_up_newest
from tests.campaign.small import PATH, small
from tests.record.play import played

OLD = Path(__file__).with_name("data") / "format-1.overture"
PERSON, MACHINE = seat("A person"), seat("cautious", "machine", "glance")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of saves in which the small campaign is found."""
    (tmp_path / "small.toml").write_bytes(PATH.read_bytes())
    return tmp_path


def kept(folder: Path, quarters: int = 3) -> Game:
    """Return a running game that has been kept from its first quarter on."""
    return played(quarters, path=running_path(folder))


def damage(path: Path) -> None:
    """Cut a file short."""
    path.write_bytes(path.read_bytes()[:-40])


def test_the_last_five_states_of_a_running_game_are_kept_and_each_can_be_played(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = kept(folder, 4)
    states = earlier(game.keeper.path)
    assert [load(path).quarter_name for path in (game.keeper.path, *states)] == [
        "1969Q3",
        "1969Q2",
        "1969Q1",
        "1968Q4",
        "1968Q3",
    ]
    monkeypatch.setattr("game.record.keeping.KEPT", 3)
    again = kept(folder, 4)
    assert [load(path).quarter_name for path in earlier(again.keeper.path)] == ["1969Q2", "1969Q1"]
    assert saves(folder)[0] == again.keeper.path


def test_files_of_one_tick_of_the_clock_stand_in_the_order_of_their_quarters(folder: Path) -> None:
    path = folder / "game-0123456789ab.overture"
    wanted = [path, *(earlier_path(path, played) for played in (11, 10, 9, 2))]
    for one in (wanted[2], wanted[4], *wanted):
        one.write_bytes(b"")
        os.utime(one, ns=(5, 5))
    assert every(folder) == wanted
    assert earlier(path) == wanted[1:]


def test_the_list_tells_each_game_without_playing_it(folder: Path) -> None:
    game = kept(folder, 2)
    game.save(named_path(folder, "Before the winter"))
    rows = saved_games(folder)
    assert {row.kind for row in rows[:2]} == {NAMED, RUNNING}
    assert {row.kind for row in rows[2:]} == {EARLIER}
    named = next(row for row in rows if row.kind == NAMED)
    assert (named.title, named.campaign, named.quarter) == ("Before the winter", "small", "1969Q1")
    assert (named.people, named.problem) == (("washington", "hanoi"), "")


def test_two_peoples_picture_shows_what_both_see_and_one_persons_what_that_side_sees(
    folder: Path,
) -> None:
    both = kept(folder, 1)
    seen = shelf.saved(both.keeper.path).seen
    assert "troops" in seen
    assert not {"control", "main_force", "capital", "nerve"} & set(seen)
    alone = Game.new(small(), 7, Seats(washington=PERSON, hanoi=MACHINE))
    alone.save(named_path(folder, "alone"))
    seen = shelf.saved(named_path(folder, "alone")).seen
    assert "control" in seen
    assert "main_force" not in seen
    assert len(seen["nerve"]) == 1


def test_a_damaged_save_is_set_aside_never_deleted_and_the_newest_good_one_is_offered(
    folder: Path,
) -> None:
    game = kept(folder, 3)
    path = game.keeper.path
    damage(path)
    raw = path.read_bytes()
    with pytest.raises(Problem) as caught:
        take_up(path, folder)
    said = str(caught.value)
    assert f"kept as {path.name}.damaged-1" in said
    assert f"newest good save is {path.stem}~2 (small, 1969Q1)" in said
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == raw
    assert not path.exists()
    path.write_bytes(raw)
    with pytest.raises(Problem, match="damaged-2"):
        take_up(path, folder)


def test_the_newest_game_that_can_be_played_is_taken_up_and_the_others_are_said(
    folder: Path,
) -> None:
    good, bad = kept(folder, 1), kept(folder, 2)
    damage(bad.keeper.path)
    for state in earlier(bad.keeper.path):
        damage(state)
    game = take_up_newest(folder)
    assert game.quarter_name == good.quarter_name == "1968Q4"
    assert game.keeper.path == good.keeper.path
    assert len([said for said in game.notices if "damaged-1" in said]) == 3
    assert newest_good(folder).path == good.keeper.path


def test_a_newer_save_is_left_alone_and_so_is_one_from_elsewhere(folder: Path) -> None:
    game = kept(folder, 1)
    path = game.keeper.path
    newer = path.read_bytes().replace(f'"format":{FORMAT}'.encode(), b'"format":99', 1)
    path.write_bytes(newer)
    with pytest.raises(Problem, match="a newer Overture in format 99"):
        take_up(path, folder)
    assert path.read_bytes() == newer
    path.write_bytes(newer[:-40].replace(b'"format":99', b'"format":2'))
    with pytest.raises(Problem, match="Set the file aside"):
        take_up(path, folder / "elsewhere")
    assert path.exists()


def test_an_empty_shelf_says_so(folder: Path) -> None:
    assert saved_games(folder / "nowhere") == []
    assert newest_good(folder) is None
    with pytest.raises(Problem, match="No saved game"):
        take_up_newest(folder)


def test_a_game_of_the_first_format_is_taken_forward(folder: Path) -> None:
    path = folder / "old.overture"
    path.write_bytes(OLD.read_bytes())
    game = load(path)
    assert [row.quarter for row in game.past.rows] == ["1968Q3", "1968Q4"]
    assert game.past.rows[1].injected[0].date is None
    assert game.committed(HANOI)
    assert game.news(WASHINGTON)[-1].title == "A bulletin"
    game.keeper.path = keeping_path(path, folder)
    assert game.keeper.path != path  # a named save stays as it is
    game.commit(WASHINGTON, {})
    assert load(game.keeper.path).past.rows[0] == game.past.rows[0]


def test_a_game_goes_on_under_other_rules_and_its_stored_quarters_stay_stored(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = kept(folder, 2)
    path = game.keeper.path
    monkeypatch.setattr("game.record.loading.RULES", 99)
    monkeypatch.setattr("game.record.lines.RULES", 99)
    game = take_up(path, folder)
    game.commit(WASHINGTON, {})
    game.commit(HANOI, {})
    again = load(path)
    assert (again.past.beginning.stored, len(again.past.steps)) == (2, 1)
    assert again.past.rows == game.past.rows
    assert again.notices[0].startswith("The quarters before 1969Q1 were played under other rules")
    again.rewind("1968Q4")
    assert (again.past.beginning.stored, again.past.steps) == (1, ())


def test_a_file_that_another_window_has_written_is_left_alone(folder: Path) -> None:
    first = kept(folder, 1)
    path = first.keeper.path
    second = take_up(path, folder)
    second.commit(HANOI, {"home": "exhort"})
    first.commit(HANOI, {"labour": "trail"})
    assert second.keeper.path == path != first.keeper.path
    assert load(path).pending().hanoi["home"] == "exhort"
    assert load(first.keeper.path).pending().hanoi["labour"] == "trail"


def test_no_named_save_can_pass_for_a_running_game(folder: Path) -> None:
    for name in ("game-1", "GAME-x", "game-0~1"):
        with pytest.raises(Problem, match="no name for a save"):
            named_path(folder, name)


def test_deleting_a_running_game_takes_its_earlier_states_with_it(folder: Path) -> None:
    game, other = kept(folder, 2), kept(folder, 1)
    delete(game.keeper.path)
    assert saves(folder) == [other.keeper.path]
    assert len(earlier(other.keeper.path)) == 1
    with pytest.raises(Problem, match="could not be deleted"):
        delete(game.keeper.path)


def test_a_file_system_without_links_keeps_earlier_states_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(storage.os, "link", refuse)
    assert len(earlier(kept(folder, 2).keeper.path)) == 2


def test_damage_has_a_kind_of_its_own(folder: Path) -> None:
    game = kept(folder, 1)
    damage(game.keeper.path)
    with pytest.raises(Damaged):
        load(game.keeper.path, passphrases=Passphrases("x", "y"))


def test_a_row_is_read_without_the_quarters_before_the_last(folder: Path) -> None:
    path = kept(folder, 3).keeper.path
    assert path is not None
    data = disk.read(path)
    log, short = lines.from_bytes(data, path.name), lines.glance(data, path.name)
    assert short is not None
    assert short.quarters == log.quarters[-1:]
    assert (short.beginning, short.entries) == (log.beginning, log.entries)
