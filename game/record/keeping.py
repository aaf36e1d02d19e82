"""Keeping a running game on disk: after every committed order, and never at the game's expense.

The newest state stands in the game's file, the four before it beside it, one a quarter. A file that
somebody else has written meanwhile is left alone: the game goes on being kept in another.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game import disk
from game.record import folder, storage

KEPT: Final = 5  # states of a running game: the newest and the four before it


@dataclass
class GameKeeper:
    """Where a game is kept, if anywhere, and what there is to say about it."""

    path: Path | None = None
    trouble: str = ""
    moved: str = ""  # says that the game is kept in another file than before, and why
    waits: bool = False  # a war that nobody has begun yet is not written: it is no game in play
    _written: tuple[int, ...] | None = field(default=None, repr=False)
    _played: int | None = field(default=None, repr=False)

    @property
    def said(self) -> str:
        """What must be known at once: that writing failed, or that another file is written."""
        return self.trouble or self.moved

    def keep(self, data: bytes, played: int) -> None:
        """Write the game after ``played`` quarters; if that fails it goes on in memory, and
        ``trouble`` says so."""
        if self.path is None or self.waits:
            return
        if self._written is not None and disk.stamp(self.path) not in (None, self._written):
            former, self._played = self.path.stem, None
            self.path = folder.running_path(self.path.parent)
            self.moved = (
                f"Another program has written {former} meanwhile: this game goes on "
                f"being kept as {self.path.stem}. Nothing is lost of either."
            )
        if self._played is not None and self._played != played:
            storage.keep_earlier(self.path, self._played, KEPT - 1)
        try:
            disk.write(self.path, data)
        except OSError as error:
            self.trouble = (
                f"{self.path}: the game could not be saved ({error.strerror}). It goes on in "
                "memory; make room or save it elsewhere before you leave."
            )
        else:
            self.trouble, self._played = "", played
        self._written = disk.stamp(self.path)
