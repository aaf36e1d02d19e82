"""Where the plates of a lens stand: near their places, off the names of the map and one another.

A plate stands where it is nearest to its place, hides least, and its leader neither strikes out a
name nor crosses another's.
"""

import math
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
BEADS = 6  # pixels between two small boxes that stand for a leader
SPACED = 3  # pixels between two points of a leader at which it is looked at
# Each says how many pixels further away a plate would rather stand. Calibrated by eye.
NAME = 0.25  # than cover a pixel of a name, for what it weighs
STRUCK = 20.0  # than have a point of its leader on a name, for what that weighs
SPOT = 250.0  # than cover a zone's middle
CROSSING = 400.0  # than have its leader cross another, or run under another plate
LEFT_OUT = 5000.0  # than have another left out

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
) -> tuple[Box | None, ...]:
    """Return where each of the boxes ``wanted`` goes, in their order, None where there is no room.

    Each comes with the spot to which its leader runs. All is in pixels of the sheet whose ``names``
    are to be read.
    """
    sheet = _Sheet(names, [spot for _, spot in wanted])
    places = list(range(len(wanted)))
    orders = (places, places[1:] + places[:1], places[::-1])
    placed: list[Rect | None] = []
    least = math.inf
    for order in orders:
        tried, cost = _in_order(wanted, order, Rect(bounds), sheet, least)
        if cost < least or not placed:
            placed, least = tried, cost
    return tuple(None if one is None else (one.x, one.y, one.w, one.h) for one in placed)


def _in_order(
    wanted: tuple[tuple[Box, Place], ...],
    order: list[int],
    bounds: Rect,
    sheet: "_Sheet",
    most: float,
) -> tuple[list[Rect | None], float]:
    """Return where plates go if they are placed in an order, and what that costs in all; infinite
    where it would be more than ``most``."""
    placed: list[Rect | None] = [None] * len(wanted)
    done: list[tuple[Rect, Place]] = []
    total = 0.0
    for place in order:
        box, spot = wanted[place]
        found, cost = _nearest(Rect(box), spot, bounds, sheet, done)
        placed[place] = found
        total += cost if found is not None else LEFT_OUT
        if total >= most:
            return placed, math.inf
        if found is not None:
            done.append((found, spot))
    return placed, total


class _Sheet:
    """What a plate should not cover."""

    def __init__(self, names: pygame.Surface, spots: list[Place]) -> None:
        self.ink, self.sums = inked(names)
        self.spots = spots

    def under(self, box: Rect) -> int:
        """Return what the names weigh that a box covers."""
        return weight(self.sums, box)

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
) -> tuple[Rect | None, float]:
    """Return the best place of one plate beside those that are ``done``, and what it costs."""
    best, least = None, float("inf")
    taken = [one.inflate(2 * APART, 2 * APART) for one, _ in done]
    for far, x, y in _around():
        if far >= least:
            break
        place = box.move(x, y)
        if not bounds.contains(place) or place.collidelist(taken) >= 0:
            continue
        hidden = sum(place.inflate(8, 8).collidepoint(one) for one in sheet.spots)
        crossed = sum(
            crosses(place.center, spot, one.center, to)
            or bool(one.clipline(place.center, spot))
            or bool(place.clipline(one.center, to))
            for one, to in done
        )
        cost = far + NAME * sheet.under(place.inflate(2, 2)) + SPOT * hidden + CROSSING * crossed
        if cost < least:
            cost += STRUCK * sheet.struck(place, spot)
        if cost < least:
            best, least = place, cost
    return best, least


@lru_cache(maxsize=1)
def _around() -> tuple[tuple[float, int, int], ...]:
    """Return every step aside within reach with its length, the shortest first."""
    steps = [STEP * step for step in range(-REACH, REACH + 1)]
    return tuple(sorted((hypot(x, y), x, y) for x in steps for y in steps))


def along(box: Rect, spot: tuple[float, float]) -> list[Rect]:
    """Return small boxes along the leader from a plate to its spot, which names keep off."""
    far = hypot(spot[0] - box.centerx, spot[1] - box.centery)
    found = []
    for share in np.linspace(0.0, 1.0, 2 + int(far / BEADS)):
        bead = Rect(0, 0, BEADS, BEADS)
        bead.center = (
            round(box.centerx + (spot[0] - box.centerx) * share),
            round(box.centery + (spot[1] - box.centery) * share),
        )
        if not box.colliderect(bead):
            found.append(bead)
    return found


def crosses(start: Place, end: Place, other: Place, other_end: Place) -> bool:
    """Return whether two straight lines cross."""

    def side(a: Place, b: Place, c: Place) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    return side(start, end, other) != side(start, end, other_end) and side(
        other, other_end, start
    ) != side(other, other_end, end)
