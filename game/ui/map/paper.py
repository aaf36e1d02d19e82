"""The painted part of a map tile: hills on the tints, engraved water, ribbons, paper, vignette."""

import math
from collections.abc import Generator

import numpy as np
import pygame
import pygame.surfarray
from numpy.typing import NDArray

from game.ui.map import ink
from game.ui.map.fields import GRAINS, Field, crags, distance, noise, sample, soften, tiled

WATER_RINGS = (3.0, 6.5, 10.5, 15.0, 20.0, 25.5)  # pixels offshore at a weight of one
HALF_RING = 0.75  # pixels to either side of a water line at a weight of one
DEEP = np.array((148, 178, 186), dtype=np.float32)
RING = np.array((84, 122, 142), dtype=np.float32)
PAPER = np.array((252, 245, 226), dtype=np.float32)
STAIN = np.array((92, 80, 62), dtype=np.float32)
GRID = 2  # degrees between lines of the graticule


def margin(weight: float) -> int:
    """Return how many pixels around a tile its water lines and ribbons look at: past the outermost
    line, so that nothing is drawn where the distance is no longer measured."""
    return math.ceil((WATER_RINGS[-1] + HALF_RING) * weight) + 2


def paint(tile: ink.Tile, weight: float) -> Generator[None, None, NDArray[np.uint8]]:
    """Return a tile's pixels, (x, y, 3) of 0..255; ``weight`` scales every line and ribbon. Yields
    between two layers, each short enough to fit between two frames."""
    colours = _floats(ink.tints(tile))
    yield
    land, border, seam = np.moveaxis(_floats(ink.masks(tile)) / 255, 2, 0)
    land = np.asarray(np.maximum(land, border), dtype=np.float32)
    yield
    colours = _relief(tile, colours, land)
    yield
    colours = _ribbons(colours, land, border, seam, weight)
    yield
    colours = yield from _water(tile, colours, land, weight)
    colours = _graticule(tile, colours)
    for lines in (ink.water_lines, ink.border_lines):
        yield
        layer = lines(tile, weight)
        cover = pygame.surfarray.array_alpha(layer).astype(np.float32)[..., None] / 255
        colours = np.asarray(colours * (1 - cover) + _floats(layer) * cover, dtype=np.float32)
    yield
    colours = _age(tile, colours)
    return np.asarray(np.clip(colours, 0, 255), dtype=np.uint8)


def _floats(surface: pygame.Surface) -> Field:
    return pygame.surfarray.array3d(surface).astype(np.float32)


def _relief(tile: ink.Tile, colours: Field, land: Field) -> Field:
    """Multiply the tints by the hill shade, with fine invented crags where there are hills."""
    place = (tile.left, tile.top, tile.width, tile.height)
    hills = np.clip(sample("shade.png", tile.frame, *place), 0.04, 0.86) - 0.5
    rough = np.clip(np.abs(soften(soften(hills))) * 3.2, 0.0, 1.0)
    fine = tiled(crags(), *place) * rough
    light = 1.0 + 0.62 * hills + 0.085 * fine
    warm = np.stack([light, light**1.06, light**1.2], axis=2)
    cover = land[..., None]
    return np.asarray(colours * (warm * cover + (1 - cover)), dtype=np.float32)


def _ribbons(colours: Field, land: Field, border: Field, seam: Field, weight: float) -> Field:
    """Darken land toward its own colour inside borders: broad for countries, thin for zones."""
    own = colours * (colours / 255) ** 1.5
    for line, width, strength in ((border, 7.0, 0.5), (seam, 3.4, 0.42)):
        reach = int(width * weight) + 2
        if not (line > 0.3).any():
            continue
        near = 1 - distance(line > 0.3, reach) / (width * weight)
        band = (np.clip(near * 2.2, 0, 1) * strength * land)[..., None]
        colours = np.asarray(colours * (1 - band) + own * band, dtype=np.float32)
    return colours


def _water(
    tile: ink.Tile, colours: Field, land: Field, weight: float
) -> Generator[None, None, Field]:
    """Deepen the open sea and engrave lines that follow the coast, fainter as they go out."""
    sea = (1 - land)[..., None]
    if not (land < 0.5).any():
        return colours
    depth = sample("seadepth.png", tile.frame, tile.left, tile.top, tile.width, tile.height)
    depth = np.clip(depth, 0, 1)[..., None] * sea
    colours = colours + (DEEP - colours) * depth * np.float32(0.9)
    if not (land > 0.5).any():
        return colours
    yield
    offshore = soften(distance(land > 0.5, margin(weight))) + np.float32(0.5)
    yield
    for count, ring in enumerate(WATER_RINGS):
        line = np.clip(1.0 - np.abs(offshore - ring * weight) / (HALF_RING * weight), 0, 1)
        colours = colours + (RING - colours) * line[..., None] * sea * (0.62 - 0.09 * count)
    shallow = np.clip(1 - offshore / (16 * weight), 0, 1)[..., None] * sea
    return np.asarray(colours + (255 - colours) * shallow * 0.16, dtype=np.float32)


def _graticule(tile: ink.Tile, colours: Field) -> Field:
    """Rule every second parallel and meridian, a hair wide."""
    dark = np.float32(0.86)
    for degree in range(86, 127, GRID):
        x = round(tile.frame.pixel(degree, 0)[0]) - tile.left
        if 0 <= x < tile.width:
            colours[x] *= dark
    for degree in range(4, 30, GRID):
        y = round(tile.frame.pixel(0, degree)[1]) - tile.top
        if 0 <= y < tile.height:
            colours[:, y] *= dark
    return colours


def _age(tile: ink.Tile, colours: Field) -> Field:
    """Lay on paper grain, blotches, folds of light and the dark of the corners."""
    place = (tile.left, tile.top, tile.width, tile.height)
    fine, coarse = (tiled(noise(*grain), *place) for grain in GRAINS)
    grain = fine * 0.014 + coarse * 0.018
    frame = tile.frame
    x = (np.arange(tile.width) + tile.left + 0.5) / frame.width * 2 - 1
    y = (np.arange(tile.height) + tile.top + 0.5) / frame.height * 2 - 1
    far = np.sqrt((np.abs(x)[:, None] ** 3 + np.abs(y)[None, :] ** 3) / 2)
    dusk = (0.24 * np.clip(far - 0.35, 0, 1) ** 1.5).astype(np.float32)
    colours = colours * (PAPER / 250) * (1 + grain)[..., None]
    return np.asarray(colours + (STAIN - colours) * dusk[..., None], dtype=np.float32)
