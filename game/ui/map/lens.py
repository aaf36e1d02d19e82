"""Drawing a lens over the staff map: hatched zones, limits, circles and arrows, on clear ground.

Colour is never alone: ours is hatched one way and theirs the other, density says how much, and
every mark has its own shape. Drawn at twice the size where a surface may be so large.
"""

import math
from functools import lru_cache

import numpy as np
import pygame
import pygame.surfarray

from game.desk.maplens import MapArrow, MapCircle, MapLens, MapLine, ZoneMark
from game.ui.map.bake import WIDEST, lettering
from game.ui.map.ink import dashes, stroke
from game.ui.map.labels import Box, curves, haloed, towns
from game.ui.map.plates import TOWN, Place
from game.ui.map.projection import Frame, Points
from game.ui.map.zones import CENTRES, zones
from game.ui.theme import (
    BLUE,
    INK,
    OURS_DARK,
    PLATE,
    PURPLE,
    THEIRS_DARK,
    USUAL,
    VERMILION,
    Colour,
    toned,
)

COLOURS: dict[str, Colour] = {
    "ours": BLUE,
    "theirs": VERMILION,
    "both": PURPLE,
    "none": (86, 76, 60),
}
STEPS = 5  # densities of hatching
WRITTEN = 8.0  # pixels of radius from which a circle is named: below, names of two would collide
ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # of an arrow, where its name may stand beside it
ASIDE = 5  # places over and under a line, half a name apart
SEAM: Colour = (74, 52, 38)


def draw(frame: Frame, lens: MapLens, palette: str = USUAL) -> pygame.Surface:
    """Return a clear surface of the frame's size with everything the lens draws but its
    names, in a palette."""
    larger = 2 if 2 * max(frame.width, frame.height) <= WIDEST else 1
    big = Frame(
        frame.west, frame.north, frame.scale * larger, frame.width * larger, frame.height * larger
    )
    surface = pygame.Surface((big.width, big.height), pygame.SRCALPHA)
    unit = larger * min(max(frame.scale / 44, 0.75), 2.2)
    for mark in lens.zones:
        if mark.level is not None and mark.zone in zones():
            hatch(big, surface, mark, unit, palette)
    seams(big, surface, unit)
    for circle in lens.circles:
        ring(big, surface, circle, unit)
    for line in lens.lines:
        limit(big, surface, line, unit, palette)
    for arrow in lens.arrows:
        flow(big, surface, arrow, unit, palette)
    if larger > 1:
        surface = pygame.transform.smoothscale(surface, (frame.width, frame.height))
    return surface


def density(level: float) -> int:
    """Return the step of hatching, 0..STEPS, of a level 0..1; any level above 0 shows."""
    return 0 if level <= 0 else min(STEPS, max(1, math.ceil(level * STEPS)))


def hatch(
    frame: Frame, surface: pygame.Surface, mark: ZoneMark, unit: float, palette: str = USUAL
) -> None:
    """Hatch one zone: wash and lines grow with the level; theirs lean left, ours lean right."""
    step = density(mark.level or 0.0)
    if step == 0:
        return
    colour = toned(COLOURS[mark.mark], palette)
    for ring_points in zones()[mark.zone].rings:
        outline = frame.project(ring_points)
        low = np.maximum(np.floor(outline.min(axis=0)).astype(int), 0)
        high = np.minimum(np.ceil(outline.max(axis=0)).astype(int), (frame.width, frame.height))
        width, height = (int(v) for v in high - low)
        if width < 2 or height < 2:
            continue
        cover = pygame.Surface((width, height), 0, 24)
        pygame.draw.polygon(cover, (255, 255, 255), outline - low)
        inside = pygame.surfarray.array_red(cover) > 0
        alpha = np.where(pattern(mark.mark, step, low, width, height, unit), 185, 22 + 12 * step)
        box = pygame.Rect(int(low[0]), int(low[1]), width, height)
        _lay(surface.subsurface(box), inside, alpha.astype(np.uint8), colour)


