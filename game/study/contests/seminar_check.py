"""Does sound play pay in a sitting: four ways to play each chair of each preset, from many seeds.

``passive`` touches nothing; ``stalling`` keeps the door shut and waits for the bell; ``early``
opens in turn one and takes the first package; ``sound`` opens when talking is safe, or the rule
would have its own type open all the same, and settles on what is within reach: it asks for the best
package that the other side should rather sign than fight on, takes one that is no worse, and before
the bell one that is better than an unsettled end. But for that each fights as one doctrine does,
that of history's side (``FIGHTS_AS``), and the other side plays its doctrines in turn. Orders are
given turn by turn, as in the sitting, and what stands goes on between.

Whether talking is safe is read off the opened world, so sound play is a bound of what a side can
know. What a package is worth, to itself and to the other, it reckons from its own papers.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any, Final

import numpy as np

from game.campaign import build, load
from game.engine.board import HANOI, ISSUES, SIDES, WASHINGTON, Floats, Ints, Masks
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM, POSTURES, slot_of
from game.engine.luck import draw
from game.engine.orders import NO_TERMS, SideOrders, join, standing
from game.engine.postures import own_open_probability
from game.engine.resolve import resolve
from game.engine.rules.worth import FARTHEST
from game.engine.score import score
from game.engine.sight import Sight, look
from game.engine.tables import Tables
from game.engine.world import World
from game.players.base import payable
from game.players.doctrines import DOCTRINES, doctrine
from game.players.reckoning import (
    TIME_TO_BARGAIN,
    calendar_worth,
    fighting_worth,
    offered_worth,
    worth_to,
)
from game.record.matches import openings, player_seeds
from game.record.timetable import PRESETS, Preset
from game.study.debrief.rule import SAFE

SEEDS: Final = 30  # wars of each way, chair and doctrine of the other side
AHEAD: Final = 5.0  # points by which sound play must lead each other way
WAYS: Final = ("passive", "stalling", "early", "sound")
CLOSED: Final = POSTURES.index("conditions")
TALKS: Final = POSTURES.index("talks")

FIGHTS_AS: Final = ("graduated-pressure", "fight-and-talk")
"""By chair, the doctrine as which every way fights. History's own: Hanoi's has something to show
before it talks, without which no hand of its is safe before 1968."""
MARGIN: Final = 0.02  # shares of aims that the other side is given above what it should sign for
PACKAGES: Final[Ints] = np.array(list(product(range(FARTHEST + 1), repeat=len(ISSUES))))

Way = Callable[[World, Sight, SideOrders, int], SideOrders]


def checked(seeds: int = SEEDS) -> dict[str, dict[str, Any]]:
    """Return by preset and chair the mean scores by way (``presets``), by how much sound play leads
    the best of the others (``lead``), and in which share of the sittings that are played soundly
    talking becomes safe before the bell (``safe_before_the_bell``): a preset in which it never does
    needs another start date."""
    presets: dict[str, Any] = {}
    safe: dict[str, Any] = {}
    for name, preset in PRESETS.items():
        tables, start = build(load(preset.campaign))
        presets[name], safe[name] = {}, {}
        for side in (WASHINGTON, HANOI):
            played = {way: _mean(start, tables, preset, side, way, seeds) for way in WAYS}
            presets[name][SIDES[side]] = {way: points for way, (points, _) in played.items()}
            safe[name][SIDES[side]] = played["sound"][1]
    return {"presets": presets, "lead": leads(presets), "safe_before_the_bell": safe}


def leads(presets: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return by preset and chair by how much sound play leads the best of the others, from mean
    scores."""
    return {
        name: {
            side: round(ways["sound"] - max(ways[way] for way in WAYS[:-1]), 2)
            for side, ways in chairs.items()
        }
        for name, chairs in presets.items()
    }


def _mean(
    start: World, tables: Tables, preset: Preset, side: int, way: str, seeds: int
) -> tuple[float, float]:
    """Return a way's mean score over the doctrines of the other side, and the share of sittings in
    which talking became safe for the side."""
    many, points, safe = np.arange(1, seeds + 1), [], []
    for number in range(len(DOCTRINES[1 - side])):
        seen = np.zeros(seeds, dtype=bool)

        def note(world: World, seen: Masks = seen) -> None:
            seen |= is_safe(world, side) & world.running

        opened = openings(start, tables, many)
        world = sitting(opened, tables, preset, side, WAY[way], many, number, note)
        points.append(score(world, tables)[:, side].mean())
        safe.append(seen.mean())
    return round(float(np.mean(points)), 2), round(float(np.mean(safe)), 3)


def is_safe(world: World, side: int) -> Masks:
    """Return (N,) whether talking is safe for a side, or the rule would have its own type open."""
    return np.asarray(own_open_probability(world)[:, side] > SAFE)


