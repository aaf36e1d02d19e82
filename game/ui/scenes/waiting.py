"""Waiting for whoever thinks: a page that says who is at work, and goes away by itself.

It shows nothing of any side, so that it may stand where a curtain has just been lifted.
"""

from collections.abc import Callable

from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import Modal
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Panel
from game.ui.widgets.texts import Text

LOOK = 0.05  # seconds between two looks whether the wait is over


class AtWork(Scene):
    """A page that waits until the papers are ready."""

    title = "The staffs are at work"

    def __init__(self, ready: Callable[[], bool], then: Callable[[], None]) -> None:
        """Wait until ``ready``, ``then`` go on."""
        super().__init__()
        self.ready, self.then = ready, then

    def build(self) -> Widget:
        words = Column(
            Text(self.title, theme.TITLE, theme.GOLD, "centre"),
            Text("The quarter's papers are being put together.", theme.BODY, theme.LIGHT, "centre"),
        )
        return Panel(Centred(words, 460), theme.NIGHT, 20, None)

    def tick(self, now: float) -> None:
        if self.ready():
            self.then()

    def wake_in(self, now: float) -> float | None:
        return LOOK


class Deliberating(Modal):
    """A box over the quarter while the other side thinks; one may go back meanwhile."""

    title = "The other side deliberates"

    def __init__(self, step: Callable[[], bool], text: str, then: Callable[[], None]) -> None:
        """Call ``step`` until it returns True, ``then`` go on; ``text`` says what is waited for."""
        super().__init__()
        self.step, self.text, self.then = step, text, then

    def body(self) -> Widget:
        return Column(Text(self.text))

    def tick(self, now: float) -> None:
        if self.app.top() is self and self.step():
            if self.app.top() is self:
                self.close()
            self.then()

    def wake_in(self, now: float) -> float | None:
        return LOOK
