"""Where saved games stand: the platform's folder for a user's data, or one that is named.

A file's name says nothing of the game: a random word for a running game, the same with the count
of quarters played for its earlier states, a person's own name for a named save.
"""

import re
import secrets
import unicodedata
from pathlib import Path
from typing import Final

from game import disk, folders
from game.problems import Problem

SUFFIX: Final = ".overture"
RUNNING: Final = "game-"
EARLIER: Final = "~"
WARS: Final = "wars.json"  # the record of one's wars, beside the folder of saved games
_NAME: Final = re.compile(r"[\w][\w .-]{0,59}")
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])([ .].*)?", re.IGNORECASE
)
"""Names that Windows keeps for devices, whatever their ending; ¹, ² and ³ count as digits there.
Source: Microsoft, "Naming Files, Paths, and Namespaces"."""
MARK: Final = b'{"overture":"game"'  # how every file of a game begins
_OURS: Final = re.compile(
    rf"{RUNNING}[0-9a-f]{{12}}({EARLIER}\d+)?{re.escape(SUFFIX)}(\.damaged-\d+)?"
    rf"|\..+{re.escape(SUFFIX)}\.[0-9a-f]{{8}}{re.escape(disk.PART)}"
)
"""Names that nobody else gives: random ones, and those of files half written."""
MOST_BYTES: Final = 180  # of a name in UTF-8: with its endings it has to fit a file system's 255


def data_folder(data: Path | None = None) -> Path:
    """Return the folder of everything that is kept: ``data``, or the platform's usual place."""
    return data or folders.data()


def saves_folder(data: Path | None = None) -> Path:
    """Return the folder of saved games under ``data``, or under the platform's usual place."""
    return data_folder(data) / "saves"


def running_path(folder: Path) -> Path:
    """Return a new path for a running game."""
    return folder / f"{RUNNING}{secrets.token_hex(6)}{SUFFIX}"


def named_path(folder: Path, name: str) -> Path:
    """Return the path of a named save; Problem for a name that could leave the folder, or that
    looks like a running game's."""
    plain = unicodedata.normalize("NFC", name.strip())
    long = len(plain.encode(errors="replace")) > MOST_BYTES
    if not _NAME.fullmatch(plain) or _RESERVED.fullmatch(plain) or plain.endswith(".") or long:
        raise Problem(f"{name!r} is no name for a save: use letters, digits, spaces, . - _")
    if plain.lower().startswith(RUNNING):
        raise Problem(f"{name!r} is no name for a save: games in play begin with {RUNNING}")
    return folder / f"{plain}{SUFFIX}"


def is_ours(path: Path) -> bool:
    """Whether the game has written a file: by the name that only a game in play has, or by the
    first line of one that can be read."""
    return bool(_OURS.fullmatch(path.name)) or disk.begins(path, len(MARK)) == MARK


def keeping_path(path: Path, folder: Path) -> Path:
    """Return where a game loaded from ``path`` goes on being kept: a running game in its place, a
    named save or an earlier state as a new running game, so that it stays as it is."""
    running = path.name.startswith(RUNNING) and EARLIER not in path.name
    return path if running else running_path(folder)


def earlier_path(path: Path, played: int) -> Path:
    """Return the path of a running game's state after ``played`` quarters."""
    return path.with_name(f"{path.stem}{EARLIER}{played}{SUFFIX}")


def earlier(path: Path) -> list[Path]:
    """Return a running game's earlier states, the latest first; OSError as the system gives it."""
    found = [
        other
        for other in path.parent.iterdir()
        if other.suffix == SUFFIX and other.name.startswith(f"{path.stem}{EARLIER}")
    ]
    return sorted(found, key=_newness, reverse=True)


def saves(folder: Path) -> list[Path]:
    """Return the saved games in a folder, the newest first, without earlier states; empty if there
    is no folder."""
    return [path for path in every(folder) if EARLIER not in path.name]


def every(folder: Path) -> list[Path]:
    """Return all saved games in a folder, earlier states too, the newest first."""
    try:
        found = [
            path
            for path in folder.iterdir()
            if path.suffix == SUFFIX and not path.name.startswith(".") and path.is_file()
        ]
    except OSError:
        return []
    return sorted(found, key=_newness, reverse=True)


def _newness(path: Path) -> tuple[int, bool, int, str]:
    """Return what grows with each writing: nanoseconds, 0 for a file that has just gone; where two
    were written in one tick of the system's clock, a game stands before its earlier states, and a
    later state before an earlier one."""
    try:
        written = path.stat().st_mtime_ns
    except OSError:
        written = 0
    return written, EARLIER not in path.name, len(path.name), path.name
