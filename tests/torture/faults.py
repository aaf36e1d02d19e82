"""Faults: each call that keeping a game makes to the file system fails in turn.

A game is played with a disk that refuses the n-th call, once or from then on, with ENOSPC, EIO or
EACCES; a write is cut in half first. Whatever happens, the game goes on in memory and says so; on
disk stands the state before or after, whole; a state that was reported as kept is there; and when
the disk works again, the next order writes everything.
"""

import errno
import os
import random
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from game import disk
from game.engine.board import HANOI, WASHINGTON
from game.record import Game, keeping, lines, running_path, storage
from game.record.folder import every
from tests.torture import games
from tests.torture.cases import Findings
from tests.torture.fuzz import content

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
CALLS = ("open", "fsync", "replace", "unlink", "link", "stat", "close")
"""What storage asks of ``os``; besides, opening, writing, flushing and closing a file, making a
folder and listing it."""
LONGEST = 60  # calls of one save; it makes about twenty


class Disk:
    """A file system that refuses its ``turn``-th call, and if ``lasting`` every later one."""

    def __init__(self, turn: int, code: int, lasting: bool) -> None:
        self.turn, self.code, self.lasting = turn, code, lasting
        self.calls: list[str] = []

    def refuses(self, name: str) -> bool:
        """Count a call; return whether it fails."""
        self.calls.append(name)
        return len(self.calls) == self.turn or (self.lasting and len(self.calls) > self.turn)

    def check(self, name: str) -> None:
        """Count a call; raise OSError if it fails."""
        if self.refuses(name):
            raise OSError(self.code, os.strerror(self.code))

    def wrapped(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return a call that may fail."""

        def maybe(*words: Any, **named: Any) -> Any:
            self.check(name)
            return call(*words, **named)

        return maybe

    def opened(self, *words: Any, **named: Any) -> "Handle":
        """Open a file whose writing may fail."""
        self.check("open file")
        return Handle(open(*words, **named), self)

    def broken(self) -> ExitStack:
        """Return a context in which the game's storage uses this disk."""
        stack = ExitStack()
        for name in CALLS:
            call = self.wrapped(name, getattr(os, name))
            stack.enter_context(patch.object(os, name, call))
        stack.enter_context(patch.object(disk, "open", self.opened, create=True))
        for name in ("mkdir", "iterdir"):
            call = getattr(Path, name)
            stack.enter_context(patch.object(Path, name, self.wrapped(name, call)))
        copy = self.wrapped("copyfile", shutil.copyfile)
        stack.enter_context(patch.object(storage.shutil, "copyfile", copy))
        return stack


class Handle:
    """An open file whose writing, flushing and closing may fail; half is written before."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self.file, self.disk = file, disk

    def __enter__(self) -> "Handle":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()
        self.disk.check("close file")

    def write(self, data: bytes) -> int:
        """Write, or write half and fail."""
        if self.disk.refuses("write"):
            self.file.write(data[: len(data) // 2])
            raise OSError(self.disk.code, os.strerror(self.disk.code))
        return int(self.file.write(data))

    def flush(self) -> None:
        """Flush, or fail."""
        self.disk.check("flush")
        self.file.flush()

    def fileno(self) -> int:
        """Return the file's number."""
        return int(self.file.fileno())

    def read(self, most: int) -> bytes:
        """Read."""
        return bytes(self.file.read(most))


def run(findings: Findings, count: int, seed: int) -> None:
    """Break the disk under ``count`` games, at every call of a save."""
    for number in range(count):
        rng = random.Random(f"{seed} faults {number}")
        base = games.played("small", 3 - number % 4, rng.randrange(10**6), None, number % 5 == 4)
        resolving = number % 3 != 2
        for lasting in (False, True):
            for turn in range(1, LONGEST):
                codes = CODES if number % 10 == 0 else (CODES[(number + turn) % 3],)
                reached = [
                    _one(
                        findings,
                        f"{seed}-{number}-{turn}-{code}-{lasting:d}",
                        base,
                        Disk(turn, code, lasting),
                        resolving,
                    )
                    for code in codes
                ]
                if not all(reached):
                    break


def _one(findings: Findings, case: str, base: Game, disk: Disk, resolving: bool) -> bool:
    """Break one call of a save; return whether the save makes so many calls."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        game = _kept(base, folder)
        before = content(game)
        try:
            # Two states are kept here, so that a save deletes an old one after few quarters.
            with patch.object(keeping, "KEPT", 2), disk.broken():
                game.commit(WASHINGTON, {}) if resolving else game.draft(WASHINGTON, {})
            if len(disk.calls) < disk.turn:
                return False
            findings.count(f"failing calls of {_kind(disk.calls[disk.turn - 1])}")
            _check(game, before)
        except Exception as error:
            files = {path.name: path.read_bytes() for path in folder.iterdir()}
            findings.fail(case, f"{disk.calls}: {type(error).__name__}: {error}", files)
    return True


def _kept(base: Game, folder: Path) -> Game:
    """Return another game as far on as ``base``, kept in a folder with two earlier states."""
    game = Game(base.past)
    game.locks = base.locks
    game.resume(base.pending(), list(base.entries))
    game.keeper.path = running_path(folder)
    game.keep()
    for played in (97, 98):
        storage.keep_earlier(game.keeper.path, played, 2)
    return game


def _on_disk(path: Path, game: Game) -> Any:
    """Return what a file holds; Problem if it is no whole game."""
    passphrases = games.PASSPHRASES if game.locks else None
    log = lines.opened(disk.read(path), path.name, passphrases)[0]
    return (log.beginning, tuple(log.quarters), tuple(log.entries), log.pending)


def _check(game: Game, before: Any) -> None:
    """Check what stands on disk, and that the next order writes everything. AssertionError."""
    path = game.keeper.path
    assert path is not None
    now, kept = content(game), _on_disk(path, game)
    assert kept in (before, now), "neither the state before nor after stands on disk"
    if game.keeper.trouble:
        assert "goes on in memory" in game.keeper.trouble
    else:
        assert kept == now, "reported as kept, and is not"
    game.write("note", HANOI, "The disk works again.")
    assert not game.keeper.trouble, game.keeper.trouble
    path = game.keeper.path
    assert path is not None
    assert _on_disk(path, game) == content(game), "not everything was written"
    for other in every(path.parent):
        _on_disk(other, game)


def _kind(call: str) -> str:
    return call if " " in call or call in ("write", "flush") else f"os.{call}"
