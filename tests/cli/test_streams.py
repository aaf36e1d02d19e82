"""Standard streams that are closed, missing or full, readers that leave, signals, and names that
would act on a terminal."""

import os
import random
import signal
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from game import letters
from game.cli import _streams, main
from game.desk.chair import Chair
from game.record import running_path, saves, saves_folder
from game.record.loading import verify
from game.text import signals
from game.text.session import Session
from game.text.terminal import CLEAR, LEAVE, Terminal
from tests.record.play import played
from tests.text.play import Typed, two
from tests.torture import streams
from tests.torture.cases import Findings

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="redirected by a POSIX shell")
GOOD = {"0<": "a pipe", "1>": "a pipe", "2>": "a pipe"}


class AlwaysLast(random.Random):
    """Dice that choose the last of whatever there is."""

    def choice(self, seq: Any) -> Any:
        return seq[-1]


@POSIX
@pytest.mark.parametrize("stream", GOOD)
def test_a_command_runs_with_any_standard_stream_closed(stream: str) -> None:
    code, told = streams.ended(["check", "tiny"], {**GOOD, stream: "closed"})
    assert code == 0, told
    assert ("good" in told) == (stream != "1>")


@POSIX
def test_a_game_with_every_stream_closed_is_kept_and_nothing_is_written_into_it(
    tmp_path: Path,
) -> None:
    words = ["text", "--campaign", "tiny", "--data", str(tmp_path)]
    assert streams.ended(words, dict.fromkeys(GOOD, "closed")) == (0, "")
    (path,) = saves(saves_folder(tmp_path))
    verify(path)


@POSIX
def test_a_reader_that_leaves_is_an_end_and_no_error(tmp_path: Path) -> None:
    words = ["text", "--campaign", "tiny", "--data", str(tmp_path)]
    assert streams.ended(words, {**GOOD, "1>": "gone"}) == (0, "")
    (path,) = saves(saves_folder(tmp_path))
    verify(path)
    assert streams.ended(["--help"], {**GOOD, "1>": "gone"}) == (0, "")


@POSIX
def test_an_output_that_is_full_is_said_once() -> None:
    code, told = streams.ended(["check", "tiny"], {**GOOD, "1>": "full"})
    assert code == 2
    assert told.startswith("the output: the system refuses it")
    assert len(told.splitlines()) == 1


@POSIX
@pytest.mark.parametrize("words", [["text", "--campaign", "tiny"], ["forget"]])
def test_an_input_without_an_end_is_said_once_and_the_game_is_left(
    words: list[str], tmp_path: Path
) -> None:
    kept = running_path(saves_folder(tmp_path))
    played(1, path=kept)
    code, told = streams.ended([*words, "--data", str(tmp_path)], {**GOOD, "0<": "full"})
    assert code in (0, 1), told
    assert told.count(letters.ENDLESS) == 1
    assert kept in saves(kept.parent)


def test_a_line_is_read_in_one_place_which_bounds_it() -> None:
    game = Path(__file__).parents[2] / "game"
    reading = [path.name for path in game.rglob("*.py") if ".readline(" in path.read_text("utf-8")]
    assert reading == ["letters.py"]


@POSIX
def test_a_game_behind_a_shell_that_ignores_ctrl_c_is_interrupted_all_the_same(
    tmp_path: Path,
) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        dice = AlwaysLast(0)
        assert streams.signalled(dice, tmp_path) == "sent away by SIGINT"
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_streams_that_are_not_there_are_nowhere_and_not_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in _streams.MODES:
        monkeypatch.setattr(sys, name, None)
    assert main(["check", "tiny"]) == 0
    assert main(["check", "missing"]) == 1
    assert sys.stdin.readline() == ""


