"""Work that takes a moment: a sign says so before it begins, and what is pressed is dropped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter

if TYPE_CHECKING:
    from game.ui.app import App

OPENING = "Opening the game ..."
SEALING = "Sealing the game ..."


class Work:
    """What is to be done, and the sign that stands in the middle of the window until it is."""

    def __init__(
        self, sign: str, act: Callable[[], None], window: Rect, setter: Typesetter
    ) -> None:
        """Measure the sign; ``act`` is done once it has been shown."""
        self.sign, self.act = sign, act
        wide = setter.width(sign, theme.TITLE) + 2 * setter.theme.px(36)
        high = setter.line_height(theme.TITLE) + 2 * setter.theme.px(22)
        self.rect = Rect(0, 0, wide, high)
        self.rect.center = window.center

    def paint(self, canvas: Canvas) -> None:
        """Paint the sign over everything."""
        canvas.fill(self.rect, theme.PANEL)
        canvas.frame(self.rect, theme.GOLD)
        edge = canvas.px(22)
        body = self.rect.inflate(0, -2 * edge)
        canvas.text(self.sign, theme.TITLE, theme.GOLD, body, "centre")


def ask(app: "App", sign: str, act: Callable[[], None]) -> None:
    """Have something done that takes a moment, as soon as its sign stands on the screen."""
    app.drop_tip()
    app.work = Work(sign, act, app.window(), app.setter)
    app.dirty_all()


def finish(app: "App") -> None:
    """Do the work whose sign has been shown, if any."""
    work, app.work = app.work, None
    if work is not None:
        app.dirty_all()
        work.act()
