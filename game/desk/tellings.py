"""What the facilitator does is told to both sides, to each when it next looks at the screen."""

from typing import Final

from game.engine.board import SIDES
from game.record import Game
from game.record.log import LogEntry

UNTOLD: Final = ("turn", "bell")  # what every screen shows by itself


class Tellings:
    """How far each side has been told of what the facilitator did in a game."""

    def __init__(self, game: Game) -> None:
        """Begin with the game: a new one has its facilitator's uses still to be told, one that is
        taken up has not."""
        self.game = game
        begun = len(game.entries) if game.past.rows else 0
        self._upto = [begun for _ in SIDES]

    def waits(self, side: int) -> bool:
        """Whether there is anything that a side has not been told yet."""
        return any(concerns(entry) for entry in self.game.entries[self._upto[side] :])

    def told(self, side: int) -> tuple[str, ...]:
        """Return what a side has not been told yet, a sentence each; it counts as told now."""
        new = self.game.entries[self._upto[side] :]
        self._upto[side] = len(self.game.entries)
        return tuple(said(entry) for entry in new if concerns(entry))


def concerns(entry: LogEntry) -> bool:
    """Whether an entry is a use by the facilitator that both sides are told of."""
    if entry.side is not None:
        return False
    if entry.what == "facilitator":
        return entry.data.get("act") not in UNTOLD
    return entry.what in ("inject", "rewind")


def said(entry: LogEntry) -> str:
    """Return a sentence that says what an entry of the log has done."""
    if entry.what == "inject":
        return f"Both sides are told: {entry.data['title']}."
    return entry.text
