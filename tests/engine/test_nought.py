"""No wars are a batch too: whatever is done for N wars is done for none."""

import numpy as np
import pytest

from game.engine import luck as lucks
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.events import events_at
from game.engine.orders import join, standing
from game.engine.resolve import resolve
from game.engine.score import score
from game.engine.sight import look
from game.engine.world import FIELDS, digests, faults, take
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.players.stepping import Stepping
from tests.engine.wars import start, tables

NONE = np.zeros(0, dtype=np.int64)


def test_resolving_no_wars_gives_no_wars() -> None:
    world = take(start(2), NONE)
    orders = join(*(standing(world.in_force[:, side], world.channel[:, side]) for side in (0, 1)))
    events = events_at(tables(), world.quarter)
    after, outcome = resolve(world, orders, events, lucks.draw(NONE, 3), tables())
    assert len(after) == len(outcome.ended) == 0
    for name in FIELDS:
        assert getattr(after, name).shape[1:] == getattr(start(2), name).shape[1:], name
    assert digests(after) == []
    assert list(faults(after)) == []
    assert score(after, tables()).shape == (0, len(SIDES))


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_policies_order_for_no_wars(side: int) -> None:
    sight = look(take(start(2), NONE), side, tables())
    policies = (RandomLegal(), Stepping(), *(known.policy for known in DOCTRINES[side]))
    for policy in policies:
        orders = policy.decide_batch(sight, NONE)
        assert len(orders) == 0
        assert orders.rungs.dtype == np.int64
