"""Sealed games and seminars from the command line: what is asked, and what a wrong answer does."""

import io
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.record import saves, saves_folder, sealing, shelf

WASHINGTON, HANOI, SPARE = "harvest moon", "red river delta", "chalk and blackboard"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at the least cost a file may have."""
    monkeypatch.setattr(sealing, "COST", sealing.COSTS[0])


def typed(monkeypatch: pytest.MonkeyPatch, words: list[str], lines: list[str]) -> int:
    """Return the exit code of a command whose input is ``lines``."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(words)


def test_two_people_seal_their_game_and_open_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path)]
    chosen = [WASHINGTON, "harvest mon", WASHINGTON, WASHINGTON, HANOI, HANOI, SPARE]
    begin = ["text", "--hotseat", "--passphrases", *data]
    assert typed(monkeypatch, begin, [*chosen, "washington", "end", "hanoi", "end", "quit"]) == 0
    printed = capsys.readouterr()
    assert "They differ" in printed.err
    assert "sealed under both sides' passphrases" in " ".join(printed.out.split())
    (path,) = saves(saves_folder(tmp_path))
    assert shelf.saved(path).is_sealed
    before = path.read_bytes()
    resume = ["text", "--load", "last", *data]
    assert typed(monkeypatch, resume, [WASHINGTON, "red river"]) == 2
    printed = capsys.readouterr()
    assert "the passphrase of Hanoi does not open it; nothing was changed" in printed.err
    assert path.read_bytes() == before
    for answers in ([WASHINGTON, HANOI], ["", SPARE]):
        assert typed(monkeypatch, resume, [*answers, "washington"]) == 0
        assert "April to June 1965" in capsys.readouterr().out


def test_a_file_without_passphrases_says_that_it_is_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, ["text", "--hotseat", "--data", str(tmp_path)], []) == 0
    assert "whoever opens it can read both sides' papers" in " ".join(
        capsys.readouterr().out.split()
    )


def test_passphrases_are_for_two_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, ["text", "--passphrases", "--data", str(tmp_path)], []) == 2
    assert "add --hotseat" in capsys.readouterr().err


def test_a_seminar_begins_with_a_pin_and_its_clock_goes_on_when_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin = ["text", "--session", "110", "--data", str(tmp_path)]
    assert (
        typed(
            monkeypatch,
            begin,
            ["2468", "end", "facilitator start", "2468", "end", "facilitator clock", "quit"],
        )
        == 0
    )
    printed = capsys.readouterr().out
    assert "not started the clock" in " ".join(printed.split())
    assert "50 to the bell" in printed
    assert "July to September 1966" in printed  # after a turn of three quarters
    assert (
        typed(
            monkeypatch,
            ["text", "--load", "last", "--data", str(tmp_path)],
            ["facilitator clock", "facilitator log"],
        )
        == 0
    )
    printed = capsys.readouterr().out
    assert "50 to the bell" in printed
    assert "39 for the debrief" in " ".join(printed.split())


def test_a_damaged_save_is_set_aside_and_the_game_before_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path)]
    assert typed(monkeypatch, ["text", *data], ["end", "end", "quit"]) == 0
    (path,) = saves(saves_folder(tmp_path))
    path.write_bytes(path.read_bytes()[:-10])
    capsys.readouterr()
    assert typed(monkeypatch, ["text", "--load", "last", *data], ["quit"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"kept as {path.name}.damaged-1" in said
    assert "July to September 1965" in said  # nothing is lost: both quarters' orders were given


def test_debrief_and_export_ask_for_the_passphrases_of_a_sealed_game(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path), "--campaign", "tiny"]
    begin = ["text", "--hotseat", "--passphrases", *data]
    turns = ["washington", "end", "hanoi", "end"] * 4
    chosen = [WASHINGTON, WASHINGTON, HANOI, HANOI, SPARE]
    assert typed(monkeypatch, begin, [*chosen, *turns]) == 0
    (path,) = saves(saves_folder(tmp_path))
    capsys.readouterr()
    assert typed(monkeypatch, ["debrief", str(path)], [WASHINGTON, "red river"]) == 2
    printed = capsys.readouterr()
    assert "the passphrase of Hanoi does not open it; nothing was changed" in printed.err
    assert WASHINGTON not in printed.out + printed.err
    assert typed(monkeypatch, ["debrief", str(path)], [WASHINGTON, HANOI]) == 0
    assert "Washington" in capsys.readouterr().out
    out = tmp_path / "papers"
    assert typed(monkeypatch, ["export", str(path), "--out", str(out)], ["", SPARE]) == 0
    assert (out / "turns.csv").exists()
    assert typed(monkeypatch, ["export", str(path), "--out", str(out)], []) == 2
    assert "Input ended where a passphrase was asked for" in capsys.readouterr().err
