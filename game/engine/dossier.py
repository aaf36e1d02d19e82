"""The dossier: everything one side knows of a running war, and nothing else.

A person, an AI, an adviser and an export learn of the war from here. It grows by a quarter at a
time and is never changed. Its tables are cut at today: no event that the side does not know of.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from game.engine.board import SIDES, Floats, Ints
from game.engine.facts import Facts, Flags, facts_of
from game.engine.menu import Own, out_of_purse, reasons
from game.engine.orders import SideOrders
from game.engine.prices import usual_prices
from game.engine.tables import EFFECTS, Tables, cut
from game.engine.view import Report, View


@dataclass(frozen=True)
class Dossier:
    """One side's papers on one war.

    ``views`` has one view a quarter, the last being today's; ``reports`` and ``orders`` (each of
    one war) are those of the quarters already played, so both are one shorter. ``pasts`` keeps the
    tables as they were cut at each of those quarters: what was known then.
    """

    side: int
    tables: Tables
    views: tuple[View, ...]
    reports: tuple[Report, ...] = ()
    orders: tuple[SideOrders, ...] = ()
    pasts: tuple[Tables, ...] = ()

    def __post_init__(self) -> None:
        if not len(self.views) == len(self.reports) + 1 == len(self.orders) + 1:
            counts = (len(self.views), len(self.reports), len(self.orders))
            raise ValueError(f"{SIDES[self.side]}: views, reports and orders number {counts}")

    @property
    def view(self) -> View:
        """What the side sees today."""
        return self.views[-1]

    @property
    def quarter(self) -> int:
        """The quarter about to be played."""
        return self.view.quarter

    @property
    def facts(self) -> Facts:
        """The numbers of the rules that play speaks of."""
        return facts_of(self.tables)

    def refused(self, rungs: Ints) -> Flags:
        """Return (R,) why each rung of the side's flat list may not be ordered today beside the
        other orders ``rungs`` (L,), as ``Refusal`` flags; 0 where it may."""
        view = self.view
        prices = view.fields["prices"]
        own = Own(*(getattr(view, name) for name in Own._fields))
        refused = reasons(self.side, view, own, prices, self.tables)
        return refused | out_of_purse(self.side, view.capital, prices, rungs)

    def usual_prices(self) -> Floats:
        """Return (R,) the points that each rung which presses the war costs before the government's
        readiness to press; nought for every other."""
        view = self.view
        highest = np.maximum(view.fields["reached"], view.fields["reached_before"])
        return usual_prices(self.side, highest[None], view.in_force[None])[0]

    def tables_at(self, played: int) -> Tables:
        """Return the tables as they were cut after ``played`` quarters of this dossier."""
        if played < min(len(self.pasts), len(self.reports)):
            return self.pasts[played]
        return self.tables

    def until(self, played: int) -> Self:
        """Return the dossier as it was when ``played`` quarters of it had been played."""
        return replace(
            self,
            tables=self.tables_at(played),
            views=self.views[: played + 1],
            reports=self.reports[:played],
            orders=self.orders[:played],
            pasts=self.pasts[:played],
        )

    def grown(self, orders: SideOrders, report: Report, view: View, tables: Tables) -> Self:
        """Return the dossier a quarter later; ``tables`` are cut at the new quarter."""
        return replace(
            self,
            tables=tables,
            views=(*self.views, view),
            reports=(*self.reports, report),
            orders=(*self.orders, orders),
            pasts=(*self.pasts[: len(self.reports)], self.tables),
        )


def tables_known(tables: Tables, quarter: int) -> Tables:
    """Return ``tables`` with the events of the quarters before ``quarter`` and no later ones.

    Detente, which is a level and not a push, is taken to stay as it was last seen. A campaign that
    knows who learnt of an event and when cuts its tables more finely (``tables.cut``).
    """
    known, level = tables.events.copy(), EFFECTS.index("detente")
    known[:, quarter:] = 0.0
    if quarter > 0:
        known[level, quarter:] = tables.events[level, quarter - 1]
    return cut(tables, np.ascontiguousarray(known))
