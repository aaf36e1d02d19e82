"""A tiny campaign as a tree: private types, every order on offer, three lucks a quarter.

A level is all wars that may stand at the start of a quarter, as one World. From a running war come
its children, one for each pair of orders and each luck. Who knows what is told by the dossiers: two
wars belong to one information set of a side when its dossiers on them are the same.
"""

from dataclasses import dataclass, fields
from fractions import Fraction
from itertools import product
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, build
from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier, tables_known
from game.engine.events import events_at
from game.engine.luck import NORMALS, UNIFORMS, Luck
from game.engine.orders import SideOrders, join
from game.engine.resolve import Outcome, prepare, resolve
from game.engine.score import score
from game.engine.tables import Tables
from game.engine.view import report, view
from game.engine.world import World, take
from game.players.base import stack
from game.problems import Problem
from game.research.tree_orders import TooMany, on_offer

MOST_NODES: Final = 100_000  # in Gambit's count: the root, decisions, lucks and ends
LUCKS: Final = ("low", "neutral", "high")
"""All draws of a quarter at the middle of the lowest, the middle or the highest third of what they
may be; each has probability one third."""
UNIFORM_AT: Final = (1 / 6, 1 / 2, 5 / 6)
NORMAL_AT: Final = (-0.9674215661017014, 0.0, 0.9674215661017014)  # the normal's quantiles there

Key = tuple[Any, ...]


@dataclass(frozen=True)
class InformationSet:
    """An information set: the dossier of its side, and the orders it may give, one a row."""

    side: int
    dossier: Dossier
    orders: SideOrders
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class TreeLevel:
    """The N wars that may stand at the start of a quarter.

    ``sets``: by side (N,), the number of a running war's information set in ``known``; -1 where the
    war has ended. ``first`` (N,): the place of a running war's first child in the next level; the
    others follow, Washington's order changing slowest and luck fastest. ``points`` (N, S): scores.
    """

    world: World
    sets: tuple[Ints, Ints]
    known: tuple[tuple[InformationSet, ...], tuple[InformationSet, ...]]
    first: Ints
    points: Floats

    def __len__(self) -> int:
        return len(self.world)

    def both(self, war: Any) -> tuple[InformationSet, InformationSet]:
        """Return both sides' information sets in a running war."""
        washington, hanoi = (self.known[side][self.sets[side][war]] for side in (0, 1))
        return washington, hanoi

    @property
    def nodes(self) -> int:
        """How many nodes the level has in Gambit's count."""
        running = np.flatnonzero(self.sets[0] >= 0)
        pairs = [tuple(len(known) for known in self.both(war)) for war in running]
        return len(self) + sum(own + own * theirs for own, theirs in pairs)


@dataclass(frozen=True)
class Tree:
    """A whole tree; ``chances`` are those of the first level's wars, one a kind of governments."""

    title: str
    chances: tuple[Fraction, ...]
    kinds: tuple[str, ...]
    levels: tuple[TreeLevel, ...]

    @property
    def nodes(self) -> int:
        """How many nodes the tree has in Gambit's count."""
        return 1 + sum(level.nodes for level in self.levels)


@dataclass
class Files:
    """Both sides' dossiers on each war of a level, and keys that are equal when they are."""

    dossiers: tuple[list[Dossier], list[Dossier]]
    keys: tuple[list[Key], list[Key]]


def grow(campaign: Campaign) -> Tree:
    """Return the tree of a campaign; Problem when it has more than MOST_NODES nodes."""
    tables, start = build(campaign)
    world, chances, kinds = openings(tables, start)
    files, levels = _first_files(world, tables), list[TreeLevel]()
    try:
        while True:
            level = _level(world, files, tables)
            levels.append(level)
            tree = Tree(campaign.title, chances, kinds, tuple(levels))
            children = 3 * (level.nodes - len(level))  # at the most
            if tree.nodes > MOST_NODES or children > MOST_NODES:
                raise TooMany(f"more than {MOST_NODES:,} nodes")
            if not world.running.any():
                return tree
            world, files = _grown(level, files, tables)
    except TooMany as many:
        raise Problem(
            f"{campaign.name}: {many}. Shorten the campaign or offer fewer rungs ([offered] in its "
            "file, docs/campaigns.md)."
        ) from None


def openings(tables: Tables, start: World) -> tuple[World, tuple[Fraction, ...], tuple[str, ...]]:
    """Return a start for each pair of resiliences, with its chance and its name.

    Nerve, which moves prices and nothing else, is the one on record.
    """
    pairs = list(product((0, 1), repeat=2))
    priors = [Fraction(str(prior)) for prior in tables.priors.resilient]
    chances = tuple(
        (priors[0] if one else 1 - priors[0]) * (priors[1] if two else 1 - priors[1])
        for one, two in pairs
    )
    words = ("low", "high")
    kinds = tuple(f"Washington {words[one]}, Hanoi {words[two]}" for one, two in pairs)
    world = take(start, np.zeros(len(pairs), dtype=np.int64))
    return prepare(world.with_(resilience=np.array(pairs)), tables), chances, kinds


