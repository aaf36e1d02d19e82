"""The levels of the opponent: how much it imagines and how well it judges, and nothing else.

No level sees more than its side may, and none is given anything. A lower level imagines fewer wars,
looks less far, judges with noise and follows its doctrine more closely. The budget is counted in
imagined quarters, so that orders do not depend on the machine's speed.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.world import ANSWERS, ASKED

GLANCE: Final = "glance"  # follows its doctrine and imagines nothing: no level of search


@dataclass(frozen=True)
class Level:
    """One level of search.

    ``particles``: imagined wars in the belief. ``candidates``: orders considered, each in
    ``worlds`` imagined wars. ``finalists``: how many of them reach the matrix, each cell of which
    is ``cell`` imagined wars.
    ``horizon``: quarters imagined ahead. ``temperature``: points of score; how far the doctrine
    bends the choice. ``noise``: points of score, a standard deviation of misjudgement of each
    candidate. ``foresight``: how far the enemy is thought to answer well (0: as it is believed to).
    """

    name: str
    title: str
    particles: int
    candidates: int
    worlds: int
    finalists: int
    cell: int
    horizon: int
    temperature: float
    noise: float
    foresight: float

    @property
    def budget(self) -> int:
        """The most quarters imagined for one decision, belief included."""
        rounds = self.candidates * self.worlds + self.finalists * 5 * self.cell
        rounds += ASKED * ANSWERS * self.worlds
        return rounds * self.horizon + 2 * self.particles


LEVELS: Final = (
    Level("cadet", "Cadet", 48, 12, 4, 2, 2, 2, 8.0, 22.0, 0.0),
    Level("officer", "Staff officer", 96, 18, 6, 3, 4, 2, 4.0, 12.0, 0.2),
    Level("planner", "Planner", 192, 24, 8, 4, 8, 3, 2.0, 6.0, 0.3),
    Level("strategist", "Strategist", 320, 30, 14, 6, 10, 6, 0.2, 0.0, 0.3),
)
"""From the weakest to the strongest. All numbers Calibrated: the ladder of levels and the clock."""


def level(name: str) -> Level:
    """Return a level by name; KeyError with the names there are."""
    for found in LEVELS:
        if found.name == name:
            return found
    raise KeyError(f"there is no level {name!r}; there are {', '.join(x.name for x in LEVELS)}")
