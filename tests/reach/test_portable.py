"""A program on a stick keeps everything beside itself; a user's own campaigns are found by name."""

import sys
from pathlib import Path

import pytest

from game import cache, folders
from game.campaign import files, load
from game.cli import main
from game.cli._offers import offer
from game.problems import Problem
from game.record import Game, data_folder, saves_folder
from game.record import load as loaded
from tests.reach.built import ROOT, run

TET = (ROOT / "campaigns" / "tet.toml").read_text("utf-8")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder from which the program is started, as one without Python is."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "overture"))
    monkeypatch.setattr(folders, "_carried", [])
    monkeypatch.delenv("OVERTURE_CACHE", raising=False)
    return tmp_path


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the user's with a folder of campaigns."""
    monkeypatch.setattr(folders, "data", lambda: tmp_path)
    (tmp_path / "campaigns").mkdir()
    (tmp_path / "campaigns" / "mine.toml").write_text(
        TET.replace('name = "tet"', 'name = "mine"'), "utf-8"
    )
    return tmp_path / "campaigns"


def test_a_file_called_portable_beside_the_program_keeps_everything_there(stick: Path) -> None:
    assert stick not in data_folder().parents
    (stick / "portable").touch()
    for place in (
        data_folder(),
        saves_folder(),
        folders.settings(),
        cache.folder(),
        folders.earlier_settings(),
    ):
        assert place.is_relative_to(stick / "overture-data")
    assert folders.settings() != folders.earlier_settings()


def test_the_option_does_so_with_every_command(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "tiny", "--portable"]) == 0
    assert data_folder() == stick / "overture-data"


def test_a_folder_that_is_named_counts_before_the_stick(stick: Path) -> None:
    (stick / "portable").touch()
    assert data_folder(stick / "mine") == stick / "mine"


def test_an_installed_game_says_that_it_has_no_folder_of_its_own(tmp_path: Path) -> None:
    told = run(["-m", "overture", "check", "tiny", "--portable"], tmp_path)
    assert told.returncode == 2
    assert "--data" in told.stderr


def test_a_campaign_of_ones_own_is_found_by_name_and_listed_in_a_new_game(mine: Path) -> None:
    assert load("mine").name == "mine"
    assert "mine" in [one.id for one in offer().model().campaigns]
    with pytest.raises(Problem, match="mine"):
        load("nowhere")


def test_a_shipped_campaigns_name_stays_the_shipped_ones(mine: Path) -> None:
    (mine / "tet.toml").write_text("spoilt", "utf-8")
    assert load("tet").digest
    assert files.own() == ("mine",)


def test_a_campaign_with_mistakes_is_named_and_keeps_the_others_playable(mine: Path) -> None:
    (mine / "spoilt.toml").write_text("[campaign]\n", "utf-8")
    found = offer()
    assert "spoilt" not in [one.id for one in found.model().campaigns]
    assert "spoilt" in found.summary()
    assert "check spoilt" in found.summary()


def test_a_game_of_ones_own_campaign_is_taken_up_again(mine: Path, tmp_path: Path) -> None:
    Game.new(load("mine"), 4).save(tmp_path / "game.overture")
    assert loaded(tmp_path / "game.overture").campaign.name == "mine"


def test_no_folder_of_campaigns_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "data", lambda: tmp_path / "nothing")
    assert files.own() == ()
