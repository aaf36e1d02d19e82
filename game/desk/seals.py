"""Sealing at the window: a note to oneself, a reason for the quarter, and what the enemy will do.

A note is written into the log and onto the disk as it is typed; a reason and forecasts when the
papers leave the desk: when the box is closed, the quarter ended, the game saved or left. Nobody
else reads any of it until the debrief.
"""

from game.desk.afterwards import Afterwards
from game.desk.debrief_models import Foreseen, Sealing
from game.engine.board import SIDES
from game.problems import Problem
from game.record.log import LogEntry
from game.study.debrief import forecasts
from game.study.debrief.forecasts import REASON

Key = tuple[str, int, str]


class Seals(Afterwards):
    """A sitting at which reasons and forecasts can be sealed."""

    _drafted: dict[Key, float | None] | None = None
    _meant: dict[Key, str] | None = None
    _noted: LogEntry | None = None  # the note that is being typed

    # --- a quarter's reason and forecasts

    def sealing(self) -> Sealing:
        """Return what the side to move has written under seal for this quarter."""
        self._open()
        told = self._foreseen()
        return Sealing(
            self._reason(),
            tuple(
                Foreseen(name, forecasts.asked(name, 1 - self.side), told.get(name))
                for name in forecasts.QUESTIONS
            ),
        )

    def mean(self, text: str) -> None:
        """Say what is meant by this quarter's orders; an empty text takes it back."""
        self._open()
        self._meant = {**(self._meant or {}), self._at(REASON): text[: forecasts.LONGEST]}

    def foresee(self, question: str, chance: float | None) -> None:
        """Say how likely, 0..1, the enemy does something this quarter; None takes it back."""
        self._open()
        if question not in forecasts.QUESTIONS:
            raise Problem(f"{question!r} cannot be forecast: {', '.join(forecasts.QUESTIONS)}.")
        if chance is not None and not 0 <= chance <= 1:
            raise Problem("A forecast's confidence is 0 to 100 per cent.")
        self._drafted = {**(self._drafted or {}), self._at(question): chance}

    def seal(self) -> None:
        """Write what has changed under seal, where it was not written yet."""
        if self.game.over:
            return
        written = forecasts.sealed_by(self.game, self.side, self.game.quarter_name)
        for question in forecasts.QUESTIONS:
            key = self._at(question)
            chance = (self._drafted or {}).get(key, written.get(question))
            if chance == written.get(question):
                continue
            if chance is None:
                forecasts.withdraw(self.game, self.side, question)
            else:
                forecasts.write(self.game, self.side, question, 100 * chance)
        if self._reason() != self._written_reason():
            self.game.write("note", self.side, self._reason(), **{REASON: True})

    def _at(self, what: str) -> Key:
        return (self.game.quarter_name, self.side, what)

    def _foreseen(self) -> dict[str, float | None]:
        told: dict[str, float | None] = dict(
            forecasts.sealed_by(self.game, self.side, self.game.quarter_name)
        )
        drafted = self._drafted or {}
        return {name: drafted.get(self._at(name), told.get(name)) for name in forecasts.QUESTIONS}

    def _reason(self) -> str:
        return (self._meant or {}).get(self._at(REASON), self._written_reason())

    def _written_reason(self) -> str:
        kept = [
            entry.text
            for entry in forecasts.held(self.game.entries)
            if entry.what == "note"
            and entry.data.get(REASON)
            and (entry.quarter, entry.side) == (self.game.quarter_name, SIDES[self.side])
        ]
        return kept[-1] if kept else ""

    # --- a note to oneself, which lasts

    def note(self, text: str) -> None:
        """Keep a note to oneself, on the disk at once; what is typed of one note is one entry."""
        self._seated()
        if text == self.sealed:
            return
        log, quarter = self.game.log, self.game.quarter_name
        self._noted = log.note(quarter, SIDES[self.side], text, self._noted)
        self.game.keep()
        self.sealed = text

    def _write(self) -> None:
        self.seal()

    # --- when the papers leave the desk

    def due(self) -> str:
        """Return what time has brought about; what is under seal is written before the bell closes
        the book."""
        due = super().due()
        if due == "bell":
            self._write()
        return due

    def end(self) -> None:
        """Give the orders. The other side is now to move, or the quarter has been resolved."""
        self._open()
        self._write()
        super().end()
        self._noted = None

    def save(self, title: str) -> str:
        """Save the game; return one sentence that says where."""
        self._write()
        return super().save(title)

    def save_over(self, title: str) -> str:
        """Save the game in place of the save of that name; return one sentence that says where."""
        self._write()
        return super().save_over(title)
