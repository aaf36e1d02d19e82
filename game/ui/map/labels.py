"""Names on the map: seas and countries along curves, towns beside their marks without collisions.

Towns are placed in order of rank; each tries eight places around its mark, its own side first,
and is left out when every place is taken.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame

from game.ui.map.geometry import Shape, read
from game.ui.map.ink import INK, RIVER, Colour
from game.ui.map.projection import Frame, Points
from game.ui.map.zones import CENTRES
from game.ui.theme import load_font

HALO: Colour = (243, 234, 210)
FAINT: Colour = (104, 86, 60)
WATER: Colour = (54, 92, 118)
KINDS: dict[str, tuple[str, Colour, float]] = {
    "sea": ("water", WATER, 1.0),
    "river": ("water", RIVER, 0.9),
    "country": ("narrow_strong", FAINT, 1.0),
    "dr": ("heading", (128, 44, 34), 1.15),
    "rv": ("heading", (62, 84, 34), 1.0),
    "relief": ("narrow", FAINT, 1.0),
    "island": ("narrow_strong", FAINT, 0.9),
}
BIGGER = {"GULF OF TONKIN": 1.6, "GULF OF SIAM": 1.15}
MOVED = {
    "GULF OF TONKIN": ((106.1, 18.65), (107.0, 19.9), (108.45, 20.85)),
    "SOUTH VIETNAM": ((108.95, 15.15), (109.75, 13.1), (109.15, 11.0)),
    "NORTH VIETNAM": ((103.1, 22.1), (104.5, 21.95), (106.1, 22.35)),
}
"""Curves of our own where the file's would be small or in the way of a zone's plate."""
HIDDEN = ("SOUTH VIETNAM", "BOLOVENS")  # the corps' own plates say it, and stand there
CLOSE = 62  # pixels a degree from which rivers and ranges are named
SMALL_FROM = 42  # pixels a degree from which bases and towns are named
Box = tuple[int, int, int, int]
RANKS = {"capital": 0, "port": 1, "city": 1, "base": 2, "town": 3}
SIDES = ("E", "W", "N", "S", "NE", "SE", "NW", "SW")


@dataclass(frozen=True)
class Letter:
    """A letter of a name along a curve: how it is set, and the box that a town's name keeps off."""

    text: str
    font: tuple[str, int]
    centre: tuple[float, float]
    angle: float
    colour: Colour
    box: pygame.Rect


@dataclass(frozen=True)
class Town:
    """A town that is marked: where it lies, and the box of its name, or None without room."""

    name: str
    rank: str
    at: tuple[float, float]
    font: tuple[str, int]
    box: pygame.Rect | None


def write(frame: Frame, surface: pygame.Surface, size: float) -> Iterator[None]:
    """Write every name on a baked map; ``size`` scales the letters. Yields between names."""
    for letters in curves(frame, size):
        for letter in letters:
            _letter(surface, letter)
        yield
    for town in towns(frame, size):
        if town.box is not None:
            surface.blit(haloed(town.name, *town.font, INK), town.box)
        _mark(surface, town.at, town.rank, size)
        yield


@lru_cache(maxsize=4)
def without(names: pygame.Surface, boxes: tuple[Box, ...]) -> pygame.Surface:
    """Return, kept, the names of a sheet without those in some boxes: half a name reads as another,
    so one that is partly covered gives way."""
    if not boxes:
        return names
    left = names.copy()
    for box in boxes:
        left.fill((0, 0, 0, 0), box)
    return left


@lru_cache(maxsize=8)
def curves(frame: Frame, size: float) -> tuple[tuple[Letter, ...], ...]:
    """Return, kept, the letters of every name that runs along a curve."""
    found = []
    for shape in read("labels.geojson"):
        text = str(shape.facts["text"])
        kind = str(shape.facts["kind"])
        if text in HIDDEN or (kind in ("river", "relief") and frame.scale < CLOSE):
            continue
        line = np.array(MOVED[text]) if text in MOVED else shape.parts[0]
        role, colour, factor = KINDS[kind]
        pixels = float(shape.facts["size"] or 10) * factor * BIGGER.get(text, 1.0) * size
        found.append(tuple(curve(frame.project(line), text, role, pixels, colour)))
    return tuple(found)


