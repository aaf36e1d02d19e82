"""Measuring the window: time to the first frame, time of a frame, memory.

Frames are measured where nothing moves (what the loop does when it is woken for nothing), where
a widget is repainted, and where the whole window is.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game import memory
from game.ui.app import App
from game.ui.map.store import MapStore
from game.ui.scene import Scene
from game.ui.scenes.climax import ClimaxScene
from game.ui.settings import Settings
from game.ui.widgets.acting import STEP
from game.ui.widgets.mapview import MapView


@dataclass(frozen=True)
class Timing:
    """Milliseconds a frame, the median and the 99th of a hundred, and memory in megabytes."""

    screen: str
    what: str
    p50: float
    p99: float
    memory: float


def measure(
    screens: dict[str, Callable[[], Scene]], size: tuple[int, int], frames: int = 120
) -> list[Timing]:
    """Return timings of every screen on a window of one size, maps already baked."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    store = MapStore()
    timings = []
    for name, make in screens.items():
        app = App(surface, Settings(sound=False), store=store)
        app.push(make())
        app.frame()
        store.wait()
        app.dirty_all()
        app.frame()
        pygame.display.flip()
        for what, spoil in _spoilers(app).items():
            taken = []
            for _ in range(frames):
                started = time.perf_counter()
                spoil()
                app.tick()
                spoilt = app.frame()
                if spoilt:
                    pygame.display.update(spoilt)
                taken.append((time.perf_counter() - started) * 1000)
            taken.sort()
            p99 = taken[int(len(taken) * 0.99) - 1]
            timings.append(Timing(name, what, taken[len(taken) // 2], p99, memory.now() / 1024**2))
    return timings


def _act(scene: ClimaxScene) -> None:
    """Let a climax go on by one step, however fast the frames come; begin again at its end."""
    if not scene.playing():
        scene.restart()
    scene.began -= STEP
    for widget in scene.movers:
        widget.move()


def _spoilers(app: App) -> dict[str, Callable[[], None]]:
    """Return what is spoilt before each kind of frame."""
    kinds: dict[str, Callable[[], None]] = {"nothing moves": lambda: None}
    top = app.top()
    widgets = list(top.root.walk()) if top is not None else []
    focus = top.focus if top is not None else None
    if focus is not None:
        kinds["the focus"] = focus.changed
    shown = next((w for w in widgets if isinstance(w, MapView)), None)
    if shown is not None:
        kinds["the map"] = shown.changed
    if isinstance(top, ClimaxScene):
        kinds["what acts"] = partial(_act, top)
    for mover in top.movers[:1] if top is not None else []:
        kinds["what moves"] = mover.move
    kinds["everything"] = app.dirty_all
    if top is not None:
        kinds["built anew"] = top.rebuild
    return kinds
