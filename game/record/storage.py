"""Bytes on disk that are never half written: a temporary file, flushed, synced, then put in place.

Every call to the file system goes through the names of this module, so that a test can make each
of them fail in turn.
"""

import contextlib
import os
import secrets
import shutil
from pathlib import Path
from typing import Final

from game.problems import Problem
from game.record import folder

MOST_BYTES: Final = 20_000_000  # of a saved game; a whole war takes about 0.3 million


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` so that a crash leaves either the old file or the new one.

    Raises OSError as the system gave it; the old file is untouched then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
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

    What is no plain file, such as a link, a pipe or the null device, is written through, so that
    it stays what it is.
    """
    data = text.encode("utf-8")
    try:
        if os.path.islink(path) or (os.path.exists(path) and not os.path.isfile(path)):
            with open(path, "wb") as file:
                file.write(data)
        else:
            write(path, data)
    except OSError as error:
        why = error.strerror
        raise Problem(f"{path}: cannot be written ({why}). Name a file in a folder that takes one, "
                      "and make room.") from None  # fmt: skip


def stamp(path: Path) -> tuple[int, ...] | None:
    """Return what changes when a file is written by anybody; None where it cannot be told."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def keep_earlier(path: Path, played: int, kept: int) -> None:
    """Keep the file at ``path`` as the game's state after ``played`` quarters, and no more than
    ``kept`` such states. Nothing happens where the system refuses: the game's own file matters."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            _twin(path, temporary)
            os.replace(temporary, folder.earlier_path(path, played))
        finally:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        for old in folder.earlier(path)[kept:]:
            os.unlink(old)
    except OSError:
        return


def _twin(path: Path, other: Path) -> None:
    """Make ``other`` hold what ``path`` holds now, and go on holding it when ``path`` is replaced;
    OSError as the system gives it."""
    try:
        os.link(path, other)
    except OSError:  # a file system without links
        shutil.copyfile(path, other)


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file so that it is never taken for a save again, and never lost; return its
    new path, or None where the system refuses."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            try:
                os.rename(path, aside)
            except OSError:
                return None
            return aside
    return None


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
