"""The order ladders: every rung with its word, its price, what it risks, and why not."""

from dataclasses import replace

import numpy as np

from game.desk import at_home, build_decisions
from game.desk.draft import Draft, ladders_of
from game.desk.models import Amount, Brink, LadderRow, OrdersPage, Rung
from game.desk.setting import Setting
from game.engine.board import CORPS, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import TROOPS_LIMITS, TROOPS_STEP, TroopMoves, ladder_of_slot, slot_of
from game.study.debrief import patrons
from game.study.debrief.pressing import pressing
from game.words import brink, ordered
from game.words.rungs import risk, rung_name, rung_short, why_so_dear

GROUPS = {
    "bombing": "Air war",
    "line": "Air war",
    "trail": "Air war",
    "cambodia": "Air war",
    "troops": "Ground war",
    "ground": "Ground war",
    "border": "Ground war",
    "vietnamization": "Ground war",
    "home": "Home",
    "infiltration": "The South",
    "effort": "The South",
    "preparation": "The South",
    "labour": "The North",
    "patrons": "The North",
    "posture": "Diplomacy",
    "message": "Diplomacy",
    "deadline": "Diplomacy",
}
BRINK = ("bombing", "line", "border", "cambodia", "effort")
"""Ladders that may bring the patrons nearer."""
ZONES = {
    "bombing": "heartland",
    "line": "panhandle",
    "trail": "trail",
    "cambodia": "cambodia",
    "border": "cambodia",
    "infiltration": "trail",
    "labour": "heartland",
}


def orders(draft: Draft, dossier: Dossier, setting: Setting) -> OrdersPage:
    """Return all ladders but diplomacy's, as they stand in ``draft``; what the rungs of the home
    front pay is in the ``dossier``."""
    presses = pressing(dossier)
    ladders = tuple(
        _pressing(ladder(draft, slot), slot, presses)
        for kind in ladders_of(draft.side)
        for slot in (slot_of(draft.side, kind.name, corps) for corps in range(kind.slots))
    )
    ladders = tuple(_at_home(one, dossier) if one.id == "home" else one for one in ladders)
    capital, price = int(draft.view.capital), draft.total()
    return OrdersPage(
        ladders=ladders,
        capital=capital,
        price=price,
        left=capital - price,
        summary=summary(draft, setting),
        tip="Political capital pays for changes; what stands is free, but for the home front, "
        "where a rung brings or costs capital each quarter.\n"
        "What the other side would read as escalation costs more or less as the government "
        "is minded to dare it.",
        can_undo=draft.touched,
        changes=tuple(changes(draft, setting)),
        brink=nearness(draft, dossier),
    )


def nearness(draft: Draft, dossier: Dossier) -> Brink:
    """Return how near the patrons are thought to be, and would be with what is drafted."""
    then = patrons.expected(dossier, np.array(draft.state.rungs))
    return Brink(brink.WORDS, int(dossier.view.seen_brink), then)


def _pressing(one: LadderRow, slot: int, presses: frozenset[tuple[int, int]]) -> LadderRow:
    """Return a ladder with the rungs marked that would be read as pressing the war."""
    rungs = tuple(
        replace(each, presses=(slot, place) in presses) for place, each in enumerate(one.rungs)
    )
    return replace(one, rungs=rungs)


def ladder(draft: Draft, slot: int) -> LadderRow:
    """Return one slot's ladder."""
    kind, corps = ladder_of_slot(draft.side, slot)
    name = f"{kind.name}.{CORPS[corps]}" if kind.by_corps else kind.name
    title = f"{kind.title}, {CORPS[corps]} Corps" if kind.by_corps else kind.title
    zone = f"{CORPS[corps]} Corps" if kind.by_corps else ZONES.get(kind.name, "")
    return LadderRow(
        id=name,
        title=title,
        rungs=tuple(rung(draft, slot, place) for place in range(len(kind.rungs))),
        chosen=draft.rung(slot),
        standing=int(draft.view.in_force[slot]),
        group=GROUPS[kind.name],
        zone=zone,
        amount=_amount(draft) if kind.name == "troops" else None,
        tip=f"{title}: {rung_name(draft.side, kind.name, draft.rung(slot))}.\n"
        f"{risk(draft.side, kind.name, draft.rung(slot), draft.dossier.facts)}",
        help=f"orders.{kind.name}",
    )


def rung(draft: Draft, slot: int, place: int) -> Rung:
    """Return one rung of a slot's ladder."""
    kind, _ = ladder_of_slot(draft.side, slot)
    what, price = _risk(draft, slot, place), draft.price(slot, place)
    reason = "" if place == draft.rung(slot) else draft.why_not(slot, place)
    dear = "" if reason else why_so_dear(price, draft.usual(slot, place))
    return Rung(
        id=kind.rungs[place],
        title=rung_name(draft.side, kind.name, place),
        price=price,
        risk=f"{what} {dear}" if dear else what,
        enabled=not reason,
        why_not=reason,
        short=rung_short(draft.side, kind.name, place),
    )


def _risk(draft: Draft, slot: int, place: int) -> str:
    """Return what a rung does and risks, with how near it is thought to bring the patrons."""
    name = ladder_of_slot(draft.side, slot)[0].name
    said = risk(draft.side, name, place, draft.dossier.facts)
    if name not in BRINK:
        return said
    rungs = np.array(draft.state.rungs)
    rungs[slot] = place
    near = patrons.after(draft.dossier, rungs, slot)
    return said if near is None else f"{said} {brink.would_be(near)}"


def _at_home(home: LadderRow, dossier: Dossier) -> LadderRow:
    """Return the ladder of the home front with what each rung brings and costs while it stands."""
    made = tuple(
        replace(one, risk=f"{one.risk} {said}", upkeep=paid)
        for one, said, paid in zip(
            home.rungs, at_home.ledgers(dossier), at_home.upkeep(dossier), strict=True
        )
    )
    here = made[home.chosen]
    return replace(home, rungs=made, tip=f"{home.title}: {here.title}.\n{here.risk}")


def _amount(draft: Draft) -> Amount | None:
    """Return the number that goes with Washington's troops, in thousands; None while they hold."""
    place = draft.rung(slot_of(WASHINGTON, "troops"))
    if place == TroopMoves.HOLD:
        return None
    low, high = TROOPS_LIMITS[place]
    # The rungs end a man short of nought; a player's first step is five thousand.
    low, high = (low, min(high, -TROOPS_STEP)) if high < 0 else (max(low, TROOPS_STEP), high)
    there = float(draft.view.troops if low < 0 else draft.view.reserve)
    most = float(np.floor(there / TROOPS_STEP) * TROOPS_STEP)
    low, high = max(low, -most), min(high, most)
    return Amount(draft.state.troops, low, high, TROOPS_STEP, "thousand men")


def changes(draft: Draft, setting: Setting) -> list[str]:
    """Return what the draft changes against what stands, in words, one entry a change: orders, then
    each decision's title with the answer given."""
    names = draft.dossier.tables.channels.names
    orders = ordered.changes(draft.orders(), draft.view, names)
    return orders + build_decisions.answered(draft, setting)


def summary(draft: Draft, setting: Setting) -> str:
    """Return what is ordered beyond what stands, in one line."""
    said = changes(draft, setting)
    return "; ".join(said) + "." if said else "Standing orders; nothing has been changed."
