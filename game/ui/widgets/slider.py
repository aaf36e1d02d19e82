"""A slider: a parameter between two bounds, with its value, its unit, and where it started."""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.desk.models import RuleSlider as Model
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

COARSE = 5  # steps of one press of an arrow; with Shift it is one step
HELP = "Arrows move it, Shift and an arrow by one step; Home takes it back. Or drag the knob."


class Slider(Widget):
    """Left and right move it, Home takes it back to where it started; the mouse drags it. ``act``
    is called with every new value."""

    focusable = True

    def __init__(self, model: Model, act: Callable[[float], None], explained: bool = False) -> None:
        """Show ``model``; ``explained`` adds what it means under its title."""
        super().__init__(key=f"slider {model.key}")
        self.text = model.text if explained else ""
        self.model, self.act, self.value = model, act, model.value
        self._rail = Rect(0, 0, 0, 0)
        self._say()

    def _say(self) -> None:
        model = self.model
        self.name = f"{model.title}: {self._said()}"
        self.help = f"{model.text} From {model.low:g} to {model.high:g}. {HELP}"
        self.tip = f"{self._title()}\n{model.text}\n{HELP}"

    def _title(self) -> str:
        return f"{self.model.title} ({self.model.symbol})"

    def _said(self) -> str:
        return f"{self.value:.2f} {self.model.unit}".strip()

    def take(self, value: float) -> None:
        """Stand at ``value`` without telling anybody."""
        self.value = value
        self._say()
        self.changed()

    # Size and place

    def least(self, setter: Typesetter) -> int:
        words = f"{self._title()} {self._said()}".split()
        return max([setter.width(word, theme.STRONG) for word in words] + [setter.theme.px(150)])

    def _beside(self, setter: Typesetter, width: int) -> bool:
        """Whether title and value fit on one line."""
        wide = setter.width(self._title(), theme.BODY) + setter.width(
            f"{9:.2f} {self.model.unit}", theme.STRONG
        )
        return wide + setter.theme.px(12) <= width

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        high = len(setter.wrap(self._title(), theme.BODY, width)) * setter.line_height(theme.BODY)
        if not self._beside(setter, width):
            high += setter.line_height(theme.STRONG)
        lines = len(setter.wrap(self.text, theme.SMALL, width)) if self.text else 0
        return width, high + lines * setter.line_height(theme.SMALL) + setter.theme.px(22)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        knob = setter.theme.px(7)
        self._rail = Rect(
            rect.x + knob,
            rect.bottom - setter.theme.px(13),
            max(rect.width - 2 * knob, 1),
            setter.theme.px(4),
        )

    # Painting

    def paint(self, canvas: Canvas) -> None:
        setter, rect = canvas.setter, self.rect
        used = canvas.paragraph(self._title(), theme.BODY, theme.LIGHT, rect)
        if self._beside(setter, rect.width):
            line = Rect(rect.x, rect.y, rect.width, setter.line_height(theme.BODY))
        else:
            line = Rect(rect.x, rect.y + used, rect.width, setter.line_height(theme.STRONG))
            used += line.height
        canvas.text(self._said(), theme.STRONG, theme.GOLD, line, "right")
        if self.text:
            below = Rect(rect.x, rect.y + used, rect.width, 1)
            canvas.paragraph(self.text, theme.SMALL, theme.DIM, below)
        rail, middle = self._rail, self._rail.centery
        canvas.surface.fill(theme.SUNKEN, rail)
        canvas.frame(rail, theme.LINE)
        here = self._x(self.value)
        canvas.surface.fill(theme.GOLD, Rect(rail.x, rail.y, max(here - rail.x, 0), rail.height))
        base = self._x(self.model.base)
        canvas.line(theme.DIM, (base, middle - canvas.px(8)), (base, middle + canvas.px(8)), 2)
        size = canvas.px(15 if self.hovered or self.focused else 13)
        canvas.mark("circle", (here, middle), size, theme.LIGHT)
        canvas.mark("circle", (here, middle), size - canvas.px(6), theme.SELECTED)

    def _x(self, value: float) -> int:
        share = (value - self.model.low) / (self.model.high - self.model.low)
        return self._rail.x + round(min(max(share, 0.0), 1.0) * self._rail.width)

    # Use

    def _to(self, value: float) -> None:
        """Go to a value, on a whole step, within the bounds."""
        model = self.model
        steps = round((value - model.low) / model.step)
        self._exactly(min(max(round(model.low + steps * model.step, 6), model.low), model.high))

    def _exactly(self, value: float) -> None:
        if value != self.value:
            self.take(value)
            self.act(value)
        elif self.host is not None:
            self.host.cue("refused")

    def _pointed(self, x: int) -> None:
        share = (x - self._rail.x) / max(self._rail.width, 1)
        value = self.model.low + min(max(share, 0.0), 1.0) * (self.model.high - self.model.low)
        before, model = self.value, self.model
        steps = round((value - model.low) / model.step)
        goal = min(round(model.low + steps * model.step, 6), model.high)
        if goal != before:
            self._exactly(goal)

    def press(self, at: tuple[int, int]) -> None:
        if at[1] >= self._rail.y - self._rail.height * 2:
            self._pointed(at[0])

    def drag(self, at: tuple[int, int]) -> None:
        self._pointed(at[0])

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_HOME:
            self._exactly(self.model.base)
            return True
        moves = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}
        if event.key not in moves:
            return False
        fine = bool(event.mod & pygame.KMOD_SHIFT)
        self._to(self.value + moves[event.key] * self.model.step * (1 if fine else COARSE))
        return True
