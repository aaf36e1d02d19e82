"""What matches come to: summaries with intervals, pairs with seats exchanged, round robins."""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from game.campaign import load
from game.engine.board import ENDINGS, HANOI, SIDES, WASHINGTON, Floats
from game.engine.ladders import FLAT, LADDER, ladder_of_slot
from game.players.doctrines import DOCTRINES
from game.players.levels import LEVELS
from game.players.roster import Contender
from game.record.ratings import Rating, mean_interval, rated, settled, share_interval
from game.study.contests.balance import lengths, measures
from game.study.contests.play import Result, WarJob, play_all
from game.study.contests.policy_files import label
from game.study.debrief.references import mark_scores
from game.study.pool import workers

SCENARIOS = ("tet", "road-to-paris", "linebacker")
"""Parts of the war that are played for their own sake; the first game is a lesson."""
LADDER_CAMPAIGN = "tet"  # round robins play the Tet scenario: six quarters


def summary(results: list[Result], campaign: str, seed: int) -> dict[str, Any]:
    """Return what a match came to: scores with intervals, endings, times; ``history`` is the mark
    that they stand beside, and ``mark`` whose it is (``study.debrief.references``)."""
    history, of = mark_scores(load(campaign))
    scores = np.array([result.scores for result in results])
    found: dict[str, Any] = {"games": len(results), "history": history, "mark": of}
    for side, name in enumerate(SIDES):
        mean, low, high = mean_interval(scores[:, side], seed)
        above = float((scores[:, side] > history[name]).mean())
        found[name] = {
            "player": label((results[0].job.washington, results[0].job.hanoi)[side]),
            "score": round(mean, 2),
            "low": round(low, 2),
            "high": round(high, 2),
            "above_history": round(above, 3),
            "seconds": times([result.seconds[side] for result in results if result.seconds[side]]),
        }
    found["endings"] = endings(results)
    found["quarters"] = round(float(np.mean([result.quarters for result in results])), 2)
    found["quarters_mean"] = found["quarters"]
    return found


def times(seconds: list[tuple[float, ...]]) -> dict[str, float] | None:
    """Return mean, median and 99th percentile of a decision, seconds of one core."""
    if not seconds:
        return None
    every = np.concatenate([np.array(row) for row in seconds])
    p50, p99 = np.quantile(every, (0.5, 0.99))
    return {
        "mean": round(float(every.mean()), 4),
        "p50": round(float(p50), 4),
        "p99": round(float(p99), 4),
    }


def endings(results: list[Result]) -> dict[str, int]:
    """Return how often each ending came."""
    counts = np.bincount([result.ended for result in results], minlength=len(ENDINGS))
    return {name: int(count) for name, count in zip(ENDINGS, counts, strict=True) if count}


def usage(results: list[Result]) -> dict[str, dict[str, dict[str, float]]]:
    """Return how often each rung was ordered: by side and ladder, share of quarters (by corps,
    of quarters and corps)."""
    total = np.array([result.used for result in results]).sum(axis=0)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for side, name in enumerate(SIDES):
        counts: dict[str, dict[str, float]] = {ladder: {} for ladder in LADDER[side]}
        for place, (slot, rung) in enumerate(FLAT[side]):
            ladder = ladder_of_slot(side, slot)[0]
            row = counts[ladder.name]
            row[ladder.rungs[rung]] = row.get(ladder.rungs[rung], 0.0) + float(total[side, place])
        found[name] = {
            ladder: {rung: round(n / max(sum(row.values()), 1.0), 3) for rung, n in row.items()}
            for ladder, row in counts.items()
        }
    return found


@dataclass(frozen=True)
class Entrant:
    """One entrant of a round robin: what sits in each seat."""

    name: str
    washington: Contender
    hanoi: Contender


def levels_entrants(place: int) -> list[Entrant]:
    """Return the levels of the doctrines that stand at ``place`` of each side's list, and those
    doctrines without search."""
    first = [DOCTRINES[side][place].name for side in (0, 1)]
    made = [
        Entrant(known.name, *(Contender(side, first[side], known.name) for side in (0, 1)))
        for known in LEVELS
    ]
    return [*made, Entrant("no search", *(Contender(side, first[side]) for side in (0, 1)))]


def doctrines_entrants(level: str) -> list[Entrant]:
    """Return the doctrines, those of the two sides paired in order, at one level or without."""
    pairs = zip(*DOCTRINES, strict=True)
    return [
        Entrant(
            f"{one.name} / {two.name}", Contender(0, one.name, level), Contender(1, two.name, level)
        )
        for one, two in pairs
    ]


def pair_jobs(one: Entrant, two: Entrant, campaign: str, seed: int) -> list[WarJob]:
    """Return a pair: one seed played twice with seats exchanged."""
    return [
        WarJob(campaign, one.washington, two.hanoi, seed),
        WarJob(campaign, two.washington, one.hanoi, seed),
    ]


def pair_won(first: Result, second: Result) -> float:
    """Return 1 when the entrant that was Washington first has the higher sum of its two scores, 0
    when the lower, a half when equal. History's scores stand in both sums and fall out."""
    one = first.scores[0] + second.scores[1]
    two = first.scores[1] + second.scores[0]
    return 0.5 if one == two else float(one > two)


@dataclass
class Meeting:
    """Two entrants and the pairs they have played."""

    one: int
    two: int
    won: list[float]

    @property
    def decided(self) -> bool:
        """Whether the sequential test has come to an end either way."""
        count, won = len(self.won), sum(self.won)
        return count >= 10 and (
            settled(won, count) is not None or settled(count - won, count) is not None
        )


