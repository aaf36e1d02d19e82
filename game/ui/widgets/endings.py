"""What the end of a war is drawn with: a score as one bar, and the war as a line of quarters with
the ones that are told of marked on it."""

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.desk.end_models import Waypoint
from game.desk.models import SideScore
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.base import Widget

NAME, FIGURES = 130, 150  # pixels at 100 % text, left and right of a bar
HIGH = 30  # pixels at 100 % text
BAR, TICK = 12, 22  # pixels at 100 % text
POINTS: Final = 100.0  # a score at most
SIGNS: Final[dict[str, tuple[str, Colour]]] = {
    "safe": ("tick", theme.GOOD),
    "best": ("star", theme.GOLD),
    "lost": ("cross", theme.BAD),
}
"""By kind of waypoint, its mark and the mark's colour."""
SIDES: Final[dict[str, tuple[str, Colour]]] = {
    "ours": ("square", theme.OURS),
    "theirs": ("diamond", theme.THEIRS),
}


class ScoreLine(Widget):
    """One side's score as a bar of 100, with a tick where the mark is."""

    focusable = True

    def __init__(self, score: SideScore) -> None:
        """Show ``score``."""
        text = f"{score.government}: {score.total:.0f} of 100"
        parts = f"{score.aims:.0f} for aims, {score.people:.0f} for people"
        super().__init__(
            text,
            tip=f"{text}\n{parts}; {score.beside} {score.history:.0f}. {score.verdict}",
            key=f"score {score.mark}",
        )
        self.help, self.score = self.tip, score

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(NAME + FIGURES + 120)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(HIGH)

    def paint(self, canvas: Canvas) -> None:
        rect, score = self.rect, self.score
        mark, colour = SIDES.get(score.mark, ("circle", theme.LIGHT))
        canvas.mark(mark, (rect.x + canvas.px(8), rect.centery), canvas.px(12), colour)
        high = canvas.setter.line_height(theme.STRONG)
        name = Rect(rect.x + canvas.px(24), rect.centery - high // 2, canvas.px(NAME), high)
        canvas.text(score.government, theme.STRONG, theme.LIGHT, name)
        left, wide = rect.x + canvas.px(NAME), rect.width - canvas.px(NAME + FIGURES)
        bar = Rect(left, rect.centery - canvas.px(BAR) // 2, wide, canvas.px(BAR))
        canvas.surface.fill(theme.SUNKEN, bar)
        canvas.frame(bar, theme.LINE)
        full = Rect(bar.x, bar.y, round(wide * min(score.total, POINTS) / POINTS), bar.height)
        canvas.surface.fill(canvas.tone(colour), full)
        tick = Rect(0, 0, canvas.px(4), canvas.px(TICK))
        tick.center = (bar.x + round(wide * score.history / POINTS), bar.centery)
        canvas.surface.fill(theme.LIGHT, tick)
        canvas.frame(tick, theme.NIGHT)
        figures = Rect(bar.right + canvas.px(12), rect.y, canvas.px(40), rect.height)
        tall = canvas.setter.line_height(theme.NUMBER)
        figures.update(figures.x, rect.centery - tall // 2, figures.width, tall)
        canvas.text(f"{score.total:.0f}", theme.NUMBER, colour, figures)
        small = canvas.setter.line_height(theme.SMALL)
        beside = Rect(figures.right, rect.centery - small // 2, canvas.px(98), small)
        canvas.text(f"{score.beside} {score.history:.0f}", theme.SMALL, theme.DIM, beside)


class RoadLine(Widget):
    """A war as a line of its quarters; those of ``points`` carry their marks."""

    def __init__(self, quarters: int, points: Sequence[Waypoint]) -> None:
        """Draw ``quarters`` segments."""
        super().__init__(key="road line")
        self.quarters, self.points = max(quarters, 1), tuple(points)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(20)

    def spot(self, place: int) -> tuple[int, int]:
        """Return the middle of a quarter's segment."""
        step = self.rect.width / self.quarters
        return self.rect.x + round((place + 0.5) * step), self.rect.centery

    def paint(self, canvas: Canvas) -> None:
        step, thick = self.rect.width / self.quarters, canvas.px(5)
        for place in range(self.quarters):
            left = self.rect.x + round(place * step) + 1
            right = self.rect.x + round((place + 1) * step) - canvas.px(3)
            canvas.surface.fill(
                theme.LINE, (left, self.rect.centery - thick // 2, max(right - left, 1), thick)
            )
        for point in self.points:
            mark, colour = SIGNS[point.kind]
            x, y = self.spot(point.place)
            size = canvas.px(18)
            canvas.surface.fill(theme.NIGHT, Rect(x - size // 2, y - size // 2, size, size))
            canvas.mark(mark, (x, y), canvas.px(15), colour)
