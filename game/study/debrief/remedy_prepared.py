"""A blow that had to be prepared: what no single quarter's orders could have shown.

An offensive needs stocks. Where no change of one quarter would have made talking safe, the side is
given as many quarters of preparing as it takes, its other orders as they were or its effort down to
the guerrillas', and then the blow, in one corps or in all; the next quarter is played on with what
stands. The other side's orders, events and luck stay as they were. The blow in fewest corps comes
first, then the shortest preparation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.engine.board import CORPS, SIDES, WASHINGTON, Masks
from game.engine.ladders import LADDER, SLOTS, Effort, Preparation, slot_of
from game.engine.menu import bill_of
from game.engine.orders import SideOrders, join, standing
from game.engine.world import World, take
from game.problems import Problem
from game.record import Game
from game.study.debrief.acts import PlayedQuarter, quarters_of
from game.study.debrief.remedy import WITHIN, Remedy, resolved, safe_at, unsafe
from game.study.debrief.rule import RuleReading, readings

LONGEST: Final = 4  # quarters of preparing that are tried: from nothing to ready takes about three
TRIED: Final = 8  # blows that are put before the referee


@dataclass(frozen=True)
class Blow:
    """An offensive in quarter ``place`` in ``corps``, after ``quarters`` of preparing, ``quiet``
    where the effort is the guerrillas' meanwhile."""

    place: int
    quarters: int
    corps: tuple[int, ...]
    quiet: bool


def prepared(
    game: Game, course: Sequence[tuple[RuleReading, RuleReading]], side: int
) -> Iterator[Remedy]:
    """Yield prepared blows after which talking is safe within two quarters, as the referee takes
    them; none for a side that prepares none."""
    if "preparation" not in LADDER[side]:
        return
    war = quarters_of(game.past)
    for quiet in (False, True):
        found = [
            blow
            for begins in range(len(war) - 1)
            for blow in _from(game, war, side, begins, quiet)
            if unsafe(course, side, blow.place)
        ]
        found.sort(key=lambda blow: (len(blow.corps), blow.quarters, blow.place))
        for blow in found[:TRIED]:
            made = _given(game, course, war, side, blow)
            if made is not None:
                yield made


def _from(
    game: Game, war: Sequence[PlayedQuarter], side: int, begins: int, quiet: bool
) -> Iterator[Blow]:
    """Yield the blows that make talking safe if preparing begins in a quarter."""
    world = war[begins].opening
    every = [(corps,) for corps in range(len(CORPS))] + [tuple(range(len(CORPS)))]
    for quarters in range(1, LONGEST + 1):
        place = begins + quarters
        if place >= len(war) or not world.running.all():
            return
        world = _after(game, war[place - 1], world, side, _preparing(game, side, place - 1, quiet))
        worlds = take(world, np.zeros(len(every), dtype=np.int64))
        own = _together([_striking(game, side, place, corps) for corps in every])
        safe: Masks = np.zeros(len(every), dtype=bool)
        for played in war[place : place + WITHIN]:
            worlds = _after(game, played, worlds, side, own)
            safe |= safe_at(worlds, side)
            own = standing(worlds.in_force[:, side], np.zeros(len(every), dtype=np.int64))
        yield from (
            Blow(place, quarters, corps, quiet)
            for corps, good in zip(every, safe, strict=True)
            if good
        )


def _after(game: Game, played: PlayedQuarter, worlds: World, side: int, own: SideOrders) -> World:
    theirs = (
        game.past.dossiers[1 - side]
        .orders[played.place]
        .take(np.zeros(len(worlds), dtype=np.int64))
    )
    both = (own, theirs) if side == WASHINGTON else (theirs, own)
    return resolved(game.past, played, worlds, join(*both))


def _preparing(game: Game, side: int, place: int, quiet: bool) -> SideOrders:
    given = game.past.dossiers[side].orders[place]
    rungs = given.rungs.copy()
    if quiet:
        rungs[:, SLOTS[side]["effort"]] = Effort.GUERRILLA
    rungs[:, slot_of(side, "preparation")] = Preparation.PREPARE
    return replace(given, rungs=rungs)


def _striking(game: Game, side: int, place: int, corps: tuple[int, ...]) -> SideOrders:
    given = game.past.dossiers[side].orders[place]
    rungs, first = given.rungs.copy(), SLOTS[side]["effort"].start
    rungs[:, [first + each for each in corps]] = Effort.OFFENSIVE
    return replace(given, rungs=rungs)


def _together(many: Sequence[SideOrders]) -> SideOrders:
    return SideOrders(
        **{
            name: np.concatenate([getattr(one, name) for one in many])
            for name in SideOrders.__dataclass_fields__
        }
    )


def _given(
    game: Game,
    course: Sequence[tuple[RuleReading, RuleReading]],
    war: Sequence[PlayedQuarter],
    side: int,
    blow: Blow,
) -> Remedy | None:
    """Return a blow as a remedy, with prices of the war in which it was prepared; None where the
    referee does not take its orders."""
    past = game.past
    places = range(blow.place - blow.quarters, blow.place)
    branch, before = game.branch(war[places[0]].name), []
    stocks = [float(branch.past.world.preparation[0])]
    try:
        for place in places:
            before.append(_taken(branch, side, _preparing(game, side, place, blow.quiet)))
            branch.commit(side, before[-1])
            as_it_was(branch, game, 1 - side, place)
        orders = _taken(branch, side, _striking(game, side, blow.place, blow.corps))
    except Problem:
        return None
    stocks.append(float(branch.past.world.preparation[0]))
    price = bill_of(side, orders, branch.dossier(side).view)
    branch.commit(side, orders)
    as_it_was(branch, game, 1 - side, blow.place)
    later, world = 0, branch.past.world
    if not safe_at(world, side).all() and not branch.over and blow.place + 1 < len(war):
        branch.commit(side, {})
        as_it_was(branch, game, 1 - side, blow.place + 1)
        later, world = 1, branch.past.world
    name = branch.campaign.quarter(int(world.quarter[0]))
    given = past.dossiers[side].orders[blow.place]
    return Remedy(
        SIDES[side],
        war[blow.place].name,
        blow.place,
        orders,
        tuple(int(slot) for slot in np.flatnonzero(orders.rungs[0] != given.rungs[0])),
        price,
        price - bill_of(side, given, past.dossiers[side].views[blow.place]),
        name,
        course[blow.place][side],
        readings(world, [name], past.tables)[0][side],
        course[blow.place + later + 1][side],
        tuple(before),
        (stocks[0], stocks[-1]),
    )


def _taken(branch: Game, side: int, wanted: SideOrders) -> SideOrders:
    """Return orders that the referee takes: as wanted, else what stands with the effort and the
    preparation that are wanted. Problem where neither will do."""
    try:
        return branch.check(side, wanted)
    except Problem:
        stands = branch.read(side, {})
        rungs = stands.rungs.copy()
        for name in ("effort", "preparation"):
            rungs[:, SLOTS[side][name]] = wanted.rungs[:, SLOTS[side][name]]
        return branch.check(side, replace(stands, rungs=rungs))


def as_it_was(branch: Game, game: Game, side: int, place: int) -> None:
    """Give a side's orders as they were; what cannot be given any more gives way to what stands."""
    try:
        branch.commit(side, game.past.dossiers[side].orders[place])
    except Problem:
        branch.commit(side, {})
