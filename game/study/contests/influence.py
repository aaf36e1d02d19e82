"""How much of what happens the hidden rule decides: loss under ablations, types, ripeness, force.

The loss and the dates of opening are measured on doctrines without search, everything else on
wars between searching equals. Intervals are 95 %, by seeded resampling of whole wars.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats, Ints, Masks
from game.engine.postures import own_open_probability
from game.engine.score import score
from game.engine.sight import Sight
from game.engine.world import World
from game.players.doctrines import DOCTRINES
from game.players.hanoi import HanoiPolicy
from game.players.tempers import mixed, policy_of
from game.players.washington import WashingtonPolicy
from game.record.ratings import RESAMPLES, mean_interval
from game.study.contests.ablations import ABLATIONS, BLIND, Blind, ablated
from game.study.contests.influence_traces import (
    RIPE,
    MeasuredShare,
    at_bound,
    at_top,
    escalating,
    first_talks,
    shared,
    short_of_capital,
    types_interval,
)
from game.study.contests.play import Result, opened
from game.study.contests.posture_policies import (
    RuledPosture,
    all_doctrines,
    always_open,
    glancing,
    wars_under,
    when_ripe,
)
from game.study.contests.traces import Trace

LOSS_WARS: Final = 180  # of each policy under each ablation; the interval is then 7 points wide
DATES: Final = 1000  # wars, each with a date of opening of its own
WATCHED: Final = 2  # the place of Hanoi's doctrine whose posture is set: fight and talk

Interval = tuple[float, float, float]


def loss(campaign: str, wars: int, seed: int) -> dict[str, Interval]:
    """Return Hanoi's score when always open less its score when open as the rule calls the time
    ripe, same luck and types, under each ablation: mean, low, high."""
    return {name: mean_interval(losses(campaign, name, wars, seed), seed) for name in ABLATIONS}


def losses(campaign: str, name: str, wars: int, seed: int) -> Floats:
    """Return (N,) the loss of every war under one ablation."""
    _, plain, start = opened(campaign)
    tables, seeds = ablated(plain, name), np.arange(wars, dtype=np.int64) + seed
    policy = all_doctrines(WASHINGTON, wars)
    enemy = glancing(WASHINGTON, Blind(policy) if name == BLIND else policy)
    scores = []
    for rule in (always_open, when_ripe):
        own = RuledPosture(HANOI, watched(), rule).decide
        last, _ = wars_under(tables, start, (enemy, own), seeds)
        scores.append(score(last, tables)[:, HANOI])
    return scores[0] - scores[1]


def watched() -> HanoiPolicy | WashingtonPolicy:
    """Return the doctrine of Hanoi whose posture the measures set."""
    return policy_of(DOCTRINES[HANOI][WATCHED].temper)


def in_turn(wars: int) -> HanoiPolicy | WashingtonPolicy:
    """Return Hanoi's doctrines so that with Washington's in turn all pairs meet, war by war."""
    tempers = tuple(known.temper for known in DOCTRINES[HANOI])
    numbers = np.arange(wars, dtype=np.int64) // len(DOCTRINES[WASHINGTON])
    return policy_of(mixed(tempers, numbers % len(tempers)))


@dataclass
class Dated:
    """Hanoi closed until a date of its own in every war, then open; ``chance`` (N,) is noted on
    the date: the rule's probability that it opens at its own type, nan in a war over before."""

    dates: Ints
    chance: Floats

    def rule(self, world: World, sight: Sight) -> Masks:
        """Return in which wars the hand is open."""
        today = (world.quarter == self.dates) & world.running
        own = own_open_probability(world)[:, HANOI]
        self.chance = np.where(today, own, self.chance)
        return np.asarray(world.quarter >= self.dates)


def random_dates(campaign: str, wars: int, seed: int) -> tuple[Floats, Floats]:
    """Return the rule's chance of opening on a random date and Hanoi's score at the end, of the
    wars that reached their date, (M,) each."""
    _, tables, start = opened(campaign)
    luck = np.random.Generator(np.random.PCG64(seed))
    dates = luck.integers(int(start.quarter[0]), tables.quarters, wars)
    dated = Dated(dates, np.full(wars, np.nan))
    enemy = glancing(WASHINGTON, all_doctrines(WASHINGTON, wars))
    own = RuledPosture(HANOI, in_turn(wars), dated.rule).decide
    last, _ = wars_under(tables, start, (enemy, own), np.arange(wars, dtype=np.int64) + seed)
    reached = ~np.isnan(dated.chance)
    return dated.chance[reached], score(last, tables)[reached, HANOI]


