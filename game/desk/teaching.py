"""A first game's lessons as they are gone through, taken up again where they were left."""

from dataclasses import replace
from typing import Final

from game.desk.lessons import FOLLOWED
from game.desk.models import Lesson
from game.engine.dossier import Dossier
from game.record import Game
from game.words import followed

LESSON: Final = "lesson"  # under which key the log keeps how many lessons have been gone through


class Teaching:
    """What is taught in one game, from the first lesson that has not been gone through in it."""

    def __init__(self, game: Game, lessons: tuple[Lesson, ...] = ()) -> None:
        """Take up ``lessons``."""
        self._game, self._lessons = game, lessons
        gone = [entry.data[LESSON] for entry in game.entries if LESSON in entry.data]
        self._gone = int(gone[-1]) if gone else 0

    def step(self, dossier: Dossier) -> Lesson | None:
        """Return the lesson that is due, or None where this quarter has none left; what a quarter
        would have taught that is over is not taught any more."""
        turn = len(dossier.reports)
        left = [one for one in self._lessons[self._gone :] if one.turn == turn]
        if self._game.over or not left:
            return None
        if left[0].text != FOLLOWED:
            return left[0]
        return replace(left[0], text=followed.quarter(dossier, turn - 1))

    def done(self, dossier: Dossier) -> None:
        """Go on to the next lesson."""
        lesson = self.step(dossier)
        if lesson is not None:
            self._note(dossier.side, lesson.number)

    def skip(self, side: int) -> None:
        """Leave the lessons."""
        self._note(side, len(self._lessons))

    def _note(self, side: int, count: int) -> None:
        if self._lessons:
            self._gone = min(count, len(self._lessons))
            self._game.write("setting", side, "A lesson.", **{LESSON: self._gone})
