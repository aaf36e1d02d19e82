"""A ladder with all its rungs in sight: each a cell with its name, its price and its signs.

Left and right move over the rungs, Enter or Space takes the one under the cursor, Backspace goes
back to what stands; the pointer takes a rung by a click. What a rung does and risks is told before
it is taken: through ``tell`` where the screen has a place for it, else in a tooltip. Every cell
keeps room for its price and its signs, so that nothing moves when they change.
"""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.desk.models import LadderRow, Rung
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import ENTER

Choose = Callable[[str, str], None]
Tell = Callable[[LadderRow, Rung], None]
LABEL = 146  # pixels at 100 % text for the ladder's name
STACKED = 480  # pixels at 100 % text below which the name stands above the cells
GAP, EDGE = 4, 6  # pixels at 100 % text between cells, and inside one
COIN, SIGN = 9, 9  # pixels at 100 % text of a coin and of the other signs
APART = 2  # pixels at 100 % text between a cell's name and its signs
LOWEST = 32  # pixels at 100 % text of a cell
NAME = theme.Style("narrow", 15)
PRICE = theme.Style("narrow_strong", 15)


def price_text(rung: Rung) -> str:
    """Return a rung's price in words a newcomer reads without a key, and after it what the rung
    brings or costs in each quarter that it stands."""
    points = "point" if abs(rung.price) == 1 else "points"
    price = f"{rung.price} {points}" if rung.price > 0 else f"+{-rung.price} {points}"
    price = price if rung.price else "free"
    return f"{price}; {rung.upkeep}" if rung.upkeep else price


def word(rung: Rung) -> str:
    """Return what stands in a rung's cell."""
    return rung.short or rung.title


