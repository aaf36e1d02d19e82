"""Saving at the terminal: where the game is kept, or a copy by name, over an older one if told."""

from typing import Final

from game.desk.chair import Chair
from game.problems import Exists

OVER: Final = "over"


def save(chair: Chair, words: list[str]) -> str:
    """Return where the game is kept, or save a copy by name; Exists says how an older one of that
    name is replaced."""
    if len(words) > 1 and words[-1].lower() == OVER:
        return chair.save_over(" ".join(words[:-1]))
    try:
        return chair.save(" ".join(words))
    except Exists as exists:
        raise Exists(f"{exists} 'save {' '.join(words)} {OVER}' replaces it.") from None
