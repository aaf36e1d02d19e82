"""What is kept: whole or not at all, checked when it is read, and never at a stranger's expense."""

import errno
import json
import os
import sys
from pathlib import Path

import platformdirs
import pytest

from game import disk, folders
from game.campaign import Campaign
from game.campaign import load as load_campaign
from game.cli import main
from game.engine.board import WASHINGTON
from game.problems import Exists, Problem
from game.record import Game, named_path, running_path, saves, saves_folder
from game.record import load as load_game
from game.record.folder import MARK, is_ours
from game.record.recorded_war import recorded_war
from game.record.shelf import delete
from game.ui import settings
from tests.campaign.small import small
from tests.record.play import played
from tests.text.play import alone, sit, two


def load(path: Path, campaign: Campaign | None = None) -> Game:
    """Return a game of the tests' small campaign, or of another."""
    return load_game(path, campaign or small())


DEEP = "[" * 100_000 + "]" * 100_000


# One atomic writer, one checked reader


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_settings_that_cannot_be_written_stay_as_they_were(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "window.json"
    mine = settings.Settings(text_scale=1.75)
    assert settings.save(mine, place)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    assert not settings.save(settings.Settings(), place)
    assert settings.load(place) == mine
    assert [one.name for one in tmp_path.iterdir()] == ["window.json"]


@pytest.mark.parametrize(
    "text",
    [
        '{"text_scale": NaN}',
        '{"width": Infinity}',
        '{"width": 1e400}',
        DEEP,
        f'{{"keys": {DEEP}}}',
        '{"width": true, "sound": 1}',
        '{"width": -5}',
        '{"keys": {"log": 3}}',
        "\0",
        "\ufeff{}",
        '{"width": ' + "9" * 5000 + "}",
        " " * (disk.MOST_OF_SETTINGS + 1),
    ],
)
def test_settings_of_any_content_are_the_defaults_where_they_make_no_sense(
    text: str, tmp_path: Path
) -> None:
    (tmp_path / "window.json").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path / "window.json") == settings.Settings()


@pytest.mark.parametrize("text", ["NaN", '{"a": -Infinity}', DEEP, "{", "\xff"])
def test_a_document_that_is_none_is_refused_in_one_message(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(disk.NoDocument, match="no JSON document"):
        disk.read_json(tmp_path / "x.json")


def test_every_file_the_game_keeps_is_written_through_the_one_writer() -> None:
    game = Path(__file__).parents[2] / "game"
    own = (
        "disk.py",
        "cache.py",
        "_streams.py",
        "sweep/parts.py",
        "sweep/results.py",
        "reference.py",
        "export_game.py",
        "baked.py",
    )
    wild = [
        str(path)
        for path in game.rglob("*.py")
        if not path.as_posix().endswith(own)
        for word in (".write_text(", ".write_bytes(", '"wb")', '"w")')
        if word in path.read_text("utf-8").replace("disk.write_text(", "")
    ]
    assert wild == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_save_that_is_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    link = tmp_path / "game-0123456789ab.overture"
    link.symlink_to(tmp_path / "away" / "real.overture")
    game = played(1, path=link)
    game.write("note", WASHINGTON, "Through the link.")
    assert link.is_symlink()
    assert load(tmp_path / "away" / "real.overture").entries[-1].text == "Through the link."


# Nothing foreign is deleted or written over


def test_a_file_that_the_game_has_not_written_is_not_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = saves_folder(tmp_path)
    played(1, path=running_path(folder))
    for name in ("essay.overture", "essay.overture.damaged-1"):
        (folder / name).write_text("On overtures in music")
    assert main(["forget", "--data", str(tmp_path), "--yes"]) == 0
    assert "essay.overture is left: the game has not written it." in capsys.readouterr().out
    assert len(list(folder.iterdir())) == 2
    with pytest.raises(Problem, match="has not written this file"):
        delete(folder / "essay.overture")


def test_every_file_of_a_game_begins_with_its_mark(tmp_path: Path) -> None:
    game = played(2, path=running_path(tmp_path))
    game.save(named_path(tmp_path, "mine"))
    assert all(path.read_bytes().startswith(MARK) and is_ours(path) for path in saves(tmp_path))


def test_a_save_of_the_same_name_is_replaced_only_when_that_is_said(tmp_path: Path) -> None:
    chair = alone(WASHINGTON, folder=tmp_path)
    printed = sit(chair, ["save a", "note later", "save a", "save b over"])
    assert "There is a save named 'a' already" in printed
    assert "'save a over' replaces it" in printed
    assert load_game(tmp_path / "a.overture").entries == ()
    assert (tmp_path / "b.overture").exists()
    sit(chair, ["save a over"])
    assert load_game(tmp_path / "a.overture").entries[-1].text == "later"


def test_a_strangers_file_is_not_replaced_by_a_save_even_if_that_is_said(tmp_path: Path) -> None:
    chair = alone(WASHINGTON, folder=tmp_path)
    (tmp_path / "essay.overture").write_text("On overtures in music")
    with pytest.raises(Exists):
        chair.save("essay")
    with pytest.raises(Problem, match="has not written"):
        chair.save_over("essay")


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "COM1",
        "COM¹",
        "lpt³",
        "nul.txt",
        "com² notes",
        "aux .x",
        "game-x",
        "../x",
        "a/b",
        "a.",
        "",
        ".hidden",
        "𝔾" * 60,
        "a\x1b",
    ],
)
def test_a_name_that_some_system_cannot_keep_is_no_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is no name for a save"):
        named_path(tmp_path, name)


