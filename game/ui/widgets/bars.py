"""Points won and lost, a pair of bars a quarter; those told of below stand on light ground."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect

from game.desk.debrief_models import PointsRow
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.chart import nice, number
from game.ui.widgets.controls import ENTER
from game.ui.widgets.walked import Walked

HELP = "Left and right go through the quarters; Enter or a click shows one on the map."


class PointsBars(Walked):
    """Bars that can be walked through by left and right, or pointed at; Enter or a click
    calls ``act`` with the quarter's place."""

    def __init__(
        self,
        rows: Sequence[PointsRow],
        sides: tuple[str, str],
        act: Callable[[int], None],
        height: float = 150,
    ) -> None:
        """Show ``rows``; ``height`` of the plot at 100 % text."""
        tip = f"Points won and lost in each quarter\n{HELP}"
        super().__init__("Points won and lost", HELP, tip, "points bars", len(rows), height)
        self.rows, self.sides, self.act = tuple(rows), sides, act
        self._area = Rect(0, 0, 0, 0)

    def least(self, setter: Typesetter) -> int:
        keys = sum(setter.width(name, theme.SMALL) for name in self.sides)
        return max(keys + setter.theme.px(80), setter.theme.px(220))

    def _heights(self, setter: Typesetter, width: int) -> tuple[int, int]:
        lines = setter.wrap(self._head(), theme.SMALL_STRONG, width)
        head = len(lines) * setter.line_height(theme.SMALL) + setter.line_height(theme.SMALL)
        return head, setter.theme.px(self.height)

    @staticmethod
    def _head() -> str:
        return "Points won and lost in the quarter; light ground: told of below"

    def _scale(self) -> list[float]:
        won = [value for row in self.rows for value in row.won]
        return nice(min([*won, 0.0]), max([*won, 1.0]))

    def _plot(self, setter: Typesetter) -> Rect:
        head, high = self._heights(setter, self.rect.width)
        left = max(setter.set_width(number(v), theme.TINY) for v in self._scale())
        left += setter.theme.px(8)
        bottom = setter.line_height(theme.TINY) + setter.theme.px(4)
        return Rect(
            self.rect.x + left,
            self.rect.y + head + setter.theme.px(6),
            self.rect.width - left - setter.theme.px(10),
            high - bottom,
        )

    def _spot(self, plot: Rect, place: int) -> Rect:
        """Return the column of a quarter."""
        wide = plot.width / max(len(self.rows), 1)
        left = round(plot.x + place * wide)
        return Rect(left, plot.y, max(round(plot.x + (place + 1) * wide) - left, 2), plot.height)

    def paint(self, canvas: Canvas) -> None:
        rect = self.rect
        used = canvas.paragraph(self._head(), theme.SMALL_STRONG, theme.LIGHT, rect)
        self._keys(canvas, rect.y + used)
        plot, scale = self._area, self._scale()
        pygame.draw.rect(canvas.surface, theme.SUNKEN, plot)
        self._ground(canvas, plot)
        self._grid(canvas, plot, scale)
        for place, row in enumerate(self.rows):
            self._pair(canvas, self._spot(plot, place), row, scale)
        if self.cursor is not None:
            canvas.frame(self._spot(plot, self.cursor), theme.FOCUS, max(1, canvas.px(1)))
        pygame.draw.rect(canvas.surface, theme.LINE, plot, 1)

    def _keys(self, canvas: Canvas, top: int) -> None:
        x, high = self.rect.x, canvas.setter.line_height(theme.SMALL)
        for name, mark, colour in zip(
            self.sides, ("square", "diamond"), (theme.OURS, theme.THEIRS), strict=True
        ):
            canvas.mark(mark, (x + canvas.px(7), top + high // 2), canvas.px(11), colour)
            wide = canvas.setter.width(name, theme.SMALL)
            body = Rect(x + canvas.px(20), top, wide, high)
            canvas.text(name, theme.SMALL, colour, body)
            x = body.right + canvas.px(18)

    def _ground(self, canvas: Canvas, plot: Rect) -> None:
        for place, row in enumerate(self.rows):
            if row.loud or row.named:
                canvas.surface.fill(
                    theme.mix(theme.SUNKEN, theme.GOLD, 0.22), self._spot(plot, place)
                )

    def _grid(self, canvas: Canvas, plot: Rect, scale: list[float]) -> None:
        high = canvas.setter.line_height(theme.TINY)
        reach = float(plot.bottom + 2 * high)
        for value in scale:
            y = _y(plot, scale, value)
            colour = theme.LINE if value == 0 else theme.mix(theme.SUNKEN, theme.LINE, 0.5)
            canvas.line(colour, (plot.x, y), (plot.right - 1, y))
            if reach - y >= high:
                said = number(value)
                wide = canvas.setter.set_width(said, theme.TINY)
                at = (plot.x - canvas.px(4) - wide, round(y - high / 2))
                canvas.said(said, theme.TINY, theme.DIM, at)
                reach = y
        right = self.rect.x
        for place, row in enumerate(self.rows):
            year, spot = row.quarter[:4], self._spot(plot, place)
            wide = canvas.setter.set_width(year, theme.TINY)
            left = min(max(spot.centerx - wide // 2, self.rect.x), self.rect.right - wide)
            if (row.quarter.endswith("Q1") or place == 0) and left >= right:
                canvas.said(year, theme.TINY, theme.DIM, (left, plot.bottom + canvas.px(1)))
                right = left + wide + canvas.px(6)

    @staticmethod
    def _pair(canvas: Canvas, spot: Rect, row: PointsRow, scale: list[float]) -> None:
        """Paint one's own bar full and the other's hatched, side by side."""
        nought, wide = _y(spot, scale, 0.0), max(spot.width * 2 // 5, 1)
        for index, (value, colour) in enumerate(
            zip(row.won, (theme.OURS, theme.THEIRS), strict=True)
        ):
            y = _y(spot, scale, value)
            left = spot.centerx - wide if index == 0 else spot.centerx
            box = Rect(left, round(min(y, nought)), wide, max(round(abs(y - nought)), 1))
            if index == 0:
                canvas.surface.fill(canvas.tone(colour), box)
                continue
            canvas.frame(box, colour)
            for line in range(box.top, box.bottom, canvas.px(3)):
                canvas.line(colour, (box.left, line), (box.right - 1, line))

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        self._area = self._plot(setter)

    def _at(self, x: int) -> int:
        share = (x - self._area.x) / max(self._area.width, 1)
        return min(max(int(share * len(self.rows)), 0), len(self.rows) - 1)

    def point(self, at: tuple[int, int]) -> None:
        self._move(self._at(at[0]))

    def press(self, at: tuple[int, int]) -> None:
        self._move(self._at(at[0]))

    def release(self, at: tuple[int, int]) -> None:
        if self.rect.collidepoint(at) and self.cursor is not None:
            self.act(self.rows[self.cursor].place)

    def strike(self, event: pygame.event.Event) -> bool:
        moves = {
            pygame.K_LEFT: -1,
            pygame.K_RIGHT: 1,
            pygame.K_HOME: -len(self.rows),
            pygame.K_END: len(self.rows),
        }
        if event.key in moves:
            here = len(self.rows) if self.cursor is None else self.cursor
            self._move(here + moves[event.key])
            return True
        if event.key in ENTER and self.cursor is not None:
            self.act(self.rows[self.cursor].place)
            return True
        return False

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return what the quarter under the cursor won and lost."""
        if self.cursor is None:
            return self.tip, self.rect
        row = self.rows[self.cursor]
        return "\n".join([row.title, *row.why]), self.rect


def _y(plot: Rect, scale: list[float], value: float) -> float:
    span = max(scale[-1] - scale[0], 1e-9)
    return plot.bottom - 2 - (value - scale[0]) / span * (plot.height - 4)
