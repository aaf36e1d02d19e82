"""Who plays the parts of a sweep: this process, every core, or a Dask cluster.

All three hand back the same rows; they differ in time alone. A worker that dies takes its part with
it and nothing else: the part is given to another.
"""

import os
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from time import thread_time
from typing import Any, Final

from game import RULES, VERSION, memory
from game.problems import Problem
from game.study.pool import spawned
from game.study.sweep.job import SweepJob, play
from game.theory.posture import UnsolvedError

Span = tuple[int, int, int]
"""A part: its number, its first war, and the war after its last."""

MOST_DEATHS: Final = 5  # workers lost in a row, without one part done between
AHEAD: Final = 3  # parts handed out for each worker; the rest wait here


@dataclass(frozen=True)
class Done:
    """A part that has been played: its rows, seconds of one core, and whose memory it took."""

    number: int
    rows: Any
    seconds: float
    worker: int
    memory: int  # bytes at the most in that process's life; 0 where it cannot be told


def play_part(job: SweepJob, span: Span) -> Done:
    """Play one part in this process; Problem where the rule has no solution."""
    began, (number, first, last) = thread_time(), span
    try:
        rows = play(job, first, last)
    except UnsolvedError as error:
        raise Problem(
            f"wars {first:,} to {last - 1:,}: the posture game has no solution under these "
            f"constants ({error}). Keep them nearer to the campaign's own."
        ) from None
    return Done(number, rows, thread_time() - began, os.getpid(), memory.most())


def here(job: SweepJob, spans: Sequence[Span]) -> Generator[Done]:
    """Yield the parts as this process plays them."""
    for span in spans:
        yield play_part(job, span)


def on_cores(job: SweepJob, spans: Sequence[Span], workers: int) -> Generator[Done]:
    """Yield the parts as ``workers`` processes play them, in no order."""
    left, deaths = {span[0]: span for span in spans}, 0
    while left:
        try:
            with closing(_one_pool(job, list(left.values()), workers)) as pool:
                for done in pool:
                    deaths = 0
                    del left[done.number]
                    yield done
        except BrokenProcessPool:
            deaths += 1
            if deaths > MOST_DEATHS:
                raise Problem(
                    f"{MOST_DEATHS} times in a row the workers were killed before one part was "
                    "done: too little memory? Try fewer --workers. What is done is kept."
                ) from None


_own: SweepJob | None = None


def _begin(job: SweepJob) -> None:
    """Keep the job in this worker process."""
    global _own
    _own = job


def _play_own(span: Span) -> Done:
    assert _own is not None
    return play_part(_own, span)


def _one_pool(job: SweepJob, spans: list[Span], workers: int) -> Generator[Done]:
    pool = spawned(workers, _begin, job)
    waiting, running = iter(spans), set[Future[Done]]()
    try:
        while True:
            for span in waiting:
                running.add(pool.submit(_play_own, span))
                if len(running) >= AHEAD * workers:
                    break
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            while done:
                yield done.pop().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def on_dask(job: SweepJob, spans: Sequence[Span], client: Any) -> Generator[Done]:
    """Yield the parts as a Dask cluster plays them, in no order."""
    from distributed import KilledWorker, as_completed

    same_game(client)
    waiting = iter(spans)
    handed, deaths = {}, 0
    ahead = as_completed()

    def hand(span: Span) -> None:
        future = client.submit(play_part, job, span, pure=False, retries=MOST_DEATHS)
        handed[future.key] = span
        ahead.add(future)

    for _ in range(AHEAD * max(cores(client), 1)):
        for span in waiting:
            hand(span)
            break
    for future in ahead:
        span = handed.pop(future.key)
        try:
            yield future.result()
        except KilledWorker:
            deaths += 1
            if deaths > MOST_DEATHS:
                raise Problem(f"part {span[0]} killed every worker that took it.") from None
            hand(span)
            continue
        for following in waiting:
            hand(following)
            break


def cores(client: Any) -> int:
    """Return how many parts a cluster can play at once."""
    return sum(client.nthreads().values())


def same_game(client: Any) -> None:
    """Problem unless the scheduler and every worker have this version of the game."""
    try:
        found = {client.run_on_scheduler(game_there), *client.run(game_there).values()}
    except Exception as error:
        if "ModuleNotFoundError" not in f"{type(error).__name__}: {error}":
            raise
        # Dask hands on what goes wrong on a worker as a bare Exception with the text inside.
        raise Problem(
            "the cluster's scheduler or workers cannot import the game. Start all of them with "
            f"its folder on PYTHONPATH and what it needs installed ({error})."
        ) from None
    if found - {(VERSION, RULES)}:
        raise Problem(
            f"the cluster has versions {sorted(found)} of the game and its rules, this machine "
            f"{(VERSION, RULES)}. Give all the same."
        )


def game_there() -> tuple[str, int]:
    """Return the version of the game and of its rules, asked for on another machine."""
    return VERSION, RULES


def connected(address: str | None, workers: int) -> Any:
    """Return a Dask client: of the scheduler at ``address``, or of a cluster of its own here."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise Problem(
            "Dask is not installed: python -m pip install 'overture[research]' brings it."
        ) from None
    dask.config.set({"distributed.scheduler.allowed-failures": MOST_DEATHS})
    if address is None:
        cluster = LocalCluster(  # one thread a worker: the rules hold Python's lock
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            host="127.0.0.1",
            silence_logs=50,
        )
        return Client(cluster)
    try:
        return Client(address, timeout=20)
    except (OSError, ValueError) as error:
        raise Problem(f"{address}: no Dask scheduler answers there ({error}).") from None
