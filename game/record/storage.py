"""Bytes on disk that are never half written: a temporary file, flushed, synced, then put in place.

Every call to the file system goes through the names of this module, so that a test can make each
of them fail in turn.
"""

import contextlib
import os
import secrets
from pathlib import Path
from typing import Final

from game.problems import Problem

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


def sync_folder(folder: Path) -> None:
    """Make the folder's new entry lasting, where the platform can open a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path) -> bytes:
    """Return a saved game's bytes; Problem when it cannot be read or is far too large."""
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror
        raise Problem(f"{path}: cannot be read ({why}). Check name and rights.") from None
    if len(data) > MOST_BYTES:
        raise Problem(f"{path}: larger than {MOST_BYTES:,} bytes, so no saved game.")
    return data
