"""The standard streams: any of them may be missing, closed, or have nobody at the other end.

A program without a console (``pythonw``, a launcher, ``2>&-``) starts with streams that are None,
and the next file it opens may take a standard stream's number: whatever a library writes on its
standard error would stand in a saved game. So the numbers are held, and each stream is there.
"""

import errno
import io
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Final, TextIO

NUMBERS: Final = (0, 1, 2)
MODES: Final = {"stdin": "r", "stdout": "w", "stderr": "w"}


def steady() -> None:
    """See to it that every standard stream can be used, and that no letter ends it."""
    _hold_numbers()
    for name, mode in MODES.items():
        stream = getattr(sys, name)
        if stream is None or stream.closed:
            setattr(sys, name, _nowhere(mode))
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def hush() -> None:
    """Let nothing more be written to an output that takes nothing, also when Python ends."""
    out, sys.stdout = sys.stdout, _nowhere("w")
    with suppress(OSError, AttributeError, ValueError):  # no system has to know these numbers
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def is_gone(error: OSError) -> bool:
    """Whether an error says that nobody reads any more; on Windows a pipe that has closed is an
    argument that is not valid."""
    closed = sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or closed


def _hold_numbers() -> None:
    for number in NUMBERS:
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _nowhere(mode: str) -> TextIO:
    """Return a stream that says nothing and takes everything."""
    try:
        return TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8", write_through=True)
    except OSError:
        return io.StringIO()
