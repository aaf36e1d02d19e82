"""Where saved games stand: the platform's folder for a user's data, or one that is named.

A file's name says nothing of the game: a random word for a running game, a person's own name for a
named save.
"""

import re
import secrets
from pathlib import Path
from typing import Final

from platformdirs import user_data_dir

from game.problems import Problem

SUFFIX: Final = ".overture"
_NAME: Final = re.compile(r"[\w][\w .-]{0,59}")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def saves_folder(data: Path | None = None) -> Path:
    """Return the folder of saved games under ``data``, or under the platform's usual place."""
    return (data or Path(user_data_dir("Overture", appauthor=False))) / "saves"


def running_path(folder: Path) -> Path:
    """Return a new path for a running game."""
    return folder / f"game-{secrets.token_hex(6)}{SUFFIX}"


def named_path(folder: Path, name: str) -> Path:
    """Return the path of a named save; Problem for a name that could leave the folder."""
    plain = name.strip()
    if not _NAME.fullmatch(plain) or _RESERVED.fullmatch(plain) or plain.endswith("."):
        raise Problem(f"{name!r} is no name for a save: use letters, digits, spaces, . - _")
    return folder / f"{plain}{SUFFIX}"


def saves(folder: Path) -> list[Path]:
    """Return the saved games in a folder, the newest first; empty if there is no folder."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
