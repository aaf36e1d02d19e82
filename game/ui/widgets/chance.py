"""How likely something is held to be: a scale from never to surely, or nothing said at all."""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

STEP, FINE = 0.10, 0.05  # of a press of an arrow, and of the mouse
MIDDLE = 0.5  # where the first press of an arrow begins
UNSAID = "no forecast"
HELP = "Left and right say how likely; Home or Backspace takes it back. Or click on the scale."


class Chance(Widget):
    """A chance that can be said or left unsaid; ``act`` is called with 0..1, or None."""

    focusable = True

    def __init__(
        self, text: str, chance: float | None, act: Callable[[float | None], None], key: str
    ) -> None:
        """Ask how likely ``text`` is."""
        super().__init__(key=key)
        self.text, self.chance, self.act = text, chance, act
        self._rail = Rect(0, 0, 1, 1)
        self._name()

    def _name(self) -> None:
        self.name = f"{self.text}: {self._said()}"
        self.help = HELP
        self.tip = f"{self.text}\n{HELP}"

    def _said(self) -> str:
        return UNSAID if self.chance is None else f"{100 * self.chance:.0f} per cent"

    def least(self, setter: Typesetter) -> int:
        words = max(setter.width(word, theme.STRONG) for word in (*self.text.split(), UNSAID))
        return words + setter.theme.px(20)

    def _beside(self, setter: Typesetter, width: int) -> bool:
        wide = setter.width(self.text, theme.BODY) + setter.width("100 per cent", theme.STRONG)
        return wide + setter.theme.px(16) <= width

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        high = len(setter.wrap(self.text, theme.BODY, width)) * setter.line_height(theme.BODY)
        if not self._beside(setter, width):
            high += setter.line_height(theme.STRONG)
        return width, high + setter.theme.px(22)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        edge = setter.theme.px(7)
        self._rail = Rect(
            rect.x + edge,
            rect.bottom - setter.theme.px(14),
            max(rect.width - 2 * edge, 1),
            setter.theme.px(6),
        )

    def paint(self, canvas: Canvas) -> None:
        setter, rect, rail = canvas.setter, self.rect, self._rail
        used = canvas.paragraph(self.text, theme.BODY, theme.LIGHT, rect)
        y = rect.y if self._beside(setter, rect.width) else rect.y + used
        line = Rect(rect.x, y, rect.width, setter.line_height(theme.STRONG))
        colour = theme.DIM if self.chance is None else theme.GOLD
        canvas.text(self._said(), theme.STRONG, colour, line, "right")
        canvas.surface.fill(theme.SUNKEN, rail)
        canvas.frame(rail, theme.LINE)
        for tenth in range(0, 11, 5):
            x = rail.x + rail.width * tenth // 10
            canvas.line(theme.DIM, (x, rail.bottom), (x, rail.bottom + canvas.px(4)))
        if self.chance is None:
            return
        x = rail.x + round(rail.width * self.chance)
        canvas.surface.fill(theme.GOLD, Rect(rail.x, rail.y, x - rail.x, rail.height))
        canvas.mark("circle", (x, rail.centery), canvas.px(13), theme.LIGHT)

    def _to(self, chance: float | None) -> None:
        if chance is not None:
            chance = round(min(max(chance, 0.0), 1.0), 2)
        if chance != self.chance:
            self.chance = chance
            self._name()
            self.changed()
            self.act(chance)
        elif self.host is not None:
            self.host.cue("refused")

    def press(self, at: tuple[int, int]) -> None:
        if at[1] >= self._rail.y - self._rail.height:
            self.drag(at)

    def drag(self, at: tuple[int, int]) -> None:
        share = (at[0] - self._rail.x) / max(self._rail.width, 1)
        goal = round(min(max(share, 0.0), 1.0) / FINE) * FINE
        if self.chance is None or abs(goal - self.chance) > FINE / 2:
            self._to(goal)

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_HOME, pygame.K_BACKSPACE, pygame.K_DELETE):
            self._to(None)
            return True
        moves = {pygame.K_LEFT: -STEP, pygame.K_RIGHT: STEP}
        if event.key not in moves:
            return False
        self._to(MIDDLE if self.chance is None else self.chance + moves[event.key])
        return True
