"""The menu: the price and legality of every rung, stored with the world and shown to its side.

A rung in force is free and legal, so that standing orders can always be given. What a rung costs,
``prices`` says.
"""

from typing import Any

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats, Ints, Masks, total
from game.engine.ladders import (
    AFTER,
    CAMBODIA,
    FLAT_START,
    FLAT_USED,
    IN,
    IN_FAST,
    OFFENSIVE,
    OUT,
    OUT_FAST,
    USED,
    L,
    R,
    ladder_of_slot,
    slot_of,
)
from game.engine.orders import NO_TERMS, SideOrders, in_steps
from game.engine.prices import STANDINGS, Points, flat_places, price_list
from game.engine.tables import Tables
from game.engine.world import World


def _place(side: int, name: str, rung: int, corps: int = 0) -> int:
    return int(FLAT_START[side, slot_of(side, name, corps)]) + rung


def offer(world: World, tables: Tables) -> World:
    """Return the world with the price and legality of every rung for the quarter ahead."""
    prices = price_list(world, tables)
    legal = legality(world, prices, tables)
    return world.with_(prices=prices.astype(np.int64), legal=legal.astype(np.int64))


def legality(world: World, prices: Points, tables: Tables) -> Masks:
    """Return (N, S, R) whether each rung may be ordered."""
    purse = np.floor(world.capital).astype(np.int16)  # prices are whole
    allowed = prices <= purse[:, :, None]
    allowed &= (tables.allowed == 1) & FLAT_USED
    _limit_washington(world, allowed[:, WASHINGTON])
    _limit_hanoi(world, allowed[:, HANOI], tables)
    allowed.reshape(-1)[_entries(world.in_force)[:, USED]] = True
    running = world.running
    if not running.all():
        allowed &= running[:, None, None]
    return allowed


def _limit_washington(world: World, allowed: Masks) -> None:
    """Troops must exist to be sent, withdrawn, or led across a border; reserves are called once."""
    for rung, least in ((IN, 5.0), (IN_FAST, 30.0)):
        allowed[:, _place(WASHINGTON, "troops", rung)] &= world.reserve >= least
    for rung in (OUT_FAST, OUT):
        allowed[:, _place(WASHINGTON, "troops", rung)] &= world.troops > 0
    allowed[:, _place(WASHINGTON, "border", CAMBODIA)] &= world.troops >= 50.0
    allowed[:, _place(WASHINGTON, "home", 3)] &= world.reserves_called == 0


def _limit_hanoi(world: World, allowed: Masks, tables: Tables) -> None:
    """A general offensive needs preparation, and divisions in the corps."""
    constants = tables.constants
    ready = world.preparation >= constants.launch_least
    for corps in range(4):
        able = ready & (world.main_force[:, corps] >= constants.launch_force)
        allowed[:, _place(HANOI, "effort", OFFENSIVE, corps)] &= able


def _entries(rungs: Ints) -> Ints:
    """Return (N, S, L) where both sides' rungs stand in a menu (N, S, R) laid out flat."""
    return np.arange(0, 2 * R * len(rungs), R).reshape(-1, 2, 1) + FLAT_START + rungs


def within_means(
    orders: SideOrders, side: int, prices: Ints, legal: Ints, in_force: Ints, capital: Floats
) -> SideOrders:
    """Return the orders with what is not legal, then what is not affordable, back in force.

    The stated order: an illegal rung falls back first; then, while the purse is short, ladders
    give way one by one from the last of the side's list to the first. The same rule everywhere.
    """
    rungs = orders.rungs.copy()
    war, slot = (rungs != in_force).nonzero()  # what stands is legal and free
    place = FLAT_START[side].take(slot) + rungs[war, slot]
    ok = legal[war, place] == 1
    rungs[war, slot] = np.where(ok, rungs[war, slot], in_force[war, slot])
    paid = np.zeros_like(rungs)
    paid[war, slot] = prices[war, place] * ok
    bill = total(paid)
    short = bill > capital
    for slot in range(L - 1, -1, -1):
        if not short.any():
            break
        if USED[side, slot]:
            rungs[:, slot] = np.where(short, in_force[:, slot], rungs[:, slot])
            bill = bill - np.where(short, paid[:, slot], 0)
            short = bill > capital
    troops = orders.troops
    if side == WASHINGTON:
        slot = slot_of(WASHINGTON, "troops")
        troops = np.where(rungs[:, slot] == orders.rungs[:, slot], troops, 0.0)
    return SideOrders(rungs, troops, orders.channel, orders.terms, orders.accept)


def after(rungs: Ints) -> Ints:
    """Return (N, S, L) the rungs that stand after a quarter at ``rungs``."""
    first = np.arange(0, AFTER.size, STANDINGS).reshape(AFTER.shape[:2])
    return AFTER.reshape(-1).take(first + rungs)


def refusals(side: int, orders: SideOrders, menu: Any, exact: bool = False) -> list[str]:
    """Return what forbids one war's ``orders``, in words; empty when they may be given.

    ``menu`` holds the side's own rows, without the N axis: legal, prices, capital, tabled_by_enemy,
    talking, troops, reserve, channels (usable). ``exact`` lets troops be any number.
    """
    found = []
    places = flat_places(side, orders.rungs)[0]
    for slot in range(L):
        if USED[side, slot] and not menu.legal[places[slot]]:
            found.append(f"{_worded(side, slot, orders.rungs[0, slot])} cannot be ordered now")
    bill = int(sum(menu.prices[places[slot]] for slot in range(L) if USED[side, slot]))
    if bill > menu.capital:
        found.append(f"these orders cost {bill} points and {menu.capital:.0f} are there")
    if not menu.channels[orders.channel[0]]:
        found.append("the channel is closed this quarter")
    if orders.accept[0] and (menu.tabled_by_enemy[0] == NO_TERMS or menu.talking == 0):
        found.append("there is nothing to accept: talks must have sat, and the enemy have tabled")
    if side == WASHINGTON:
        found.extend(_troop_refusals(orders, menu, exact))
    return found


def _troop_refusals(orders: SideOrders, menu: Any, exact: bool) -> list[str]:
    number, found = float(orders.troops[0]), []
    if number > menu.reserve:
        found.append(f"{number:g} thousand men are not there to send; {menu.reserve:.0f} are")
    if -number > menu.troops:
        found.append(f"{-number:g} thousand men are not there to withdraw; {menu.troops:.1f} are")
    if not exact and not in_steps(number):
        found.append(f"troops go in steps of five thousand, not {number:g}")
    return found


def _worded(side: int, slot: int, rung: int) -> str:
    ladder, corps = ladder_of_slot(side, slot)
    where = f" in {('I', 'II', 'III', 'IV')[corps]} Corps" if ladder.by_corps else ""
    return f"{SIDES[side]}: {ladder.name} {ladder.rungs[rung]}{where}"
