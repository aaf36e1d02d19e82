"""The cartouche of a lens: its title and what its signs mean, in a corner where there is room."""

from collections.abc import Sequence
from typing import Final

from pygame import Rect, Surface

from game.desk.maplens import MapLens
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.map import lens as lenses
from game.ui.map.plates import inked, weight

SIGNS: Final = {"square": "square", "diamond": "diamond", "arrow": "right", "line": "level",
                "circle": "ring", "hatch": "square"}  # fmt: skip


def paint_legend(
    canvas: Canvas, lens: MapLens, area: Rect, taken: Sequence[Rect], names: Surface
) -> None:
    """Paint the cartouche in the lower corner of ``area`` where it covers least of the ``names``,
    unless plates are there."""
    setter, ground = canvas.setter, canvas.ground
    widths = [setter.width(row.text, theme.TINY) for row in lens.legend]
    wide = max([setter.width(lens.title.upper(), theme.HEADING), *widths]) + canvas.px(44)
    high = setter.line_height(theme.TINY)
    tall = setter.line_height(theme.HEADING) + high * len(widths) + canvas.px(16)
    if wide > area.width * 0.42 or tall > area.height * 0.45:
        return
    edge, sums = canvas.px(24), inked(names)[1]
    corners = [Rect(area.right - edge - wide, area.bottom - edge - tall, wide, tall),
               Rect(area.left + edge, area.bottom - edge - tall, wide, tall)]  # fmt: skip
    free = [corner for corner in corners if corner.collidelist(list(taken)) < 0]
    if not free:
        return
    box = min(free, key=lambda corner: weight(sums, corner.move(-area.x, -area.y)))
    canvas.fill(box, theme.PLATE)
    canvas.frame(box, theme.INK)
    canvas.frame(box.inflate(-6, -6), theme.INK)
    top = Rect(box.x, box.y + canvas.px(6), box.width, setter.line_height(theme.HEADING))
    canvas.text(lens.title.upper(), theme.HEADING, theme.INK, top, "centre")
    y = top.bottom
    for row in lens.legend:
        spot = (box.x + canvas.px(20), y + high // 2)
        canvas.mark(SIGNS[row.sign], spot, canvas.px(11), lenses.DARK[row.mark])
        if row.sign == "hatch":
            _hatch(canvas, spot)
        canvas.text(row.text, theme.TINY, theme.INK, Rect(box.x + canvas.px(34), y, wide, high))
        y += high
    canvas.ground = ground


def _hatch(canvas: Canvas, spot: tuple[int, int]) -> None:
    edge = canvas.px(5)
    for step in (-edge, 0, edge):
        canvas.line(theme.PLATE, (spot[0] + step - 4, spot[1] + 5),
                    (spot[0] + step + 4, spot[1] - 5), 2)  # fmt: skip
