"""Thinking in slices: a long computation as a generator that pauses where little is in its hands.

Where there are no threads, a window lets it go on for one slice between two frames. What comes of
it is the same, however it is cut: ``whole`` runs it to its end at once.
"""

from collections.abc import Generator
from typing import TypeVar

Found = TypeVar("Found")
Slices = Generator[None, None, Found]
"""Yields between slices; returns what was found."""


def whole(slices: Slices[Found]) -> Found:
    """Return what a computation comes to, without a pause."""
    while True:
        try:
            next(slices)
        except StopIteration as done:
            found: Found = done.value
            return found
