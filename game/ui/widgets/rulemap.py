"""The map of postures: belief across, cost up, coloured and hatched by what the equilibrium does,
with a point that can be moved, and the way that a played war took over it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Rect

from game.desk.debrief_models import RuleMap
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.base import Widget

FINE, COARSE = 0.01, 0.05  # of belief and cost, a press of an arrow with and without Shift
HELP = (
    "Left and right move the belief, up and down the cost; with Shift by a hundredth. Or click "
    "where to stand."
)
INKED = (0.0, 0.55, 0.5)  # how much darker than its ground the dots and hatches of a region are


@cache
def grounds(palette: str) -> tuple[Colour, ...]:
    """Return the ground of each region in a palette: nobody opens, only the weak, both."""
    weak, both = (theme.toned(colour, palette) for colour in (theme.VERMILION, theme.GREEN))
    return (
        theme.mix(theme.SUNKEN, theme.NIGHT, 0.5),
        theme.mix(theme.SUNKEN, weak, 0.42),
        theme.mix(theme.SUNKEN, both, 0.75),
    )


@cache
def inks(palette: str) -> tuple[Colour, ...]:
    """Return the dots and hatches of each region in a palette."""
    return tuple(
        theme.mix(ground, theme.NIGHT, share)
        for ground, share in zip(grounds(palette), INKED, strict=True)
    )


@dataclass(frozen=True)
class Way:
    """Somebody's way through a war: belief and cost from place to place, the names of its two ends,
    and whose hand it was."""

    spots: tuple[tuple[float, float], ...] = ()
    ends: tuple[str, str] = ("", "")
    whose: str = ""


NO_WAY = Way()


@lru_cache(maxsize=24)
def regions(drawn: RuleMap, size: tuple[int, int], palette: str) -> pygame.Surface:
    """Return the map's ground: each pixel coloured by its region, the second dotted, the third
    hatched, with a line where one region ends. In bytes and single precision: it is drawn anew
    while a slider is dragged."""
    kinds = _kinds(drawn, size)
    dots, hatches = _inked(size)
    inked = ((kinds == 1) & dots) | ((kinds == 2) & hatches)
    colours = np.array([*grounds(palette), *inks(palette)], dtype=np.uint8)
    pixels = colours[kinds + np.uint8(3) * inked]
    edge = np.zeros(size, dtype=bool)
    edge[1:] |= kinds[1:] != kinds[:-1]
    edge[:, 1:] |= kinds[:, 1:] != kinds[:, :-1]
    pixels[edge] = theme.LIGHT
    made = pygame.Surface(size, 0, 32)
    pygame.surfarray.blit_array(made, pixels)
    return made


@lru_cache(maxsize=4)
def _inked(size: tuple[int, int]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return where the dots of the second region and the hatches of the third would lie."""
    across, up = np.arange(size[0])[:, None], np.arange(size[1])[None, :]
    return (across % 7 == 3) & (up % 7 == 3), (across + up) % 9 == 0


