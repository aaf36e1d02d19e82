"""Was each collapse announced: the pinned dangers of many wars held against what came.

Wars of random, passive and scripted players on both sides, played in batches; each war's two
dossiers are looked at every quarter, as a player's would be.
"""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from game.engine.board import (
    CONSENT_BROKE,
    HANOI,
    NORTH_BROKE,
    SAIGON_FELL,
    SETTLED,
    WASHINGTON,
    Ints,
)
from game.engine.dossier import Dossier
from game.engine.events import events_at
from game.engine.luck import draw
from game.engine.orders import SideOrders, join, standing
from game.engine.resolve import resolve
from game.engine.sight import Sight, look
from game.engine.tables import Tables
from game.engine.view import View, view
from game.engine.world import World
from game.players.base import Policy
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.record.matches import openings, player_seeds
from game.study.contests.play import opened
from game.words.danger import OWNER, dangers, margin

BATCH: Final = 25  # wars played together
COLLAPSES: Final = {SAIGON_FELL: "saigon", CONSENT_BROKE: "consent", NORTH_BROKE: "north"}
PLAYERS: Final = ("random", "passive", "scripted")
LEAST: Final = 2  # quarters that a war must have for one to lie two before its end
SOON: Final = 4  # quarters within which a pinned collapse should come if nothing is mended


@dataclass
class WatchedWar:
    """One war: quarter by quarter which gauges stood pinned for their own side, and how far each
    stood above its floor; and how it ended."""

    pinned: list[set[str]] = field(default_factory=list)
    margins: list[dict[str, float]] = field(default_factory=list)
    ended: int = 0


class Passive:
    """Whoever touches nothing."""

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return standing orders in public."""
        return standing(sight.in_force, np.zeros(len(sight), dtype=np.int64))


def players_of(name: str, number: int) -> tuple[Policy, Policy]:
    """Return both players of a batch; scripted ones take turns at the doctrines."""
    if name == "random":
        return RandomLegal(), RandomLegal()
    if name == "passive":
        return Passive(), Passive()
    pairs = [(first, second) for first in DOCTRINES[WASHINGTON] for second in DOCTRINES[HANOI]]
    first, second = pairs[number % len(pairs)]
    return first.policy, second.policy


def watched(campaign: str, name: str, wars: int, seed: int) -> list[WatchedWar]:
    """Return ``wars`` wars of one kind of players."""
    _, tables, start = opened(campaign)
    made: list[WatchedWar] = []
    for number in range(-(-wars // BATCH)):
        seeds = np.arange(BATCH, dtype=np.int64) + seed + number * BATCH
        world = openings(start, tables, seeds)
        made += _batch(world, tables, players_of(name, number), seeds)
    return made[:wars]


def _batch(
    world: World, tables: Tables, players: tuple[Policy, Policy], seeds: Ints
) -> list[WatchedWar]:
    found = [WatchedWar() for _ in seeds]
    before: dict[tuple[int, int], View] = {}
    while world.running.any():
        for war in np.flatnonzero(world.running).tolist():
            pinned, margins = _looked(world, tables, war, before)
            found[war].pinned.append(pinned)
            found[war].margins.append(margins)
        both = [
            players[side].decide_batch(look(world, side, tables), player_seeds(seeds, side))
            for side in (0, 1)
        ]
        luck = draw(seeds, int(world.quarter[world.running].max()))
        world, _ = resolve(world, join(*both), events_at(tables, world.quarter), luck, tables)
    for war, ended in enumerate(world.ended.tolist()):
        found[war].ended = ended
    return found


def _looked(
    world: World, tables: Tables, war: int, before: dict[tuple[int, int], View]
) -> tuple[set[str], dict[str, float]]:
    """Return which of its own gauges each side's list holds, and how far from the floor."""
    pinned: set[str] = set()
    margins: dict[str, float] = {}
    for side in (WASHINGTON, HANOI):
        now = view(world, side, tables, war)
        views = (before.get((war, side)), now)
        before[war, side] = now
        papers = _papers(side, tables, views)
        own = [kind for kind, owner in OWNER.items() if owner == side]
        pinned |= {one.kind for one in dangers(papers) if one.kind in own}
        margins |= {kind: margin(kind, now, papers.facts) for kind in own}
    return pinned, margins


def _papers(side: int, tables: Tables, views: tuple[View | None, View]) -> Dossier:
    """Return a dossier of the last two quarters, which is all that the list reads."""
    earlier, now = views
    if earlier is None:
        return Dossier(side, tables, (now,))
    nothing: Any = None
    return Dossier(side, tables, (earlier, now), (nothing,), (nothing,), (tables,))


@dataclass(frozen=True)
class Shares:
    """What the pins of one kind of players' wars were worth; shares of collapses or of pins.

    ``two_before``: of the collapses, announced two quarters before to the side whose gauge it is;
    ``one_before``: one quarter before, of those that did not break within a single quarter, which
    is to say with the gauge still above its floor as it opened (``sudden``). ``came_soon``: of the
    times that a gauge came to stand pinned and was not mended within SOON quarters, how often it
    broke within them. ``pinned_when_signed``: the share of the quarters of wars that were signed in
    which the gauge that stood pinned most did so.
    """

    wars: int
    collapses: int
    two_before: float
    one_before: float
    sudden: int
    came_soon: float
    pins: int
    signed: int
    pinned_when_signed: float


def shares(wars: list[WatchedWar]) -> Shares:
    """Return what the pins were worth; where there was nothing to announce, 1."""
    fallen = [(war, COLLAPSES[war.ended]) for war in wars if war.ended in COLLAPSES]
    two = [kind in war.pinned[-2] for war, kind in fallen if len(war.pinned) >= LEAST]
    slow = [kind in war.pinned[-1] for war, kind in fallen if war.margins[-1][kind] < 0.0]
    began = [
        _came(war, kind, place)
        for war in wars
        for kind in OWNER
        for place in _starts(war, kind)
        if not _mended(war, kind, place)
    ]
    signed = [row for war in wars if war.ended == SETTLED for row in war.pinned]
    stood = [_mean([kind in row for row in signed]) for kind in OWNER] if signed else [0.0]
    return Shares(
        wars=len(wars),
        collapses=len(fallen),
        two_before=_mean(two),
        one_before=_mean(slow),
        sudden=len(fallen) - len(slow),
        came_soon=_mean(began),
        pins=len(began),
        signed=sum(war.ended == SETTLED for war in wars),
        pinned_when_signed=max(stood),
    )


def _starts(war: WatchedWar, kind: str) -> list[int]:
    """Return the quarters in which a gauge came to stand pinned."""
    return [
        place
        for place, row in enumerate(war.pinned)
        if kind in row and (place == 0 or kind not in war.pinned[place - 1])
    ]


def _came(war: WatchedWar, kind: str, place: int) -> bool:
    return COLLAPSES.get(war.ended) == kind and len(war.pinned) - place <= SOON


def _mended(war: WatchedWar, kind: str, place: int) -> bool:
    """Whether a pinned gauge rose above where it stood, or the war ended otherwise first."""
    if _came(war, kind, place):
        return False
    after = war.margins[place + 1 : place + 1 + SOON]
    return len(after) < SOON or max(row[kind] for row in after) > war.margins[place][kind]


def _mean(found: list[bool]) -> float:
    return float(np.mean(found)) if found else 1.0
