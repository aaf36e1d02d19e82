"""The drawn part of a map tile: tints, coasts, borders and rivers at three times the size.

Everything is drawn large and scaled down, which is where the smooth edges come from.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pygame

from game.ui.map.geometry import Shape, clip, near, read
from game.ui.map.projection import Frame, Points
from game.ui.map.zones import zones

LARGER = 3  # times the size of the finished map
Colour = tuple[int, int, int]

SEA: Colour = (190, 211, 207)
PLAIN: Colour = (214, 203, 174)  # land that no one here fights over
TINTS: dict[str, Colour] = {
    "CHN": (212, 196, 158),
    "LAO": (233, 210, 150),
    "KHM": (230, 194, 154),
    "VNM": (197, 206, 148),
    "THA": (216, 206, 178),
    "MMR": (208, 196, 166),
}
NORTH: Colour = (229, 174, 156)
NORTHERN = ("panhandle", "heartland", "hanoi_haiphong")
INK: Colour = (46, 40, 34)
COAST: Colour = (44, 66, 84)
RIVER: Colour = (66, 106, 134)
LAST_LAKE = 1972  # a reservoir finished in this year or later is not on the map


@dataclass(frozen=True)
class Tile:
    """A part of a frame, in pixels of the finished map, and its box in degrees."""

    frame: Frame
    left: int
    top: int
    width: int
    height: int

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north, with a little over for wide strokes."""
        west, north = self.frame.place(self.left - 4, self.top - 4)
        east, south = self.frame.place(self.left + self.width + 4, self.top + self.height + 4)
        return west, south, east, north

    def large(self, points: Points) -> Points:
        """Return pixels of the enlarged tile."""
        return (self.frame.project(points) - (self.left, self.top)) * LARGER

    def canvas(self, colour: tuple[int, ...]) -> pygame.Surface:
        """Return an enlarged surface in one colour; four numbers make it transparent."""
        flags = pygame.SRCALPHA if len(colour) == 4 else 0
        depth = 32 if flags else 24
        size = (self.width * LARGER, self.height * LARGER)
        surface = pygame.Surface(size, flags, depth)
        surface.fill(colour)
        return surface

    def shrunk(self, surface: pygame.Surface) -> pygame.Surface:
        """Return an enlarged surface at the size of the finished map."""
        return pygame.transform.smoothscale(surface, (self.width, self.height))


def fill(tile: Tile, surface: pygame.Surface, shape: Shape, colour: Colour) -> None:
    """Fill a shape's rings where they meet the tile."""
    for ring, bounds in zip(shape.parts, shape.bounds, strict=True):
        if near(bounds, tile.box):
            cut = clip(ring, tile.box)
            if len(cut) > 2:
                pygame.draw.polygon(surface, colour, tile.large(cut))


def stroke(
    surface: pygame.Surface, colour: tuple[int, ...], points: Points, width: float, closed: bool
) -> None:
    """Draw a line with round joints; ``width`` in pixels of the enlarged tile."""
    thick = max(1, round(width))
    if len(points) < 2:
        return
    pygame.draw.lines(surface, colour, closed, points, thick)
    if thick >= 3:
        for x, y in points:
            pygame.draw.circle(surface, colour, (x, y), thick / 2)


def dashes(points: Points, pattern: tuple[float, ...]) -> list[Points]:
    """Return the drawn pieces of a line: on, off, on, off, in pixels along it."""
    legs = np.hypot(*np.diff(points, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(legs)])
    pieces, at, index = [], 0.0, 0
    while at < along[-1]:
        end = min(at + pattern[index % len(pattern)], along[-1])
        if index % 2 == 0:
            inner = points[(along > at) & (along < end)]
            ends = [
                [np.interp(v, along, points[:, 0]), np.interp(v, along, points[:, 1])]
                for v in (at, end)
            ]
            pieces.append(np.vstack([ends[:1], inner, ends[1:]]))
        at, index = end, index + 1
    return pieces


def nearby(tile: Tile, shapes: tuple[Shape, ...]) -> list[tuple[Shape, Points]]:
    """Return the parts of shapes whose boxes meet the tile, with their shapes."""
    box = tile.box
    return [
        (shape, part)
        for shape in shapes
        for part, bounds in zip(shape.parts, shape.bounds, strict=True)
        if near(bounds, box)
    ]


def lakes() -> tuple[Shape, ...]:
    """Return the lakes that were there in the war."""
    return tuple(
        shape for shape in read("wide/lakes.geojson") if int(shape.facts["built"] or 0) < LAST_LAKE
    )


def tints(tile: Tile) -> pygame.Surface:
    """Return land in its tints on the colour of the sea."""
    surface = tile.canvas(SEA)
    for shape in read("wide/land.geojson"):
        fill(tile, surface, shape, PLAIN)
    for shape in read("wide/countries.geojson"):
        fill(tile, surface, shape, TINTS.get(str(shape.facts["a3"]), PLAIN))
    for name in NORTHERN:
        zone = zones()[name]
        fill(tile, surface, Shape({}, zone.rings, zone.bounds), NORTH)
    for shape in lakes():
        fill(tile, surface, shape, SEA)
    return tile.shrunk(surface)


def masks(tile: Tile) -> pygame.Surface:
    """Return coverage: land in red, borders of countries in green, of zones in blue."""
    surface = tile.canvas((0, 0, 0))
    for shape in read("wide/land.geojson"):
        fill(tile, surface, shape, (255, 0, 0))
    for shape in lakes():
        fill(tile, surface, shape, (0, 0, 0))
    for _, part in nearby(tile, read("wide/borders.geojson")):
        stroke(surface, (255, 255, 0), tile.large(part), LARGER, False)
    for zone in zones().values():
        for ring, bounds in zip(zone.rings, zone.bounds, strict=True):
            if near(bounds, tile.box):
                pygame.draw.lines(surface, (255, 0, 255), True, tile.large(ring), LARGER)
    return tile.shrunk(surface)


def water_lines(tile: Tile, weight: float) -> pygame.Surface:
    """Return coasts, lake shores and rivers on clear ground."""
    surface = tile.canvas((*COAST, 0))
    for shape, part in nearby(tile, read("wide/rivers.geojson")):
        if shape.facts["class"] == "Lake Centerline":
            continue
        rank = int(shape.facts["rank"] or 9)
        width = weight * LARGER * (1.9 if rank <= 3 else 1.3 if rank <= 6 else 0.9)
        stroke(surface, (*RIVER, 255), tile.large(part), width, False)
    for shape, part in nearby(tile, (*read("wide/coastline.geojson"), *lakes())):
        closed = "class" in shape.facts
        stroke(surface, (*COAST, 255), tile.large(part), weight * LARGER * 1.1, closed)
    return tile.shrunk(surface)


def border_lines(tile: Tile, weight: float) -> pygame.Surface:
    """Return borders in dash and dot, and the seams between zones in short dashes."""
    surface = tile.canvas((*INK, 0))
    unit = weight * LARGER
    for _, part in nearby(tile, read("wide/borders.geojson")):
        line = tile.large(part)
        for piece in dashes(line, (7 * unit, 2.5 * unit, 1.2 * unit, 2.5 * unit)):
            stroke(surface, (*INK, 255), piece, 1.5 * unit, False)
    return tile.shrunk(surface)
