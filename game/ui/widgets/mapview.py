"""The map on the screen: the baked sheet, one lens over it, plates with values, a cartouche.

Arrow keys go from zone to zone, Enter chooses; the mouse points and clicks. The lens is drawn
once and kept; only what moves is drawn anew.
"""

from collections.abc import Callable
from functools import lru_cache

import pygame
from pygame import Rect

from game.desk.maplens import MapLens, ZoneMark
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.map import lens as lenses
from game.ui.map import plates
from game.ui.map.aim import Aim
from game.ui.map.bake import WIDEST, lettering
from game.ui.map.cartouche import legend_box, paint_legend
from game.ui.map.labels import Box, towns, without
from game.ui.map.lens import spine_of
from game.ui.map.projection import THEATRE, Frame, Points, fit
from game.ui.map.store import MapStore
from game.ui.map.zones import CENTRES, NEIGHBOURS, ORDER, PLATES, zone_at_pixel, zones
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import ENTER

HELP = (
    "Arrow keys go from zone to zone, Enter chooses one; plus and minus look closer, 0 at the "
    "whole."
)
ARROWS = {pygame.K_LEFT: "left", pygame.K_RIGHT: "right", pygame.K_UP: "up", pygame.K_DOWN: "down"}
SHORT = 330  # pixels at 100 % text below which only the chosen zone has its plate
RIM = 6  # pixels of a name's halo, both sides together, that may be covered
COLUMNS = 3  # that march on an arrow at once
MARCH = 4.0  # seconds from an arrow's start to its end: slow enough to be left alone by the eye
STEP = 1 / 15  # seconds between two steps
BROADEST = 2.2  # width to height: more would cut the theatre, since the data end
CLOSER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
WIDER = (pygame.K_MINUS, pygame.K_KP_MINUS)


@lru_cache(maxsize=3)
def lens_layer(frame: Frame, lens: MapLens, palette: str) -> pygame.Surface:
    """Return a lens drawn for a frame in a palette, kept."""
    layer = lenses.draw(frame, lens, palette)
    return layer.convert_alpha() if pygame.display.get_surface() else layer


@lru_cache(maxsize=12)
def zone_outline(
    frame: Frame, zone: str, colour: theme.Colour
) -> tuple[pygame.Surface, tuple[int, int]]:
    """Return the outline of a zone, kept, cut to what is drawn, and where its corner lies."""
    unit = min(max(frame.scale / 44, 0.75), 2.2)
    whole = lenses.outline(frame, zone, colour, unit * 0.8)
    drawn = whole.get_bounding_rect()
    return whole.subsurface(drawn).copy(), drawn.topleft


def as_box(rect: Rect) -> Box:
    """Return a rectangle as what can be kept."""
    return rect.x, rect.y, rect.width, rect.height