def three_lucks(wars: int) -> Luck:
    """Return the three lucks of each of ``wars`` pairs of orders, luck changing fastest."""
    rows = [*([NORMAL_AT] * len(NORMALS)), *([UNIFORM_AT] * len(UNIFORMS))]
    return Luck(np.tile(np.array(rows), (1, wars)))


def _first_files(world: World, tables: Tables) -> Files:
    cut = tables_known(tables, int(world.quarter[0]))
    views = [[view(world, side, tables, war) for war in range(len(world))] for side in (0, 1)]
    dossiers = [[Dossier(side, cut, (seen,)) for seen in views[side]] for side in (0, 1)]
    keys = [[(told(seen),) for seen in views[side]] for side in (0, 1)]
    return Files((dossiers[0], dossiers[1]), (keys[0], keys[1]))


def _level(world: World, files: Files, tables: Tables) -> TreeLevel:
    """Return the level of these wars, its information sets found from their keys."""
    running = np.flatnonzero(world.running)
    sets, known = [], []
    for side in (WASHINGTON, HANOI):
        numbers, found = dict[Key, int](), list[InformationSet]()
        own = np.full(len(world), -1)
        for war in running:
            key = files.keys[side][war]
            if key not in numbers:
                numbers[key] = len(found)
                dossier = files.dossiers[side][war]
                found.append(InformationSet(side, dossier, *on_offer(dossier)))
            own[war] = numbers[key]
        sets.append(own)
        known.append(tuple(found))
    made = TreeLevel(
        world,
        (sets[0], sets[1]),
        (known[0], known[1]),
        np.zeros(len(world), int),
        score(world, tables),
    )
    counts = np.zeros(len(world), dtype=np.int64)
    for war in running:
        washington, hanoi = made.both(war)
        counts[war] = len(washington) * len(hanoi) * len(LUCKS)
    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
    return TreeLevel(world, made.sets, made.known, first, made.points)


def _grown(level: TreeLevel, files: Files, tables: Tables) -> tuple[World, Files]:
    """Return every child of a level's running wars, with the dossiers that grew."""
    parents, picks = _pairs(level)
    both = []
    for side in (WASHINGTON, HANOI):
        rows = [
            level.known[side][level.sets[side][war]].orders.take([pick[side]])
            for war, pick in zip(parents, picks, strict=True)
        ]
        both.append(stack(rows).take(np.repeat(np.arange(len(rows)), len(LUCKS))))
    opening = take(level.world, np.repeat(parents, len(LUCKS)))
    events, luck = events_at(tables, opening.quarter), three_lucks(len(parents))
    world, outcome = resolve(opening, join(both[0], both[1]), events, luck, tables)
    return world, _grown_files(level, files, world, outcome, both, parents, tables)


def _pairs(level: TreeLevel) -> tuple[Ints, list[tuple[int, int]]]:
    """Return for each pair of orders the war it is given in and both orders' numbers."""
    parents, picks = [], []
    for war in np.flatnonzero(level.sets[0] >= 0):
        washington, hanoi = level.both(int(war))
        for pick in product(range(len(washington)), range(len(hanoi))):
            parents.append(int(war))
            picks.append(pick)
    return np.array(parents), picks


def _grown_files(
    level: TreeLevel,
    files: Files,
    world: World,
    outcome: Outcome,
    both: list[SideOrders],
    parents: Ints,
    tables: Tables,
) -> Files:
    """Return the dossiers of the children; an ended war's, which nobody reads, stay as they were.

    A side forgets nothing, so what it knew is told by the number of its last information set.
    """
    cut = tables_known(tables, int(world.quarter.max()))
    dossiers, keys = (list[Dossier](), list[Dossier]()), (list[Key](), list[Key]())
    running = world.running
    for side, given in enumerate(both):
        for war in range(len(world)):
            before = int(parents[war // len(LUCKS)])
            dossier = files.dossiers[side][before]
            key: Key = (int(level.sets[side][before]),)
            if running[war]:
                news, seen = report(outcome, world, side, war), view(world, side, tables, war)
                own = given.take([war])
                dossier = dossier.grown(own, news, seen, cut)
                key = (*key, told(own), told(news), told(seen))
            dossiers[side].append(dossier)
            keys[side].append(key)
    return Files(dossiers, keys)


def told(record: Any) -> Key:
    """Return everything a view, a report or orders hold, as something to compare by."""
    parts = {entry.name: getattr(record, entry.name) for entry in fields(record)}
    parts |= parts.pop("fields", {})
    return tuple(
        value.tobytes() if isinstance(value, np.ndarray) else value for value in parts.values()
    )
