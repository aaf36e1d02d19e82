"""Contests: wars between named players on all cores, each from its own seed, spawn-safe.

A job names everything a worker needs; workers load the campaign once. Policies without search play
all their wars in one batch in this process.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from game.campaign import build, known_effects, load
from game.campaign.campaign import Campaign
from game.campaign.history import recorded
from game.engine.board import HANOI, WASHINGTON
from game.engine.orders import SideOrders
from game.engine.score import scored
from game.engine.tables import Tables, cut
from game.engine.world import World
from game.players.base import Glancing, Policy
from game.players.roster import Contender, player, policy
from game.players.thinking import Thinking
from game.record.matches import Played, openings, play_batch, play_one, player_seeds
from game.study.contests import policy_files
from game.study.contests.reasons import explained
from game.study.contests.traces import Trace, trace
from game.study.pool import each, workers


@dataclass(frozen=True)
class WarJob:
    """One war to be played: the campaign's name or file, both players, the war's seed."""

    campaign: str
    washington: Contender
    hanoi: Contender
    seed: int


@dataclass(frozen=True)
class Result:
    """What came of a war: scores (Washington, Hanoi), ending, quarters, rungs used (S, R), seconds
    of one core a decision of each side took, what the searching sides said of their choices, and
    of a war played alone its trace and both sides' points for aims."""

    job: WarJob
    scores: tuple[float, float]
    ended: int
    quarters: int
    used: tuple[tuple[int, ...], ...]
    seconds: tuple[tuple[float, ...], tuple[float, ...]]
    said: tuple[tuple[tuple[str, str, str], ...], ...] = ((), ())
    trace: Trace | None = field(default=None, compare=False)
    aims: tuple[float, float] = (0.0, 0.0)


@cache
def opened(name: str) -> tuple[Campaign, Tables, World]:
    """Return a campaign, its tables and its start; once a process."""
    campaign = load(name)
    tables, start = build(campaign)
    return campaign, tables, start


@cache
def recorded_rows(name: str, side: int) -> tuple[SideOrders, ...]:
    """Return a side's recorded orders by counted quarter; once a process."""
    return recorded(opened(name)[0], side)


@cache
def known(name: str, side: int, quarter: int) -> Tables:
    """Return the tables of a side cut at a counted quarter."""
    campaign, tables, _ = opened(name)
    return cut(tables, known_effects(campaign, side, min(quarter, tables.quarters - 1)))


def play(job: WarJob) -> Result:
    """Return one war between players that need a dossier."""
    _, tables, start = opened(job.campaign)
    seeds = np.array([job.seed], dtype=np.int64)
    sides = (job.washington, job.hanoi)
    players = [
        seated(job.campaign, entry, int(player_seeds(seeds, side)[0]))
        for side, entry in enumerate(sides)
    ]
    world = openings(start, tables, seeds)
    gone: list[World] = []
    played = play_one(
        world,
        tables,
        (players[WASHINGTON], players[HANOI]),
        job.seed,
        lambda side, quarter: known(job.campaign, side, quarter),
        gone.append,
    )
    said = [
        tuple(explained(one.log, tables.first)) if isinstance(one, Thinking) else ()
        for one in players
    ]
    seconds = (tuple(played.seconds[0]), tuple(played.seconds[1]))
    found = _result(job, played, 0, seconds, tuple(said))
    aims = scored(played.world, tables).aims[0]
    return replace(
        found, trace=trace(gone, played.world, tables), aims=(float(aims[0]), float(aims[1]))
    )


def seated(campaign: str, entry: Contender, seed: int) -> Thinking | Glancing:
    """Return a player of one war, from the roster or from a policy file."""
    if policy_files.is_named(entry.name):
        return Glancing(policy_files.policy(entry.name), seed)
    return player(entry, seed, _rows(campaign, entry))


def glancing(campaign: str, entry: Contender) -> Policy:
    """Return a player without search of many wars, from the roster or from a policy file."""
    if policy_files.is_named(entry.name):
        return policy_files.policy(entry.name)
    return policy(entry, _rows(campaign, entry))


def _rows(campaign: str, entry: Contender) -> tuple[SideOrders, ...]:
    return recorded_rows(campaign, entry.side) if entry.name == "record" else ()


def _result(
    job: WarJob,
    played: Played,
    war: int,
    seconds: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
    said: tuple[tuple[tuple[str, str, str], ...], ...] = ((), ()),
) -> Result:
    world = played.world
    began = int(opened(job.campaign)[2].quarter[0])
    return Result(
        job=job,
        scores=(float(played.scores[war, 0]), float(played.scores[war, 1])),
        ended=int(world.ended[war]),
        quarters=int(world.quarter[war]) - began,
        used=tuple(tuple(int(n) for n in row) for row in played.used),
        seconds=seconds,
        said=said,
    )


def play_together(jobs: list[WarJob]) -> list[Result]:
    """Return the wars of jobs that share campaign and players without search, in one batch.

    ``used`` counts the whole batch and stands with its first war.
    """
    first = jobs[0]
    _, tables, start = opened(first.campaign)
    seeds = np.array([job.seed for job in jobs], dtype=np.int64)
    policies = tuple(glancing(first.campaign, one) for one in (first.washington, first.hanoi))
    played = play_batch(openings(start, tables, seeds), tables, (policies[0], policies[1]), seeds)
    found = [_result(job, played, war) for war, job in enumerate(jobs)]
    blank = tuple(tuple(0 for _ in row) for row in found[0].used)
    return [found[0], *(_without_used(result, blank) for result in found[1:])]


def _without_used(result: Result, blank: tuple[tuple[int, ...], ...]) -> Result:
    return Result(result.job, result.scores, result.ended, result.quarters, blank, result.seconds)


def play_all(jobs: list[WarJob], cores: int = 0, pool: Executor | None = None) -> Iterator[Result]:
    """Yield the results of all jobs as they come: batches for players without search, the others
    one by one on all cores, in ``pool`` if one is at hand."""
    together: dict[tuple[str, Contender, Contender], list[WarJob]] = {}
    alone = []
    for job in jobs:
        if job.washington.glances and job.hanoi.glances:
            together.setdefault((job.campaign, job.washington, job.hanoi), []).append(job)
        else:
            alone.append(job)
    for batch in together.values():
        yield from play_together(batch)
    if pool is not None:
        yield from each(play, alone, pool)
    elif len(alone) <= 1 or cores == 1:
        yield from map(play, alone)
    else:
        with workers(min(cores or os.cpu_count() or 1, len(alone))) as own:
            yield from each(play, alone, own)
