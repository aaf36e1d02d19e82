"""The clock of a sitting in class: what a turn's argument and each side's time at the keyboard have
left, and the bell that ends play. Nothing here looks at a clock: the seconds are handed in.

Each side has its own time for a turn. A time that runs out ends at its own minute, however late
that is noticed, so that a sitting keeps to its timetable.
"""

from collections.abc import Callable
from typing import Final

from game.problems import Problem

LONGEST: Final = 600.0  # minutes of a sitting
WARNED: Final = 2.0  # minutes before the bell from which it is announced
CLOSE: Final = 1e-6  # seconds by which two minutes that are meant to be the same may differ
PAUSE, WAIT = "pause", "wait"  # what may hold a clock up: a facilitator, or a start to come


class SittingClock:
    """The clock of one sitting. ``clock`` gives seconds from any start, and never goes back."""

    def __init__(self, clock: Callable[[], float], spent: float = 0.0) -> None:
        """Begin at ``spent`` minutes, which a sitting has that was interrupted."""
        self._clock = clock
        self._spent = spent * 60.0  # seconds up to the last stop
        self._since: float | None = clock()
        self._held: set[str] = set()  # what holds the clock up
        self._from = self._spent  # where the present count began
        self._used: dict[int, float] = {}  # seconds at the keyboard this turn, by side
        self.at_keyboard: int | None = None  # whose time runs; None while a turn is argued
        self.bell: float | None = None  # minute at which play ends
        self.argument: float | None = None  # minutes of a turn before a side's own time runs
        self.cap: float | None = None  # minutes of a side at the keyboard in a turn

    # Running and standing

    @property
    def paused(self) -> bool:
        """Whether somebody has stopped the clock."""
        return PAUSE in self._held

    @property
    def waiting(self) -> bool:
        """Whether the clock has not been started yet."""
        return WAIT in self._held

    def hold(self, why: str) -> None:
        """Stop the clock, because of a ``pause`` or because it is to ``wait``."""
        self._spent, self._since = self._seconds(), None
        self._held.add(why)

    def release(self, why: str) -> None:
        """Let the clock run again, unless something else holds it up."""
        self._held.discard(why)
        if not self._held and self._since is None:
            self._since = self._clock()

    def minute(self) -> float:
        """Return the minutes of play so far, pauses left out."""
        return self._seconds() / 60.0

    # A turn

    def turn_begins(self) -> None:
        """Note that a turn begins: it is argued first."""
        self._from, self._used, self.at_keyboard = self._ended(), {}, None

    def count_afresh(self) -> None:
        """Let the present count, and what each side has of this turn, begin anew now."""
        self._from, self._used = self._seconds(), {}

    def time_of(self, side: int) -> None:
        """Let a side's own time of this turn run on from here; what it has used is kept."""
        if self.at_keyboard == side:
            return
        ended = self._ended()
        if self.at_keyboard is not None:
            self._used[self.at_keyboard] = self._spent_of(self.at_keyboard, ended)
        self._from, self.at_keyboard = ended, side

    def left(self) -> float | None:
        """Return the minutes to the bell, never below 0; None without one."""
        return None if self.bell is None else max(0.0, self.bell - self.minute())

    def turn_left(self) -> float | None:
        """Return the minutes left of the argument or of the side's time, whichever runs, never
        below 0; None where nothing limits it."""
        ends = [end for end in (self._end(), self._bell()) if end is not None]
        return max(0.0, min(ends) - self._seconds()) / 60.0 if ends else None

    def rings(self) -> bool:
        """Whether the time of play is over."""
        return self.left() == 0.0

    def runs_out(self) -> bool:
        """Whether the argument, or the side's time, is over; not where the bell came first."""
        end, bell = self._end(), self._bell()
        if end is None or (bell is not None and end > bell + CLOSE):
            return False
        return self._seconds() >= end - CLOSE

    # In seconds

    def _end(self) -> float | None:
        """Return when the present count is over."""
        if self.at_keyboard is None:
            return None if self.argument is None else self._from + 60.0 * self.argument
        if self.cap is None:
            return None
        return self._from + 60.0 * self.cap - self._used.get(self.at_keyboard, 0.0)

    def _ended(self) -> float:
        """Return when the present count ended: now, or at its own minute if that has passed."""
        end = self._end()
        return self._seconds() if end is None else min(end, self._seconds())

    def _spent_of(self, side: int, now: float) -> float:
        return self._used.get(side, 0.0) + now - self._from

    def _bell(self) -> float | None:
        return None if self.bell is None else 60.0 * self.bell

    def _seconds(self) -> float:
        return self._spent + (0.0 if self._since is None else self._clock() - self._since)


def minutes(value: float, least: float = 0.5) -> float:
    """Return a number of minutes that somebody asked for; Problem if it makes no sense."""
    if not least <= value <= LONGEST:
        raise Problem(f"Name {least:g} to {LONGEST:g} minutes.")
    return float(value)
