"""How longitude and latitude become pixels: an equirectangular frame, true to scale at 16 N."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(points, 2): longitude and latitude in degrees, or x and y in pixels."""

NARROWING = math.cos(math.radians(16.0))  # length of a degree of longitude at 16 N, in latitudes
THEATRE = (101.5, 8.1, 110.1, 23.8)  # west, south, east, north of the nine zones, in degrees
DATA = (86.0, 3.0, 126.0, 29.0)  # what the map files cover, in degrees


@dataclass(frozen=True)
class Frame:
    """A window on the world: its top left corner in degrees, its scale and its size in pixels.

    ``scale`` is pixels per degree of latitude.
    """

    west: float
    north: float
    scale: float
    width: int
    height: int

    def project(self, places: Points) -> Points:
        """Return (points, 2) pixels, x right and y down, of (points, 2) degrees."""
        x = (places[:, 0] - self.west) * self.scale * NARROWING
        y = (self.north - places[:, 1]) * self.scale
        return np.stack([x, y], axis=1)

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the pixel of one place."""
        x = (longitude - self.west) * self.scale * NARROWING
        return x, (self.north - latitude) * self.scale

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude of a pixel."""
        return self.west + x / (self.scale * NARROWING), self.north - y / self.scale


def fit(width: int, height: int, bounds: tuple[float, float, float, float] = THEATRE) -> Frame:
    """Return the largest frame of this size that shows all of ``bounds``, centred on it."""
    west, south, east, north = bounds
    scale = min(width / ((east - west) * NARROWING), height / (north - south))
    scale = max(scale, width / ((DATA[2] - DATA[0]) * NARROWING), height / (DATA[3] - DATA[1]))
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    left = middle_x - width / (2 * scale * NARROWING)
    left = min(max(left, DATA[0]), DATA[2] - width / (scale * NARROWING))
    top = min(max(middle_y + height / (2 * scale), DATA[1] + height / scale), DATA[3])
    return Frame(left, top, scale, width, height)
