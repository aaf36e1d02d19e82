"""A plan: how a policy written by anyone gives its orders, in words, for N wars at once.

A policy is a function of a sight (``engine.sight``) and a plan: it looks at the one and orders by
the other. A plan begins with what stands; what the policy does not touch goes on. What is ordered
first is paid first; what is not legal, or no longer affordable, stays as it was in force.
docs/policies.md is the page for whoever writes one.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from game.engine.board import CORPS, ISSUES, SIDES, WASHINGTON, Floats, Ints, Masks
from game.engine.ladders import LADDER, SLOTS, Ladder, TroopMoves
from game.engine.orders import SideOrders, standing
from game.engine.sight import Sight
from game.players.base import draws, payable

BUSY: Final = 30.0  # thousand men in one quarter, from which the faster rung of troops is meant
MOST_MEN: Final = 100.0  # thousand in one quarter, either way
TROOPS: Final = "troops"


class PlanError(Exception):
    """An order that means nothing; the text says what was given and what can be."""


class Plan:
    """One side's orders of a quarter in N wars, begun with what stands.

    ``where`` everywhere is (N,) yes or no: the wars the order is for; left out, all of them.
    """

    def __init__(self, sight: Sight, seeds: Ints) -> None:
        self.sight = sight
        self._seeds = seeds
        self._orders = standing(sight.in_force, sight.channel)
        self._paid_first: list[int] = []

    def __len__(self) -> int:
        return len(self.sight)

    @property
    def dice(self) -> Floats:
        """(N,) numbers in [0, 1), one a war and quarter: the same again from the same seed."""
        return draws(self._seeds, int(self.sight.quarter.max(initial=0)), 1)[:, 0]

    def rung(self, ladder: str, corps: str = CORPS[0]) -> Ints:
        """Return (N,) the rung of a ladder as the plan has it now, 0 the quietest."""
        place = self._slots(ladder, corps if self._ladder(ladder).by_corps else None)[0]
        return self._orders.rungs[:, place].copy()

    def order(self, ladder: str, rung: Any, where: Any = True, corps: str | None = None) -> None:
        """Order a rung: its word, its number from 0, or (N,) numbers, which are kept on the ladder.

        A ladder given by corps is ordered in all four, unless ``corps`` names one.
        """
        known, mask = self._ladder(ladder), self._mask(where)
        if ladder == TROOPS:
            raise PlanError("men are ordered by plan.men(thousands), not by plan.order('troops')")
        number = self._rung(known, rung)
        for slot in self._slots(ladder, corps):
            self._orders.rungs[:, slot] = np.where(mask, number, self._orders.rungs[:, slot])
            if slot not in self._paid_first:
                self._paid_first.append(slot)

    def men(self, thousands: Any, where: Any = True) -> None:
        """Send (+) or bring home (-) thousands of men, in steps of five, as far as there are any;
        Washington's only."""
        if self.sight.side != WASHINGTON:
            raise PlanError("only Washington sends men; Hanoi's ladder is 'infiltration'")
        number = np.clip(self._numbers(thousands, "men"), -MOST_MEN, MOST_MEN)
        number = np.where(self._mask(where), np.trunc(number / 5.0) * 5.0, self._orders.troops)
        slot = SLOTS[WASHINGTON][TROOPS].start
        sent = np.where(number > BUSY, TroopMoves.IN_FAST, TroopMoves.IN)
        home = np.where(number < -BUSY, TroopMoves.OUT_FAST, TroopMoves.OUT)
        self._orders.troops[:] = number
        self._orders.rungs[:, slot] = np.where(
            number == 0.0, TroopMoves.HOLD, np.where(number > 0.0, sent, home)
        )
        if slot not in self._paid_first:
            self._paid_first.append(slot)

    def channel(self, name: str, where: Any = True) -> None:
        """Speak by a channel of the campaign; by 'public', its first, everybody hears. One that is
        closed this quarter falls back to public speech."""
        known = self.sight.tables.channels.ids
        if name not in known:
            raise PlanError(f"there is no channel {name!r}; there are {', '.join(known)}")
        self._orders.channel[:] = np.where(
            self._mask(where), known.index(name), self._orders.channel
        )

    def table(self, package: Any, where: Any = True) -> None:
        """Table a package: five positions 0 to 3 (0 is Washington's ideal), or (N, 5) of them."""
        given = self._numbers(package, "a package", len(ISSUES))
        if (given != np.rint(given)).any() or (given < 0).any() or (given > 3).any():
            raise PlanError(
                f"a package is {len(ISSUES)} whole numbers 0 to 3 "
                f"({', '.join(ISSUES)}), not {package!r}"
            )
        self._orders.terms[:] = np.where(
            self._mask(where)[:, None], given.astype(np.int64), self._orders.terms
        )

    def accept(self, where: Any = True) -> None:
        """Sign the enemy's package of the end of last quarter, where talks have sat and it has
        tabled one; elsewhere nothing is signed."""
        self._orders.accept[:] = np.where(self._mask(where), 1, self._orders.accept)

    def orders(self, sight: Sight | None = None) -> SideOrders:
        """Return the orders, made payable by ``sight``, the plan's own if left out: what may not be
        given stays as it was in force."""
        return payable(self._orders, sight or self.sight, tuple(self._paid_first))

    def _ladder(self, name: str) -> Ladder:
        known = LADDER[self.sight.side]
        if name not in known:
            raise PlanError(
                f"{SIDES[self.sight.side]} has no ladder {name!r}; it has {', '.join(known)}"
            )
        return known[name]

    def _slots(self, ladder: str, corps: str | None) -> Sequence[int]:
        known, place = self._ladder(ladder), SLOTS[self.sight.side][ladder]
        if corps is None:
            return range(place.start, place.stop)
        if not known.by_corps or corps not in CORPS:
            raise PlanError(
                f"{ladder} is not ordered in a corps {corps!r}; "
                f"{'corps are ' + ', '.join(CORPS) if known.by_corps else 'leave it out'}"
            )
        return (place.start + CORPS.index(corps),)

    def _rung(self, ladder: Ladder, rung: Any) -> Ints:
        if isinstance(rung, str):
            if rung not in ladder.rungs:
                raise PlanError(
                    f"{ladder.name} has no rung {rung!r}; it has {', '.join(ladder.rungs)}"
                )
            return np.full(len(self), ladder.rungs.index(rung), dtype=np.int64)
        number = self._numbers(rung, f"a rung of {ladder.name}")
        return np.clip(np.rint(number), 0, len(ladder.rungs) - 1).astype(np.int64)

    def _numbers(self, given: Any, what: str, columns: int = 0) -> Floats:
        """Return finite numbers for every war, (N,) or (N, columns)."""
        shape = (len(self), columns) if columns else (len(self),)
        try:
            made = np.broadcast_to(np.asarray(given, dtype=np.float64), shape)
        except (TypeError, ValueError):
            raise PlanError(
                f"{what} is {columns or 'one'} number{'s' * bool(columns)}, or as many "
                f"for each of the {len(self)} wars, not {given!r}"
            ) from None
        if not np.isfinite(made).all():
            raise PlanError(f"{what} holds a number that is not finite")
        return np.asarray(made)

    def _mask(self, where: Any) -> Masks:
        try:
            made = np.broadcast_to(np.asarray(where), (len(self),))
        except ValueError:
            made = np.zeros(0)
        if made.dtype != np.bool_:
            raise PlanError(f"where is yes or no for each of the {len(self)} wars, not {where!r}")
        return made
