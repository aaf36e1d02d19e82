"""The page docs/world.md, made from the declarations: ``python -m tools.world_page``.

Every field of the world and every ladder of orders, as they declare themselves; a test compares
the page with what this makes.
"""

from collections.abc import Iterator
from typing import Final

from game.engine.board import CORPS, SIDES
from game.engine.fields import Field
from game.engine.ladders import LADDERS, Ladder
from game.engine.prices import ACT, DOWN, UP
from game.engine.world import FIELDS

SIGHTS: Final = {
    "all": "both",
    "washington": "Washington",
    "hanoi": "Hanoi",
    "own": "each its own row",
    "hidden": "nobody",
}
HEAD: Final = """\
# The world, field by field

What the state of a war holds: every field with unit, precision, bounds and who may see it.
Made by `python -m tools.world_page > docs/world.md` from the declarations in
`game/engine/world.py` and `game/engine/ladders.py`; do not edit it by hand.

Every field is an array whose first axis is N wars. The axes after it: S sides (Washington, Hanoi),
C corps (I, II, III, IV), Z zones of the North (panhandle, heartland, Hanoi-Haiphong), I issues of
the table, K channels of the campaign, L slots of orders, R rungs of a side's flat menu, D
dilemmas of a side, A of them asked in one quarter. A field is
stored as a whole number of its precision at the end of a quarter; the digest of a war is made of
those whole numbers, in the order of this table. Who sees a field is all that its side ever learns
of it: views and reports copy such fields and compute nothing from others.
"""
ORDERS: Final = """
## The ladders

What a side orders, from the quietest rung to the loudest. A short purse gives way from the last
ladder to the first. *Public*: the other side learns the rung once the quarter is over. *War*:
raising it above the highest rung of two quarters is an escalation. *Falls back to*: the rung in
force after a quarter at a rung that does not stand. Prices are in points of political capital: for
each rung *up* and *down* from the rung in force, and for the *act* of ordering a rung that is not
in force, by rung; what escalates is multiplied by the temptation (see [the rulebook](war.md)).
"""
LADDER_HEAD: Final = """\
| ladder | rungs | by corps | public | war | falls back to | up | down | act |
|---|---|---|---|---|---|---|---|---|"""


def page() -> str:
    """Return the whole page."""
    lines = [HEAD, "| field | axes | unit | precision | from | to | seen by | what it is |"]
    lines += ["|---|---|---|---|---|---|---|---|", *map(_row, FIELDS, FIELDS.values()), ORDERS]
    for side, name in enumerate(SIDES):
        lines += [f"### {name.capitalize()}", "", LADDER_HEAD]
        lines += [*(_ladder(side, ladder) for ladder in LADDERS[side]), ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(name: str, field: Field) -> str:
    axes = " ".join(["N", *field.axes])
    bounds = f"{field.low:g} | {field.high:g}"
    return (
        f"| `{name}` | {axes} | {field.unit} | {field.precision:g} | {bounds} | "
        f"{SIGHTS[field.sight]} | {field.meaning} |"
    )


def _ladder(side: int, ladder: Ladder) -> str:
    name = ladder.name
    acts = [f"{points:g}" for points in ACT[side].get(name, ())]
    cells = [
        f"`{name}`",
        ", ".join(ladder.rungs),
        ", ".join(CORPS) * ladder.by_corps,
        "yes" * ladder.public,
        "yes" * ladder.war,
        ", ".join(_falls(ladder)),
        f"{UP[side].get(name, 0):g}",
        f"{DOWN[side].get(name, 0):g}",
        ", ".join(acts),
    ]
    return f"| {' | '.join(cell or '-' for cell in cells)} |"


def _falls(ladder: Ladder) -> Iterator[str]:
    for rung, name in enumerate(ladder.rungs):
        if ladder.standing(rung) != rung:
            yield f"{name} to {ladder.rungs[ladder.standing(rung)]}"


if __name__ == "__main__":
    print(page(), end="")
