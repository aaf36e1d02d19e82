"""The terminal itself: its width, what it can do, and the alternate screen of two people.

Two people at one terminal write into the alternate screen, which is cleared with its scroll-back
at every hand-over. Where that cannot be done (no terminal, TERM=dumb, an old Windows console) the
game says so before it shows anything.
"""

import getpass
import io
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from typing import Final, TextIO

from game.consoles import printer
from game.letters import next_line, read, shown
from game.text import waiting

ENTER: Final = "\x1b[?1049h"
LEAVE: Final = "\x1b[?1049l"
CLEAR: Final = "\x1b[H\x1b[2J\x1b[3J"
NARROWEST, WIDEST = 40, 110  # columns; longer lines are hard to read
ENABLE_VT: Final = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING, Windows console mode


class Terminal:
    """Where the game writes and reads."""

    def __init__(
        self,
        source: TextIO | None = None,
        sink: TextIO | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Use ``source`` and ``sink``, standard input and output unless given."""
        self.source = source or sys.stdin or io.StringIO()
        self.sink = sink or sys.stdout or io.StringIO()
        self.environment = os.environ if environment is None else environment
        self.alternate = False
        for stream in (self.source, self.sink):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # no key pressed may end the game
        self.console = printer(
            file=self.sink,
            width=self.width(),
            highlight=False,
            markup=False,
            emoji=False,
            no_color=True,
            safe_box=True,
            force_terminal=self.is_screen(),
        )

    def width(self) -> int:
        """Return the columns that are used."""
        columns = shutil.get_terminal_size((80, 24)).columns
        return max(NARROWEST, min(columns, WIDEST))

    def is_screen(self) -> bool:
        """Whether a person can read and write here."""
        return self.sink.isatty() and self.source.isatty()

    def can_hide(self) -> bool:
        """Whether what was shown can be taken off the screen again."""
        if not self.is_screen() or self.environment.get("TERM", "") == "dumb":
            return False
        return _windows_can() if os.name == "nt" else bool(self.environment.get("TERM"))

    def enter(self) -> None:
        """Go to the alternate screen, if there is one."""
        if self.can_hide() and not self.alternate:
            self.alternate = True
            self._write(ENTER + CLEAR)

    def clear(self) -> None:
        """Take everything off the screen, scroll-back included, in the alternate screen."""
        if self.alternate:
            self._write(CLEAR)

    def leave(self) -> None:
        """Leave the alternate screen with nothing on it."""
        if self.alternate:
            self._write(CLEAR + LEAVE)
            self.alternate = False

    def ask(self, prompt: str, due: Callable[[], bool] | None = None) -> str:
        """Return the next line; EOFError when there are no more. At a screen TimeUp if ``due``
        comes first."""
        self.console.width = self.width()
        self._write(shown(prompt))
        if due is not None and self.is_screen():
            line = waiting.line(self.source, self.sink, due, self._tell)
        else:
            line = next_line(self.source, self._tell)
        if not line:
            self._write("\n")
            raise EOFError
        if not self.source.isatty():
            # A script's lines are shown, so that a transcript can be read.
            self._write(f"{shown(line.rstrip())}\n")
        return read(line).strip()

    def secret(self, prompt: str) -> str:
        """Return a line that is not shown while it is typed; a script's is not shown either."""
        self._write(shown(prompt))
        if self.source is sys.stdin and self.is_screen():
            return read(getpass.getpass("")).strip()
        line = next_line(self.source, self._tell)
        if not line:
            raise EOFError
        self._write("\n")
        return read(line).strip()

    def _tell(self, text: str) -> None:
        self._write(f"\n{text}\n")

    def _write(self, text: str) -> None:
        self.sink.write(text)
        self.sink.flush()


def _windows_can() -> bool:
    """Turn on virtual terminal processing; return whether the console has it."""
    if sys.platform != "win32":
        return False
    import ctypes

    kernel = ctypes.windll.kernel32
    handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | ENABLE_VT))
