"""What opening early, late, always or never comes to: posture policies, otherwise equal play.

A posture policy takes a doctrine's orders and changes only when the hand is open. One of them reads
the rule's own prediction, which no player may: these policies are for analysis and sit in no game.
Every policy plays the same wars with the same luck and the same private types.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.engine.board import CONSENT_BROKE, HANOI, WASHINGTON, Floats, Ints, Masks
from game.engine.events import events_at
from game.engine.ladders import (
    LADDERS,
    SLOTS,
    Bombing,
    Effort,
    MessageKind,
    Posture,
    TroopMoves,
    slot_of,
)
from game.engine.luck import draw
from game.engine.many import resolve_many
from game.engine.orders import NO_TERMS, SideOrders, join
from game.engine.score import score
from game.engine.sight import Sight, look
from game.engine.tables import Tables
from game.engine.world import World
from game.players.bargaining import package
from game.players.base import Policy, payable
from game.players.diplomacy import TALKS, message
from game.players.doctrines import DOCTRINES
from game.players.hanoi import HanoiPolicy
from game.players.tempers import mixed, policy_of
from game.players.washington import WashingtonPolicy
from game.record.matches import openings, player_seeds
from game.record.ratings import mean_interval
from game.study.contests.play import opened

Rule = Callable[[World, Sight], Masks]
"""Which of N wars the hand is open in, from the world as it truly is: for analysis only."""

SIX_QUARTERS = 6  # how long the hand stays open after an offensive
EARLY = 12  # quarters: the years 1965 to 1967 of the full campaign
PAUSE = (4, 8)  # counted quarters of 1966
RIPE = 0.5  # chance of opening above which the rule calls the time ripe


@dataclass(frozen=True)
class RuledPosture:
    """A policy whose posture follows a rule; the rest of its orders are its doctrine's."""

    side: int
    policy: HanoiPolicy | WashingtonPolicy
    rule: Rule

    def decide(self, world: World, tables: Tables, seeds: Ints) -> SideOrders:
        """Return the doctrine's orders with the posture the rule gives."""
        sight = look(world, self.side, tables)
        orders = self.policy.decide_batch(sight, seeds)
        is_open = self.rule(world, sight)
        rungs, slot = orders.rungs.copy(), slot_of(self.side, "posture")
        rungs[:, slot] = np.where(is_open, TALKS, 0)
        rungs[:, slot_of(self.side, "message")] = message(sight, is_open)
        asked = package(sight, self.policy.temper.table, is_open)
        terms = np.where(is_open[:, None], asked, NO_TERMS)
        return payable(replace(orders, rungs=rungs, terms=terms), sight, (slot,))


def always_open(world: World, sight: Sight) -> Masks:
    """The hand is always out."""
    return np.full(len(world), True)


def always_closed(world: World, sight: Sight) -> Masks:
    """The hand is never out."""
    return np.full(len(world), False)


def at_first_offer(world: World, sight: Sight) -> Masks:
    """Open from the first offer of the enemy on."""
    asked = sight.offered[:, sight.enemy] == 1
    return np.asarray(asked | (sight.openness[:, sight.side] >= 0.5))


def when_ripe(world: World, sight: Sight) -> Masks:
    """Open when a highly resilient sender would rather be open than not, by the rule's reading."""
    return np.asarray(world.open_high[:, sight.side] > RIPE)


def early(world: World, sight: Sight) -> Masks:
    """Open from 1965 to 1967, then as ``when_ripe``."""
    return np.asarray((world.quarter < EARLY) | when_ripe(world, sight))


def after_offensive(world: World, sight: Sight) -> Masks:
    """Open for some quarters after an own general offensive, as long as the hand was kept open."""
    effort = SLOTS[HANOI]["effort"]
    struck = (world.reached[:, HANOI, effort] == Effort.OFFENSIVE).any(axis=1)
    struck |= (world.reached_before[:, HANOI, effort] == Effort.OFFENSIVE).any(axis=1)
    staying = (world.openness[:, HANOI] >= 0.5) & (
        world.novelty_spent[:, HANOI] > 0.6**SIX_QUARTERS
    )
    return np.asarray(struck | staying)


