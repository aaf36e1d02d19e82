"""The stepping player: one rung on one ladder, always legal and payable."""

import numpy as np

from game.campaign import build, load
from game.engine.prices import flat_places, prices_of
from game.engine.sight import look
from game.players.stepping import Stepping
from game.record.matches import openings


def test_one_ladder_moves_one_rung_and_can_be_paid() -> None:
    tables, start = build(load("vietnam-1965-1973"))
    seeds = np.arange(200)
    worlds = openings(start, tables, seeds)
    for side in (0, 1):
        sight = look(worlds, side, tables)
        orders = Stepping().decide_batch(sight, seeds)
        moved = np.abs(orders.rungs - sight.in_force)
        assert moved.sum(axis=1).max() == 1
        assert moved.sum() > 50
        legal = np.take_along_axis(sight.legal, flat_places(side, orders.rungs), axis=1)
        assert legal[:, moved.any(axis=0)].min() == 1
        assert (prices_of(sight.prices, side, orders.rungs).sum(axis=1) <= sight.capital).all()
