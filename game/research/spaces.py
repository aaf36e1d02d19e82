"""What a learning program sees: the fields of a side's view, from their declarations, and no other.

``python -m game.research.spaces`` prints docs/spaces.md: every field of the observations and every
component of the actions.
"""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.fields import Field
from game.engine.view import View, sees
from game.engine.world import FIELDS, shape
from game.research.actions import components

CHANNELS: Final = Field("K", "yes or no", 1, 0, 1, "all", "The channel can be used this quarter")
"""The view's one part that is no field of the world."""


def observed(side: int) -> dict[str, Field]:
    """Return the fields that a side observes, by name; its own rows without the S axis."""
    seen = {name: field for name, field in FIELDS.items() if sees(side, field)}
    return {**seen, "channels": CHANNELS}


def shape_seen(field: Field, channels: int) -> tuple[int, ...]:
    """Return the shape of a field as a side observes it."""
    axes = field.axes.replace("S", "", 1) if field.sight == "own" else field.axes
    return shape(axes, 1, channels)[1:]


def observation(view: View) -> dict[str, Any]:
    """Return what a side sees of one war as arrays, in the spaces' shapes and kinds."""
    made = {}
    for name, field in observed(view.side).items():
        value = view.channels if name == "channels" else view.fields[name]
        made[name] = np.asarray(value, dtype=np.int64 if field.whole else np.float64)
    return made


def page() -> Iterator[str]:
    """Yield the lines of docs/spaces.md."""
    yield "# Observations and actions, field by field"
    yield ""
    yield "What a learning program sees in either chair, and what it may order: sizes and bounds."
    yield "Generated from the fields' declarations by `python -m game.research.spaces`; a test"
    yield "keeps it true. Sizes: C 4 corps, I 5 issues, K channels of the campaign, L slots of"
    yield "orders, R rungs of a flat list, S 2 sides (Washington, Hanoi), Z 3 zones of the North."
    for side in (WASHINGTON, HANOI):
        yield from ("", f"## What {SIDES[side]} observes", "")
        yield from ("| field | axes | from | to | unit | meaning |", "|---|---|---|---|---|---|")
        for name, field in observed(side).items():
            axes = field.axes.replace("S", "", 1) if field.sight == "own" else field.axes
            yield (
                f"| `{name}` | {' '.join(axes) or '-'} | {field.low:g} | {field.high:g} | "
                f"{field.unit} | {field.meaning} |"
            )
        yield from ("", f"## What {SIDES[side]} orders", "")
        yield from ("| component | numbers | meaning, from 0 |", "|---|---|---|")
        for one in components(side, 0):
            count = "K" if one.name == "channel" else str(one.choices)
            yield f"| `{one.name}` | {count} | {one.meaning} |"


if __name__ == "__main__":
    print("\n".join(page()))
