"""What a campaign file gives the engine, by name: the state it opens in, losses, constants."""

import dataclasses
from typing import Any, Final

from game.engine.board import CORPS, NORTH, SIDES
from game.engine.constants import Constants
from game.engine.fields import Field

NEEDED: Final = (
    "approval",
    "troops",
    "reserve",
    "arvn",
    "quality",
    "stability",
    "control",
    "main_force",
    "guerrillas",
    "cadres",
    "manpower",
    "function",
    "throughput",
    "sanctuary",
    "port_route",
    "air_defence",
    "aid_moscow",
    "aid_beijing",
    "quarrel",
    "cohesion",
    "capital",
    "us_deaths",
)
"""Fields that every campaign must give."""

AT_REST: Final = (
    "blame",
    "rallied",
    "dissent",
    "reserves_called",
    "aircraft_lost",
    "prisoners",
    "struck",
    "saigon_deaths",
    "preparation",
    "fatigue",
    "hanoi_deaths",
    "deaths_claimed",
    "ruin",
    "strain",
    "weather",
    "detente",
)
"""Fields that a campaign may give; nought otherwise."""

PEOPLE: Final = (
    ("own_dead", "prisoners", "allies_dead", "consent"),
    ("own_dead", "ruin", "cadres", "cohesion"),
)
"""The four losses that each side's people are scored by, ordered as in ``engine.score``."""

CONSTANTS: Final = {entry.name: entry for entry in dataclasses.fields(Constants)}
_PARTS: Final = {"C": CORPS, "Z": NORTH, "S": SIDES}


def names_along(field: Field) -> tuple[str, ...] | None:
    """Return the keys of a field's table in a file, or None for a plain number."""
    return _PARTS[field.axes] if field.axes else None


def standard(name: str) -> Any:
    """Return a constant's own value: a float or an array."""
    entry = CONSTANTS[name]
    if entry.default_factory is not dataclasses.MISSING:
        return entry.default_factory()
    return entry.default
