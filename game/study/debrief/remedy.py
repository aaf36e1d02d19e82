"""Which orders would have made talking safe: the cheapest demonstration or restraint, searched.

Where talking was safe already and the side stayed shut, the missing order is the open hand itself.
Else every change of one ladder, and every pair of them, that was legal and payable in a quarter is
resolved with the other side's orders as they were, under the same events and luck; the next quarter
is played on with what stands. A remedy is the cheapest that makes talking safe within two quarters
where, as it was played, talking was not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Final

import numpy as np

from game.campaign import recorded_luck
from game.engine.board import SIDES, WASHINGTON, Masks
from game.engine.events import events_at
from game.engine.ladders import LADDERS, OPEN_FROM, SLOTS, TROOPS_USUAL, Effort, Ladder, slot_of
from game.engine.luck import draw
from game.engine.menu import bill_of, refusals
from game.engine.orders import Orders, SideOrders, join, standing
from game.engine.resolve import resolve
from game.engine.world import World, take
from game.record.history import GameHistory
from game.record.quarter import seed_in, with_injected
from game.study.debrief.acts import PlayedQuarter, quarters_of
from game.study.debrief.rule import SAFE, RuleReading, readings

WITHIN: Final = 2  # quarters in which talking must have become safe
OF_WORDS: Final = ("message", "deadline")  # ladders that neither show nor spare anything
SOURCES: Final = 4  # quarters, the nearest to safety first, for which pairs are tried too
SAFER: Final = SAFE + 0.01  # P(open) that is asked of a remedy: no claim on a third digit


@dataclass(frozen=True)
class Remedy:
    """Orders that would have supplied what was missing. ``orders`` are the whole quarter's of the
    side, ``changes`` the slots that differ from what it gave; ``price`` points they cost in all,
    ``extra`` how many more than what it gave. ``safe_in``: the quarter in which talking would have
    been safe, ``then`` its reading, ``was`` the same quarter's as it was played, ``now`` that of
    the quarter in which they would have been given. ``prepared``: the orders of the quarters before
    it in which they would have been prepared, the earliest first; none where they need not be.
    ``stocks``: shares laid up for an offensive as preparing begins and as the blow falls."""

    side: str
    quarter: str
    place: int
    orders: SideOrders
    changes: tuple[int, ...]
    price: int
    extra: int
    safe_in: str
    now: RuleReading
    then: RuleReading
    was: RuleReading
    prepared: tuple[SideOrders, ...] = ()
    stocks: tuple[float, float] = (0.0, 0.0)

    @property
    def only_opens(self) -> bool:
        """Whether talking was safe already, and the open hand was all that was missing."""
        return self.safe_in == self.quarter


def remedies(
    past: GameHistory, course: Sequence[tuple[RuleReading, RuleReading]], side: int
) -> Iterator[Remedy]:
    """Yield what would have made talking safe for ``side``, that of the quarter that mattered most
    first. ``course`` holds both directions' readings of each quarter and of the end."""
    war = quarters_of(past)
    missed = _missed(past, war, course, side)
    if missed is not None:
        yield missed
        return
    places = [place for place in _relevant(war, course, side) if unsafe(course, side, place)]
    for tried, place in enumerate(places):
        found = _cheapest(past, war, course, side, place, pairs=tried < SOURCES)
        if found is not None:
            yield found


def _missed(
    past: GameHistory,
    war: Sequence[PlayedQuarter],
    course: Sequence[tuple[RuleReading, RuleReading]],
    side: int,
) -> Remedy | None:
    """Return the opening of the first quarter in which talking was safe and the side stayed shut,
    if it could be given: nothing was missing there but the open hand itself."""
    slot = slot_of(side, "posture")
    for played in war:
        now, given = course[played.place][side], past.dossiers[side].orders[played.place]
        if not now.safe or given.rungs[0, slot] >= OPEN_FROM:
            continue
        rungs = given.rungs.copy()
        rungs[0, slot] = OPEN_FROM
        orders, view = replace(given, rungs=rungs), past.dossiers[side].views[played.place]
        if _can_be_given(past, side, played.place, orders):
            bills = [bill_of(side, one, view) for one in (orders, given)]
            return Remedy(
                SIDES[side],
                played.name,
                played.place,
                orders,
                (slot,),
                bills[0],
                bills[0] - bills[1],
                played.name,
                now,
                now,
                now,
            )
    return None


def _relevant(
    war: Sequence[PlayedQuarter], course: Sequence[tuple[RuleReading, RuleReading]], side: int
) -> list[int]:
    """Return places of quarters, those first in which the side held out a hand that was not safe,
    then by how near talking was to being safe."""
    held_out = [
        played.place
        for played in war
        if played.orders.postures[0, side] >= OPEN_FROM and not course[played.place][side].safe
    ]
    near = sorted(range(len(war)), key=lambda place: -course[place][side].open_high)
    return list(dict.fromkeys([*held_out[:1], *near]))


def unsafe(course: Sequence[tuple[RuleReading, RuleReading]], side: int, place: int) -> bool:
    """Whether talking was not safe within two quarters of this one, as the war was played."""
    return not any(both[side].safe for both in course[place : place + WITHIN + 1])


def _cheapest(
    past: GameHistory,
    war: Sequence[PlayedQuarter],
    course: Sequence[tuple[RuleReading, RuleReading]],
    side: int,
    place: int,
    pairs: bool,
) -> Remedy | None:
    singles = list(_changes(past, side, place))
    for variants in (singles, _pairs(past, side, place, singles) if pairs else []):
        found = _safest(past, war, course, side, place, variants)
        if found is not None:
            return found
    return None


