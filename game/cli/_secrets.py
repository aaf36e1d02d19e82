"""Asking people for passphrases and PINs without showing them, and taking up sealed games."""

import getpass
import sys
from pathlib import Path

from game.letters import next_line
from game.printing import warn
from game.problems import Problem
from game.record import Game, Locked, Passphrases, take_up, take_up_newest


def asked(prompt: str) -> str:
    """Return a line that is not shown while it is typed; Problem where input ends."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt).strip()
    warn(prompt, end="")  # standard output may go to a file
    line = next_line(sys.stdin, warn)
    warn()
    if not line:
        raise Problem(
            "Input ended where a passphrase was asked for; nothing was changed. "
            "Type it in a terminal."
        )
    return line.strip()


def chosen() -> Passphrases:
    """Return the passphrases that both sides choose, and the facilitator's spare one if any."""
    washington = _twice("Washington")
    hanoi = _twice("Hanoi")
    spare = asked("The facilitator's spare passphrase, or Enter for none: ")
    return Passphrases(washington, hanoi, spare)


def opening(name: str) -> Passphrases:
    """Return the passphrases that open a sealed game."""
    warn(f"{name} is sealed. Both sides' passphrases open it, or the facilitator's spare one.")
    washington = asked("Washington's passphrase, or Enter to give the spare one: ")
    if not washington:
        return Passphrases(spare=asked("The spare passphrase: "))
    return Passphrases(washington, asked("Hanoi's passphrase: "))


def taken_up(path: Path, folder: Path) -> Game:
    """Return a saved game; a sealed one asks for its passphrases."""
    try:
        return take_up(path, folder)
    except Locked:
        return take_up(path, folder, opening(path.stem))


def newest(folder: Path) -> Game:
    """Return the newest saved game that can be played."""
    try:
        return take_up_newest(folder)
    except Locked as locked:
        path = folder / locked.name
        return take_up(path, folder, opening(path.stem))


def _twice(who: str) -> str:
    """Return a passphrase that somebody typed twice alike."""
    while True:
        first = asked(f"{who}'s passphrase; only {who} looks: ")
        if first == asked("The same again: "):
            return first
        warn("They differ; once more.")
