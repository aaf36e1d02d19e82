"""Danger as a side is shown it: what may end the war soon, and afterwards what did."""

from typing import Final

from game.desk.build_news import name_of
from game.desk.models import Danger, Fact
from game.engine.board import quarter_name
from game.engine.dossier import Dossier
from game.words import danger, plain

AFTER: Final = {
    "collapse of Saigon": "saigon",
    "collapse of American consent": "consent",
    "collapse of the North's power to go on": "north",
}
"""The gauge behind each collapse, by the engine's name of the ending."""
NO_END: Final = "No end of the war is in sight within two quarters."
NO_OTHER: Final = "no other end is in sight within two quarters"
LOOKED_BACK: Final = 6  # quarters told of before the end


def dangers(dossier: Dossier) -> tuple[Danger, ...]:
    """Return what can end the war within two quarters, the nearest first."""
    if dossier.view.ended:
        return ()
    return tuple(
        Danger(one.kind, one.name, f"{one.text} {one.mends}".strip(), one.now, one.text)
        for one in danger.dangers(dossier)
    )


def calm(dossier: Dossier) -> str:
    """Return what is said, without alarm, of a signature that can end the war this quarter, or that
    no end is in sight; empty where the dangers say it already."""
    found = dangers(dossier)
    view, kinds = dossier.view, {one.kind for one in found}
    if "signature" in kinds or (kinds == {"last"} and found[0].now):
        return ""
    ours, theirs = (danger.can_take(view, side) for side in (1 - view.side, view.side))
    if ours and kinds:
        return "They may sign our package."
    if ours:
        quarter = int(view.tabled_in[view.side])
        since = plain.quarter_words(quarter_name(dossier.tables.first, quarter))
        said = "They may sign our package" + (f" of {since}" if quarter >= 0 else "")
        return f"{said}{', and we theirs' if theirs else ''}; {NO_OTHER}."
    if theirs and not kinds:
        return f"The war ends if we sign their package; {NO_OTHER}."
    return "" if kinds else NO_END


def summary(found: tuple[Danger, ...]) -> str:
    """Return the dangers, a short sentence each, empty where there are none."""
    return " ".join(f"{one.title}." for one in found)


def brought(dossier: Dossier, ending: str) -> tuple[Fact, ...]:
    """Return, quarter by quarter, what brought a collapse; empty where the war ended otherwise."""
    kind = AFTER.get(ending)
    if kind is None or not dossier.reports:
        return ()
    made = []
    first = max(len(dossier.views) - LOOKED_BACK, 0)
    for place in range(first, len(dossier.views)):
        view = dossier.views[place]
        above = danger.margin(kind, view, dossier.facts)
        where = f"{abs(100 * above):.0f} {'above' if above >= 0 else 'below'} the level at which "
        when = "at the end" if view.ended else f"as {name_of(dossier, view.quarter)} opened"
        made.append(
            Fact(
                f"What brought the end: {plain.capital(when)}",
                f"{danger.GAUGES[kind]} stood {where}it may break.",
            )
        )
    return tuple(made)


def owner(kind: str) -> int:
    """Return the side whose gauge stands behind a collapse."""
    return danger.OWNER[kind]


def endings(side: int) -> tuple[Fact, ...]:
    """Return every way in which the war can end, and what mends each gauge, for a briefing."""
    rows = [
        Fact(
            f"It can end: {danger.NAMES[kind]}", danger.WHEN[kind] + " " + danger.MENDS[kind][side]
        )
        for kind in danger.OWNER
    ]
    rows.insert(
        0,
        Fact(
            "It can end: a package is accepted",
            "Either side may accept what the other has tabled, in a quarter after one "
            "in which talks sat. It ends the war as it stands.",
        ),
    )
    rows.append(
        Fact(
            "It can end: the last quarter passes",
            "Unsettled, both have lost. Sit down "
            "two quarters before the end at the latest: a package is signed the quarter "
            "after talks sat.",
        )
    )
    return tuple(rows)
