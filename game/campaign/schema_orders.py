"""``[[orders]]``: both governments' recorded orders, a row a quarter, made from the ladders.

Only changes need to stand in a row: rungs carry over. Channel, message, terms, acceptance, deadline
and troops are for their quarter only.
"""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, create_model

from game.campaign.kinds import Id, Package, Part, Quarter, Text, between, one_of
from game.engine.board import CORPS, HANOI, SIDES, WASHINGTON
from game.engine.ladders import LADDERS, TROOPS_LIMITS, Ladder

TERMS_AND_SUCH = ("channel", "terms", "accept")


def rung_of(ladder: Ladder) -> Any:
    """Return the type of a ladder's value: a rung, or a table with a rung for some corps."""
    word = one_of(ladder.rungs)
    if not ladder.by_corps:
        return word
    corps: dict[str, Any] = {name: (word, None) for name in CORPS}
    return create_model(f"{ladder.name.title()}ByCorps", __base__=Part, **corps)


def rungs_of(side: int) -> dict[str, Any]:
    """Return the optional pydantic fields of a side's ladders."""
    return {ladder.name: (rung_of(ladder), None) for ladder in LADDERS[side]}


def _side_orders(side: int) -> Any:
    fields = rungs_of(side)
    fields |= {"channel": (Id, "public"), "terms": (Package, None), "accept": (bool, False)}
    if side == WASHINGTON:
        low, high = TROOPS_LIMITS[0][0], TROOPS_LIMITS[-1][1]
        fields["troops_number"] = (between(low, high, whole=False), None)
    names = (*(ladder.name for ladder in LADDERS[side]), *TERMS_AND_SUCH)
    name: Any = one_of(names)
    marks = Annotated[list[name], Field(max_length=len(names))]
    fields["inferred"] = (marks, [])
    return create_model(f"{SIDES[side].title()}Orders", __base__=Part, **fields)


if TYPE_CHECKING:
    WashingtonOrders = Any
    HanoiOrders = Any
else:
    WashingtonOrders = _side_orders(WASHINGTON)
    HanoiOrders = _side_orders(HANOI)


class OrdersRow(Part):
    """One quarter of the record; ``inferred`` marks what the sources do not settle."""

    quarter: Quarter
    note: Text
    washington: WashingtonOrders
    hanoi: HanoiOrders


def in_force_part() -> Any:
    """Return the model of ``[start.in_force]``: rungs that stand when the campaign opens."""
    sides: dict[str, Any] = {}
    for side in (WASHINGTON, HANOI):
        made = create_model(f"{SIDES[side].title()}InForce", __base__=Part, **rungs_of(side))
        sides[SIDES[side]] = (made, made())
    return create_model("InForce", __base__=Part, **sides)
