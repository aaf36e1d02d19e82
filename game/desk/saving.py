"""Copies of a game under a name of their own: a new one, or in place of an older one."""

import os
from pathlib import Path

from game.problems import Exists, Problem
from game.record import Game, folder


def kept(game: Game) -> str:
    """Keep the game in its own place; return one sentence that says where, or what went wrong."""
    if game.keeper.waits:
        return "The game was not begun, so it is not kept."
    game.keep()
    path = game.keeper.path
    return game.keeper.trouble or (
        f"The game is kept at {path}." if path else "The game is not kept anywhere."
    )


def as_left(game: Game) -> str:
    """Return one sentence that says whether the game is kept where it is left now."""
    if game.keeper.waits:
        return "The game is not begun yet, so nothing of it is kept."
    if game.keeper.path is None:
        return "The game is not kept anywhere."
    return game.keeper.trouble or "The game is kept as it stands."


def copied(game: Game, saves: Path | None, title: str) -> str:
    """Save a game under a name that is free; return one sentence that says where. Exists where
    there is a save of that name."""
    path = _place(saves, title)
    if os.path.lexists(path):
        raise Exists(f"There is a save named {path.stem!r} already. Nothing was saved.")
    game.save(path)
    return f"Saved as {path}."


def copied_over(game: Game, saves: Path | None, title: str) -> str:
    """Save a game in place of the save of that name; return one sentence that says where. Problem
    where the file there is none of the game's."""
    path = _place(saves, title)
    if os.path.lexists(path) and not folder.is_ours(path):
        raise Problem(f"{path}: the game has not written this file. Choose another name.")
    game.save(path)
    return f"Saved as {path}, in place of what stood there."


def _place(saves: Path | None, title: str) -> Path:
    if saves is None:
        raise Problem("There is no folder to save in.")
    return folder.named_path(saves, title)
