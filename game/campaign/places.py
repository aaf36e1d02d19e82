"""How a place inside a campaign file and a value from it are written in messages."""

from collections.abc import Sequence
from typing import Any, Final

from game.letters import one_line

Path = tuple[str | int, ...]
"""Where a value stands in parsed TOML: keys and row numbers from the top."""

MOST_OF_A_NAME: Final = 40  # letters of a row's own name that a message repeats
MOST_OF_A_VALUE: Final = 60  # letters of a wrong value that a message repeats


def place(path: Sequence[str | int]) -> str:
    """Return a path as people write it: ``orders[3].washington.bombing``; rows count from 0."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += ("." if text else "") + _key(part)
    return text or "(whole file)"


def named(path: Path, data: Any) -> str:
    """Return the place with what its row calls itself: ``orders[3].hanoi.labour (1965Q4)``."""
    if len(path) >= 2 and isinstance(path[1], int):
        try:
            row = data[path[0]][path[1]]
            name = next(row[key] for key in ("quarter", "id", "name", "date") if key in row)
        except (KeyError, IndexError, TypeError, StopIteration):
            return place(path)
        if isinstance(name, str) and len(name) <= MOST_OF_A_NAME and _plain(name):
            return f"{place(path)} ({name})"
    return place(path)


def shown(value: Any) -> str:
    """Return a value as a message may repeat it: short, on one line, with nothing that acts."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > 64:
        return "a giant number"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, str):
        return ascii_quoted(value)
    return str(value)


def ascii_quoted(text: str) -> str:
    """Return ``text`` in quotes, cut short, with every letter that could act escaped."""
    short = text if len(text) <= MOST_OF_A_VALUE else text[:MOST_OF_A_VALUE] + "..."
    return f"'{one_line(short)}'"


def _key(part: str) -> str:
    return part if part.replace("_", "").replace("-", "").isalnum() else ascii_quoted(part)


def _plain(name: str) -> bool:
    """Whether a name can be repeated as it stands: no letter acts on a terminal or reorders."""
    return name.isascii() and name.isprintable()
