"""Signals at a terminal: whoever is stopped, hung up on or sent away leaves a clean screen.

A signal that ends the program leaves the alternate screen at once and is raised as Gone, so that
the game is kept. Ctrl-Z leaves it too; when the program goes on, Resumed is raised, and the curtain
hangs before anything is shown again.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, Protocol

from game import interrupts
from game.interrupts import Handler, handled

ENDS: Final = (*interrupts.ENDS, "SIGQUIT")


class Gone(BaseException):
    """The program is sent away; ``code`` is what it ends with, as a shell counts it."""

    def __init__(self, number: int) -> None:
        """Note which signal came."""
        super().__init__()
        self.code = 128 + number


class Resumed(Exception):
    """The program was stopped with papers on the screen, and goes on."""


class Screen(Protocol):
    """What is left when a signal comes."""

    alternate: bool

    def leave(self) -> None:
        """Leave the alternate screen with nothing on it."""


@contextmanager
def watched(screen: Screen) -> Iterator[None]:
    """Leave ``screen`` on every signal that ends or stops the program, while this lasts."""
    handlers = {name: _ends(screen) for name in ENDS} | {"SIGTSTP": _stops(screen)}
    with handled(handlers):
        yield


def _ends(screen: Screen) -> Handler:
    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough: the game is being kept
        _left(screen)
        raise Gone(number)

    return end


def _stops(screen: Screen) -> Handler:
    def stop(number: int, frame: FrameType | None) -> None:
        hidden = screen.alternate
        _left(screen)
        mine = signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)  # here the program stands still until it is continued
        signal.signal(number, mine)
        if hidden:
            raise Resumed

    return stop


def _left(screen: Screen) -> None:
    """Leave the screen; a terminal that has hung up is left already."""
    with suppress(OSError, ValueError):
        screen.leave()
