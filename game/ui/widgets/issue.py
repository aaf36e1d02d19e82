"""One issue of the table: four positions from Washington's ideal to Hanoi's, and who stands where.

Ours is a square, theirs a diamond, the draft a gold frame; hollow marks say where each stood a
quarter ago. Left and right move the draft.
"""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.desk.models import Issue
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

WIDEST_POINTS = "+88"  # that room is kept for


class IssueRow(Widget):
    """An issue with its positions side by side, or one below another where it is narrow."""

    focusable = True

    def __init__(self, issue: Issue, draft: Callable[[str, int], None], tall: bool = False) -> None:
        """Show ``issue``; ``draft`` is called with its id and a position; ``tall`` is larger."""
        self.style = theme.READING if tall else theme.SMALL
        self.head_style = theme.STRONG if tall else theme.SMALL_STRONG
        self.air = 26 if tall else 7  # pixels at 100 % text above and below a position
        self.under = 4 if tall else 2  # pixels at 100 % text below the heading
        ours = "nothing" if issue.ours is None else issue.positions[issue.ours]
        theirs = "nothing" if issue.theirs is None else issue.positions[issue.theirs]
        super().__init__(f"{issue.title}: ours, {ours}; theirs, {theirs}", key=f"issue {issue.id}")
        self.help = f"{self.name}. Left and right move the draft; it goes out if it is tabled."
        self.tip = issue.tip or f"{issue.title}\n{issue.apart}"
        self.issue, self.draft = issue, draft
        self._boxes: list[Rect] = []

    def least(self, setter: Typesetter) -> int:
        words = [w for p in self.issue.positions for w in p.split()]
        return (
            max(setter.width(w, self.style) for w in words)
            + setter.theme.px(56)
            + self._points_room(setter)
        )

    def _across(self, setter: Typesetter, width: int) -> bool:
        return width >= setter.theme.px(620)

    def _heights(self, setter: Typesetter, width: int) -> tuple[int, list[int]]:
        """Return the height of the heading and of each position's box."""
        edge, lead = setter.theme.px(16), setter.theme.px(20)
        across = self._across(setter, width)
        gaps = 3 * setter.theme.px(6)
        wide = ((width - gaps) // 4 if across else width) - edge - 2 * lead
        wide -= self._points_room(setter)
        line = setter.line_height(self.style)
        highs = [
            len(setter.wrap(p, self.style, wide)) * line + setter.theme.px(self.air)
            for p in self.issue.positions
        ]
        if across:
            highs = [max(highs)] * 4
        line = setter.line_height(self.head_style)
        head = len(setter.wrap(self._head(), self.head_style, width)) * line
        return head + setter.theme.px(self.under), highs

    def _head(self) -> str:
        return f"{self.issue.title} - {self.issue.apart}" if self.issue.apart else self.issue.title

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        head, highs = self._heights(setter, width)
        if self._across(setter, width):
            return width, head + highs[0]
        return width, head + sum(highs) + 3 * setter.theme.px(3)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        head, highs = self._heights(setter, rect.width)
        if self._across(setter, rect.width):
            gap = setter.theme.px(6)
            wide = (rect.width - 3 * gap) // 4
            self._boxes = [
                Rect(rect.x + i * (wide + gap), rect.y + head, wide, highs[0]) for i in range(4)
            ]
            return
        at, self._boxes = rect.y + head, []
        for high in highs:
            self._boxes.append(Rect(rect.x, at, rect.width, high))
            at += high + setter.theme.px(3)

    def paint(self, canvas: Canvas) -> None:
        ground = canvas.ground
        canvas.paragraph(self._head(), self.head_style, theme.LIGHT, self.rect)
        for place, box in enumerate(self._boxes):
            drafted = place == self.issue.draft
            canvas.fill(box, theme.SELECTED if drafted else theme.SUNKEN, 3)
            canvas.frame(box, theme.GOLD if drafted else theme.LINE, 2 if drafted else 1, 3)
            edge, lead = canvas.px(8), canvas.px(20)
            spots = (box.x + edge + canvas.px(6), box.right - edge - canvas.px(6))
            points = self._points_room(canvas.setter)
            body = Rect(
                box.x + edge + lead, box.y, box.width - 2 * edge - 2 * lead - points, box.height
            )
            if points:
                room = Rect(body.right, box.y, points, box.height)
                self._worth(canvas, place, room)
            lines = canvas.setter.wrap(self.issue.positions[place], self.style, body.width)
            body.y += (box.height - len(lines) * canvas.setter.line_height(self.style)) // 2
            canvas.paragraph(self.issue.positions[place], self.style, theme.LIGHT, body)
            self._marks(canvas, place, spots, box.centery)
        canvas.ground = ground

    def _points_room(self, setter: Typesetter) -> int:
        """Return the width kept for the points of a position."""
        if not self.issue.points:
            return 0
        return setter.set_width(WIDEST_POINTS, theme.STRONG) + setter.theme.px(8)

    def _worth(self, canvas: Canvas, place: int, room: Rect) -> None:
        """Paint how many points more or less for us a position is than the drafted one."""
        more = self.issue.points[place]
        if place == self.issue.draft:
            return
        colour = theme.GOOD if more > 0 else theme.BAD if more < 0 else theme.DIM
        canvas.text(f"{more:+d}" if more else "=", theme.STRONG, colour, room, "right")

    def _marks(self, canvas: Canvas, place: int, spots: tuple[int, int], y: int) -> None:
        issue = self.issue
        for x, now, before, mark, colour in (
            (spots[0], issue.ours, issue.ours_before, "square", theme.OURS),
            (spots[1], issue.theirs, issue.theirs_before, "diamond", theme.THEIRS),
        ):
            if place == now:
                canvas.mark(mark, (x, y), canvas.px(15), colour)
            elif place == before:
                canvas.mark(mark, (x, y), canvas.px(13), colour)
                canvas.mark(mark, (x, y), canvas.px(8), canvas.ground)

    def strike(self, event: pygame.event.Event) -> bool:
        if event.key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        step = 1 if event.key == pygame.K_RIGHT else -1
        here = self.issue.draft if self.issue.draft is not None else self.issue.ours or 0
        goal = min(max(here + step, 0), 3) if self.issue.draft is not None else here
        self._go(goal)
        return True

    def _go(self, place: int) -> None:
        if place != self.issue.draft:
            if self.host is not None:
                self.host.cue("key")
            self.draft(self.issue.id, place)

    def press(self, at: tuple[int, int]) -> None:
        for place, box in enumerate(self._boxes):
            if box.collidepoint(at):
                self._go(place)
                return
