"""Candidate orders: what a government would consider this quarter, the likeliest first.

The plans' own orders come first, then standing orders, then the doctrine's order with one thing
changed: a posture, a word at the table, a ladder a rung up or down. Each has a prior, which falls
with its distance from the doctrine's own order. Nothing that cannot be given is ever a candidate.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.engine.board import HANOI, ISSUES, WASHINGTON, Floats, Ints, Masks
from game.engine.ladders import (
    LADDERS,
    OPEN_FROM,
    SLOTS,
    TROOPS_USUAL,
    USED,
    Effort,
    Ladder,
    slot_of,
)
from game.engine.orders import NO_TERMS, SideOrders, standing
from game.engine.rules.worth import FARTHEST
from game.engine.sight import Sight
from game.players import bargaining, diplomacy
from game.players.base import payable, stack, wide
from game.players.reckoning import settled_worth, worth_to
from game.players.tempers import Temper, mixed, policy_of

PLAN = "plan: "
PLANS = ("as planned", "harder", "softer", "open", "closed", "another school", "a third school")
"""Names of the plans of ``tempers.plans``, in its order."""
FIRST = ("posture", "effort", "bombing", "troops", "infiltration", "message", "preparation")
"""Ladders whose changes are considered before the others'."""
PRIOR_FALLS = 0.35  # log-odds a rung away from the doctrine's order; Calibrated by hand
NEAR = 2  # steps in all by which a package changes in a quarter; Calibrated by hand
FIRST_NEAR = 6  # the same from the ideal, for a first package; Calibrated by hand
GIVEN = (0.0, 0.02, 0.05, 0.08)  # share of the enemy's aims that a package adds; by hand
TAKEN = 0.04  # share of the enemy's aims that a harder package takes back; by hand
EVERY = np.stack(np.meshgrid(*[np.arange(FARTHEST + 1)] * len(ISSUES), indexing="ij"), axis=-1)
EVERY = EVERY.reshape(-1, len(ISSUES))
"""(1024, I) every package there is."""


@dataclass(frozen=True)
class Candidates:
    """C orders of one war's quarter, the plan each would go on with, and why each is there.

    ``changed`` (C,) marks the neighbours: the first order with one thing changed.
    """

    orders: SideOrders
    plan: Ints
    label: tuple[str, ...]

    @property
    def changed(self) -> Masks:
        """(C,) whether a candidate is the doctrine's own order with one thing changed."""
        return np.array([not label.startswith(PLAN) for label in self.label])

    def __len__(self) -> int:
        return len(self.plan)

    def prior(self, doctrine: SideOrders) -> Floats:
        """Return (C,) the doctrine's prior over the candidates; sums to 1."""
        off = np.abs(self.orders.rungs - doctrine.rungs).sum(axis=1)
        off = off + 2.0 * np.abs(self.orders.accept - doctrine.accept)
        odds = -PRIOR_FALLS * np.minimum(off, 8.0)
        grown = np.exp(odds - odds.max())
        return np.asarray(grown / grown.sum())


def distinct(many: list[tuple[SideOrders, int, str]], most: int) -> Candidates:
    """Return the first ``most`` different orders of a list."""
    kept, seen = [], set()
    for orders, plan, label in many:
        key = said(orders)
        if key not in seen:
            seen.add(key)
            kept.append((orders, plan, label))
    kept = kept[:most]
    return Candidates(
        stack([row[0] for row in kept]),
        np.array([row[1] for row in kept], dtype=np.int64),
        tuple(row[2] for row in kept),
    )


def said(orders: SideOrders) -> tuple[float, ...]:
    """Return what one war's orders say, to be compared by value: whether the numbers are of 32 bits
    or of 64, and whether nought has a sign, makes no other order."""
    parts = (getattr(orders, name) for name in SideOrders.__dataclass_fields__)
    return tuple(float(value) for part in parts for value in part.ravel().tolist())


def considered(sight: Sight, plans: tuple[Temper, ...], most: int, seed: int) -> Candidates:
    """Return what a doctrine considers today: what each of its ``plans`` would order, its own
    first; what stands; and its own order with one thing changed, likeliest changes first."""
    numbers = np.arange(len(plans), dtype=np.int64)
    at_once = policy_of(mixed(plans, numbers))
    ordered = at_once.decide_batch(sight.taken(np.zeros_like(numbers)), wide([seed] * len(plans)))
    rows = [
        (ordered.take([number]), number, f"{PLAN}{name}")
        for number, name in zip(numbers.tolist(), PLANS, strict=True)
    ]
    near = [
        (standing(sight.in_force, sight.channel), f"{PLAN}as it stands"),
        *_around(rows[0][0], sight),
    ]
    alike = sight.taken(np.zeros(len(near), dtype=np.int64))
    paid = payable(stack([orders for orders, _ in near]), alike)
    rows += [(paid.take([place]), 0, label) for place, (_, label) in enumerate(near)]
    return distinct(rows, most)


