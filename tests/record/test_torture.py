"""The tortures in small, and that each can fail; ``python -m tests.torture`` does them in full."""

import random
from pathlib import Path

import pytest

from game import disk
from game.engine import view
from game.problems import Problem
from game.record import Game, lines
from game.record.shelf import take_up_newest
from tests.record.test_log import edited, saved
from tests.torture import faults, fuzz, games, kill, peek
from tests.torture.cases import Findings


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """Return findings that keep their cases in a folder of the test."""
    return Findings("test", tmp_path / "cases")


def test_mutated_files_are_refused_or_played(findings: Findings) -> None:
    fuzz.run(findings, 120, seed=5)
    assert findings.failures == []
    assert findings.counts["refused"] > 60


def test_the_fuzz_notices_a_save_that_loads_with_another_content(tmp_path: Path) -> None:
    path = tmp_path / "game.overture"
    wanted = fuzz.content(saved(path))
    assert fuzz._save(path, "small", wanted) == "saves loaded"
    edited(path, lambda rows: rows[-2].update(text="Wait no longer."), sealed=True)
    with pytest.raises(AssertionError, match="changed, and not reported"):
        fuzz._save(path, "small", wanted)


def test_the_fuzz_notices_a_crash_a_hang_and_a_message_nobody_can_read(findings: Findings) -> None:
    def hang() -> str:
        while True:
            pass

    def crash() -> str:
        raise KeyError("row")

    for name, check in (("hang", hang), ("crash", crash), ("escape", lambda: fuzz.refused("\x1b"))):
        fuzz._case(findings, name, {"game.overture": b""}, check)
    assert [failure.split(":")[0] for failure in findings.failures] == ["hang", "crash", "escape"]


def test_a_disk_that_fails_at_any_call_loses_no_game(findings: Findings) -> None:
    faults.run(findings, 1, seed=5)
    assert findings.failures == []
    assert findings.counts["failing calls of os.replace"] > 0


def test_the_faults_notice_a_save_that_writes_in_place(
    findings: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_place(path: Path, data: bytes) -> None:
        with disk.open(path, "wb") as file:
            file.write(data)

    monkeypatch.setattr(disk, "open", open, raising=False)
    monkeypatch.setattr(disk, "write", in_place)
    faults.run(findings, 1, seed=5)
    assert findings.failures


def test_nothing_hidden_from_a_side_reaches_it(findings: Findings) -> None:
    peek.run(findings, 3, seed=5)
    assert findings.failures == []
    assert findings.most["fields changed"] > 40


@pytest.fixture
def _leak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every side's view hold one field too many."""
    seen = view.sees
    cohesion = view.FIELDS["cohesion"]
    monkeypatch.setattr(view, "sees", lambda side, field: field is cohesion or seen(side, field))


@pytest.mark.usefixtures("_leak")
def test_the_peek_notices_a_view_with_one_field_too_many(findings: Findings) -> None:
    game = games.played("tet", 2, 3)
    game.rewind(game.quarter_name)
    twin, _ = peek.twin_of(game, 0, random.Random(1))
    found, other = peek.papers(game, 0), peek.papers(twin, 0)
    assert [name for name in found if not peek.same(found[name], other[name])] == ["views"]


def test_the_kill_notices_a_game_that_lost_a_confirmed_quarter(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    games.beside(folder)
    sitting = kill.Sitting(
        ["--campaign", str(folder / "tet-part.toml"), "--seed", "3", "--side", "hanoi"],
        ["labour trail", "end", "note Rice.", "end"],
        confirmed=4,
    )
    whole = kill._replayed(sitting, 4)
    whole.save(folder / "game-1.overture")
    assert kill._resumed(sitting, tmp_path) == "resumed as confirmed"
    assert take_up_newest(folder).quarter_name == whole.quarter_name
    whole.rewind("1967Q4")
    Game(whole.past).save(folder / "game-1.overture")
    with pytest.raises(AssertionError, match="confirmed are lost"):
        kill._resumed(sitting, tmp_path)


def test_a_case_that_failed_can_be_loaded(findings: Findings) -> None:
    game = games.played("small", 1, 3)
    findings.fail("1", "a reason", {"game.overture": game.to_bytes()})
    (path,) = findings.folder.rglob("game.overture")
    assert lines.from_bytes(path.read_bytes(), path.name).header.campaign == "small"
    assert findings.tell() == 1
    with pytest.raises(Problem):
        lines.from_bytes(b"", "empty")
