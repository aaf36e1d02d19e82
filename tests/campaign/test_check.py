"""``check``: one line for a good file, every problem of a bad one, and an exit code."""

from pathlib import Path

import pytest

from game.cli import main
from tests.campaign.small import PATH, changed


def test_a_good_file_gets_one_line_and_exit_code_nought(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PATH)]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "good" in out
    assert err == ""


def test_one_bad_file_among_good_ones_gives_exit_code_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(changed(("shield = 0.5", "shield = 2")))
    assert main(["check", str(bad), str(PATH)]) == 1
    out, err = capsys.readouterr()
    assert "good" in out
    assert "channels[0].shield" in err


def test_orders_that_cannot_be_played_give_exit_code_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(changed(("troops_number = -25.0", "troops_number = -25.0\naccept = true")))
    assert main(["check", str(bad)]) == 1
    assert "orders[3].washington (1969Q2)" in capsys.readouterr().err


def test_no_file_at_all_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "required: FILE" in capsys.readouterr().err
