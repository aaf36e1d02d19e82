"""The room of cases at a terminal, and the door to it."""

import io
from pathlib import Path

import pytest

from game.cli import main
from game.desk.case_room import CaseRoom
from game.text import cases
from game.text.terminal import Terminal


def read(name: str, *typed: str) -> str:
    """Return what a terminal shows of a case to somebody who types so."""
    out = io.StringIO()
    lines = io.StringIO("".join(f"{line}\n" for line in typed))
    assert cases.read(CaseRoom(name), Terminal(lines, out, {})) == 0
    return out.getvalue()


def test_a_case_can_be_read_to_its_end() -> None:
    said = read("sino-indian", *["open we must", ""] * 6, "")
    assert "STOP 6 OF 6" in said
    assert "As it went so far: Reader 1 2 of 5; The rule 4 of 5; Always refuse 3 of 5." in said
    assert "You would open: we must." in said


def test_nothing_is_told_before_the_answer() -> None:
    before = read("korea", "perhaps")
    assert "Begin with 'open' or 'refuse'." in before
    assert "WHAT WAS DONE" not in before
    after = read("korea", "refuse")
    assert "WHAT WAS DONE" in after
    assert "What might be missing from it: Allies." in after


def test_the_state_can_be_moved_and_nonsense_is_answered() -> None:
    said = read("korea", "open", "c 1.0", "p 7", "z 1", "c much", "", "leave")
    assert "At p 0.25, c 1.00" in said
    assert "lies between" in said
    assert "Write one of p, c, nu, g and a number" in said
    assert "'much' is no number" in said


def test_another_reader_begins_again() -> None:
    said = read("sino-indian", *["open", ""] * 6, "yes", *["refuse", ""] * 6, "")
    assert "Reader 1 2 of 5; Reader 2 3 of 5" in said


def test_the_door_is_closed_until_a_war_has_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cases", "play", "korea", "--data", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "The rule is opened when a war is over." in said
    assert "--open" in said


def test_wrong_words_get_one_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", "play"]) == 2
    assert "Name one case to read" in capsys.readouterr().err
    assert main(["cases", "atlantis"]) == 2
    assert "atlantis: no such case" in capsys.readouterr().err
    assert main(["cases", "--open"]) == 2
    assert "goes with 'play CASE'" in capsys.readouterr().err
