"""Fitting the value of unfinished wars: rows from wars between mixed tempers and between searching
players, half kept out.

Searching players sign early, and from their wars alone nobody could learn what fighting on is
worth; so in three of four of these wars a side may not sign before a quarter drawn by chance.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.campaign import FULL
from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders
from game.engine.tables import Tables
from game.engine.world import World
from game.players.base import draws
from game.players.doctrines import DOCTRINES
from game.players.levels import Level
from game.players.tempers import mixed, plans, policy_of
from game.players.thinking import Thinking
from game.players.values import as_module, features, fit, points, spread
from game.record.matches import openings, play_one, player_seeds
from game.record.value_rows import rows_of_wars
from game.study.contests.play import known, opened
from game.study.pool import each, workers

WARS = 300  # a batch
BATCHES = 4  # of each campaign
SEARCHED = {FULL: 72, "tet": 30}  # campaigns; wars between searching players
COUNTS = 6.0  # what a quarter between searching players counts beside one between tempers
STUDENT = Level("student", "Student", 160, 24, 8, 4, 6, 6, 1.0, 3.0, 0.3)
"""Searches as far as the highest level, less widely: half as dear. Calibrated by hand."""
NOTE = """Weights of the value of an unfinished war, (F, 4), in the order of ``values.features``:
Washington's aims and people, Hanoi's aims and people, in points of the score.

{fit}
"""
FIT = (
    "Calibrated by ``python main.py match --refit-values``: ridge regression of final points on "
    "{rows} quarters of {wars} wars, {searched} of them between searching players. Share of the "
    "variance of scores explained in the half of those that was kept out: Washington "
    "{washington:.2f}, Hanoi {hanoi:.2f}."
)
WIDTH = 100  # columns of a line of code


@dataclass(frozen=True)
class Rows:
    """Quarters of wars: features (M, F), the war's final points (M, 4), the war's number (M,)."""

    figures: Floats
    finals: Floats
    war: Ints


@dataclass(frozen=True)
class Fitted:
    """Weights, and the share of the variance of scores explained in the wars kept out (S,)."""

    weights: Floats
    explained: Floats
    rows: int
    wars: int
    searched: int

    @property
    def module(self) -> str:
        """The text of ``game/players/value_weights.py``."""
        fit = FIT.format(
            rows=self.rows,
            wars=self.wars,
            searched=self.searched,
            washington=self.explained[WASHINGTON],
            hanoi=self.explained[HANOI],
        )
        lines = textwrap.fill(fit, WIDTH, break_on_hyphens=False)
        return as_module(self.weights, NOTE.format(fit=lines))


@dataclass(frozen=True)
class Barred:
    """A searching player that may not sign before a counted quarter."""

    player: Thinking
    until: int

    def decide(self, dossier: Dossier) -> SideOrders:
        """Return its orders, without a signature while that is barred."""
        orders = self.player.decide(dossier)
        if dossier.quarter >= self.until:
            return orders
        return replace(orders, accept=np.zeros_like(orders.accept))


def refit(seed: int, cores: int = 0) -> Iterator[Fitted | None]:
    """Yield None for every war between searching players played, and last the fitted value."""
    wars = np.arange(WARS, dtype=np.int64)
    rows = [
        _batch(campaign, wars + (place * BATCHES + batch) * WARS + seed * 1_000_000)
        for place, campaign in enumerate(SEARCHED)
        for batch in range(BATCHES)
    ]
    lessons = [
        (campaign, number + seed * 1_000_000)
        for campaign, count in SEARCHED.items()
        for number in range(count)
    ]
    searched = []
    with workers(cores) as pool:
        for found in each(lesson, lessons, pool):
            searched.append(found)
            yield None
    searched.sort(key=lambda part: int(part.war[0]))  # they come in no order
    yield fitted(rows, searched)


def fitted(rows: list[Rows], searched: list[Rows]) -> Fitted:
    """Return the value fitted on both kinds of wars."""
    every = [*rows, *searched]
    figures = np.concatenate([part.figures for part in every])
    finals = np.concatenate([part.finals for part in every])
    war = np.concatenate([part.war for part in every])
    plain = sum(len(part.war) for part in rows)
    counts = np.where(np.arange(len(war)) < plain, 1.0, COUNTS)
    kept = war % 2 == 0
    trial = fit(figures[kept], finals[kept], counts[kept])
    tested = ~kept & (counts > 1.0)
    explained = spread(scores(finals[tested]), scores(figures[tested] @ trial))
    wars = sum(len(np.unique(part.war)) for part in every)
    return Fitted(fit(figures, finals, counts), explained, len(war), wars, len(searched))


def scores(made: Floats) -> Floats:
    """Return (M, S) both sides' scores from their points (M, 4)."""
    return np.asarray(made.reshape(-1, 2, 2).sum(axis=2))


def lesson(job: tuple[str, int]) -> Rows:
    """Return the rows of one war between searching players of doctrines drawn by its seed."""
    campaign, seed = job
    _, tables, start = opened(campaign)
    seeds = np.array([seed], dtype=np.int64)
    chance = draws(seeds, 2, 5)[0]
    free, alike = chance[4] < 0.25, int(chance[4] * 8) % 2 == 0  # one war in four; one in two
    drawn = [int(chance[place] * tables.quarters) for place in (2, 2 if alike else 3)]
    bars = [0, 0] if free else drawn
    own = [int(player_seeds(seeds, side)[0]) for side in (WASHINGTON, HANOI)]
    made = [
        Barred(Thinking(DOCTRINES[side][int(chance[side] * 3)], STUDENT, own[side]), bars[side])
        for side in (WASHINGTON, HANOI)
    ]
    found: list[Floats] = []
    played = play_one(
        openings(start, tables, seeds),
        tables,
        (made[0], made[1]),
        seed,
        lambda side, quarter: known(campaign, side, quarter),
        lambda world: found.append(features(world, tables)[0]),
    )
    last = np.repeat(final_points(played.world, tables), len(found), axis=0)
    return Rows(np.array(found), last, np.full(len(found), seed))


def final_points(world: World, tables: Tables) -> Floats:
    """Return (N, 4) both sides' points for aims and for people, a side after the other."""
    return points(world, tables).reshape(-1, 4)


def _batch(campaign: str, seeds: Ints) -> Rows:
    """Return the rows of one batch of wars between tempers drawn by seed."""
    _, tables, start = opened(campaign)
    chance = draws(seeds, 1, 2)
    policies = []
    for side in (WASHINGTON, HANOI):
        pool = tuple(plan for known in DOCTRINES[side] for plan in plans(known))
        which = np.floor(chance[:, side] * len(pool)).astype(np.int64)
        policies.append(policy_of(mixed(pool, which)))
    world = openings(start, tables, seeds)
    both = (policies[WASHINGTON], policies[HANOI])
    figures, finals, war = rows_of_wars(world, tables, both, seeds, features, final_points)
    return Rows(figures, finals, seeds[war])