class RungRow(Widget):
    """One order on its ladder."""

    focusable = True

    def __init__(
        self,
        ladder: LadderRow,
        choose: Choose,
        tell: Tell | None = None,
        label: str | None = None,
        label_width: float = LABEL,
        height: float = LOWEST,
        marked: bool = False,
    ) -> None:
        """Show ``ladder`` under ``label`` (its title if None); ``choose`` is called with its id and
        the rung's; ``height`` of a cell at 100 % text; ``marked`` if the map points to it."""
        rung = ladder.rungs[ladder.chosen]
        super().__init__(
            name=f"{ladder.title}: {rung.title}, {price_text(rung)}",
            help=ladder.help or ladder.tip,
            key=f"ladder {ladder.id}",
        )
        self.ladder, self.choose, self.tell = ladder, choose, tell
        self.label = ladder.title if label is None else label
        self.label_width, self.high, self.marked = label_width, height, marked
        self.cursor = ladder.chosen
        self.over: int | None = None  # the cell under the pointer
        self.pressed: int | None = None  # the cell on which the mouse button went down
        self._cells: list[Rect] = []
        self._name = Rect(0, 0, 0, 0)

    # --- size and place

    def _beside(self, setter: Typesetter, width: int) -> bool:
        return width >= setter.theme.px(STACKED * self.label_width / LABEL)

    def _room(self, setter: Typesetter) -> int:
        """Return the width that price and signs take in every cell."""
        dearest = max(rung.price for rung in self.ladder.rungs)
        price = setter.set_width(str(dearest), PRICE) + setter.theme.px(COIN + 6)
        return setter.theme.px(SIGN + APART) + (price if dearest > 0 else setter.theme.px(3))

    def _word(self, setter: Typesetter) -> int:
        return max(setter.width(w, NAME) for rung in self.ladder.rungs for w in word(rung).split())

    def least(self, setter: Typesetter) -> int:
        return self._word(setter) + self._room(setter) + 2 * setter.theme.px(EDGE)

    def _laid(self, setter: Typesetter, width: int) -> tuple[int, int, int, int]:
        """Return the left edge and the width of the cells, how many stand in a line, and the
        height of each."""
        beside = self._beside(setter, width)
        left = setter.theme.px(self.label_width) if beside else 0
        gap, inside = setter.theme.px(GAP), 2 * setter.theme.px(EDGE) + self._room(setter)
        count = len(self.ladder.rungs)
        while count > 1:
            wide = (width - left - gap * (count - 1)) // count
            if wide >= self._word(setter) + inside:
                break
            count -= 1
        wide = (width - left - gap * (count - 1)) // count
        lines = max(len(setter.wrap(word(r), NAME, wide - inside)) for r in self.ladder.rungs)
        needed = lines * setter.line_height(NAME) + setter.theme.px(6)
        high = max(needed, setter.theme.px(self.high))
        return left, wide, count, high

    def _label_height(self, setter: Typesetter, width: int) -> int:
        if not self.label:
            return 0
        room = setter.theme.px(self.label_width) - setter.theme.px(8)
        wide = room if self._beside(setter, width) else width
        return len(setter.wrap(self.label, PRICE, wide)) * setter.line_height(PRICE)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        _, _, count, high = self._laid(setter, width)
        lines = -(-len(self.ladder.rungs) // count)
        cells = lines * high + (lines - 1) * setter.theme.px(GAP)
        label = self._label_height(setter, width)
        return width, max(cells, label) if self._beside(setter, width) else cells + label

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        left, wide, count, high = self._laid(setter, rect.width)
        label = self._label_height(setter, rect.width)
        beside = self._beside(setter, rect.width)
        top = rect.y if beside else rect.y + label
        gap = setter.theme.px(GAP)
        room = left - setter.theme.px(8) if beside else rect.width
        self._name = Rect(rect.x, rect.y, room, label)
        if beside:
            self._name.y = rect.y + max((high - label) // 2, 0)
        self._cells = [
            Rect(
                rect.x + left + place % count * (wide + gap),
                top + place // count * (high + gap),
                wide,
                high,
            )
            for place in range(len(self.ladder.rungs))
        ]

    # --- painting

    def paint(self, canvas: Canvas) -> None:
        ground = canvas.ground
        if self.label:
            colour = theme.GOLD if self._moved() else theme.LIGHT
            canvas.paragraph(self.label, PRICE, colour, self._name)
        if self.marked:
            canvas.surface.fill(
                theme.GOLD,
                Rect(self.rect.x - canvas.px(5), self._name.y, canvas.px(2), self._name.height),
            )
        for place, box in enumerate(self._cells):
            self._cell(canvas, place, box)
        canvas.ground = ground

    def _moved(self) -> bool:
        return self.ladder.chosen != self.ladder.standing

    def _cell(self, canvas: Canvas, place: int, box: Rect) -> None:
        rung, ladder = self.ladder.rungs[place], self.ladder
        chosen, stands = place == ladder.chosen, place == ladder.standing
        ground = theme.NIGHT
        if chosen:
            ground = theme.SELECTED if self._moved() else theme.IN_FORCE
        elif self.over == place and rung.enabled:
            ground = theme.RAISED
        canvas.fill(box, ground, 3)
        rim = theme.GOLD if chosen and self._moved() else theme.LINE
        canvas.frame(box, rim, 2 if chosen and self._moved() else 1, 3)
        if self.focused and place == self.cursor:
            canvas.frame(box.inflate(-4, -4), theme.FOCUS, max(1, canvas.px(1)), 2)
        edge, room = canvas.px(EDGE), self._room(canvas.setter)
        ink = theme.LIGHT if rung.enabled or chosen else theme.FAINT
        body = Rect(box.x + edge, box.y, box.width - 2 * edge - room, box.height)
        lines = len(canvas.setter.wrap(word(rung), NAME, body.width))
        body.y += (box.height - lines * canvas.setter.line_height(NAME)) // 2
        canvas.paragraph(word(rung), NAME, ink, body)
        self._signs(
            canvas,
            rung,
            Rect(box.right - edge - room, box.y, room, box.height),
            stands,
            rung.enabled or chosen,
        )

    @staticmethod
    def _signs(canvas: Canvas, rung: Rung, room: Rect, stands: bool, can: bool) -> None:
        """Paint, from the right, the coin with the price, and what else is to be known."""
        right, y = room.right, room.centery
        if rung.price > 0:
            canvas.mark(
                "circle",
                (right - canvas.px(COIN) / 2, y),
                canvas.px(COIN),
                theme.GOLD if can else theme.FAINT,
            )
            said, right = str(rung.price), right - canvas.px(COIN + 3)
            wide = canvas.setter.set_width(said, PRICE)
            box = Rect(right - wide, room.y, wide, room.height)
            canvas.text(said, PRICE, theme.GOLD if can else theme.FAINT, box)
            right = box.x - canvas.px(3)
        mark = "" if can else "lock"
        colour = theme.FAINT
        if not mark and stands:
            mark, colour = "frame", theme.LIGHT
        elif not mark and rung.presses:
            mark, colour = "up", theme.BAD
        if mark:
            canvas.mark(mark, (right - canvas.px(SIGN) / 2, y), canvas.px(SIGN), colour)

    # --- use

    def _at(self, at: tuple[int, int]) -> int | None:
        return next((i for i, box in enumerate(self._cells) if box.collidepoint(at)), None)

    def _say(self, place: int | None) -> None:
        if self.tell is not None and place is not None:
            self.tell(self.ladder, self.ladder.rungs[place])

    def point(self, at: tuple[int, int]) -> None:
        over = self._at(at)
        if over != self.over:
            self.over = over
            self._say(over)
            self.changed()

    def set_hover(self, over: bool) -> None:
        super().set_hover(over)
        if not over:
            self.over = None

    def set_focus(self, on: bool) -> None:
        super().set_focus(on)
        if on:
            self._say(self.cursor if self.over is None else self.over)

    def press(self, at: tuple[int, int]) -> None:
        self.pressed = self._at(at)
        self.changed()

    def release(self, at: tuple[int, int]) -> None:
        place, self.pressed = self.pressed, None
        if place is not None and place == self._at(at):
            self.cursor = place
            self._take(place)

    def _take(self, place: int) -> None:
        rung = self.ladder.rungs[place]
        if self.host is not None:
            self.host.cue("key" if rung.enabled else "refused")
        if rung.enabled and place != self.ladder.chosen:
            self.choose(self.ladder.id, rung.id)

    def strike(self, event: pygame.event.Event) -> bool:
        steps = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}
        if event.key in steps:
            self.cursor = min(max(self.cursor + steps[event.key], 0), len(self.ladder.rungs) - 1)
            self._say(self.cursor)
            self.changed()
        elif event.key in ENTER:
            self._take(self.cursor)
        elif event.key in (pygame.K_HOME, pygame.K_BACKSPACE):
            self.cursor = self.ladder.standing
            self._take(self.cursor)
        else:
            return False
        return True

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return the rung under the mouse or the cursor with its price and risk, where the screen
        has no other place for them."""
        place = self.cursor if at is None else self._at(at)
        if self.tell is not None or place is None or not self._cells:
            return "", self.rect
        rung = self.ladder.rungs[place]
        said = f"{rung.why_not} {rung.risk}" if rung.why_not else rung.risk
        return f"{rung.title}: {price_text(rung)}\n{said}", self._cells[place]


class Explanation(Widget):
    """What the rung under the pointer or the cursor does and risks: a place of one height,
    whatever is said in it."""

    def __init__(self, hint: str, lines: int) -> None:
        """Say ``hint`` until something is told; keep room for ``lines`` under the heading."""
        super().__init__(key="explanation")
        self.head, self.said, self.warned = "", hint, ""
        self.lines = lines
        self.grow = 1.0

    def tell(self, ladder: LadderRow, rung: Rung) -> None:
        """Say what a rung costs, does and risks."""
        self.head = f"{ladder.title}: {rung.title}, {price_text(rung)}"
        self.said, self.warned = rung.risk, rung.why_not
        self.changed()

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(300)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        high = setter.line_height(theme.STRONG) + self.lines * setter.line_height(theme.SMALL)
        return width, high

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, theme.PANEL)
        rect = self.rect
        if self.head:
            rect = Rect(rect.x, rect.y, rect.width, canvas.setter.line_height(theme.STRONG))
            canvas.text(self.head, theme.STRONG, theme.GOLD, rect)
            rect = Rect(rect.x, rect.bottom, rect.width, self.rect.bottom - rect.bottom)
        style = self.style(canvas.setter, rect)
        if self.warned:
            used = canvas.paragraph(self.warned, style, theme.BAD, rect)
            rect = Rect(rect.x, rect.y + used, rect.width, rect.height - used)
        canvas.paragraph(self.said, style, theme.LIGHT, rect)

    def style(self, setter: Typesetter, room: Rect) -> theme.Style:
        """Return small letters, or smaller ones where those would not hold all that is said."""
        lines = sum(
            len(setter.wrap(said, theme.SMALL, room.width))
            for said in (self.warned, self.said)
            if said
        )
        fits = lines * setter.line_height(theme.SMALL) <= room.height
        return theme.SMALL if fits else theme.TINY
