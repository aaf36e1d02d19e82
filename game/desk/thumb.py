"""The picture of a saved game that one person plays: its own side's map, in little.

Made of what the shelf hands out, which is what that side may see. A game of two has none: there
the public map alone is shown.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from game.desk.maplens import MapLens, ZoneMark
from game.engine.board import CORPS, WASHINGTON

SHARE: Final = 10_000  # whole numbers of a share's precision to one, engine.world
THOUSAND: Final = 1_000  # the same for thousands of men
FULL_FORCE: Final = 60.0  # thousand men in a corps at which it is hatched full; Calibrated by hand


def thumb(side: int, seen: Mapping[str, Sequence[int]]) -> MapLens | None:
    """Return what a side's map showed: Washington's share of the people by corps, Hanoi's main
    force by corps; None where the save does not hold it."""
    name = "control" if side == WASHINGTON else "main_force"
    values = seen.get(name, ())
    if len(values) != len(CORPS):
        return None
    full = SHARE if side == WASHINGTON else THOUSAND * FULL_FORCE
    levels = [min(max(value / full, 0.0), 1.0) for value in values]
    told = (
        "Population under Saigon's control." if side == WASHINGTON else "Own main force, by corps."
    )
    zones = tuple(
        ZoneMark(f"{corps} Corps", f"{corps} Corps", "", level, "ours")
        for corps, level in zip(CORPS, levels, strict=True)
    )
    return MapLens("saved", "As it stood", told, zones)