def pattern(
    mark: str, step: int, low: Points, width: int, height: int, unit: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Return where the lines of a hatch run, (width, height)."""
    x = (np.arange(width) + low[0])[:, None]
    y = (np.arange(height) + low[1])[None, :]
    pitch = (13.0 - 1.3 * step) * unit
    thick = (0.5 + 0.36 * step) * unit
    right, left = (x + y) % (pitch * 1.4) < thick * 1.4, (x - y) % (pitch * 1.4) < thick * 1.4
    if mark == "both":
        return np.asarray(right | left)
    if mark == "none":
        return np.asarray((x % pitch < thick * 1.1) & (y % pitch < thick * 1.1))
    return np.asarray(right if mark == "ours" else left)


def _lay(
    piece: pygame.Surface,
    inside: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    alpha: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    colour: Colour,
) -> None:
    pixels = pygame.surfarray.pixels3d(piece)
    pixels[inside] = colour
    del pixels
    clear = pygame.surfarray.pixels_alpha(piece)
    clear[inside] = alpha[inside]
    del clear


def seams(frame: Frame, surface: pygame.Surface, unit: float) -> None:
    """Draw the outlines of all nine zones in short dashes."""
    for zone in zones().values():
        for ring_points in zone.rings:
            if len(ring_points) > 60:
                for piece in dashes(_closed(frame.project(ring_points)), (4 * unit, 3 * unit)):
                    stroke(surface, (*SEAM, 200), piece, 1.3 * unit, False)


def outline(frame: Frame, zone: str, colour: Colour, unit: float) -> pygame.Surface:
    """Return a clear surface with one zone's outline: the zone that is chosen or pointed at."""
    surface = pygame.Surface((frame.width, frame.height), pygame.SRCALPHA)
    for ring_points in zones()[zone].rings:
        if len(ring_points) > 30:
            points = frame.project(ring_points)
            stroke(surface, (*INK, 255), points, 5 * unit, True)
            stroke(surface, (*colour, 255), points, 3 * unit, True)
    return surface


def _closed(points: Points) -> Points:
    return np.vstack([points, points[:1]])


def ring(frame: Frame, surface: pygame.Surface, circle: MapCircle, unit: float) -> None:
    """Draw a circle of nautical miles, dashed."""
    turn = np.linspace(0, 2 * math.pi, 97)
    x, y = frame.pixel(*circle.place)
    radius = circle.miles / 60 * frame.scale
    points = np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], axis=1)
    for piece in dashes(points, (5 * unit, 3 * unit)):
        stroke(surface, (*INK, 230), piece, 1.4 * unit, False)


def limit(
    frame: Frame, surface: pygame.Surface, line: MapLine, unit: float, palette: str = USUAL
) -> None:
    """Draw a line along a parallel: a bombing limit heavy with teeth to the north, or a rule."""
    start = frame.pixel(line.longitudes[0], line.latitude)
    end = frame.pixel(line.longitudes[1], line.latitude)
    points = np.array([start, end])
    if line.kind == "bombing":
        red = toned(VERMILION, palette)
        stroke(surface, (*PLATE, 230), points, 5.5 * unit, False)
        stroke(surface, (*red, 255), points, 3 * unit, False)
        for x in np.arange(start[0] + 6 * unit, end[0], 12 * unit):
            teeth = np.array([(x, start[1]), (x, start[1] - 6 * unit)])
            stroke(surface, (*red, 255), teeth, 1.8 * unit, False)
        return
    for piece in dashes(points, (9 * unit, 3 * unit, 2 * unit, 3 * unit)):
        stroke(surface, (*INK, 220), piece, 1.5 * unit, False)


def spine_of(frame: Frame, arrow: MapArrow) -> Points:
    """Return the middle line of an arrow, in pixels of the frame, from its start to its end."""
    start = np.array(frame.pixel(*CENTRES[arrow.start]))
    end = np.array(frame.pixel(*CENTRES[arrow.end]))
    across = np.array([-(end - start)[1], (end - start)[0]])
    bend = (start + end) / 2 + across * 0.16
    start, end = start + (bend - start) * 0.18, end + (bend - end) * 0.14
    share = np.linspace(0, 1, 25)[:, None]
    line: Points = (1 - share) ** 2 * start + 2 * share * (1 - share) * bend + share**2 * end
    return line


def flow(
    frame: Frame, surface: pygame.Surface, arrow: MapArrow, unit: float, palette: str = USUAL
) -> None:
    """Draw a curved arrow from zone to zone, broader with its weight."""
    spine = spine_of(frame, arrow)
    breadth = (2.0 + 6.5 * arrow.weight) * unit
    own = toned(COLOURS[arrow.mark], palette)
    for colour, more in (((*PLATE, 235), 1.8 * unit), ((*own, 255), 0.0)):
        pygame.draw.polygon(surface, colour, arrow_outline(spine, breadth, more))


def arrow_outline(spine: Points, breadth: float, more: float) -> list[tuple[float, float]]:
    """Return the outline of an arrow that widens along its spine; ``more`` is its rim."""
    way = np.gradient(spine, axis=0)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None]
    normal = np.stack([-way[:, 1], way[:, 0]], axis=1)
    half = (breadth * np.linspace(0.25, 0.5, len(spine)) + more)[:, None]
    neck = -4
    left, right = (spine + normal * half)[:neck], (spine - normal * half)[:neck]
    head, tip = breadth * 1.25 + 2.5 + more, spine[-1] + way[-1] * more * 1.6
    barbs = spine[neck] - way[neck] * more
    outline_points = [
        *left,
        barbs + normal[neck] * head,
        tip,
        barbs - normal[neck] * head,
        *right[::-1],
    ]
    return [(float(x), float(y)) for x, y in outline_points]


