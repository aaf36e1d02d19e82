"""The sittings that can be chosen, each with its timetable to the minute.

One table is shared by the program's clock, the window, the terminal and the printed guide, so that
what is printed is what happens. A turn is minutes to argue, away from the screen, then minutes at
the keyboard for each side; whoever sits first alternates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem

SIDES_AT_KEYBOARD: Final = 2


@dataclass(frozen=True)
class Preset:
    """A sitting of ``minutes``: ``welcome``, then ``briefing``, then ``turns`` of ``stride``
    quarters each, and what is left, a third at least, is the debrief. A turn is ``argument``
    minutes for both sides at once and ``keyboard`` minutes for each side alone.

    Calibrated by hand: the keyboard's minutes are what reading the cables and setting a sheet's
    orders take a prepared group; the rest of what a third leaves is argument.
    """

    minutes: int
    campaign: str
    title: str
    stride: int
    turns: int
    welcome: int
    briefing: int
    argument: float
    keyboard: float

    @property
    def turn(self) -> int:
        """Minutes of a turn, whole ones."""
        return round(self.argument + SIDES_AT_KEYBOARD * self.keyboard)

    @property
    def before(self) -> int:
        """Minutes until the clock starts: welcome and briefing."""
        return self.welcome + self.briefing

    @property
    def play(self) -> int:
        """Minutes from the clock's start to the bell."""
        return self.turns * self.turn

    @property
    def debrief(self) -> int:
        """Minutes left for the debrief after the bell."""
        return self.minutes - self.before - self.play


@dataclass(frozen=True)
class Slot:
    """A line of a timetable: minutes from and to, counted from the sitting's beginning; ``part`` is
    ``welcome``, ``briefing``, ``turn`` or ``debrief``. A turn has its number and who sits first."""

    first: int
    last: int
    part: str
    number: int = 0
    sits_first: int = WASHINGTON


PRESETS: Final = {
    "45": Preset(45, "tet", "Tet in 45 minutes", 1, 6, 2, 4, 1.0, 1.5),
    "75": Preset(75, "road-to-paris", "The road to Paris in 75 minutes", 2, 6, 4, 10, 2.0, 2.0),
    "110": Preset(
        110, "pause-to-paris", "From the pause to Paris in 110 minutes", 3, 10, 6, 15, 2.0, 1.5
    ),
}
"""By the minutes of a lesson, of a long one, and of a double one. Their campaigns begin where each
side meets a quarter in which it can afford to talk before the bell, and where waiting for it does
not pay: `python main.py seminar --check`."""


def presets() -> tuple[Preset, ...]:
    """Return every sitting that can be chosen, the shortest first."""
    return tuple(PRESETS.values())


def preset_of(name: str) -> Preset:
    """Return a preset by its minutes; Problem with those there are."""
    if name not in PRESETS:
        raise Problem(f"There is no sitting of {name!r} minutes: {', '.join(PRESETS)}.")
    return PRESETS[name]


def sits_first(turn: int) -> int:
    """Return which side sits first in a turn, counted from 0: they alternate."""
    return WASHINGTON if turn % 2 == 0 else HANOI


def timetable(preset: Preset) -> Iterator[Slot]:
    """Yield a sitting's timetable, line by line."""
    yield Slot(0, preset.welcome, "welcome")
    yield Slot(preset.welcome, preset.before, "briefing")
    for turn in range(preset.turns):
        begins = preset.before + turn * preset.turn
        yield Slot(begins, begins + preset.turn, "turn", turn + 1, sits_first(turn))
    yield Slot(preset.minutes - preset.debrief, preset.minutes, "debrief")


def quarters_a_turn(stride: int) -> str:
    """Return how many quarters a turn is, in words."""
    return "one quarter" if stride == 1 else f"{stride} quarters"


def length(minutes: float) -> str:
    """Return minutes in words: ``1 minute``, ``90 seconds``, ``2 minutes``."""
    if minutes != round(minutes):
        return f"{minutes * 60:.0f} seconds"
    return f"{minutes:.0f} minute{'' if minutes == 1 else 's'}"