def correlation(one: Floats, two: Floats, seed: int) -> Interval | None:
    """Return the correlation of two figures of the same wars (M,), with its interval; None where
    it is not defined: fewer than three wars, or a figure that does not vary."""
    if len(one) < 3 or one.std() == 0.0 or two.std() == 0.0:
        return None
    luck = np.random.Generator(np.random.PCG64(seed))
    drawn = luck.integers(0, len(one), (RESAMPLES, len(one)))
    made = _correlations(one[drawn], two[drawn])
    low, high = np.nanquantile(made, (0.025, 0.975))
    return float(_correlations(one[None], two[None])[0]), float(low), float(high)


def _correlations(one: Floats, two: Floats) -> Floats:
    """Return (B,) the correlations along the last axis; nan where a sample does not vary."""
    one, two = one - one.mean(axis=1, keepdims=True), two - two.mean(axis=1, keepdims=True)
    spread = np.sqrt((one**2).sum(axis=1) * (two**2).sum(axis=1))
    return np.asarray((one * two).sum(axis=1) / np.where(spread > 0.0, spread, np.nan))


def influence(
    campaign: str, results: list[Result], seed: int, sizes: tuple[int, int] = (LOSS_WARS, DATES)
) -> dict[str, Any]:
    """Return every measure; ``results`` are wars between searching equals, with their traces, and
    ``sizes`` how many wars of doctrines without search the loss and the random dates rest on.

    A figure that cannot be told from so few wars is None.
    """
    chance, scores = random_dates(campaign, sizes[1], seed)
    traces = [one.trace for one in results if one.trace is not None]
    talks, own = first_talks(results, traces)
    shares, types = shares_of(traces, talks, seed), typed(results, traces, seed)
    return {
        "campaign": campaign,
        "wars": {
            "loss": sizes[0],
            "random_date": len(chance),
            "searching": len(results),
            "searching_with_talks": len(talks),
        },
        "loss": {name: rounded(one) for name, one in loss(campaign, sizes[0], seed).items()},
        "types_share": {name: None if one is None else one[0] for name, one in types.items()},
        "ripeness_of_score": {
            "random_date": rounded(correlation(chance, scores, seed)),
            "searching": rounded(correlation(talks, own, seed)),
        },
        **{name: told(one, "share") for name, one in shares.items()},
        "intervals": {
            "types_share": {name: one and one[1:] for name, one in types.items()},
            **{name: told(one, "low", "high") for name, one in shares.items()},
        },
        "of": {
            "types_share": dict.fromkeys(SIDES, len(results)),
            **{name: told(one, "of") for name, one in shares.items()},
        },
    }


def shares_of(traces: list[Trace], talks: Floats, seed: int) -> dict[str, Any]:
    """Return the shares by name, a Share each or one a side."""
    made = {
        f"escalating_when_enemy_read_{name}": shared(
            [escalating(one, weak) for one in traces], seed
        )
        for name, weak in (("weak", True), ("resilient", False))
    }
    return {
        "belief_at_bound": sided(at_bound, traces, seed),
        "ripe_at_first_talks": shared([np.array([one > RIPE]) for one in talks], seed),
        "capital_below_ten": sided(short_of_capital, traces, seed),
        "top_rung_first_year": shared([at_top(one) for one in traces], seed),
        **made,
    }


def sided(
    holds: Callable[[Trace, int], Masks], traces: list[Trace], seed: int
) -> dict[str, MeasuredShare]:
    """Return the share of quarters in which something holds, by side."""
    return {
        name: shared([holds(one, side) for one in traces], seed) for side, name in enumerate(SIDES)
    }


def typed(results: list[Result], traces: list[Trace], seed: int) -> dict[str, list[float] | None]:
    """Return by side the share of scores, at the campaign's weights, that private types explain,
    with its interval."""
    scores = np.array([one.scores for one in traces])
    types = np.array([one.types.reshape(-1) for one in traces])
    names = [(one.job.washington.name, one.job.hanoi.name) for one in results]
    known = list(dict.fromkeys(names))
    pairs = np.array([known.index(name) for name in names])
    return {
        name: rounded(types_interval(scores[:, side], types, pairs, seed))
        for side, name in enumerate(SIDES)
    }


def told(one: MeasuredShare | dict[str, MeasuredShare], *names: str) -> Any:
    """Return the named figures of a share, or of one a side."""
    if isinstance(one, dict):
        return {side: told(share, *names) for side, share in one.items()}
    figures = [getattr(one, name) for name in names]
    made = [None if figure != figure else round(figure, 4) for figure in figures]
    return made[0] if len(made) == 1 else made


def rounded(figures: Interval | None) -> list[float] | None:
    """Return figures to four places; None where they are not defined."""
    if figures is None or any(figure != figure for figure in figures):
        return None
    return [round(figure, 4) for figure in figures]
