"""From bytes to parsed TOML without trusting the file: bounded, UTF-8, and scanned first.

``tomllib`` recurses into brackets, copies the parts of a dotted key at every step and converts
integers of any length, so depth, dots, digits and values are counted in one pass before it sees
the text. In that pass an unfinished string runs to the end of its line or of the file, so that no
text is looked at twice.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from game.campaign.limits import MOST_BYTES, MOST_DEPTH, MOST_VALUES
from game.letters import forbidden
from game.problems import Problem

MOST_DIGITS: Final = 40  # of one number

_TOKEN: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[A-Za-z0-9_+-]++"
    r"|[\[\]{}.=,\n]",
    re.DOTALL,
)


def read_bytes(path: Path) -> bytes:
    """Return a campaign file's bytes; Problem when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror
        raise Problem(f"{path}: cannot be read ({why}). Check name and rights.") from None
    if len(raw) > MOST_BYTES:
        raise Problem(f"{path}: larger than {MOST_BYTES:,} bytes. Shorten the file.")
    return raw


def parse(raw: bytes, name: str) -> dict[str, Any]:
    """Return the file's tables; Problem in one message when it is not TOML the game can take."""
    text = _decoded(raw, name)
    trouble = _trouble(text)
    if trouble:
        raise Problem(f"{name}: {trouble}")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"{name}: not valid TOML: {error}. Correct it there.") from None
    except (RecursionError, ValueError, OverflowError):
        raise Problem(f"{name}: nested too deep, or a number too long. Simplify it.") from None


def _decoded(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Problem(f"{name}: line {line} is not UTF-8. Save the file as UTF-8.") from None
    if text.startswith("\ufeff"):
        raise Problem(f"{name}: starts with a byte-order mark. Save it as UTF-8 without one.")
    return text.replace("\r\n", "\n")


def _trouble(text: str) -> str | None:
    """Return what makes ``text`` unfit for the parser, with its line, or None."""
    for number, line in enumerate(text.split("\n"), 1):
        culprit = forbidden(line)
        if culprit:
            return f"line {number} holds a {culprit}. Remove it."
    return _too_deep(text)


def _too_deep(text: str) -> str | None:
    depth = dots = values = 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        values += token in "[=,"
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
        dots = dots + 1 if token == "." else 0 if token in "=,\n[]{}" else dots
        if depth > MOST_DEPTH or dots >= MOST_DEPTH:
            return f"line {_line(text, match)} nests deeper than {MOST_DEPTH}. Flatten it."
        if values > MOST_VALUES:
            return f"holds more than {MOST_VALUES:,} values. Shorten it."
        if len(token) > MOST_DIGITS and token[0] in "+-0123456789":
            return f"line {_line(text, match)} holds a number too long to use. Shorten it."
    return None


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1
