"""What the compiled rules gain: the same wars, quarters and decisions by both forms, in one run."""

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import process_time
from typing import Any, Final

import numpy as np

from game.engine import many
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import tables_known
from game.engine.orders import SideOrders
from game.engine.tables import Tables
from game.engine.world import World
from game.kernel import check, service
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS
from game.players.levels import level as depth
from game.players.thinking import Thinking
from game.record.matches import play_one

SEED: Final = 5  # of the war whose decisions are timed
SEEDS: Final = (11, 12)  # of the players
QUARTERS: Final = 4  # of it that are decided by each level
TOGETHER: Final = 256  # wars compared in one batch
STRATEGIST: Final = "strategist"


class _Enough(Exception):
    """The quarters that are timed are over."""


@contextmanager
def plain_rules() -> Any:
    """Have the plain rules run for a while."""
    kept = list(zip(many._FORMS, many._PLAYERS, strict=True))
    many.plainly()
    try:
        yield
    finally:
        for form, player in kept:
            many.quicken(form, player)


@dataclass
class _Timed:
    """A player whose decisions are timed and kept."""

    player: Thinking
    seconds: list[float]
    orders: list[SideOrders]

    def decide(self, dossier: Any) -> SideOrders:
        if dossier.quarter >= QUARTERS:
            raise _Enough
        begun = process_time()
        given = self.player.decide(dossier)
        self.seconds.append(process_time() - begun)
        self.orders.append(given)
        return given


def decisions(start: World, tables: Tables, name: str) -> tuple[float, list[SideOrders]]:
    """Return the mean milliseconds of a level's decision, and what it ordered, in one war."""
    seconds: list[float] = []
    orders: list[SideOrders] = []
    pair = [
        _Timed(Thinking(DOCTRINES[side][0], depth(name), SEEDS[side]), seconds, orders)
        for side in (WASHINGTON, HANOI)
    ]
    with suppress(_Enough):
        play_one(
            start,
            tables,
            (pair[0], pair[1]),
            SEED,
            lambda side, quarter: tables_known(tables, quarter),
        )
    return float(np.mean(seconds)) * 1e3, orders


def decision_rows(start: World, tables: Tables) -> dict[str, Any]:
    """Return milliseconds a decision by level, compiled and plain, and whether the strategist
    orders the same."""
    compiled, plain, same = {}, {}, True
    for known in LEVELS:
        compiled[known.name], quick = decisions(start, tables, known.name)
        with plain_rules():
            plain[known.name], slow = decisions(start, tables, known.name)
        same &= all(_same(one, other) for one, other in zip(quick, slow, strict=True))
    return {
        "decision_ms": compiled,
        "decision_ms_plain": plain,
        "decisions_same_orders": same,
        "strategist_over_plain": plain[STRATEGIST] / compiled[STRATEGIST],
    }


def _same(one: SideOrders, other: SideOrders) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in vars(one))


def same_digests(start: World, tables: Tables, wars: int) -> check.Compared:
    """Return how so many wars of random orders differ between the two forms."""
    told, machine = check.Compared(), service.built(start, tables)
    for first in range(0, wars, TOGETHER):
        seeds = np.arange(first, min(first + TOGETHER, wars))
        players = check.USUAL[first // TOGETHER % len(check.USUAL)]
        told += check.both_ways(machine, check.spread(start, len(seeds)), tables, seeds, players)
    return told
