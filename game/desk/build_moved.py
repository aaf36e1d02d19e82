"""What moved since last quarter and for what: the parts of one's own score, and how much of a
gauge's change one's own decisions made. From the side's own dossier alone.
"""

from typing import Final

import numpy as np

from game.desk.build_decisions import asked
from game.desk.setting import Setting
from game.engine.dossier import Dossier
from game.study.debrief.answered import pushes
from game.study.debrief.standing import OwnParts, own_parts
from game.words import plain

LOSSES: Final = (
    ("our own dead", "prisoners in the North", "Saigon's dead", "consent at home"),
    ("our own dead", "the ruin of the North", "cadres in the South", "the Politburo's unity"),
)
"""What each side's people are counted by, in the order of the score's four losses."""
LEAST: Final = 0.5  # points of score below which nothing is said to have moved
LEAST_SHARE: Final = 0.005  # of a gauge: half a point of a hundred


def moved(dossier: Dossier) -> str:
    """Return which part of one's own score moved since last quarter and for what, each on a line
    that begins with a line break; empty before a quarter has been played."""
    if not dossier.reports:
        return ""
    before, now = own_parts(dossier.until(len(dossier.reports) - 1)), own_parts(dossier)
    said = [
        f"Aims {_step(before.aims, now.aims)}{_aims(before, now)}.",
        f"People {_step(before.people, now.people)}{_people(dossier.side, before, now)}.",
    ]
    return "\nSince last quarter:\n" + "\n".join(said)


def _step(before: float, now: float) -> str:
    first, last = round(before), round(now)
    return f"{first}, as before" if first == last else f"{first} to {last}"


def _aims(before: OwnParts, now: OwnParts) -> str:
    """Name the larger of two: the terms within reach, and how likely they are to hold."""
    if round(before.aims) == round(now.aims) or min(before.aims, now.aims) <= 0.0:
        return ""
    whole = float(np.log(now.aims / before.aims))
    held = float(np.log(now.holds / before.holds)) if min(before.holds, now.holds) > 0.0 else 0.0
    if held * whole > 0.0 and abs(held) >= abs(whole) / 2.0:
        return f": what is to be had is {'likelier' if whole > 0.0 else 'less likely'} to hold"
    return f": the terms within reach are {'better' if whole > 0.0 else 'worse'} for us"


def _people(side: int, before: OwnParts, now: OwnParts) -> str:
    """Name each loss that moved people by as much as is worth a figure, the largest first; where
    none did, the largest."""
    steps = before.lost - now.lost
    if round(before.people) == round(now.people):
        return ""
    order = [
        place
        for place in np.argsort(-np.abs(steps), kind="stable").tolist()
        if abs(steps[place]) >= LEAST
    ]
    said = [f"{LOSSES[side][place]} {steps[place]:+.0f}" for place in order]
    if said:
        return f": {', '.join(said)}"
    return f": chiefly {LOSSES[side][int(np.argmax(np.abs(steps)))]}"


def decided(dossier: Dossier, setting: Setting | None, field: str, step: float) -> str:
    """Return how much of a gauge's ``step`` (a share, in the last quarter) one's own answers made,
    with their titles; empty where they made little of it or pushed the other way. ``field``: what
    is pushed, by its name; several places of it count by their mean."""
    if not dossier.reports:
        return ""
    parts = pushes(dossier, field)
    whole = sum(parts.values())
    if whole * step <= 0.0 or abs(whole) < LEAST_SHARE:
        return ""
    known = (
        []
        if setting is None
        else [
            asked(setting, dossier.side, number)
            for number in sorted(parts, key=lambda number: -abs(parts[number]))
            if parts[number] * step > 0.0
        ]
    )
    titles = [row.title for row in known if row is not None]
    named = f" ({'; '.join(titles)})" if titles else ""
    points = plain.points(max(round(100.0 * abs(whole)), 1))
    return f"What we decided{named} {'brought' if whole > 0.0 else 'took'} {points}."
