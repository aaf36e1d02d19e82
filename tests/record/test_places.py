"""Where a file is damaged is said by the line it stands on, wherever that is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game import RULES
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Game, Passphrases, lines, load, sealing
from tests.campaign.small import small
from tests.record.play import played

Row = dict[str, Any]
QUARTERS = range(3, 6)
"""Lines of the file's three quarters: the header is line 1, the beginning line 2."""
LAST = 7
"""The last line: orders that are awaited. Before it stands one note."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of three quarters, a note, and Hanoi's orders for the fourth."""
    made = tmp_path / "game.overture"
    game = played(3, path=made)
    game.write("note", HANOI, "Wait for the winter.")
    game.commit(HANOI, {"home": "exhort"})
    assert len(made.read_text().splitlines()) == LAST
    return made


def put(path: Path, texts: list[str], **header: Any) -> None:
    """Write a file's lines with a checksum that is right; ``header`` changes the first."""
    first = json.loads(texts[0]) | {"lines": len(texts) - 1} | header
    first.pop("checksum")
    body = "".join(f"{text}\n" for text in texts[1:])
    made = first | {"checksum": lines.checksum(first, body)}
    path.write_text(json.dumps(made, separators=(",", ":"), ensure_ascii=False) + "\n" + body)


def edit(path: Path, line: int, change: Callable[[Row], Any], **header: Any) -> None:
    """Change the row on one line of a file."""
    texts = path.read_text().splitlines()
    row = json.loads(texts[line - 1])
    change(row)
    texts[line - 1] = json.dumps(row, separators=(",", ":"), ensure_ascii=False)
    put(path, texts, **header)


def complaint(path: Path, reading: Callable[[Path], Any] | None = None) -> str:
    """Return what is said of a file that cannot be read."""
    with pytest.raises(Problem) as caught:
        (reading or (lambda one: load(one, small())))(path)
    return str(caught.value)


def glance(path: Path) -> Any:
    """Read a file as the list of saved games does."""
    return lines.glance(path.read_bytes(), path.name)


@pytest.mark.parametrize("line", range(2, LAST + 1))
def test_a_line_that_is_cut_is_named(path: Path, line: int) -> None:
    texts = path.read_text().splitlines()
    texts[line - 1] = texts[line - 1][:40]
    put(path, texts)
    assert f"line {line}: cut short or damaged" in complaint(path)


@pytest.mark.parametrize("line", [2, QUARTERS[-1], LAST])
def test_a_line_that_is_cut_is_named_where_games_are_listed(path: Path, line: int) -> None:
    texts = path.read_text().splitlines()
    texts[line - 1] = texts[line - 1][:40]
    put(path, texts)
    assert f"line {line}: cut short or damaged" in complaint(path, glance)


@pytest.mark.parametrize("line", range(2, LAST + 1))
def test_bytes_that_are_no_text_are_named_by_their_line(path: Path, line: int) -> None:
    texts = path.read_bytes().split(b"\n")
    texts[line - 1] = texts[line - 1][:-2] + b"\xff}"
    path.write_bytes(b"\n".join(texts))
    assert f"line {line}: not UTF-8" in complaint(path)


@pytest.mark.parametrize("kept", range(1, LAST))
def test_a_file_that_ends_early_is_named_by_its_last_line(path: Path, kept: int) -> None:
    texts = path.read_text().splitlines(keepends=True)
    path.write_text("".join(texts[:kept]))
    assert f"line {kept}: the file ends early: {LAST - 1} lines" in complaint(path)


@pytest.mark.parametrize("line", range(2, LAST + 1))
def test_a_line_of_another_kind_is_named(path: Path, line: int) -> None:
    edit(path, line, lambda row: row.update(kind="poem"))
    assert f"line {line}: no line of a saved game" in complaint(path)


@pytest.mark.parametrize("line", range(2, LAST + 1))
def test_a_line_with_a_strange_key_is_named(path: Path, line: int) -> None:
    edit(path, line, lambda row: row.update(poem="x"))
    assert f"line {line}: poem" in complaint(path)


def test_a_game_without_its_last_line_is_named_by_the_line_that_is_last(path: Path) -> None:
    put(path, path.read_text().splitlines()[:-1])
    assert f"line {LAST - 1}: the beginning or the last line is missing" in complaint(path)


@pytest.mark.parametrize("line", QUARTERS)
def test_a_quarter_out_of_its_order_is_named(path: Path, line: int) -> None:
    edit(path, line, lambda row: row.update(quarter="1972Q1"))
    assert f"line {line}: 1972Q1 stands where" in complaint(path)


@pytest.mark.parametrize("line", QUARTERS)
def test_an_order_that_cannot_be_read_is_named_by_its_line(path: Path, line: int) -> None:
    edit(path, line, lambda row: row["orders"]["hanoi"].update(labour="rest"))
    assert f"line {line}: hanoi: labour is one of" in complaint(path)


def test_luck_that_begins_too_late_is_named_by_the_line_of_the_beginning(path: Path) -> None:
    edit(path, 2, lambda row: row["luck"][0].update(since="1970Q1"))
    assert "line 2: where luck comes from is not in order" in complaint(path)


def test_more_stored_quarters_than_there_are_is_named_by_the_line_of_the_beginning(
    path: Path,
) -> None:
    edit(path, 2, lambda row: row.update(stored=4))
    assert "line 2: more quarters are said to be stored than there are" in complaint(path)


def test_orders_that_are_awaited_are_named_by_the_last_line(path: Path) -> None:
    edit(path, LAST, lambda row: row["hanoi"].update(labour="rest"))
    assert f"line {LAST}: " in complaint(path)


@pytest.mark.parametrize("line", [2, *QUARTERS])
def test_a_stored_world_that_cannot_be_is_named_by_its_line(path: Path, line: int) -> None:
    edit(path, line, lambda row: row["world"].update(approval=[-5]), rules=RULES + 1)
    assert f"line {line}: " in complaint(path)


@pytest.mark.parametrize("line", QUARTERS)
def test_a_stored_report_that_cannot_be_is_named_by_its_line(path: Path, line: int) -> None:
    edit(path, line, lambda row: row["reports"]["hanoi"].update(tempo=[[1], []]), rules=RULES + 1)
    assert f"line {line}: reports: tempo" in complaint(path)


@pytest.mark.parametrize("line", QUARTERS)
def test_a_stored_order_that_cannot_be_read_is_named_by_its_line(path: Path, line: int) -> None:
    edit(path, line, lambda row: row["orders"]["washington"].update(trail="rest"), rules=RULES + 1)
    assert f"line {line}: washington: trail is one of" in complaint(path)


@pytest.mark.parametrize("line", [2, 3, 4])
def test_a_sealed_part_that_is_none_is_named_by_its_line(
    tmp_path: Path, line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "COST", sealing.COSTS[0])
    path, phrases = tmp_path / "game.overture", Passphrases("harvest moon", "red river delta")
    game = Game.new(small(), seed=7)
    game.keeper.path = path
    game.seal(phrases)
    game.write("note", WASHINGTON, "Ask again.")
    edit(path, line, lambda row: row.update(part="poem"))
    assert f"line {line}: no sealed part" in complaint(path, lambda at: load(at, small(), phrases))
