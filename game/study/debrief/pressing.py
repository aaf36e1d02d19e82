"""Which rungs the other side would read as pressing the war, by a side's own papers.

The rulebook's own ``escalation``, asked with what stands and one rung changed at a time.
"""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.escalation import escalation
from game.engine.ladders import LADDERS, SLOTS, TROOPS_USUAL, L, slot_of
from game.engine.orders import blank, join, standing
from game.engine.world import World

FULL = 1.0  # of an escalation: a rung is raised, or an understanding broken


def pressing(dossier: Dossier) -> frozenset[tuple[int, int]]:
    """Return the slots and rungs that would press the war if they alone were ordered."""
    view, side = dossier.view, dossier.side
    stood = standing(view.in_force[None], np.array([view.channel])).rungs[0]
    tried = [
        (slot, rung)
        for ladder in LADDERS[side]
        if ladder.war or ladder.name == "troops"
        for slot in range(SLOTS[side][ladder.name].start, SLOTS[side][ladder.name].stop)
        for rung in range(len(ladder.rungs))
    ]
    both = [blank(len(tried)), blank(len(tried))]
    both[side].rungs[:] = stood
    for row, (slot, rung) in enumerate(tried):
        both[side].rungs[row, slot] = rung
        if side == WASHINGTON and slot == slot_of(WASHINGTON, "troops"):
            both[side].troops[row] = TROOPS_USUAL[rung]
    read = escalation(_as_seen(dossier), join(both[WASHINGTON], both[HANOI]))[:, side]
    return frozenset(one for one, full in zip(tried, read, strict=True) if full == FULL)


def _as_seen(dossier: Dossier) -> World:
    """Return what the rule reads, from the side's view; the other side's rungs are left out."""
    view = dossier.view
    fields: dict[str, Any] = {
        name: np.asarray(view.fields[name])[None] for name in ("troops", "peak", "understanding")
    }
    for name in ("reached", "reached_before"):
        fields[name] = np.zeros((1, len(SIDES), L), dtype=np.int64)
        fields[name][0, dossier.side] = view.fields[name]
    return cast(World, SimpleNamespace(**fields))
