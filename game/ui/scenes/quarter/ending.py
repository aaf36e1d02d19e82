"""Ending a quarter: the sentence, the wait for the other side, and running on with what stands."""

from collections.abc import Callable
from typing import Final

from game.desk import models as m
from game.desk.interface import GameDesk
from game.ui.scene import Scene
from game.ui.scenes.common import Notice, attempt
from game.ui.scenes.sealing import EndQuestion, SealBox
from game.ui.scenes.waiting import Deliberating

BY_ITSELF: Final = "Run on once more, and what is left open goes by its marked answer."


class Ending(Scene):
    """The part of the quarter's screen that ends it."""

    desk: GameDesk
    quarter: m.Quarter
    done: Callable[[], None]

    def _learn(self, deed: str) -> None:
        """Tell the tutorial what was done."""

    def ask_end(self) -> None:
        """End the quarter: at once where nothing was touched, since the button has said so; else
        say what becomes irreversible, and end it when that is confirmed."""
        end = self.quarter.end
        if not end.enabled:
            self.app.push(Notice("The quarter cannot end yet", end.why_not))
            return
        if not (self.quarter.orders.can_undo or end.danger or end.open):
            self._end()
            return
        verb = end.label.replace("&", "")
        self.app.push(
            EndQuestion(
                f"{verb}?",
                end.irreversible,
                end.label,
                self._end,
                self.seal,
                self.quarter.orders.summary,
            )
        )

    def seal(self) -> None:
        """Open the box in which a reason and forecasts are sealed."""
        self.app.push(SealBox(self.desk))

    def _end(self) -> None:
        """Give the orders, as soon as the other side has made up its mind."""

        def given() -> None:
            self._learn("end")
            if attempt(self, self.desk.end):
                self.done()

        self._when(
            self.desk.answer_ready,
            "Your orders are written. The quarter is resolved as soon as the other side's are.",
            given,
        )

    def run_on(self) -> None:
        """Play standing orders until something needs the side."""
        if not self.quarter.run_on.enabled:
            self.app.push(Notice("Running on", self.quarter.run_on.why_not))
            return
        began, waits = self.quarter.header.date, self.quarter.end.open

        def stopped() -> None:
            head = self.desk.quarter().header
            if waits and head.date == began:
                self.app.push(Notice("Running on", head.prompt, BY_ITSELF))
            else:
                self.done()

        self._when(
            self._ran_on,
            "Standing orders are played, quarter by quarter, until something needs you.",
            stopped,
        )

    def _ran_on(self) -> bool:
        """Play a quarter more where the other side is ready; return whether it is time to stop."""
        if not self.desk.answer_ready():
            return False
        going = [False]
        attempt(self, lambda: going.__setitem__(0, self.desk.run_one()))
        return not going[0]

    def _when(self, step: Callable[[], bool], text: str, then: Callable[[], None]) -> None:
        """Go on at once where nothing is waited for, else with a box that says what is."""
        if step():
            then()
        else:
            self.app.push(Deliberating(step, text, then))
