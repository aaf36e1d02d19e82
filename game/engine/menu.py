"""The menu: the price and legality of every rung, stored with the world and shown to its side.

A rung in force is free and legal, so that standing orders can always be given. What a rung costs,
``prices`` says.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

import numpy as np

from game.engine import climbing
from game.engine.board import CORPS, HANOI, RUNNING, SIDES, WASHINGTON, Floats, Ints, Masks, total
from game.engine.facts import Flags, Refusal
from game.engine.ladders import (
    AFTER,
    FLAT_SLOT,
    FLAT_START,
    FLAT_USED,
    STANDINGS,
    TROOPS_LIMITS,
    TROOPS_STEP,
    USED,
    BorderCrossing,
    Effort,
    HomeFront,
    L,
    R,
    TroopMoves,
    ladder_of_slot,
    slot_of,
)
from game.engine.orders import NO_TERMS, SideOrders, in_steps
from game.engine.prices import Points, chosen, flat_places, price_list, prices_of, signature
from game.engine.tables import Tables
from game.engine.world import World

Limit = tuple[int, np.uint16, Any]
"""Where a rung stands in a side's menu, the flag against it, and (...) where the rung may stand."""

NOTHING: Final = np.uint16(0)
PRICE, PURSE, FORCE, PREPARATION, RESERVE, CALLED, CAMPAIGN, OVER, HELD = (
    np.uint16(reason) for reason in Refusal
)


class Own(NamedTuple):
    """What of a side's menu follows from its own rows: capital (...), the others (..., L)."""

    capital: Any
    in_force: Any
    reached: Any
    reached_before: Any


def _place(side: int, name: str, rung: int, corps: int = 0) -> int:
    return int(FLAT_START[side, slot_of(side, name, corps)]) + rung


def offer(world: World, tables: Tables) -> World:
    """Return the world with the price and legality of every rung for the quarter ahead."""
    prices = price_list(world, tables)
    legal = legality(world, prices, tables)
    return world.with_(
        prices=prices.astype(np.int64),
        legal=legal.astype(np.int64),
        signing=signature(world, tables),
    )


def legality(world: World, prices: Points, tables: Tables) -> Masks:
    """Return (N, S, R) whether each rung may be ordered: whether nothing refuses it."""
    refused = [
        reasons(
            side,
            world,
            Own(*(getattr(world, name)[:, side] for name in Own._fields)),
            prices[:, side],
            tables,
        )
        for side in (WASHINGTON, HANOI)
    ]
    allowed: Masks = np.stack(refused, axis=1) == 0
    return allowed


def reasons(side: int, seen: Any, own: Own, prices: Any, tables: Tables) -> Flags:
    """Return (..., R) why ``side`` may not order each rung, as ``Refusal`` flags; 0 where it may.

    ``seen`` is a world, or a view of the side, since all that decides is the side's to see; ``own``
    is what only it has, ``prices`` (..., R) its price list. What
    its other orders leave in the purse, ``out_of_purse`` adds.
    """
    purse = np.floor(own.capital).astype(np.int16)  # prices are whole
    flags = (prices > purse[..., None]) * PRICE
    for place, flag, holds in (_limits_of_washington, _limits_of_hanoi)[side](seen, tables):
        flags[..., place] |= ~holds * flag
    for climb in climbing.CLIMBS:
        if climb.side == side:
            held = climbing.reachable(climb, seen, own.reached, own.reached_before, tables)
            flags[..., climb.place] |= ~held * (PREPARATION if climb.stocks else HELD)
    flags |= ~((tables.allowed[side] == 1) & FLAT_USED[side]) * CAMPAIGN
    stands = (FLAT_START[side] + own.in_force)[..., USED[side]].reshape(-1, USED[side].sum())
    flags.reshape(-1, R)[np.arange(len(stands))[:, None], stands] = NOTHING
    ended = np.asarray(seen.ended != RUNNING)
    if ended.any():
        flags |= (ended * OVER)[..., None]
    return flags


def _limits_of_washington(seen: Any, tables: Tables) -> Iterator[Limit]:
    """Troops must exist to be sent, withdrawn, or led across a border; reserves are called once."""
    for rung, least in (
        (TroopMoves.IN, TROOPS_STEP),
        (TroopMoves.IN_FAST, TROOPS_LIMITS[TroopMoves.IN_FAST][0]),
    ):
        yield _place(WASHINGTON, "troops", rung), RESERVE, seen.reserve >= least
    for rung in (TroopMoves.OUT_FAST, TroopMoves.OUT):
        yield _place(WASHINGTON, "troops", rung), FORCE, seen.troops > 0
    able = seen.troops >= tables.constants.cross_force
    yield _place(WASHINGTON, "border", BorderCrossing.CAMBODIA), FORCE, able
    yield _place(WASHINGTON, "home", HomeFront.RESERVES), CALLED, seen.reserves_called == 0