HANOI_RULES: dict[str, Rule] = {
    "always open": always_open,
    "always closed": always_closed,
    "open at the first offer": at_first_offer,
    "open when ripe": when_ripe,
    "open 1965-67, then when ripe": early,
    "open after an own offensive": after_offensive,
}


@dataclass(frozen=True)
class PolicyRow:
    """What a policy came to: its mean score with interval, its gain on the rule's own policy with
    interval (same wars), the score by the side's own resilience (low, high), and how the side
    stood at the end."""

    name: str
    score: tuple[float, float, float]
    gain: tuple[float, float, float]
    by_type: tuple[float, float]
    enemy_score: float
    settled: float
    collapsed: float
    notes: dict[str, float]


Decides = Callable[[World, Tables, Ints], SideOrders]


def wars(campaign: str, sides: tuple[Decides, Decides], seeds: Ints) -> tuple[World, Floats]:
    """Return the last worlds of wars between two analysis policies, and Hanoi's mean chance of
    opening (by its true type) over the quarters played, (N,)."""
    _, tables, start = opened(campaign)
    return wars_under(tables, start, sides, seeds)


def wars_under(
    tables: Tables, start: World, sides: tuple[Decides, Decides], seeds: Ints
) -> tuple[World, Floats]:
    """Return the same for a start under any tables, such as those with a switch of the rule off."""
    world = openings(start, tables, seeds)
    own = [player_seeds(seeds, side) for side in (WASHINGTON, HANOI)]
    chance, played = np.zeros(len(seeds)), np.zeros(len(seeds))
    while world.running.any():
        high = world.resilience[:, HANOI] == 1
        now = np.where(high, world.open_high[:, HANOI], world.open_low[:, HANOI])
        chance += np.where(world.running, now, 0.0)
        played += world.running
        orders = join(*(sides[side](world, tables, own[side]) for side in (0, 1)))
        luck = draw(seeds, int(world.quarter[world.running].max()))
        world = resolve_many(world, orders, events_at(tables, world.quarter), luck, tables)
    return world, chance / np.maximum(played, 1.0)


def glancing(side: int, policy: Policy) -> Decides:
    """Return a policy without search as an analysis policy."""
    return lambda world, tables, seeds: policy.decide_batch(look(world, side, tables), seeds)


def all_doctrines(side: int, count: int) -> Policy:
    """Return the side's three doctrines in turn, war by war."""
    tempers = tuple(known.temper for known in DOCTRINES[side])
    return policy_of(mixed(tempers, np.arange(count) % len(tempers)))


def hanoi_tournament(campaign: str, games: int, seed: int) -> list[PolicyRow]:
    """Return Hanoi's posture policies, best first, each against all of Washington's doctrines."""
    _, tables, _ = opened(campaign)
    seeds = np.arange(games, dtype=np.int64) + seed
    base = policy_of(DOCTRINES[HANOI][2].temper)
    enemy = glancing(WASHINGTON, all_doctrines(WASHINGTON, games))
    found = {}
    for name, rule in HANOI_RULES.items():
        watched = RuledPosture(HANOI, base, rule)
        found[name], _ = wars(campaign, (enemy, watched.decide), seeds)
    return _rows(found, "open when ripe", HANOI, tables, seed)


def _rows(
    found: dict[str, World], standard: str, side: int, tables: Tables, seed: int
) -> list[PolicyRow]:
    scores = {name: score(world, tables) for name, world in found.items()}
    rows = []
    for name, world in found.items():
        own = scores[name][:, side]
        gain = own - scores[standard][:, side]
        rows.append(
            PolicyRow(
                name,
                mean_interval(own, seed),
                mean_interval(gain, seed),
                _by_type(own, world.resilience[:, side]),
                float(scores[name][:, 1 - side].mean()),
                float((world.ended == 1).mean()),
                float(np.isin(world.ended, (2, 3, 4)).mean()),
                _notes(world),
            )
        )
    return sorted(rows, key=lambda row: -row.score[0])


