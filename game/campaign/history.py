"""The record played: both sides' recorded orders with neutral luck, and what chance really did."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from game.campaign.building import in_force_of, opening, recorded_nerve_anew
from game.campaign.campaign import Campaign
from game.campaign.plain import ordered
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.events import events_at
from game.engine.ladders import AFTER, L
from game.engine.luck import DRAWS, Luck, neutral
from game.engine.orders import Orders, SideOrders, from_words, join, standing, to_words
from game.engine.resolve import Outcome, resolve
from game.engine.rules.dilemmas import as_recorded, on_record
from game.engine.tables import Tables
from game.engine.world import World


class Step(NamedTuple):
    """One quarter of a replay: the world it opens with, what was ordered, what came of it."""

    opening: World
    orders: Orders
    outcome: Outcome
    closing: World


def historical_orders(campaign: Campaign, quarter: str, side: int) -> SideOrders:
    """Return one war's recorded orders of a side, rungs that stand from earlier rows included."""
    return recorded(campaign, side)[campaign.index(quarter)]


def historical_words(campaign: Campaign, side: int) -> tuple[Mapping[str, Any], ...]:
    """Return a side's recorded orders in full, as words, by counted quarter."""
    ids = campaign.channel_ids
    return tuple(to_words(side, orders, ids) for orders in recorded(campaign, side))


def recorded(campaign: Campaign, side: int) -> tuple[SideOrders, ...]:
    """Return a side's recorded orders by counted quarter, from the campaign's first."""
    in_force = in_force_of(campaign.file.start.in_force)[side][None]
    ids, public, made = campaign.channel_ids, np.zeros(1, dtype=np.int64), []
    for row in campaign.orders:
        orders = from_words(side, ordered(row, side), standing(in_force, public), ids)
        made.append(orders)
        in_force = AFTER[side][np.arange(L), orders.rungs]
    return tuple(made)


def answered(
    both: tuple[SideOrders, SideOrders], world: World, tables: Tables
) -> tuple[SideOrders, SideOrders]:
    """Return both sides' orders of one quarter with history's answers to what each is asked."""
    history = on_record(world, tables)
    washington, hanoi = both
    return (
        replace(washington, answers=history[:, WASHINGTON]),
        replace(hanoi, answers=history[:, HANOI]),
    )


def recorded_luck(campaign: Campaign, quarter: int, orders: Orders) -> Luck:
    """Return neutral luck with what chance really did in a counted quarter: a leak of a channel
    for each side that used it, and the nerve of the administration on record."""
    luck = neutral(len(orders.rungs))
    rows = luck.rows
    name = campaign.quarter(quarter)
    for row in campaign.file.luck:
        if row.quarter == name:
            index = campaign.channel_ids.index(row.channel)
            for side in (WASHINGTON, HANOI):
                draw = DRAWS.index(f"leak_{SIDES[side]}")
                rows[draw] = np.where(orders.channel[:, side] == index, 0.0, rows[draw])
    dove = recorded_nerve_anew(campaign) == "dove"
    rows[DRAWS.index("nerve_anew")] = 0.0 if dove else 1.0
    return Luck(rows)


def replay(
    campaign: Campaign, until: int | None = None, opened: tuple[Tables, World] | None = None
) -> Iterator[Step]:
    """Yield the recorded war quarter by quarter, up to the counted quarter ``until`` (not played),
    or to its end. The orders are played as they stand, legal or not. ``opened`` is the campaign's
    opening, where it is at hand."""
    tables, world = opened or opening(campaign)
    both = [recorded(campaign, side) for side in (WASHINGTON, HANOI)]
    end = campaign.quarters if until is None else until
    for quarter in range(campaign.start_index, end):
        if not world.running.all():
            return
        orders = join(both[WASHINGTON][quarter], both[HANOI][quarter])
        step = play(campaign, world, orders, tables)
        yield step
        world = step.closing


def play(campaign: Campaign, world: World, orders: Orders, tables: Tables) -> Step:
    """Return one quarter with recorded luck, from any world of the campaign."""
    luck = recorded_luck(campaign, int(world.quarter[0]), orders)
    orders = as_recorded(world, orders, tables)
    closing, outcome = resolve(world, orders, events_at(tables, world.quarter), luck, tables)
    return Step(world, orders, outcome, closing)


def leads_to(campaign: Campaign, quarter: int) -> World:
    """Return the world with which a counted quarter opens in the replay; the last one if the
    replayed war ends before it."""
    world = opening(campaign)[1]
    for step in replay(campaign, quarter):
        world = step.closing
    return world
