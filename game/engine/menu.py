"""The menu: the price and legality of every rung, stored with the world and shown to its side.

A rung in force is free and legal, so that standing orders can always be given. Raising a ladder
costs, lowering some costs too, and what counts as an escalation is multiplied by the temptation:
a government that believes its enemy weak finds escalating cheap, one that believes it resilient
finds it dear. The whole points of a price are the only trace of that belief in play.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats, Ints, Masks, total
from game.engine.ladders import (
    AFTER,
    CAMBODIA,
    FLAT_START,
    FLAT_USED,
    IN,
    IN_FAST,
    LADDERS,
    MAIN_FORCE,
    OFFENSIVE,
    OUT,
    OUT_FAST,
    SLOTS,
    USED,
    L,
    Ladder,
    R,
    ladder_of_slot,
    slot_of,
)
from game.engine.orders import NO_TERMS, SideOrders, in_steps
from game.engine.tables import Tables
from game.engine.world import World

UP: Final[tuple[dict[str, float], ...]] = (
    {"bombing": 3.0, "line": 2.0, "trail": 1.5, "cambodia": 3.0, "ground": 0.5,
     "vietnamization": 2.0, "home": 1.0, "posture": 1.0},
    {"infiltration": 2.0, "effort": 1.5, "preparation": 2.0, "labour": 1.0, "patrons": 2.0,
     "home": 2.0, "posture": 1.0},
)  # fmt: skip
"""Points for each rung raised above the rung in force. Calibrated by hand: both records payable."""
DOWN: Final[tuple[dict[str, float], ...]] = (
    {"bombing": 0.5, "line": 0.5, "cambodia": 0.5, "vietnamization": 2.0, "posture": 1.0},
    {"labour": 1.0, "patrons": 2.0, "posture": 1.0},
)
"""Points for each rung lowered. Calibrated by hand."""
ACT: Final[tuple[dict[str, tuple[float, ...]], ...]] = (
    {"troops": (2.0, 1.0, 0.0, 2.0, 4.0), "border": (0.0, 3.0, 6.0),
     "home": (0.0, 0.0, 0.0, 15.0), "message": (0.0, 1.0, 1.0), "deadline": (0.0, 3.0)},
    {"effort": (0.0, 0.0, 0.0, 2.0), "message": (0.0, 1.0, 1.0), "deadline": (0.0, 3.0)},
)  # fmt: skip
"""Points for the act itself, by rung, whatever is in force. Calibrated by hand."""


Points = NDArray[np.int16]  # while a menu is made: a quarter of the memory, at most 999

STANDINGS: Final = 6  # rungs of the longest ladder


@dataclass(frozen=True)
class _Tariff:
    """What the rungs of one ladder cost: a row for each pair of the highest rung of two quarters
    and the rung in force, a column for each rung. ``calm``: whole points of those that do not
    escalate; ``tempting``: points of those that do, before the temptation. Nought in the other.
    """

    side: int
    slots: slice
    places: slice  # in the side's flat list
    calm: Points
    tempting: Floats | None  # None where no rung escalates at a price


def _points(side: int, ladder: Ladder, rung: int, standing: int) -> float:
    """Return the points of ordering ``rung`` while ``standing`` is in force."""
    if rung == standing:
        return 0.0
    rise, act = rung - standing, ACT[side].get(ladder.name, (0.0,) * STANDINGS)[rung]
    up, down = UP[side].get(ladder.name, 0.0), DOWN[side].get(ladder.name, 0.0)
    return up * max(rise, 0) + down * max(-rise, 0) + act


def _escalates(ladder: Ladder, rung: int, high: int) -> bool:
    """Whether ``rung`` escalates when ``high`` is the highest of two quarters; the general sending
    of men at the loudest rung does, and Hanoi's effort from main force up."""
    if ladder.name == "troops":
        return rung == IN_FAST
    return ladder.war and rung > high and not (ladder.name == "effort" and rung < MAIN_FORCE)


def _tariff(side: int, ladder: Ladder) -> _Tariff:
    slots, rungs = SLOTS[side][ladder.name], len(ladder.rungs)
    calm, tempting = np.zeros((2, STANDINGS, STANDINGS, rungs))
    for high, standing, rung in np.ndindex(calm.shape):
        points = _points(side, ladder, rung, standing)
        escalates = _escalates(ladder, rung, high)
        (tempting if escalates else calm)[high, standing, rung] = points
    rows, first = (STANDINGS**2, rungs), int(FLAT_START[side, slots.start])
    places = slice(first, first + rungs * ladder.slots)
    whole = np.rint(calm).astype(np.int16).reshape(rows)
    return _Tariff(side, slots, places, whole, tempting.reshape(rows) if tempting.any() else None)


