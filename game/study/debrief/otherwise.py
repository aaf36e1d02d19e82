"""A quarter of a war played again with other orders: what the rules say would have followed.

Same world, same events, same luck; whether the other orders would have been affordable is not
asked. All variants of one quarter are resolved in one call, which changes no bit of any.
"""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from game.campaign import recorded_luck
from game.engine.events import events_at
from game.engine.luck import Luck, draw
from game.engine.orders import Orders
from game.engine.resolve import resolve
from game.engine.world import World, take
from game.record.history import GameHistory
from game.record.quarter import seed_in, with_injected
from game.study.debrief.acts import PlayedQuarter


def otherwise(past: GameHistory, played: PlayedQuarter, variants: Sequence[Orders]) -> World:
    """Return the worlds (N, one a variant) that the quarter would have led to."""
    worlds = take(played.opening, np.zeros(len(variants), dtype=np.int64))
    orders = Orders(
        **{
            field.name: np.concatenate([getattr(one, field.name) for one in variants])
            for field in fields(Orders)
        }
    )
    events = with_injected(events_at(past.tables, worlds.quarter), past.rows[played.place].injected)
    closing, _ = resolve(worlds, orders, events, _luck(past, played, orders), past.tables)
    return closing


def _luck(past: GameHistory, played: PlayedQuarter, orders: Orders) -> Luck:
    quarter = past.campaign.index(played.name)
    seed = seed_in(played.name, past.beginning.luck)
    if seed is None:
        return recorded_luck(past.campaign, quarter, orders)
    return draw(np.full(len(orders.rungs), seed, dtype=np.int64), quarter)