@lru_cache(maxsize=8)
def towns(frame: Frame, size: float) -> tuple[Town, ...]:
    """Return, kept, the towns that are marked and where their names stand: off one another, off
    curved names, other towns' marks and the middles of zones, to which the plates' leaders run."""
    taken = [letter.box for letters in curves(frame, size) for letter in letters]
    cities = sorted(read("cities_historic.geojson"), key=lambda s: RANKS[str(s.facts["class"])])
    shown = [c for c in cities if frame.scale >= _from_scale(c)]
    places = [frame.pixel(*c.parts[0][0]) for c in shown]
    middles = [frame.pixel(*place) for place in CENTRES.values()]
    spots = [
        pygame.Rect(x - 4 * size, y - 4 * size, 8 * size, 8 * size) for x, y in (*places, *middles)
    ]
    whole = pygame.Rect(0, 0, frame.width, frame.height)
    found = []
    for city, at in zip(shown, places, strict=True):
        if whole.inflate(-40, -40).collidepoint(at):
            name, rank = str(city.facts["name"]), str(city.facts["class"])
            big = {"capital": 15, "port": 12.5, "city": 12.5}.get(rank, 11.5)
            font = (
                "narrow_strong" if RANKS[rank] < 2 else "narrow",
                max(11, round(big * size)),
            )
            side = str(city.facts["anchor"])
            box = _room(haloed_size(name, *font), at, side, size, whole, taken, spots)
            if box is not None:
                taken.append(box)
            if box is not None or RANKS[rank] < 2:
                found.append(Town(name, rank, at, font, box))
    return tuple(found)


def _room(
    wanted: tuple[int, int],
    at: tuple[float, float],
    side: str,
    size: float,
    whole: pygame.Rect,
    taken: list[pygame.Rect],
    spots: list[pygame.Rect],
) -> pygame.Rect | None:
    """Return the first place of a name beside its town that is free, or None."""
    for choice in (side, *(s for s in SIDES if s != side)):
        box = _beside(pygame.Rect((0, 0), wanted), at, choice, 5.0 * size)
        own = sum(box.colliderect(spot) for spot in spots if not spot.collidepoint(at))
        inside = whole.inflate(-36, -36).contains(box)
        if inside and not own and box.inflate(-6, -6).collidelist(taken) < 0:
            return box
    return None


def _from_scale(city: Shape) -> float:
    """Return the scale, in pixels a degree, from which a town is named."""
    rank = str(city.facts["class"])
    return max(float(city.facts["minppd"] or 0), SMALL_FROM if RANKS[rank] > 1 else 0)


