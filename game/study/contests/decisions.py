"""Do decisions matter: how far apart the kinds of orders are, and whether types and readings
change which is best. From wars between searching equals, looked into quarter by quarter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Floats, quarter_name
from game.players.roster import Contender, player
from game.players.thinking import Thinking
from game.record.matches import openings, play_one, player_seeds
from game.study.contests.deciding import DecisionWorth, Looking
from game.study.contests.influence_traces import MeasuredShare, shared
from game.study.contests.kinds import KINDS
from game.study.contests.play import WarJob, known, opened
from game.study.contests.standings import equals
from game.study.pool import each, workers

APART: Final = 2.0  # points between the best and the worst kind: a decision that matters
NEAR: Final = 3.0  # points between the best two kinds: a decision that can be argued
TOLD: Final = 3  # wars
LINES: Final = 10  # of each


@dataclass(frozen=True)
class Looked:
    """One war looked into: every decision of both sides, its types (2, S), and how it ended."""

    job: WarJob
    decisions: tuple[DecisionWorth, ...]
    types: tuple[tuple[int, int], tuple[int, int]]
    ended: int
    quarters: int
    scores: tuple[float, float]


def look(job: WarJob) -> Looked:
    """Play one war between searching players that note what they chose from."""
    _, tables, start = opened(job.campaign)
    seeds = np.array([job.seed], dtype=np.int64)
    players = [
        seated(entry, int(player_seeds(seeds, side)[0]))
        for side, entry in enumerate((job.washington, job.hanoi))
    ]
    played = play_one(
        openings(start, tables, seeds),
        tables,
        (players[WASHINGTON], players[HANOI]),
        job.seed,
        lambda side, quarter: known(job.campaign, side, quarter),
    )
    notes = sorted(
        (note for player in players for note in player.notes),
        key=lambda note: (note.quarter, note.side),
    )
    last = played.world
    return Looked(
        job,
        tuple(notes),
        (
            (int(last.resilience[0, 0]), int(last.resilience[0, 1])),
            (int(last.nerve[0, 0]), int(last.nerve[0, 1])),
        ),
        int(last.ended[0]),
        int(last.quarter[0] - start.quarter[0]),
        (float(played.scores[0, 0]), float(played.scores[0, 1])),
    )


def seated(entry: Contender, seed: int) -> Looking:
    """Return a searching player that notes what it chose from."""
    asked = player(entry, seed)
    if not isinstance(asked, Thinking):
        raise ValueError(f"{entry} does not search: its decisions cannot be looked into")
    return Looking(asked.doctrine, asked.level, seed)


def looked(campaign: str, grade: str, seed: int, games: int, cores: int = 0) -> Iterator[Looked]:
    """Yield wars between equals of a level as they come, all pairs of doctrines in turn."""
    jobs = equals(campaign, grade, seed, games)
    if cores == 1 or len(jobs) == 1:
        yield from map(look, jobs)
        return
    with workers(cores) as pool:
        yield from each(look, jobs, pool)


def report(wars: list[Looked], first: str, seed: int) -> dict[str, Any]:
    """Return the shares of decisions, and three wars told; ``first`` names the campaign's quarter
    nought. A decision counts where two kinds or more were candidates."""
    wars = sorted(wars, key=lambda war: war.job.seed)
    asked = [[one for one in war.decisions if choices(one) > 1] for war in wars]
    shares = {
        "apart": share(asked, lambda one: spread(one) > APART, seed),
        "near": share(asked, lambda one: lead(one) <= NEAR, seed),
        "type_changes_best": share(asked, type_changes, seed),
        "reading_changes_best": share(asked, reading_changes, seed),
        "either_changes_best": share(
            asked, lambda one: type_changes(one) or reading_changes(one), seed
        ),
    }
    return {
        "games": len(wars),
        "decisions": sum(len(row) for row in asked),
        **{name: rounded(one.share) for name, one in shares.items()},
        "intervals": {name: [rounded(one.low), rounded(one.high)] for name, one in shares.items()},
        "best": bests(asked),
        "best_by_side": {
            name: bests([[one for one in row if one.side == side] for row in asked])
            for side, name in enumerate(SIDES)
        },
        "candidates": {
            kind: rounded(
                float(np.mean([~np.isnan(one.worth[place]) for row in asked for one in row]))
            )
            for place, kind in enumerate(KINDS)
        },
        "wars": [story(war, first) for war in wars[:: max(len(wars) // TOLD, 1)][:TOLD]],
    }


def choices(one: DecisionWorth) -> int:
    """Return how many kinds were candidates."""
    return int((~np.isnan(one.worth)).sum())


def spread(one: DecisionWorth) -> float:
    """Return the points between the best and the worst kind."""
    return float(np.nanmax(one.worth) - np.nanmin(one.worth))


def lead(one: DecisionWorth) -> float:
    """Return the points between the best and the second kind."""
    best = np.sort(one.worth[~np.isnan(one.worth)])
    return float(best[-1] - best[-2])


def best(worth: Floats) -> int:
    """Return the kind that is worth most."""
    return int(np.nanargmax(worth))


def type_changes(one: DecisionWorth) -> bool:
    """Whether another kind would be best, were the side of the other resilience."""
    return best(one.typed) != best(one.worth)


def reading_changes(one: DecisionWorth) -> bool:
    """Whether another kind would be best, did the side read its enemy the other way about."""
    return best(one.read) != best(one.worth)


def share(
    asked: list[list[DecisionWorth]], holds: Callable[[DecisionWorth], bool], seed: int
) -> MeasuredShare:
    """Return the share of decisions for which something holds, its interval by whole wars."""
    return shared([np.array([holds(one) for one in row], dtype=bool) for row in asked], seed)


def bests(asked: list[list[DecisionWorth]]) -> dict[str, float | None]:
    """Return how often each kind was best."""
    every = [best(one.worth) for row in asked for one in row]
    counts = np.bincount(every, minlength=len(KINDS)) / max(len(every), 1)
    return {kind: rounded(float(counts[place])) for place, kind in enumerate(KINDS)}


def rounded(figure: float) -> float | None:
    """Return a figure to three places; None where there is none."""
    return None if np.isnan(figure) else round(figure, 3)


def story(war: Looked, first: str) -> list[str]:
    """Return one war in ten lines at most: who met, the decisions that most depended on type or
    reading or were furthest apart, in order, and how it ended."""
    loud = sorted((one for one in war.decisions if choices(one) > 1), key=_weight, reverse=True)
    kept = sorted(loud[: LINES - 2], key=lambda one: (one.quarter, one.side))
    resilience, nerve = war.types
    who = "; ".join(
        f"{SIDES[side].capitalize()} {('weak', 'resilient')[resilience[side]]}, "
        f"a {('hawk', 'dove')[nerve[side]]}"
        for side in (WASHINGTON, HANOI)
    )
    return [
        f"{war.job.washington.name} and {war.job.hanoi.name}, seed {war.job.seed}. {who}.",
        *(line(one, first) for one in kept),
        f"After {war.quarters} quarters: {ENDINGS[war.ended]}. Washington "
        f"{war.scores[0]:.0f}, Hanoi {war.scores[1]:.0f}.",
    ]


def _weight(one: DecisionWorth) -> tuple[int, float]:
    """Return what makes a decision worth telling: how much it hung on, then how far apart."""
    return type_changes(one) + reading_changes(one), spread(one)


def line(one: DecisionWorth, first: str) -> str:
    """Return one decision in a line."""
    ranked = [place for place in np.argsort(-one.worth) if not np.isnan(one.worth[place])]
    worth = ", ".join(f"{KINDS[place]} {one.worth[place]:.1f}" for place in ranked)
    other = []
    if type_changes(one):
        kind = ("resilient", "weak")[one.resilient]
        other.append(f"were it {kind}: {KINDS[best(one.typed)]}")
    if reading_changes(one):
        other.append(f"reading {1.0 - one.held:.2f}: {KINDS[best(one.read)]}")
    return (
        f"{quarter_name(first, one.quarter)} {SIDES[one.side].capitalize()}, enemy resilient "
        f"with {one.held:.2f}: {worth}; ordered {KINDS[one.ordered]}"
        f"{'; ' + ', '.join(other) if other else ''}."
    )
