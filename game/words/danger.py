"""Danger: whatever can end the war within two quarters, from one side's dossier and nothing else.

A gauge of one's own is read exactly, the other side's by estimate, the other side's signature from
what it has tabled or said. Floors are those of the rules played. A gauge is in danger when it
stands below its floor, or just above it without rising, or falls so fast towards it that it may
break within two quarters.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.facts import Facts
from game.engine.ladders import MessageKind
from game.engine.orders import NO_TERMS
from game.engine.view import View
from game.words import floors
from game.words.happenings import act

NEAR: Final = 0.02  # share above its floor within which a gauge that does not rise may break
FALLS: Final = 1.1  # quarters of last quarter's fall that are looked ahead
# Both Calibrated on 500 wars of each kind of players (main.py danger)
CLOSE: Final = 3  # steps between the two packages, in all, at which a signature may come
LAST_CHANCES: Final = 2  # quarters before the end in which the last chance is spoken of
LOST: Final = "If nothing is signed by its end, both have lost."


@dataclass(frozen=True)
class ComingEnd:
    """One way in which the war may end soon. ``kind``: saigon, consent, north, last or signature;
    ``now``: it can come with this very quarter; ``name`` in three or four words; ``text`` says how
    it stands, ``mends`` what mends it or wears it down; ``ours``: the gauge is the side's own."""

    kind: str
    now: bool
    name: str
    text: str
    ours: bool = True
    mends: str = ""


OWNER: Final = {"saigon": WASHINGTON, "consent": WASHINGTON, "north": HANOI}
NAMES: Final = {
    "saigon": "Saigon may fall",
    "consent": "Congress may end the war",
    "north": "The North may give way",
}
GAUGES: Final = {
    "saigon": "Saigon's footing",
    "consent": "Consent in America",
    "north": "The unity of the Politburo",
}
WHEN: Final = {
    "saigon": "When its stability and its hold on the countryside are gone.",
    "consent": "When approval is low and most of the country is against the war.",
    "north": "When the Politburo's unity is gone.",
}
MENDS: Final[dict[str, tuple[str, str]]] = {
    "saigon": (
        "More of our men there, a quieter enemy, better Southern forces and more of the "
        "countryside steady it.",
        "Attacks in the South, and a balance there that is ours, wear it down; American men hold "
        "it up.",
    ),
    "consent": (
        "Fewer dead, men coming home and a word to the country mend it.",
        "Their dead wear it down; a quiet front lets it recover.",
    ),
    "north": (
        "Bombs on the North and losses in the South wear it down.",
        "Fewer losses, quieter skies and a call at home mend it.",
    ),
}
"""What mends a gauge or wears it down, as told to Washington and to Hanoi."""


def dangers(dossier: Dossier) -> tuple[ComingEnd, ...]:
    """Return what can end the war within two quarters, the nearest first."""
    found = [*_gauges(dossier), *_calendar(dossier), *_signature(dossier.view)]
    return tuple(sorted(found, key=lambda one: (not one.now, not one.ours)))


def margin(kind: str, view: View, facts: Facts) -> float:
    """Return how far above its floor a gauge stands, as the side of ``view`` knows it."""
    if kind == "north" and view.side == WASHINGTON:
        return float(view.seen_cohesion) - facts.north_floor
    return {"saigon": floors.saigon, "consent": floors.consent, "north": floors.north}[kind](
        view, facts
    )


def looms(now: float, before: float) -> bool:
    """Whether a gauge at a margin of ``now``, ``before`` a quarter ago, may break in two."""
    return now < 0.0 or (now < NEAR and now <= before) or now < FALLS * (before - now)


def _gauges(dossier: Dossier) -> list[ComingEnd]:
    view, facts, made = dossier.view, dossier.facts, []
    earlier = dossier.views[-2] if dossier.reports else view
    for kind, owner in OWNER.items():
        now, before = margin(kind, view, facts), margin(kind, earlier, facts)
        if owner != view.side:  # an estimate, or a cause for hope: said when it is below
            if now < 0.0:
                made.append(
                    ComingEnd(
                        kind,
                        True,
                        NAMES[kind],
                        _told(kind, view, now),
                        False,
                        MENDS[kind][view.side],
                    )
                )
        elif looms(now, before):
            made.append(
                ComingEnd(
                    kind,
                    now < 0.0,
                    NAMES[kind],
                    _told(kind, view, now),
                    True,
                    MENDS[kind][view.side],
                )
            )
    return made


def _told(kind: str, view: View, now: float) -> str:
    seen = ", by our estimate," if kind == "north" and view.side == WASHINGTON else ""
    points = abs(round(100 * now))
    where = "at" if not points else f"{points} {'below' if now < 0 else 'above'}"
    soon = "It can come this quarter." if now < 0 else "It can come within two quarters."
    return f"{GAUGES[kind]}{seen} stands {where} the level at which it may break. {soon}"


def _calendar(dossier: Dossier) -> list[ComingEnd]:
    left = dossier.tables.quarters - dossier.quarter
    if left > LAST_CHANCES or left < 1:
        return []
    view = dossier.view
    if left == 1:
        return [ComingEnd("last", True, "The last quarter", f"{LOST} {_signable(view)}")]
    text = (
        "Two quarters are left. A package can be signed in the last one only if talks sit in "
        "this one, with both doors open, and it lies on the table by then."
    )
    return [ComingEnd("last", False, "The last chance to sign", text)]


def _signable(view: View) -> str:
    ours, theirs = (can_take(view, side) for side in (1 - view.side, view.side))
    if ours and theirs:
        return "Their package can be accepted now, and ours by them."
    if ours or theirs:
        return f"{'Ours' if ours else 'Theirs'} alone can be accepted now."
    if view.talking > 0:
        return "No package was tabled in time, so that nothing can be signed any more."
    return "Talks did not sit last quarter, so that nothing can be signed any more."


def can_take(view: View, side: int) -> bool:
    """Whether ``side`` can accept the other's package this quarter: talks sat in the last, and it
    lies there."""
    return bool(view.talking > 0 and view.tabled[1 - side, 0] != NO_TERMS)


def can_sign(view: View) -> bool:
    """Whether a package can be accepted this quarter, by whomever."""
    return any(can_take(view, side) for side in (WASHINGTON, HANOI))


def _signature(view: View) -> list[ComingEnd]:
    """The other side may take our package: talks sat, ours lies there, and theirs is near it or
    their last word was an answer."""
    ours, theirs = view.tabled[view.side], view.tabled[1 - view.side]
    if not can_take(view, 1 - view.side):
        return []
    near = theirs[0] != NO_TERMS and int(np.abs(ours - theirs).sum()) <= CLOSE
    answered = act(view, 1 - view.side, "message") == MessageKind.ANSWER
    if not near and not answered:
        return []
    said = "Their package is near ours" if near else "They have answered"
    return [
        ComingEnd(
            "signature",
            True,
            "They may sign our package",
            f"{said}, and ours lies on the table: what they accept binds us this quarter, "
            "as it stood at the end of the last.",
            False,
        )
    ]
