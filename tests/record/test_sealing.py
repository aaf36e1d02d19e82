"""Passphrases: what is open, what each opens, and that no edit passes."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Game, Locked, Passphrases, WrongPassphrase, lines, load, sealing, shelf
from game.record.lines import Damaged
from tests.campaign.small import small

BOTH = Passphrases("harvest moon", "red river delta")
SPARE = Passphrases(spare="chalk and blackboard")
ALL = Passphrases(BOTH.washington, BOTH.hanoi, SPARE.spare)
SECRET = "The Politburo will not break before the rains."


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at the least cost a file may have."""
    monkeypatch.setattr(sealing, "COST", sealing.COSTS[0])


def sealed(path: Path, passphrases: Passphrases = ALL) -> Game:
    """Return a game that stands sealed in a file, after two quarters and with orders awaited."""
    game = Game.new(small(), seed=7)
    game.keeper.path = path
    game.seal(passphrases)
    for _ in range(2):
        game.commit(WASHINGTON, {"troops": "out"})
        game.commit(HANOI, {})
    game.write("note", HANOI, SECRET)
    game.write("note", WASHINGTON, "Ask the generals again.")
    game.write("note", HANOI, "Write to the brothers.")
    game.commit(HANOI, {"home": "exhort"})
    return game


def opened(path: Path, passphrases: Passphrases | None = BOTH) -> Game:
    """Return the game in a file of the small campaign."""
    return load(path, small(), passphrases)


def test_a_sealed_game_comes_back_whole_with_both_passphrases_or_the_spare_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "game.overture"
    game = sealed(path)
    for passphrases in (BOTH, SPARE):
        again = opened(path, passphrases)
        assert (again.past.rows, again.entries, again.pending()) == (
            game.past.rows,
            game.entries,
            game.pending(),
        )
        assert again.past.beginning == game.past.beginning
        again.commit(WASHINGTON, {})
        copy = tmp_path / "copy.overture"
        again.save(copy)
        assert opened(copy).past.rows == again.past.rows
        assert opened(copy, SPARE).entries == again.entries


