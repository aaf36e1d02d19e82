"""Signals that end the window: the game is kept as if the window had been closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

import pygame

if TYPE_CHECKING:
    from game.ui.app import App

ENDS: Final = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that end a program, as far as a system has them."""


@contextmanager
def watched(app: "App") -> Iterator[None]:
    """Close ``app`` on every signal that ends a program, while this lasts."""

    def end(number: int, frame: FrameType | None) -> None:
        app.running = False
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(pygame.QUIT))  # wakes a window that sleeps

    before: list[tuple[int, Any]] = []
    for name in ENDS:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(ValueError, OSError):  # not the main thread; a system that refuses it
                before.append((number, signal.signal(number, end)))
    try:
        yield
    finally:
        for number, earlier in before:
            signal.signal(number, earlier)