def test_a_number_of_a_standard_stream_is_never_a_files() -> None:
    if os.name == "nt":
        pytest.skip("numbers are not taken in order there")
    kept = os.dup(2)
    os.close(2)
    try:
        _streams.steady()
        assert os.path.samestat(os.fstat(2), os.stat(os.devnull))
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def test_an_output_is_hushed_where_numbers_cannot_be_exchanged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", StringIO())
    with monkeypatch.context() as lacking:
        lacking.delattr(os, "dup2")
        _streams.hush()
    print("to nobody")


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["replay"],
        ["debrief"],
        ["compare"],
        ["export", "--out", "x"],
        ["sweep"],
        ["posture", "--points"],
        ["text", "--load"],
        ["text", "--campaign"],
        [],
    ],
)
def test_a_strangers_name_does_nothing_to_the_terminal(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    name = "\x1b]0;owned\x07\x1b[2J\u202e.toml"
    assert main([*words, name]) in (1, 2)
    told = capsys.readouterr()
    assert not {"\x1b", "\x07", "\u202e"} & {*told.out, *told.err}
    assert "owned" in told.err


def test_a_good_file_with_a_name_that_acts_is_named_without_acting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = Path(__file__).parents[2] / "campaigns" / "tiny.toml"
    if os.name == "nt":
        pytest.skip("Windows has no such names")
    mine = tmp_path / "a\x1b[31m.toml"
    mine.write_bytes(shipped.read_bytes())
    assert main(["check", str(mine)]) == 0
    assert "a\\x1b[31m.toml: good" in capsys.readouterr().out


# Commands


def test_the_command_is_the_first_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--data", "check", "text", "--help"])
    assert left.value.code == 0
    assert "usage: main.py play" in capsys.readouterr().out


def test_a_command_behind_options_is_told_where_it_belongs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--data", "check", "text"]) == 2
    assert "the command comes first: main.py text" in capsys.readouterr().err


def test_a_word_too_many_is_refused_by_the_commands_own_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["pack", "tet", "--out", "new", "--colour"]) == 2
    assert "main.py pack: unrecognized arguments: --colour" in capsys.readouterr().err


# Signals


class Interrupting(Typed):
    """A terminal at which a signal comes when papers are on the screen."""

    def __init__(self, lines: list[str], number: int) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self.number, self.sent = number, False

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(size)
        if not line and not self.sent:
            self.sent = True
            os.kill(os.getpid(), self.number)
        return line


def sent(chair: Chair, number: int) -> tuple[int, str]:
    """Return the exit code, and what stood on a terminal at which a signal came."""
    source, sink = Interrupting(["", "washington", "", "", "note Ours alone."], number), Typed()
    code = Session(chair, Terminal(source, sink, {"TERM": "xterm"})).run()
    return code, sink.getvalue()


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_leaves_a_clean_screen_and_the_game_kept(name: str, tmp_path: Path) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)  # where a shell runs it behind, some are ignored
    chair = two(folder=tmp_path)
    code, shown = sent(chair, number)
    assert code == 128 + number
    streams.left_clean(shown)
    (path,) = saves(tmp_path)
    assert verify(path).entries[-1].text == "Ours alone."
    assert signal.getsignal(number) == before


@POSIX
def test_ctrl_z_leaves_a_clean_screen_and_the_curtain_hangs_when_the_game_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, stopped = os.kill, []

    def kill(process: int, number: int) -> None:
        if stopped or number != signal.SIGTSTP:
            raise AssertionError("sent twice")
        stopped.append(signal.getsignal(number))
        signal.signal(number, lambda *_: None)  # instead of standing still in a test
        real(process, number)

    class Stopping(Interrupting):
        def readline(self, size: int | None = -1, /) -> str:
            line = super(Interrupting, self).readline(size)
            if not line and not self.sent:
                self.sent = True
                monkeypatch.setattr(os, "kill", kill)
                signal.raise_signal(signal.SIGTSTP)
            return line

    source = Stopping(["", "washington", "", "", "note Ours alone."], signal.SIGTSTP)
    sink = Typed()
    Session(two(), Terminal(source, sink, {"TERM": "xterm"})).run()
    assert stopped == [signal.SIG_DFL]
    shown = sink.getvalue()
    cleared = shown.index(CLEAR + LEAVE)
    assert "Ours alone" not in shown[cleared:]
    assert "when only Washington is looking" in shown[cleared:]


def test_a_thread_that_may_not_watch_signals_plays_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("signal only works in main thread")

    monkeypatch.setattr(signal, "signal", refuse)
    with signals.watched(Terminal(StringIO(), StringIO(), {})):
        pass


@POSIX
def test_a_few_starts_and_signals_of_the_torture_end_well(tmp_path: Path) -> None:
    findings = Findings("test", tmp_path)
    streams.run(findings, 4, seed=2)
    assert findings.failures == []


@POSIX
def test_the_torture_of_streams_notices_papers_that_stay_on_the_screen() -> None:
    with pytest.raises(AssertionError, match="stays on"):
        streams.left_clean("Washington, January> ")
    with pytest.raises(AssertionError, match="papers after leaving"):
        streams.left_clean(f"{CLEAR}{LEAVE}Washington, January> ")
