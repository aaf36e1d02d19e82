"""A line chart over quarters: dashes and colours, bands of error, values under a cursor."""

from functools import lru_cache

import numpy as np
import pygame
from pygame import Rect

from game.desk.models import Chart, Series
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.map.ink import dashes
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.walked import Walked

DASHES: tuple[tuple[float, ...], ...] = ((), (9, 4), (3, 3), (12, 3, 3, 3), (2, 5), (16, 5))
HEIGHT = 170  # pixels at 100 % text
NOTHING = "No figures yet: the first come with the first report, when this quarter has ended."
MARKS = {"ours": (0, theme.OURS), "theirs": (1, theme.THEIRS)}


def nice(low: float, high: float, count: int = 4) -> list[float]:
    """Return round values from at most ``low`` to at least ``high``, about ``count`` steps."""
    span = max(high - low, 1e-9)
    raw = span / count
    power = 10.0 ** len(str(int(raw))) / 10 if raw >= 1 else 0.1 if raw >= 0.1 else 0.01
    step = next(power * m for m in (1, 2, 2.5, 5, 10, 20) if power * m >= raw)
    first = int(low // step)
    values = [first * step]
    while values[-1] < high - 1e-9:
        values.append((first + len(values)) * step)
    return values


class LineChart(Walked):
    """A chart that can be walked through by left and right, or pointed at."""

    def __init__(self, chart: Chart, height: float = HEIGHT) -> None:
        """Show ``chart``; ``height`` of the plot at 100 % text."""
        super().__init__(
            chart.title,
            chart.caption or chart.tip,
            chart.tip,
            f"chart {chart.id}",
            len(chart.labels),
            height,
        )
        self.chart = chart

    def least(self, setter: Typesetter) -> int:
        words = f"{self.chart.title} {self.chart.unit} {self.chart.caption}".split()
        names = [s.title for s in self.chart.series]
        longest = max(setter.width(w, theme.SMALL_STRONG) for w in words)
        keys = max((setter.width(n, theme.SMALL) for n in names), default=0)
        return max(longest, keys + setter.theme.px(34), setter.theme.px(220))

    def _head(self) -> str:
        return f"{self.chart.title} ({self.chart.unit})" if self.chart.unit else self.chart.title

    def _legend(self, setter: Typesetter, width: int) -> list[Rect]:
        spots, x, y = [], 0, 0
        high, lead = setter.line_height(theme.SMALL), setter.theme.px(30)
        for series in self.chart.series:
            wide = setter.width(series.title, theme.SMALL) + lead
            if x and x + wide > width:
                x, y = 0, y + high
            spots.append(Rect(x, y, wide, high))
            x += wide + setter.theme.px(12)
        return spots

    def _heights(self, setter: Typesetter, width: int) -> tuple[int, int, int, int]:
        small = setter.line_height(theme.SMALL)
        head = len(setter.wrap(self._head(), theme.SMALL_STRONG, width)) * small
        spots = self._legend(setter, width)
        legend = spots[-1].bottom + setter.theme.px(4) if spots else 0
        caption = len(setter.wrap(self.chart.caption, theme.SMALL, width)) * small
        return head, legend, setter.theme.px(self.height), caption if self.chart.caption else 0

    def _plot(self, setter: Typesetter) -> Rect:
        head, legend, high, _ = self._heights(setter, self.rect.width)
        values = self._scale()
        left = max(setter.set_width(number(v), theme.TINY) for v in values) + setter.theme.px(8)
        top = self.rect.y + head + legend + setter.theme.px(6)
        bottom = setter.line_height(theme.TINY) + setter.theme.px(6)
        return Rect(
            self.rect.x + left,
            top,
            self.rect.width - left - setter.theme.px(10),
            high - bottom - setter.theme.px(6),
        )

    def _scale(self) -> list[float]:
        known = [
            v
            for s in self.chart.series
            for row in (s.values, s.low, s.high)
            for v in row
            if v is not None
        ]
        return nice(min([*known, 0.0]), max(known, default=1.0))

    def paint(self, canvas: Canvas) -> None:
        setter, rect = canvas.setter, self.rect
        head, legend, _, _ = self._heights(setter, rect.width)
        canvas.paragraph(self._head(), theme.SMALL_STRONG, theme.LIGHT, rect)
        for index, spot in enumerate(self._legend(setter, rect.width)):
            self._key(canvas, index, spot.move(rect.x, rect.y + head))
        plot = self._plot(setter)
        pygame.draw.rect(canvas.surface, theme.SUNKEN, plot)
        if self.chart.labels:
            self._figures(canvas, plot)
        else:
            self._none(canvas, plot)
        pygame.draw.rect(canvas.surface, theme.LINE, plot, 1)
        if self.chart.caption:
            top = rect.y + head + legend + canvas.px(self.height) + canvas.px(4)
            below = Rect(rect.x, top, rect.width, rect.bottom - top)
            canvas.paragraph(self.chart.caption, theme.SMALL, theme.DIM, below)

    def _none(self, canvas: Canvas, plot: Rect) -> None:
        """Say in the middle of the plot that there are no figures yet."""
        ground, canvas.ground = canvas.ground, theme.SUNKEN
        body = plot.inflate(-2 * canvas.px(12), 0)
        lines = len(canvas.setter.wrap(NOTHING, theme.SMALL, body.width))
        body.y = plot.centery - lines * canvas.setter.line_height(theme.SMALL) // 2
        canvas.paragraph(NOTHING, theme.SMALL, theme.LIGHT, body, "centre")
        canvas.ground = ground

    def _figures(self, canvas: Canvas, plot: Rect) -> None:
        """Paint grid, lines and cursor."""
        ground, canvas.ground = canvas.ground, theme.SUNKEN
        values = self._scale()
        self._grid(canvas, plot, values, ground)
        for index, series in enumerate(self.chart.series):
            self._series(canvas, plot, values, index, series)
        canvas.ground = ground
        if self.cursor is not None:
            x = self._x(plot, self.cursor)
            canvas.line(theme.FOCUS, (x, plot.top), (x, plot.bottom - 1))

    def _key(self, canvas: Canvas, index: int, spot: Rect) -> None:
        colour, pattern = self._look(index)
        y = spot.centery
        _polyline(canvas, [(spot.x, y), (spot.x + canvas.px(24), y)], colour, pattern)
        body = Rect(spot.x + canvas.px(30), spot.y, spot.width - canvas.px(30), spot.height)
        canvas.text(self.chart.series[index].title, theme.SMALL, colour, body)

    def _look(self, index: int) -> tuple[Colour, tuple[float, ...]]:
        mark = self.chart.series[index].mark
        if mark in MARKS:
            place, colour = MARKS[mark]
            before = sum(series.mark == mark for series in self.chart.series[:index])
            return colour, DASHES[(place + 2 * before) % len(DASHES)]
        colours = (theme.GOLD, theme.GOOD, theme.PURPLE, theme.YELLOW)
        return colours[index % len(colours)], DASHES[(index + 2) % len(DASHES)]

    def _x(self, plot: Rect, index: int) -> float:
        return plot.x + 3 + index * (plot.width - 7) / max(len(self.chart.labels) - 1, 1)

    def _grid(self, canvas: Canvas, plot: Rect, values: list[float], ground: Colour) -> None:
        faint = theme.mix(theme.SUNKEN, theme.LINE, 0.5)
        high = canvas.setter.line_height(theme.TINY)
        canvas.ground = ground
        last = float(plot.bottom + high)
        for value in values:
            y = _y(plot, values, value)
            canvas.line(faint, (plot.x, y), (plot.right - 1, y))
            if last - y < high:
                continue
            last = y
            said, wide = number(value), canvas.setter.set_width(number(value), theme.TINY)
            canvas.said(
                said, theme.TINY, theme.DIM, (plot.x - canvas.px(4) - wide, round(y - high / 2))
            )
        reach = self.rect.x
        for index, label in enumerate(self.chart.labels):
            if not label.endswith("Q1") and index:
                continue
            x = self._x(plot, index)
            canvas.line(faint, (x, plot.y), (x, plot.bottom - 1))
            year = label[:4]
            wide = canvas.setter.set_width(year, theme.TINY)
            at = min(max(round(x - wide / 2), self.rect.x), self.rect.right - wide)
            if at >= reach:
                canvas.said(year, theme.TINY, theme.DIM, (at, plot.bottom + canvas.px(2)))
                reach = at + wide + canvas.px(6)
        canvas.ground = theme.SUNKEN

    def _series(
        self, canvas: Canvas, plot: Rect, values: list[float], index: int, series: Series
    ) -> None:
        colour, pattern = self._look(index)
        self._band(canvas, plot, values, series, colour, index)
        line: list[tuple[float, float]] = []
        for at, value in enumerate((*series.values, None)):
            if value is not None:
                line.append((self._x(plot, at), _y(plot, values, value)))
            elif line:
                _polyline(canvas, line, colour, pattern)
                mark = {"ours": "square", "theirs": "diamond"}.get(series.mark, "circle")
                canvas.mark(mark, line[-1], canvas.px(8), colour)
                line = []

    def _band(
        self,
        canvas: Canvas,
        plot: Rect,
        values: list[float],
        series: Series,
        colour: Colour,
        index: int,
    ) -> None:
        """Draw the error as upright strokes, side by side where two series have one."""
        shade = theme.mix(theme.SUNKEN, canvas.tone(colour), 0.42)
        for at, (low, high) in enumerate(zip(series.low, series.high, strict=False)):
            if low is not None and high is not None:
                x = self._x(plot, at) + index * canvas.px(4)
                top, bottom = _y(plot, values, high), _y(plot, values, low)
                canvas.line(shade, (x, top), (x, bottom), max(2, canvas.px(3)))

    def point(self, at: tuple[int, int]) -> None:
        count = max(len(self.chart.labels) - 1, 1)
        share = (at[0] - self.rect.x - 30) / max(self.rect.width - 40, 1)
        self._move(round(share * count))

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        step = 1 if event.key == pygame.K_RIGHT else -1
        here = len(self.chart.labels) - 1 if self.cursor is None else self.cursor + step
        self._move(here)
        return True

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return every value at the cursor's quarter, with its bounds."""
        if self.cursor is None:
            return self.tip, self.rect
        lines = [f"{self.chart.labels[self.cursor]}: {self._head()}"]
        for series in self.chart.series:
            value = series.values[self.cursor] if self.cursor < len(series.values) else None
            known = "not known" if value is None else number(value)
            low = series.low[self.cursor] if self.cursor < len(series.low) else None
            high = series.high[self.cursor] if self.cursor < len(series.high) else None
            bounds = f" ({number(low)} to {number(high)})" if low is not None and high else ""
            lines.append(f"{series.title}: {known}{bounds}")
        return "\n".join(lines), self.rect


def number(value: float) -> str:
    """Return a number with as few digits as it needs."""
    return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:.1f}"


def _y(plot: Rect, values: list[float], value: float) -> float:
    span = max(values[-1] - values[0], 1e-9)
    return plot.bottom - 3 - (value - values[0]) / span * (plot.height - 6)


def _polyline(
    canvas: Canvas, points: list[tuple[float, float]], colour: Colour, pattern: tuple[float, ...]
) -> None:
    width = max(2, canvas.px(2))
    for piece in _pieces(tuple(points), tuple(canvas.px(p) for p in pattern)):
        if len(piece) > 1:
            pygame.draw.lines(canvas.surface, canvas.tone(colour), False, piece, width)


@lru_cache(maxsize=128)
def _pieces(
    points: tuple[tuple[float, float], ...], pattern: tuple[float, ...]
) -> list[list[tuple[float, float]]]:
    """Return the drawn pieces of a line, kept: a chart is painted more often than it changes."""
    if not pattern:
        return [list(points)]
    return [[(float(x), float(y)) for x, y in piece] for piece in dashes(np.array(points), pattern)]