_TARIFFS: Final = tuple(
    _tariff(side, ladder) for side in (WASHINGTON, HANOI) for ladder in LADDERS[side]
)


def _place(side: int, name: str, rung: int, corps: int = 0) -> int:
    return int(FLAT_START[side, slot_of(side, name, corps)]) + rung


def temptation(chance: Floats, tables: Tables) -> Floats:
    """Return (N,) the factor on the price of escalating when the rule gives it ``chance`` (N,).

    Falls from 2 at no chance to .5 at certainty, by equal ratios.
    """
    high, low = tables.constants.temptation_high, tables.constants.temptation_low
    return high * (low / high) ** chance


def offer(world: World, tables: Tables) -> World:
    """Return the world with the price and legality of every rung for the quarter ahead."""
    prices = price_list(world, tables)
    legal = legality(world, prices, tables)
    return world.with_(prices=prices.astype(np.int64), legal=legal.astype(np.int64))


def price_list(world: World, tables: Tables) -> Points:
    """Return (N, S, R) the price in whole points of each rung in each side's flat list."""
    known = STANDINGS * np.maximum(world.reached, world.reached_before) + world.in_force
    factor = [temptation(escalation_chance(world, side), tables) for side in (0, 1)]
    prices = np.zeros((len(world), 2, R), dtype=np.int16)
    for tariff in _TARIFFS:
        rows = known[:, tariff.side, tariff.slots]
        points = tariff.calm.take(rows, axis=0)
        if tariff.tempting is not None:
            raised = tariff.tempting.take(rows, axis=0)
            raised *= factor[tariff.side][:, None, None]
            points += np.rint(raised, out=raised).astype(np.int16)
        prices[:, tariff.side, tariff.places] = points.reshape(len(world), -1)
    return prices


def shown_temptation(side: int, prices: Ints, highest: Ints, in_force: Ints) -> Floats:
    """Return (N,) the factor on escalating that a side's own price list shows; 1 where no rung
    escalates. ``prices`` (N, R), ``highest`` and ``in_force`` (N, L): all of them its to see."""
    asked, usual = np.zeros((2, len(prices)))
    known = STANDINGS * highest + in_force
    for tariff in _TARIFFS:
        if tariff.side == side and tariff.tempting is not None:
            raised = tariff.tempting.take(known[:, tariff.slots], axis=0).reshape(len(prices), -1)
            usual += raised.sum(axis=1)
            asked += (prices[:, tariff.places] * (raised > 0.0)).sum(axis=1)
    return np.where(usual > 0.0, asked / np.maximum(usual, 1.0), 1.0)


def escalation_chance(world: World, side: int) -> Floats:
    """Return (N,) the rule's probability that this government escalates at its own nerve, given
    the posture it last saw from the enemy (the enemy is the sender, row 1 - side)."""
    sender = 1 - side
    dove = world.nerve[:, side] == 1
    after_open = np.where(dove, world.dove_open[:, sender], world.hawk_open[:, sender])
    after_closed = np.where(dove, world.dove_closed[:, sender], world.hawk_closed[:, sender])
    return np.where(world.openness[:, sender] >= 0.5, after_open, after_closed)


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


def flat_places(side: int, rungs: Ints) -> Ints:
    """Return (N, L) where each ordered rung stands in the side's flat list."""
    return FLAT_START[side] + rungs


def chosen(menu: Ints, side: int, rungs: Ints) -> Ints:
    """Return (N, L) what a side's menu (N, R) of prices or legality says of ``rungs`` (N, L)."""
    return menu[np.arange(len(menu))[:, None], flat_places(side, rungs)]


def prices_of(prices: Ints, side: int, rungs: Ints) -> Ints:
    """Return (N, L) the price of each slot's rung; ``prices`` (N, R), ``rungs`` (N, L)."""
    return chosen(prices, side, rungs) * USED[side]


def price_paid(prices: Ints, rungs: Ints, in_force: Ints) -> Ints:
    """Return (N, S) what both sides' rungs cost; ``prices`` (N, S, R), the rest (N, S, L)."""
    moved = np.flatnonzero((rungs != in_force) & USED)  # laid flat; what stands is free
    owner, first = moved // L, FLAT_START.reshape(-1).take(moved % FLAT_START.size)
    place = owner * R + first + rungs.reshape(-1).take(moved)
    paid = np.zeros(2 * len(rungs), dtype=np.int64)
    np.add.at(paid, owner, prices.reshape(-1).take(place))
    return paid.reshape(-1, 2)


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
