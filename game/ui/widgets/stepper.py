"""A number in steps, such as thousands of men, that goes with a rung."""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.desk.models import Amount
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

THOUSANDS = "thousand men"  # a unit that is written out
ARROW = 20  # pixels at 100 % text


def number(value: float) -> str:
    """Return a number without a needless decimal."""
    return f"{value:g}"


class Stepper(Widget):
    """Left and right go a step, within the bounds."""

    focusable = True

    def __init__(self, name: str, amount: Amount, act: Callable[[float], None], key: str) -> None:
        """Change ``amount``; ``act`` is called with the new value."""
        super().__init__(f"{name}: {number(amount.value)} {amount.unit}", key=key)
        self.help = f"From {number(amount.low)} to {number(amount.high)} {amount.unit}."
        self.tip = f"{name}\n{self.help}"
        self.amount, self.act = amount, act

    def _text(self) -> str:
        if self.amount.unit == THOUSANDS:
            return f"{1000 * self.amount.value:,.0f} men"
        return f"{number(self.amount.value)} {self.amount.unit}"

    def least(self, setter: Typesetter) -> int:
        words = max(setter.width(w, theme.STRONG) for w in self._text().split())
        return words + 2 * setter.theme.px(ARROW + 4)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        lines = setter.wrap(self._text(), theme.STRONG, width - 2 * setter.theme.px(ARROW + 4))
        return width, len(lines) * setter.line_height(theme.STRONG) + setter.theme.px(8)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        self._edge = setter.theme.px(ARROW + 4)

    _edge = ARROW

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, theme.RAISED if self.focused else theme.PANEL)
        canvas.frame(self.rect, theme.LINE)
        y, size = self.rect.centery, canvas.px(12)
        can_fall, can_rise = self._step(-1) is not None, self._step(1) is not None
        canvas.mark(
            "left", (self.rect.x + self._edge // 2, y), size, theme.GOLD if can_fall else theme.LINE
        )
        canvas.mark(
            "right",
            (self.rect.right - self._edge // 2, y),
            size,
            theme.GOLD if can_rise else theme.LINE,
        )
        body = self.rect.inflate(-2 * self._edge, -canvas.px(8))
        canvas.paragraph(self._text(), theme.STRONG, theme.LIGHT, body, "centre")

    def _step(self, sign: int) -> float | None:
        """Return the next value in a direction, on a whole step, or None at the bound."""
        amount = self.amount
        steps = amount.value / amount.step
        whole = int(steps // 1) if sign < 0 else int(-(-steps // 1))
        goal = (whole + (sign if whole == steps else 0)) * amount.step
        goal = min(max(goal, amount.low), amount.high)
        return None if goal == amount.value else goal

    def _go(self, sign: int) -> None:
        goal = self._step(sign)
        if self.host is not None:
            self.host.cue("key" if goal is not None else "refused")
        if goal is not None:
            self.act(goal)

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        self._go(1 if event.key == pygame.K_RIGHT else -1)
        return True

    def release(self, at: tuple[int, int]) -> None:
        if self.rect.collidepoint(at):
            if at[0] < self.rect.x + self._edge:
                self._go(-1)
            elif at[0] > self.rect.right - self._edge:
                self._go(1)

    def press(self, at: tuple[int, int]) -> None:
        self.changed()
