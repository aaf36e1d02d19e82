"""The lobby's door: what the title asks of the lobby, answered before anything else is imported.

While no game is kept there is nothing to list and no war is over; kept games are listed without
what plays them. Any other question opens the lobby itself.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game import late
from game.desk.ahead import Ahead, Threaded
from game.record.folder import WARS, every

if TYPE_CHECKING:
    from game.cli import _lobby, _saves
    from game.desk.models import SavedGame
else:
    _saves, _lobby = late.modules("game.cli", "_saves _lobby")

NO_WAR_OVER: Final = "The rule is opened when a war is over."


class Door:
    """The lobby, imported when something is asked that needs it."""

    def __init__(self, folder: Path, own: bool, ahead: Callable[[], Ahead] = Threaded) -> None:
        """Open on the lobby of a folder; ``own`` and ``ahead`` as there."""
        self.folder, self.own, self.ahead = folder, own, ahead

    def __getattr__(self, name: str) -> Any:
        return getattr(self.lobby, name)

    @cached_property
    def lobby(self) -> "_lobby.GameLobby":
        """The lobby itself."""
        return _lobby.GameLobby(self.folder, self.own, ahead=self.ahead)

    def saves(self) -> "tuple[SavedGame, ...]":
        """Return the saved games, newest first."""
        return _saves.every_listed(self.folder) if self._any() else ()

    def record_line(self) -> str:
        """Return the record of one's wars in a line; empty while none counts."""
        return _saves.record_line(self.folder) if (self.folder.parent / WARS).exists() else ""

    def rule_why_not(self) -> str:
        """Return why the rule is not on view; empty where it may be read."""
        return _saves.rule_why_not(self.saves()) if self._any() else NO_WAR_OVER

    def _any(self) -> bool:
        """Whether a game is kept."""
        return bool(every(self.folder))
