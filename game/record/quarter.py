"""One quarter of a recorded game: its events, where its luck comes from, and its resolution."""

from collections.abc import Sequence

import numpy as np

from game.campaign import Campaign, Step, recorded_luck
from game.campaign.days import quarter_of
from game.campaign.places import shown
from game.engine.events import Events, events_at
from game.engine.luck import Luck as Draws
from game.engine.luck import draw
from game.engine.orders import Orders
from game.engine.resolve import resolve
from game.engine.tables import EFFECT_BOUNDS, Tables
from game.engine.world import World
from game.problems import Problem
from game.record.log import Injected, LuckSource, part


def resolved(
    campaign: Campaign,
    tables: Tables,
    world: World,
    orders: Orders,
    injected: Sequence[Injected],
    luck: Sequence[LuckSource],
) -> Step:
    """Return the quarter as the rules resolve it; ``luck`` says where each quarter's comes from."""
    draws = draws_of(campaign, int(world.quarter[0]), orders, luck)
    events = with_injected(events_at(tables, world.quarter), injected)
    closing, outcome = resolve(world, orders, events, draws, tables)
    return Step(world, orders, outcome, closing)


def draws_of(campaign: Campaign, quarter: int, orders: Orders, luck: Sequence[LuckSource]) -> Draws:
    """Return the luck of a counted quarter: by its seed, or the record's where it has none."""
    seed = seed_in(campaign.quarter(quarter), luck)
    if seed is None:
        return recorded_luck(campaign, quarter, orders)
    return draw(np.array([seed], dtype=np.int64), quarter)


def seed_in(quarter: str, luck: Sequence[LuckSource]) -> int | None:
    """Return the seed of a quarter's luck, or None where the record's luck holds."""
    return [source.seed for source in luck if source.since <= quarter][-1]


def with_injected(events: Events, injected: Sequence[Injected]) -> Events:
    """Return a quarter's events with those that a facilitator put in."""
    for event in injected:
        if event.effect is not None:
            events = events.plus(event.effect, event.amount)
    return events


def injection(
    quarter: str, effect: str | None, amount: float, title: str, text: str, date: str | None
) -> Injected:
    """Return an event to put into a quarter; Problem for an effect or a date it cannot have."""
    if effect is not None:
        low, high = EFFECT_BOUNDS.get(effect, (0.0, 0.0))
        if effect not in EFFECT_BOUNDS or not low <= amount <= high:
            allowed = "; ".join(
                f"{name} {least:g} to {most:g}" for name, (least, most) in EFFECT_BOUNDS.items()
            )
            raise Problem(f"{shown(effect)} by {amount:g} cannot be injected: {allowed}.")
    made: Injected = part(
        Injected, date=date, effect=effect, amount=float(amount), title=title, text=text
    )
    if made.date is not None and quarter_of(made.date) != quarter:
        raise Problem(f"{made.date} is not in {quarter}, the quarter in play.")
    return made
