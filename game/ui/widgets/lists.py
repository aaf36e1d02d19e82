"""Lists of rows to choose from, and rows of choices."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.desk.models import Choice
from game.ui import layout, theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import ENTER


@dataclass(frozen=True)
class Item:
    """A row of a list: a title, a smaller line under it, something at the right, a mark."""

    title: str
    note: str = ""
    right: str = ""
    mark: str = ""
    mark_colour: Colour = theme.LIGHT
    tip: str = ""
    enabled: bool = True


class ListBox(Widget):
    """Rows of which one is chosen; up and down move, Enter acts."""

    focusable = True

    def __init__(
        self,
        name: str,
        items: Sequence[Item],
        act: Callable[[int], None],
        chosen: int = 0,
        picked: Callable[[int], None] | None = None,
        help: str = "",
    ) -> None:
        """List ``items``; ``act`` is called on Enter or a second click, ``picked`` on moving."""
        super().__init__(name=name, help=help, key=f"list {name}")
        self.items, self.act, self.chosen, self.picked = tuple(items), act, chosen, picked
        self._rows: list[Rect] = []

    def least(self, setter: Typesetter) -> int:
        words = [w for item in self.items for w in f"{item.title} {item.note}".split()]
        rights = [setter.width(item.right, theme.SMALL) for item in self.items]
        longest = max((setter.width(w, theme.BODY) for w in words), default=0)
        return max([longest + setter.theme.px(44), *rights])

    def _row(self, setter: Typesetter, item: Item, width: int) -> tuple[int, int]:
        """Return the height of a row and the width of its title."""
        edge = setter.theme.px(8) + (setter.theme.px(20) if item.mark else 0)
        room = width - edge - setter.theme.px(8)
        right = setter.width(item.right, theme.SMALL) + setter.theme.px(10) if item.right else 0
        room_title = room - right if room - right > width // 3 else room
        extra = 0 if room_title != room or not item.right else setter.line_height(theme.SMALL)
        high = len(setter.wrap(item.title, theme.BODY, room_title)) * setter.line_height(theme.BODY)
        if item.note:
            lines = setter.wrap(item.note, theme.SMALL, room)
            high += len(lines) * setter.line_height(theme.SMALL)
        return high + extra + setter.theme.px(10), room_title

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, sum(self._row(setter, item, width)[0] for item in self.items)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect, at, self._rows = rect, rect.y, []
        for item in self.items:
            high = self._row(setter, item, rect.width)[0]
            self._rows.append(Rect(rect.x, at, rect.width, high))
            at += high

    def paint(self, canvas: Canvas) -> None:
        ground = canvas.ground
        for index, (item, row) in enumerate(zip(self.items, self._rows, strict=True)):
            if not canvas.auditing and not row.colliderect(canvas.surface.get_clip()):
                continue
            canvas.ground = ground
            if index == self.chosen:
                canvas.fill(row, theme.SELECTED)
            elif index % 2:
                canvas.fill(row, theme.mix(ground, theme.NIGHT, 0.25))
            self._paint_row(canvas, item, row)
        canvas.ground = ground

    def _paint_row(self, canvas: Canvas, item: Item, row: Rect) -> None:
        edge, setter = canvas.px(8), canvas.setter
        body = row.inflate(-2 * edge, -2 * canvas.px(5))
        if item.mark:
            middle = body.y + setter.line_height(theme.BODY) // 2
            spot = (body.x + canvas.px(6), middle)
            canvas.mark(item.mark, spot, canvas.px(12), item.mark_colour)
            body = Rect(body.x + canvas.px(20), body.y, body.width - canvas.px(20), body.height)
        _, room = self._row(setter, item, row.width)
        colour = theme.LIGHT if item.enabled else theme.DIM
        used = canvas.paragraph(
            item.title, theme.BODY, colour, Rect(body.x, body.y, room, body.height)
        )
        if item.right:
            high = setter.line_height(theme.BODY if room < body.width else theme.SMALL)
            y = body.y if room < body.width else body.y + used
            line = Rect(body.x, y, body.width, high)
            canvas.text(item.right, theme.SMALL, theme.DIM, line, "right")
            used += 0 if room < body.width else high
        if item.note:
            below = Rect(body.x, body.y + used, body.width, body.height - used)
            canvas.paragraph(item.note, theme.SMALL, theme.DIM, below)

    def focal(self) -> Rect:
        return self._rows[self.chosen] if self.chosen < len(self._rows) else self.rect

    def show_chosen(self) -> None:
        """Bring the chosen row into view."""
        for above in self.above():
            above.reveal(self.focal())

    def choose(self, index: int, reveal: bool = True) -> None:
        """Choose a row and bring it into view, unless it was pointed at."""
        if not self.items:
            return
        self.chosen = min(max(index, 0), len(self.items) - 1)
        if reveal:
            self.show_chosen()
        self.changed()
        if self.picked is not None:
            self.picked(self.chosen)

    def strike(self, event: pygame.event.Event) -> bool:
        count = len(self.items)
        moves = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_HOME: -count,
            pygame.K_END: count,
            pygame.K_PAGEUP: -8,
            pygame.K_PAGEDOWN: 8,
        }
        if event.key in moves:
            target = self.chosen + moves[event.key]
            if abs(moves[event.key]) == 1 and not 0 <= target < len(self.items):
                return False
            self.choose(target)
            return True
        if event.key in ENTER and self.items:
            self.act(self.chosen)
            return True
        return False

    def press(self, at: tuple[int, int]) -> None:
        for index, row in enumerate(self._rows):
            if row.collidepoint(at):
                if index == self.chosen and self.focused:
                    self.act(index)
                else:
                    self.choose(index, reveal=False)
                return

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return the tooltip of the row pointed at, or of the chosen one."""
        for index, row in enumerate(self._rows):
            if (at is None and index == self.chosen) or (at is not None and row.collidepoint(at)):
                return self.items[index].tip, row
        return self.tip, self.rect


