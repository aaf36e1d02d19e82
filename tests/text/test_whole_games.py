"""Whole games through standard input: alone as either side, two people, and what they leave."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.desk.chair import Chair
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.record import load, saves, verify
from tests.text.play import alone, sit, two

ROOT = Path(__file__).parents[2]
ORDERS = (
    [
        "bombing interd",
        "line 20",
        "trail steady",
        "troops in 30",
        "ground i,iii search",
        "posture talks via seaborn",
        "offer",
        "table 0 1 0 1 0",
        "end",
    ],
    ["infil heavy", "effort ii,iii main", "prep pre", "labour air", "posture cond", "end"],
)


def overture(*words: str) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), *words]


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_a_whole_war_can_be_piped_in(side: int, tmp_path: Path) -> None:
    seat = alone(side, folder=tmp_path)
    printed = sit(seat, [*ORDERS[side], *["end"] * 40])
    assert seat.game.over
    assert "THE SCORE, BESIDE HISTORY'S" in printed
    assert "WHAT EACH GOVERNMENT KNEW OF ITSELF" in printed
    assert verify(saves(tmp_path)[0]).over


def test_a_war_typed_at_a_terminal_ends_with_the_score_on_the_screen() -> None:
    seat = alone(WASHINGTON)
    printed = sit(seat, ["run", ""] * 70, typed=True)
    assert seat.game.over
    assert "THE SCORE" in printed


def test_the_same_seed_and_orders_give_the_same_transcript() -> None:
    lines = [*ORDERS[WASHINGTON], "end", "end", "history", "quit"]
    once, again = (sit(alone(WASHINGTON), lines) for _ in range(2))
    assert once == again


def test_two_people_play_to_the_end(tmp_path: Path) -> None:
    seat = two(folder=tmp_path)
    quarter = ["washington", "end", "hanoi", "end"]
    printed = sit(seat, quarter * 33)
    assert seat.game.over
    assert "THE SCORE" in printed


def test_the_command_plays_and_leaves_with_exit_0_at_the_end_of_input(tmp_path: Path) -> None:
    done = subprocess.run(
        overture("text", "--data", str(tmp_path), "--seed", "4", "--side", "hanoi"),
        input="effort i main\nend\nend\n",
        text=True,
        capture_output=True,
        timeout=120,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    (kept,) = saves(tmp_path / "saves")
    assert str(tmp_path / "saves") in done.stdout.replace("\n", "")  # a long path is wrapped
    assert "The file is plain" in " ".join(done.stdout.split())
    assert load(kept).quarter == 2


def test_bytes_that_are_no_text_are_answered_like_any_other_mistake(tmp_path: Path) -> None:
    done = subprocess.run(
        overture("text", "--data", str(tmp_path)),
        input=b"\xff\xfe\x00\nend\n",
        timeout=120,
        capture_output=True,
        cwd=ROOT,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert done.returncode == 0, done.stderr
    assert b"is no command and no order here" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_keeps_the_game_and_its_draft_and_leaves_with_exit_0(tmp_path: Path) -> None:
    with subprocess.Popen(
        overture("text", "--data", str(tmp_path)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("end\nbombing interdiction\n")
        running.stdin.flush()
        printed = ""
        while "Interdiction." not in printed:
            told = running.stdout.readline()
            assert told, printed
            printed += told
        time.sleep(0.2)  # until it waits for the next line
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=120)
    assert running.returncode == 0, errors
    assert "The game is kept at" in rest
    (kept,) = saves(tmp_path / "saves")
    seat = Chair(load(kept), alone(WASHINGTON).machines)
    assert seat.game.quarter == 1
    assert "Interdiction" in seat.quarter().orders.summary


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--load", "nothing"], "No saved game 'nothing'"),
        (["--hotseat", "--side", "hanoi"], "leave out --side"),
        (["--seed", "-1"], "--seed: a whole number from 0"),
        (["--opponent", "nobody"], "hanoi has no player 'nobody'"),
        (["--campaign", "nowhere"], "nowhere"),
        (["--load", "last", "--seed", "3"], "leave out --seed"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_message_and_exit_2(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.cli import main

    assert main(["text", "--data", str(tmp_path), *words]) == 2
    caught = capsys.readouterr()
    assert told in caught.err
    assert "Traceback" not in caught.err


def test_a_game_is_loaded_where_it_was_left_with_the_same_opponent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    from game.cli import main

    monkeypatch.setattr("sys.stdin", io.StringIO("end\nend\nsave copy\n"))
    assert main(["text", "--data", str(tmp_path), "--seed", "9", "--opponent", "record"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("end\n"))
    assert main(["text", "--data", str(tmp_path), "--load", "copy"]) == 0
    kept = load(saves(tmp_path / "saves")[0])
    assert kept.quarter == 3
    assert kept.seat(HANOI).name == "record"
    capsys.readouterr()
