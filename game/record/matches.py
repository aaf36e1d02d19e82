"""Matches: many wars between two players, for measuring and for fun.

Policies, which decide at a glance, play all their wars in one batch; players that need a dossier
play theirs one by one. Who plays is handed in. Seeds are the wars': a player's own are derived
from them by ``player_seeds``, so that no player holds the key to the war's luck.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import process_time
from typing import Protocol

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier
from game.engine.events import events_at
from game.engine.ladders import FLAT, R
from game.engine.luck import draw
from game.engine.many import Play, play_on, resolve_many
from game.engine.orders import Orders, SideOrders, join
from game.engine.prices import flat_places
from game.engine.resolve import prepare, resolve
from game.engine.score import score
from game.engine.sight import Sight, look
from game.engine.start import draw_tilts, draw_types
from game.engine.tables import Tables
from game.engine.view import report, view
from game.engine.world import World, take

Known = Callable[[int, int], Tables]
"""The tables of a side (first argument) cut at a counted quarter (second)."""


class DecidesMany(Protocol):
    """A policy without search."""

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return orders for every war."""
        ...


class DecidesOne(Protocol):
    """A player of one war."""

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return the quarter's orders."""
        ...


@dataclass
class Played:
    """What came of N wars: the last worlds, and how often each rung was ordered while they ran.

    ``scores`` (N, S); ``used`` (S, R) counts over the side's flat list; ``quarters`` played in
    all; ``seconds`` a decision of each side's took, where it was measured.
    """

    world: World
    scores: Floats
    used: Ints
    quarters: int
    seconds: tuple[list[float], list[float]] = field(default_factory=lambda: ([], []))


def openings(world: World, tables: Tables, seeds: Ints) -> World:
    """Return one war's start for every seed, with private types drawn anew from the priors."""
    many = take(world, np.zeros(len(seeds), dtype=np.int64))
    types = draw_types(seeds, tables)
    many = many.with_(tilt=draw_tilts(seeds, tables))
    return prepare(many.with_(resilience=types[:, 0], nerve=types[:, 1]), tables)


def player_seeds(seeds: Ints, side: int) -> Ints:
    """Return each war's seed for a player of ``side``: derived one way, never the war's own."""
    word = seeds.astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9) + np.uint64(side + 1)
    word = (word ^ (word >> np.uint64(29))) * np.uint64(0x94D049BB133111EB)
    return (word >> np.uint64(33)).astype(np.int64)


def unseen(world: World) -> None:
    """Watch nothing: wars that nobody watches may be played on at once."""


def play_batch(
    world: World,
    tables: Tables,
    policies: tuple[DecidesMany, DecidesMany],
    seeds: Ints,
    watch: Callable[[World], None] = unseen,
) -> Played:
    """Return N wars between two policies, played together to their end.

    ``watch`` is shown the worlds at the start of every quarter.
    """
    own = (player_seeds(seeds, WASHINGTON), player_seeds(seeds, HANOI))
    used, quarters = np.zeros((2, R), dtype=np.int64), 0
    played = None
    if watch is unseen:
        played = play_on(Play(world, seeds, tables, policies, own, tables.quarters))
    if played is not None:
        for rungs, ran in zip(played.rungs, played.ran, strict=True):
            count_rungs(used, rungs.transpose(2, 0, 1)[ran])
        world, quarters = played.world, int(played.ran.sum())
    while world.running.any():
        watch(world)
        orders = join(
            *(
                policies[side].decide_batch(look(world, side, tables), own[side])
                for side in (WASHINGTON, HANOI)
            )
        )
        count_used(used, orders, world)
        quarters += int(world.running.sum())
        luck = draw(seeds, int(world.quarter[world.running].max()))
        world = resolve_many(world, orders, events_at(tables, world.quarter), luck, tables)
    return Played(world, score(world, tables), used, quarters)


def play_one(
    world: World,
    tables: Tables,
    players: tuple[DecidesOne, DecidesOne],
    seed: int,
    known: Known,
    watch: Callable[[World], None] = unseen,
) -> Played:
    """Return one war between two players, each with its own dossier and nothing else.

    ``watch`` is shown the world at the start of every quarter.
    """
    used, quarters = np.zeros((2, R), dtype=np.int64), 0
    seconds: tuple[list[float], list[float]] = ([], [])
    dossiers = [opened(world, side, tables, known) for side in (WASHINGTON, HANOI)]
    while world.running[0]:
        watch(world)
        both = []
        for side in (WASHINGTON, HANOI):
            begun = process_time()
            both.append(players[side].decide(dossiers[side]))
            seconds[side].append(process_time() - begun)
        orders, quarters = join(both[0], both[1]), quarters + 1
        count_used(used, orders, world)
        luck = draw(np.array([seed], dtype=np.int64), int(world.quarter[0]))
        world, outcome = resolve(world, orders, events_at(tables, world.quarter), luck, tables)
        for side in (WASHINGTON, HANOI):
            told, seen = report(outcome, world, side), view(world, side, tables)
            today = known(side, int(world.quarter[0]))
            dossiers[side] = dossiers[side].grown(both[side], told, seen, today)
    return Played(world, score(world, tables), used, quarters, seconds)


def opened(world: World, side: int, tables: Tables, known: Known) -> Dossier:
    """Return a side's dossier on the first day of a war."""
    return Dossier(side, known(side, int(world.quarter[0])), (view(world, side, tables),))


def count_used(used: Ints, orders: Orders, world: World) -> None:
    """Add the rungs ordered in the running wars to ``used`` (S, R)."""
    count_rungs(used, orders.rungs[world.running])


def count_rungs(used: Ints, rungs: Ints) -> None:
    """Add ``rungs`` (N, S, L) to ``used`` (S, R)."""
    for side in (WASHINGTON, HANOI):
        slots = max(slot for slot, _ in FLAT[side]) + 1
        places = flat_places(side, rungs[:, side])[:, :slots]
        used[side] += np.bincount(places.ravel(), minlength=R)[:R]