class ChoiceRow(Widget):
    """A few choices of which one holds; left and right change it. The note of the one chosen, or
    why it cannot be had, stands below; there is room for the longest, so that nothing moves."""

    focusable = True

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        chosen: str,
        act: Callable[[str], None],
        help: str = "",
        columns: int = 0,
    ) -> None:
        """Offer ``choices``; ``act`` is called with the id chosen."""
        super().__init__(name=name, help=help, key=f"choice {name}")
        self.choices, self.chosen, self.act = tuple(choices), chosen, act
        self.columns = columns
        self._boxes: list[Rect] = []

    def _sizes(self, setter: Typesetter, width: int) -> list[tuple[int, int]]:
        edge = setter.theme.px(12)
        sizes = []
        for choice in self.choices:
            lines = setter.wrap(choice.title, theme.STRONG, width - 2 * edge - setter.theme.px(16))
            wide = max(setter.set_width(line, theme.STRONG) for line in lines)
            high = len(lines) * setter.line_height(theme.STRONG) + setter.theme.px(12)
            sizes.append((wide + 2 * edge + setter.theme.px(16), high))
        return sizes

    def _note(self) -> str:
        choice = next((c for c in self.choices if c.id == self.chosen), None)
        return choice.note if choice is not None else ""

    def least(self, setter: Typesetter) -> int:
        words = [w for c in self.choices for w in c.title.split()]
        longest = max((setter.width(w, theme.STRONG) for w in words), default=0)
        return longest + setter.theme.px(40)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        boxes, high = layout.flow(width, self._sizes(setter, width), setter.theme.px(6))
        title = len(setter.wrap(self.name, theme.SMALL, width)) * setter.line_height(theme.SMALL)
        notes = [choice.note for choice in self.choices if choice.note]
        lines = max((len(setter.wrap(note, theme.SMALL, width)) for note in notes), default=0)
        wide = max([box.right for box in boxes], default=0)
        texts = max(setter.width(text, theme.SMALL) for text in (self.name, *notes))
        high += title + lines * setter.line_height(theme.SMALL) + setter.theme.px(8)
        return min(max(wide, texts), width), high

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        boxes, _ = layout.flow(rect.width, self._sizes(setter, rect.width), setter.theme.px(6))
        lines = len(setter.wrap(self.name, theme.SMALL, rect.width))
        top = rect.y + lines * setter.line_height(theme.SMALL) + setter.theme.px(2)
        self._boxes = [box.move(rect.x, top) for box in boxes]

    def paint(self, canvas: Canvas) -> None:
        ground = canvas.ground
        canvas.paragraph(self.name, theme.SMALL, theme.DIM, self.rect)
        for choice, box in zip(self.choices, self._boxes, strict=True):
            chosen = choice.id == self.chosen
            canvas.fill(box, theme.SELECTED if chosen else theme.RAISED, canvas.px(3))
            if not choice.enabled:
                canvas.fill(box, theme.PANEL, canvas.px(3))
            edge = theme.GOLD if chosen else theme.LINE
            canvas.frame(box, edge, 2 if chosen else 1, canvas.px(3))
            body = box.inflate(-2 * canvas.px(12), -canvas.px(12))
            spot = (body.x + canvas.px(4), body.y + canvas.setter.line_height(theme.STRONG) // 2)
            mark = "circle" if chosen else "ring"
            canvas.mark(mark, spot, canvas.px(9), theme.GOLD if chosen else theme.DIM)
            rest = Rect(body.x + canvas.px(16), body.y, body.width - canvas.px(16), body.height)
            colour = theme.LIGHT if choice.enabled else theme.DIM
            canvas.paragraph(choice.title, theme.STRONG, colour, rest)
        canvas.ground = ground
        bottom = max((box.bottom for box in self._boxes), default=self.rect.y)
        below = Rect(self.rect.x, bottom + canvas.px(3), self.rect.width, 1)
        if self._note():
            canvas.paragraph(self._note(), theme.SMALL, theme.DIM, below)

    def _pick(self, choice: Choice) -> None:
        if choice.enabled and choice.id != self.chosen:
            self.chosen = choice.id
            if self.host is not None:
                self.host.cue("key")
            self.changed()
            self.act(choice.id)
        elif not choice.enabled and self.host is not None:
            self.host.cue("refused")

    def strike(self, event: pygame.event.Event) -> bool:
        steps = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}
        if event.key not in steps or not self.choices:
            return False
        ids = [c.id for c in self.choices]
        at = ids.index(self.chosen) if self.chosen in ids else 0
        for _ in ids:
            at = (at + steps[event.key]) % len(ids)
            if self.choices[at].enabled:
                self._pick(self.choices[at])
                break
        return True

    def press(self, at: tuple[int, int]) -> None:
        for choice, box in zip(self.choices, self._boxes, strict=True):
            if box.collidepoint(at):
                self._pick(choice)
                return

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return what the choice pointed at is, or why it cannot be had."""
        for choice, box in zip(self.choices, self._boxes, strict=True):
            if at is not None and box.collidepoint(at):
                text = choice.tip or choice.note
                return f"{choice.title}\n{text if choice.enabled else choice.why_not}", box
        return self.help, self.rect
