"""A store of maps that bakes between two frames, for a window without threads."""

from collections.abc import Generator
from pathlib import Path

from game.ui.map import baked
from game.ui.map.bake import Sheet
from game.ui.map.baked import Key
from game.ui.map.store import MapStore


class SlicedStore(MapStore):
    """Has the map that was wanted last baked, a slice at each ``go_on``."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep files in ``folder``, or in the user's cache folder."""
        super().__init__(folder)
        self._making: tuple[Key, Generator[None, None, Sheet]] | None = None

    @property
    def busy(self) -> bool:
        """Whether a map is being made."""
        return self._making is not None

    def go_on(self) -> bool:
        """Do a slice of the map that is wanted; return whether there was any."""
        if self._making is None:
            return False
        key, slices = self._making
        try:
            next(slices)
        except StopIteration as done:
            self._making = None
            self._done.append((key, done.value))
            self.tell()
        return True

    def wait(self) -> None:
        """Make at once what is wanted."""
        while self.go_on():
            pass
        self._collect()

    def another(self) -> "SlicedStore":
        """Return a store of its own for a second window."""
        return SlicedStore(self.folder)

    def _start(self) -> bool:
        """Begin with what is wanted now; a map that nobody wants any more is let go."""
        wanted = self._wanted
        if wanted is not None and (self._making is None or self._making[0] != wanted):
            self._making = wanted, baked.made(wanted, self.folder)
        return True