def sitting(
    world: World,
    tables: Tables,
    preset: Preset,
    side: int,
    way: Way,
    seeds: Ints,
    enemy: int,
    watch: Callable[[World], None] = lambda world: None,
) -> World:
    """Return N wars at the bell of a sitting in which ``side`` plays one way and the other side its
    doctrine number ``enemy``; ``watch`` is shown the worlds as each quarter opens."""
    own = [player_seeds(seeds, each) for each in (WASHINGTON, HANOI)]
    policies = [
        DOCTRINES[each][enemy].policy if each != side else doctrine(each, FIGHTS_AS[each]).policy
        for each in (WASHINGTON, HANOI)
    ]
    for quarter in range(preset.turns * preset.stride):
        if not world.running.any():
            break
        watch(world)
        both = [_stands(world, each) for each in (WASHINGTON, HANOI)]
        if quarter % preset.stride == 0:
            for each in (WASHINGTON, HANOI):
                sight = look(world, each, tables)
                wanted = policies[each].decide_batch(sight, own[each])
                if each == side:
                    wanted = payable(way(world, sight, wanted, preset.stride), sight)
                both[each] = wanted
        luck = draw(seeds, int(world.quarter[world.running].max()))
        events = events_at(tables, world.quarter)
        world, _ = resolve(world, join(both[0], both[1]), events, luck, tables)
    return world


def _stands(world: World, side: int) -> SideOrders:
    return standing(world.in_force[:, side], np.zeros(len(world), dtype=np.int64))


# The four ways


def passive(world: World, sight: Sight, wanted: SideOrders, stride: int) -> SideOrders:
    """Touch nothing."""
    return _stands(world, sight.side)


def stalling(world: World, sight: Sight, wanted: SideOrders, stride: int) -> SideOrders:
    """Keep the door shut, table nothing and sign nothing."""
    shut, nothing = np.full(len(world), CLOSED), np.full(world.expected.shape, NO_TERMS)
    return _spoken(wanted, sight, shut, nothing, np.zeros(len(world), dtype=bool))


def early(world: World, sight: Sight, wanted: SideOrders, stride: int) -> SideOrders:
    """Open in turn one, table what is likely, and take the first package that can be taken."""
    likely = np.clip(np.rint(sight.seen_terms), 0, FARTHEST).astype(np.int64)
    return _spoken(wanted, sight, np.full(len(world), TALKS), likely, _can_accept(sight))


def sound(world: World, sight: Sight, wanted: SideOrders, stride: int) -> SideOrders:
    """Open when the rule would have this side open, and settle on what is within reach."""
    safe = is_safe(world, sight.side)
    asked = wanted.rungs[:, slot_of(sight.side, "posture")]
    posture = np.where(safe, np.maximum(asked, OPEN_FROM), np.minimum(asked, CLOSED))
    terms, asks = within_reach(sight)
    speaking = (posture >= OPEN_FROM) & (asks >= fighting_worth(sight, 1.0))
    offered = offered_worth(sight)
    good = (offered >= asks) & (offered >= fighting_worth(sight, 1.0))
    good = good | ((sight.left <= stride) & (offered > calendar_worth(sight)))
    terms = np.where(speaking[:, None], terms, NO_TERMS)
    return _spoken(wanted, sight, posture, terms, good & _can_accept(sight))


WAY: Final[dict[str, Way]] = {
    "passive": passive,
    "stalling": stalling,
    "early": early,
    "sound": sound,
}


def within_reach(sight: Sight) -> tuple[Ints, Floats]:
    """Return (N, I) the package worth most to this side of those that the other should rather sign
    than fight on, by this side's papers, and (N,) its worth as a share of aims."""
    count = len(PACKAGES)
    every = sight.taken(np.repeat(np.arange(len(sight)), count))
    packages = np.tile(PACKAGES, (len(sight), 1))
    own, theirs = (
        worth_to(every, side, packages).reshape(len(sight), count)
        for side in (sight.side, sight.enemy)
    )
    later, time = worth_to(sight, sight.enemy, sight.seen_terms), time_left(sight)
    needs = later * (time + (1.0 - time) * sight.tables.constants.unsettled) + MARGIN
    best = np.where(theirs >= needs[:, None], own, -1.0)
    chosen = best.argmax(axis=1)
    return PACKAGES[chosen], best[np.arange(len(sight)), chosen]


def time_left(sight: Sight) -> Floats:
    """Return (N,) 1 while the end is far off, 0 in the last quarter."""
    return np.clip((sight.left - 1) / TIME_TO_BARGAIN, 0.0, 1.0)


def _can_accept(sight: Sight) -> Masks:
    return np.asarray((sight.tabled[:, sight.enemy, 0] != NO_TERMS) & (sight.talking > 0))


def _spoken(
    wanted: SideOrders, sight: Sight, posture: Ints, terms: Ints, accepts: Masks
) -> SideOrders:
    """Return orders with another posture, package and answer to the other's package."""
    rungs = wanted.rungs.copy()
    rungs[:, slot_of(sight.side, "posture")] = posture
    return replace(wanted, rungs=rungs, terms=terms, accept=accepts.astype(np.int64))
