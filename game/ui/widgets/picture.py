"""A picture in a column: as wide as there is room, in a paper rim; dimmed if it is not chosen."""

import pygame
from pygame import Rect

from game.ui import pictures, theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

DIMMED = 0.72  # of its light has a picture that is not chosen
RIM = 2  # pixels at 100 % text


class Picture(Widget):
    """One picture; ``tallest``, at 100 % text, bounds its height."""

    def __init__(self, picture: str, tallest: float = 400, dim: bool = False) -> None:
        """Show a picture of ``pictures.WORDS``."""
        super().__init__(pictures.WORDS[picture], key=f"picture {picture}")
        self.picture, self.tallest, self.dim = picture, tallest, dim

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(96)

    def _wide(self, setter: Typesetter, width: int) -> int:
        return max(min(width, round(setter.theme.px(self.tallest) / pictures.SHAPE)), 1)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide = self._wide(setter, width)
        return wide, round(wide * pictures.SHAPE)

    def paint(self, canvas: Canvas) -> None:
        wide = self._wide(canvas.setter, self.rect.width)
        shown = Rect(0, 0, wide, round(wide * pictures.SHAPE))
        shown.topleft = self.rect.topleft
        drawn = pictures.fitted(self.picture, wide)
        drawn.set_alpha(round(255 * DIMMED) if self.dim else 255)
        canvas.surface.fill(theme.NIGHT, shown)
        canvas.surface.blit(drawn, shown)
        canvas.frame(shown, theme.FADED if self.dim else theme.PAPER, canvas.px(RIM))


def picture(name: str, tallest: float = 400, dim: bool = False) -> Picture:
    """Return the widget of a picture by its name, for any page."""
    return Picture(name, tallest, dim)


class Emblem(Widget):
    """The emblem of an office: an object on a round block; no room for a name that has none."""

    def __init__(self, name: str, side: float = 52) -> None:
        """Show an emblem of ``pictures.EMBLEMS``, ``side`` pixels at 100 % text."""
        super().__init__(key=f"emblem {name}")
        self.name = name if name in pictures.EMBLEMS else ""
        self.side = side if self.name else 0.0

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(self.side)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return setter.theme.px(self.side), setter.theme.px(self.side)

    def paint(self, canvas: Canvas) -> None:
        if self.name:
            drawn = pictures.emblem(self.name, canvas.px(self.side))
            canvas.surface.blit(drawn, self.rect.topleft)
            half = canvas.px(self.side) / 2
            middle = (self.rect.x + half, self.rect.y + half)
            pygame.draw.circle(canvas.surface, theme.PAPER, middle, half, canvas.px(1))
