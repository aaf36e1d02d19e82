"""Where the plates of a lens stand: near their places, off the names of the map and one another.

A plate stands where it is nearest to its place, hides least, and its leader neither strikes out a
name nor crosses another's.
"""

from functools import lru_cache
from math import hypot

import numpy as np
import pygame
import pygame.surfarray
from numpy.typing import NDArray
from pygame import Rect

STEP = 8  # pixels between two places that are tried
REACH = 14  # steps that a plate may stand from its place, either way
COARSE = 2  # pixels of the sheet to one that is looked at
TOWN = 5  # what a pixel of a town's name weighs; any other weighs 1
DARK = 75  # of 255, brightness below which a pixel is of a town's name
INKED = 150  # of 255, opacity from which a pixel belongs to a name and not to its rim
APART = 3  # pixels between two plates
SPACED = 3  # pixels between two points of a leader at which it is looked at
# Each says how many pixels further away a plate would rather stand. Calibrated by eye.
NAME = 0.25  # than cover a pixel of a name, for what it weighs
STRUCK = 20.0  # than have a point of its leader on a name, for what that weighs
SPOT = 250.0  # than cover a zone's middle
CROSSING = 400.0  # than have its leader cross another

Place = tuple[int, int]
Box = tuple[int, int, int, int]
Ink = NDArray[np.int32]
Sums = NDArray[np.int32]


@lru_cache(maxsize=4)
def inked(names: pygame.Surface) -> tuple[Ink, Sums]:
    """Return, kept, what the names of a sheet weigh at every pixel of a coarse grid, and all that
    weighs left of and above every corner of it. Towns are written darkest; seas and countries, in
    large letters, weigh less."""
    alpha, red, green = (
        np.array(of(names)[::COARSE, ::COARSE])
        for of in (
            pygame.surfarray.pixels_alpha,
            pygame.surfarray.pixels_red,
            pygame.surfarray.pixels_green,
        )
    )
    ink = (alpha >= INKED).astype(np.int32)
    ink[(red < DARK) & (green < DARK) & (ink > 0)] = TOWN
    sums = np.zeros((ink.shape[0] + 1, ink.shape[1] + 1), dtype=np.int32)
    np.cumsum(ink, axis=0, out=sums[1:, 1:])
    np.cumsum(sums[1:, 1:], axis=1, out=sums[1:, 1:])
    return ink, sums


def weight(sums: Sums, box: Rect) -> int:
    """Return what the names of a sheet weigh that a box covers, in pixels."""
    seen = box.clip(Rect(0, 0, (sums.shape[0] - 1) * COARSE, (sums.shape[1] - 1) * COARSE))
    left, top = seen.left // COARSE, seen.top // COARSE
    right, bottom = -(-seen.right // COARSE), -(-seen.bottom // COARSE)
    found = sums[right, bottom] - sums[left, bottom] - sums[right, top] + sums[left, top]
    return int(found) * COARSE * COARSE


@lru_cache(maxsize=16)
def spread(
    wanted: tuple[tuple[Box, Place], ...],
    bounds: Box,
    names: pygame.Surface,
    named: tuple[Box, ...],
) -> tuple[Box | None, ...]:
    """Return where each of the boxes ``wanted`` goes, in their order, None where there is no room.

    Each comes with the spot to which its leader runs; ``named`` are boxes of further names. All is
    in pixels of the sheet whose ``names`` are to be read.
    """
    placed: list[Rect | None] = []
    spots = [spot for _, spot in wanted]
    for box, spot in wanted:
        done = [(one, to) for one, to in zip(placed, spots, strict=False) if one is not None]
        placed.append(_nearest(Rect(box), spot, Rect(bounds), _Sheet(names, named, spots), done))
    return tuple(None if one is None else (one.x, one.y, one.w, one.h) for one in placed)


class _Sheet:
    """What a plate should not cover."""

    def __init__(self, names: pygame.Surface, named: tuple[Box, ...], spots: list[Place]) -> None:
        self.ink, self.sums = inked(names)
        self.named, self.spots = [Rect(one) for one in named], spots

    def under(self, box: Rect) -> int:
        """Return what the names weigh that a box covers."""
        more = (box.clip(one) for one in self.named)
        return weight(self.sums, box) + sum(one.width * one.height for one in more)

    def struck(self, box: Rect, spot: Place) -> int:
        """Return what the names weigh at some points of a leader from a box to a spot."""
        far = hypot(spot[0] - box.centerx, spot[1] - box.centery)
        share = np.linspace(0.0, 1.0, 2 + int(far / SPACED))
        xs = (box.centerx + (spot[0] - box.centerx) * share).astype(int)
        ys = (box.centery + (spot[1] - box.centery) * share).astype(int)
        outside = (xs < box.left) | (xs >= box.right) | (ys < box.top) | (ys >= box.bottom)
        xs, ys = xs[outside] // COARSE, ys[outside] // COARSE
        inside = (xs >= 0) & (ys >= 0) & (xs < self.ink.shape[0]) & (ys < self.ink.shape[1])
        return int(self.ink[xs[inside], ys[inside]].sum())


def _nearest(
    box: Rect, spot: Place, bounds: Rect, sheet: _Sheet, done: list[tuple[Rect, Place]]
) -> Rect | None:
    """Return the best place of one plate beside those that are ``done``."""
    best, least = None, float("inf")
    taken = [one.inflate(2 * APART, 2 * APART) for one, _ in done]
    for far, x, y in _around():
        if far >= least:
            break
        place = box.move(x, y)
        if not bounds.contains(place) or place.collidelist(taken) >= 0:
            continue
        hidden = sum(place.inflate(8, 8).collidepoint(one) for one in sheet.spots)
        crossed = sum(crosses(place.center, spot, one.center, to) for one, to in done)
        cost = far + NAME * sheet.under(place.inflate(2, 2)) + SPOT * hidden + CROSSING * crossed
        if cost < least:
            cost += STRUCK * sheet.struck(place, spot)
        if cost < least:
            best, least = place, cost
    return best


@lru_cache(maxsize=1)
def _around() -> tuple[tuple[float, int, int], ...]:
    """Return every step aside within reach with its length, the shortest first."""
    steps = [STEP * step for step in range(-REACH, REACH + 1)]
    return tuple(sorted((hypot(x, y), x, y) for x in steps for y in steps))


def crosses(start: Place, end: Place, other: Place, other_end: Place) -> bool:
    """Return whether two straight lines cross."""

    def side(a: Place, b: Place, c: Place) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    return side(start, end, other) != side(start, end, other_end) and side(
        other, other_end, start
    ) != side(other, other_end, end)
