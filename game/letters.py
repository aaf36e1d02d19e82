"""Letters from outside: which no text may hold, how the rest is written where it might act, and
what a line that somebody types keeps. One place for terminal, window and files.
"""

import unicodedata
from collections.abc import Callable
from typing import Final, TextIO

BIDIRECTIONAL: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Marks that reorder what is read."""
ALLOWED_CONTROL: Final = frozenset("\n\t")
LOST: Final = "\ufffd"  # stands where half a letter came in
LONGEST: Final = 1_000_000  # letters of a line; what is longer no hand has typed, and may never end
ENDLESS: Final = f"A line of {LONGEST:,} letters and more is none: input is taken to end here."


def acts(letter: str) -> bool:
    """Whether a letter acts on a terminal or reorders what is read: control characters, marks of
    direction, halves of letters, and separators of lines that are no newline."""
    if " " <= letter <= "~" or letter in ALLOWED_CONTROL:
        return False
    return letter in BIDIRECTIONAL or unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")


def forbidden(text: str) -> str | None:
    """Return the first character that no text may hold, named, or None."""
    culprit = next((letter for letter in text if acts(letter)), None)
    if culprit is None:
        return None
    kind = "bidirectional mark" if culprit in BIDIRECTIONAL else "control character"
    return f"{kind} U+{ord(culprit):04X}"


def shown(text: str) -> str:
    """Return an outside text as a terminal may show it: what could act stands there by its number,
    ESC as ``\\x1b``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_by_number(letter) if acts(letter) else letter for letter in text)


def one_line(text: str) -> str:
    """Return an outside text as a message may repeat it within a line."""
    return shown(text).replace("\n", "\\n").replace("\t", "\\t")


def typed(text: str) -> str:
    """Return what a line keeps of a text that somebody types or pastes: every letter there is,
    joiners and spaces of all kinds too; no tab, no newline, nothing that acts."""
    return "".join(letter for letter in text if letter not in ALLOWED_CONTROL and not acts(letter))


def next_line(source: TextIO, tell: Callable[[str], None]) -> str:
    """Return the next line of ``source`` as it came; empty where input ends, and, which is told,
    where a line has no end: a device of noughts would fill the memory."""
    line = source.readline(LONGEST)
    if len(line) < LONGEST or line.endswith("\n"):
        return line
    tell(ENDLESS)
    return ""


def read(line: str) -> str:
    """Return a line from outside without halves of letters and without NUL, neither of which can be
    written into a file of ours or drawn."""
    return "".join(
        LOST if letter == "\0" or unicodedata.category(letter) == "Cs" else letter
        for letter in line
    )


def _by_number(letter: str) -> str:
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