def _kinds(drawn: RuleMap, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the region of each pixel (x, y from the top)."""
    low, high = (
        _stretched(np.array(rows, dtype=np.float32), size) > 0.5 for rows in (drawn.low, drawn.high)
    )
    return np.maximum(low.view(np.uint8), np.uint8(2) * high)


def _stretched(rows: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Return rows (costs from the least, beliefs) as pixels (x, y from the top), between points in
    proportion."""
    up, across = rows.shape
    x, y = np.linspace(0, across - 1, size[0]), np.linspace(up - 1, 0, size[1])
    left, below = np.minimum(x.astype(int), across - 2), np.minimum(y.astype(int), up - 2)
    right_share = (x - left).astype(np.float32)[:, None]
    above_share = (y - below).astype(np.float32)[None, :]
    columns = rows.T[left] * (1 - right_share) + rows.T[left + 1] * right_share
    steps = np.diff(columns, axis=1)
    return np.asarray(columns[:, below] + steps[:, below] * above_share)


class RuleMapView(Widget):
    """The map with its point; ``act`` is called with belief and cost when it is moved."""

    focusable = True

    def __init__(
        self,
        drawn: RuleMap,
        point: tuple[float, float],
        act: Callable[[float, float], None],
        way: Way = NO_WAY,
        beside: Way = NO_WAY,
    ) -> None:
        """Show ``drawn`` with its point at (belief, cost), a war's ``way``, and another ``beside``
        it."""
        super().__init__("The map of postures", HELP, f"The map of postures\n{HELP}", "rule map")
        self.drawn, self.stands, self.act = drawn, point, act
        self.way, self.beside = way, beside
        self.captions = tuple(
            f"{colour}: the way of {one.whose} through the war{over}"
            for one, colour, over in (
                (way, "White", ", over the map as it lies now"),
                (beside, "Gold", ""),
            )
            if one.spots and one.whose
        )
        self._plot = Rect(0, 0, 1, 1)
        self.grow = 1.0

    def take(self, drawn: RuleMap, point: tuple[float, float]) -> None:
        """Show another map and stand at another point."""
        self.drawn, self.stands = drawn, point
        self.changed()

    # Size and place

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(260)

    def _legend(self, setter: Typesetter, width: int) -> int:
        room = width - setter.theme.px(24)
        lines = sum(
            len(setter.wrap(text, theme.SMALL, room))
            for text in (*self.drawn.regions, *self.captions)
        )
        return lines * setter.line_height(theme.SMALL) + setter.theme.px(10)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(230) + self._legend(setter, width)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        tiny, small = setter.line_height(theme.TINY), setter.line_height(theme.SMALL)
        left = setter.set_width("0.00", theme.TINY) + setter.theme.px(8)
        below = tiny + small + setter.theme.px(4) + self._legend(setter, rect.width)
        top = small + setter.theme.px(4)
        self._plot = Rect(
            rect.x + left,
            rect.y + top,
            max(rect.width - left - 4, 8),
            max(rect.height - below - top, 8),
        )

    def _spot(self, belief: float, cost: float) -> tuple[int, int]:
        plot, (first, last), (least, most) = self._plot, self.drawn.beliefs, self.drawn.costs
        across = (min(max(belief, first), last) - first) / (last - first)
        up = (min(max(cost, least), most) - least) / (most - least)
        return (
            plot.x + round(across * (plot.width - 1)),
            plot.bottom - 1 - round(up * (plot.height - 1)),
        )

    # Painting

    def paint(self, canvas: Canvas) -> None:
        plot, setter = self._plot, canvas.setter
        small = setter.line_height(theme.SMALL)
        head = Rect(self.rect.x, self.rect.y, self.rect.width, small)
        canvas.text("c: what going further costs the enemy", theme.SMALL, theme.DIM, head)
        canvas.surface.blit(regions(self.drawn, plot.size, setter.theme.palette), plot.topleft)
        self._scale(canvas)
        self._course(canvas)
        self._point(canvas)
        canvas.frame(plot.inflate(2, 2), theme.LINE)
        under = plot.bottom + setter.line_height(theme.TINY)
        line = Rect(plot.x, under, plot.width, small)
        canvas.text("p: belief that the sender is resilient", theme.SMALL, theme.DIM, line, "right")
        self._regions(canvas, line.bottom + canvas.px(4))

    def _scale(self, canvas: Canvas) -> None:
        plot, high = self._plot, canvas.setter.line_height(theme.TINY)
        for value in (0.25, 0.5, 0.75):
            said, x = f"{value:.2f}", self._spot(value, 0.0)[0]
            wide = canvas.setter.set_width(said, theme.TINY)
            canvas.line(theme.LINE, (x, plot.bottom), (x, plot.bottom + canvas.px(4)))
            canvas.said(said, theme.TINY, theme.DIM, (x - wide // 2, plot.bottom + canvas.px(2)))
        least, most = self.drawn.costs
        for step in range(5):
            cost = least + (most - least) * step / 4
            y = self._spot(0.5, cost)[1]
            said = f"{cost:.1f}"
            wide = canvas.setter.set_width(said, theme.TINY)
            at = min(max(y - high // 2, plot.top), plot.bottom - high)
            canvas.said(said, theme.TINY, theme.DIM, (plot.x - canvas.px(5) - wide, at))

    def _course(self, canvas: Canvas) -> None:
        self._drawn(canvas, self.beside, theme.GOLD)
        spots = self._drawn(canvas, self.way, theme.LIGHT)
        taken: list[Rect] = []
        for name, spot in zip(self.way.ends, (*spots[:1], *spots[-1:]), strict=False):
            self._named(canvas, name, spot, taken)

    def _drawn(self, canvas: Canvas, way: Way, colour: Colour) -> list[tuple[int, int]]:
        """Draw a way; return its spots, none where it has less than two."""
        spots = [self._spot(belief, cost) for belief, cost in way.spots]
        if len(spots) < 2:
            return []
        pygame.draw.lines(canvas.surface, theme.NIGHT, False, spots, canvas.px(4))
        pygame.draw.lines(canvas.surface, colour, False, spots, canvas.px(2))
        for spot in spots:
            canvas.mark("circle", spot, canvas.px(6), colour)
        return spots

    def _named(self, canvas: Canvas, name: str, spot: tuple[int, int], taken: list[Rect]) -> None:
        """Paint a quarter's name on a plate beside its spot, inside the map and under the names
        that are there."""
        wide, high = (
            canvas.setter.set_width(name, theme.TINY),
            canvas.setter.line_height(theme.TINY),
        )
        box = Rect(spot[0] + canvas.px(8), spot[1] + canvas.px(4), wide + canvas.px(8), high)
        if box.right > self._plot.right:
            box.right = spot[0] - canvas.px(8)
        box.clamp_ip(self._plot)
        while box.collidelist(taken) >= 0 and box.bottom + high <= self._plot.bottom:
            box.move_ip(0, high + 1)
        if box.collidelist(taken) >= 0:
            return  # the caption of two places that are one
        taken.append(box)
        ground = canvas.ground
        canvas.fill(box, theme.PLATE)
        canvas.text(name, theme.TINY, theme.INK, box, "centre")
        canvas.ground = ground

    def _point(self, canvas: Canvas) -> None:
        x, y = self._spot(*self.stands)
        plot = self._plot
        faint = theme.mix(theme.GOLD, theme.NIGHT, 0.35)
        canvas.line(faint, (x, plot.top), (x, plot.bottom - 1))
        canvas.line(faint, (plot.x, y), (plot.right - 1, y))
        canvas.mark("circle", (x, y), canvas.px(18), theme.NIGHT)
        canvas.mark("circle", (x, y), canvas.px(14), theme.GOLD)

    def _regions(self, canvas: Canvas, top: int) -> None:
        """Paint the legend: a swatch of each region as the map shows it."""
        palette = canvas.setter.theme.palette
        parts = zip(self.drawn.regions, grounds(palette), inks(palette), strict=True)
        side, left = canvas.px(14), self.rect.x + canvas.px(24)
        for kind, (text, ground, ink) in enumerate(parts):
            box = Rect(self.rect.x, top + canvas.px(3), side, side)
            canvas.surface.fill(ground, box)
            if kind == 1:
                for place in (4, 10):
                    canvas.mark("square", (box.x + canvas.px(place), box.centery), 3, ink)
            if kind == 2:
                canvas.line(ink, box.bottomleft, box.topright, 2)
            canvas.frame(box, theme.LINE)
            body = Rect(left, top, self.rect.right - left, 1)
            top += canvas.paragraph(text, theme.SMALL, theme.LIGHT, body)
        for caption, colour in zip(self.captions, (theme.LIGHT, theme.GOLD), strict=False):
            y = top + canvas.setter.line_height(theme.SMALL) // 2
            canvas.line(colour, (self.rect.x, y), (self.rect.x + side, y), canvas.px(2))
            body = Rect(left, top, self.rect.right - left, 1)
            top += canvas.paragraph(caption, theme.SMALL, theme.DIM, body)

    # Use

    def _to(self, belief: float, cost: float) -> None:
        (first, last), (least, most) = self.drawn.beliefs, self.drawn.costs
        point = (round(min(max(belief, first), last), 2), round(min(max(cost, least), most), 2))
        if point != self.stands:
            self.act(*point)

    def press(self, at: tuple[int, int]) -> None:
        if self._plot.collidepoint(at):
            self.drag(at)

    def drag(self, at: tuple[int, int]) -> None:
        (first, last), (least, most) = self.drawn.beliefs, self.drawn.costs
        across = (at[0] - self._plot.x) / max(self._plot.width - 1, 1)
        up = (self._plot.bottom - 1 - at[1]) / max(self._plot.height - 1, 1)
        self._to(first + across * (last - first), least + up * (most - least))

    def strike(self, event: pygame.event.Event) -> bool:
        moves = {
            pygame.K_LEFT: (-1, 0),
            pygame.K_RIGHT: (1, 0),
            pygame.K_UP: (0, 1),
            pygame.K_DOWN: (0, -1),
        }
        if event.key not in moves:
            return False
        step = FINE if event.mod & pygame.KMOD_SHIFT else COARSE
        right, up = moves[event.key]
        self._to(self.stands[0] + right * step, self.stands[1] + up * step)
        return True


class Chances(Widget):
    """Probabilities as bars: a name, a bar, a number."""

    def __init__(self, rows: Sequence[tuple[str, float]]) -> None:
        """Show ``rows`` of names and probabilities, 0..1."""
        super().__init__("The equilibrium", key="chances")
        self.rows = tuple(rows)

    def take(self, rows: Sequence[tuple[str, float]]) -> None:
        """Show other numbers."""
        self.rows = tuple(rows)
        self.changed()

    def least(self, setter: Typesetter) -> int:
        names = max(
            setter.width(word, theme.SMALL) for name, _ in self.rows for word in name.split()
        )
        return names + setter.theme.px(110)

    def _names(self, setter: Typesetter, width: int) -> int:
        longest = max(setter.width(name, theme.SMALL) for name, _ in self.rows)
        return int(min(longest, width - setter.theme.px(100)))

    def _heights(self, setter: Typesetter, width: int) -> list[int]:
        room, high = self._names(setter, width), setter.line_height(theme.SMALL)
        return [
            len(setter.wrap(name, theme.SMALL, room)) * high + setter.theme.px(3)
            for name, _ in self.rows
        ]

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, sum(self._heights(setter, width))

    def paint(self, canvas: Canvas) -> None:
        setter, rect, top = canvas.setter, self.rect, self.rect.y
        names, high = self._names(setter, rect.width), setter.line_height(theme.SMALL)
        number = setter.width("0.00", theme.SMALL_STRONG)
        for (name, chance), tall in zip(self.rows, self._heights(setter, rect.width), strict=True):
            canvas.paragraph(name, theme.SMALL, theme.LIGHT, Rect(rect.x, top, names, tall))
            bar = Rect(
                rect.x + names + canvas.px(10),
                top + canvas.px(4),
                rect.width - names - number - canvas.px(20),
                high - canvas.px(8),
            )
            canvas.surface.fill(theme.SUNKEN, bar)
            canvas.surface.fill(theme.GOLD, (bar.x, bar.y, round(bar.width * chance), bar.height))
            half = bar.centerx
            canvas.line(theme.LIGHT, (half, bar.top - 2), (half, bar.bottom + 1))
            spot = Rect(rect.x, top, rect.width, high)
            canvas.text(f"{chance:.2f}", theme.SMALL_STRONG, theme.LIGHT, spot, "right")
            top += tall