# What could have been ordered


def _changes(past: GameHistory, side: int, place: int) -> Iterator[SideOrders]:
    """Yield the side's orders of a quarter with one ladder changed, if they could be given."""
    given = past.dossiers[side].orders[place]
    for ladder in LADDERS[side]:
        if ladder.name in OF_WORDS:
            continue
        for rung in range(len(ladder.rungs)):
            for orders in _with_rung(given, side, ladder, rung):
                if _can_be_given(past, side, place, orders):
                    yield orders


def _with_rung(given: SideOrders, side: int, ladder: Ladder, rung: int) -> Iterator[SideOrders]:
    """Yield orders with a ladder at a rung: everywhere, and for an offensive in each corps too."""
    place = SLOTS[side][ladder.name]
    wheres = [place]
    if ladder.by_corps and rung == Effort.OFFENSIVE:
        wheres += [slice(slot, slot + 1) for slot in range(place.start, place.stop)]
    for where in wheres:
        rungs = given.rungs.copy()
        rungs[0, where] = rung
        if (rungs == given.rungs).all():
            continue
        troops = given.troops
        if ladder.name == "troops":
            troops = np.array([TROOPS_USUAL[rung]])
        yield replace(given, rungs=rungs, troops=troops)


def _pairs(
    past: GameHistory, side: int, place: int, singles: Sequence[SideOrders]
) -> Iterator[SideOrders]:
    """Yield orders with two ladders changed, if they could be given."""
    given = past.dossiers[side].orders[place]
    for one, other in combinations(singles, 2):
        first, second = one.rungs != given.rungs, other.rungs != given.rungs
        if (first & second).any():
            continue
        both = replace(
            one,
            rungs=np.where(second, other.rungs, one.rungs),
            troops=other.troops if (other.troops != given.troops).any() else one.troops,
        )
        if _can_be_given(past, side, place, both):
            yield both


def _can_be_given(past: GameHistory, side: int, place: int, orders: SideOrders) -> bool:
    return not refusals(side, orders, past.dossiers[side].views[place])


# What would have followed


def _safest(
    past: GameHistory,
    war: Sequence[PlayedQuarter],
    course: Sequence[tuple[RuleReading, RuleReading]],
    side: int,
    place: int,
    variants: Iterable[SideOrders],
) -> Remedy | None:
    """Return the cheapest of some orders that makes talking safe within two quarters."""
    every = list(variants)
    if not every:
        return None
    ways = list(played_on(past, war, side, place, every))
    view, given = past.dossiers[side].views[place], past.dossiers[side].orders[place]
    bills = [bill_of(side, one, view) for one in every]
    safe = [safe_at(world, side) for world in ways]
    good = [n for n in range(len(every)) if any(one[n] for one in safe)]
    if not good:
        return None
    best = min(good, key=lambda n: (bills[n], n))
    later = next(step for step, one in enumerate(safe) if one[best])
    name = past.campaign.quarter(past.campaign.index(war[place].name) + later + 1)
    then = readings(take(ways[later], np.array([best])), [name], past.tables)[0][side]
    return Remedy(
        SIDES[side],
        war[place].name,
        place,
        every[best],
        tuple(int(slot) for slot in np.flatnonzero(every[best].rungs[0] != given.rungs[0])),
        bills[best],
        bills[best] - bill_of(side, given, view),
        name,
        course[place][side],
        then,
        course[place + later + 1][side],
        stocks=(float(war[place].opening.preparation[0]),) * 2,
    )


def safe_at(world: World, side: int) -> Masks:
    """Return (N,) whether talking is safe for a side in worlds whose war goes on."""
    return np.asarray((world.open_high[:, side] > SAFER) & world.running)


def played_on(
    past: GameHistory,
    war: Sequence[PlayedQuarter],
    side: int,
    place: int,
    variants: Sequence[SideOrders],
) -> Iterator[World]:
    """Yield the worlds (N, one a variant) after the quarter and after the one that followed, in
    which the side keeps to what stands; the other side's orders, events and luck as they were."""
    worlds = take(war[place].opening, np.zeros(len(variants), dtype=np.int64))
    own = SideOrders(
        **{
            field.name: np.concatenate([getattr(one, field.name) for one in variants])
            for field in fields(SideOrders)
        }
    )
    for played in war[place : place + WITHIN]:
        enemy = past.dossiers[1 - side].orders[played.place]
        theirs = enemy.take(np.zeros(len(variants), dtype=np.int64))
        both = (own, theirs) if side == WASHINGTON else (theirs, own)
        worlds = resolved(past, played, worlds, join(*both))
        yield worlds
        own = standing(worlds.in_force[:, side], np.zeros(len(variants), dtype=np.int64))


def resolved(past: GameHistory, played: PlayedQuarter, worlds: World, orders: Orders) -> World:
    """Return worlds (N) after a quarter of the war, with other orders under its events and luck."""
    seed, quarter = seed_in(played.name, past.beginning.luck), past.campaign.index(played.name)
    events = with_injected(events_at(past.tables, worlds.quarter), past.rows[played.place].injected)
    luck = (
        recorded_luck(past.campaign, quarter, orders)
        if seed is None
        else draw(np.full(len(orders.rungs), seed, dtype=np.int64), quarter)
    )
    return resolve(worlds, orders, events, luck, past.tables)[0]


# Reading it


def raises(found: Remedy, given: SideOrders) -> bool:
    """Whether a remedy goes further in anything: then it is no mere restraint."""
    return any(
        int(found.orders.rungs[0, slot]) > int(given.rungs[0, slot]) for slot in found.changes
    )