class MapView(Widget):
    """The map under a lens; ``picked`` is called when a zone is chosen."""

    focusable = True
    may_overlap = True

    def __init__(
        self,
        store: MapStore,
        lens: MapLens | None,
        picked: Callable[[str], None] | None = None,
        zone: str = "",
        plates: bool = True,
        legend: bool = True,
        key: str = "map",
        bounds: tuple[float, float, float, float] = THEATRE,
        aim: Aim | None = None,
    ) -> None:
        """Show the map; with no lens it is the public map alone. With an ``aim`` the keys plus and
        minus and the wheel look closer, 0 at the whole."""
        super().__init__("Map", HELP, key=key)
        self.store, self.lens, self.picked, self.zone = store, lens, picked, zone
        self.plates, self.legend, self.bounds = plates, legend, bounds
        self.focusable = picked is not None
        self.aim, self.pointed = aim, ""
        self.grow = 1.0
        self._frame: Frame | None = None
        self._setter: Typesetter | None = None
        if lens is not None:
            self.name = f"Map: {lens.title}"

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(200)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(300)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        wide = min(rect.width, int(rect.height * BROADEST), WIDEST)
        high = min(rect.height, WIDEST)
        self.rect = Rect(0, 0, wide, high)
        self.rect.center = rect.center
        self._setter = setter
        self._look()

    def _look(self) -> None:
        """Take the frame of what is looked at."""
        seen = self.aim.bounds(self.bounds) if self.aim is not None else self.bounds
        self._frame = fit(max(self.rect.width, 16), max(self.rect.height, 16), seen)

    def paint(self, canvas: Canvas) -> None:
        if self._frame is None or self._setter is None:
            return
        outer = canvas.surface.get_clip()
        canvas.surface.set_clip(outer.clip(self.rect))
        self._paint_all(canvas, self._frame, self._setter.theme.scale)
        canvas.surface.set_clip(outer)

    def _paint_all(self, canvas: Canvas, frame: Frame, letters: float) -> None:
        sheet, _ = self.store.get(frame, letters)
        surface, at = canvas.surface, self.rect.topleft
        surface.blit(sheet.ground, at)
        if self.lens is not None:
            palette = canvas.setter.theme.palette
            surface.blit(lens_layer(frame, self.lens, palette), at)
            self._paint_march(canvas, frame)
        surface.blit(without(sheet.names, self.covered(frame, letters)), at)
        for text, box in self.named(frame, letters, canvas.setter.theme.palette):
            surface.blit(text, box.move(at))
        for zone, colour in ((self.zone, theme.FOCUS), (self.pointed, theme.PLATE)):
            if zone:
                drawn, (x, y) = zone_outline(frame, zone, colour)
                surface.blit(drawn, (at[0] + x, at[1] + y))
        if self.lens is not None and self.plates:
            self._paint_plates(canvas)
        legend = self.legend_box()
        if self.lens is not None and legend is not None:
            paint_legend(canvas, self.lens, legend)

    def legend_box(self) -> Rect | None:
        """Return where the cartouche stands, or None where there is none."""
        lens, frame, setter = self.lens, self._frame, self._setter
        if lens is None or frame is None or setter is None or not self.legend or self._short():
            return None
        names = self.store.get(frame, setter.theme.scale)[0].names
        return legend_box(setter, lens, self.rect, [box for _, box in self._boxes()], names)

    def _above(self) -> list[Rect]:
        """Return what stands over the names, in pixels of the frame: plates and the cartouche."""
        legend = self.legend_box()
        boxes = [box for _, box in self._boxes()] if self.plates else []
        boxes += [legend] if legend is not None else []
        return [box.move(-self.rect.x, -self.rect.y) for box in boxes]

    def named(
        self, frame: Frame, letters: float, palette: str
    ) -> list[tuple[pygame.Surface, Rect]]:
        """Return the names of the lens and where they stand in the frame, off plates, leaders and
        the cartouche."""
        if self.lens is None:
            return []
        off = self._above()
        for mark, box in self._boxes() if self.plates else []:
            off += plates.along(
                box.move(-self.rect.x, -self.rect.y), frame.pixel(*CENTRES[mark.zone])
            )
        return lenses.named(frame, self.lens, letters, palette, tuple(map(as_box, off)))

    def covered(self, frame: Frame, letters: float) -> tuple[Box, ...]:
        """Return the boxes of towns' names that plates or the cartouche cover in part, in pixels of
        the frame."""
        over = self._above() if self.lens is not None else []
        return tuple(
            as_box(town.box)
            for town in towns(frame, letters**0.6 * lettering(frame))
            if town.box is not None and town.box.inflate(-RIM, -RIM).collidelist(over) >= 0
        )

    # Marching: what moves on arrows, unless motion is reduced

    def _marching(self) -> list[Points]:
        """Return the middle lines of the lens's arrows, where they may march."""
        still = self._setter is None or self._setter.theme.still
        if still or self.lens is None or self._frame is None:
            return []
        return [spine_of(self._frame, arrow) for arrow in self.lens.arrows]

    def _paint_march(self, canvas: Canvas, frame: Frame) -> None:
        size = max(2, round(min(max(frame.scale / 44, 0.75), 2.2) * 2))
        for spine in self._marching():
            for column in range(COLUMNS):
                share = (column / COLUMNS + canvas.now / MARCH) % 1.0
                x, y = spine[int(share * (len(spine) - 1) * 0.9)]
                spot = (self.rect.x + round(float(x)), self.rect.y + round(float(y)))
                pygame.draw.circle(canvas.surface, theme.PLATE, spot, size)

    def moves_in(self) -> float | None:
        """Return how long the map may stand still, in seconds; None for ever."""
        return STEP if self._marching() else None

    def move(self) -> None:
        """Have the arrows painted where they are now."""
        if self.host is None:
            return
        for spine in self._marching():
            low, high = spine.min(axis=0), spine.max(axis=0)
            box = Rect(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))
            self.host.dirty(box.move(self.rect.topleft).inflate(16, 16).clip(self.rect))

    # Plates

    def _plate(self, mark: ZoneMark) -> Rect:
        """Return where a zone's plate lies."""
        frame, setter = self._frame, self._setter
        assert frame is not None  # arranged before it is painted
        assert setter is not None
        wide = max(
            setter.width(mark.title, theme.TINY) + setter.theme.px(16),
            setter.width(mark.text, theme.SMALL_STRONG),
        )
        high = setter.line_height(theme.TINY) + setter.line_height(theme.SMALL_STRONG)
        if not mark.text:
            high = setter.line_height(theme.TINY)
        box = Rect(0, 0, wide + setter.theme.px(12), high + setter.theme.px(4))
        x, y = frame.pixel(*PLATES[mark.zone])
        box.center = (self.rect.x + round(x), self.rect.y + round(y))
        return box.clamp(self.rect.inflate(-40, -40))

    def _short(self) -> bool:
        return self._setter is not None and self.rect.height < self._setter.theme.px(SHORT)

    def _seen(self, zone: str) -> bool:
        """Whether the middle of a zone lies in what is looked at."""
        frame = self._frame
        assert frame is not None  # arranged before it is painted
        x, y = frame.pixel(*CENTRES[zone])
        return 0 <= x < frame.width and 0 <= y < frame.height

    def _boxes(self) -> list[tuple[ZoneMark, Rect]]:
        """Return the plates from north to south and where they stand, off names and one another."""
        lens, frame, setter, at = self.lens, self._frame, self._setter, self.rect.topleft
        if lens is None or frame is None or setter is None:
            return []
        alone = (self.zone, self.pointed) if self._short() else ORDER
        marks = sorted(
            (m for m in lens.zones if m.zone in alone and self._seen(m.zone)),
            key=lambda m: -PLATES[m.zone][1],
        )
        letters = setter.theme.scale
        wanted = []
        for mark in marks:
            box, (x, y) = self._plate(mark).move(-at[0], -at[1]), frame.pixel(*CENTRES[mark.zone])
            wanted.append((as_box(box), (round(x), round(y))))
        bounds = (20, 20, self.rect.width - 40, self.rect.height - 40)
        found = plates.spread(
            tuple(wanted),
            bounds,
            self.store.get(frame, letters)[0].names,
        )
        return [(mark, Rect(box).move(at)) for mark, box in zip(marks, found, strict=True) if box]

    def _paint_plates(self, canvas: Canvas) -> None:
        assert self._frame is not None  # arranged before it is painted
        boxes, ground = self._boxes(), canvas.ground
        for mark, box in boxes:
            x, y = self._frame.pixel(*CENTRES[mark.zone])
            spot = (self.rect.x + round(x), self.rect.y + round(y))
            if not box.inflate(10, 10).collidepoint(spot):
                canvas.line(theme.PLATE, box.center, spot, canvas.px(3))
                canvas.line(theme.INK, box.center, spot, max(1, canvas.px(1)))
                canvas.mark("circle", spot, canvas.px(6), theme.INK)
        for mark, box in boxes:
            canvas.fill(box, theme.PLATE, 3)
            edge = {"ours": theme.OURS_INK, "theirs": theme.THEIRS_INK}.get(mark.mark, theme.INK)
            canvas.frame(box, edge, 2 if mark.zone == self.zone else 1, 3)
            body = box.inflate(-canvas.px(10), -canvas.px(4))
            line = Rect(body.x, body.y, body.width, canvas.setter.line_height(theme.TINY))
            shape = {"ours": "square", "theirs": "diamond", "both": "star"}.get(mark.mark)
            if shape:
                canvas.mark(shape, (line.x + canvas.px(5), line.centery), canvas.px(10), edge)
                line = Rect(line.x + canvas.px(14), line.y, line.width - canvas.px(14), line.height)
            canvas.text(mark.title, theme.TINY, theme.INK, line)
            if mark.text:
                below = Rect(body.x, line.bottom, body.width, body.bottom - line.bottom)
                canvas.text(mark.text, theme.SMALL_STRONG, edge, below)
        canvas.ground = ground

    # Use

    def _zone_at(self, at: tuple[int, int]) -> str:
        for mark, box in self._boxes():
            if box.collidepoint(at):
                return mark.zone
        if self._frame is None:
            return ""
        return zone_at_pixel(self._frame, at[0] - self.rect.x, at[1] - self.rect.y) or ""

    def closer(self, steps: int) -> bool:
        """Look closer by steps, at the zone that is pointed at or chosen; return whether it is so.
        Far enough back it is the whole again."""
        zone = self.pointed or self.zone
        if self.aim is None or not self.aim.move(steps, CENTRES.get(zone)):
            return False
        self._look()
        self.changed()
        return True

    def wheel(self, steps: int) -> bool:
        return self.aim is not None and (self.closer(steps) or True)

    def point(self, at: tuple[int, int]) -> None:
        over = self._zone_at(at)
        if over != self.pointed:
            self.pointed = over
            self.changed()

    def set_hover(self, over: bool) -> None:
        if not over:
            self.pointed = ""
        super().set_hover(over)

    def press(self, at: tuple[int, int]) -> None:
        zone = self._zone_at(at)
        if zone and self.focusable:
            self._pick(zone)

    def _pick(self, zone: str) -> None:
        self.zone = zone
        self.name = f"Map: {zones()[zone].name}"
        if self.aim is not None and self.aim.step:
            self.aim.place = CENTRES[zone]
            self._look()
        self.changed()
        if self.picked is not None:
            self.picked(zone)

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key in ARROWS:
            goal = NEIGHBOURS.get(self.zone, {}).get(ARROWS[event.key])
            self._pick(goal or self.zone or ORDER[0])
            return True
        if event.key in ENTER and self.zone:
            self._pick(self.zone)
            return True
        if event.key in CLOSER or event.key in WIDER:
            return self.closer(1 if event.key in CLOSER else -1)
        return False

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return what the lens says of the zone pointed at, or of the chosen one."""
        zone = self.zone if at is None else self._zone_at(at)
        if not zone or self.lens is None:
            return "", self.rect
        tip = next((m.tooltip for m in self.lens.zones if m.zone == zone), zones()[zone].name)
        anchor = next((box for mark, box in self._boxes() if mark.zone == zone), None)
        if at is not None:
            anchor = Rect(*at, 14, 14)
        return tip, anchor or self.rect