def _around(base: SideOrders, sight: Sight) -> list[tuple[SideOrders, str]]:
    """Return the neighbours of ``base``: one thing changed."""
    rows = _at_table(base, sight)
    for ladder in sorted(LADDERS[sight.side], key=lambda ladder: _rank(ladder.name)):
        rows += _moved(base, sight, ladder)
    return rows


def _rank(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _moved(base: SideOrders, sight: Sight, ladder: Ladder) -> list[tuple[SideOrders, str]]:
    """Return the orders that differ from ``base`` in one ladder."""
    if ladder.name == "troops":
        return _troops(base)
    place = SLOTS[sight.side][ladder.name]
    everywhere = range(len(ladder.rungs)) if ladder.name == "posture" else None
    now = int(base.rungs[0, place].max())
    rows = []
    for rung in everywhere or (now + 1, now - 1):
        if 0 <= rung < len(ladder.rungs) and not (
            ladder.name == "effort" and rung == Effort.OFFENSIVE
        ):
            rungs = base.rungs.copy()
            rungs[0, place] = rung
            rows.append((replace(base, rungs=rungs), f"{ladder.name} {ladder.rungs[rung]}"))
    if ladder.name == "effort":
        rows.append((_wave(base, sight), "general offensive"))
    return rows


def _wave(base: SideOrders, sight: Sight) -> SideOrders:
    """Return ``base`` with a general offensive in every corps that can mount one."""
    rungs, place = base.rungs.copy(), SLOTS[HANOI]["effort"]
    able = sight.main_force[0] >= sight.tables.constants.launch_force
    rungs[0, place] = np.where(able, Effort.OFFENSIVE, rungs[0, place])
    return replace(base, rungs=rungs)


def _troops(base: SideOrders) -> list[tuple[SideOrders, str]]:
    """Return ``base`` with another number of men sent or brought home."""
    rows = []
    for rung, number in enumerate(TROOPS_USUAL):
        rungs = base.rungs.copy()
        rungs[0, slot_of(WASHINGTON, "troops")] = rung
        moved = replace(base, rungs=rungs, troops=np.array([number]))
        rows.append((moved, f"troops {number:+.0f}"))
    return rows


def _at_table(base: SideOrders, sight: Sight) -> list[tuple[SideOrders, str]]:
    """Return ``base`` signing what lies there, asking more or less, or speaking otherwise."""
    rows = []
    for accept in (1, 0):
        rows.append((replace(base, accept=wide([accept])), ("fight on", "sign")[accept]))
    speaking = np.array([bool(base.rungs[0, slot_of(sight.side, "posture")] >= OPEN_FROM)])
    if speaking[0] or sight.talking[0] > 0:
        for terms, label in packages(sight):
            rows.append((replace(base, terms=terms), label))
        secret = diplomacy.channel(sight, 1.0)
        other = np.where(base.channel == secret, 0, secret)
        label = "in public" if other[0] == 0 else f"by {sight.tables.channels.ids[other[0]]}"
        rows.append((replace(base, channel=other), label))
    return rows


def packages(sight: Sight) -> list[tuple[Ints, str]]:
    """Return packages worth tabling: what stands, held; of those a few steps from it, the one worth
    most to oneself for each of several sums that it adds for the enemy, as the enemy is read; and
    one that takes something back."""
    mine = sight.tabled[0, sight.side]
    fresh = mine[0] == NO_TERMS
    centre = np.full(len(ISSUES), bargaining.ideal_of(sight.side)) if fresh else mine
    steps = np.abs(EVERY - centre).sum(axis=1)
    near = EVERY[(steps <= (FIRST_NEAR if fresh else NEAR)) & (steps > 0)]
    many = sight.taken(np.zeros(len(near), dtype=np.int64))
    own, theirs = settled_worth(many, near), worth_to(many, sight.enemy, near)
    held = worth_to(sight, sight.enemy, centre[None])[0]
    rows: list[tuple[Ints, str]] = [(wide(np.full((1, len(ISSUES)), NO_TERMS)), "hold")]
    for least in GIVEN:
        fits = theirs >= held + least
        if fits.any():
            best = int(np.argmax(np.where(fits, own, -1.0)))
            rows.append((near[best : best + 1], f"terms worth {least:.2f} more to them"))
    back = int(np.argmax(np.where(theirs > held - TAKEN, own, -1.0)))
    return [*rows, (near[back : back + 1], "hard terms")]


def blended(base: SideOrders, first: SideOrders, second: SideOrders, sight: Sight) -> SideOrders:
    """Return ``first`` with what ``second`` changed of ``base`` put over it."""
    changed = USED[sight.side] & (second.rungs[0] != base.rungs[0])
    rungs = np.where(changed, second.rungs, first.rungs)
    parts = {"rungs": rungs}
    for name in ("troops", "channel", "terms", "accept"):
        theirs, own = getattr(second, name), getattr(base, name)
        parts[name] = theirs if (theirs != own).any() else getattr(first, name)
    return payable(SideOrders(**parts), sight)
