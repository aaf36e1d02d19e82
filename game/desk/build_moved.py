"""What moved since last quarter and for what: one's own score and what can be signed, in causes
that add up, and how much of a gauge's change one's own decisions made. From the side's own dossier
alone.
"""

from typing import Final

import numpy as np

from game.desk.build_decisions import asked
from game.desk.setting import Setting
from game.engine.dossier import Dossier
from game.study.debrief.answered import pushes
from game.study.debrief.standing import OwnParts, aims_moved, own_parts, shown
from game.words import plain, terms
from game.words.danger import can_take

LOSSES: Final = (
    ("our own dead", "prisoners in the North", "Saigon's dead", "consent at home"),
    ("our own dead", "the ruin of the North", "cadres in the South", "the Politburo's unity"),
)
"""What each side's people are counted by, in the order of the score's four losses."""
Cause = tuple[str, float]  # what moved a score, and by how many points
MOST: Final = 4  # causes that are named of one figure
MOST_ISSUES: Final = 2  # issues that are named of the terms
LEAST: Final = 0.5  # points of score below which nothing is said to have moved
LEAST_SHARE: Final = 0.005  # of a gauge: half a point of a hundred


def moved(dossier: Dossier) -> str:
    """Return which part of one's own score moved since last quarter and for what, each on a line
    that begins with a line break; empty before a quarter has been played."""
    if not dossier.reports:
        return ""
    earlier = dossier.until(len(dossier.reports) - 1)
    before, now = own_parts(earlier), own_parts(dossier)
    first, last = shown(before), shown(now)
    said = [
        f"Aims {_step(first[1], last[1])}{_named(_aims(dossier, before, now), first[1], last[1])}.",
        f"People {_step(first[2], last[2])}"
        f"{_named(_people(dossier.side, before, now), first[2], last[2])}.",
    ]
    return "\nSince last quarter:\n" + "\n".join(said)


def reach(dossier: Dossier) -> tuple[OwnParts, bool]:
    """Return what a signature at the best terms to be had now would score, in its parts, and
    whether those are what they have tabled: it is within reach while it can be signed, whatever we
    think."""
    thought = own_parts(dossier, np.array(terms.nearest(dossier.view.seen_terms)))
    if not can_take(dossier.view, dossier.side):
        return thought, False
    theirs = own_parts(dossier, dossier.view.tabled[1 - dossier.side])
    return (theirs, True) if theirs.total > thought.total else (thought, False)


def reach_moved(dossier: Dossier) -> str:
    """Return how what can be signed moved since last quarter and for what, on a line that begins
    with a line break; empty before a quarter has been played."""
    if not dossier.reports:
        return ""
    (before, _), (now, theirs) = reach(dossier.until(len(dossier.reports) - 1)), reach(dossier)
    first, last = round(before.total), round(now.total)
    causes = [*_aims(dossier, before, now), *_people(dossier.side, before, now)]
    laid = "\nIt is what they have tabled." if theirs else ""
    return f"{laid}\nSince last quarter: {_step(first, last)}{_named(causes, first, last)}."


def _step(first: int, last: int) -> str:
    return f"{first}, as before" if first == last else f"{first} to {last}"


def _named(causes: list[Cause], first: int, last: int) -> str:
    """Return the causes that moved a figure from ``first`` to ``last`` by as much as is worth a
    word, the largest first; where none did, the largest that went its way."""
    if first == last:
        return ""
    order = sorted(causes, key=lambda cause: -abs(cause[1]))
    said = [f"{name} {step:+.0f}" for name, step in order if abs(step) >= LEAST][:MOST]
    if said:
        return f": {', '.join(said)}"
    return f": chiefly {max(causes, key=lambda cause: cause[1] * (last - first))[0]}"


def _aims(dossier: Dossier, before: OwnParts, now: OwnParts) -> list[Cause]:
    """Return by how many points each of its causes moved the aims."""
    found = aims_moved(dossier.side, before, now, dossier.tables)
    whole = float(found.issues.sum())
    order = np.argsort(-found.issues * np.sign(whole), kind="stable")[:MOST_ISSUES].tolist()
    names = [terms.SHORT[place] for place in order if found.issues[place] * whole > LEAST]
    issues = f" ({plain.listing(names)})" if names else ""
    return [
        (f"the terms within reach{issues}", whole),
        ("how likely terms are to hold", found.holding),
        ("the fire under which terms are signed", found.fire),
        ("what we want most", found.weights),
    ]


def _people(side: int, before: OwnParts, now: OwnParts) -> list[Cause]:
    """Return by how many points each loss moved the people."""
    return list(zip(LOSSES[side], (before.lost - now.lost).tolist(), strict=True))


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
