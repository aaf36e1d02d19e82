"""A sitting in class: how long it lasts, what is kept for the debrief, when a turn's time is over,
and the bell that ends play. Nothing here looks at a clock: the seconds are handed in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.campaign import FULL
from game.problems import Problem

LONGEST: Final = 600.0  # minutes of a sitting
WARNED: Final = 2.0  # minutes before the bell from which it is announced


@dataclass(frozen=True)
class Preset:
    """A sitting of ``minutes``, of which a third is kept for the debrief; a turn is ``stride``
    quarters of the campaign."""

    minutes: int
    campaign: str
    title: str
    stride: int = 1

    @property
    def debrief(self) -> int:
        """Minutes kept for the debrief: a third, rounded up."""
        return -(-self.minutes // 3)

    @property
    def play(self) -> int:
        """Minutes from the start to the bell."""
        return self.minutes - self.debrief


PRESETS: Final = {
    "45": Preset(45, "tet", "Tet in 45 minutes"),
    "75": Preset(75, "road-to-paris", "The road to Paris in 75 minutes"),
    "110": Preset(110, FULL, "The whole war in 110 minutes, two quarters a turn", 2),
}
"""By the minutes of a lesson, of a long one, and of a double one."""


def presets() -> tuple[Preset, ...]:
    """Return every sitting that can be chosen, the shortest first."""
    return tuple(PRESETS.values())


class Session:
    """The clock of one sitting. ``clock`` gives seconds from any start, and never goes back."""

    def __init__(self, clock: Callable[[], float], spent: float = 0.0) -> None:
        """Begin at ``spent`` minutes, which a sitting has that was interrupted."""
        self._clock = clock
        self._spent = spent * 60.0  # seconds up to the last stop
        self._since: float | None = clock()
        self._turn = self._spent
        self.bell: float | None = None  # minute at which play ends
        self.cap: float | None = None  # minutes of a turn

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self._since is None

    def pause(self) -> None:
        """Stop the clock."""
        self._spent, self._since = self._seconds(), None

    def go_on(self) -> None:
        """Let the clock run again."""
        if self._since is None:
            self._since = self._clock()

    def minute(self) -> float:
        """Return the minutes of play so far, pauses left out."""
        return self._seconds() / 60.0

    def turn_begins(self) -> None:
        """Note that a turn begins."""
        self._turn = self._seconds()

    def left(self) -> float | None:
        """Return the minutes to the bell, never below 0; None without one."""
        return None if self.bell is None else max(0.0, self.bell - self.minute())

    def turn_left(self) -> float | None:
        """Return the minutes left of the turn, never below 0; None without a cap or a bell."""
        ends = [] if self.cap is None else [self._turn / 60.0 + self.cap]
        ends += [] if self.bell is None else [self.bell]
        return max(0.0, min(ends) - self.minute()) if ends else None

    def rings(self) -> bool:
        """Whether the time of play is over."""
        return self.left() == 0.0

    def turn_is_over(self) -> bool:
        """Whether the turn's time is over."""
        return self.turn_left() == 0.0

    def _seconds(self) -> float:
        return self._spent + (0.0 if self._since is None else self._clock() - self._since)


def minutes(value: float, least: float = 0.5) -> float:
    """Return a number of minutes that somebody asked for; Problem if it makes no sense."""
    if not least <= value <= LONGEST:
        raise Problem(f"Name {least:g} to {LONGEST:g} minutes.")
    return float(value)