@lru_cache(maxsize=8)
def named(
    frame: Frame, lens: MapLens, letters: float, palette: str = USUAL, off: tuple[Box, ...] = ()
) -> list[tuple[pygame.Surface, pygame.Rect]]:
    """Return, kept, the names of lines, circles and arrows, and where they stand: beside what they
    name, off the names of the map, one another and the boxes ``off``. ``letters`` is the player's
    scale of text; one that finds no room beside them all is left out."""
    size = letters**0.6 * lettering(frame)
    made: list[tuple[pygame.Surface, pygame.Rect]] = []
    pixels = max(11, round(12 * size))
    whole = pygame.Rect(0, 0, frame.width, frame.height).inflate(-36, -36)
    taken = [(town.box, TOWN) for town in towns(frame, size) if town.box is not None]
    taken += [(letter.box, 1) for name in curves(frame, size) for letter in name]
    taken += [(pygame.Rect(box), TOWN) for box in off]

    def write(text: pygame.Surface, tried: list[tuple[str, Place]]) -> None:
        boxes = [text.get_rect(**{edge: place}) for edge, place in tried]
        free = [
            box
            for box in boxes
            if whole.contains(box)
            and not any(
                more == TOWN and box.inflate(-4, -4).colliderect(one) for one, more in taken
            )
        ]
        if free:
            best = min(free, key=lambda box: sum(_shared(box, one) for one, _ in taken))
            taken.append((best, TOWN))
            made.append((text, best))

    for line in lens.lines:
        ink = toned(COLOURS_INK[line.kind], palette)
        west, east = (frame.pixel(one, line.latitude) for one in line.longitudes)
        text = haloed(line.label, "narrow_strong", pixels, ink, PLATE)
        write(text, _beside_line(west, east, text.get_width()))
    for circle in lens.circles:
        if circle.miles / 60 * frame.scale < WRITTEN:
            continue
        x, y = frame.pixel(*circle.place)
        text = haloed(circle.label, "narrow", pixels - 1, INK, PLATE)
        write(text, _around(x, y, circle.miles / 60 * frame.scale))
    for arrow in (a for a in lens.arrows if a.label):
        ink = toned(DARK[arrow.mark], palette)
        spine = spine_of(frame, arrow)
        spots = [spine[round(share * (len(spine) - 1))] for share in ALONG]
        tried = [
            (edge, (round(float(x) + off), round(float(y))))
            for x, y in spots
            for edge, off in (("midright", -8), ("midleft", 8))
        ]
        write(haloed(arrow.label, "narrow_strong", pixels, ink, PLATE), tried)
    return made


def _shared(box: pygame.Rect, other: pygame.Rect) -> int:
    """Return how many pixels two boxes share."""
    both = box.clip(other)
    return both.width * both.height


def _beside_line(
    start: tuple[float, float], end: tuple[float, float], wide: int
) -> list[tuple[str, Place]]:
    """Return places for the name of a line along a parallel: behind its ends, then over and under
    it, from the sea inland."""
    (west, y), (east, _) = start, end
    tried = [("midleft", (round(east + 3), round(y))), ("midright", (round(west - 3), round(y)))]
    for step in range(ASIDE):
        x = round(east + 3 + (1 - step) * wide / 2)
        tried += [("midbottom", (x, round(y - 2))), ("midtop", (x, round(y + 2)))]
    return tried


def _around(x: float, y: float, radius: float) -> list[tuple[str, Place]]:
    """Return places for the name of a circle: over it, under it, and at its sides."""
    slant = radius * math.sqrt(0.5)
    return [
        ("midbottom", (round(x), round(y - radius + 4))),
        ("midtop", (round(x), round(y + radius - 4))),
        ("midleft", (round(x + radius + 2), round(y))),
        ("midright", (round(x - radius - 2), round(y))),
        ("bottomright", (round(x - slant), round(y - slant + 4))),
        ("topright", (round(x - slant), round(y + slant - 4))),
        ("bottomleft", (round(x + slant), round(y - slant + 4))),
        ("topleft", (round(x + slant), round(y + slant - 4))),
    ]


COLOURS_INK: dict[str, Colour] = {"bombing": THEIRS_DARK, "rule": INK, "front": INK}
DARK: dict[str, Colour] = {
    "ours": OURS_DARK,
    "theirs": THEIRS_DARK,
    "both": (110, 50, 85),
    "none": INK,
}
