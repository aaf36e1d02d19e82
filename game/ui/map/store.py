"""Where the finished map waits: baked by a worker, kept in memory and in the user's cache folder.

The worker draws on a surface of its own and hands it over whole, so that no frame ever waits
for more than the interpreter's switch. A wake-up event is posted when a map is ready.
"""

import threading
from collections import OrderedDict
from pathlib import Path

import pygame

from game import folders
from game.ui.map import baked
from game.ui.map.aim import overlap
from game.ui.map.bake import WIDEST, Sheet, blank
from game.ui.map.baked import Key
from game.ui.map.projection import Frame, fit
from game.ui.map.under_way import marked

KEPT_SHEETS = 4  # some 2 megabytes each
READY = pygame.event.custom_type()
"""Posted when a map has been finished."""


class MapStore:
    """Hands out the best map there is for a frame and has the right one baked."""

    def __init__(self, folder: Path | None = None, threaded: bool = True) -> None:
        """Keep files in ``folder``, or in the user's cache folder; bake at once if not threaded."""
        self.folder = folder or folders.cache() / "maps"
        self.threaded = threaded
        self._sheets: OrderedDict[Key, Sheet] = OrderedDict()
        self._wanted: Key | None = None
        self._worker: threading.Thread | None = None
        self._done: list[tuple[Key, Sheet]] = []

    def get(self, frame: Frame, letters: float) -> tuple[Sheet, bool]:
        """Return a sheet of the frame's size and whether it is the finished one.

        Until it is, the sheet is the finished map that shows the most of it, each place where this
        frame has it, on plain water, with a sign that says so: what is drawn over it stands right.
        """
        if max(frame.width, frame.height) > WIDEST:
            raise ValueError(f"a map of {frame.width} x {frame.height} pixels is too large")
        self._collect()
        key = (frame, letters)
        if key in self._sheets:
            self._sheets.move_to_end(key)
            return self._sheets[key], True
        self._wanted = key
        if not self.threaded:
            self._keep(key, self._make(key))
            return self._sheets[key], True
        if not self._start():
            self._keep(key, self._make(key))
            return self._sheets[key], True
        return marked(self._stand_in(frame), letters), False

    @property
    def busy(self) -> bool:
        """Whether a map is being made."""
        return self._worker is not None

    def go_on(self) -> bool:
        """Leave everything to the worker."""
        return False

    def another(self) -> "MapStore":
        """Return a store of its own for a second window."""
        return MapStore(self.folder, self.threaded)

    def wait(self) -> None:
        """Wait until the worker has nothing more to do."""
        while self._worker is not None:
            self._worker.join()
            self._collect()

    def _collect(self) -> None:
        while self._done:
            self._keep(*self._done.pop(0))
        if self._worker is not None and not self._worker.is_alive():
            self._worker = None
            if self._wanted is not None and self._wanted not in self._sheets:
                self._start()

    def _keep(self, key: Key, sheet: Sheet) -> None:
        if pygame.display.get_surface():
            sheet = Sheet(sheet.ground.convert(), sheet.names.convert_alpha())
        self._sheets[key] = sheet
        while len(self._sheets) > KEPT_SHEETS:
            self._sheets.popitem(last=False)

    def _stand_in(self, frame: Frame) -> Sheet:
        empty = blank(frame)
        if not self._sheets:
            return empty
        found = [(overlap(old, frame), sheet) for (old, _), sheet in reversed(self._sheets.items())]
        (source, goal), best = max(found, key=lambda one: one[0][1].width * one[0][1].height)
        for layer, full in zip((empty.ground, empty.names), (best.ground, best.names), strict=True):
            if source.width and source.height and goal.width and goal.height:
                piece = pygame.transform.scale(full.subsurface(source), goal.size)
                layer.blit(piece, goal)
        return empty

    def _start(self) -> bool:
        """Have the worker bake what is wanted; return whether there is one."""
        if self._worker is None:
            worker = threading.Thread(target=self._work, daemon=True)
            try:
                worker.start()
            except RuntimeError:  # no thread can be had
                return False
            self._worker = worker
        return True

    def _work(self) -> None:
        """Make the map that is wanted now; the collector sees to what was wanted meanwhile."""
        key = self._wanted
        if key is None:
            return
        self._done.append((key, self._make(key)))
        self.tell()

    def tell(self) -> None:
        """Wake the window: a map is there."""
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(READY))

    def _make(self, key: Key) -> Sheet:
        slices = baked.made(key, self.folder)
        while True:
            try:
                next(slices)
            except StopIteration as done:
                sheet: Sheet = done.value
                return sheet


def thumbnail(store: MapStore, width: int, height: int) -> pygame.Surface:
    """Return the public map, without any lens, for a save's picture."""
    return store.get(fit(width, height), 1.0)[0].ground