def round_robin(
    entrants: list[Entrant],
    campaign: str,
    pairs: int,
    seed: int,
    early: bool = True,
    cores: int = 0,
    neighbours: bool = False,
) -> Iterator[tuple[int, int, list[Meeting]]]:
    """Yield (pairs played, pairs at most, meetings so far) until all have met.

    ``early`` lets the sequential test end a meeting; ``neighbours`` has each meet only the next.
    """
    met = [(i, i + 1) for i in range(len(entrants) - 1)]
    if not neighbours:
        met = list(combinations(range(len(entrants)), 2))
    meetings = [Meeting(one, two, []) for one, two in met]
    with workers(cores) as pool:
        yield from _meet(entrants, meetings, campaign, pairs, seed, early, pool)


def _meet(
    entrants: list[Entrant],
    meetings: list[Meeting],
    campaign: str,
    pairs: int,
    seed: int,
    early: bool,
    pool: Executor,
) -> Iterator[tuple[int, int, list[Meeting]]]:
    """Yield as ``round_robin`` does, batch of pairs by batch."""
    most, batch, played = pairs * len(meetings), 10, 0
    for start in range(0, pairs, batch):
        open_ones = [m for m in meetings if not (early and m.decided)]
        if not open_ones:
            break
        jobs, owner = [], {}
        for meeting in open_ones:
            for number in range(start, min(start + batch, pairs)):
                for job in pair_jobs(
                    entrants[meeting.one], entrants[meeting.two], campaign, seed + number
                ):
                    owner[job] = meeting
                    jobs.append(job)
        found: dict[WarJob, Result] = {}
        for result in play_all(jobs, pool=pool):
            found[result.job] = result
            if len(found) % 2 == 0:
                played += 1
                yield played, most, meetings
        for number in range(0, len(jobs), 2):
            won = pair_won(found[jobs[number]], found[jobs[number + 1]])
            owner[jobs[number]].won.append(won)
    yield most, most, meetings


def ratings(entrants: list[Entrant], meetings: list[Meeting], seed: int) -> list[Rating]:
    """Return Bradley-Terry ratings with bootstrap intervals."""
    pairs = [(m.one, m.two, won) for m in meetings for won in m.won]
    return rated([entrant.name for entrant in entrants], pairs, seed)


def meeting_row(entrants: list[Entrant], meeting: Meeting) -> dict[str, Any]:
    """Return one meeting: who met, pairs, the share won by the first with its interval."""
    count, won = len(meeting.won), float(sum(meeting.won))
    low, high = share_interval(won, count)
    return {
        "one": entrants[meeting.one].name,
        "two": entrants[meeting.two].name,
        "pairs": count,
        "share": round(won / max(count, 1), 3),
        "low": round(low, 3),
        "high": round(high, 3),
    }


def equals(campaign: str, level: str, seed: int, games: int) -> list[WarJob]:
    """Return ``games`` wars between equals of a level, all pairs of doctrines in turn."""
    pairs = [(one.name, two.name) for one in DOCTRINES[WASHINGTON] for two in DOCTRINES[HANOI]]
    jobs = []
    for number in range(games):
        washington, hanoi = pairs[number % len(pairs)]
        sides = Contender(WASHINGTON, washington, level), Contender(HANOI, hanoi, level)
        jobs.append(WarJob(campaign, *sides, seed + number))
    return jobs


def balanced(results: list[Result], campaign: str, seed: int) -> dict[str, Any]:
    """Return a summary of wars between equals: who stands further above its own history's score, in
    all and by pair of doctrines, how often each rung is ordered, and what ``balance`` measures."""
    found = {**summary(results, campaign, seed), **measures(results)}
    found["quarters"] = {campaign: lengths(results)}
    whole = load(campaign)
    found["turns"] = {campaign: whole.quarters - whole.start_index}
    history = np.array([found["history"][side] for side in SIDES])
    above = np.array([result.scores for result in results]) - history
    ahead = np.sign(above[:, WASHINGTON] - above[:, HANOI]) / 2.0 + 0.5
    low, high = share_interval(float(ahead.sum()), len(results))
    found["washington_further_above"] = round(float(ahead.mean()), 3)
    found["washington_further_above_interval"] = [round(low, 3), round(high, 3)]
    found["orders"] = usage(results)
    found["pairs"] = [
        _pair_row(
            pair,
            [k for k, result in enumerate(results) if _pair_of(result) == pair],
            results,
            ahead,
        )
        for pair in dict.fromkeys(_pair_of(result) for result in results)
    ]
    for side, name in enumerate(SIDES):
        names = {_pair_of(result)[side] for result in results}
        if len(names) > 1:
            found[name]["player"] = f"{len(names)} doctrines:{results[0].job.washington.level}"
    return found


def _pair_of(result: Result) -> tuple[str, str]:
    return result.job.washington.name, result.job.hanoi.name


def _pair_row(
    pair: tuple[str, str], places: list[int], results: list[Result], ahead: Floats
) -> dict[str, Any]:
    """Return what one pair of doctrines came to."""
    scores = np.array([results[place].scores for place in places]).mean(axis=0)
    return {
        "washington": pair[WASHINGTON],
        "hanoi": pair[HANOI],
        "games": len(places),
        "scores": [round(float(one), 1) for one in scores],
        "washington_further_above": round(float(ahead[places].mean()), 3),
        "quarters": round(float(np.mean([results[place].quarters for place in places])), 1),
        "endings": endings([results[place] for place in places]),
    }
