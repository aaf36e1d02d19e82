"""``[start]``: the state in which a campaign opens, made from the declarations of World's fields.

A field's bounds are the range allowed here. Fields that follow from others (opposition, beliefs,
expected terms, estimates, prices) cannot be given.
"""

from typing import TYPE_CHECKING, Any, Final

from pydantic import create_model

from game.campaign.given import AT_REST, NEEDED, names_along
from game.campaign.kinds import Part, between
from game.campaign.schema_orders import in_force_part
from game.engine.fields import Field
from game.engine.world import FIELDS

COUNTED: Final = 0.1  # of a counter's range may be used up at the start; a war counts on


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
