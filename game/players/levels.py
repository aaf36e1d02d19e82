"""The levels of the opponent: how much it imagines and how well it judges, and nothing else.

No level sees more than its side may, and none is given anything. A lower level imagines fewer wars,
looks less far, judges with noise and follows its doctrine more closely. The budget is counted in
imagined quarters, so that orders do not depend on the machine's speed.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Level:
    """One level of search.

    ``particles``: imagined wars in the belief. ``plans``, ``near``, ``last``: worlds (each) for the
    plans, for the neighbours of the best plan, and for each cell of the last matrix.
    ``neighbours``: most candidates around a plan. ``finalists``: how many reach the matrix.
    ``horizon``: quarters imagined ahead. ``temperature``: points of score; how far the doctrine
    bends the choice. ``noise``: points of score, a standard deviation of misjudgement of each
    candidate. ``foresight``: how far the enemy is thought to answer well (0: as it is believed to).
    """

    name: str
    title: str
    particles: int
    plans: int
    near: int
    last: int
    neighbours: int
    finalists: int
    horizon: int
    temperature: float
    noise: float
    foresight: float

    @property
    def budget(self) -> int:
        """The most quarters imagined for one decision, belief included."""
        rounds = 8 * self.plans + self.neighbours * self.near + self.finalists * 5 * self.last
        return rounds * self.horizon + 2 * self.particles


LEVELS: Final = (
    Level("cadet", "Cadet", 48, 4, 4, 2, 8, 2, 2, 4.0, 5.0, 0.0),
    Level("officer", "Staff officer", 96, 8, 6, 4, 12, 3, 3, 1.5, 2.0, 0.2),
    Level("planner", "Planner", 192, 12, 10, 8, 20, 4, 5, 0.6, 0.7, 0.3),
    Level("strategist", "Strategist", 384, 24, 20, 14, 28, 5, 7, 0.2, 0.0, 0.3),
)
"""From the weakest to the strongest. All numbers Calibrated: the ladder of levels and the clock."""


def level(name: str) -> Level:
    """Return a level by name; KeyError with the names there are."""
    for found in LEVELS:
        if found.name == name:
            return found
    raise KeyError(f"there is no level {name!r}; there are {', '.join(x.name for x in LEVELS)}")
