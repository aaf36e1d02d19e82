"""Where campaign files stand: those shipped with the game, those in the user's folder of campaigns,
and any path a person names."""

import os
from pathlib import Path
from typing import Final

from game import folders
from game.problems import Problem

TUTORIAL: Final = "tutorial"  # the first game: a lesson, whose end opens nothing
FULL: Final = "vietnam-1965-1973"  # the whole war: what is played where nothing else is named
SHIPPED: Final = Path(__file__).resolve().parents[2] / "campaigns"


def names() -> tuple[str, ...]:
    """Return the names of the campaigns that come with the game."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def own_folder() -> Path:
    """Return the folder in which a user's own campaigns are found by name."""
    return folders.data() / "campaigns"


def own() -> tuple[str, ...]:
    """Return the names of the user's own campaigns; a shipped one's name stays the shipped one's.
    Empty where there is no such folder."""
    try:
        found = [path.stem for path in own_folder().glob("*.toml")]
    except OSError:
        return ()
    return tuple(sorted(set(found) - set(names())))


def find(name: str | Path) -> Path:
    """Return the file of a shipped campaign's name, of a path, or of one of the user's own by name;
    Problem if there is none."""
    if str(name) in names():
        return SHIPPED / f"{name}.toml"
    path = Path(name)
    if os.path.isfile(path):  # no path is too odd for it, where Path.is_file may raise
        return path
    if str(name) in own():
        return own_folder() / f"{name}.toml"
    known = ", ".join((*names(), *own()))
    said = str(name) or "no name"
    raise Problem(f"{said}: no such campaign. Name one of {known}, or the path of a .toml file.")


def find_base(name: str, beside: Path) -> Path:
    """Return the file of a scenario's base: beside the scenario, or shipped.

    ``name`` fits the pattern of names, so it cannot leave the folder.
    """
    local = beside.parent / f"{name}.toml"
    return local if os.path.isfile(local) else find(name)
