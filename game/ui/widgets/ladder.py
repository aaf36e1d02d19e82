"""A ladder of words: one order, its rung, its price, and one line of what it risks.

Left and right go down and up the ladder; the segments below the word can be pressed. The rung
that stands unless touched is outlined; one that cannot be had is crossed out and says why.
"""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.desk.models import Ladder, Rung
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

Choose = Callable[[str, str], None]
ARROW = 24  # pixels at 100 % text


def price_text(rung: Rung) -> str:
    """Return a rung's price in words a newcomer reads without a key, and after it what the rung
    brings or costs in each quarter that it stands."""
    points = "point" if abs(rung.price) == 1 else "points"
    price = f"{rung.price} {points}" if rung.price > 0 else f"+{-rung.price} {points}"
    price = price if rung.price else "free"
    return f"{price}; {rung.upkeep}" if rung.upkeep else price


class LadderRow(Widget):
    """One order on its ladder."""

    focusable = True

    def __init__(self, ladder: Ladder, choose: Choose, brief: bool = False) -> None:
        """Show ``ladder``; ``choose`` is called with its id and the rung's; ``brief`` hides risk
        until the row has the focus."""
        rung = ladder.rungs[ladder.chosen]
        super().__init__(
            name=f"{ladder.title}: {rung.title}, {price_text(rung)}",
            help=ladder.help or ladder.tip, tip=ladder.tip, key=f"ladder {ladder.id}",
        )  # fmt: skip
        self.ladder, self.choose, self.brief = ladder, choose, brief

    @property
    def rung(self) -> Rung:
        """The rung that is chosen."""
        return self.ladder.rungs[self.ladder.chosen]

    def _shows_risk(self) -> bool:
        moved = self.ladder.chosen != self.ladder.standing
        return bool(self.rung.risk) and (not self.brief or self.focused or moved)

    def least(self, setter: Typesetter) -> int:
        words = [w for rung in self.ladder.rungs for w in rung.title.split()]
        widest = max(setter.width(w, theme.STRONG) for w in words)
        titles = max(setter.width(w, theme.SMALL) for w in self.ladder.title.split())
        return max(widest + 2 * setter.theme.px(ARROW + 8), titles)

    def _heights(self, setter: Typesetter, width: int) -> tuple[int, int, int, int]:
        """Return the heights of title, word, segments and risk."""
        inner = width - 2 * setter.theme.px(6)
        title = self._title_lines(setter, inner) * setter.line_height(theme.SMALL)
        room = inner - 2 * setter.theme.px(ARROW + 2)
        words = setter.wrap(self.rung.title, theme.STRONG, room)
        word = max(len(words) * setter.line_height(theme.STRONG), setter.theme.px(ARROW))
        risk = 0
        if self._shows_risk():
            lines = setter.wrap(self.rung.risk, theme.SMALL, inner)
            risk = len(lines) * setter.line_height(theme.SMALL)
        return title, word, setter.theme.px(9), risk

    def _title_lines(self, setter: Typesetter, inner: int) -> int:
        if self._price_fits(setter, inner):
            return 1
        return len(setter.wrap(self.ladder.title, theme.SMALL, inner)) + 1

    def _price_fits(self, setter: Typesetter, inner: int) -> bool:
        title = setter.width(self.ladder.title, theme.SMALL)
        price = setter.width(price_text(self.rung), theme.SMALL_STRONG)
        return title + price + setter.theme.px(8) <= inner

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, sum(self._heights(setter, width)) + 2 * setter.theme.px(4)

    def paint(self, canvas: Canvas) -> None:
        ground = theme.mix(theme.PANEL, theme.RAISED, 0.7) if self.hovered else theme.PANEL
        if self.focused:
            ground = theme.RAISED
        canvas.fill(self.rect, ground)
        edge = canvas.px(6)
        title, word, _, risk = self._heights(canvas.setter, self.rect.width)
        inner = Rect(self.rect.x + edge, self.rect.y + canvas.px(4),
                     self.rect.width - 2 * edge, title)  # fmt: skip
        self._paint_title(canvas, inner)
        moved = self.ladder.chosen != self.ladder.standing
        colour = theme.GOLD if moved else theme.LIGHT
        line = Rect(inner.x, inner.bottom, inner.width, word)
        left, right = self._arrows(canvas.setter)
        for box, mark, step in ((left, "left", -1), (right, "right", 1)):
            live = self._next(step) is not None
            canvas.mark(mark, box.center, canvas.px(12), theme.GOLD if live else theme.LINE)
        arrow = canvas.px(ARROW + 2)
        body = Rect(line.x + arrow, line.y, line.width - 2 * arrow, line.height)
        lines = len(canvas.setter.wrap(self.rung.title, theme.STRONG, body.width))
        body.y += (word - lines * canvas.setter.line_height(theme.STRONG)) // 2
        canvas.paragraph(self.rung.title, theme.STRONG, colour, body, "centre")
        self._paint_segments(canvas)
        if risk:
            below = Rect(inner.x, self._segments(canvas.setter)[0].bottom + canvas.px(3),
                         inner.width, risk)  # fmt: skip
            canvas.paragraph(self.rung.risk, theme.SMALL, theme.DIM, below)

    def _paint_title(self, canvas: Canvas, box: Rect) -> None:
        price = price_text(self.rung)
        colour = theme.DIM if self.rung.price <= 0 else theme.GOLD
        if self._price_fits(canvas.setter, box.width):
            wide = canvas.setter.width(price, theme.SMALL_STRONG)
            room = Rect(box.x, box.y, box.width - wide - 4, box.height)
            canvas.text(self.ladder.title, theme.SMALL, theme.DIM, room)
            canvas.text(price, theme.SMALL_STRONG, colour, box, "right")
            return
        used = canvas.paragraph(self.ladder.title, theme.SMALL, theme.DIM, box)
        rest = Rect(box.x, box.y + used, box.width, box.height - used)
        canvas.text(price, theme.SMALL_STRONG, colour, rest, "right")

    def _arrows(self, setter: Typesetter) -> tuple[Rect, Rect]:
        title, word, _, _ = self._heights(setter, self.rect.width)
        edge, wide = setter.theme.px(6), setter.theme.px(ARROW)
        y = self.rect.y + setter.theme.px(4) + title
        return (Rect(self.rect.x + edge, y, wide, word),
                Rect(self.rect.right - edge - wide, y, wide, word))  # fmt: skip

    def _segments(self, setter: Typesetter) -> list[Rect]:
        left, right = self._arrows(setter)
        count, gap = len(self.ladder.rungs), setter.theme.px(3)
        wide = (right.right - left.x - gap * (count - 1)) / count
        return [
            Rect(round(left.x + i * (wide + gap)), left.bottom + setter.theme.px(2),
                 round(wide), setter.theme.px(6))
            for i in range(count)
        ]  # fmt: skip

    def _paint_segments(self, canvas: Canvas) -> None:
        for index, box in enumerate(self._segments(canvas.setter)):
            rung = self.ladder.rungs[index]
            filled = index <= self.ladder.chosen
            colour = theme.GOLD if filled else theme.mix(theme.LINE, theme.PANEL, 0.35)
            if index < self.ladder.chosen:
                colour = theme.mix(theme.GOLD, theme.PANEL, 0.45)
            pygame.draw.rect(canvas.surface, colour, box)
            if not rung.enabled:
                pygame.draw.rect(canvas.surface, theme.SUNKEN, box)
                canvas.line(theme.LINE, box.bottomleft, (box.right - 1, box.top), 1)
            if index == self.ladder.standing:
                pygame.draw.rect(canvas.surface, theme.LIGHT, box.inflate(2, 2), 1)

    def _next(self, step: int) -> int | None:
        """Return the next rung that can be had, in a direction."""
        at = self.ladder.chosen + step
        while 0 <= at < len(self.ladder.rungs):
            if self.ladder.rungs[at].enabled:
                return at
            at += step
        return None

    def _go(self, index: int | None) -> bool:
        if index is None or not self.ladder.rungs[index].enabled:
            if self.host is not None:
                self.host.cue("refused")
            return index is not None
        if index != self.ladder.chosen:
            if self.host is not None:
                self.host.cue("key")
            self.choose(self.ladder.id, self.ladder.rungs[index].id)
        return True

    def strike(self, event: pygame.event.Event) -> bool:
        steps = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}
        if event.key in steps:
            self._go(self._next(steps[event.key]))
            return True
        if event.key in (pygame.K_HOME, pygame.K_BACKSPACE):
            self._go(self.ladder.standing)
            return True
        return False

    def release(self, at: tuple[int, int]) -> None:
        if self._setter is None:
            return
        left, right = self._arrows(self._setter)
        for box, step in ((left, -1), (right, 1)):
            if box.collidepoint(at):
                self._go(self._next(step))
                return
        for index, box in enumerate(self._segments(self._setter)):
            if box.inflate(2, 12).collidepoint(at):
                self._go(index)
                return

    _setter: Typesetter | None = None

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect, self._setter = rect, setter

    def press(self, at: tuple[int, int]) -> None:
        self.changed()

    def set_focus(self, on: bool) -> None:
        before = self._shows_risk()
        super().set_focus(on)
        if self.brief and before != self._shows_risk() and self.host is not None:
            self.host.relayout()

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return the rung under the mouse with its price and risk, or the ladder's own tip."""
        if at is not None and self._setter is not None:
            for index, box in enumerate(self._segments(self._setter)):
                if box.inflate(2, 12).collidepoint(at):
                    rung = self.ladder.rungs[index]
                    text = rung.why_not if not rung.enabled else rung.risk
                    return f"{rung.title}: {price_text(rung)}\n{text}", box
        return self.tip, self.rect
