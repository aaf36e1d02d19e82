"""Widgets that come in their time: one that is not there before, and a number that counts up."""

from collections.abc import Callable
from typing import Final

from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

STEP: Final = 1 / 30  # seconds between two looks at the time
COUNTS: Final = 0.6  # seconds in which a number counts up


class Staged(Widget):
    """A widget that has its place from the first and is painted from a time on, in seconds of
    ``elapsed``: nothing moves when it comes."""

    def __init__(self, child: Widget, at: float, elapsed: Callable[[], float]) -> None:
        """Show ``child`` from ``at`` on."""
        super().__init__()
        self.at, self.elapsed = at, elapsed
        self.come = elapsed() >= at
        self.grow = child.grow
        self.add(child)

    def least(self, setter: Typesetter) -> int:
        return self.children[0].least(setter)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return self.children[0].measure(setter, width)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        self.children[0].arrange(setter, rect)

    def moves_in(self) -> float | None:
        return None if self.come else STEP

    def move(self) -> None:
        """Come, when it is time."""
        if not self.come and self.elapsed() >= self.at:
            self.come = True
            self.changed()

    def draw(self, canvas: Canvas) -> None:
        """Paint what is in it, once it has come."""
        if self.come or self.elapsed() >= self.at or canvas.auditing:
            super().draw(canvas)


class Counter(Widget):
    """A large number that counts up from nothing once its time has come."""

    def __init__(
        self, figure: str, style: theme.Style, at: float, elapsed: Callable[[], float]
    ) -> None:
        """Count up to ``figure``, which is a whole number with commas."""
        super().__init__(figure, key="figure")
        self.figure, self.style, self.at, self.elapsed = figure, style, at, elapsed
        self.goal = int(figure.replace(",", ""))
        self._said = ""

    def now(self) -> str:
        """Return the number as it stands."""
        share = min(max((self.elapsed() - self.at) / COUNTS, 0.0), 1.0)
        return self.figure if share >= 1 else f"{int(self.goal * share):,}"

    def least(self, setter: Typesetter) -> int:
        return setter.width(self.figure, self.style)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return setter.width(self.figure, self.style) + 2, setter.line_height(self.style)

    def moves_in(self) -> float | None:
        return STEP if self._said != self.figure else None

    def move(self) -> None:
        """Have the number painted where it has changed."""
        if self.now() != self._said:
            self.changed()

    def paint(self, canvas: Canvas) -> None:
        self._said = self.now()
        canvas.text(self._said, self.style, theme.GOLD, self.rect)
