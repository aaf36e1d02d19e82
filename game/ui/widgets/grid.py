"""A table of words."""

from collections.abc import Sequence

from pygame import Rect

from game.ui import layout, theme
from game.ui.canvas import Canvas
from game.ui.layout import Share
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget


class Grid(Widget):
    """A table of words with a heading row; cells wrap, columns share the width by weight."""

    def __init__(
        self,
        name: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        weights: Sequence[float] = (),
        numbers: Sequence[int] = (),
    ) -> None:
        """Show ``rows`` under ``heads``; columns in ``numbers`` are set to the right."""
        super().__init__(name=name, key=f"table {name}")
        self.heads, self.rows = tuple(heads), tuple(tuple(row) for row in rows)
        self.weights = tuple(weights) or (1.0,) * len(self.heads)
        self.numbers = tuple(numbers)

    def least(self, setter: Typesetter) -> int:
        gap = setter.theme.px(10) * (len(self.heads) - 1)
        return sum(self._column_least(setter, i) for i in range(len(self.heads))) + gap

    def _column_least(self, setter: Typesetter, index: int) -> int:
        cells = [self.heads[index], *(row[index] for row in self.rows)]
        return max(setter.width(w, theme.SMALL_STRONG) for c in cells for w in (c.split() or [""]))

    def _columns(self, setter: Typesetter, width: int) -> list[tuple[int, int]]:
        shares = [
            Share(least, least, weight)
            for least, weight in zip(
                (self._column_least(setter, i) for i in range(len(self.heads))),
                self.weights,
                strict=True,
            )
        ]
        return layout.divide(width, shares, setter.theme.px(10))

    def _row_height(self, setter: Typesetter, row: Sequence[str], width: int) -> int:
        columns = self._columns(setter, width)
        lines = [
            len(setter.wrap(cell, theme.SMALL_STRONG, wide))
            for cell, (_, wide) in zip(row, columns, strict=True)
        ]
        return max(lines) * setter.line_height(theme.SMALL) + setter.theme.px(6)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, sum(self._row_height(setter, r, width) for r in (self.heads, *self.rows))

    def paint(self, canvas: Canvas) -> None:
        columns = self._columns(canvas.setter, self.rect.width)
        y, ground = self.rect.y, canvas.ground
        for index, row in enumerate((self.heads, *self.rows)):
            high = self._row_height(canvas.setter, row, self.rect.width)
            canvas.ground = ground
            if index and index % 2 == 0:
                band = Rect(self.rect.x, y, self.rect.width, high)
                canvas.fill(band, theme.mix(ground, theme.NIGHT, 0.25))
            for place, (cell, (x, wide)) in enumerate(zip(row, columns, strict=True)):
                style = theme.SMALL if place and index else theme.SMALL_STRONG
                colour = theme.GOLD if index == 0 else theme.LIGHT
                box = Rect(self.rect.x + x, y + canvas.px(3), wide, high)
                canvas.paragraph(
                    cell, style, colour, box, "right" if place in self.numbers else "left"
                )
            y += high
            if index == 0:
                canvas.line(theme.LINE, (self.rect.x, y - 1), (self.rect.right - 1, y - 1))
        canvas.ground = ground
