"""Where the finished map waits: baked by a worker, kept in memory and in the user's cache folder.

The worker draws on a surface of its own and hands it over whole, so that no frame ever waits
for more than the interpreter's switch. A wake-up event is posted when a map is ready.
"""

import hashlib
import threading
import zlib
from collections import OrderedDict
from pathlib import Path

import platformdirs
import pygame

from game.ui.map import fields
from game.ui.map.aim import part_of
from game.ui.map.bake import WIDEST, Sheet, bake, blank
from game.ui.map.projection import Frame, fit

EDITION = 2  # raised when the map is drawn otherwise, so that old files are not found
KEPT_SHEETS, KEPT_FILES = 4, 30  # some 2 megabytes each
READY = pygame.event.custom_type()
"""Posted when a map has been finished."""


Key = tuple[Frame, float]


class MapStore:
    """Hands out the best map there is for a frame and has the right one baked."""

    def __init__(self, folder: Path | None = None, threaded: bool = True) -> None:
        """Keep files in ``folder``, or in the user's cache folder; bake at once if not threaded."""
        self.folder = folder or Path(platformdirs.user_cache_dir("overture")) / "maps"
        self.threaded = threaded
        self._sheets: OrderedDict[Key, Sheet] = OrderedDict()
        self._wanted: Key | None = None
        self._worker: threading.Thread | None = None
        self._done: list[tuple[Key, Sheet]] = []

    def get(self, frame: Frame, letters: float) -> tuple[Sheet, bool]:
        """Return a sheet of the frame's size and whether it is the finished one.

        Until it is, the sheet is the part of a finished map that shows as much, scaled; the last
        one where none does, or plain water.
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
        self._start()
        return self._stand_in(frame), False

    @property
    def busy(self) -> bool:
        """Whether a map is being made."""
        return self._worker is not None

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
        size = (frame.width, frame.height)
        for (old, _), sheet in reversed(self._sheets.items()):
            part = part_of(old, frame)
            if part is not None:
                return Sheet(pygame.transform.scale(sheet.ground.subsurface(part), size),
                             pygame.transform.scale(sheet.names.subsurface(part), size))
        last = next(reversed(self._sheets.values()))
        return Sheet(pygame.transform.scale(last.ground, size),
                     pygame.transform.scale(last.names, size))

    def _start(self) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, daemon=True)
            self._worker.start()

    def _work(self) -> None:
        """Make the map that is wanted now; the collector sees to what was wanted meanwhile."""
        key = self._wanted
        if key is None:
            return
        self._done.append((key, self._make(key)))
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(READY))

    def _make(self, key: Key) -> Sheet:
        frame, letters = key
        path = self.folder / f"{_name(key)}.map"
        found = _read(path, (frame.width, frame.height))
        if found is not None:
            return found
        sheet = blank(frame)
        for _ in bake(frame, sheet, letters):
            pass
        fields.forget()
        _write(path, sheet)
        return sheet


def _read(path: Path, size: tuple[int, int]) -> Sheet | None:
    """Return a sheet from its file, or None where there is none or it is damaged."""
    try:
        raw = zlib.decompress(path.read_bytes())
        split = size[0] * size[1] * 3
        return Sheet(
            pygame.image.frombytes(raw[:split], size, "RGB"),
            pygame.image.frombytes(raw[split:], size, "RGBA"),
        )
    except (OSError, ValueError, zlib.error):
        return None


def _write(path: Path, sheet: Sheet) -> None:
    """Save a sheet; a disk that is full or closed to us is no reason to stop a game."""
    raw = pygame.image.tobytes(sheet.ground, "RGB") + pygame.image.tobytes(sheet.names, "RGBA")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(zlib.compress(raw, 1))
        part.replace(path)
        old = sorted(path.parent.glob("*.map"), key=lambda p: p.stat().st_mtime)
        for stale in old[:-KEPT_FILES]:
            stale.unlink()
    except OSError:
        return


def _name(key: Key) -> str:
    return hashlib.sha256(f"{EDITION} {key}".encode()).hexdigest()[:24]


def thumbnail(store: MapStore, width: int, height: int) -> pygame.Surface:
    """Return the public map, without any lens, for a save's picture."""
    return store.get(fit(width, height), 1.0)[0].ground
