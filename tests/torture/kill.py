"""Kill: games are killed (SIGKILL) at random moments: in the terminal alone, in the window, and in
the terminal with two people, a third of each.

In the terminal a line is written only when the prompt has come. What the prompt had confirmed must
be there when the game is taken up again: its state is compared with the same lines played in this
process, up to the last line confirmed, or one line more. In the window dice press keys, and each
frame's state is told; what is on disk must be the last state that was shown, or the next one that
the same dice come to where nobody dies.
"""

import argparse
import io
import os
import random
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from game.cli import _seats, text
from game.desk.chair import Chair
from game.record import Game, saves, saves_folder, take_up_newest
from game.text.session import Session
from game.text.terminal import Terminal
from tests.torture import games, window
from tests.torture.cases import Findings

ROOT = Path(__file__).parents[2]
PROMPTS = ("> ", "looking: ", "begin. ", "no] ", "read on. ")
PATIENCE = 120.0  # seconds until a process that says nothing counts as hanging
LONGEST_PAUSE = 0.25  # seconds between the last line and death, drawn with more short ones
MOST_LINES = 14
STEPS = 16  # of a game in the window
SHARED = 30  # games in the window, and others, that share their dice
ORDERS = {
    "washington": ("bombing interdiction", "bombing halt", "trail heavy", "troops in 30", "undo",
                   "ground I search", "posture talks via public", "table 1 1 0 2 1", "offer",
                   "note Wait for the winter.", "home rally", "save by hand", "advisers"),
    "hanoi": ("infiltration heavy", "effort II main_force", "preparation prepare", "undo",
              "posture contacts via public", "labour trail", "table 3 2 2 3 2",
              "note Rice for nine divisions.", "home exhort", "save by hand", "diplomacy"),
}  # fmt: skip


@dataclass
class Sitting:
    """One sitting: how the game was begun, the lines given, and how many were confirmed."""

    words: list[str]
    lines: list[str]
    confirmed: int = 0


