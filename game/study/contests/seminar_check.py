"""Does sound play pay in a sitting: four ways to play each chair of each preset, from many seeds.

``passive`` touches nothing; ``stalling`` keeps the door shut and waits for the bell; ``early``
opens in turn one and takes the first package; ``sound`` opens when talking is safe, or the rule
would have its own type open all the same, and settles on what is within reach. But for that each
fights as its doctrine does, and the other side plays its doctrines
in turn. Orders are given turn by turn, as in the sitting, and what stands goes on between.

Sound play is told here what it means to be sound: it reads the rule and the worth of a package off
the opened world, so it is a bound of what a side can know, not a player.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, build, load
from game.engine.board import HANOI, SIDES, WASHINGTON, Floats, Ints, Masks
from game.engine.events import events_at
from game.engine.ladders import OPEN_FROM, POSTURES, slot_of
from game.engine.luck import draw
from game.engine.orders import NO_TERMS, SideOrders, join, standing
from game.engine.postures import own_open_probability
from game.engine.resolve import resolve
from game.engine.rules.worth import worth
from game.engine.score import score
from game.engine.sight import look
from game.engine.tables import Tables
from game.engine.world import World
from game.players.base import payable
from game.players.doctrines import DOCTRINES
from game.record.matches import openings, player_seeds
from game.record.timetable import PRESETS, Preset
from game.study.debrief.rule import SAFE

SEEDS: Final = 60  # wars of each way, chair and doctrine of the other side
AHEAD: Final = 5.0  # points by which sound play must lead each other way
WAYS: Final = ("passive", "stalling", "early", "sound")
CLOSED: Final = POSTURES.index("conditions")
TALKS: Final = POSTURES.index("talks")

Way = Callable[[World, int, SideOrders, Tables], SideOrders]


def checked(seeds: int = SEEDS) -> dict[str, Any]:
    """Return the mean scores by preset, chair and way, and the first quarter that was safe."""
    return {"presets": {name: _of_preset(preset, seeds) for name, preset in PRESETS.items()}}


def _of_preset(preset: Preset, seeds: int) -> dict[str, Any]:
    campaign = load(preset.campaign)
    return {
        SIDES[side]: {way: round(_mean(campaign, preset, side, way, seeds), 2) for way in WAYS}
        for side in (WASHINGTON, HANOI)
    }


def safe_shares(seeds: int = SEEDS) -> dict[str, dict[str, float]]:
    """Return by preset and chair in which share of sittings, played soundly, talking becomes safe
    before the bell; a preset in which it never does needs another start date."""
    found: dict[str, dict[str, float]] = {}
    for name, preset in PRESETS.items():
        tables, start = build(load(preset.campaign))
        many = np.arange(1, seeds + 1)
        found[name] = {}
        for side in (WASHINGTON, HANOI):
            seen = np.zeros(len(many), dtype=bool)

            def note(world: World, at: int = side, safe: Masks = seen) -> None:
                safe |= (world.open_high[:, at] > SAFE) & world.running

            sitting(openings(start, tables, many), tables, preset, side, sound, many, 0, note)
            found[name][SIDES[side]] = round(float(seen.mean()), 3)
    return found


def leads(found: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return by preset and chair by how much sound play leads the best of the others."""
    return {
        name: {side: round(ways["sound"] - max(ways[way] for way in WAYS[:-1]), 2)
               for side, ways in chairs.items()}
        for name, chairs in found["presets"].items()
    }


def _mean(campaign: Campaign, preset: Preset, side: int, way: str, seeds: int) -> float:
    """Return a way's mean score over the doctrines of the other side."""
    tables, start = build(campaign)
    many = np.arange(1, seeds + 1)
    found = []
    for number in range(len(DOCTRINES[1 - side])):
        world = sitting(openings(start, tables, many), tables, preset, side, WAY[way], many, number)
        found.append(float(score(world, tables)[:, side].mean()))
    return float(np.mean(found))


