"""The entries of a game's log: what was said and done beside the orders, and what of it holds."""

from collections.abc import Callable
from typing import Any

from game.problems import Problem
from game.record.log import MOST_ENTRIES, LogEntry, part

FACILITATED = ("inject", "rewind", "facilitator")


class Logbook:
    """The entries so far. ``clock``, if there is one, tells the minutes of a session, which every
    use by the facilitator is stamped with."""

    def __init__(self, entries: list[LogEntry] | None = None) -> None:
        self.entries = list(entries or [])
        self.clock: Callable[[], float] | None = None

    def note(self, quarter: str, side: str, text: str, earlier: LogEntry | None) -> LogEntry:
        """Add a note, or put it in the place of ``earlier``, an entry of the same quarter and side;
        return it. Problem for one that could not be read again, or for one too many."""
        place = next((at for at, one in enumerate(self.entries) if one is earlier), None)
        if earlier is None or (earlier.quarter, earlier.side) != (quarter, side) or place is None:
            self.enter("note", quarter, side, text, {})
            return self.entries[-1]
        made: LogEntry = part(LogEntry, **{**earlier.model_dump(), "text": text})
        self.entries[place] = made
        return made

    def enter(
        self, what: str, quarter: str, side: str | None, text: str, data: dict[str, Any]
    ) -> None:
        """Add an entry; Problem for one that could not be read again, or for one too many."""
        if side is None and self.clock is not None:
            data = {**data, "minute": round(self.clock(), 1)}
        made = part(
            LogEntry, kind="entry", what=what, quarter=quarter, side=side, text=text, data=data
        )
        if len(self.entries) >= MOST_ENTRIES:
            raise Problem(f"The log holds {MOST_ENTRIES:,} notes and takes no more.")
        self.entries.append(made)

    def facilitated(self) -> tuple[LogEntry, ...]:
        """Return every use that the facilitator has made of the game, for the debrief."""
        return tuple(
            entry for entry in self.entries if entry.side is None and entry.what in FACILITATED
        )

    def held(self, act: str, key: str) -> Any:
        """Return what the facilitator last set by an act, or None."""
        set_to = [
            entry.data.get(key)
            for entry in self.entries
            if entry.what == "facilitator" and entry.data.get("act") == act
        ]
        return set_to[-1] if set_to else None

    @property
    def rung(self) -> bool:
        """Whether the bell has ended the war, and no rewind has taken it up again."""
        ends = [
            entry.what
            for entry in self.entries
            if entry.what == "rewind" or entry.data.get("act") == "bell"
        ]
        return bool(ends) and ends[-1] == "facilitator"

    @property
    def stride(self) -> int:
        """How many quarters a turn's orders are given for."""
        kept = self.held("stride", "quarters")
        return kept if kept in (1, 2, 3, 4) else 1
