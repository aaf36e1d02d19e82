"""The table in plain words: issues, positions, packages and how far apart they lie."""

from collections.abc import Sequence
from typing import Final

from game.engine.board import ISSUES, POSITIONS
from game.words.plain import listing, sentence

ISSUE_TITLES: Final = (
    "American forces",
    "The North's army in the South",
    "Power in Saigon",
    "Bombing",
    "Prisoners",
)
SHORT: Final = ("forces", "the North's army", "Saigon", "bombing", "prisoners")

APART: Final = (
    (0, "The two packages are the same."),
    (3, "The two packages are within reach of each other."),
    (6, "There is ground between the two packages, and a way across it."),
    (10, "The two packages are far apart."),
    (99, "The two packages answer different questions."),
)
"""By the number of steps between two packages, of fifteen. Calibrated by hand."""


def position(issue: int, place: float) -> str:
    """Return a position in words; -1 is ``nothing tabled``."""
    if place < 0:
        return "nothing tabled"
    return POSITIONS[ISSUES[issue]][int(place)]


def package(places: Sequence[int]) -> str:
    """Return a package as one sentence, or that there is none."""
    if places[0] < 0:
        return "Nothing is on the table."
    parts = [f"{SHORT[i]}: {position(i, places[i])}" for i in range(len(ISSUES))]
    return "; ".join(parts) + "."


def steps_apart(ours: Sequence[int], theirs: Sequence[int]) -> int | None:
    """Return how many steps lie between two packages, 0..15; None before there are two."""
    if ours[0] < 0 or theirs[0] < 0:
        return None
    return sum(abs(int(a) - int(b)) for a, b in zip(ours, theirs, strict=True))


def apart(ours: Sequence[int], theirs: Sequence[int]) -> str:
    """Return how far apart two packages are, and on what, in words."""
    steps = steps_apart(ours, theirs)
    if steps is None:
        return "There are not yet two packages to compare."
    said = next(text for bound, text in APART if steps <= bound)
    wide = [SHORT[i] for i in range(len(ISSUES)) if abs(int(ours[i]) - int(theirs[i])) >= 2]
    if len(wide) == len(ISSUES):
        return f"{said} The gap is wide on all five."
    gaps = "gaps" if len(wide) > 1 else "gap"
    return f"{said} The widest {gaps}: {listing(wide)}." if wide else said


def moved(side: int, before: Sequence[int], after: Sequence[int]) -> str:
    """Return what changed in a side's package since last quarter; empty when nothing did.

    A step towards 0 is towards Washington's ideal, towards 3 towards Hanoi's.
    """
    if after[0] < 0 or list(before) == list(after):
        return ""
    if before[0] < 0:
        return "Tabled for the first time."
    gave: list[str] = []
    hardened: list[str] = []
    for issue, (old, new) in enumerate(zip(before, after, strict=True)):
        if new != old:
            toward_hanoi = new > old
            (gave if toward_hanoi == (side == 0) else hardened).append(SHORT[issue])
    parts = []
    if gave:
        parts.append(f"gave ground on {listing(gave)}")
    if hardened:
        parts.append(f"hardened on {listing(hardened)}")
    return sentence(" and ".join(parts))


def nearest(estimate: Sequence[float]) -> list[int]:
    """Return the positions nearest to an estimate of terms."""
    return [min(3, max(0, round(float(place)))) for place in estimate]
