"""Gauges: a number between bounds, its last change, and the cause under it; and the two scores."""

import pygame
from pygame import Rect

from game.desk.models import Gauge, Scores
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.base import Widget


def change_colour(welcome: bool | None) -> Colour:
    """Return the colour of a change; a shape always goes with it."""
    return theme.DIM if welcome is None else theme.GOOD if welcome else theme.BAD


class GaugeBar(Widget):
    """One gauge."""

    focusable = True
    kept_clear = True

    def __init__(self, gauge: Gauge) -> None:
        """Show ``gauge``."""
        super().__init__(
            f"{gauge.title}: {gauge.text}, {gauge.change}",
            gauge.tip,
            gauge.tip,
            f"gauge {gauge.id}",
        )
        self.gauge = gauge
        self.number, _, self.word = gauge.text.partition(", ")

    def least(self, setter: Typesetter) -> int:
        texts = (
            (self.gauge.title, theme.SMALL_STRONG),
            (self.number, theme.NUMBER),
            (self.gauge.cause, theme.SMALL),
        )
        return max(setter.width(w, style) for text, style in texts for w in (text.split() or [""]))

    def _head_fits(self, setter: Typesetter, width: int) -> bool:
        both = setter.width(self.gauge.title, theme.SMALL_STRONG)
        return both + setter.width(self.number, theme.NUMBER) + 8 <= width

    def _change(self) -> str:
        """Return the word for the number and its last change, in one line."""
        return ", ".join(part for part in (self.word, self.gauge.change) if part)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        small = setter.line_height(theme.SMALL)
        head = setter.line_height(theme.NUMBER)
        if not self._head_fits(setter, width):
            head += len(setter.wrap(self.gauge.title, theme.SMALL_STRONG, width)) * small
        indent = setter.theme.px(16)
        lines = setter.wrap(self._change(), theme.SMALL, width - indent) if self._change() else []
        change = len(lines) * small
        cause = len(setter.wrap(self.gauge.cause, theme.SMALL, width)) * small
        return width, head + setter.theme.px(16) + change + (cause if self.gauge.cause else 0)

    def paint(self, canvas: Canvas) -> None:
        gauge, rect, setter = self.gauge, self.rect, canvas.setter
        high = setter.line_height(theme.NUMBER)
        y = rect.y
        if self._head_fits(setter, rect.width):
            line = Rect(rect.x, y, rect.width, high)
            canvas.text(gauge.title, theme.SMALL_STRONG, theme.LIGHT, line)
        else:
            y += canvas.paragraph(gauge.title, theme.SMALL_STRONG, theme.LIGHT, rect)
            line = Rect(rect.x, y, rect.width, high)
        canvas.text(self.number, theme.NUMBER, theme.LIGHT, line, "right")
        y += high + canvas.px(2)
        self._bar(canvas, Rect(rect.x, y, rect.width, canvas.px(8)))
        y += canvas.px(13)
        if self._change():
            size, colour = canvas.px(10), change_colour(gauge.welcome)
            middle = y + setter.line_height(theme.SMALL) // 2
            canvas.mark(gauge.trend, (rect.x + size / 2, middle), size, colour)
            body = Rect(rect.x + canvas.px(16), y, rect.width - canvas.px(16), rect.height)
            y += canvas.paragraph(self._change(), theme.SMALL, colour, body)
        if gauge.cause:
            below = Rect(rect.x, y, rect.width, rect.bottom - y)
            canvas.paragraph(gauge.cause, theme.SMALL, theme.DIM, below)

    def _bar(self, canvas: Canvas, box: Rect) -> None:
        gauge = self.gauge
        span = max(gauge.high - gauge.low, 1e-9)

        def x_of(value: float) -> int:
            share = min(max((value - gauge.low) / span, 0.0), 1.0)
            return box.x + round(share * (box.width - 1))

        pygame.draw.rect(canvas.surface, theme.SUNKEN, box)
        full = Rect(box.x, box.y, x_of(gauge.value) - box.x, box.height)
        pygame.draw.rect(canvas.surface, theme.mix(theme.GOLD, theme.PANEL, 0.25), full)
        if gauge.error is not None:
            low, high = (x_of(value) for value in gauge.error)
            for x in range(low, high, max(3, canvas.px(4))):
                canvas.line(theme.LIGHT, (x, box.bottom - 1), (min(x + 3, high), box.y))
        for threshold in gauge.thresholds:
            x = x_of(threshold.value)
            canvas.line(theme.LIGHT, (x, box.y - canvas.px(2)), (x, box.bottom + canvas.px(1)), 2)
        pygame.draw.rect(canvas.surface, theme.LINE, box, 1)


