"""Forgetting: everything the game has kept goes, and nothing else does."""

import errno
import io
from pathlib import Path

import pytest

from game.cli import main
from game.record import named_path, running_path, saves_folder
from game.record.storage import set_aside
from tests.record.play import played


def filled(data: Path) -> list[Path]:
    """Fill a folder with everything the game keeps there, and return a stranger's files."""
    folder = saves_folder(data)
    game = played(2, path=running_path(folder))
    game.save(named_path(folder, "a name"))
    game.save(named_path(folder, "bad"))
    set_aside(named_path(folder, "bad"))
    (folder / f".game-1.overture.{'a' * 8}.part").write_text("half")
    strangers = [data / "thesis.txt", folder / "small.toml", folder / "overture notes.md"]
    for path in strangers:
        path.write_text("mine")
    return strangers


def test_everything_the_game_kept_goes_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strangers = filled(tmp_path)
    assert main(["forget", "--data", str(tmp_path), "--yes"]) == 0
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(strangers)
    assert "6 files were deleted" in capsys.readouterr().out
    assert main(["forget", "--data", str(tmp_path), "--yes"]) == 0
    assert "Nothing is kept" in capsys.readouterr().out


def test_a_folder_that_nobody_may_look_into_is_named_and_not_called_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)

    def closed(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", closed)
    assert main(["forget", "--data", str(tmp_path), "--yes"]) == 2
    told = capsys.readouterr()
    assert "Nothing is kept" not in told.out
    assert str(saves_folder(tmp_path)) in told.err


def test_a_folder_that_held_nothing_else_goes_too(tmp_path: Path) -> None:
    data = tmp_path / "data"
    played(1, path=running_path(saves_folder(data)))
    assert main(["forget", "--data", str(data), "--yes"]) == 0
    assert not data.exists()


@pytest.mark.parametrize(("answer", "gone"), [("forget", True), ("yes", False), ("", False)])
def test_only_the_word_itself_deletes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, gone: bool
) -> None:
    folder = saves_folder(tmp_path)
    played(1, path=running_path(folder))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    assert main(["forget", "--data", str(tmp_path)]) == 0
    assert folder.exists() is not gone


def test_the_usual_place_is_forgotten_with_the_windows_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {"user_data_dir": "data", "user_config_dir": "config"}
    for name, place in places.items():
        where = str(tmp_path / place)
        monkeypatch.setattr(f"game.folders.{name}", lambda *_, where=where, **__: where)
    played(1, path=running_path(saves_folder()))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "window.json").write_text("{}")
    assert main(["forget", "--yes"]) == 0
    assert list(tmp_path.iterdir()) == []
