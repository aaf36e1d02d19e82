"""The recorded orders played over N wars at once: many lucks, many settings, or other decisions.

N worlds throughout. The luck of war n is neutral, or drawn from its seed; either way what the
campaign records of chance (a leak, the nerve of an administration) happens as it did. A ``Change``
is what a counterfactual does to a quarter's orders before they are played; legality is not asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, Step, build, recorded, recorded_luck
from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM, slot_of
from game.engine.luck import DRAWS, Luck, draw
from game.engine.orders import Orders, join
from game.engine.postures import own_open_probability
from game.engine.resolve import resolve
from game.engine.rules.dilemmas import as_recorded
from game.engine.rules.home import opposition
from game.engine.rules.worth import worth
from game.engine.start import complete
from game.engine.tables import Tables
from game.engine.world import World, take

Change = Callable[[str, World, Orders], Orders]
"""From a quarter's name, the N worlds with which it opens and the orders given, to the orders."""

RECORDED_CHANCE: Final = ("leak_washington", "leak_hanoi", "nerve_anew")


@dataclass(frozen=True)
class RecordRun:
    """N wars as played. Every array is (N, Q, ...) with one column a quarter played.

    A war that has ended repeats its last state; ``running`` (N, Q) tells where it still ran.
    """

    names: tuple[str, ...]
    running: Any
    chance: Floats  # (N, Q, S) the rule's P(open) for the true type, as the quarter opens
    believed: Floats  # (N, Q, S) p, as the quarter opens
    is_open: Any  # (N, Q, S) the posture ordered was open
    troops: Floats  # thousand men at the end
    approval: Floats
    opposition: Floats
    us_deaths: Floats
    hanoi_deaths: Floats
    claimed: Floats
    infiltrated: Floats  # thousand men
    sorties: Floats  # thousand
    gain: Floats  # (N, Q, S) what the other has tabled is worth above fighting on, shares of aims
    expected: Floats  # (N, Q, I)
    last: World

    @property
    def ready(self) -> Any:
        """(N, Q) each side values what the other has tabled above fighting on."""
        return (self.gain > 0).all(axis=2)

    def at(self, quarter: str) -> int:
        """Return the column of a quarter."""
        return self.names.index(quarter)


def play_record(
    campaign: Campaign,
    tables: Tables,
    worlds: int,
    seeds: Ints | None = None,
    change: Change | None = None,
) -> RecordRun:
    """Return ``worlds`` wars by the recorded orders under ``tables``, changed as ``change`` says.

    ``tables`` may carry constants with the N axis. ``seeds`` (N,) draws each war's luck; without
    it luck is neutral.
    """
    world = opened(campaign, tables, worlds)
    rows, steps = np.zeros(worlds, dtype=np.int64), []
    both = [recorded(campaign, side) for side in (WASHINGTON, HANOI)]
    for quarter in range(campaign.start_index, campaign.quarters):
        orders = as_recorded(world, join(*(one[quarter].take(rows) for one in both)), tables)
        if change is not None:
            orders = change(campaign.quarter(quarter), world, orders)
        orders = as_recorded(world, orders, tables)
        luck = luck_of(campaign, quarter, orders, seeds)
        closing, outcome = resolve(world, orders, events_at(tables, world.quarter), luck, tables)
        steps.append(Step(world, orders, outcome, closing))
        world = closing
    return gathered(campaign, steps, tables)


def opened(campaign: Campaign, tables: Tables, worlds: int) -> World:
    """Return ``worlds`` copies of the campaign's start, read under ``tables``.

    A scenario's start is the one its base's record leads to under the campaign's own tables.
    """
    world = take(build(campaign)[1], np.zeros(worlds, dtype=np.int64))
    if campaign.scenario is not None:
        return world
    doubted = opposition(world, world.us_deaths, world.dissent, tables)
    return complete(world.with_(opposition=doubted), tables)


def luck_of(campaign: Campaign, quarter: int, orders: Orders, seeds: Ints | None) -> Luck:
    """Return a counted quarter's luck: neutral, or drawn, and what chance is recorded to have
    done either way."""
    known = recorded_luck(campaign, quarter, orders)
    if seeds is None:
        return known
    rows = draw(seeds, quarter).rows
    for purpose in RECORDED_CHANCE:
        rows[DRAWS.index(purpose)] = known[purpose]
    return Luck(rows)


def gathered(campaign: Campaign, steps: list[Step], tables: Tables) -> RecordRun:
    """Return what a study asks of the quarters played."""

    def columns(values: list[Any]) -> Any:
        return np.stack(values, axis=1)

    worths = [worth(step.closing, tables) for step in steps]
    return RecordRun(
        names=tuple(campaign.quarter(int(step.opening.quarter.max())) for step in steps),
        running=columns([step.opening.running for step in steps]),
        chance=columns([own_open_probability(step.opening) for step in steps]),
        believed=columns([step.opening.belief_resilient for step in steps]),
        is_open=columns([step.orders.open for step in steps]),
        troops=columns([step.closing.troops for step in steps]),
        approval=columns([step.closing.approval for step in steps]),
        opposition=columns([step.closing.opposition for step in steps]),
        us_deaths=columns([step.outcome.fought.us_deaths for step in steps]).astype(float),
        hanoi_deaths=columns([step.outcome.fought.hanoi_deaths for step in steps]).astype(float),
        claimed=columns([step.outcome.fought.claimed for step in steps]).astype(float),
        infiltrated=columns([step.outcome.moved.infiltrated for step in steps]),
        sorties=columns([step.outcome.raids.sorties for step in steps]),
        gain=columns([found.offered - found.fighting for found in worths]),
        expected=columns([step.closing.expected for step in steps]),
        last=steps[-1].closing,
    )


def with_rung(orders: Orders, side: int, ladder: str, rung: Any) -> Orders:
    """Return the orders with one side's rung on a ladder that is not by corps; ``rung`` is a
    number or (N,)."""
    rungs = orders.rungs.copy()
    rungs[:, side, slot_of(side, ladder)] = rung
    return replace(orders, rungs=rungs)


CLOSED_RUNG, OPEN_RUNG = 1, OPEN_FROM  # state conditions; accept contacts
SAFE: Final = 0.5  # P(open) above which a freed posture opens


def freed(side: int) -> Change:
    """Return the change that lets a side open exactly when the rule says its type would.

    Where the record is on the same side of the line its own rung is kept.
    """

    def change(_: str, world: World, orders: Orders) -> Orders:
        opens = own_open_probability(world)[:, side] > SAFE
        given = orders.rung(side, "posture")
        chosen = np.where(opens, np.maximum(given, OPEN_RUNG), np.minimum(given, CLOSED_RUNG))
        return with_rung(orders, side, "posture", chosen)

    return change


def chained(*changes: Change) -> Change:
    """Return the change that makes each of ``changes`` in turn."""

    def change(name: str, world: World, orders: Orders) -> Orders:
        for one in changes:
            orders = one(name, world, orders)
        return orders

    return change
