"""Which line is said: one whose condition holds, that has not been said for as long as can be.

The same dossier gives the same lines: what was said in the quarters before is gone through again,
quarter by quarter, from what was seen then.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Final, NamedTuple

from game.words.voices.state import weight

REST: Final = 8  # quarters for which a line is not said again while another fits


class Line(NamedTuple):
    """One line and the names of the conditions that must all hold."""

    text: str
    conditions: tuple[str, ...]


def lines(*pairs: tuple[str, str]) -> tuple[Line, ...]:
    """Return lines from pairs of a text and its conditions, with commas between them."""
    return tuple(
        Line(text, tuple(name.strip() for name in names.split(","))) for names, text in pairs
    )


def fitting(held: frozenset[str], known: Sequence[Line]) -> tuple[int, ...]:
    """Return the numbers of the lines whose conditions are all among those that hold."""
    return tuple(place for place, line in enumerate(known) if held.issuperset(line.conditions))


def numbers(course: Sequence[frozenset[str]], known: Sequence[Line]) -> tuple[int, ...]:
    """Return the number of the line said in each quarter, the last being today's: rested ones
    first, of those news before the state of things and that before maxims; then the one said
    longest ago."""
    told: list[int] = []
    for played, held in enumerate(course):
        last = {number: place for place, number in enumerate(told)}
        told.append(min(fitting(held, known), key=lambda one: _order(one, last, played, known)))
    return tuple(told)


def _order(
    one: int, last: dict[int, int], played: int, known: Sequence[Line]
) -> tuple[int, int, int]:
    rested = played - last.get(one, -REST) >= REST
    if not rested:
        return (1, last[one], 0)
    return (0, -weight(known[one].conditions), _shuffled(one, played, known[one].text))


@cache
def _shuffled(one: int, played: int, text: str) -> int:
    """Return a number that orders lines of one kind another way each quarter."""
    return int.from_bytes(sha256(f"{one} {played} {text}".encode()).digest()[:4], "big")
