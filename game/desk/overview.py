"""Both sides side by side, for the facilitator alone: what nobody else may see before the end.

It is built from both dossiers and from what lies on both desks; each number is the one of the side
that knows it.
"""

from collections.abc import Hashable

from game.desk.build_gauges import gauges
from game.desk.build_lenses import lenses
from game.desk.build_news import newspaper
from game.desk.build_orders import summary
from game.desk.build_pages import GOVERNMENTS, private
from game.desk.chair import Chair
from game.desk.desktops import Desktop, Overview
from game.desk.draft import Draft
from game.desk.maplens import MapLens
from game.desk.watch import KNOWN_BY, turned
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.words import plain


def overview(chair: Chair) -> Overview:
    """Return both sides of a running game."""
    return Overview(
        chair.game.campaign.title,
        plain.quarter_title(chair.game.quarter_name),
        (desktop(chair, WASHINGTON), desktop(chair, HANOI)),
        both_eyes(chair),
    )


def state_of(chair: Chair) -> Hashable:
    """Return what changes whenever the overview would."""
    game = chair.game
    given = tuple(game.committed(side) for side in (WASHINGTON, HANOI))
    return (
        game.quarter,
        game.over,
        len(game.entries),
        given,
        chair.draft.state,
        chair.side,
        chair.curtain() is None,
    )


def desktop(chair: Chair, side: int) -> Desktop:
    """Return one side's desk."""
    dossier = chair.game.dossier(side)
    kept = [
        entry.text
        for entry in chair.game.entries
        if entry.what == "note" and entry.side == SIDES[side]
    ]
    note = chair.sealed if side == chair.side else kept[-1] if kept else ""
    return Desktop(
        government=GOVERNMENTS[side],
        mark=("ours", "theirs")[side],
        state=doing(chair, side),
        orders=summary(draft_of(chair, side), chair.setting),
        headline=newspaper(dossier, chair.setting).headline,
        note=note,
        gauges=gauges(dossier),
        private=private(dossier.view),
    )


def draft_of(chair: Chair, side: int) -> Draft:
    """Return what a side has given or drafted this quarter."""
    if side == chair.side:
        return chair.draft
    game, dossier = chair.game, chair.game.dossier(side)
    made = Draft(dossier)
    words = getattr(game.pending(), SIDES[side])
    orders = game.drafted(side) if words is None else game.read(side, words)
    if orders is not None and not game.over:
        made.take_up(orders)
    return made


def doing(chair: Chair, side: int) -> str:
    """Return what a side is about."""
    if chair.game.over:
        return "The war is over."
    if side not in chair.people:
        return "A machine plays; its orders come with the other side's."
    if chair.game.committed(side):
        return "Its orders are given."
    if side == chair.side:
        return "At its papers." if chair.curtain() is None else "Its turn; nobody has sat down yet."
    return "Waits for its turn."


def both_eyes(chair: Chair) -> tuple[MapLens, ...]:
    """Return the map's lenses, each as the side that knows it sees it."""
    seen = {side: lenses(chair.game.dossier(side)) for side in (WASHINGTON, HANOI)}
    return tuple(
        lens if KNOWN_BY[lens.id] == WASHINGTON else turned(seen[HANOI][place])
        for place, lens in enumerate(seen[WASHINGTON])
    )
