"""Running on: standing orders are played until something needs the side.

What stops a run: an overture, a package, a posture that opens or closes, talks that begin or end,
an understanding made or broken, a leak, a deadline, a demonstration, an escalation of the other
side, a dated event, an end of the war in sight, something to be decided, or a price that the purse
could not pay.
"""

from dataclasses import replace
from typing import Final

from game.desk.build_decisions import asked
from game.desk.build_news import found, name_of, was_told
from game.desk.setting import Setting
from game.engine.board import HANOI
from game.engine.dossier import Dossier
from game.engine.ladders import LADDERS, SLOTS, Effort
from game.engine.view import View
from game.words import channels, danger, plain
from game.words.happenings import Happening

ANYBODY: Final = {
    "broken": "An understanding has been broken.",
    "leak": "A channel has leaked.",
    "talks_begin": "Talks have begun.",
    "talks_end": "Talks have ended.",
    "offensive": "A general offensive has been mounted.",
}
THEIRS: Final = {
    "offer": "The other side has sent an offer.",
    "package": "The other side has tabled a package.",
    "deadline": "The other side has announced a deadline.",
    "opens": "The other side has opened its door.",
    "closes": "The other side has shut its door.",
    "reinforcement": "The other side has sent a great number of men.",
}
PURSE: Final = 3  # points below which hardly any order can be paid; the price list's cheapest third


def reasons(dossier: Dossier, setting: Setting) -> list[str]:
    """Return why a run should stop after the last quarter played; empty to go on."""
    to_decide = [f"To be decided: {title}." for title in asked_titles(dossier, setting)]
    if not dossier.reports:
        return to_decide
    before, after = dossier.views[-2], dossier.view
    said = [
        text
        for item in found(dossier, len(dossier.reports) - 1)
        if (text := _needs(item, dossier.side))
    ]
    if (
        before.acts[1 - dossier.side][_posture(1 - dossier.side)]
        != after.acts[1 - dossier.side][_posture(1 - dossier.side)]
    ):
        said.append("The other side has changed its posture.")
    if int(before.understanding) != int(after.understanding):
        said.append("An understanding has come into force or has lapsed.")
    said.append(channels.lost(after, 0, dossier.tables.channels.names))
    said.extend(escalations(before, after))
    said.extend(_looming(dossier))
    said.extend(to_decide)
    if after.capital < PURSE <= before.capital:
        said.append("The purse is all but empty.")
    said.extend(
        f"{event.title}."
        for event in setting.news(dossier.side, name_of(dossier, dossier.quarter))
        if event.to_come or was_told(dossier, setting, event.title, dossier.quarter)
    )
    return [text for text in dict.fromkeys(said) if text]


def _posture(side: int) -> int:
    return int(SLOTS[side]["posture"].start)


def _needs(item: Happening, side: int) -> str:
    if item.kind in THEIRS and item.side == 1 - side:
        return THEIRS[item.kind]
    return ANYBODY.get(item.kind, "")


def escalations(before: View, after: View) -> list[str]:
    """Return which of the other side's ladders of war it raised where the world could see it."""
    side, said = 1 - after.side, []
    for ladder in LADDERS[side]:
        place = SLOTS[side][ladder.name]
        least = Effort.MAIN_FORCE if side == HANOI else 0
        raised = (after.acts[side][place] > before.acts[side][place]) & (
            after.acts[side][place] >= least
        )
        if ladder.war and ladder.public and raised.any():
            said.append(f"The other side has gone further: {plain.small(ladder.title)}.")
    return said


def _looming(dossier: Dossier) -> list[str]:
    """Return what has come to threaten an end of the war since last quarter."""
    earlier = replace(
        dossier, views=dossier.views[:-1], reports=dossier.reports[:-1], orders=dossier.orders[:-1]
    )
    before = {one.kind for one in danger.dangers(earlier)}
    return [f"{one.name}." for one in danger.dangers(dossier) if one.kind not in before]


def asked_titles(dossier: Dossier, setting: Setting) -> list[str]:
    """Return the titles of what the side is asked this quarter."""
    rows = [asked(setting, dossier.side, int(number)) for number in dossier.view.asked]
    return [row.title for row in rows if row is not None]
