"""A whole war in the window on one loop of asyncio; threads, processes, waits and sleeps barred.

``python -m tests.reach.alone`` plays it and prints how long slices and frames took, in the
processor's time and by the clock; the tests play a shorter one.
"""

import argparse
import asyncio
import contextlib
import errno
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pygame

from game.cli._lobby import GameLobby
from game.desk.ahead import InTurn
from game.desk.desk import Desk
from game.ui import turns
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.map.sliced import SlicedStore
from game.ui.scenes.newgame import BriefingScene
from game.ui.scenes.quarter import QuarterScene
from game.ui.scenes.waiting import AtWork, Deliberating
from game.ui.settings import Settings
from tests.pace import slower
from tests.ui.windows import key, tab_to

MOST = 20_000  # turns of the loop in which nothing has come of a key
LIMIT = 0.05  # seconds; no slice of thinking or baking takes longer, 99 times in 100


@dataclass
class Taken:
    """Seconds that every slice and every turn of the loop took: processor's time, and by the
    clock."""

    slices: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)
    slower: float = 1.0  # times; how much slower than the limit's own this machine was

    def within(self) -> bool:
        """Whether 99 slices in 100 took no longer than the limit, as fast as this machine is."""
        return bool(np.percentile(self.slices, 99) <= LIMIT * self.slower)

    def told(self) -> str:
        """Return one line of what was measured."""
        percent = [1000 * float(np.percentile(self.slices, at)) for at in (50, 99, 100)]
        clock = [1000 * float(np.percentile(self.clock, at)) for at in (50, 99, 100)]
        return (
            f"{len(self.slices)} slices; milliseconds p50, p99, most: of the processor "
            f"{percent[0]:.1f} {percent[1]:.1f} {percent[2]:.1f}, by the clock "
            f"{clock[0]:.1f} {clock[1]:.1f} {clock[2]:.1f}"
        )


class Barred(AssertionError):
    """Something was used that a browser does not have."""


@contextlib.contextmanager
def barred() -> Iterator[None]:
    """Let nothing start a thread or a process, wait, sleep, or touch descriptors; have no links."""
    places: tuple[tuple[Any, str], ...] = (
        (threading.Thread, "start"),
        (subprocess, "Popen"),
        (time, "sleep"),
        (os, "system"),
        (pygame.event, "wait"),
        (pygame.time, "wait"),
        (pygame.time, "delay"),
        (threading.Event, "wait"),
        (threading.Condition, "wait"),
        (os, "fork"),
        (os, "dup2"),
        (pygame, "Window"),
    )
    with contextlib.ExitStack() as stack:
        for owner, name in places:
            if hasattr(owner, name):
                stack.enter_context(patch.object(owner, name, _refusing(name)))
        unsupported = OSError(errno.ENOTSUP, "no hard links here")
        stack.enter_context(patch.object(os, "link", side_effect=unsupported))
        yield


def _refusing(name: str) -> Callable[..., Any]:
    def refuse(*_: Any, **__: Any) -> Any:
        raise Barred(name)

    return refuse


async def person(flow: Flow, taken: Taken) -> None:
    """Read what is to be read and end quarter after quarter by the keyboard, until the war is over;
    then close the window."""
    app, idle = flow.app, 0
    while idle < MOST:
        await asyncio.sleep(0)
        top, desk = app.top(), flow.desk
        assert isinstance(desk, Desk)
        if isinstance(top, AtWork | Deliberating):
            taken.signs.add(type(top).__name__)
            idle += 1
        elif desk.game.over and desk.resolution() is None:
            break
        else:
            idle = 0
            act(app)
    app.running = False


def act(app: App) -> None:
    """Do what leads on from the screen that is shown."""
    top = app.top()
    assert top is not None
    keys = [widget.key for widget in top.stops()]
    if isinstance(top, QuarterScene):
        tab_to(app, "end")
    elif isinstance(top, BriefingScene):
        tab_to(app, "go on")
    else:
        wanted = next((one for one in ("End quarter", "go on", "Back") if one in keys), None)
        if wanted is None:
            key(app, "escape")
            return
        tab_to(app, wanted)
    key(app, "return")


def timed(act: Callable[[], bool], taken: Taken) -> Callable[[], bool]:
    """Return ``act`` with every slice that it does measured."""

    def measured() -> bool:
        began, clock = time.process_time(), time.perf_counter()
        busy = act()
        if busy:
            taken.slices.append(time.process_time() - began)
            taken.clock.append(time.perf_counter() - clock)
        return busy

    return measured


class TimedStore(SlicedStore):
    """A map's slices, each measured."""

    taken: Taken

    def go_on(self) -> bool:
        return timed(super().go_on, self.taken)()


def play(folder: Path, campaign: str, level: str, seed: str) -> tuple[Desk, Taken]:
    """Return the desk of a whole war that was played so, and what its slices took."""
    pygame.display.init()
    pygame.font.init()
    surface, taken = pygame.display.set_mode((1280, 720)), Taken()
    lobby = GameLobby(folder, ahead=InTurn)
    for row, choice in (("campaign", campaign), ("level", level), ("seed", seed)):
        lobby.choose(row, choice)
    store = TimedStore(folder / "maps")
    store.taken = taken
    app = App(surface, Settings(sound=False), store=store)
    flow = Flow(app, lobby, "x")
    app.think = timed(app.think, taken)
    before = slower()
    with barred():
        asyncio.run(_play(flow, lobby, taken))
    taken.slower = max(before, slower())
    desk = flow.desk
    assert isinstance(desk, Desk)
    return desk, taken


async def _play(flow: Flow, lobby: GameLobby, taken: Taken) -> None:
    flow.play(lobby.start())
    playing = asyncio.create_task(turns.run(flow.app))
    await asyncio.gather(person(flow, taken), playing)


def main() -> int:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--campaign", default="vietnam-1965-1973")
    parser.add_argument("--level", default="strategist")
    parser.add_argument("--seed", default="7")
    asked = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        desk, taken = play(Path(name), asked.campaign, asked.level, asked.seed)
    print(
        f"{len(desk.game.past.rows)} quarters in {time.perf_counter() - began:.0f} s, "
        f"{desk.game.ending}; last digest {desk.game.past.rows[-1].digest}"
    )
    print(taken.told())
    return 0 if desk.game.over and taken.within() else 1


if __name__ == "__main__":
    sys.exit(main())
