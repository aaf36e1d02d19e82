"""How near a capital thinks Moscow and Peking are to stepping in: five words, and what follows."""

from typing import Final

WORDS: Final = ("far off", "watching", "giving warning", "close to stepping in", "at the edge")
"""The five steps of ``seen_brink``, from far to near."""
FAR_OFF, WATCHING, WARNING, CLOSE, AT_THE_EDGE = range(len(WORDS))


def stands(word: int) -> str:
    """Return how near the patrons are, as the capital judges it."""
    return WORDS[word]


def would_be(word: int) -> str:
    """Return what an order is thought to do to the patrons, from the step expected after it."""
    return f"With it, we judge, Moscow and Peking would be {WORDS[word]}."
