"""The file of a game: it comes back as it was, and damage or an edit never passes unnoticed."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game import disk
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Game, lines, load, loading, named_path, running_path, saves, verify
from game.record.encoding import ARRAYS, report_of, report_values, world_numbers, world_of
from tests.campaign.small import PATH, changed, small
from tests.record.play import played


def opened(path: Path) -> Game:
    """Return the game in a file of the small campaign."""
    return load(path, small())


def saved(path: Path, quarters: int = 3) -> Game:
    """Return a game that stands in a file, Hanoi's orders for the next quarter with it."""
    game = played(quarters, path=path)
    game.commit(HANOI, {"home": "exhort"})
    game.write("note", HANOI, "Wait for the winter.")
    return game


def edited(path: Path, edit: Callable[[list[dict[str, Any]]], None], sealed: bool) -> None:
    """Edit the rows of a file; ``sealed`` computes the checksum anew."""
    first, *rest = path.read_text().splitlines()
    header, rows = json.loads(first), [json.loads(line) for line in rest]
    edit(rows)
    body = "".join(
        json.dumps(row, separators=(",", ":"), ensure_ascii=False) + "\n" for row in rows
    )
    if sealed:
        del header["checksum"]
        header["checksum"] = lines.checksum(header, body)
    path.write_text(json.dumps(header, separators=(",", ":"), ensure_ascii=False) + "\n" + body)


def bomb_more(rows: list[dict[str, Any]]) -> None:
    """Change an order of the second quarter."""
    rows[2]["orders"]["washington"]["trail"] = "off"


def test_a_saved_game_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    game = saved(path)
    again = verify(path, small())
    assert again.past.rows == game.past.rows
    assert again.past.beginning == game.past.beginning
    assert again.entries == game.entries
    assert again.pending() == game.pending()
    assert again.committed(HANOI)
    for one in (game, again):
        one.commit(WASHINGTON, {})
    assert again.past.rows[-1] == game.past.rows[-1]
    assert again.dossier(HANOI).view.quarter == game.dossier(HANOI).view.quarter


def test_a_branch_and_a_game_stepped_into_come_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    game = Game.from_record(small(), "1969Q1", seed=3)
    game.commit(WASHINGTON, {})
    game.commit(HANOI, {})
    for one in (game, game.branch("1968Q4", seed=5)):
        one.save(path)
        assert verify(path, small()).past.rows == one.past.rows


