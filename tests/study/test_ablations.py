"""Each switch of the hidden rule changes its own term and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.escalation import escalation
from game.engine.ladders import LADDERS, OPEN_FROM, SLOTS, slot_of
from game.engine.orders import Orders, join, standing
from game.engine.resolve import prepare
from game.engine.rules.inference import Signals, believe, infer
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.world import FIELDS, World
from game.players.base import Policy
from game.players.doctrines import DOCTRINES
from game.study.contests.ablations import (
    ABLATIONS,
    HELD,
    MEMORY_OFF,
    ON,
    PINNED,
    SPOKEN,
    Blind,
    ablated,
)
from game.study.contests.play import opened
from game.study.contests.posture_policies import all_doctrines, glancing, wars_under

FULL = "vietnam-1965-1973"
WARS = 6


def under_way() -> tuple[World, Tables]:
    """Return wars some quarters old in which both hands have moved."""
    _, tables, start = opened(FULL)
    short = replace(tables, quarters=9)
    sides = (glancing(0, all_doctrines(0, WARS)), glancing(1, all_doctrines(1, WARS)))
    last, _ = wars_under(short, start, sides, np.arange(WARS) + 3)
    return last.with_(ended=np.zeros(WARS, dtype=np.int64)), tables


def moved(world: World, tables: Tables) -> tuple[Orders, Signals]:
    """Return orders in which both hands move a rung, and what such a quarter shows."""
    both = []
    for side in (WASHINGTON, HANOI):
        orders = standing(world.in_force[:, side], world.channel[:, side])
        rungs, slot = orders.rungs.copy(), slot_of(side, "posture")
        rungs[:, slot] = np.where(rungs[:, slot] >= OPEN_FROM, 0, 3)
        both.append(replace(orders, rungs=rungs))
    orders = join(both[0], both[1])
    nothing = np.zeros((len(world), 2))
    shown = Signals(nothing, nothing, escalation(world, orders), nothing[:, 0], nothing > 0)
    return orders, shown


def different(one: World, two: World) -> set[str]:
    return {n for n in FIELDS if not np.array_equal(getattr(one, n), getattr(two, n))}


def test_in_play_every_posture_tells_in_full_and_no_belief_is_held() -> None:
    _, tables, _ = opened(FULL)
    assert ablated(tables, ON) is tables
    assert tables.postures_tell == (1.0, 1.0)
    assert tables.beliefs.least < HELD < tables.beliefs.most


def test_memory_off_keeps_the_observed_sides_posture_from_memory_and_nothing_else() -> None:
    world, tables = under_way()
    orders, shown = moved(world, tables)
    on = infer(world, orders, shown, tables)
    off = infer(world, orders, shown, ablated(tables, MEMORY_OFF))
    assert different(on, off) <= {"postured", "suppressed"}
    assert (on.postured[:, HANOI] != off.postured[:, HANOI]).any()
    assert np.array_equal(on.postured[:, WASHINGTON], off.postured[:, WASHINGTON])
    assert np.array_equal(on.suppressed[:, WASHINGTON], off.suppressed[:, WASHINGTON])
    faded = np.abs(off.postured[:, HANOI]) <= np.abs(world.postured[:, HANOI])
    assert faded.all()


def test_pinned_holds_every_belief_and_changes_nothing_else() -> None:
    world, tables = under_way()
    on, pinned = believe(world, tables), believe(world, ablated(tables, PINNED))
    assert different(on, pinned) == {"belief_resilient", "belief_dove"}
    assert (pinned.belief_resilient == HELD).all()
    assert (pinned.belief_dove == HELD).all()


def policy(name: int) -> Policy:
    return DOCTRINES[WASHINGTON][name].policy


@pytest.mark.parametrize("doctrine", [0, 1, 2])
def test_blind_wages_war_as_if_the_enemy_were_closed_and_speaks_as_it_did(doctrine: int) -> None:
    world, tables = under_way()
    seeds, rich = np.arange(WARS), np.full_like(world.capital, 90.0)
    is_open = prepare(world.with_(openness=np.ones_like(world.openness), capital=rich), tables)
    shut = np.zeros_like(world.openness)
    shut[:, WASHINGTON] = 1.0
    closed = is_open.with_(openness=shut, talking=np.zeros_like(world.talking))
    seeing = policy(doctrine).decide_batch(look(is_open, WASHINGTON, tables), seeds)
    blind = Blind(policy(doctrine)).decide_batch(look(is_open, WASHINGTON, tables), seeds)
    against = policy(doctrine).decide_batch(look(closed, WASHINGTON, tables), seeds)
    for ladder in LADDERS[WASHINGTON]:
        slots = SLOTS[WASHINGTON][ladder.name]
        like = seeing if ladder.name in SPOKEN else against
        assert np.array_equal(blind.rungs[:, slots], like.rungs[:, slots]), ladder.name
    for name in ("channel", "terms", "accept"):
        assert np.array_equal(getattr(blind, name), getattr(seeing, name)), name
    assert not np.array_equal(seeing.rungs, against.rungs)


def test_blind_orders_the_same_against_a_closed_enemy() -> None:
    world, tables = under_way()
    shut = world.with_(openness=np.zeros_like(world.openness), talking=np.zeros_like(world.talking))
    sight, seeds = look(shut, WASHINGTON, tables), np.arange(WARS)
    one = policy(0).decide_batch(sight, seeds)
    other = Blind(policy(0)).decide_batch(sight, seeds)
    assert all(np.array_equal(getattr(one, n), getattr(other, n)) for n in vars(one))


def test_an_ablation_that_is_not_there_is_named_with_those_that_are() -> None:
    _, tables, _ = opened(FULL)
    with pytest.raises(KeyError, match=", ".join(ABLATIONS)):
        ablated(tables, "deaf")