@pytest.mark.parametrize(
    "line",
    [
        "export war.overture --out new",
        "pack linebacker --out new",
        "debrief war.overture --out new/report.html",
        "efg --out new/report.html",
    ],
)
def test_what_is_there_already_is_replaced_only_when_that_is_said(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    recorded_war(load_campaign("linebacker")).save(tmp_path / "war.overture")
    if line.startswith("pack"):
        assert main(line.split()) == 0
        (first, *_) = sorted((tmp_path / "new").rglob("*.html"))
    else:
        (tmp_path / "new").mkdir()
        first = tmp_path / "new" / "report.html"
    first.write_text("mine")
    assert main(line.split()) == 2
    assert "there already, so nothing was written" in capsys.readouterr().err
    assert first.read_text() == "mine"
    if not line.startswith("export"):  # the others show that it is the same question
        assert main([*line.split(), "--over"]) == 0
        assert first.read_text("utf-8") != "mine"


# Two programs on one game


def test_a_second_program_on_one_game_is_told(tmp_path: Path) -> None:
    game = played(1, path=running_path(tmp_path))
    path = game.keeper.path
    assert path is not None
    other = load(path)
    other.keeper.path = path
    other.write("note", WASHINGTON, "From the other window.")
    game.write("note", WASHINGTON, "From this one.")
    assert path.stem in game.keeper.said
    assert game.keeper.path is not None
    assert game.keeper.path.stem in game.keeper.said
    texts = {load(one).entries[-1].text for one in saves(tmp_path)}
    assert texts == {"From the other window.", "From this one."}


def test_two_at_a_terminal_are_told_once_that_another_file_is_kept(tmp_path: Path) -> None:
    chair = two(folder=tmp_path)
    chair.game.keep()
    assert chair.game.keeper.path is not None
    chair.game.keeper.path.write_bytes(b"written meanwhile")
    printed = sit(chair, ["washington", "note mine", "log", "log"])
    assert printed.count("Another program has written") == 1


# Folders


def test_settings_of_the_earlier_folder_are_found_and_kept_in_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def place(name: str, *_: object, **__: object) -> str:
        return str(tmp_path / name / "config")

    monkeypatch.setattr(folders, "user_config_dir", place)
    earlier = folders.earlier_settings()
    earlier.parent.mkdir(parents=True)
    earlier.write_text(json.dumps({"text_scale": 1.75}))
    mine = settings.load()
    assert mine.text_scale == 1.75
    assert settings.save(mine)
    assert folders.settings().is_file()
    assert folders.settings() != earlier
    earlier.write_text(json.dumps({"text_scale": 1.25}))
    assert settings.load().text_scale == 1.75


def test_the_platform_is_asked_for_folders_in_one_place_and_under_one_name() -> None:
    game = Path(__file__).parents[2] / "game"
    asking = [path.name for path in game.rglob("*.py") if "platformdirs" in path.read_text("utf-8")]
    assert asking == ["folders.py"]
    name = folders.NAME
    assert str(folders.data()) == platformdirs.user_data_dir(name, appauthor=False)
    assert str(folders.cache()) == platformdirs.user_cache_dir(name, appauthor=False)
    assert str(folders.settings().parent) == platformdirs.user_config_dir(name, appauthor=False)