def test_the_first_line_names_the_game_and_no_secret(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    saved(path)
    first = json.loads(path.read_text().splitlines()[0])
    assert set(first) == {
        "overture",
        "format",
        "version",
        "rules",
        "campaign",
        "quarter",
        "saved",
        "lines",
        "checksum",
    }
    assert (first["campaign"], first["quarter"]) == ("small", "1969Q2")


def test_an_edit_is_noticed_by_the_checksum(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    saved(path)
    edited(path, bomb_more, sealed=False)
    with pytest.raises(Problem, match="changed or damaged after saving"):
        opened(path)


def test_an_edited_order_under_a_new_checksum_is_caught_by_the_replay(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    game = saved(path)
    edited(path, bomb_more, sealed=True)
    again = opened(path)
    assert again.notices[0].startswith("1968Q4: played again, this game comes out otherwise")
    assert "in acts" in again.notices[0]
    assert again.past.world.troops[0] == game.past.world.troops[0]  # from what was stored
    with pytest.raises(Problem, match="1968Q4"):
        verify(path, small())


@pytest.mark.parametrize("field", ["troops", "belief_resilient", "prices"])
def test_an_edited_world_under_a_new_checksum_is_named_by_its_field(
    tmp_path: Path, field: str
) -> None:
    path = tmp_path / "game.overture"
    saved(path)

    def more(rows: list[dict[str, Any]]) -> None:
        rows[2]["world"][field][0] += 1

    edited(path, more, sealed=True)
    assert f"in {field};" in opened(path).notices[0]


def rows_without(name: str) -> Callable[[list[dict[str, Any]]], None]:
    """Return an edit that drops a key of the second quarter."""
    return lambda rows: rows[2].pop(name) and None


COUP = {"date": None, "effect": "stability", "amount": -0.05, "title": "A coup", "text": "Again."}


@pytest.mark.parametrize(
    ("edit", "hint"),
    [
        (rows_without("digest"), "line 4: digest: missing"),
        (lambda rows: rows[2].update(world={"troops": ["x"]}), "line 4: world.troops"),
        (lambda rows: rows[2]["orders"].update(hanoi={"labour": "rest"}), "line 4: hanoi: labour"),
        (lambda rows: rows[2].update(quarter="1972Q1"), "1972Q1 stands where 1968Q4 belongs"),
        (lambda rows: rows[2].update(kind="x"), "line 4: no line of a saved game"),
        (lambda rows: rows.pop(0) and None, "beginning"),
        (lambda rows: rows[0]["luck"].clear(), "line 2: luck"),
        (lambda rows: rows[0]["luck"][0].update(since="1970Q1"), "luck comes from"),
        (lambda rows: rows[-1]["hanoi"].update(labour="rest"), "labour is one of"),
        (lambda rows: rows[-1]["hanoi"].update(accept=True), "nothing to accept"),
        (lambda rows: rows[2]["reports"]["hanoi"].update(tempo=[[1], []]), "reports: tempo"),
        (lambda rows: rows[2]["reports"]["hanoi"].update(leaked=[]), "reports: leaked"),
        (lambda rows: rows[2]["reports"]["hanoi"].update(us_deaths="x"), "reports: us_deaths"),
        (lambda rows: rows[-2].update(text="\x1b[2J"), "control character"),
        (lambda rows: rows[2].update(injected=[COUP | {"effect": "doom"}]), "an effect from the"),
        (lambda rows: rows[2].update(injected=[COUP | {"amount": -0.9}]), "stability from -0.1"),
        (lambda rows: rows[2].update(kind={}), "line 4: no line of a saved game"),
        (lambda rows: rows[1]["reports"]["hanoi"].update(a=[[[[[[[[[1]]]]]]]]]), "deeper than 8"),
    ],
)
def test_a_file_that_is_wrong_inside_ends_in_one_message_with_its_line(
    tmp_path: Path, edit: Callable[[list[dict[str, Any]]], None], hint: str
) -> None:
    path = tmp_path / "game.overture"
    saved(path)

    def and_count(rows: list[dict[str, Any]]) -> None:
        edit(rows)

    edited(path, and_count, sealed=True)
    text = path.read_text()
    count = len(text.splitlines()) - 1
    if f'"lines":{count}' not in text:  # a row was dropped
        header = json.loads(text.splitlines()[0]) | {"lines": count}
        del header["checksum"]
        body = text.partition("\n")[2]
        header["checksum"] = lines.checksum(header, body)
        path.write_text(json.dumps(header, separators=(",", ":")) + "\n" + body)
    with pytest.raises(Problem) as caught:
        opened(path)
    assert hint in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("cut", "hint"),
    [
        (lambda data: data[: len(data) // 2], "ends early"),
        (lambda data: data[:-1], "ends early"),
        (lambda data: data[:100], "line 1: cut short or damaged"),
        (lambda data: b"", "line 1: cut short or damaged"),
        (lambda data: b"[]\n", "no line of a saved game"),
        (lambda data: b"{}\n", "no saved game of Overture"),
        (lambda data: b"\xff" + data, "line 1: not UTF-8"),
        (lambda data: data.replace(b'"format":3', b'"format":9', 1), "a newer Overture"),
        (lambda data: data.replace(b'"format":3', b'"format":NaN', 1), "line 1: cut short"),
        (lambda data: data.replace(b'"format":3', b'"format":' + b"9" * 9999, 1), "line 1"),
        (lambda data: b"[" * 200_000 + b"\n", "line 1: cut short or damaged"),
        (lambda data: data.replace(b'"rules":', b'"rule":', 1), "rules: missing"),
    ],
)
def test_a_truncated_or_foreign_file_ends_in_one_message(
    tmp_path: Path, cut: Callable[[bytes], bytes], hint: str
) -> None:
    path = tmp_path / "game.overture"
    saved(path)
    path.write_bytes(cut(path.read_bytes()))
    with pytest.raises(Problem) as caught:
        opened(path)
    assert hint in str(caught.value)


def test_under_other_rules_play_goes_on_from_the_stored_world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.overture"
    game = saved(path)
    monkeypatch.setattr(loading, "RULES", 99)
    again = opened(path)
    assert "and rules 99 hold now" in again.notices[0]
    assert world_numbers(again.past.world) == world_numbers(game.past.world)
    assert [view.quarter for view in again.dossier(HANOI).views] == [0, 1, 2, 3]
    assert report_values(again.dossier(HANOI).reports[1]) == report_values(
        game.dossier(HANOI).reports[1]
    )
    assert again.commit(WASHINGTON, {}) is True


def test_a_field_that_the_rules_have_gained_rests_and_the_menu_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "game.overture"
    saved(path)

    def older(rows: list[dict[str, Any]]) -> None:
        for row in rows:
            row.get("world", {}).pop("fatigue", None)
            row.get("world", {}).pop("prices", None)

    edited(path, older, sealed=True)
    monkeypatch.setattr(loading, "RULES", 99)
    again = opened(path)
    assert again.past.world.fatigue[0] == 0.0
    assert again.dossier(WASHINGTON).view.prices.max() > 0


def test_a_campaign_that_has_changed_is_said_and_play_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    saved(path)
    again = load(path, small(("shield = 0.5", "shield = 0.6")))
    assert "has changed since this game was saved" in again.notices[0]
    assert again.quarter_name == "1969Q2"


def test_a_strangers_campaign_is_looked_for_beside_the_save(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    saved(path)
    with pytest.raises(Problem, match=r"Put small\.toml beside the save"):
        load(path)
    (tmp_path / "small.toml").write_bytes(PATH.read_bytes())
    assert load(path).notices == ()
    (tmp_path / "small.toml").write_text(changed(("prisoners = 350", "prisoners = 351")))
    assert len(load(path).notices) == 1


CALLS = ("open", "replace", "fsync")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("call", CALLS)
def test_a_write_that_fails_leaves_the_old_file_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    path = tmp_path / "game.overture"
    game = played(1, path=path)
    before = path.read_bytes()

    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as broken:
        if call == "open":
            broken.setattr(disk, "open", fail, raising=False)
        else:
            broken.setattr(disk.os, call, fail)
        game.commit(WASHINGTON, {})
        assert "goes on in memory" in game.keeper.trouble
        assert path.read_bytes() == before
        assert saves(tmp_path) == [path]
        assert not list(tmp_path.glob(".*"))
        with pytest.raises(Problem, match="not saved"):
            game.save(tmp_path / "copy.overture")
    game.commit(HANOI, {})
    assert game.keeper.trouble == ""
    assert verify(path, small()).quarter_name == "1969Q1"


def test_a_folder_that_has_gone_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    game = played(1, path=running_path(folder))
    shutil.rmtree(folder)
    game.commit(WASHINGTON, {})
    assert saves(folder) == [game.keeper.path]


def test_file_names_tell_nothing_and_cannot_leave_the_folder(tmp_path: Path) -> None:
    assert running_path(tmp_path) != running_path(tmp_path)
    assert named_path(tmp_path, "Tet, round 2".replace(",", "")).parent == tmp_path
    for name in ("../x", "a/b", "", ".hidden", "con", "x" * 80, "a\x00b", "a\nb", "nul.txt"):
        with pytest.raises(Problem, match="no name for a save"):
            named_path(tmp_path, name)


def test_every_array_of_a_report_has_its_shape_stated() -> None:
    report = played(1).dossier(HANOI).reports[0]
    shapes = {name: value.shape for name, value in vars(report).items() if hasattr(value, "shape")}
    assert shapes == ARRAYS


def test_what_a_stored_report_lacks_is_nought() -> None:
    report = report_of({"us_deaths": 5})
    assert (report.us_deaths, report.sitting, report.leaked) == (5, False, (False, False))
    assert report.tempo.tolist() == [0, 0, 0, 0]


def test_a_world_and_a_report_come_back_from_plain_data() -> None:
    game = played(2)
    numbers = world_numbers(game.past.world)
    assert world_numbers(world_of(numbers, 2)) == numbers
    for side in (WASHINGTON, HANOI):
        values = report_values(game.dossier(side).reports[0])
        assert report_values(report_of(json.loads(json.dumps(values)))) == values
