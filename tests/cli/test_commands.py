"""The dispatcher: every command says what it does."""

import io
from importlib import import_module
from pathlib import Path

import pytest

from game.cli import COMMANDS, main
from game.cli._options import Parser


def offers_cores(command: str) -> bool:
    parser = Parser()
    import_module(f"game.cli.{command}").add_arguments(parser)
    return "--cores" in parser.format_help()


class CompiledAsked(Exception):
    """Raised in place of the compiling, so that no war is played."""


def test_help_lists_every_command_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    printed = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name}" not in printed] == []
    assert "_seats" not in printed


def test_a_command_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["negotiate"]) == 2
    told = capsys.readouterr().err
    assert "'negotiate'" in told
    assert "main.py --help" in told


def test_options_without_a_command_are_the_games_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("end\n"))
    assert main(["--side", "hanoi", "--data", str(tmp_path)]) == 0
    assert "HANOI   January to March 1965" in capsys.readouterr().out


def test_every_command_that_plays_wars_on_many_cores_has_them_compiled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def asked(campaign: str | None) -> None:
        raise CompiledAsked

    found = [command for command in COMMANDS if offers_cores(command)]
    assert {"match", "decisions", "influence"} <= set(found)
    for command in found:
        monkeypatch.setattr(f"game.cli.{command}.quicken", asked)
        with pytest.raises(CompiledAsked):
            main([command, "--games", "1"])
