"""The map that acts: zones are hatched, a front moves, arrows grow, signs leap up at towns.

Everything has its time after the scene's beginning; what has come is kept as drawn, and only what
is on its way is painted anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from pygame import Rect

from game.desk.maplens import ZoneMark
from game.desk.models.climax import MapActs, Sign, Thrust
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.map import dark, lens, signs
from game.ui.map.geometry import read
from game.ui.map.labels import haloed
from game.ui.map.projection import Frame, Points, fit
from game.ui.map.zones import zones
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

VIEWS: Final = {
    "south": (104.2, 8.3, 110.2, 17.5),
    "upper": (104.9, 11.9, 110.3, 17.7),
    "lower": (103.7, 8.3, 109.0, 12.9),
    "north": (102.4, 16.7, 108.9, 22.6),
    "whole": (101.5, 8.1, 110.1, 23.6),
}
"""West, south, east, north of what a climax looks at, in degrees."""
STEP: Final = 1 / 30  # seconds between two steps
SILENCE: Final = 0.8  # seconds before anything happens
WIPE, MARCH = 1.0, 3.0  # seconds of the hatching, and of a front that moves far
FAR: Final = 2.0  # degrees from which a front moves far
GROWTH, BETWEEN = 0.5, 0.12  # seconds in which an arrow grows, and from one to the next
SIGNS_FROM, SIGN_GAP, SIGN = 1.3, 0.13, 0.9  # seconds: the first sign, from one to the next, each
SLOW_SIGN: Final = 1.8  # seconds of a sign that is a way there and back
OFF_SHORE: Final = (0.42, -0.12)  # degrees from a port to the mines off it; by eye
BEND, SPINE = 0.14, 25  # of an arrow: how far it bows, to its length; points of its line
BREADTH: Final = 11.0  # pixels at 100 % text of an arrow
SIZE, LARGE = 9.0, 13.5  # pixels at 100 % text of a sign's radius
LEVEL: Final = 0.6  # how densely a zone is hatched
SPOKEN: Final = 0.35  # of a sign's coming from which its name stands


@dataclass(frozen=True)
class Timed:
    """When something on the map begins and ends, in seconds, and the rectangle it lies in."""

    start: float
    end: float
    rect: Rect

    def share(self, now: float) -> float:
        """Return how far it has come, 0..1."""
        return min(max((now - self.start) / max(self.end - self.start, 1e-6), 0.0), 1.0)


class ActingMap(Widget):
    """The map of a climax; ``elapsed`` gives the seconds since it began, infinite for the still."""

    def __init__(self, acts: MapActs, elapsed: Callable[[], float]) -> None:
        """Act out ``acts``."""
        super().__init__("Map", key="acting map")
        self.acts, self.elapsed = acts, elapsed
        self.grow = 1.0
        self.frame = fit(16, 16, VIEWS[acts.view])
        self.unit = 1.0
        self.hatch, self.thrusts, self.marks = Timed(0, 0, Rect(0, 0, 0, 0)), [], []
        self._painted = 0.0

    thrusts: list[tuple[Thrust, Timed]]
    marks: list[tuple[Sign, Timed]]

    # Place and time

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        self.frame = fit(max(rect.width, 16), max(rect.height, 16), VIEWS[self.acts.view])
        self.unit = max(setter.theme.scale, rect.height / 720)
        self._plan()

    def _plan(self) -> None:
        """Give everything its time and its rectangle."""
        front = self.acts.front
        far = front is not None and abs(front[0] - front[1]) >= FAR
        self.hatch = Timed(SILENCE, SILENCE + (MARCH if far else WIPE), Rect(self.rect))
        self.thrusts = []
        for count, thrust in enumerate(self.acts.thrusts):
            start = SILENCE + 0.2 + count * BETWEEN
            self.thrusts.append((thrust, Timed(start, start + GROWTH, self._around(thrust))))
        self.marks = []
        for count, sign in enumerate(self.acts.signs):
            start = SIGNS_FROM + count * SIGN_GAP
            if far and front is not None:  # the town falls when the front has come to it
                way = (front[0] - _town(sign.place)[1]) / (front[0] - front[1])
                start = SILENCE + MARCH * min(max(way, 0.0), 1.0)
            lasts = SLOW_SIGN if sign.kind == "retaken" else SIGN
            reach = round(self._radius(sign) * signs.REACH) + 2
            at = self._at(self._place(sign))
            box = Rect(round(at[0]) - reach, round(at[1]) - reach, 2 * reach, 2 * reach)
            self.marks.append((sign, Timed(start, start + lasts, box.union(self._name_box(sign)))))

    def lasts(self) -> float:
        """Return after how many seconds nothing more happens."""
        every = [self.hatch, *(timed for _, timed in (*self.thrusts, *self.marks))]
        return max(timed.end for timed in every)

    def _at(self, place: tuple[float, float]) -> tuple[float, float]:
        x, y = self.frame.pixel(*place)
        return self.rect.x + x, self.rect.y + y

    @staticmethod
    def _place(sign: Sign) -> tuple[float, float]:
        east, north = _town(sign.place)
        off = OFF_SHORE if sign.kind == "mine" else (0.0, 0.0)
        return east + off[0], north + off[1]

    def _radius(self, sign: Sign) -> float:
        return (LARGE if sign.large else SIZE) * self.unit

    def _spine(self, thrust: Thrust) -> Points:
        """Return the middle line of an arrow, in pixels of the window."""
        start, end = (np.array(self._at(place)) for place in (thrust.start, thrust.end))
        across = np.array([-(end - start)[1], (end - start)[0]]) * BEND
        way = np.linspace(0, 1, SPINE)[:, None]
        line: Points = (1 - way) ** 2 * start + way**2 * end
        return line + 2 * way * (1 - way) * ((start + end) / 2 + across)

    def _around(self, thrust: Thrust) -> Rect:
        """Return the rectangle in which all of an arrow lies."""
        spine, edge = self._spine(thrust), round(2 * BREADTH * self.unit)
        (left, top), (right, low) = spine.min(axis=0), spine.max(axis=0)
        return Rect(
            int(left) - edge,
            int(top) - edge,
            int(right - left) + 2 * edge,
            int(low - top) + 2 * edge,
        )

    # Moving

    def moves_in(self) -> float | None:
        return STEP if self._painted <= self.lasts() else None

    def move(self) -> None:
        """Have painted what has changed since the last step."""
        if self.host is None:
            return
        now, before = self.elapsed(), self._painted
        self._painted = now
        for timed in (timed for _, timed in (*self.thrusts, *self.marks)):
            if timed.start <= now and before <= timed.end:
                self.host.dirty(timed.rect.clip(self.rect))
        if self.hatch.start <= now and before <= self.hatch.end:
            for band in (self._swept(before, now), self._passed(before, now)):
                self.host.dirty(band.clip(self.rect))

    def _swept(self, before: float, now: float) -> Rect:
        """Return the band over which hatching and front have moved between two times."""
        high, low = (self._edge(self.hatch.share(when)) for when in (before, now))
        margin = round(14 * self.unit)
        top = min(high, low) - margin
        return Rect(self.rect.x, top, self.rect.width, abs(low - high) + 2 * margin)

    def _passed(self, before: float, now: float) -> Rect:
        """Return the band over which a front has moved between two times."""
        if self.acts.front is None:
            return Rect(0, 0, 0, 0)
        north, south = self.acts.front
        high, low = (
            self._at((0, north + (south - north) * self.hatch.share(when)))[1]
            for when in (before, now)
        )
        margin = round(14 * self.unit)
        return Rect(
            self.rect.x, round(high) - margin, self.rect.width, round(low - high) + 2 * margin
        )

    def _edge(self, share: float) -> int:
        """Return the height, in pixels, up to which the map has been swept."""
        front = self.acts.front
        if front is not None and front[0] != front[1]:
            degrees = front[0] + (front[1] - front[0]) * share
            if abs(front[0] - front[1]) >= FAR:
                return round(self._at((0, degrees))[1])
        top, low = self._zone_heights()
        return round(top + (low - top) * share)

    def _zone_heights(self) -> tuple[float, float]:
        picked = [zones()[name] for name in self.acts.zones]
        if not picked:
            return float(self.rect.top), float(self.rect.bottom)
        norths = [bounds[3] for zone in picked for bounds in zone.bounds]
        souths = [bounds[1] for zone in picked for bounds in zone.bounds]
        return self._at((0, max(norths)))[1], self._at((0, min(souths)))[1]

    # Painting

    def paint(self, canvas: Canvas) -> None:
        outer, now = canvas.surface.get_clip(), self.elapsed()
        canvas.surface.set_clip(outer.clip(self.rect))
        canvas.surface.blit(dark.ground(self.frame, canvas.px(dark.FADE)), self.rect)
        self._paint_zones(canvas, now)
        clip = canvas.surface.get_clip()
        self._paint_front(canvas, now)
        for thrust, timed in self.thrusts:
            if timed.start <= now and timed.rect.colliderect(clip):
                self._paint_thrust(canvas, thrust, timed.share(now))
        begun = [
            (sign, timed)
            for sign, timed in self.marks
            if timed.start <= now and timed.rect.colliderect(clip)
        ]
        for sign, timed in begun:
            at = self._at(self._place(sign))
            signs.DRAWN[sign.kind](canvas.surface, at, self._radius(sign), timed.share(now))
        for sign, timed in begun:
            if sign.label and timed.share(now) >= SPOKEN:
                canvas.surface.blit(self._name(sign), self._name_box(sign))
        canvas.surface.set_clip(outer)

    def _paint_zones(self, canvas: Canvas, now: float) -> None:
        if not self.acts.zones:
            return
        layer, box = hatched(self.frame, self.acts.zones, canvas.setter.theme.palette)
        shown = box.move(self.rect.topleft)
        edge = self._edge(self.hatch.share(now))
        swept = Rect(shown.x, shown.y, shown.width, max(edge - shown.y, 0)).clip(shown)
        if self.acts.calm:
            swept = Rect(shown.x, swept.bottom, shown.width, shown.bottom - swept.bottom)
        if now >= self.hatch.start or self.acts.calm:
            canvas.surface.blit(layer, swept, swept.move(-shown.x, -shown.y))

    def _paint_front(self, canvas: Canvas, now: float) -> None:
        front = self.acts.front
        if front is None or now < self.hatch.start:
            return
        degrees = front[0] + (front[1] - front[0]) * self.hatch.share(now)
        found = span(degrees)
        if found is None:
            return
        (x0, y), (x1, _) = (self._at((east, degrees)) for east in found)
        thick = max(3, round(4 * self.unit))
        line = Rect(round(x0), round(y) - thick // 2, round(x1 - x0), thick)
        for colour, more in ((signs.DARK, 4), (theme.PAPER, 2), (theme.RED, 0)):
            canvas.surface.fill(colour, line.inflate(more, more))
        tooth = 7 * self.unit
        for x in np.arange(x0 + tooth, x1 - tooth / 2, 2.2 * tooth):
            pygame.draw.polygon(
                canvas.surface,
                theme.RED,
                [(x - tooth * 0.6, y), (x + tooth * 0.6, y), (x, y + tooth)],
            )

    def _paint_thrust(self, canvas: Canvas, thrust: Thrust, share: float) -> None:
        spine = self._spine(thrust)[: max(round(share * SPINE), 8)]
        colour = theme.GOLD if thrust.quiet else theme.RED
        for shade, more in (
            (signs.DARK, 3.0 * self.unit),
            (theme.PAPER, 1.5 * self.unit),
            (colour, 0.0),
        ):
            pygame.draw.polygon(
                canvas.surface, shade, lens.arrow_outline(spine, BREADTH * self.unit, more)
            )

    # Names

    def _name(self, sign: Sign) -> pygame.Surface:
        return named(sign.label, round((16 if sign.large else 14) * self.unit))

    def _name_box(self, sign: Sign) -> Rect:
        """Return where a sign's name stands: to the right, or to the left at the map's edge."""
        if not sign.label:
            return Rect(0, 0, 0, 0)
        drawn, (x, y) = self._name(sign), self._at(self._place(sign))
        gap = round(self._radius(sign) * 1.25)
        box = drawn.get_rect(midleft=(round(x) + gap, round(y)))
        if box.right > self.rect.right - 8:
            box = drawn.get_rect(midright=(round(x) - gap, round(y)))
        return box


@lru_cache(maxsize=64)
def named(text: str, pixels: int) -> pygame.Surface:
    """Return a town's name, light with a dark rim, kept."""
    return haloed(text, "narrow_strong", pixels, theme.PLATE, signs.DARK)


