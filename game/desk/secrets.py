"""What can be said of a passphrase before anything is sealed with it."""

from game.record import Passphrases
from game.record.sealing import SHORTEST, normal

__all__ = ["Passphrases", "fault"]


def fault(first: str, again: str) -> str:
    """Return what is wrong with a passphrase typed twice, in a sentence; empty where nothing is."""
    if len(normal(first)) < SHORTEST:
        return f"A passphrase has at least {SHORTEST} letters; several words are best."
    if normal(first) != normal(again):
        return "The two differ; type both once more."
    return ""
