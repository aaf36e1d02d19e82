"""Working ahead: what machines order and advisers say is thought out while a person reads.

First asked first served, by one thread or, where there are none, in slices between two frames; so
that whatever a mind remembers it learns in the same order either way. Each piece of work depends on
a dossier alone, never on the clock: the answers are the same however long anybody takes.
"""

from collections.abc import Callable, Generator, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Work = Callable[[], Generator[None, None, Any]]
"""Begins a computation that pauses between slices and returns its answer."""


class Ahead(Protocol):
    """Work under way, by key."""

    def ask(self, key: Hashable, work: Work) -> None:
        """Have ``work`` done, unless it has been asked for already."""

    def ready(self, key: Hashable) -> bool:
        """Whether ``answer`` would not wait; also where nothing was asked."""

    def answer(self, key: Hashable) -> Any:
        """Return what the work has given, waiting for it; whatever it raised is raised here."""

    def forget(self) -> None:
        """Forget all answers."""

    def go_on(self) -> bool:
        """Do a slice of what is asked for, if that is to be done here; return whether it was."""


class Threaded:
    """Work done by a thread of its own, which starts with the first work."""

    def __init__(self) -> None:
        self._thread: ThreadPoolExecutor | None = None
        self._asked: dict[Hashable, Future[Any]] = {}

    def ask(self, key: Hashable, work: Work) -> None:
        """Have ``work`` done, unless it has been asked for already."""
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # late: the title does without it

            self._thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        if key in self._asked:
            return
        try:
            self._asked[key] = self._thread.submit(_finished, work)
        except RuntimeError:  # no thread can be had any more: the answer is waited for instead
            self._asked[key] = _at_once(work)

    def ready(self, key: Hashable) -> bool:
        """Whether ``answer`` would not wait; also where nothing was asked."""
        return key not in self._asked or self._asked[key].done()

    def answer(self, key: Hashable) -> Any:
        """Return what the work has given, waiting for it; whatever it raised is raised here."""
        return self._asked[key].result()

    def forget(self) -> None:
        """Forget all answers; work under way is let go on to its end."""
        self._asked.clear()

    def go_on(self) -> bool:
        """Leave everything to the thread."""
        return False


class InTurn:
    """Work done a slice at a time by whoever calls ``go_on``: no thread is needed."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, Generator[None, None, Any]] = {}
        self._done: dict[Hashable, Callable[[], Any]] = {}

    def ask(self, key: Hashable, work: Work) -> None:
        """Have ``work`` done, unless it has been asked for already."""
        if key not in self._waiting and key not in self._done:
            self._waiting[key] = work()

    def ready(self, key: Hashable) -> bool:
        """Whether ``answer`` would not wait; also where nothing was asked."""
        return key not in self._waiting

    def answer(self, key: Hashable) -> Any:
        """Return what the work has given, doing at once what is not done; whatever it raised is
        raised here."""
        while not self.ready(key):
            self.go_on()
        return self._done[key]()

    def forget(self) -> None:
        """Forget all answers, and let go of work under way."""
        self._waiting.clear()
        self._done.clear()

    def go_on(self) -> bool:
        """Do a slice of what was asked for first; return whether there was any."""
        if not self._waiting:
            return False
        key, slices = next(iter(self._waiting.items()))
        try:
            next(slices)
            return True
        except StopIteration as done:
            self._done[key] = partial(_given, done.value)
        except Exception as trouble:  # told to whoever asks for the answer, as a thread's would be
            self._done[key] = partial(_raised, trouble)
        del self._waiting[key]
        return True


def threads_start() -> bool:
    """Whether this system lets a thread start: a browser's Python does not."""
    from threading import Thread  # late, as above

    try:
        idle = Thread(target=bool)
        idle.start()
    except RuntimeError:
        return False
    idle.join()
    return True


def _at_once(work: Work) -> "Future[Any]":
    """Return work that is done, by whoever asked for it."""
    from concurrent.futures import Future  # late, as above

    done: Future[Any] = Future()
    try:
        done.set_result(_finished(work))
    except Exception as trouble:  # told to whoever asks for the answer, as a thread's would be
        done.set_exception(trouble)
    return done


def _given(value: Any) -> Any:
    return value


def _raised(trouble: Exception) -> Any:
    raise trouble


def _finished(work: Work) -> Any:
    """Return the answer of a computation, without a pause."""
    slices = work()
    while True:
        try:
            next(slices)
        except StopIteration as done:
            return done.value
