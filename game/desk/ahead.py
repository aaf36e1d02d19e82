"""Working ahead: what machines order and advisers say is thought out while a person reads.

One thread, first asked first served, so that whatever a mind remembers it learns in the same order
as without a thread. Each piece of work depends on a dossier alone, never on the clock: the answers
are the same however long anybody takes.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


class Ahead:
    """Work under way, by key."""

    def __init__(self) -> None:
        """Have nothing to do yet; the thread starts with the first work."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        self._asked: dict[Hashable, Future[Any]] = {}

    def ask(self, key: Hashable, work: Callable[[], Any]) -> None:
        """Have ``work`` done, unless it has been asked for already."""
        if key not in self._asked:
            self._asked[key] = self._thread.submit(work)

    def ready(self, key: Hashable) -> bool:
        """Whether ``answer`` would not wait; also where nothing was asked."""
        return key not in self._asked or self._asked[key].done()

    def answer(self, key: Hashable) -> Any:
        """Return what the work has given, waiting for it; whatever it raised is raised here."""
        return self._asked[key].result()

    def forget(self) -> None:
        """Forget all answers; work under way is let go on to its end."""
        self._asked.clear()
