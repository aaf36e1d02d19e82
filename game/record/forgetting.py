"""Forgetting: everything of a person's that the game keeps, and its deletion.

Only what the game itself has written is named, by its place and its first line: a folder that holds
other things too loses none of them, whatever they are called.
"""

import contextlib
import errno
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from game import cache, folders
from game.disk import PART
from game.record import wars
from game.record.folder import SUFFIX, WARS, is_ours

_LIKE: Final = re.compile(
    rf"(\..+{re.escape(SUFFIX)}\.[0-9a-f]{{8}}\.part|.+{re.escape(SUFFIX)}(\.damaged-\d+)?)"
)
_WARS: Final = re.compile(
    rf"{re.escape(WARS)}(\.damaged-\d+)?|\.{re.escape(WARS)}\.[0-9a-f]{{8}}"
    rf"{re.escape(PART)}"
)
REPORT: Final = ("report.html", "report.md", "turns.csv", "game.json", "transcript.txt")
NOTHING_THERE: Final = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)


def kept(data: Path, settings_too: bool) -> list[Path]:
    """Return every file that the game keeps under ``data``, the window's settings and
    the cache."""
    found = [*_in_saves(data / "saves"), *_reports(data / "reports"), *_wars(data)]
    if settings_too:
        settings = (folders.settings(), folders.earlier_settings())
        found += [path for path in dict.fromkeys(settings) if os.path.isfile(path)]
        found += cache.kept()
    return found


def forget(files: Iterable[Path]) -> list[Path]:
    """Delete files, and the folders that are empty then; return what could not be deleted."""
    left: list[Path] = []
    folders: set[Path] = set()
    for path in files:
        try:
            path.unlink()
            deep = path.parent.name == "saves" or path.name in REPORT
            folders.update((path.parent, path.parent.parent) if deep else (path.parent,))
        except OSError:
            left.append(path)
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        with contextlib.suppress(OSError):
            folder.rmdir()
    return left


def farewell(count: int) -> str:
    """Return what is said when ``count`` files have been deleted."""
    deleted = "1 file was" if count == 1 else f"{count} files were"
    return f"{deleted} deleted. Copies that you saved elsewhere are yours to delete."


def _reports(folder: Path) -> Iterator[Path]:
    """Yield the reports that the window has written, each in a folder of its own."""
    with contextlib.suppress(OSError):
        for own in sorted(folder.iterdir()):
            if own.is_dir() and not own.is_symlink():
                yield from (path for path in sorted(own.iterdir()) if path.name in REPORT)


def _wars(data: Path) -> Iterator[Path]:
    """Yield the record of one's wars, what was set aside of it, and what was half written."""
    with contextlib.suppress(OSError):
        yield from (
            path
            for path in sorted(data.iterdir())
            if _WARS.fullmatch(path.name)
            and not path.is_dir()
            and (path.name.endswith(PART) or wars.is_ours(path))
        )


def _in_saves(folder: Path) -> Iterator[Path]:
    """Yield what the game keeps in ``folder``: the folder itself where nobody may look into it."""
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        if error.errno not in NOTHING_THERE:
            yield folder
        return
    yield from (path for path in found if is_like(path) and is_ours(path))


def strangers(data: Path) -> list[Path]:
    """Return what is called like a saved game and is none that the game has written: it is left."""
    with contextlib.suppress(OSError):
        found = sorted((data / "saves").iterdir())
        return [path for path in found if is_like(path) and not is_ours(path)]
    return []


def is_like(path: Path) -> bool:
    """Whether a file is called like one of the game's."""
    return bool(_LIKE.fullmatch(path.name)) and not os.path.isdir(path)
