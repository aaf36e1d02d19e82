"""Printing: the one way to the terminal, on which nothing acts that came from outside.

``say`` is for answers, ``warn`` for what goes beside them, ``data`` for tables, ``ask`` for a line
that is typed. A reader that has gone is BrokenPipeError in all of them, which the door takes for an
end.
"""

import sys
from io import TextIOWrapper

from game.letters import next_line, read, shown


def say(text: object = "", end: str = "\n") -> None:
    """Print an answer on standard output."""
    print(shown(str(text)), end=end)


def warn(text: object = "", end: str = "\n") -> None:
    """Print on standard error, at once, so that standard output can go to a file."""
    print(shown(str(text)), end=end, file=sys.stderr, flush=True)


def data(text: str) -> None:
    """Write a table or a tree whose every letter counts: as it stands into a file or a pipe, in
    UTF-8, and cleaned on a terminal."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(shown(text) if sys.stdout.isatty() else text)


def ask(prompt: str) -> str:
    """Return a line that is typed; empty where input has ended."""
    say(prompt, end="")
    sys.stdout.flush()
    line = read(next_line(sys.stdin, warn))
    if not line:
        say()
    return line.strip()
