"""Orders as a row of small whole numbers, the form in which learning programs act.

An action has one number a component: a rung for every ladder (four for one given by corps), but
for Washington's troops, whose number of men in steps of five decides the rung; then the channel,
whether a package is tabled, its five positions, and whether the enemy's package is signed. A mask
has a row a component, 1 where a number may be chosen by itself. What together exceeds the purse
falls back by the rulebook's rule (``menu.within_means``), which this module does not repeat.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np

from game.engine.board import CORPS, ISSUES, WASHINGTON, Ints
from game.engine.ladders import FLAT_START, LADDERS, SLOTS, TROOPS_LIMITS, TROOPS_STEP
from game.engine.orders import NO_TERMS, SideOrders, rung_for_troops
from game.engine.sight import Sight

MOST_TROOPS: Final = TROOPS_LIMITS[-1][1]  # thousand men a quarter, either way
MEN: Final = np.arange(-MOST_TROOPS, MOST_TROOPS + TROOPS_STEP, TROOPS_STEP)
"""Thousands of men that Washington may send or withdraw, by the number of its component."""
RUNG_OF_MEN: Final = np.array([rung_for_troops(float(men)) for men in MEN])
TROOPS: Final = "troops"


@dataclass(frozen=True)
class Component:
    """One number of an action: its ``name``, how many ``choices`` it has, the ``slot`` of a ladder
    (-1 for what is no ladder), and what each number means."""

    name: str
    choices: int
    slot: int
    meaning: str


@cache
def components(side: int, channels: int) -> tuple[Component, ...]:
    """Return a side's components in order, in a campaign with this many ``channels``."""
    made = [one for ladder in LADDERS[side] for one in _of_ladder(side, ladder)]
    made.append(Component("channel", channels, -1, "the campaign's channels; 0 is in public"))
    made.append(Component("table", 2, -1, "1 tables the package that follows"))
    for issue in ISSUES:
        meaning = "position, 0 Washington's ideal to 3 Hanoi's; read where table is 1"
        made.append(Component(f"terms_{issue}", 4, -1, meaning))
    made.append(Component("accept", 2, -1, "1 signs the enemy's package of the last quarter's end"))
    return tuple(made)


def _of_ladder(side: int, ladder: Any) -> list[Component]:
    place = SLOTS[side][ladder.name].start
    if side == WASHINGTON and ladder.name == TROOPS:
        meaning = f"thousand men: {MEN[0]:g} to {MEN[-1]:g} in steps of {TROOPS_STEP:g}"
        return [Component(TROOPS, len(MEN), place, meaning)]
    rungs = ", ".join(ladder.rungs)
    if not ladder.by_corps:
        return [Component(ladder.name, len(ladder.rungs), place, rungs)]
    return [
        Component(f"{ladder.name}_{corps}", len(ladder.rungs), place + number, rungs)
        for number, corps in enumerate(CORPS)
    ]


def masks(sight: Sight) -> tuple[Any, ...]:
    """Return a row (int8) a component of one war's side: 1 where that number may be chosen.

    Each is judged by itself, so that all may be 1 and the purse still too short for all.
    """
    return tuple(
        _mask(sight, one).astype(np.int8) for one in components(sight.side, sight.channels.shape[1])
    )


def _mask(sight: Sight, one: Component) -> Any:
    if one.name == "channel":
        return sight.channels[0]
    if one.name == "accept":
        there = sight.tabled[0, sight.enemy, 0] != NO_TERMS and sight.talking[0] > 0
        return np.array([True, there and sight.capital[0] >= sight.signing[0]])
    if one.slot < 0:
        return np.ones(one.choices, dtype=bool)
    start = FLAT_START[sight.side, one.slot]
    if one.name != TROOPS:
        return sight.legal[0, start : start + one.choices]
    there = (sight.reserve[0] >= MEN) & (sight.troops[0] >= -MEN)
    return there & (sight.legal[0, start + RUNG_OF_MEN] == 1)


def decoded(side: int, action: Any, channels: int) -> SideOrders:
    """Return one war's orders that an action stands for; ValueError outside the space."""
    parts = components(side, channels)
    values = np.asarray(action, dtype=np.int64)
    if values.shape != (len(parts),):
        raise ValueError(f"an action has {len(parts)} numbers, not {values.shape}")
    for one, value in zip(parts, values.tolist(), strict=True):
        if not 0 <= value < one.choices:
            raise ValueError(f"{one.name} is 0 to {one.choices - 1}, not {value}")
    named = dict(zip((one.name for one in parts), values.tolist(), strict=True))
    rungs = np.zeros((1, FLAT_START.shape[1]), dtype=np.int64)
    for one, value in zip(parts, values.tolist(), strict=True):
        if one.slot >= 0:
            rungs[0, one.slot] = RUNG_OF_MEN[value] if one.name == TROOPS else value
    terms = [named[f"terms_{issue}"] if named["table"] else NO_TERMS for issue in ISSUES]
    men = MEN[named[TROOPS]] if side == WASHINGTON else 0.0
    return SideOrders(
        rungs,
        np.array([men]),
        np.array([named["channel"]]),
        np.array([terms]),
        np.array([named["accept"]]),
    )


def encoded(side: int, orders: SideOrders, channels: int) -> Ints:
    """Return the action that stands for one war's orders; men are rounded to steps of five."""
    values = []
    tabled = int(orders.terms[0, 0] != NO_TERMS)
    extras = {"channel": orders.channel[0], "table": tabled, "accept": orders.accept[0]}
    for place, issue in enumerate(ISSUES):
        extras[f"terms_{issue}"] = orders.terms[0, place] if tabled else 0
    for one in components(side, channels):
        if side == WASHINGTON and one.name == TROOPS:
            values.append(int(np.abs(MEN - orders.troops[0]).argmin()))
        else:
            values.append(int(orders.rungs[0, one.slot] if one.slot >= 0 else extras[one.name]))
    return np.array(values, dtype=np.int64)
