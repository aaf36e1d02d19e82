"""The nine zones: outlines, which zone lies at a point, where its plate and its label stand."""

from dataclasses import dataclass
from functools import cache

from game.ui.map.geometry import holds, near, read
from game.ui.map.projection import Frame, Points

CITIES = "hanoi_haiphong"
ORDER = (
    "heartland",
    CITIES,
    "panhandle",
    "trail",
    "cambodia",
    "I Corps",
    "II Corps",
    "III Corps",
    "IV Corps",
)
"""From north to south, as Tab goes through them."""

CENTRES = {
    "heartland": (104.75, 21.95),
    CITIES: (106.2, 21.3),
    "panhandle": (105.25, 19.4),
    "trail": (106.0, 16.0),
    "cambodia": (106.45, 13.0),
    "I Corps": (107.85, 15.85),
    "II Corps": (108.45, 13.3),
    "III Corps": (106.9, 11.35),
    "IV Corps": (105.45, 9.6),
}
PLATES = {
    "heartland": (101.6, 22.75),
    CITIES: (109.3, 21.6),
    "panhandle": (108.5, 18.35),
    "trail": (101.2, 16.3),
    "cambodia": (103.0, 14.5),
    "I Corps": (110.8, 15.9),
    "II Corps": (111.3, 13.5),
    "III Corps": (109.9, 10.5),
    "IV Corps": (102.6, 9.6),
}
"""Longitude and latitude where a zone's plate stands: over sea or neutral ground, leaders short
and none crossing another. Placed by eye on the baked map."""

NEIGHBOURS: dict[str, dict[str, str]] = {
    "heartland": {"right": CITIES, "down": "panhandle"},
    CITIES: {"left": "heartland", "up": "heartland", "down": "panhandle"},
    "panhandle": {"up": CITIES, "left": "heartland", "down": "trail", "right": "I Corps"},
    "trail": {"up": "panhandle", "right": "I Corps", "down": "cambodia"},
    "cambodia": {"up": "trail", "right": "II Corps", "down": "III Corps"},
    "I Corps": {"up": "panhandle", "left": "trail", "down": "II Corps"},
    "II Corps": {"up": "I Corps", "left": "cambodia", "down": "III Corps"},
    "III Corps": {"up": "II Corps", "left": "cambodia", "down": "IV Corps", "right": "II Corps"},
    "IV Corps": {"up": "III Corps", "right": "III Corps", "left": "cambodia"},
}
"""Where an arrow key leads from a zone."""


@dataclass(frozen=True)
class Zone:
    """A zone's name and outer rings in degrees."""

    id: str
    name: str
    rings: tuple[Points, ...]
    bounds: tuple[tuple[float, float, float, float], ...]


@cache
def zones() -> dict[str, Zone]:
    """Return the zones by id, from north to south."""
    found = {
        str(shape.facts["id"]): Zone(
            str(shape.facts["id"]), str(shape.facts["name"]), shape.parts, shape.bounds
        )
        for shape in read("zones.geojson")
    }
    return {name: found[name] for name in ORDER}


def zone_at(longitude: float, latitude: float) -> str | None:
    """Return the zone that holds a place, or None; the cities come before the land around."""
    box = (longitude, latitude, longitude, latitude)
    for name in (CITIES, *ORDER):
        zone = zones()[name]
        for ring, bounds in zip(zone.rings, zone.bounds, strict=True):
            if near(bounds, box) and holds(ring, longitude, latitude):
                return name
    return None


def zone_at_pixel(frame: Frame, x: float, y: float) -> str | None:
    """Return the zone under a pixel of a frame, or None."""
    return zone_at(*frame.place(x, y))