class BriefGauge(GaugeBar):
    """A gauge on one line, with a thin bar under it; its cause is in the tooltip."""

    def __init__(self, gauge: Gauge) -> None:
        """Show ``gauge``."""
        super().__init__(gauge)
        self.number = self.number.replace(" per cent", " %")

    def least(self, setter: Typesetter) -> int:
        words = max(setter.width(w, theme.TINY) for w in self.gauge.title.split())
        return max(words, self._number_room(setter))

    def _number_room(self, setter: Typesetter) -> int:
        return setter.width(self.number, theme.SMALL_STRONG) + setter.theme.px(16)

    def _titled(self, setter: Typesetter, width: int) -> int:
        room = max(width - self._number_room(setter) - setter.theme.px(6), 1)
        return len(setter.wrap(self.gauge.title, theme.TINY, room))

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        lines = self._titled(setter, width) * setter.line_height(theme.TINY)
        return width, max(lines, setter.line_height(theme.SMALL_STRONG)) + setter.theme.px(8)

    def paint(self, canvas: Canvas) -> None:
        rect, number = self.rect, self._number_room(canvas.setter)
        room = Rect(rect.x, rect.y, rect.width - number - canvas.px(6), rect.height)
        canvas.paragraph(self.gauge.title, theme.TINY, theme.LIGHT, room)
        line = Rect(
            rect.right - number,
            rect.y,
            number - canvas.px(14),
            canvas.setter.line_height(theme.SMALL_STRONG),
        )
        canvas.text(self.number, theme.SMALL_STRONG, theme.LIGHT, line, "right")
        if self.gauge.change:
            canvas.mark(
                self.gauge.trend,
                (rect.right - canvas.px(5), line.centery),
                canvas.px(9),
                change_colour(self.gauge.welcome),
            )
        self._bar(canvas, Rect(rect.x, rect.bottom - canvas.px(6), rect.width, canvas.px(5)))


class ScoreBar(Widget):
    """One's own score as a mark, the other's as the advisers' range, on one scale of 0 to 100."""

    focusable = True
    kept_clear = True

    def __init__(self, scores: Scores) -> None:
        """Show both scores."""
        super().__init__(
            f"{scores.own_text}; {scores.other_text}",
            scores.own_tip,
            key="scores",
            tip=f"{scores.own_tip}\n{scores.other_tip}",
        )
        self.scores = scores

    def least(self, setter: Typesetter) -> int:
        words = f"{self.scores.own_text} {self.scores.other_text}".split()
        return max(setter.width(w, theme.SMALL_STRONG) for w in words) + setter.theme.px(18)

    def _lines(self, setter: Typesetter, width: int) -> list[int]:
        room = width - setter.theme.px(18)
        return [
            len(setter.wrap(text, theme.SMALL_STRONG, room))
            for text in (self.scores.own_text, self.scores.other_text)
        ]

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        high = setter.line_height(theme.SMALL_STRONG)
        return width, sum(self._lines(setter, width)) * high + setter.theme.px(24)

    def paint(self, canvas: Canvas) -> None:
        scores, rect = self.scores, self.rect
        box = Rect(rect.x, rect.y + canvas.px(6), rect.width, canvas.px(8))
        pygame.draw.rect(canvas.surface, theme.SUNKEN, box)
        pygame.draw.rect(canvas.surface, theme.LINE, box, 1)

        def x_of(value: float) -> int:
            return box.x + round(min(max(value, 0), 100) / 100 * (box.width - 1))

        low, high = x_of(scores.other_low), x_of(scores.other_high)
        theirs = theme.mix(canvas.tone(theme.THEIRS), theme.PANEL, 0.45)
        band = Rect(low, box.y + 1, max(high - low, 3), box.height - 2)
        pygame.draw.rect(canvas.surface, theirs, band)
        for x in (low, high):
            canvas.mark("diamond", (x, box.centery), canvas.px(10), theme.THEIRS)
        canvas.mark("square", (x_of(scores.own), box.centery), canvas.px(13), theme.OURS)
        y, small = box.bottom + canvas.px(7), canvas.setter.line_height(theme.SMALL_STRONG)
        for text, mark, colour in (
            (scores.own_text, "square", theme.OURS),
            (scores.other_text, "diamond", theme.THEIRS),
        ):
            canvas.mark(mark, (rect.x + canvas.px(6), y + small // 2), canvas.px(11), colour)
            body = Rect(rect.x + canvas.px(18), y, rect.width - canvas.px(18), rect.height)
            y += canvas.paragraph(text, theme.SMALL_STRONG, colour, body)