def _limits_of_hanoi(seen: Any, tables: Tables) -> Iterator[Limit]:
    """A general offensive needs preparation, and divisions in the corps."""
    constants = tables.constants
    ready = seen.preparation >= constants.launch_least
    for corps in range(len(CORPS)):
        place = _place(HANOI, "effort", Effort.OFFENSIVE, corps)
        yield place, PREPARATION, ready
        yield place, FORCE, seen.main_force[..., corps] >= constants.launch_force


def out_of_purse(side: int, capital: float, prices: Ints, rungs: Ints) -> Flags:
    """Return (R,) PURSE for each rung that one war's other orders leave too few points for.

    ``prices`` (R,) is the side's price list, ``rungs`` (L,) the rungs it is about to order.
    """
    paid = prices[FLAT_START[side] + rungs] * USED[side]
    left = np.floor(capital) - paid.sum() + paid
    short = prices > np.maximum(left, 0.0)[FLAT_SLOT[side]]  # what is free is never too dear
    return np.where(short, PURSE, NOTHING)


def within_means(
    orders: SideOrders, side: int, prices: Ints, legal: Ints, in_force: Ints, capital: Floats
) -> SideOrders:
    """Return the orders with what is not legal, then what is not affordable, back in force.

    The stated order: an illegal rung falls back first; then, while the purse is short, ladders
    give way one by one from the last of the side's list to the first. The same rule everywhere.
    """
    stands = orders.rungs == in_force  # what stands is legal and free
    ok = stands | (chosen(legal, side, orders.rungs) == 1)
    rungs = np.where(ok, orders.rungs, in_force)
    paid = prices_of(prices, side, orders.rungs) * (ok & ~stands)
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
    return replace(orders, rungs=rungs, troops=troops)


def after(rungs: Ints) -> Ints:
    """Return (N, S, L) the rungs that stand after a quarter at ``rungs``."""
    first = np.arange(0, AFTER.size, STANDINGS).reshape(AFTER.shape[:2])
    return AFTER.reshape(-1).take(first + rungs)


def refusals(side: int, orders: SideOrders, menu: Any, exact: bool = False) -> list[str]:
    """Return what forbids one war's ``orders``, in words; empty when they may be given.

    ``menu`` holds the side's own rows, without the N axis: legal, prices, capital, tabled_by_enemy,
    talking, signing, troops, reserve, channels (usable). ``exact`` lets troops be any number.
    """
    found = []
    places = flat_places(side, orders.rungs)[0]
    bill = bill_of(side, orders, menu)
    for slot in range(L):
        if USED[side, slot] and not menu.legal[places[slot]]:
            found.append(f"{_worded(side, slot, orders.rungs[0, slot])} cannot be ordered now")
    if bill > menu.capital:
        found.append(f"these orders cost {bill} points and {int(menu.capital)} are there")
    if not menu.channels[orders.channel[0]]:
        found.append("the channel is closed this quarter")
    if orders.accept[0] and (menu.tabled_by_enemy[0] == NO_TERMS or menu.talking == 0):
        found.append("there is nothing to accept: talks must have sat, and the enemy have tabled")
    elif orders.accept[0] and menu.capital - bill < menu.signing:
        found.append(f"a signature takes {menu.signing} points left in the purse")
    if side == WASHINGTON:
        found.extend(_troop_refusals(orders, menu, exact))
    return found


def bill_of(side: int, orders: SideOrders, menu: Any) -> int:
    """Return the points that one war's rungs cost by the side's own ``menu``."""
    places = flat_places(side, orders.rungs)[0]
    return int(sum(menu.prices[places[slot]] for slot in range(L) if USED[side, slot]))


def _troop_refusals(orders: SideOrders, menu: Any, exact: bool) -> list[str]:
    number, found = float(orders.troops[0]), []
    if number > menu.reserve:
        found.append(f"{number:g} thousand men are not there to send; {menu.reserve:.0f} are")
    if -number > menu.troops:
        found.append(f"{-number:g} thousand men are not there to withdraw; {menu.troops:.1f} are")
    if not exact and not in_steps(number):
        found.append(f"troops go in steps of {TROOPS_STEP:g} thousand, not {number:g}")
    return found


def _worded(side: int, slot: int, rung: int) -> str:
    ladder, corps = ladder_of_slot(side, slot)
    where = f" in {CORPS[corps]} Corps" if ladder.by_corps else ""
    return f"{SIDES[side]}: {ladder.name} {ladder.rungs[rung]}{where}"