def run(findings: Findings, count: int, seed: int) -> None:
    """Kill ``count`` games."""
    for number in range(count):
        rng = random.Random(f"{seed} kill {number}")
        with TemporaryDirectory() as name:
            data = Path(name)
            games.beside(saves_folder(data))
            if number % 3 == 1:
                _window(findings, f"{seed}-{number}", data, seed * 1000 + number // SHARED, rng)
                continue
            sitting = _planned(rng, data, number)
            try:
                transcript = _killed(sitting, rng)
                findings.count(_resumed(sitting, data))
            except Exception as error:
                files = {path.name: path.read_bytes() for path in saves_folder(data).iterdir()}
                said = f"{type(error).__name__}: {error}"
                lines = "\n".join(sitting.lines)
                findings.fail(
                    f"{seed}-{number}",
                    said,
                    {**files, "lines.txt": f"{sitting.words}\n{lines}\n".encode()},
                )
            else:
                findings.reach("lines confirmed before a kill", sitting.confirmed)
                findings.reach("letters read", len(transcript))


def _window(findings: Findings, case: str, data: Path, dice: int, rng: random.Random) -> None:
    """Kill a game in the window, and take it up again."""
    undisturbed = _dice(dice)
    shown: list[str] = []
    with _started(data, dice) as process:
        assert process.stdout is not None
        wanted = rng.randrange(STEPS + 1)
        while len(shown) < wanted and (line := process.stdout.readline()):
            shown.append(line.decode().strip())
        time.sleep(rng.random() ** 2 * LONGEST_PAUSE)
        os.kill(process.pid, signal.SIGKILL)
        shown += process.stdout.read().decode().split()
    try:
        assert tuple(shown) == undisturbed[: len(shown)], "the dice are not the same"
        findings.count(_taken_up(data, shown, undisturbed))
    except Exception as error:
        files = {path.name: path.read_bytes() for path in saves_folder(data).iterdir()}
        findings.fail(case, f"window: {type(error).__name__}: {error}", files)
    findings.reach("states shown before a kill", len(shown))


def _taken_up(data: Path, shown: list[str], undisturbed: tuple[str, ...]) -> str:
    """Take the window's game up and compare it. AssertionError if something shown is lost."""
    if not saves(saves_folder(data)):
        assert not shown, "nothing is kept, and a frame was shown"
        return "killed before the game was kept"
    game = take_up_newest(saves_folder(data))
    Chair(game, _seats.machines(game))
    found = window.state(game)
    if shown and found == shown[-1]:
        return "resumed in the window as shown"
    assert found in undisturbed[len(shown) : len(shown) + 1], "what a frame showed is lost"
    return "resumed in the window with the key in flight"


@cache
def _dice(dice: int) -> tuple[str, ...]:
    """Return the states that the dice come to where nobody dies."""
    with TemporaryDirectory() as name:
        games.beside(saves_folder(Path(name)))
        with _started(Path(name), dice) as process:
            assert process.stdout is not None
            return tuple(process.stdout.read().decode().split())


def _started(data: Path, dice: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.torture.window", str(data), str(dice), str(STEPS)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT)


def _planned(rng: random.Random, data: Path, number: int) -> Sitting:
    """Return a sitting's beginning and its lines."""
    campaign = saves_folder(data) / "tet-part.toml"
    words = ["--campaign", str(campaign), "--seed", str(rng.randrange(10**6))]
    two = number % 3 == 2
    side = rng.choice(("washington", "hanoi"))
    words += ["--hotseat"] if two else ["--side", side]
    lines = ["washington"] if two else []
    side = "washington" if two else side
    for _ in range(rng.randrange(MOST_LINES)):
        drawn = rng.random()
        if drawn < 0.25:
            lines.append("end")
            if two:
                side = "hanoi" if side == "washington" else "washington"
                lines.append(side)
        elif drawn < 0.3 and not two:
            lines.append("run")
        else:
            lines.append(rng.choice(ORDERS[side]))
    return Sitting(words, lines)


def _killed(sitting: Sitting, rng: random.Random) -> str:
    """Play the sitting in a process of its own and kill that; return what it printed."""
    data = Path(sitting.words[1]).parents[1]
    command = [sys.executable, str(ROOT / "main.py"), "text", *sitting.words, "--data", str(data)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT
    )
    assert process.stdin is not None
    assert process.stdout is not None
    printed, given = "", 0
    try:
        if not sitting.lines and rng.random() < 0.5:
            time.sleep(rng.random())  # in the middle of starting
        else:
            for line in [*sitting.lines, None]:
                part, asks = _read(process.stdout, PATIENCE)
                printed += part
                sitting.confirmed = given
                if line is None or not asks:
                    break
                process.stdin.write(f"{line}\n".encode())
                process.stdin.flush()
                given += 1
                if given == len(sitting.lines):
                    break
            time.sleep(rng.random() ** 2 * LONGEST_PAUSE)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        left = process.stdout.read().decode(errors="replace")
        process.wait()
    if left.endswith(PROMPTS):
        sitting.confirmed = given
    return printed + left


def _read(stream: Any, patience: float) -> tuple[str, bool]:
    """Return what a process prints until it asks for a line; False if it has ended instead."""
    data, until = b"", time.monotonic() + patience
    while not data.decode(errors="replace").endswith(PROMPTS):
        ready, _, _ = select.select([stream], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise AssertionError(f"nothing more after {patience:g} s: {data[-300:]!r}")
        part = os.read(stream.fileno(), 65536)
        if not part:
            return data.decode(errors="replace"), False
        data += part
    return data.decode(errors="replace"), True


def _resumed(sitting: Sitting, data: Path) -> str:
    """Take the game up and compare it; return what became of it. AssertionError if it is lost."""
    folder = saves_folder(data)
    if not saves(folder):
        assert sitting.confirmed == 0, "nothing is kept, and lines were confirmed"
        return "killed before the game was kept"
    game = take_up_newest(folder)
    assert not any("damaged" in said for said in game.notices), game.notices
    Chair(game, _seats.machines(game))  # the machines answer what was given, as on resuming
    least = _state(_replayed(sitting, sitting.confirmed))
    most = _state(_replayed(sitting, min(sitting.confirmed + 1, len(sitting.lines))))
    found = _state(game)
    for name in ("rows", "entries"):
        assert _begins(found[name], least[name]), f"{name} that were confirmed are lost"
        assert _begins(most[name], found[name]), f"{name} that nobody gave are there"
    if found["rows"] == least["rows"] and found["rows"] != most["rows"]:
        assert found["pending"] in (least["pending"], most["pending"]), "orders are lost"
    elif found["rows"] == least["rows"]:
        assert found["pending"] in (least["pending"], most["pending"]), "a draft is lost"
    ahead = found != least
    return "resumed with the line in flight" if ahead else "resumed as confirmed"


def _replayed(sitting: Sitting, count: int) -> Game:
    """Return the game after the first lines, played in this process and kept nowhere."""
    parser = argparse.ArgumentParser()
    text.add_arguments(parser)
    game = text.begun(parser.parse_args(sitting.words))
    chair = Chair(game, _seats.machines(game))
    source = io.StringIO("".join(f"{line}\n" for line in sitting.lines[:count]))
    session = Session(chair, Terminal(source, io.StringIO(), {"TERM": "dumb"}))
    session.run()
    return game


def _state(game: Game) -> dict[str, Any]:
    entries = [entry.model_dump() for entry in game.entries]
    return {
        "rows": [row.model_dump() for row in game.past.rows],
        "entries": entries,
        "pending": game.pending().model_dump(),
    }


def _begins(whole: list[Any], part: list[Any]) -> bool:
    return whole[: len(part)] == part
