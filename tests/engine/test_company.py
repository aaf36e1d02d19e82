"""A war alone equals the same war in a batch, bit for bit; the same seed gives the same war."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import luck as lucks
from game.engine.board import Ints
from game.engine.events import events_at
from game.engine.orders import Orders
from game.engine.world import FIELDS, World, digests, take
from tests.engine.wars import Step, played, quarter, start, tables

BATCH, SEED = 64, 5


def orders_of(orders: Orders, chosen: Ints) -> Orders:
    """Return the orders of some of the wars."""
    return replace(orders, **{name: getattr(orders, name)[chosen] for name in vars(orders)})


def in_company(chosen: Ints) -> list[Step]:
    """Return wars ``chosen`` of the batch, played again among themselves with the same orders."""
    seeds, steps = (np.arange(BATCH) + 1000 * SEED)[chosen], []
    batch = played(BATCH, SEED)
    world = take(batch[0].opening, chosen)
    for number, step in enumerate(batch):
        events, luck = events_at(tables(), world.quarter), lucks.draw(seeds, number)
        steps.append(quarter(world, orders_of(step.orders, chosen), luck, events))
        world = steps[-1].closing
    return steps


def differing_bits(one: World, other: World) -> list[str]:
    """Return the fields of which two worlds do not hold the same bits."""
    return [
        name for name in FIELDS if getattr(one, name).tobytes() != getattr(other, name).tobytes()
    ]


def parts(record: object) -> dict[str, np.ndarray]:
    """Return every array in a nested record of a quarter, by path."""
    found = {}
    for name, value in vars(record).items():
        if isinstance(value, np.ndarray):
            found[name] = value
        else:
            found |= {f"{name}.{path}": array for path, array in parts(value).items()}
    return found


@pytest.mark.parametrize("number", [0, 17, 63])
def test_a_war_alone_equals_the_same_war_in_a_batch_of_64(number: int) -> None:
    chosen = np.array([number])
    for batch, alone in zip(played(BATCH, SEED), in_company(chosen), strict=True):
        assert differing_bits(take(batch.closing, chosen), alone.closing) == []
        assert digests(batch.closing)[number] == digests(alone.closing)[0]


@pytest.mark.parametrize("number", [3, 40])
def test_what_happened_to_a_war_alone_is_what_happened_to_it_in_a_batch(number: int) -> None:
    for batch, alone in zip(played(BATCH, SEED), in_company(np.array([number])), strict=True):
        mine = parts(alone.outcome)
        for path, array in parts(batch.outcome).items():
            assert array[number : number + 1].tobytes() == mine[path].tobytes(), path


def test_the_order_of_the_wars_in_a_batch_does_not_matter() -> None:
    backwards = np.arange(BATCH)[::-1].copy()
    for batch, turned in zip(played(BATCH, SEED), in_company(backwards), strict=True):
        assert digests(batch.closing)[::-1] == digests(turned.closing)


@settings(max_examples=15)
@given(seed=st.integers(0, 2**63 - 1), number=st.integers(0, 32))
def test_the_same_seed_gives_the_same_quarter_and_another_seed_another(
    seed: int, number: int
) -> None:
    opening = take(played(BATCH, SEED)[number].opening, np.arange(8))
    on = opening.running
    orders = orders_of(played(BATCH, SEED)[number].orders, np.arange(8))
    seeds = np.full(8, seed)
    one, same, another = (
        np.array(digests(quarter(opening, orders, lucks.draw(which, number)).closing))
        for which in (seeds, seeds.copy(), seeds ^ 1)
    )
    assert (one == same).all()
    assert (one != another)[on].all()


def test_resolve_leaves_its_arguments_as_they_were() -> None:
    world = start(3)
    step = played(3, 11, 2)[1]
    before = {name: getattr(step.opening, name).copy() for name in FIELDS}
    rungs = step.orders.rungs.copy()
    quarter(step.opening, step.orders)
    assert all((before[name] == getattr(step.opening, name)).all() for name in FIELDS)
    assert (rungs == step.orders.rungs).all()
    assert digests(world) == digests(start(3))
