"""Signals from the system, answered for a while: as many as it has and lets be answered."""

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Final

Handler = Callable[[int, FrameType | None], None]
ENDS: Final = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that end a program, as far as a system has them; Ctrl-C is Python's own."""


@contextmanager
def handled(handlers: Mapping[str, Handler]) -> Iterator[None]:
    """Have signals, by name, answered by these handlers while this lasts."""
    before: list[tuple[int, Any]] = []
    for name, handler in handlers.items():
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(ValueError, OSError):  # not the main thread; a system that refuses it
                before.append((number, signal.signal(number, handler)))
    try:
        yield
    finally:
        for number, earlier in before:
            signal.signal(number, earlier)
