"""The scrubber of a replay: quarters on a line, with ticks that differ in shape and colour."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect

from game.desk.models import Tick
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.base import Widget

KINDS: dict[str, tuple[str, Colour, int]] = {
    "overture": ("envelope", theme.SKY, 13),
    "escalation": ("up", theme.VERMILION, 12),
    "offensive": ("star", theme.YELLOW, 14),
    "event": ("circle", theme.DIM, 7),
}
"""What a kind of tick looks like, and its size at 100 % text."""


class Scrubber(Widget):
    """A line of quarters; left and right go one, Page keys four, Home and End to the ends."""

    focusable = True

    def __init__(
        self, quarters: Sequence[str], at: int, ticks: Sequence[Tick], go: Callable[[int], None]
    ) -> None:
        """Stand at quarter ``at``; ``go`` is called with where to go."""
        super().__init__(
            f"Quarter {quarters[at]}, {at + 1} of {len(quarters)}",
            "Left and right go a quarter, Page keys a year.",
            key="scrubber",
            tip="The quarters of the war",
        )
        self.quarters, self.at, self.ticks, self.go = tuple(quarters), at, tuple(ticks), go
        self._setter: Typesetter | None = None

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(240)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(46) + setter.line_height(theme.TINY)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect, self._setter = rect, setter

    def _x(self, index: int, edge: int) -> float:
        span = self.rect.width - 2 * edge
        return self.rect.x + edge + span * index / max(len(self.quarters) - 1, 1)

    def _edge(self) -> int:
        return self._setter.theme.px(16) if self._setter else 16

    def paint(self, canvas: Canvas) -> None:
        edge, rail = self._edge(), self.rect.y + canvas.px(36)
        start, here, end = (self._x(i, edge) for i in (0, self.at, len(self.quarters) - 1))
        canvas.line(theme.LINE, (start, rail), (end, rail), canvas.px(3))
        canvas.line(theme.GOLD, (start, rail), (here, rail), canvas.px(3))
        reach = -1000
        for index, quarter in enumerate(self.quarters):
            x, year = self._x(index, edge), quarter.endswith("Q1")
            canvas.line(
                theme.DIM if year else theme.LINE,
                (x, rail - canvas.px(4)),
                (x, rail + canvas.px(6 if year else 3)),
            )
            wide = canvas.setter.set_width(quarter[:4], theme.TINY)
            left = min(max(round(x - wide / 2), self.rect.x), self.rect.right - wide)
            if year and left > reach:
                canvas.said(quarter[:4], theme.TINY, theme.DIM, (left, rail + canvas.px(7)))
                reach = left + wide + canvas.px(6)
        rows: dict[int, int] = {}
        for tick in self.ticks:
            mark, colour, size = KINDS[tick.kind]
            row = rows.get(tick.at, 0)
            rows[tick.at] = row + 1
            if row < 2:
                y = rail - canvas.px(12 + 13 * row)
                canvas.mark(mark, (self._x(tick.at, edge), y), canvas.px(size), colour)
        canvas.mark("down", (here, rail - canvas.px(2)), canvas.px(16), theme.GOLD)

    def _nearest(self, x: int) -> int:
        edge = self._edge()
        span = max(self.rect.width - 2 * edge, 1)
        share = (x - self.rect.x - edge) / span
        return min(max(round(share * (len(self.quarters) - 1)), 0), len(self.quarters) - 1)

    def _to(self, index: int) -> None:
        index = min(max(index, 0), len(self.quarters) - 1)
        if index != self.at:
            self.go(index)

    def press(self, at: tuple[int, int]) -> None:
        self._to(self._nearest(at[0]))

    def drag(self, at: tuple[int, int]) -> None:
        self._to(self._nearest(at[0]))

    def strike(self, event: pygame.event.Event) -> bool:
        moves = {
            pygame.K_LEFT: -1,
            pygame.K_RIGHT: 1,
            pygame.K_PAGEUP: -4,
            pygame.K_PAGEDOWN: 4,
            pygame.K_HOME: -len(self.quarters),
            pygame.K_END: len(self.quarters),
        }
        if event.key not in moves:
            return False
        self._to(self.at + moves[event.key])
        return True

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return what happened in the quarter pointed at."""
        index = self.at if at is None else self._nearest(at[0])
        lines = [tick.text for tick in self.ticks if tick.at == index]
        x = round(self._x(index, self._edge()))
        return "\n".join([self.quarters[index], *lines]), Rect(x, self.rect.y, 2, self.rect.height)
