"""A key that opens a box is not typed into it.

A pressed letter comes twice, as a key and then as text, where text is on, as it always is while
there are two windows. Text that belongs to a key which has moved the focus is dropped.
"""

from collections.abc import Callable

import pygame

from game.ui.scene import Scene

Place = tuple[Scene | None, str]


class Stray:
    """What the last key has left to come."""

    def __init__(self, top: Callable[[], Scene | None]) -> None:
        """Watch the scene that takes events."""
        self._top, self._letter = top, ""

    def place(self) -> Place:
        """Return where letters go now: the scene, and the key of what has its focus."""
        top = self._top()
        return top, top.focus.key if top is not None and top.focus is not None else ""

    def struck(self, event: pygame.event.Event, before: Place) -> None:
        """Note that a key has been handled, which letters ``before`` would have gone elsewhere."""
        self._letter = getattr(event, "unicode", "") if self.place() != before else ""

    def drops(self, event: pygame.event.Event) -> bool:
        """Whether an event is the text of a key that has moved the focus."""
        stray = event.type == pygame.TEXTINPUT and bool(self._letter) and event.text == self._letter
        if event.type in (pygame.TEXTINPUT, pygame.KEYUP):
            self._letter = ""
        return stray
