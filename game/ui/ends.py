"""Signals that end the window: the game is kept as if the window had been closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import pygame

from game.interrupts import ENDS, handled

if TYPE_CHECKING:
    from game.ui.app import App


@contextmanager
def watched(app: "App") -> Iterator[None]:
    """Close ``app`` on every signal that ends a program, while this lasts."""

    def end(number: int, frame: FrameType | None) -> None:
        app.running = False
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(pygame.QUIT))  # wakes a window that sleeps

    with handled(dict.fromkeys(ENDS, end)):
        yield
