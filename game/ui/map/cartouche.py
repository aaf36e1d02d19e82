"""The cartouche of a lens: its title and what its signs mean, along an edge where there is room."""

from collections.abc import Sequence
from typing import Final

from pygame import Rect, Surface

from game.desk.maplens import MapLens
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.map import lens as lenses
from game.ui.map.plates import Sums, inked, weight
from game.ui.text import Typesetter

EDGE: Final = 20  # pixels at 100 % text from the map's edge: the frame of degrees stays free
PADDED: Final = 40  # pixels at 100 % text beside the longest row: its sign and both margins
STEP: Final = 12  # pixels between two places that are tried
SLIDE: Final = 1.5  # what a pixel away from a lower corner weighs, as a pixel of a name; by eye

SIGNS: Final = {
    "square": "square",
    "diamond": "diamond",
    "arrow": "right",
    "line": "level",
    "circle": "ring",
    "hatch": "square",
}


def legend_box(
    setter: Typesetter, lens: MapLens, area: Rect, taken: Sequence[Rect], names: Surface
) -> Rect | None:
    """Return where the cartouche stands: along an edge of ``area`` where it covers least of the
    ``names``, near a lower corner if it can, and nowhere where plates leave no room."""
    wide, tall = size_of(setter, lens)
    if wide > area.width * 0.42 or tall > area.height * 0.45:
        return None
    return place(area, (wide, tall), setter.theme.px(EDGE), taken, inked(names)[1])


def paint_legend(canvas: Canvas, lens: MapLens, box: Rect) -> None:
    """Paint the cartouche in its box."""
    setter, ground = canvas.setter, canvas.ground
    high = setter.line_height(theme.TINY)
    canvas.fill(box, theme.PLATE)
    canvas.frame(box, theme.INK)
    canvas.frame(box.inflate(-6, -6), theme.INK)
    top = Rect(box.x, box.y + canvas.px(6), box.width, setter.line_height(theme.HEADING))
    canvas.text(lens.title.upper(), theme.HEADING, theme.INK, top, "centre")
    y = top.bottom
    for row in lens.legend:
        spot = (box.x + canvas.px(18), y + high // 2)
        canvas.mark(SIGNS[row.sign], spot, canvas.px(11), lenses.DARK[row.mark])
        if row.sign == "hatch":
            _hatch(canvas, spot)
        canvas.text(
            row.text, theme.TINY, theme.INK, Rect(box.x + canvas.px(30), y, box.width, high)
        )
        y += high
    canvas.ground = ground


def size_of(setter: Typesetter, lens: MapLens) -> tuple[int, int]:
    """Return how wide and how high a lens's cartouche is, in pixels."""
    rows = [setter.width(row.text, theme.TINY) for row in lens.legend]
    wide = max([setter.width(lens.title.upper(), theme.HEADING), *rows])
    tall = setter.line_height(theme.HEADING) + setter.line_height(theme.TINY) * len(rows)
    return wide + setter.theme.px(PADDED), tall + setter.theme.px(16)


def place(
    area: Rect, size: tuple[int, int], edge: int, taken: Sequence[Rect], sums: Sums
) -> Rect | None:
    """Return the best place of a cartouche of a ``size`` along the lower edge of ``area`` and both
    sides; ``sums`` are those of the names. None where plates, ``taken``, are everywhere."""
    inner = area.inflate(-2 * edge, -2 * edge)
    last_x, last_y = inner.width - size[0], inner.height - size[1]
    if last_x < 0 or last_y < 0:
        return None
    tried = [(x, last_y) for x in range(last_x, -1, -STEP)]
    tried += [(x, y) for y in range(last_y, -1, -STEP) for x in (last_x, 0)]
    found = [
        (Rect((inner.x + x, inner.y + y), size), min(x, last_x - x) + last_y - y) for x, y in tried
    ]
    free = [one for one in found if one[0].collidelist(list(taken)) < 0]
    if not free:
        return None
    return min(free, key=lambda one: weight(sums, one[0].move(-area.x, -area.y)) + SLIDE * one[1])[
        0
    ]


def _hatch(canvas: Canvas, spot: tuple[int, int]) -> None:
    edge = canvas.px(5)
    for step in (-edge, 0, edge):
        canvas.line(
            theme.PLATE, (spot[0] + step - 4, spot[1] + 5), (spot[0] + step + 4, spot[1] - 5), 2
        )
