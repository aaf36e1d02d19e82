"""The map of a climax: dark, in relief, without a name on it, so that what is hit is all one sees.

Drawn at once from the shapes and kept: no climax waits for a baked map, and none bakes one.
"""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame
import pygame.surfarray

from game.ui import theme
from game.ui.map import fields
from game.ui.map.geometry import Shape, clip, near, read
from game.ui.map.ink import stroke
from game.ui.map.projection import Frame
from game.ui.theme import Colour

COARSE: Final = 3  # pixels of the map to one of its relief
SEA: Final[Colour] = (23, 30, 33)
LAND: Final[Colour] = (62, 58, 50)
SOUTH: Final[Colour] = (78, 72, 58)  # the two Vietnams, which the war is about
COAST: Final[Colour] = (112, 106, 92)
BORDER: Final[Colour] = (16, 15, 14)
RIVER: Final[Colour] = (34, 46, 52)
DARKEST, LIGHTEST = 0.45, 1.25  # of the land's colour, in the deepest valley and on the top
FADE: Final = 150  # pixels at 100 % text over which the map comes out of the dark at its left


@lru_cache(maxsize=2)
def ground(frame: Frame, fade: int) -> pygame.Surface:
    """Return the dark map of a frame, kept; its left ``fade`` pixels come out of the night."""
    surface = pygame.Surface((frame.width, frame.height), 0, 32)
    surface.fill(SEA)
    west, north = frame.place(-8, -8)
    east, south = frame.place(frame.width + 8, frame.height + 8)
    box = (west, south, east, north)
    for shape in read("wide/land.geojson"):
        _fill(frame, surface, shape, LAND, box)
    for shape in read("wide/countries.geojson"):
        if shape.facts["a3"] == "VNM":
            _fill(frame, surface, shape, SOUTH, box)
    _relief(frame, surface)
    unit = max(frame.height / 720, 1.0)
    for name, colour, width in (
        ("rivers", RIVER, 1.0),
        ("borders", BORDER, 2.0),
        ("coastline", COAST, 1.2),
    ):
        for shape in read(f"wide/{name}.geojson"):
            if name == "rivers" and int(shape.facts["rank"] or 9) > 6:
                continue
            for part, bounds in zip(shape.parts, shape.bounds, strict=True):
                if near(bounds, box):
                    stroke(surface, colour, frame.project(part), width * unit, False)
    _dawn(surface, fade)
    return surface.convert() if pygame.display.get_surface() else surface


def _fill(
    frame: Frame,
    surface: pygame.Surface,
    shape: Shape,
    colour: Colour,
    box: tuple[float, float, float, float],
) -> None:
    for ring, bounds in zip(shape.parts, shape.bounds, strict=True):
        cut = clip(ring, box) if near(bounds, box) else ring[:0]
        if len(cut) > 2:
            pygame.draw.polygon(surface, colour, frame.project(cut))


def _relief(frame: Frame, surface: pygame.Surface) -> None:
    """Darken what lies in shade; the sea is flat."""
    small = Frame(
        frame.west,
        frame.north,
        frame.scale / COARSE,
        max(frame.width // COARSE, 2),
        max(frame.height // COARSE, 2),
    )
    shade = fields.sample("shade.png", small, 0, 0, small.width, small.height)
    fields.picture.cache_clear()  # some megabytes, wanted once a climax
    light = np.clip(DARKEST + (LIGHTEST - DARKEST) * shade, 0, 1) * 255
    grey = np.repeat(light.astype(np.uint8)[..., None], 3, axis=2)
    over = pygame.Surface((small.width, small.height), 0, 32)
    pygame.surfarray.blit_array(over, grey)
    wide = pygame.transform.smoothscale(over, (frame.width, frame.height))
    surface.blit(wide, (0, 0), special_flags=pygame.BLEND_RGB_MULT)


def _dawn(surface: pygame.Surface, fade: int) -> None:
    """Let the left of the map come out of the window's night."""
    wide = min(max(fade, 1), surface.get_width())
    veil = pygame.Surface((wide, 1), pygame.SRCALPHA)
    for x in range(wide):
        veil.set_at((x, 0), (*theme.NIGHT, round(255 * (1 - x / wide) ** 1.4)))
    surface.blit(pygame.transform.scale(veil, (wide, surface.get_height())), (0, 0))
