"""Worker processes: spawned alike on every system, deaf to Ctrl-C, and gone when the first is."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any


def spawned(
    count: int, begin: Callable[..., None] | None = None, *given: Any
) -> ProcessPoolExecutor:
    """Return an executor of ``count`` processes with one thread of arithmetic each; each calls
    ``begin(*given)`` first.

    The first process alone answers Ctrl-C. A worker ends with it, however it ends: the queue it
    waits at would otherwise keep it asleep for ever after a kill.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    return ProcessPoolExecutor(count, get_context("spawn"), ready, (begin, given))


def ready(begin: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    """Make this worker process ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_the_first, daemon=True).start()
    if begin is not None:
        begin(*given)


def end_with_the_first() -> None:
    """Wait until the first process is gone, and end this one."""
    first = parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)
