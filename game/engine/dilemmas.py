"""Dilemmas as fixed data: what a government is asked of its own, and what each answer does.

An answer pushes a few fields from a closed list, within bounds; never a belief, a posture, a term,
a man or a loss. **Every answer counts as its difference from the answer on record**, price too,
since the constants were fitted to a war in which that answer was given: history's does nothing.
"""

from dataclasses import dataclass, field, replace
from typing import Final, Self

import numpy as np

from game.engine.board import CORPS, NORTH, SIDES, Floats, Ints
from game.engine.conditions import Condition
from game.engine.world import ANSWERS, ASKED, CHANCE_CAME, MOST_DILEMMAS, SEQUEL_CAME

SPAN: Final = 8  # quarters from an answer in which its pushes may fall
LONGEST: Final = 6  # quarters one push may last
LATEST: Final = 4  # quarters one push may wait

_MOODS = (-0.10, 0.10)
PUSH_BOUNDS: Final[dict[str, tuple[float, float]]] = {
    "capital": (-4.0, 4.0),
    "approval": (-0.04, 0.04),
    "rally": (-0.06, 0.06),
    "dissent": (-0.10, 0.10),
    "stability": (-0.04, 0.04),
    "quality": (-0.02, 0.02),
    **{f"control.{corps}": (-0.03, 0.03) for corps in CORPS},
    "cohesion": (-0.03, 0.03),
    "cadres": (-0.04, 0.04),
    "fatigue": (-0.20, 0.20),
    "preparation": (-0.15, 0.15),
    "air_defence": (-0.10, 0.10),
    "sanctuary": (-0.05, 0.05),
    **{f"function.{zone}": (-0.06, 0.06) for zone in NORTH},
    "aid_moscow": _MOODS,
    "aid_beijing": _MOODS,
    "quarrel": (-0.06, 0.06),
    "own_noise": (0.75, 1.25),
    "enemy_noise": (0.75, 1.35),
}
"""The closed list: what one push of an answer may be, in the field's unit. ``own_noise`` and
``enemy_noise`` are factors on the errors of one's own estimates and of the enemy's estimates of
oneself; ``leak.CHANNEL`` (LEAK_BOUNDS) adds to a channel's chance of leaking. Calibrated on the
replay: eight quarters after the largest push neither score has moved by more than three points."""
LEAK_BOUNDS: Final = (-0.06, 0.08)
FACTORS: Final = ("own_noise", "enemy_noise")
PUSHES: Final = tuple(PUSH_BOUNDS)
PLACES: Final = {name: index for index, name in enumerate(PUSHES)}
CAPITAL: Final = PLACES["capital"]

Pushes = Floats
"""(..., E) amounts in the order of PUSHES, then one a channel; factors as their logarithms."""


@dataclass(frozen=True)
class Sequel:
    """What an answer may bring later: once, the first time ``when`` holds within ``within``
    quarters; ``pushes`` (E,)."""

    when: Condition
    within: int
    pushes: Pushes


def _none(*shape: int) -> Ints:
    return np.zeros((len(SIDES), MOST_DILEMMAS, *shape), dtype=np.int64)


def _nought(*shape: int) -> Floats:
    return np.zeros((len(SIDES), MOST_DILEMMAS, *shape))


@dataclass(frozen=True)
class Dilemmas:
    """The dilemmas of a campaign by side (S) and number (D); an answer's number runs from 1, and 0
    is none. Where there is no dilemma, ``last`` lies before ``first``.

    ``price`` (S, D, A) whole points more than history's answer cost; ``pushes`` (S, D, A, T, E) by
    quarters since the answer; ``risk`` (S, D, A) the chance that ``risked`` (S, D, A, E) comes too,
    at once; ``public`` (S, D, A) 1 where the other side reads of it. A is ANSWERS + 1. ``when`` and
    ``sequels`` by (side, number) and (side, number, answer).
    ``asking`` is False where a player imagines: it does not foresee what it will be asked.
    """

    first: Ints = field(default_factory=_none)
    last: Ints = field(default_factory=lambda: _none() - 1)
    answers: Ints = field(default_factory=_none)
    default: Ints = field(default_factory=_none)
    recorded: Ints = field(default_factory=_none)
    price: Ints = field(default_factory=lambda: _none(ANSWERS + 1))
    pushes: Pushes = field(default_factory=lambda: _nought(ANSWERS + 1, SPAN, len(PUSHES)))
    risk: Floats = field(default_factory=lambda: _nought(ANSWERS + 1))
    risked: Pushes = field(default_factory=lambda: _nought(ANSWERS + 1, len(PUSHES)))
    public: Ints = field(default_factory=lambda: _none(ANSWERS + 1))
    when: dict[tuple[int, int], Condition] = field(default_factory=dict)
    sequels: dict[tuple[int, int, int], Sequel] = field(default_factory=dict)
    asking: bool = True

    @property
    def any(self) -> bool:
        """Whether the campaign has dilemmas at all."""
        return bool(self.answers.any())

    def unforeseen(self) -> Self:
        """Return these dilemmas as a player imagines: what was answered works on, nothing new is
        asked."""
        return replace(self, asking=False)

    def soonest(self, side: int) -> list[int]:
        """Return a side's dilemmas in the order in which they are asked: the earliest to close."""
        known = [number for number in range(MOST_DILEMMAS) if self.answers[side, number]]
        return sorted(known, key=lambda number: (int(self.last[side, number]), number))


NO_DILEMMAS: Final = Dilemmas()

__all__ = [
    "ANSWERS",
    "ASKED",
    "CAPITAL",
    "CHANCE_CAME",
    "FACTORS",
    "LATEST",
    "LEAK_BOUNDS",
    "LONGEST",
    "MOST_DILEMMAS",
    "NO_DILEMMAS",
    "PLACES",
    "PUSHES",
    "PUSH_BOUNDS",
    "SEQUEL_CAME",
    "SPAN",
    "Dilemmas",
    "Pushes",
    "Sequel",
]
