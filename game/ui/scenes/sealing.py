"""What is sealed before a quarter ends: one line of reason, and what the other side will do."""

from collections.abc import Callable, Sequence

from pygame import Rect

from game.desk.interface import OrdersDesk
from game.ui import theme
from game.ui.scenes.common import Modal, Question, attempt
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.chance import Chance
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.texts import Heading, Text

LINE = 160  # letters of a reason
FOOT = 150  # pixels at 100 % text from the middle of the window to the foot of the last question
MARGIN = 12  # pixels around the last question where it is tall


class SealBox(Modal):
    """Asks for a reason and for forecasts; all of it may be left out. Nothing is written before
    it is sealed: whoever goes back leaves all as it was."""

    title = "Under seal"
    width = 640.0

    def __init__(self, desk: OrdersDesk) -> None:
        """Seal what the side to move at ``desk`` means and expects."""
        super().__init__()
        self.desk = desk
        self.model = desk.sealing()
        self.first_focus = "Reason"

    def body(self) -> Widget:
        column = Column(
            Text(
                "Nobody else reads this before the war is over, and nothing hangs on it in play. "
                "Leave out what you like.",
                theme.BODY,
                theme.DIM,
            ),
            Heading("What we mean by this quarter"),
            TextField(
                "Reason",
                self.model.reason,
                600,
                longest=LINE,
                act=self._mean,
                tip="Reason\nOne line: why these orders. The debrief sets it beside what the "
                "other side took them for.",
                enter=self._seal,
                hint="One line: why these orders",
            ),
            Heading("What we expect of them this quarter"),
            gap=8,
        )
        for one in self.model.forecasts:
            column.add(
                Chance(one.text, one.chance, self._foresee(one.question), f"chance {one.question}")
            )
        return column

    def buttons(self) -> Sequence[Button]:
        return (
            Button("&Seal it", self._seal, kind="chosen", cue="stamp", key="seal"),
            Button(
                "&Not yet",
                self.close,
                cue="page",
                key="not yet",
                tip="Not yet\nGo back and leave all as it was before this box was opened.",
            ),
        )

    def _mean(self, text: str) -> None:
        attempt(self, lambda: self.desk.mean(text))

    def _foresee(self, question: str) -> Callable[[float | None], None]:
        def said(chance: float | None) -> None:
            attempt(self, lambda: self.desk.foresee(question, chance))

        return said

    def close(self) -> None:
        """Take back what was said since the box was opened, and go back to the screen below."""
        self._mean(self.model.reason)
        for one in self.model.forecasts:
            self._foresee(one.question)(one.chance)
        super().close()

    def _seal(self) -> None:
        if attempt(self, self.desk.seal):
            super().close()


class EndQuestion(Question):
    """The question before a quarter ends, with a way to seal a reason first. Its foot stands where
    it stood last quarter, however much there is to say, so that its buttons do too."""

    def __init__(
        self,
        title: str,
        text: str,
        verb: str,
        act: Callable[[], None],
        seal: Callable[[], None],
        summary: str = "",
    ) -> None:
        """Ask whether to end the quarter; ``seal`` opens the box, ``summary`` says all that was
        ordered."""
        super().__init__(title, text, verb, act)
        self.seal, self.summary = seal, summary
        self.first_focus = verb.replace("&", "")

    def body(self) -> Widget:
        if not self.summary or self.summary.rstrip(".") in self.text:
            return super().body()
        return Column(
            super().body(), Text(f"Ordered: {self.summary}", theme.SMALL, theme.DIM), gap=8
        )

    def area(self) -> Rect:
        rect, window = super().area(), self.app.window()
        foot = window.centery + self.app.setter.theme.px(FOOT)
        rect.bottom = min(max(foot, window.y + MARGIN + rect.height), window.bottom - MARGIN)
        return rect

    def buttons(self) -> Sequence[Button]:
        end, back = super().buttons()
        return (end, Button("&Seal a reason first", self._seal, cue="page", key="seal first"), back)

    def _seal(self) -> None:
        self.app.pop()
        self.seal()