def test_nothing_but_campaign_version_quarter_and_date_can_be_read_without(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    sealed(path)
    text = path.read_text()
    for word in ("troops", "exhort", "seed", "resilience", "orders", "note"):
        assert f'"{word}"' not in text
    for word in ("Politburo", "generals", BOTH.washington, BOTH.hanoi, SPARE.spare):
        assert word not in text
    first = json.loads(text.splitlines()[0])
    assert (first["campaign"], first["quarter"]) == ("small", "1969Q1")
    row = shelf.saved(path)
    assert (row.campaign, row.quarter, row.is_sealed, row.problem) == ("small", "1969Q1", True, "")
    assert row.people == ("washington", "hanoi")
    assert not row.seen


def test_a_sealed_file_asks_for_its_passphrases(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    sealed(path)
    with pytest.raises(Locked, match="both sides' passphrases open it"):
        opened(path, None)


@pytest.mark.parametrize(
    ("wrong", "whose"),
    [
        (Passphrases("harvest moons", BOTH.hanoi), "Washington"),
        (Passphrases(BOTH.washington, "red river"), "Hanoi"),
        (Passphrases(BOTH.hanoi, BOTH.washington), "Washington"),
        (Passphrases(spare="blackboard and chalk"), "the facilitator"),
        (Passphrases(), "Washington"),
    ],
)
def test_a_wrong_passphrase_is_said_in_one_sentence_and_changes_nothing(
    tmp_path: Path, wrong: Passphrases, whose: str
) -> None:
    path = tmp_path / "game.overture"
    sealed(path)
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase) as caught:
        opened(path, wrong)
    assert f"the passphrase of {whose} does not open it" in str(caught.value)
    assert path.read_bytes() == before


def test_one_sides_passphrase_does_not_open_the_common_part(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    sealed(path)
    with pytest.raises(WrongPassphrase):
        opened(path, Passphrases(BOTH.hanoi, BOTH.hanoi))


def test_without_a_spare_passphrase_none_opens_the_game(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    game = sealed(path, BOTH)
    assert "spare" not in json.loads(path.read_text().splitlines()[0])["sealed"]["wraps"]
    with pytest.raises(WrongPassphrase, match="no spare passphrase was chosen"):
        opened(path, SPARE)
    assert [entry.text for entry in game.entries][:1] == ["Both sides have set passphrases."]


def test_a_spare_passphrase_without_its_salt_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    sealed(path)
    without = reseal(path.read_text(), EDITS["no salt"])
    path.write_text(without)
    with pytest.raises(WrongPassphrase, match="no spare passphrase"):
        opened(path, SPARE)
    with pytest.raises(Damaged):
        opened(path, BOTH)


def test_a_spare_passphrase_is_in_the_log(tmp_path: Path) -> None:
    game = sealed(tmp_path / "game.overture")
    assert game.entries[1].text == "The facilitator keeps a spare passphrase."


def test_accents_typed_as_one_letter_or_two_are_the_same_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    sealed(path, Passphrases("harvest moon", "Hà Nội mùa thu"))
    twice = Passphrases(" harvest moon ", "Ha\u0300 No\u0323\u0302i mu\u0300a thu")
    assert opened(path, twice).committed(HANOI)


def reseal(text: str, change: Callable[[dict[str, Any], list[str]], None]) -> str:
    """Return a sealed file with its lines changed and a checksum that fits."""
    first, *rest = text.splitlines()
    header = json.loads(first)
    del header["checksum"]
    change(header, rest)
    body = "".join(f"{line}\n" for line in rest)
    header["checksum"] = lines.checksum(header, body)
    return json.dumps(header, separators=(",", ":"), ensure_ascii=False) + "\n" + body


def flip(line: str, at: int) -> str:
    """Return a sealed line with one bit of its box changed."""
    row = json.loads(line)
    raw = bytearray(base64.b64decode(row["box"]))
    raw[at] ^= 1
    row["box"] = base64.b64encode(raw).decode()
    return json.dumps(row, separators=(",", ":"))


def swap(rows: list[str]) -> None:
    """Give Washington's box the place of Hanoi's."""
    one, two = json.loads(rows[1]), json.loads(rows[2])
    one["box"], two["box"] = two["box"], one["box"]
    rows[1:] = [json.dumps(row, separators=(",", ":")) for row in (one, two)]


EDITS: dict[str, Callable[[dict[str, Any], list[str]], None]] = {
    "date": lambda header, rows: header.update(saved="2001-01-01T00:00:00+00:00"),
    "quarter": lambda header, rows: header.update(quarter="1968Q3"),
    "rules": lambda header, rows: header.update(rules=0),
    "version": lambda header, rows: header.update(version="9"),
    "stamp": lambda header, rows: header["sealed"].update(stamp="0" * 32),
    "no spare": lambda header, rows: header["sealed"]["wraps"].pop("spare") and None,
    "no salt": lambda header, rows: header["sealed"]["salts"].pop("spare") and None,
    "first bit": lambda header, rows: rows.__setitem__(0, flip(rows[0], 0)),
    "last bit": lambda header, rows: rows.__setitem__(0, flip(rows[0], -1)),
    "own box": lambda header, rows: rows.__setitem__(2, flip(rows[2], 40)),
    "swapped": lambda header, rows: swap(rows),
    "spaces": lambda header, rows: rows.__setitem__(0, rows[0].replace(":", ": ", 1)),
    "a line more": lambda header, rows: rows.append(rows[2]) or header.update(lines=4),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_under_passphrases_is_noticed_even_with_a_checksum_that_fits(
    tmp_path: Path, edit: str
) -> None:
    path = tmp_path / "game.overture"
    sealed(path)
    path.write_text(reseal(path.read_text(), EDITS[edit]))
    with pytest.raises(Damaged):
        opened(path)


def test_a_part_of_another_save_of_the_same_game_does_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    game = sealed(path)
    before = path.read_text().splitlines()
    game.take_back(HANOI)
    text = reseal(path.read_text(), lambda header, rows: rows.__setitem__(2, before[3]))
    path.write_text(text)
    with pytest.raises(Damaged, match="changed or damaged"):
        opened(path)


def test_passphrases_are_long_enough_and_chosen_before_anything_is_written(tmp_path: Path) -> None:
    game = Game.new(small(), seed=7)
    with pytest.raises(Problem, match="passphrase of Hanoi has at least 8"):
        game.seal(Passphrases("harvest moon", "short"))
    game.write("note", HANOI, "Too early.")
    with pytest.raises(Problem, match="before anything is ordered"):
        game.seal(BOTH)


def test_a_branch_of_a_sealed_game_is_sealed_too(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    branch = sealed(path).branch("1968Q4")
    branch.save(path)
    assert '"troops"' not in path.read_text()
    assert opened(path).quarter_name == "1968Q4"
