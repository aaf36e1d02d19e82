"""Files on disk: one atomic writer and one checked reader behind everything the game keeps.

Bytes are never half written: a temporary file, flushed, synced, then put in place. What is read is
bounded before it is looked at. Every call to the file system goes through the names of this module,
so that a test can make each of them fail in turn.
"""

import contextlib
import json
import os
import secrets
from pathlib import Path
from typing import Any, Final, NoReturn

from game.problems import Problem

MOST_BYTES: Final = 20_000_000  # of a saved game; a whole war takes about 0.3 million
MOST_OF_SETTINGS: Final = 200_000  # bytes; they have about a thousand
PART: Final = ".part"  # ends the name of a file that is still being written


class NoDocument(Problem):
    """A file that is read, and holds no document of JSON."""


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` so that a crash leaves either the old file or the new one; a link
    stays one, and what it leads to is written.

    Raises OSError as the system gave it; the old file is untouched then.
    """
    if os.path.islink(path):
        path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    sync_folder(path.parent)


def write_text(path: Path, text: str) -> None:
    """Put a text at ``path`` as UTF-8, whole or not at all; Problem where it cannot be written.

    What is no plain file, such as a pipe or the null device, is written through, so that it stays
    what it is.
    """
    data = text.encode("utf-8")
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as file:
                file.write(data)
        else:
            write(path, data)
    except OSError as error:
        why = error.strerror
        raise Problem(
            f"{path}: cannot be written ({why}). Name a file in a folder that takes one, "
            "and make room."
        ) from None


def stamp(path: Path) -> tuple[int, ...] | None:
    """Return what changes when a file is written by anybody; None where it cannot be told."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def sync_folder(place: Path) -> None:
    """Make the folder's new entry lasting, where the platform can open a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return a file's bytes; Problem when it cannot be read or has more than ``most`` of them."""
    try:
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        why = error.strerror
        raise Problem(f"{path}: cannot be read ({why}). Check name and rights.") from None
    if len(data) > most:
        raise Problem(f"{path}: larger than {most:,} bytes, so none of the game's. Check the name.")
    return data


def read_json(path: Path, most: int = MOST_BYTES) -> Any:
    """Return the document in a file of JSON; Problem when it is none, is larger than ``most``
    bytes, is nested too deep, or holds what is no number, such as NaN."""
    try:
        return json.loads(read(path, most).decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NoDocument(f"{path}: no JSON document.") from None


def begins(path: Path, count: int) -> bytes:
    """Return the first bytes of a file; empty where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return bytes(file.read(count))
    except OSError:
        return b""


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
