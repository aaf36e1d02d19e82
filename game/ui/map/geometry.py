"""Shapes of the map files as arrays of degrees, and the clipping that keeps drawing cheap."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from game.ui.assets import MAP
from game.ui.map.projection import Points


@dataclass(frozen=True)
class Shape:
    """One feature: its outer rings or its lines, each (points, 2) in degrees, and its facts."""

    facts: dict[str, str | int | float | None]
    parts: tuple[Points, ...]
    bounds: tuple[tuple[float, float, float, float], ...]


@cache
def read(name: str) -> tuple[Shape, ...]:
    """Return the features of a file of assets/map; inner rings (none matter here) are left out."""
    features = json.loads((MAP / name).read_text(encoding="utf-8"))["features"]
    return tuple(_shape(feature) for feature in features)


def _shape(feature: dict[str, Any]) -> Shape:
    kind, raw = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    if kind == "MultiPolygon":
        rings = [polygon[0] for polygon in raw]
    else:
        rings = [[raw] if kind == "Point" else raw if kind == "LineString" else raw[0]]
    parts = tuple(np.array(ring, dtype=np.float64)[:, :2] for ring in rings)
    bounds = tuple(
        (float(p[:, 0].min()), float(p[:, 1].min()), float(p[:, 0].max()), float(p[:, 1].max()))
        for p in parts
    )
    return Shape(feature["properties"], parts, bounds)


def near(bounds: tuple[float, float, float, float], box: tuple[float, float, float, float]) -> bool:
    """Return whether two boxes (west, south, east, north) meet."""
    return not (
        bounds[2] < box[0] or bounds[0] > box[2] or bounds[3] < box[1] or bounds[1] > box[3]
    )


def clip(ring: Points, box: tuple[float, float, float, float]) -> Points:
    """Return the part of a ring inside a box (Sutherland and Hodgman, one side at a time)."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if len(ring) < 3:
            return ring[:0]
        ring = _clip_side(ring, axis, limit, sign)
    return ring


def _clip_side(ring: Points, axis: int, limit: float, sign: int) -> Points:
    following = np.roll(ring, -1, axis=0)
    here = (ring[:, axis] - limit) * sign
    there = (following[:, axis] - limit) * sign
    inside = here >= 0
    crossing = inside != (there >= 0)
    run = np.where(here == there, 1.0, here - there)
    edge = ring + (following - ring) * (here / run)[:, None]
    both = np.empty((len(ring) * 2, 2))
    both[0::2], both[1::2] = ring, edge
    keep = np.empty(len(ring) * 2, dtype=bool)
    keep[0::2], keep[1::2] = inside, crossing
    return both[keep]


def holds(ring: Points, x: float, y: float) -> bool:
    """Return whether a ring holds a point, by the even-odd rule."""
    following = np.roll(ring, -1, axis=0)
    spans = (ring[:, 1] > y) != (following[:, 1] > y)
    start, end = ring[spans], following[spans]
    cut = start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / (end[:, 1] - start[:, 1])
    return bool(np.count_nonzero(cut > x) % 2)