@lru_cache(maxsize=2)
def hatched(frame: Frame, names: tuple[str, ...], palette: str) -> tuple[pygame.Surface, Rect]:
    """Return the hatching and outlines of zones, cut to what is drawn, and where that lies."""
    layer = pygame.Surface((frame.width, frame.height), pygame.SRCALPHA)
    unit = max(frame.height / 720, 1.0)
    for name in names:
        lens.hatch(frame, layer, ZoneMark(name, "", "", LEVEL, "theirs"), unit * 1.4, palette)
        layer.blit(lens.outline(frame, name, theme.BAD, unit * 0.4), (0, 0))
    box = layer.get_bounding_rect()
    cut = layer.subsurface(box).copy()
    return (cut.convert_alpha() if pygame.display.get_surface() else cut), box


@lru_cache(maxsize=256)
def span(degrees: float) -> tuple[float, float] | None:
    """Return the longitudes between which the South lies at a latitude, None where it does not."""
    found = []
    for name in ("I Corps", "II Corps", "III Corps", "IV Corps"):
        for ring in zones()[name].rings:
            following = np.roll(ring, -1, axis=0)
            crosses = (ring[:, 1] > degrees) != (following[:, 1] > degrees)
            one, other = ring[crosses], following[crosses]
            share = (degrees - one[:, 1]) / (other[:, 1] - one[:, 1])
            found += list(one[:, 0] + share * (other[:, 0] - one[:, 0]))
    return (min(found), max(found)) if found else None


def _town(name: str) -> tuple[float, float]:
    """Return longitude and latitude of a town by its name on the map."""
    return towns()[name]


@lru_cache(maxsize=1)
def towns() -> dict[str, tuple[float, float]]:
    """Return the places of all towns of the map by their names."""
    return {
        str(shape.facts["name"]): (float(shape.parts[0][0][0]), float(shape.parts[0][0][1]))
        for shape in read("cities_historic.geojson")
    }
