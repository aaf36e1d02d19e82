"""Worker processes: spawned alike on every system, deaf to Ctrl-C, and gone when the first is."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, Final, TypeVar

from game.kernel import service
from game.problems import Problem

Item = TypeVar("Item")
Found = TypeVar("Found")

MOST_WORKERS: Final = 61  # Windows waits for no more processes at once


def spawned(
    count: int, begin: Callable[..., None] | None = None, *given: Any
) -> ProcessPoolExecutor:
    """Return an executor of ``count`` processes, as far as every system takes them.

    Each has one thread of arithmetic, and calls ``begin(*given)`` first.

    The first process alone answers Ctrl-C. A worker ends with it, however it ends: the queue it
    waits at would otherwise keep it asleep for ever after a kill.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    bounded = min(max(count, 1), MOST_WORKERS)
    return ProcessPoolExecutor(bounded, get_context("spawn"), ready, (begin, given))


@contextmanager
def stopped_at_once(pool: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    """Yield ``pool`` to be used and closed. Whoever leaves it by an exception, such as Ctrl-C,
    waits neither for the tasks that are handed out nor for those that run."""
    began = set(active_children())
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in set(active_children()) - began:
            worker.terminate()
        raise
    finally:
        pool.shutdown()


@contextmanager
def workers(cores: int = 0) -> Iterator[Executor]:
    """Yield an executor of ``cores`` processes (0: all there are).

    A worker that dies ends the run with one message, and never hangs it.
    """
    try:
        with stopped_at_once(spawned(cores or os.cpu_count() or 1)) as pool:
            yield pool
    except BrokenProcessPool as trouble:
        raise Problem(
            f"A worker process died, so the run stopped ({trouble}). Too little memory? "
            "Try fewer --cores."
        ) from None


def each(work: Callable[[Item], Found], items: list[Item], pool: Executor) -> Iterator[Found]:
    """Yield ``work`` of every item as it comes, in no order."""
    for done in as_completed([pool.submit(work, item) for item in items]):
        yield done.result()


def ready(begin: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    """Make this worker process ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_the_first, daemon=True).start()
    service.quicken_if_kept()
    if begin is not None:
        begin(*given)


def end_with_the_first() -> None:
    """Wait until the first process is gone, and end this one."""
    first = parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)