def curve(line: Points, text: str, role: str, pixels: float, colour: Colour) -> list[Letter]:
    """Return letters set evenly along a quadratic curve through three points."""
    start, middle, end = line[0], line[len(line) // 2], line[-1]
    steps = np.linspace(0.0, 1.0, 65)[:, None]
    bend = 2 * middle - (start + end) / 2
    points = (1 - steps) ** 2 * start + 2 * steps * (1 - steps) * bend + steps**2 * end
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    natural = load_font(role, 40).size(text)[0] / 40 * 1.12
    pixels = max(min(pixels, along[-1] / natural), 8.0)
    font = (role, round(2 * pixels))  # twice as large as it will be drawn
    sizes = [load_font(*font).size(letter) for letter in text]
    widths = [width / 2 for width, _ in sizes]
    gap = max((along[-1] - sum(widths)) / max(len(text) - 1, 1), pixels * 0.03)
    at = max((along[-1] - sum(widths) - gap * (len(text) - 1)) / 2, 0.0)
    found = []
    for letter, width, (_, high) in zip(text, widths, sizes, strict=True):
        centre = at + width / 2
        x, y = (float(np.interp(centre, along, points[:, i])) for i in (0, 1))
        before, after = (
            [float(np.interp(centre + d, along, points[:, i])) for i in (0, 1)] for d in (-4, 4)
        )
        turn = -math.atan2(after[1] - before[1], after[0] - before[0])
        across, down = abs(math.cos(turn)), abs(math.sin(turn))
        box = pygame.Rect(
            0, 0, round(width * across + high / 2 * down), round(width * down + high / 2 * across)
        )
        box.center = (round(x), round(y))
        box = box.inflate(-box.width // 3, -box.height // 3)
        found.append(Letter(letter, font, (x, y), math.degrees(turn), colour, box))
        at += width + gap
    return found


def _letter(surface: pygame.Surface, letter: Letter) -> None:
    font = load_font(*letter.font)
    for shade, alpha, offsets in ((HALO, 90, _ring(1.3)), (letter.colour, 215, [(0.0, 0.0)])):
        drawn = pygame.transform.rotozoom(font.render(letter.text, True, shade), letter.angle, 0.5)
        drawn.set_alpha(alpha)
        for x, y in offsets:
            centre = (round(letter.centre[0] + x), round(letter.centre[1] + y))
            surface.blit(drawn, drawn.get_rect(center=centre))


def _ring(radius: float) -> list[tuple[float, float]]:
    turns = [math.pi * i / 4 for i in range(8)]
    return [(radius * math.cos(t), radius * math.sin(t)) for t in turns]


def haloed(
    text: str, role: str, pixels: int, colour: Colour, halo: Colour = HALO
) -> pygame.Surface:
    """Return a text with a soft rim of paper around it."""
    font = load_font(role, pixels)
    ink, rim = font.render(text, True, colour), font.render(text, True, halo)
    edge = _edge(pixels)
    surface = pygame.Surface(haloed_size(text, role, pixels), pygame.SRCALPHA)
    surface.fill((*halo, 0))
    for radius in (edge * 0.95, edge * 0.55):
        for x, y in _ring(radius):
            surface.blit(rim, (round(edge + x), round(edge + y)))
    surface.blit(ink, (edge, edge))
    return surface


def haloed_size(text: str, role: str, pixels: int) -> tuple[int, int]:
    """Return how large such a text is, in pixels."""
    wide, high = load_font(role, pixels).size(text)
    return wide + 2 * _edge(pixels), high + 2 * _edge(pixels)


def _edge(pixels: int) -> int:
    return max(2, round(pixels / 7))


def _beside(box: pygame.Rect, at: tuple[float, float], side: str, gap: float) -> pygame.Rect:
    x, y = at
    shift_x = {"E": 1, "W": -1}.get(side[-1], 0)
    shift_y = {"N": -1, "S": 1}.get(side[0], 0)
    reach = gap * (0.7 if shift_x and shift_y else 1.0)
    box.centerx = round(x + shift_x * (box.width / 2 + reach - 2))
    box.centery = round(y + shift_y * (box.height / 2 + (reach - 4 if not shift_x else 4)))
    return box


def _mark(surface: pygame.Surface, at: tuple[float, float], rank: str, size: float) -> None:
    """Draw a town's mark four times its size and scale it down."""
    side = max(8, round(11 * size))
    large = pygame.Surface((side * 4, side * 4), pygame.SRCALPHA)
    large.fill((*INK, 0))
    middle, unit = side * 2, side * 4 / 11
    if rank == "base":
        half = 2.7 * unit
        box = pygame.Rect(middle - half, middle - half, 2 * half, 2 * half)
        pygame.draw.rect(large, (*HALO, 255), box)
        pygame.draw.rect(large, (*INK, 255), box, round(1.3 * unit))
    elif rank == "town":
        pygame.draw.circle(large, (*INK, 255), (middle, middle), 1.8 * unit)
    else:
        outer = (4.4 if rank == "capital" else 3.1) * unit
        pygame.draw.circle(large, (*HALO, 255), (middle, middle), outer)
        pygame.draw.circle(large, (*INK, 255), (middle, middle), outer, round(1.1 * unit))
        inner = (2.2 if rank == "capital" else 1.2) * unit
        pygame.draw.circle(large, (*INK, 255), (middle, middle), inner)
    small = pygame.transform.smoothscale(large, (side, side))
    surface.blit(small, small.get_rect(center=(round(at[0]), round(at[1]))))
