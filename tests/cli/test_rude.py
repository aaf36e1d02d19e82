"""Rude users: whatever stands on the command line ends in one message, never a traceback."""

import io
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from game.campaign import load
from game.cli import COMMANDS, main
from game.engine.board import WASHINGTON
from game.engine.orders import to_words
from game.record import Game, Passphrases, saves
from game.record import load as saved
from game.record.recorded_war import recorded_war
from tools import door

ROOT = Path(__file__).parents[2]
FAR_TOO_LONG = "x" * 5000
NAMES_OF_FILES = (
    "check {}",
    "replay {}",
    "compare {}",
    "debrief {}",
    "export {} --out new",
    "sweep {}",
    "pack {} --out new",
    "posture --points {}",
    "match --games 1 --campaign {}",
    "text --load {}",
    "export war.overture --out new --answers {}",
    "export war.overture --out {}",
    "debrief war.overture --out {}",
    "efg --out {}",
    "screens --out {}",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a finished war, an empty file, a folder, and a file of every byte."""
    recorded_war(load("linebacker")).save(tmp_path / "war.overture")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    (tmp_path / "bytes").write_bytes(bytes(range(256)) * 20)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that must be refused; return its message."""
    run = main if words[0] in COMMANDS else partial(door.run, words.pop(0))
    assert run(words) in (1, 2)  # check: 1
    told = capsys.readouterr().err.strip()
    assert told
    return told


@pytest.mark.parametrize("line", NAMES_OF_FILES)
def test_a_name_that_is_too_long_is_refused_by_its_name(
    line: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "xxxx" in refused(line.format(FAR_TOO_LONG).split(), capsys)


@pytest.mark.parametrize("name", ["missing", "folder", "bytes", "empty"])
@pytest.mark.parametrize("line", NAMES_OF_FILES[:11])
def test_a_wrong_file_is_refused_by_its_name(
    line: str, name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert name in refused(line.format(name).split(), capsys)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("consequences --states 0", "--states: a whole number from 1 to 5,000, not '0'"),
        ("consequences --states -3", "--states"),
        ("consequences --lucks 0", "--lucks"),
        ("consequences --seed -1", "--seed: a whole number from 0 to 999,999,999"),
        ("match --seed -1", "--seed"),
        ("match --seed 99999999999999999999999", "--seed"),
        ("match --cores -4", "--cores"),
        ("match --games two", "--games: a whole number from 1 to 100,000, not 'two'"),
        ("match --level cadet", "exit:cadet"),
        ("match --whole", "--round-robin"),
        ("advice --cores -4", "--cores"),
        ("sweep x.toml --workers 0", "--workers"),
        ("sweep x.toml --workers " + "9" * 5000, "99..."),
        ("fit --lucks 0", "--lucks: a whole number from 1 to 20,000, not '0'"),
        ("bench --most 0", "--most"),
        ("frames --size 1280", "width and height such as 1280x720"),
        ("frames --size 0x0", "width and height such as 1280x720"),
        ("frames --frames 0", "--frames"),
        ("pack tet --out new --seed -1", "--seed"),
        ("compare war.overture tet", "a game of the campaign linebacker, not of tet"),
        ("replay", "the output: the system refuses it"),
    ],
)
def test_a_wrong_number_or_pair_of_options_is_refused_by_its_name(
    line: str,
    said: str,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if line == "replay":

        def full(*words: object, **options: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("game.cli.replay.say", full)
    assert said in refused(line.split(), capsys)


def test_a_debrief_is_never_written_over_the_game_itself(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (here / "war.overture").read_bytes()
    told = refused(["debrief", "war.overture", "--out", "./war.overture"], capsys)
    assert "that is the game itself" in told
    assert (here / "war.overture").read_bytes() == before


def test_what_cannot_be_written_leaves_nothing_behind(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in here.iterdir())
    assert "folder: cannot be written" in refused(["efg", "--out", "folder"], capsys)
    assert sorted(path.name for path in here.iterdir()) == before


def test_asking_for_passphrases_keeps_out_of_an_answer_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    game = Game.new(load("linebacker"), 1)
    game.seal(Passphrases("potomac in may", "red river delta"))
    game.save(tmp_path / "sealed.overture")
    monkeypatch.setattr("sys.stdin", io.StringIO("potomac in may\nred river delta\n"))
    assert main(["compare", "--json", str(tmp_path / "sealed.overture")]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["over"] is False
    assert "sealed is sealed." in told.err


def test_a_python_without_the_packages_is_sent_to_the_readme() -> None:
    told = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py"), "check", "tiny"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 2
    assert "README.md" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_a_game_is_never_kept_over_another_file(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (here / "bytes").read_bytes()
    assert "bytes exists" in refused(["export", "war.overture", "--save-as", "bytes"], capsys)
    assert (here / "bytes").read_bytes() == before


class Interrupted(io.StringIO):
    """Lines typed at a keyboard, and then Ctrl-C as every system hands it to Python."""

    def readline(self, size: int | None = -1, /) -> str:
        """Return the next line; KeyboardInterrupt where there is none."""
        typed = super().readline() if size is None else super().readline(size)
        if not typed:
            raise KeyboardInterrupt
        return typed


def test_ctrl_c_at_a_prompt_keeps_the_game_and_its_draft_on_every_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Interrupted("end\nbombing interdiction\n"))
    assert main(["text", "--data", str(tmp_path)]) == 0
    assert "The game is kept at" in capsys.readouterr().out
    (kept,) = saves(tmp_path / "saves")
    game = saved(kept)
    assert game.quarter == 1
    drafted = game.drafted(WASHINGTON)
    assert drafted is not None
    channels = game.past.tables.channels.ids
    assert to_words(WASHINGTON, drafted, channels)["bombing"] == "interdiction"


def test_ctrl_c_during_a_command_ends_it_without_a_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(campaign: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.replay.load", interrupted)
    assert main(["replay"]) == 130
    assert capsys.readouterr().err == ""


def test_a_letter_that_the_output_cannot_hold_ends_nothing() -> None:
    plain = os.environ | {"PYTHONIOENCODING": "ascii", "COLUMNS": "30", "TERM": "dumb"}
    told = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "efg", "--exploit"],
        env=plain,
        capture_output=True,
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    assert b"?" in told.stdout  # in place of the dots of a cell that is too long
