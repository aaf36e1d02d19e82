"""States of a game on disk beside the newest: earlier ones, and damaged ones that are set aside."""

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from game.disk import PART
from game.record import folder


def keep_earlier(path: Path, played: int, kept: int) -> None:
    """Keep the file at ``path`` as the game's state after ``played`` quarters, and no more than
    ``kept`` such states. Nothing happens where the system refuses: the game's own file matters."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
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
        os.link(os.path.realpath(path), other)
    except (OSError, AttributeError):  # a file system, or a system, without links
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
