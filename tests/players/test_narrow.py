"""The same orders on every system: default integers of 32 bits change nothing."""

import sys
from dataclasses import fields

import numpy as np
import pytest

from game.campaign import load
from game.engine.board import HANOI, WASHINGTON
from game.engine.orders import SideOrders
from game.players import candidates
from game.players.base import Glancing, Player
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS
from game.players.random_legal import RandomLegal
from game.players.thinking import Thinking
from game.record import Game
from tests.players.narrow import Narrow, narrowed

QUARTERS = 3
SEED = 3_141_592_653  # more than 32 bits hold with their sign


def rooms() -> list[str]:
    """Return the modules of engine and players that use numpy."""
    return [
        name
        for name, module in sorted(sys.modules.items())
        if name.startswith(("game.players", "game.engine", "game.theory"))
        and getattr(module, "np", None) is np
    ]


def players(kind: str) -> list[Player]:
    """Return both sides' players of a kind, made anew."""
    if kind == "random":
        return [Glancing(RandomLegal(), SEED + side) for side in (WASHINGTON, HANOI)]
    if kind == "doctrine":
        return [Glancing(DOCTRINES[side][0].policy, SEED + side) for side in (WASHINGTON, HANOI)]
    return [Thinking(DOCTRINES[side][0], LEVELS[0], SEED + side) for side in (WASHINGTON, HANOI)]


def orders_of(kind: str) -> list[SideOrders]:
    """Return all orders of a few quarters."""
    game, sides = Game.new(load("vietnam-1965-1973"), 7), players(kind)
    given = []
    while not game.over and len(given) < 2 * QUARTERS:
        for side in (WASHINGTON, HANOI):
            orders = sides[side].decide(game.dossier(side))
            given.append(orders)
            game.commit(side, orders)
    return given


def values(orders: list[SideOrders]) -> list[list[list[float]]]:
    """Return orders as plain numbers."""
    return [
        [np.asarray(getattr(one, field.name)).ravel().tolist() for field in fields(one)]
        for one in orders
    ]


@pytest.mark.parametrize("kind", ["random", "doctrine", "search"])
def test_a_war_is_the_same_where_default_integers_have_32_bits(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = orders_of(kind)
    narrow = Narrow()
    for name in rooms():
        monkeypatch.setattr(f"{name}.np", narrow)
    assert narrow.array([1]).dtype == np.int32  # it is narrow indeed
    assert values(orders_of(kind)) == values(wide)


@pytest.mark.parametrize("kind", ["random", "doctrine", "search"])
def test_orders_are_of_64_bits_on_every_system(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in rooms():
        monkeypatch.setattr(f"{name}.np", Narrow())
    for orders in orders_of(kind):
        kinds = {field.name: getattr(orders, field.name).dtype for field in fields(orders)}
        assert {str(kind) for kind in kinds.values()} == {"int64", "float64"}


def test_candidates_that_say_the_same_are_one_whatever_the_width_of_their_numbers() -> None:
    (orders, *_) = orders_of("doctrine")
    parts = {field.name: getattr(orders, field.name) for field in fields(orders)}
    thin = SideOrders(**{name: narrowed(value) for name, value in parts.items()})
    many = candidates.distinct([(orders, 0, "wide"), (thin, 1, "narrow")], 5)
    assert many.label == ("wide",)
    assert many.orders.rungs.dtype == np.int64
