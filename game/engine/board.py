"""The board: sides, zones, corps, issues of the table, and the calendar. All of it is fixed."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Masks = NDArray[np.bool_]

WASHINGTON: Final = 0
HANOI: Final = 1
SIDES: Final = ("washington", "hanoi")

CORPS: Final = ("I", "II", "III", "IV")
NORTH: Final = ("panhandle", "heartland", "hanoi_haiphong")
ZONES: Final = (*NORTH, "trail", "cambodia", "I Corps", "II Corps", "III Corps", "IV Corps")

FULL_PURSE: Final = 100.0  # points of political capital that a government can hold at all

ISSUES: Final = ("forces", "north_army", "saigon", "bombing", "prisoners")
POSITIONS: Final = {
    "forces": (
        "a residual force stays",
        "mutual withdrawal over six to twelve months",
        "out within sixty days",
        "out at once, before anything else",
    ),
    "north_army": (
        "all back to the North",
        "mutual withdrawal",
        "in place, no reinforcement",
        "in place and free to reinforce",
    ),
    "saigon": (
        "the government stays as it is",
        "it stays, with a national council",
        "Thieu goes, elections under a three-part body",
        "a coalition on the Front's programme",
    ),
    "bombing": (
        "goes on until all is signed and kept",
        "stops above a line",
        "full halt",
        "unconditional halt and damages",
    ),
    "prisoners": (
        "freed first",
        "with the withdrawal",
        "after the withdrawal",
        "after a political settlement",
    ),
}
"""Each issue's four positions, from Washington's ideal (0) to Hanoi's (3)."""

PARIS: Final = (2, 2, 1, 2, 1)
"""The Paris Agreement of 27 January 1973 as a point of the table. Source: campaigns/SOURCES.md."""

THOUSAND: Final = 1000.0
"""Men, dead or sorties in one of the thousands in which the rules count them."""
NEVER_NOUGHT: Final = 1e-9
"""The least that anything is divided by: a share of nothing is nought."""

RUNNING, SETTLED, SAIGON_FELL, CONSENT_BROKE, NORTH_BROKE, CALENDAR = range(6)
ENDINGS: Final = (
    "running",
    "settlement",
    "collapse of Saigon",
    "collapse of American consent",
    "collapse of the North's power to go on",
    "calendar",
)


def within(values: Floats, low: Floats | float, high: Floats | float) -> Floats:
    """Return ``values`` kept between ``low`` and ``high``; np.clip takes five times as long for a
    single war."""
    return np.minimum(np.maximum(values, low), high)


def total(values: Any) -> Any:
    """Return the sum over the last axis, a short one; any shape before it, same order and bits.

    ``values.sum(axis=-1)`` takes several times as long over four corps.
    """
    added = values[..., 0] + values[..., 1]
    for place in range(2, values.shape[-1]):
        added += values[..., place]
    return added


def any_of(masks: Masks) -> Masks:
    """Return where any of the last axis, a short one, holds; any shape before it."""
    found: Masks = masks[..., 0] | masks[..., 1]
    for place in range(2, masks.shape[-1]):
        found |= masks[..., place]
    return found


def by_side(washington: Any, hanoi: Any) -> Any:
    """Return (N, S) from what each side has, (N,) and of one type; np.stack takes thrice as long
    for a single war."""
    both = np.empty((len(washington), 2), dtype=washington.dtype)
    both[:, WASHINGTON] = washington
    both[:, HANOI] = hanoi
    return both


def other(side: int) -> int:
    """Return the other side's index."""
    return 1 - side


def quarter_name(first: str, index: int) -> str:
    """Return the name, such as ``1968Q1``, of the ``index``-th quarter after ``first``."""
    count = int(first[:4]) * 4 + int(first[5]) - 1 + index
    return f"{count // 4}Q{count % 4 + 1}"


def quarter_index(first: str, name: str) -> int:
    """Return how many quarters ``name`` lies after ``first``; negative when before it."""
    return (int(name[:4]) - int(first[:4])) * 4 + int(name[5]) - int(first[5])
