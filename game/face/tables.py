"""Tables for programs: fields as columns of single numbers, and rows as a pandas DataFrame."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from game.engine.board import CORPS, ISSUES, NORTH, SIDES
from game.engine.world import FIELDS
from game.problems import Problem

Frame = Any
"""A pandas DataFrame, where pandas is installed; nothing here needs it otherwise."""

NAMED = {"S": SIDES, "C": CORPS, "Z": NORTH, "I": ISSUES}
"""Axes whose places have names; those of the others are counted from 0."""


def spread(name: str, values: Any) -> dict[str, list[Any]]:
    """Return a field of N wars as columns of single numbers, the places of its axes in their names:
    ``capital`` (N, S) gives ``capital_washington`` and ``capital_hanoi``."""
    whole = np.asarray(values)
    axes = FIELDS[name].axes
    made = {}
    for place in np.ndindex(*whole.shape[1:]):
        words = [
            str(NAMED[axis][at]) if axis in NAMED else str(at)
            for axis, at in zip(axes, place, strict=True)
        ]
        made["_".join([name, *words])] = whole[(slice(None), *place)].tolist()
    return made


def data_frame(rows: Iterable[dict[str, Any]]) -> Frame:
    """Return rows as a pandas DataFrame; Problem where pandas is not installed."""
    try:
        from pandas import DataFrame  # late, and only for those who have it
    except ImportError:
        raise Problem("A DataFrame needs pandas: python -m pip install pandas") from None
    return DataFrame(list(rows))
