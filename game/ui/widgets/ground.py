"""A case's map: a picture of the ground with names over it, each on a plate beside its place."""

from functools import lru_cache
from math import cos, radians
from pathlib import Path

import pygame
from pygame import Rect

from game.desk.case_models import CaseGround
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

TALLEST = 400  # pixels at 100 % text


@lru_cache(maxsize=8)
def picture(path: Path, size: tuple[int, int]) -> pygame.Surface:
    """Return a map's picture at a size; plain land where the file is no picture."""
    try:
        return pygame.transform.smoothscale(pygame.image.load(str(path)), size)
    except (pygame.error, OSError):
        bare = pygame.Surface(size)
        bare.fill(theme.PAPER)
        return bare


class GroundView(Widget):
    """The map as wide as there is room, with as many names as find a free spot."""

    def __init__(self, ground: CaseGround) -> None:
        """Show ``ground``."""
        super().__init__("Map", key="map")
        self.ground = ground

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(200)

    def _size(self, setter: Typesetter, width: int) -> tuple[int, int]:
        west, south, east, north = self.ground.edges
        shape = (north - south) / ((east - west) * cos(radians((south + north) / 2)))
        high = min(round(width * shape), setter.theme.px(TALLEST))
        return max(min(width, round(high / shape)), 1), max(high, 1)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        under = len(setter.wrap(self.ground.text, theme.SMALL, width))
        return width, self._size(setter, width)[1] + under * setter.line_height(
            theme.SMALL
        ) + setter.theme.px(4)

    def paint(self, canvas: Canvas) -> None:
        wide, high = self._size(canvas.setter, self.rect.width)
        shown = Rect(self.rect.x + (self.rect.width - wide) // 2, self.rect.y, wide, high)
        canvas.surface.blit(picture(self.ground.picture, (wide, high)), shown)
        canvas.frame(shown, theme.LINE)
        spots = [(name, self._spot(shown, east, north)) for name, east, north in self.ground.places]
        dot = canvas.px(7)
        taken = [Rect(x - dot // 2, y - dot // 2, dot, dot) for _, (x, y) in spots]
        for name, spot in spots:
            self._name(canvas, shown, name, spot, taken)
        body = Rect(self.rect.x, shown.bottom + canvas.px(4), self.rect.width, 1)
        canvas.paragraph(self.ground.text, theme.SMALL, theme.DIM, body)

    def _spot(self, shown: Rect, longitude: float, latitude: float) -> tuple[int, int]:
        west, south, east, north = self.ground.edges
        return (
            shown.x + round((longitude - west) / (east - west) * shown.width),
            shown.y + round((north - latitude) / (north - south) * shown.height),
        )

    def _name(
        self, canvas: Canvas, shown: Rect, name: str, spot: tuple[int, int], taken: list[Rect]
    ) -> None:
        """Paint a place's dot and its name on the first free side; without one, the dot alone."""
        canvas.mark("circle", spot, canvas.px(7), theme.INK)
        size = (
            canvas.setter.set_width(canvas.setter.say(name), theme.TINY) + canvas.px(8),
            canvas.setter.line_height(theme.TINY),
        )
        off = canvas.px(6)
        box = Rect((0, 0), size)
        for side in ("midleft", "midright", "midtop", "midbottom"):
            setattr(box, side, spot)
            box.move_ip(
                {
                    "midleft": (off, 0),
                    "midright": (-off, 0),
                    "midtop": (0, off),
                    "midbottom": (0, -off),
                }[side]
            )
            if shown.contains(box) and box.collidelist(taken) < 0:
                taken.append(box.copy())
                ground = canvas.ground
                canvas.fill(box, theme.PLATE)
                canvas.text(name, theme.TINY, theme.INK, box, "centre")
                canvas.ground = ground
                return
