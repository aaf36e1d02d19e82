"""A tool can be had by the game's own door too, in a clone."""

import sys

import pytest

import main
from tools import door


def test_what_makers_measure_with_answers_beside_the_commands_of_the_game(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("advice", "bench"):
        monkeypatch.setattr(sys, "argv", ["main.py", name, "--help"])
        with pytest.raises(SystemExit, match="0"):
            main.start()
        assert f"python -m tools.{name}" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["door", "nothing", "../bench", "peers", ""])
def test_nothing_else_is_taken_for_a_tool(word: str) -> None:
    assert not door.opens(word)