def sitting(
    world: World, tables: Tables, preset: Preset, side: int, way: Way, seeds: Ints, enemy: int,
    watch: Callable[[World], None] = lambda world: None,
) -> World:  # fmt: skip
    """Return N wars at the bell of a sitting in which ``side`` plays one way and the other side its
    doctrine number ``enemy``; ``watch`` is shown the worlds as each quarter opens."""
    own = [player_seeds(seeds, each) for each in (WASHINGTON, HANOI)]
    for quarter in range(preset.turns * preset.stride):
        if not world.running.any():
            break
        watch(world)
        both = [_stands(world, each) for each in (WASHINGTON, HANOI)]
        if quarter % preset.stride == 0:
            for each in (WASHINGTON, HANOI):
                policy = DOCTRINES[each][enemy if each != side else 0].policy
                sight = look(world, each, tables)
                wanted = policy.decide_batch(sight, own[each])
                if each == side:
                    wanted = payable(way(world, each, wanted, tables), sight)
                both[each] = wanted
        luck = draw(seeds, int(world.quarter[world.running].max()))
        events = events_at(tables, world.quarter)
        world, _ = resolve(world, join(both[0], both[1]), events, luck, tables)
    return world


def _stands(world: World, side: int) -> SideOrders:
    return standing(world.in_force[:, side], np.zeros(len(world), dtype=np.int64))


# The four ways

def passive(world: World, side: int, wanted: SideOrders, tables: Tables) -> SideOrders:
    """Touch nothing."""
    return _stands(world, side)


def stalling(world: World, side: int, wanted: SideOrders, tables: Tables) -> SideOrders:
    """Keep the door shut, table nothing and sign nothing."""
    shut = np.full(len(world), CLOSED)
    return _spoken(wanted, side, shut, _untabled(world), np.zeros(len(world), dtype=bool))


def early(world: World, side: int, wanted: SideOrders, tables: Tables) -> SideOrders:
    """Open in turn one, and take the first package that can be taken."""
    open_ = np.full(len(world), TALKS)
    return _spoken(wanted, side, open_, within_reach(world), _can_accept(world, side))


def sound(world: World, side: int, wanted: SideOrders, tables: Tables) -> SideOrders:
    """Open when the rule would have this side open, and settle on what is worth as much as fighting
    on."""
    safe = own_open_probability(world)[:, side] > SAFE
    asked = wanted.rungs[:, slot_of(side, "posture")]
    posture = np.where(safe, np.maximum(asked, OPEN_FROM), np.minimum(asked, CLOSED))
    found = worth(world, tables)
    good = found.offered[:, side] >= found.fighting[:, side]
    terms = np.where(safe[:, None], within_reach(world), wanted.terms)
    return _spoken(wanted, side, posture, terms, good & _can_accept(world, side))


WAY: Final[dict[str, Way]] = {"passive": passive, "stalling": stalling, "early": early,
                              "sound": sound}  # fmt: skip


def within_reach(world: World) -> Ints:
    """Return (N, I) the package nearest to the terms that can be expected now."""
    return np.clip(np.rint(world.expected), 0, 3).astype(np.int64)


def _untabled(world: World) -> Ints:
    return np.full(world.expected.shape, NO_TERMS, dtype=np.int64)


def _can_accept(world: World, side: int) -> Masks:
    return np.asarray((world.tabled[:, 1 - side, 0] != NO_TERMS) & (world.talking > 0))


def _spoken(
    wanted: SideOrders, side: int, posture: Ints | Floats, terms: Ints, accepts: Masks
) -> SideOrders:
    """Return orders with another posture, package and answer to the other's package."""
    rungs = wanted.rungs.copy()
    rungs[:, slot_of(side, "posture")] = posture
    return replace(wanted, rungs=rungs, terms=terms, accept=accepts.astype(np.int64))
