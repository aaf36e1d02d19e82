"""Baking the staff map: a layer of a tile at a time, short enough to fit between two frames."""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame
import pygame.surfarray

from game.ui.map import edge, fields, geometry, ink, labels, paper, zones
from game.ui.map.projection import Frame

TILE = 320  # pixels a side of the finished part of a tile
WIDE = ("land", "countries", "borders", "rivers", "coastline", "lakes")
WIDEST = 4096  # pixels; no surface is ever larger a side


def weight(frame: Frame) -> float:
    """Return how heavy lines are: one at 44 pixels a degree, more as the map grows."""
    return min(max(frame.scale / 44, 0.75), 2.2)


@dataclass(frozen=True)
class Sheet:
    """A baked map: the ``ground``, and the ``names`` and frame on clear paper that go over any
    lens."""

    ground: pygame.Surface
    names: pygame.Surface


def blank(frame: Frame) -> Sheet:
    """Return a sheet of a frame's size with nothing on it."""
    size = (frame.width, frame.height)
    ground_sheet = pygame.Surface(size, 0, 24)
    ground_sheet.fill(ink.SEA)
    return Sheet(ground_sheet, pygame.Surface(size, pygame.SRCALPHA, 32))


def lettering(frame: Frame) -> float:
    """Return how large names are: more slowly than lines, so that a large map names more."""
    return max(weight(frame), 0.9) ** 0.7


def bake(frame: Frame, sheet: Sheet, letters: float = 1.0) -> Iterator[float]:
    """Bake the whole map on an empty sheet; yield the share done, 0..1.

    ``letters`` is the player's text scale; names grow with it, though more slowly.
    """
    yield from read()
    yield from ground(frame, sheet.ground)
    size = lettering(frame) * letters**0.6
    for _ in labels.write(frame, sheet.names, size):
        yield 1.0
    edge.rule(frame, sheet.names, size)


def read() -> Iterator[float]:
    """Read what every tile needs, a file or a texture at a time; yield that nothing is done yet."""
    for name in WIDE:
        geometry.read(f"wide/{name}.geojson")
        yield 0.0
    for texture in (*fields.GRAINS, fields.RIDGES):
        fields.noise(*texture)
        yield 0.0
    for make in (zones.zones, fields.crags):
        make()
        yield 0.0
    for name in ("shade.png", "seadepth.png"):
        for step in (fields.loaded, fields.picture):
            step(name)
            yield 0.0


def ground(frame: Frame, surface: pygame.Surface) -> Iterator[float]:
    """Paint the ground of a frame tile by tile; yield the share done, 0..1."""
    corners = [
        (left, top) for top in range(0, frame.height, TILE) for left in range(0, frame.width, TILE)
    ]
    middle = (frame.width / 2, frame.height / 2)
    corners.sort(key=lambda c: abs(c[0] + TILE / 2 - middle[0]) + abs(c[1] + TILE / 2 - middle[1]))
    for count, (left, top) in enumerate(corners):
        for _ in _one(frame, surface, left, top):
            yield count / len(corners)
    yield 1.0


def _one(frame: Frame, surface: pygame.Surface, left: int, top: int) -> Iterator[None]:
    width, height = min(TILE, frame.width - left), min(TILE, frame.height - top)
    rim = paper.margin(weight(frame))
    tile = ink.Tile(frame, left - rim, top - rim, width + 2 * rim, height + 2 * rim)
    pixels = yield from paper.paint(tile, weight(frame))
    piece = surface.subsurface((left, top, width, height))
    pygame.surfarray.blit_array(piece, pixels[rim:-rim, rim:-rim])
    yield
