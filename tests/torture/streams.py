"""Streams: the program is started with standard streams that are closed, full, broken or missing,
and sent away by signals, with commands of every kind.

It ends with 0, 1 or 2, or with the signal's own code, and never with a traceback; a saved game that
was begun is whole; and a terminal of two people is left clean. POSIX systems only.
"""

import os
import random
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from game.record import saves, saves_folder
from game.record.loading import verify
from game.text.terminal import CLEAR, LEAVE
from tests.torture.cases import Findings

ROOT = Path(__file__).parents[2]
COMMANDS = (
    ("check", "tiny"),
    ("check", "missing\x1b[2J\x07.toml"),
    ("replay", "tiny"),
    ("--version",),
    ("--help",),
    ("text", "--help"),
    ("negotiate",),
    ("forget",),
    (),
    ("text", "--campaign", "tiny", "--seed", "3"),
    ("text", "--campaign", "tiny", "--hotseat"),
    ("efg",),
    ("posture", "--bench", "x"),
)
TYPED = b"bombing industry\nnote Wait.\nlog 4\nend\nhelp\n"
STATES = {"closed": "&-", "nowhere": "/dev/null", "full": "/dev/full", "a pipe": "", "gone": ""}
"""What a standard stream may be, and how a shell says so. A full device, where it is read from,
gives noughts without an end."""
CODES = (0, 1, 2)
PATIENCE = 120.0  # seconds
PROMPTS = ("looking: ", "read on. ", "> ")
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)


def run(findings: Findings, count: int, seed: int) -> None:
    """Start the program ``count`` times."""
    for number in range(count):
        dice = random.Random(f"{seed} streams {number}")
        with TemporaryDirectory() as name:
            case = started if number % 4 else signalled
            try:
                findings.count(case(dice, Path(name)))
                for path in saves(saves_folder(Path(name))):
                    verify(path)
            except Exception as error:
                findings.fail(f"{seed}-{number}", f"{type(error).__name__}: {error}", {})


def started(dice: random.Random, data: Path) -> str:
    """Start a command with random streams, and look at how it ends."""
    words = [*dice.choice(COMMANDS)]
    words += ["--data", str(data)] if words[:1] in (["text"], ["forget"], []) else []
    states = {name: dice.choice([*STATES]) for name in ("0<", "1>", "2>")}
    code, told = ended(words, states)
    assert code in CODES, f"{words} {states}: ended with {code}: {told[-300:]}"
    assert "Traceback" not in told, f"{words} {states}: {told[-300:]}"
    assert "Exception ignored" not in told, f"{words} {states}: {told[-300:]}"
    assert re.search(r"[\x07\x1b]", told) is None, f"{words} {states}: {told!r}"
    return f"starts, standard output {states['1>']}"


def ended(words: list[str], states: dict[str, str]) -> tuple[int, str]:
    """Run the program with its streams as told; return its code and all that it has said."""
    redirected = " ".join(f"{stream}{STATES[how]}" for stream, how in states.items() if STATES[how])
    command = ["/bin/sh", "-c", f'exec "$@" {redirected}', "sh", sys.executable, "main.py", *words]
    reader, writer = os.pipe()
    os.close(reader)
    out = writer if states["1>"] == "gone" else subprocess.PIPE
    plain = os.environ | {"SDL_VIDEODRIVER": "", "COLUMNS": "80", "TERM": "dumb"}
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE, env=plain
    )
    os.close(writer)
    try:
        said, complained = process.communicate(TYPED, PATIENCE)
    finally:
        process.kill()
    told = (said or b"") + complained
    return process.returncode, told.decode(errors="replace")


def signalled(dice: random.Random, data: Path) -> str:
    """Send a game of two people at a terminal away, and look at what it leaves there."""
    # Where a shell runs this behind, Ctrl-C is ignored, and what is started here inherits that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _sent_away(dice, data)
    finally:
        signal.signal(signal.SIGINT, before)


def _sent_away(dice: random.Random, data: Path) -> str:
    number = dice.choice(ENDS)
    words = ["text", "--hotseat", "--campaign", "tiny", "--data", str(data)]
    process, screen = at_a_terminal(words)
    try:
        shown = until(screen, "begin. ")
        for line in ("", "washington", "", "", *["note Ours alone."] * dice.randrange(3)):
            os.write(screen, f"{line}\n".encode())
            shown += until(screen, *PROMPTS)
        time.sleep(dice.random() * 0.1)
        process.send_signal(number)
        code = process.wait(PATIENCE)
        shown += rest(screen)
    finally:
        process.kill()
        os.close(screen)
    assert code == (0 if number == signal.SIGINT else 128 + number), f"{number}: ended with {code}"
    left_clean(shown)
    return f"sent away by {signal.Signals(number).name}"


def left_clean(shown: str) -> None:
    """AssertionError unless the screen was cleared and left after the last of a side's papers."""
    _, left, after = shown.rpartition(CLEAR + LEAVE)
    assert left, f"the alternate screen stays on: {shown[-200:]!r}"
    assert "Ours alone" not in after, f"papers after leaving: {after[-200:]!r}"
    assert "Washington," not in after, f"papers after leaving: {after[-200:]!r}"


def at_a_terminal(words: list[str]) -> tuple["subprocess.Popen[bytes]", int]:
    """Start the program at a terminal of its own; return it and the terminal's other end."""
    import pty

    screen, inside = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "main.py", *words],
        cwd=ROOT,
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
        env=os.environ | {"TERM": "xterm"},
    )
    os.close(inside)
    return process, screen


def until(screen: int, *prompts: str) -> str:
    """Return what is shown until one of the prompts stands there."""
    data, end = b"", time.monotonic() + PATIENCE
    while not data.decode(errors="replace").endswith(prompts):
        ready, _, _ = select.select([screen], [], [], max(0.0, end - time.monotonic()))
        assert ready, f"no {prompts} after {data[-300:]!r}"
        data += os.read(screen, 65536)
    return data.decode(errors="replace")


def rest(screen: int) -> str:
    """Return what is shown when the program has ended."""
    data = b""
    while select.select([screen], [], [], 0.2)[0]:
        try:
            part = os.read(screen, 65536)
        except OSError:  # the other end has closed
            break
        if not part:
            break
        data += part
    return data.decode(errors="replace")
