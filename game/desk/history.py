"""The history: the recorded war, walked through, which stops at its turning points and asks."""

from collections.abc import Callable
from typing import Final

from game.desk.build_debrief import when
from game.desk.build_pages import GOVERNMENTS
from game.desk.interface import GameDesk
from game.desk.models import Turning
from game.desk.watch import Watch
from game.engine.board import SIDES, WASHINGTON
from game.record import Game
from game.words import plain, terms

AFTERWARDS: Final = (
    "The cease-fire did not hold for long. The last American troops left in "
    "March 1973; Saigon fell on 30 April 1975. (FRUS 1969-76, vol. X.)"
)
DOORS: Final = (
    "Any quarter can be entered: go to it, and play on as either side. The record stays as it is."
)


class History(Watch):
    """The record, watched. Nobody's answer changes it."""

    def __init__(self, game: Game, sit: Callable[[str, str], GameDesk]) -> None:
        """Watch a recorded war from its first quarter."""
        super().__init__(game, sit)
        self.points = {turning.at: turning for turning in turnings(game, self.names)}
        self.given: dict[int, int | None] = {}

    def turning(self, at: int) -> Turning | None:
        """Return what is to be asked before a quarter is shown."""
        return None if at in self.given else self.points.get(at)

    def answer(self, at: int, answer: int | None) -> None:
        """Note an answer, or that it was passed by."""
        self.given[at] = answer

    def closing(self) -> tuple[str, ...]:
        """Return how the war ended, what it had cost, and what one would have done otherwise."""
        dossier = self.game.dossier(WASHINGTON)
        places = [int(place) for place in dossier.view.settlement]
        signed = (
            f"It ended with a signature. {plain.capital(terms.package(places))}"
            if places[0] >= 0
            else "It ended without a signature."
        )
        return (plain.sentence(signed), when(dossier), AFTERWARDS, *self._compared(), DOORS)

    def _compared(self) -> tuple[str, ...]:
        answered = {at: given for at, given in self.given.items() if given is not None}
        if not answered:
            return ()
        same = sum(self.points[at].did == given for at, given in answered.items())
        return (
            f"You answered at {plain.count(len(answered))} of {plain.count(len(self.points))} "
            f"turning points, and as on record at {plain.count(same)}.",
        )


def turnings(game: Game, names: tuple[str, ...]) -> tuple[Turning, ...]:
    """Return the turning points of a campaign that lie in the quarters ``names``, in order."""
    return tuple(
        Turning(
            names.index(row.quarter),
            plain.quarter_title(row.quarter),
            GOVERNMENTS[SIDES.index(row.side)],
            row.title,
            row.question,
            tuple(row.answers),
            row.did - 1,
            row.told,
            row.source,
        )
        for row in game.campaign.file.turning_points
        if row.quarter in names
    )