def _by_type(own: Floats, resilience: Ints) -> tuple[float, float]:
    """Return the mean score of a low and of a high type; nan for a type that was never drawn."""
    means = [own[resilience == kind] for kind in (0, 1)]
    low, high = (float(part.mean()) if len(part) else float("nan") for part in means)
    return low, high


def _notes(world: World) -> dict[str, float]:
    return {
        "approval": float(world.approval.mean()),
        "opposition": float(world.opposition.mean()),
        "washington_capital": float(world.capital[:, WASHINGTON].mean()),
        "consent_broke": float((world.ended == CONSENT_BROKE).mean()),
    }


@dataclass(frozen=True)
class Escalating:
    """Washington raises every ladder of war it can, every quarter."""

    policy: Policy

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return the doctrine's orders with every ladder of war a rung up."""
        orders = self.policy.decide_batch(sight, seeds)
        rungs = orders.rungs.copy()
        for ladder in LADDERS[WASHINGTON]:
            if ladder.war:
                slot = slot_of(WASHINGTON, ladder.name)
                above = np.maximum(sight.reached, sight.reached_before)[:, slot] + 1
                rungs[:, slot] = np.minimum(above, len(ladder.rungs) - 1)
        rungs[:, slot_of(WASHINGTON, "troops")] = TroopMoves.IN_FAST
        troops = np.full(len(sight), 100.0)
        return payable(replace(orders, rungs=rungs, troops=troops), sight)


@dataclass(frozen=True)
class Pausing:
    """Washington halts the bombing for a year with its hand out, before anything has been shown."""

    policy: Policy

    def decide_batch(self, sight: Sight, seeds: Ints) -> SideOrders:
        """Return the doctrine's orders, without bombs in the pause."""
        orders = self.policy.decide_batch(sight, seeds)
        rungs = orders.rungs.copy()
        paused = (sight.quarter >= PAUSE[0]) & (sight.quarter < PAUSE[1])
        slot = slot_of(WASHINGTON, "bombing")
        rungs[:, slot] = np.where(paused, Bombing.HALT, rungs[:, slot])
        return payable(replace(orders, rungs=rungs), sight)


def washington_tournament(campaign: str, games: int, seed: int) -> list[PolicyRow]:
    """Return Washington's ways, best first, each against all of Hanoi's doctrines."""
    _, tables, _ = opened(campaign)
    seeds = np.arange(games, dtype=np.int64) + seed
    base = policy_of(DOCTRINES[WASHINGTON][0].temper)
    enemy = glancing(HANOI, all_doctrines(HANOI, games))
    ways: dict[str, Decides] = {
        "graduated pressure": glancing(WASHINGTON, base),
        "the same, a pause in 1966": glancing(WASHINGTON, Pausing(base)),
        "the same, always escalating": glancing(WASHINGTON, Escalating(base)),
        "closed": RuledPosture(WASHINGTON, base, always_closed).decide,
        "closed, always escalating": _closed(Escalating(base)),
    }
    found, chances = {}, {}
    for name, decides in ways.items():
        found[name], chances[name] = wars(campaign, (decides, enemy), seeds)
    rows = _rows(found, "graduated pressure", WASHINGTON, tables, seed)
    return [
        replace(row, notes={**row.notes, "hanoi_opens": float(chances[row.name].mean())})
        for row in rows
    ]


def _closed(policy: Policy) -> Decides:
    """Return a policy that refuses whatever is offered."""

    def decides(world: World, tables: Tables, seeds: Ints) -> SideOrders:
        sight = look(world, WASHINGTON, tables)
        orders = policy.decide_batch(sight, seeds)
        rungs = orders.rungs.copy()
        rungs[:, slot_of(WASHINGTON, "posture")] = Posture.REFUSE
        rungs[:, slot_of(WASHINGTON, "message")] = MessageKind.NONE
        return payable(replace(orders, rungs=rungs), sight)

    return decides
