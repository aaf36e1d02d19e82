"""Keeping a running game on disk: after every committed order, and never at the game's expense."""

from dataclasses import dataclass
from pathlib import Path

from game.record import storage


@dataclass
class Keeper:
    """Where a game is kept, if anywhere, and what went wrong the last time it was written."""

    path: Path | None = None
    trouble: str = ""

    def keep(self, data: bytes) -> None:
        """Write the game; if that fails it goes on in memory, and ``trouble`` says so."""
        if self.path is None:
            return
        try:
            storage.write(self.path, data)
            self.trouble = ""
        except OSError as error:
            self.trouble = (
                f"{self.path}: the game could not be saved ({error.strerror}). It goes on in "
                "memory; make room or save it elsewhere before you leave."
            )
