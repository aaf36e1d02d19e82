"""What a player is: one that decides from a dossier, or a policy that decides N wars at a glance.

A policy sees a ``Sight`` and a number a war to be reproducible by; whatever it wants, ``payable``
turns into orders that may be given. A policy is a player too: ``Glancing`` hands it one war.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from game.engine.board import WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier
from game.engine.ladders import STANDINGS, TROOPS_LIMITS, TROOPS_STEP, USED, L, TroopMoves, slot_of
from game.engine.menu import within_means
from game.engine.orders import NO_TERMS, SideOrders
from game.engine.prices import chosen, flat_places, prices_of
from game.engine.sight import Sight, sight_of
from game.players.answers import at_a_glance

TROOPS_SLOT = slot_of(WASHINGTON, "troops")


class Policy(Protocol):
    """Decides many wars in one call, from what its side sees of them and nothing else."""

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return orders for every war; ``seeds`` (N,) make whatever is drawn reproducible."""
        ...


class Player(Protocol):
    """Decides one war from its side's dossier; the same dossier, the same orders."""

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the orders of the quarter, for one war."""
        ...


@dataclass(frozen=True)
class Glancing:
    """A policy as a player of one war."""

    policy: Policy
    seed: int

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return what the policy orders at the sight of today."""
        return self.policy.decide_batch(sight_of(dossier), wide([self.seed]))


def payable(wanted: SideOrders, sight: Sight, priority: tuple[int, ...] = ()) -> SideOrders:
    """Return ``wanted`` with whatever may not be given taken back.

    ``priority`` names slots that come first to the purse, most important first; the others follow
    in the order of the side's list. What is not affordable stays as it is in force.
    """
    purse = purse_of(wanted.accept, sight)
    rungs = affordable(as_far_as_legal(wanted.rungs, sight), sight, purse, priority)
    wanted = SideOrders(rungs, wanted.troops, wanted.channel, wanted.terms, wanted.accept)
    if sight.side == WASHINGTON:
        wanted = with_troops(wanted, sight)
    return as_far_as_means_go(wanted, sight)


def purse_of(accept: Ints, sight: Sight) -> Floats:
    """Return (N,) points that rungs may cost: what a signature takes at home is kept back."""
    kept = accept * sight.signing
    return np.where(kept <= sight.capital, sight.capital - kept, sight.capital)


def as_far_as_means_go(wanted: SideOrders, sight: Sight) -> SideOrders:
    """Return ``wanted`` by the rulebook's rule for a short purse, on channels that can be used,
    with men that exist, and signing only what lies on a table that has sat."""
    if sight.side == WASHINGTON:
        fits = (wanted.troops <= sight.reserve) & (-wanted.troops <= sight.troops)
        rungs = wanted.rungs.copy()
        rungs[:, TROOPS_SLOT] = np.where(fits, rungs[:, TROOPS_SLOT], TroopMoves.HOLD)
        troops = np.where(fits, wanted.troops, 0.0)
        wanted = SideOrders(rungs, troops, wanted.channel, wanted.terms, wanted.accept)
    kept = within_means(
        wanted, sight.side, sight.prices, sight.legal, sight.in_force, sight.capital
    )
    rows = np.arange(len(sight), dtype=np.int64)
    channel = np.where(sight.channels[rows, kept.channel] == 1, kept.channel, 0)
    nothing = (sight.tabled[:, sight.enemy, 0] == NO_TERMS) | (sight.talking == 0)
    left = sight.capital - prices_of(sight.prices, sight.side, kept.rungs).sum(axis=1)
    accept = np.where(nothing | (left < sight.signing), 0, kept.accept)
    answers = at_a_glance(sight, left - accept * sight.signing)
    return SideOrders(
        wide(kept.rungs), kept.troops, wide(channel), wide(kept.terms), wide(accept), wide(answers)
    )


def as_far_as_legal(rungs: Ints, sight: Sight) -> Ints:
    """Return (N, L) ``rungs`` with what may not be climbed to yet taken down to what may."""
    asked = rungs
    for _ in range(STANDINGS):
        legal = chosen(sight.legal, sight.side, asked) == 1
        too_high = ~legal & (asked > sight.in_force)
        if not too_high.any():
            break
        asked = asked - too_high
    return asked


def affordable(rungs: Ints, sight: Sight, purse: Floats, priority: tuple[int, ...]) -> Ints:
    """Return (N, L) ``rungs`` with what is illegal or beyond the purse back in force."""
    places = flat_places(sight.side, rungs)
    ok = np.take_along_axis(sight.legal, places, axis=1) == 1
    wanted = np.where(ok, rungs, sight.in_force)
    paid = prices_of(sight.prices, sight.side, wanted)
    if (paid.sum(axis=1) <= purse).all():
        return wanted
    rest = [slot for slot in range(L) if USED[sight.side, slot] and slot not in priority]
    spent = np.zeros(len(sight), dtype=np.int64)
    for slot in (*priority, *rest):
        fits = spent + paid[:, slot] <= purse
        wanted[:, slot] = np.where(fits, wanted[:, slot], sight.in_force[:, slot])
        spent = spent + np.where(fits, paid[:, slot], 0)
    return wanted


def with_troops(orders: SideOrders, sight: Sight) -> SideOrders:
    """Return Washington's orders with the number of troops inside its rung, in steps of five."""
    rung = orders.rungs[:, TROOPS_SLOT]
    limits = np.array(TROOPS_LIMITS)
    low, high = limits[rung, 0], limits[rung, 1]
    number = np.clip(orders.troops, low, high)
    number = np.clip(number, -sight.troops, sight.reserve)
    number = np.trunc(number / TROOPS_STEP) * TROOPS_STEP
    fits = (number >= low) & (number <= high) & (number != 0)
    rungs = orders.rungs.copy()
    rungs[:, TROOPS_SLOT] = np.where(fits, rung, TroopMoves.HOLD)
    number = np.where(fits, number, 0.0)
    return SideOrders(rungs, number, orders.channel, orders.terms, orders.accept)


def wide(values: Any) -> Ints:
    """Return whole numbers as orders and seeds hold them: of 64 bits on every system, since there
    are systems whose own integers have 32."""
    return np.asarray(values, dtype=np.int64)


def repeat(orders: SideOrders, times: int) -> SideOrders:
    """Return one war's orders for ``times`` wars."""
    return orders.take(np.zeros(times, dtype=np.int64))


def stack(many: list[SideOrders]) -> SideOrders:
    """Return the orders of several batches as one batch."""
    made: dict[str, Any] = {
        name: np.concatenate([getattr(orders, name) for orders in many])
        for name in SideOrders.__dataclass_fields__
    }
    return SideOrders(**made)


def draws(seeds: Ints, quarter: Ints | int, count: int) -> Floats:
    """Return (N, count) numbers in [0, 1) from each war's seed, for a player's own choices in a
    ``quarter``, one for all or (N,).

    The mixing is splitmix64's; a player's seeds are derived, never the war's.
    """
    golden = np.uint64(0x9E3779B97F4A7C15)
    columns = np.arange(1, count + 1, dtype=np.uint64)[None] * golden
    key = seeds.astype(np.uint64)[:, None] * np.uint64(0xD1342543DE82EF95)
    when = np.atleast_1d(np.asarray(quarter + 7)).astype(np.uint64)[:, None]
    word = key + columns + when * np.uint64(0xA0761D6478BD642F)
    word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    word = word ^ (word >> np.uint64(31))
    return (word >> np.uint64(11)).astype(np.float64) / float(1 << 53)
