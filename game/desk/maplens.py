"""One lens of the map as plain data: what each zone shows, and the lines and arrows over it.

No pixels and no rule of the game: the window draws it, the terminal prints it as a table.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class ZoneMark:
    """What one zone shows under a lens.

    ``zone`` is its id; ``text`` a short value with its unit; ``level`` how strongly it is hatched,
    0..1, or None where the lens says nothing; ``mark`` is ``ours``, ``theirs``, ``both`` or
    ``none``; ``tooltip`` says what the value is, its change and its cause.
    """

    zone: str
    title: str
    text: str
    level: float | None = None
    mark: str = "none"
    tooltip: str = ""


@dataclass(frozen=True)
class MapLine:
    """A line over the map. ``kind``: ``bombing`` (limit in force), ``rule`` or ``front``.

    ``latitude`` in degrees north, between the two ``longitudes``.
    """

    kind: str
    latitude: float
    longitudes: tuple[float, float]
    label: str
    tooltip: str = ""


@dataclass(frozen=True)
class MapArrow:
    """A flow from one zone to another; ``weight`` 0..1 is its breadth; ``mark`` whose it is."""

    start: str
    end: str
    weight: float
    mark: str
    label: str = ""
    tooltip: str = ""


@dataclass(frozen=True)
class MapCircle:
    """A circle of so many nautical miles around a place (longitude, latitude)."""

    place: tuple[float, float]
    miles: float
    label: str


@dataclass(frozen=True)
class LegendRow:
    """One row of the cartouche. ``sign`` names what is drawn: ``hatch``, ``square``, ``diamond``,
    ``arrow``, ``line``, ``circle``; ``mark`` its colour (``ours``, ``theirs``, ``both``)."""

    sign: str
    mark: str
    text: str


@dataclass(frozen=True)
class MapLens:
    """A lens: ``war``, ``air``, ``diplomacy``, ``opinion`` or ``supply``, and all it draws."""

    id: str
    title: str
    summary: str
    zones: tuple[ZoneMark, ...] = ()
    lines: tuple[MapLine, ...] = ()
    arrows: tuple[MapArrow, ...] = ()
    circles: tuple[MapCircle, ...] = ()
    legend: tuple[LegendRow, ...] = ()
