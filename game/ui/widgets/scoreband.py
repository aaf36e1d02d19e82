"""The scores on one band: ours as an unsettled end would leave it, the mark's, what a signature at
the terms within reach would make of it, the other's; and the path here beside history's, or to
the mark where that is not history's.
"""

from collections.abc import Iterator
from itertools import pairwise

import pygame
from pygame import Rect

from game.desk.models import Scores
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

HIGH = 54  # pixels at 100 % text
PATH = 320  # pixels at 100 % text that the path takes at least
APART = 26  # pixels at 100 % text between two scores
DASH = 4  # pixels at 100 % text


Cell = tuple[str, theme.Colour, str, str, str]
"""A score: its mark, its colour, the number, what it is, and what is told when it is pointed at."""


class ScoreBand(Widget):
    """All scores a side steers by."""

    focusable = True
    kept_clear = True

    def __init__(self, scores: Scores) -> None:
        """Show ``scores``."""
        self.scores = scores
        self.cells: list[Cell] = [
            ("square", theme.OURS, f"{scores.own:.0f}", "ours, if unsettled now", scores.own_tip)
        ]
        if scores.history is not None:
            label, tip = "history's by now", scores.mark_tip
            self.cells.append(("flag", theme.LIGHT, str(scores.history), label, tip))
        elif scores.mark is not None:
            label = f"{scores.beside}, in the end"
            self.cells.append(("flag", theme.LIGHT, str(scores.mark), label, scores.mark_tip))
        if scores.reach is not None:
            label, tip = "signed as is within reach", scores.reach_tip
            self.cells.append(("tick", theme.GOLD, str(scores.reach), label, tip))
        low, high = round(scores.other_low), round(scores.other_high)
        other = f"{low} to {high}" if low != high else f"about {low}"
        label, tip = "theirs, we think", scores.other_tip
        self.cells.append(("diamond", theme.THEIRS, other, label, tip))
        self.boxes: list[tuple[Rect, str]] = []
        said = "; ".join(f"{label}: {number}" for _, _, number, label, _ in self.cells)
        super().__init__(
            said,
            scores.own_tip,
            key="scores",
            tip="\n".join(filter(None, (scores.own_tip, scores.beside_tip, scores.other_tip))),
        )

    def _wide(self, setter: Typesetter, number: str, label: str) -> int:
        head = setter.width(number, theme.TITLE) + setter.theme.px(20)
        return max(head, setter.width(label, theme.TINY))

    def least(self, setter: Typesetter) -> int:
        return max(self._wide(setter, number, label) for _, _, number, label, _ in self.cells)

    def _lines(self, setter: Typesetter, width: int) -> list[list[Cell]]:
        """Return the scores, as many to a line as fit."""
        lines: list[list[Cell]] = [[]]
        used = 0
        for cell in self.cells:
            wide = self._wide(setter, cell[2], cell[3]) + setter.theme.px(APART)
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0
            lines[-1].append(cell)
            used += wide
        return lines

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, len(self._lines(setter, width)) * setter.theme.px(HIGH)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        super().arrange(setter, rect)
        self.boxes = [
            (box, cell[4])
            for row, line in enumerate(self._lines(setter, rect.width))
            for box, cell in self._row(setter, row, line)
        ]

    def _row(self, setter: Typesetter, row: int, line: list[Cell]) -> Iterator[tuple[Rect, Cell]]:
        """Yield where each score of a line stands, its gap to the next included."""
        high = setter.theme.px(HIGH)
        x = self.rect.x + setter.theme.px(10)
        for cell in line:
            wide = self._wide(setter, cell[2], cell[3]) + setter.theme.px(APART)
            yield Rect(x, self.rect.y + row * high, wide, high), cell
            x += wide

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return what is told of the score that is pointed at; of all where none is."""
        for box, tip in self.boxes:
            if at is not None and tip and box.collidepoint(at):
                return tip, box
        return self.tip, self.rect

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, theme.NIGHT)
        lines, right = self._lines(canvas.setter, self.rect.width), self.rect.x
        for row, line in enumerate(lines):
            for box, (mark, colour, number, label, _) in self._row(canvas.setter, row, line):
                self._cell(canvas, box.topleft, mark, colour, number, label)
                right = max(right, box.right)
        room = Rect(
            right,
            self.rect.y + canvas.px(4),
            self.rect.right - right - canvas.px(10),
            self.rect.height - canvas.px(8),
        )
        if room.width >= canvas.px(PATH) and self.scores.mark is not None:
            self._path(canvas, room)

    @staticmethod
    def _cell(
        canvas: Canvas,
        at: tuple[int, int],
        mark: str,
        colour: theme.Colour,
        number: str,
        label: str,
    ) -> None:
        setter = canvas.setter
        high = setter.line_height(theme.TITLE)
        canvas.mark(mark, (at[0] + canvas.px(7), at[1] + high // 2 + 1), canvas.px(12), colour)
        canvas.text(
            number,
            theme.TITLE,
            colour,
            Rect(at[0] + canvas.px(19), at[1], setter.width(number, theme.TITLE), high),
        )
        below = Rect(
            at[0],
            at[1] + high - canvas.px(2),
            setter.width(label, theme.TINY),
            setter.line_height(theme.TINY),
        )
        canvas.text(label, theme.TINY, theme.DIM, below)

    def _path(self, canvas: Canvas, room: Rect) -> None:
        """Paint the path here in full, history's dashed to its end, and the mark at the end."""
        scores = self.scores
        assert scores.mark is not None
        canvas.surface.fill(theme.SUNKEN, room)
        history = scores.history_path
        values = [*history, *scores.path, scores.mark]
        low, high = min(values) - 3, max(values) + 3
        count = max(len(history) - 1, len(scores.path) - 1, scores.quarters)
        edge = canvas.px(9)
        wide = room.width - 2 * edge - canvas.px(34)  # the number at the end stands beside it

        years = canvas.setter.line_height(theme.TINY) - canvas.px(3)  # under the lines, off them
        foot = room.bottom - years

        def spot(place: int, value: float) -> tuple[int, int]:
            x = room.x + edge + round(place / max(count, 1) * wide)
            return x, round(foot - 2 - (value - low) / (high - low) * (foot - room.y - 4))

        self._years(canvas, room, [spot(place, low)[0] for place in range(count + 1)])
        past = [spot(*one) for one in enumerate(history)]
        for (x, y), (to_x, to_y) in pairwise(past):
            steps = max((to_x - x) // max(canvas.px(DASH), 1), 1)
            for step in range(0, steps, 2):
                first, last = step / steps, min((step + 1) / steps, 1.0)
                canvas.line(
                    theme.DIM,
                    (x + (to_x - x) * first, y + (to_y - y) * first),
                    (x + (to_x - x) * last, y + (to_y - y) * last),
                )
        own = [spot(*one) for one in enumerate(scores.path)]
        if len(own) > 1:
            pygame.draw.lines(canvas.surface, theme.OURS, False, own, max(2, canvas.px(2)))
        canvas.mark("square", own[-1] if own else spot(0, scores.own), canvas.px(9), theme.OURS)
        final = past[-1] if past else spot(count, scores.mark)
        canvas.mark("flag", final, canvas.px(11), theme.LIGHT)
        end = str(scores.mark)
        at = (final[0] + canvas.px(9), final[1] - canvas.px(3))
        canvas.ground = theme.SUNKEN
        canvas.said(end, theme.SMALL_STRONG, theme.LIGHT, at)

    def _years(self, canvas: Canvas, room: Rect, places: list[int]) -> None:
        """Paint a line and the year's number where a year begins."""
        year, quarter = int(self.scores.first[:4]), int(self.scores.first[-1:])
        canvas.ground, right = theme.SUNKEN, room.x
        for place, x in enumerate(places):
            if (place + quarter - 1) % 4 or place == len(places) - 1:
                continue
            canvas.line(theme.mix(theme.SUNKEN, theme.LINE, 0.5), (x, room.y), (x, room.bottom - 1))
            said = str(year + (place + quarter - 1) // 4)
            wide = canvas.setter.set_width(said, theme.TINY)
            high = canvas.setter.line_height(theme.TINY)
            if x >= right:
                canvas.said(said, theme.TINY, theme.DIM, (x + canvas.px(3), room.bottom - high))
                right = x + wide + canvas.px(8)
