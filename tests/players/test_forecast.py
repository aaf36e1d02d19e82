"""Forecasts of the enemy's acts, and policies that read temptation from their own prices."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.board import HANOI, WASHINGTON
from game.engine.ladders import SLOTS
from game.engine.prices import price_list, shown_temptation, temptation
from game.engine.sight import look, sight_of
from game.engine.tables import Tables
from game.engine.world import World
from game.players.base import payable
from game.players.doctrines import DOCTRINES
from game.players.forecast import STRANGE, USUAL, chances, forecast, hedged
from game.players.memory import Memory
from game.players.reckoning import tempted
from game.players.tempers import policy_of
from game.players.washington import pressing
from tests.players.war import played


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_act_of_an_enemy_is_called_certain_or_impossible(side: int) -> None:
    dossier = played(5)[1][side]
    belief = Memory(96, 1).belief(dossier)
    orders = DOCTRINES[side][0].policy.decide_batch(sight_of(dossier), np.array([1]))
    told = chances(forecast(belief, dossier, orders, 1), belief)
    assert set(told) == {"open", "escalate", "offer", "demonstrate"}
    for chance in told.values():
        assert STRANGE * USUAL <= chance <= 1.0 - STRANGE * (1.0 - USUAL)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_hedging_keeps_the_order_of_chances(one: float, other: float) -> None:
    assert (hedged(one) <= hedged(other)) or one > other


@settings(max_examples=25)
@given(st.floats(0.0, 1.0))
def test_a_government_reads_its_temptation_from_its_prices(chance: float) -> None:
    world, tables = played(3)[0], played(3)[1][WASHINGTON].tables
    fields = ("hawk_open", "hawk_closed", "dove_open", "dove_closed")
    world = world.with_(**{name: np.full((1, 2), chance) for name in fields})
    world = world.with_(prices=price_list(world, tables))
    highest = np.maximum(world.reached, world.reached_before)
    for side in (WASHINGTON, HANOI):
        shown = shown_temptation(
            side, world.prices[:, side], highest[:, side], world.in_force[:, side]
        )
        true = temptation(np.array([chance]), tables)
        assert shown == pytest.approx(true, abs=0.25)  # whole points round the trace
        seen = tempted(look(world, side, tables))
        assert seen == pytest.approx(chance, abs=0.2)


@pytest.mark.parametrize(("chance", "presses"), [(0.0, False), (1.0, True)])
def test_an_open_hand_is_pressed_only_when_it_reads_as_weakness(
    chance: float, presses: bool
) -> None:
    world, tables = opened_by(HANOI)
    fields = ("hawk_open", "dove_open")
    world = world.with_(**{name: np.full((1, 2), chance) for name in fields})
    world = world.with_(prices=price_list(world, tables), capital=np.full((1, 2), 60.0))
    sight = look(world, WASHINGTON, tables)
    temper = DOCTRINES[WASHINGTON][0].temper
    policy = policy_of(temper)
    assert bool(pressing(sight, temper.hawkish)[0]) is presses
    bombing = SLOTS[WASHINGTON]["bombing"].start
    ordered = payable(policy.decide_batch(sight, np.array([1])), sight).rungs[0, bombing]
    highest = np.maximum(sight.reached, sight.reached_before)[0, bombing]
    assert (ordered > highest) is np.bool_(presses)


def opened_by(side: int) -> tuple[World, Tables]:
    """Return a world in which ``side`` has its hand out, and its tables."""
    world, dossiers = played(3)
    openness = world.openness.copy()
    openness[:, side] = 1.0
    return world.with_(openness=openness), dossiers[WASHINGTON].tables
