"""Declaring a field of the world once: axes, unit, precision, bounds, and who may see it.

From the declaration come the shape check, the rounding at a quarter's end, the digest, the view,
the table in ``docs/world.md`` and the test that nothing hidden reaches a player.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any, Final, Literal

Sight = Literal["all", "washington", "hanoi", "own", "hidden"]
"""Who sees a field: both sides, one, each side its own row of the S axis, or nobody in play."""

KEY: Final = "field"


@dataclass(frozen=True)
class Field:
    """What is true of one field of the world.

    ``axes``: the axes after N, such as ``"SC"``. ``unit``: what one stands for. ``precision``:
    the field is stored as a whole number of these at the end of a quarter; 1 makes it an integer
    array. ``low``, ``high``: closed bounds that resolve keeps.
    """

    axes: str
    unit: str
    precision: float
    low: float
    high: float
    sight: Sight
    meaning: str

    @property
    def whole(self) -> bool:
        """Whether the array holds integers."""
        return self.precision == 1


def declare(
    axes: str,
    unit: str,
    precision: float,
    bounds: tuple[float, float],
    sight: Sight,
    meaning: str,
) -> Any:
    """Return a dataclass field that carries its ``Field`` declaration."""
    made = Field(axes, unit, precision, bounds[0], bounds[1], sight, meaning)
    return dataclasses.field(metadata={KEY: made})


def declared(record: type) -> dict[str, Field]:
    """Return the declarations of a dataclass, by field name, in order."""
    return {
        entry.name: entry.metadata[KEY]
        for entry in dataclasses.fields(record)
        if KEY in entry.metadata
    }
