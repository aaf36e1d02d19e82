"""``[start]``: the state in which a campaign opens, made from the declarations of World's fields.

A field's bounds are the range allowed here. Fields that follow from others (opposition, beliefs,
expected terms, estimates, prices) cannot be given.
"""

from typing import TYPE_CHECKING, Any, Final

from pydantic import create_model

from game.campaign.kinds import Part, between
from game.campaign.schema_orders import in_force_part
from game.engine.board import CORPS, NORTH, SIDES
from game.engine.fields import Field
from game.engine.world import FIELDS

NEEDED: Final = (
    "approval", "troops", "reserve", "arvn", "quality", "stability", "control", "main_force",
    "guerrillas", "cadres", "manpower", "function", "throughput", "sanctuary", "port_route",
    "air_defence", "aid_moscow", "aid_beijing", "quarrel", "cohesion", "capital", "us_deaths",
)  # fmt: skip
"""Fields that every campaign must give."""

AT_REST: Final = (
    "blame", "rallied", "dissent", "reserves_called", "aircraft_lost", "prisoners", "struck",
    "saigon_deaths", "preparation", "fatigue", "hanoi_deaths", "deaths_claimed", "ruin",
    "strain", "weather", "detente",
)  # fmt: skip
"""Fields that a campaign may give; nought otherwise."""

COUNTED: Final = 0.1  # of a counter's range may be used up at the start; a war counts on
_PARTS: Final = {"C": CORPS, "Z": NORTH, "S": SIDES}


def names_along(field: Field) -> tuple[str, ...] | None:
    """Return the keys of a field's table in a file, or None for a plain number."""
    return _PARTS[field.axes] if field.axes else None


def _type(name: str, field: Field) -> Any:
    high = field.high * COUNTED if field.whole and field.high > 1 else field.high
    number = between(field.low, high, field.whole)
    names = names_along(field)
    if names is None:
        return number
    parts: dict[str, Any] = {part: (number, ...) for part in names}
    return create_model(f"{name.title()}Table", __base__=Part, **parts)


def _fields() -> dict[str, Any]:
    made: dict[str, Any] = {name: (_type(name, FIELDS[name]), ...) for name in NEEDED}
    made |= {name: (_type(name, FIELDS[name]), None) for name in AT_REST}
    in_force = in_force_part()
    made["in_force"] = (in_force, in_force())
    return made


if TYPE_CHECKING:
    StartPart = Any
else:
    StartPart = create_model("StartPart", __base__=Part, **_fields())
