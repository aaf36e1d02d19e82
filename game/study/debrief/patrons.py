"""How near the patrons would come with orders, as a side may judge it from its own word alone."""

from typing import cast

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Ints
from game.engine.dossier import Dossier
from game.engine.orders import blank, join
from game.engine.rules.brink import provocation, risk
from game.engine.sight import sight_of
from game.engine.world import World


def pushed(dossier: Dossier, rungs: Ints) -> float:
    """Return how much nearer the side's orders ``rungs`` (L,) bring the patrons, as a share of the
    threshold; the other side's orders are left out."""
    both = [blank(1), blank(1)]
    both[dossier.side].rungs[0] = rungs
    orders = join(both[WASHINGTON], both[HANOI])
    # What a provocation weighs is the orders and public detente; a sight has that.
    seen = sight_of(dossier)
    return float(provocation(cast(World, seen), orders, dossier.tables)[0, dossier.side])


def after(dossier: Dossier, rungs: Ints, slot: int) -> int | None:
    """Return the step of five at which the side would expect the patrons after ``rungs`` (L,); None
    where what is ordered in ``slot`` brings them no nearer."""
    without = np.array(rungs)
    without[slot] = 0
    brought = pushed(dossier, rungs)
    if brought <= pushed(dossier, without):
        return None
    return expected(dossier, rungs)


def expected(dossier: Dossier, rungs: Ints) -> int:
    """Return the step of five at which the side would expect the patrons after ``rungs`` (L,)."""
    brought = np.asarray(pushed(dossier, rungs))
    return int(risk(int(dossier.view.seen_brink), brought, dossier.tables))
