"""Fuzz: mutated saves and campaigns, checked in process.

Half are saves (of the small campaign, of the whole war, sealed), half campaign files (nine of ten
the small one, since the whole war takes a quarter of a second to read). Nothing may crash, take
more than two seconds of the processor or 500 MB; a file is refused in one clear message, or can be
played. A save whose checksum does not fit, or that is sealed, must not load unless its content is
the same. A campaign that loads has the same digest only if it builds the same war.
"""

import random
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from game import disk
from game.campaign import Campaign, build, recorded
from game.campaign.loading import parse
from game.campaign.rehearse import rehearse
from game.engine.board import HANOI, WASHINGTON
from game.engine.orders import to_words
from game.engine.world import FIELDS
from game.problems import Problem
from game.record import Game, load
from tests.campaign.small import PATH
from tests.torture import games, mutations
from tests.torture.cases import Findings

SECONDS = 2.0  # of the processor, for one file
MEMORY = 500 * 2**20  # bytes more than before
LONGEST = 20_000  # letters of a message
WHOLE_SHARE = 0.1  # of the campaign files
FULL_PATH = Path(__file__).parents[2] / "campaigns" / f"{games.WHOLE}.toml"


class TooSlowError(Exception):
    """A file took longer than it may."""


def run(findings: Findings, count: int, seed: int) -> None:
    """Mutate and load ``count`` files."""
    with _bounded_memory():
        _saves(findings, count - count // 2, seed)
        _campaigns(findings, count // 2, seed)
    before = findings.counts["kilobytes at first"]
    del findings.counts["kilobytes at first"]
    findings.reach("megabytes gained", (_kilobytes() - before) / 1024)


def _saves(findings: Findings, count: int, seed: int) -> None:
    originals = [
        (name, sealed, games.played(name, quarters, 7, sealed=sealed))
        for name, quarters, sealed in (("small", 3, False), ("whole", 6, False), ("small", 2, True))
    ]
    kept = [(name, sealed, game.to_bytes(), content(game)) for name, sealed, game in originals]
    findings.counts["kilobytes at first"] = _kilobytes()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "game.overture"
        for number in range(count):
            rng = random.Random(f"{seed} save {number}")
            name, sealed, data, wanted = rng.choices(kept, (8, 1, 1))[0]
            structured = rng.random() < 0.6
            made = mutations.of_rows(data, rng) if structured else mutations.of_bytes(data, rng)
            path.write_bytes(made)
            # Where the checksum was made to fit, only a sealed file knows that it was changed.
            same = wanted if sealed or not structured else None
            _case(
                findings,
                f"save-{seed}-{number}",
                {"game.overture": made},
                lambda path=path, name=name, same=same: _save(path, name, same),
            )


def _save(path: Path, name: str, wanted: Any) -> str:
    """Load a save; return what became of it. Raises AssertionError for what must not be."""
    campaign = games.campaign(name)
    try:
        game = load(path, campaign, games.PASSPHRASES if b'"sealed"' in path.read_bytes() else None)
    except Problem as problem:
        said = str(problem)
        assert "\n" not in said, f"more than one line: {said}"
        return refused(said)
    assert wanted is None or game.notices or content(game) == wanted, "changed, and not reported"
    for side in (0, 1):
        if not game.over and not game.committed(side):
            game.commit(side, {})
    return "saves loaded with a notice" if game.notices else "saves loaded"


def content(game: Game) -> Any:
    """Return all that a saved game holds, for comparison."""
    return (game.past.beginning, game.past.rows, game.entries, game.pending())


def _campaigns(findings: Findings, count: int, seed: int) -> None:
    kept = [
        (path, path.read_bytes(), name) for path, name in ((PATH, "small"), (FULL_PATH, "whole"))
    ]
    wars = {name: built(games.campaign(name)) for _, _, name in kept}
    for number in range(count):
        rng = random.Random(f"{seed} campaign {number}")
        path, data, name = kept[rng.random() < WHOLE_SHARE]
        mutate = mutations.of_toml if rng.random() < 0.6 else mutations.of_bytes
        made = mutate(data, rng)
        _case(
            findings,
            f"campaign-{seed}-{number}",
            {path.name: made},
            lambda made=made, path=path, name=name: _campaign(made, path, name, wars[name]),
        )


def _campaign(made: bytes, path: Path, name: str, war: list[Any]) -> str:
    """Load a campaign; return what became of it. Raises AssertionError for what must not be."""
    try:
        campaign = parse(made, path)
    except Problem as problem:
        return refused(str(problem))
    same = campaign.digest == games.campaign(name).digest
    if same:
        assert equal(built(campaign), war), "another war under the same digest"
        return "campaigns loaded: the same war"
    if name == "small":
        list(rehearse(campaign))
    else:
        build(campaign, 1)
    return "campaigns loaded: another digest"


def built(campaign: Campaign) -> list[Any]:
    """Return what a campaign builds: tables, world and recorded orders, as arrays and texts."""
    tables, world = build(campaign, 1)
    parts: list[Any] = [getattr(world, name) for name in FIELDS]
    parts += [value for value in vars(tables).values() if isinstance(value, np.ndarray)]
    for inner in (tables.constants, tables.scoring, tables.priors, tables.channels):
        parts += list(vars(inner).values())
    for side in (WASHINGTON, HANOI):
        parts += [
            to_words(side, orders, campaign.channel_ids) for orders in recorded(campaign, side)
        ]
    return parts


def equal(one: list[Any], other: list[Any]) -> bool:
    """Whether two built campaigns are the same."""
    return len(one) == len(other) and all(
        np.array_equal(a, b) if isinstance(a, np.ndarray) else a == b
        for a, b in zip(one, other, strict=True)
    )


def refused(said: str) -> str:
    """Check that a message is one that a person can read; return what to count."""
    assert said.strip(), "an empty message"
    assert len(said) <= LONGEST, f"a message of {len(said)} letters"
    assert not any(ord(letter) < 32 and letter != "\n" for letter in said), repr(said)
    return "refused"


def _case(findings: Findings, case: str, files: dict[str, bytes], check: Callable[[], str]) -> None:
    started = time.process_time()
    try:
        with _alarm():
            findings.count(check())
    except Exception as error:
        findings.fail(case, f"{type(error).__name__}: {error}", files)
    findings.reach("seconds", time.process_time() - started)


@contextmanager
def _alarm() -> Iterator[None]:
    """Stop what takes longer than it may; by the processor's time, for others run here too."""

    def ring(*_: object) -> None:
        raise TooSlowError(f"more than {SECONDS:g} s")

    signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """Let this process take 500 MB more than it has: what asks for more fails as a crash."""
    old = resource.getrlimit(resource.RLIMIT_AS)
    now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, old)


def _kilobytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


assert disk.MOST_BYTES < MEMORY
