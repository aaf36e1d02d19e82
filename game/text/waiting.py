"""Waiting for a line without losing sight of the clock: what is due is asked a few times a second.

No thread: on POSIX systems ``select`` waits for the line that the terminal is editing; the Windows
console hands over key by key. What was typed of a line that never came is dropped, so that it does
not stand before whoever sits down next.
"""

import select
import sys
import time
from collections.abc import Callable
from io import UnsupportedOperation
from typing import Final, Protocol, TextIO

from game.letters import next_line

LOOK: Final = 0.25  # seconds between two looks at the clock
KEY: Final = 0.03  # seconds between two looks at the Windows console's keys
ENTER, BREAK, END, BACK = "\r\n", "\x03", "\x1a", "\b"
PREFIXES: Final = ("\x00", "\xe0")  # what comes before an arrow or a function key


class TimeUp(Exception):
    """Something fell due while a line was awaited; what was typed of it is dropped."""


class KeyConsole(Protocol):
    """A console that hands over key by key, as the module ``msvcrt`` does."""

    def kbhit(self) -> bool:
        """Whether a key waits."""

    def getwch(self) -> str:
        """Return the next key, without showing it."""


def line(source: TextIO, sink: TextIO, due: Callable[[], bool], tell: Callable[[str], None]) -> str:
    """Return the next line, empty at the end of input; TimeUp if ``due`` comes first. ``tell`` is
    told of a line without an end."""
    if sys.platform == "win32" and source is sys.stdin:
        import msvcrt

        return typed(msvcrt, sink, due)
    place = descriptor(source)
    if place is not None and sys.platform != "win32":
        while not select.select([place], [], [], LOOK)[0]:
            if due():
                drop(place)
                raise TimeUp
    return next_line(source, tell)


def descriptor(source: TextIO) -> int | None:
    """Return the number of a stream that the system knows, None for one of our own."""
    try:
        return source.fileno()
    except (OSError, UnsupportedOperation):
        return None


def drop(place: int) -> None:
    """Drop what a terminal has read of a line that is not finished."""
    if sys.platform != "win32":
        import termios

        termios.tcflush(place, termios.TCIFLUSH)


def typed(keys: KeyConsole, sink: TextIO, due: Callable[[], bool]) -> str:
    """Return a line typed key by key, and show it as it is typed."""
    letters: list[str] = []
    waited = 0.0
    while True:
        if not keys.kbhit():
            time.sleep(KEY)
            waited += KEY
            if waited >= LOOK and due():
                raise TimeUp
            waited %= LOOK
            continue
        key = keys.getwch()
        if key in ENTER:
            show(sink, "\n")
            return "".join(letters) + "\n"
        if key == BREAK:
            raise KeyboardInterrupt
        if key == END and not letters:
            return ""
        edit(letters, key, keys, sink)


def edit(letters: list[str], key: str, keys: KeyConsole, sink: TextIO) -> None:
    """Take a key into the line: a letter, or one taken back."""
    if key in PREFIXES:
        keys.getwch()
    elif key == BACK and letters:
        letters.pop()
        show(sink, "\b \b")
    elif key.isprintable():
        letters.append(key)
        show(sink, key)


def show(sink: TextIO, text: str) -> None:
    """Show what was typed."""
    sink.write(text)
    sink.flush()
