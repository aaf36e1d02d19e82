"""How the cost of a sweep grows: measured over wars and over quarters, with the line through it."""

from collections.abc import Callable, Iterator, Sequence
from time import thread_time

import numpy as np

from game.study.sweep.job import CHUNK, SweepJob, play

PARTS = (1, 2, 4, 8)  # parts of a sweep, for wars
SHARES = (0.25, 0.5, 0.75, 1.0)  # of the campaign's quarters


def lines(job: SweepJob) -> Iterator[str]:
    """Yield the measured seconds of one core against wars and against quarters, for people."""
    spans = job.parts()[: max(PARTS)]
    play(job, spans[0][0], spans[0][1], 1)  # the first call pays for imports and tables
    counts = [count for count in PARTS if count <= len(spans)]
    wars = [sum(last - first for first, last in spans[:count]) for count in counts]
    yield f"parts of up to {CHUNK:,} wars, one core"
    yield from told("wars", wars, measured(lambda count: played(job, spans[:count]), counts))
    own = job.tables.quarters - int(job.world.quarter[0])
    stops = sorted({max(round(share * own), 1) for share in SHARES})
    running = [quarters_played(job, spans[0], stop) for stop in stops]
    seconds = measured(lambda stop: play(job, *spans[0], stop), stops)
    yield from told("quarters of war", running, seconds)


def played(job: SweepJob, spans: Sequence[tuple[int, int]]) -> None:
    """Play some parts and keep nothing."""
    for first, last in spans:
        play(job, first, last)


def quarters_played(job: SweepJob, span: tuple[int, int], stop: int) -> int:
    """Return the batch's quarters when it stops after ``stop``: the batch runs until its last war
    ends, and an ended war costs as much as another."""
    rows = play(job, *span, stop)
    return int(rows["quarters"].max()) * len(rows)


def measured(call: Callable[[int], object], sizes: Sequence[int]) -> list[float]:
    """Return the seconds of processor time that each size takes."""
    seconds = []
    for size in sizes:
        began = thread_time()
        call(size)
        seconds.append(thread_time() - began)
    return seconds


def told(what: str, sizes: Sequence[int], seconds: Sequence[float]) -> Iterator[str]:
    """Yield a table of sizes and seconds, and how near a straight line they lie."""
    for size, taken in zip(sizes, seconds, strict=True):
        yield f"{size:>12,} {what}  {taken:8.3f} s  {1e6 * taken / size:8.1f} us each"
    if len(sizes) > 2:
        slope, start = np.polyfit(sizes, seconds, 1)
        missed = np.abs(np.polyval((slope, start), sizes) - seconds).max() / max(seconds)
        yield (
            f"             a line: {start:.3f} s + {1e6 * slope:.1f} us each; "
            f"the furthest point lies {missed:.1%} of the largest off it"
        )
