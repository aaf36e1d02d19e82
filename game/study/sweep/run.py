"""Sweeps: many wars over constants, players and lucks, on every core or a cluster.

``sweep(spec, out)`` plays what is still missing and writes one table of all wars. The rows depend
on the file, the campaign and the rules, and on nothing else: not on how many workers played, on
their order, or on how often the sweep was stopped.
"""

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Protocol

from game import memory
from game.campaign import load
from game.study.sweep.job import SweepJob, job_of
from game.study.sweep.parts import parts_of
from game.study.sweep.results import write
from game.study.sweep.spec import Spec
from game.study.sweep.workers import Done, Span, connected, here, on_cores, on_dask

Tell = Callable[[int, int], None]
"""Told how many wars are there, and of how many."""


class Workers(Protocol):
    """Plays parts of a job and yields them as they are done."""

    def __call__(self, job: SweepJob, spans: Sequence[Span]) -> Generator[Done]:
        """Yield the parts, in any order."""
        ...


@dataclass
class SweepReport:
    """What a sweep took.

    ``played`` of ``wars`` in this run, in ``seconds``; ``quarters`` are quarters of war in the
    played ones; ``costs`` the seconds of one core a war, for each fourth of the parts played, by
    their place in the sweep; ``memory`` the bytes that all processes held at the most.
    """

    wars: int
    played: int = 0
    quarters: int = 0
    seconds: float = 0.0
    core_seconds: float = 0.0
    costs: list[float] = field(default_factory=list)
    memory: int = 0
    digest: str = ""

    @property
    def million(self) -> float:
        """Seconds that a million wars would take at this run's cost a war."""
        return 1e6 * self.seconds / max(self.played, 1)


def sweep(
    spec: Spec, out: Path, workers: Workers, tell: Tell = lambda done, wars: None
) -> SweepReport:
    """Play what is missing of a sweep, write its results to ``out`` and return what it took.

    Stopped at any moment, the same call goes on where it was.
    """
    began, job = perf_counter(), job_of(spec)
    parts = parts_of(spec, job, out, load(spec.campaign).digest)
    report, kept = SweepReport(job.wars), parts.done()
    spans = [(number, *span) for number, span in enumerate(parts.plan) if number not in kept]
    there = job.wars - sum(last - first for _, first, last in spans)
    tell(there, job.wars)
    memories, costs = dict[int, int](), dict[int, tuple[float, int]]()
    with closing(workers(job, spans)) as playing:
        for done in playing:
            parts.keep(done.number, done.rows)
            report.played += len(done.rows)
            report.quarters += int(done.rows["quarters"].sum())
            costs[done.number] = done.seconds, len(done.rows)
            memories[done.worker] = max(done.memory, memories.get(done.worker, 0))
            tell(there + report.played, job.wars)
    report.seconds = perf_counter() - began
    report.core_seconds = sum(seconds for seconds, _ in costs.values())
    report.costs = by_fourths([costs[number] for number in sorted(costs)])
    report.digest = write(parts, spec, job, out)
    parts.remove()
    report.memory = sum({**memories, os.getpid(): memory.most()}.values())
    return report


def by_fourths(costs: list[tuple[float, int]]) -> list[float]:
    """Return the seconds a war in each fourth of ``costs``, (seconds, wars) a part."""
    edges = [len(costs) * place // 4 for place in range(5)]
    fourths = [costs[low:high] for low, high in pairwise(edges) if high > low]
    return [sum(seconds for seconds, _ in part) / sum(wars for _, wars in part) for part in fourths]


def cores(count: int) -> Workers:
    """Return ``count`` processes of this machine; one is this process itself."""

    def play(job: SweepJob, spans: Sequence[Span]) -> Generator[Done]:
        if count == 1:
            return here(job, spans)
        return on_cores(job, spans, count)

    return play


def dask(address: str | None, count: int) -> Workers:
    """Return a Dask cluster: the one at ``address``, or ``count`` workers of its own."""

    def play(job: SweepJob, spans: Sequence[Span]) -> Generator[Done]:
        client = connected(address, count)
        try:
            yield from on_dask(job, spans, client)
        finally:
            client.close()
            if address is None:
                client.cluster.close()

    return play
