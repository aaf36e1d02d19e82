"""Proper nouns in running text: underlined, pressed with the mouse or chosen with the arrows.

Names are looked for line by line as they are set, the longest first; one broken over two lines is
left alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pygame
from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Style
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import ENTER
from game.ui.widgets.texts import Dispatch, Text

HELP = "Left and right go from name to name, Enter opens its page of the codex."
STEPS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}


@dataclass
class Terms:
    """Which words lead to which page of the codex, and what opens one."""

    pages: Mapping[str, str]
    open: Callable[[str], None]
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Return where names stand in ``text`` and to which page each leads."""
        if self._pattern is None:
            names = sorted(self.pages, key=len, reverse=True)
            words = "|".join(re.escape(name) for name in names)
            self._pattern = re.compile(rf"\b(?:{words})\b" if words else r"(?!)")
        return [
            (hit.start(), hit.end(), self.pages[hit[0]]) for hit in self._pattern.finditer(text)
        ]


class Spots:
    """The links of one widget: where they were painted last, and which the arrows stand on."""

    def __init__(self, terms: Terms, text: str) -> None:
        """Look for names in ``text``; a page is linked once, at its first mention in a line."""
        self.terms = terms
        self.any = bool(terms.found(text))
        self.at = 0
        self.boxes: list[tuple[Rect, str]] = []

    def paint(
        self, canvas: Canvas, text: str, style: Style, colour: Colour, rect: Rect, chosen: bool
    ) -> None:
        """Underline the names of a paragraph set from the left of ``rect``; mark the chosen one."""
        high = canvas.setter.line_height(style)
        for count, line in enumerate(canvas.setter.wrap(text, style, rect.width)):
            for start, end, page in self.terms.found(line):
                left = rect.x + canvas.setter.set_width(line[:start], style)
                right = rect.x + canvas.setter.set_width(line[:end], style)
                box = Rect(left, rect.y + count * high, right - left, high)
                self.boxes.append((box, page))
                bottom = box.bottom - max(1, canvas.px(2))
                for x in range(box.x, box.right, max(3, canvas.px(4))):
                    canvas.line(colour, (x, bottom), (min(x + canvas.px(2), box.right), bottom))
        if chosen and self.boxes:
            self.at = min(self.at, len(self.boxes) - 1)
            canvas.frame(self.boxes[self.at][0].inflate(4, 2), colour)

    def press(self, at: tuple[int, int]) -> None:
        """Open the page of the name that was pressed."""
        for box, page in self.boxes:
            if box.collidepoint(at):
                self.terms.open(page)
                return

    def strike(self, event: pygame.event.Event) -> bool:
        """Go from name to name, or open the one chosen; return whether it was either."""
        if event.key in ENTER and self.boxes:
            self.terms.open(self.boxes[self.at][1])
            return True
        target = self.at + STEPS.get(event.key, 0)
        if event.key in STEPS and 0 <= target < len(self.boxes):
            self.at = target
            return True
        return False


class Linked(Widget):
    """A widget with links in it, whatever it says them on."""

    spots: Spots

    def link(self, spots: Spots, about: str = "") -> None:
        """Let ``spots`` be reached by keys and mouse; F1 says what it is ``about`` before how."""
        self.spots = spots
        self.focusable = True
        self.help = f"{about} {HELP}".strip()

    def press(self, at: tuple[int, int]) -> None:
        self.spots.press(at)

    def strike(self, event: pygame.event.Event) -> bool:
        done = self.spots.strike(event)
        if done:
            self.changed()
        return done


class Prose(Linked, Text):
    """A text whose proper nouns lead to the codex."""

    def __init__(self, text: str, spots: Spots, style: Style, colour: Colour, key: str) -> None:
        """Say ``text``, in which ``spots`` found names."""
        super().__init__(text, style, colour, key=key)
        self.link(spots)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.spots.boxes = []
        self.spots.paint(canvas, self.text, self.style, self.colour, self.rect, self.focused)


class LinkedDispatch(Linked, Dispatch):
    """A message on paper whose proper nouns lead to the codex."""

    def __init__(
        self,
        heading: str,
        body: str,
        signature: str,
        spots: Spots,
        tip: str = "",
        key: str = "",
        stamp: str = "",
    ) -> None:
        """Type a message, in whose body ``spots`` found names."""
        super().__init__(heading, body, signature, tip=tip, key=key, stamp=stamp)
        self.link(spots, body)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        if self.shown is None and self.body_rect is not None:
            body = self.body_rect
            self.spots.boxes = []
            self.spots.paint(canvas, self.body, self.style, theme.INK, body, self.focused)


def prose(
    text: str,
    terms: Terms | None,
    style: Style = theme.BODY,
    colour: Colour = theme.LIGHT,
    key: str = "",
) -> Text:
    """Return a text whose names lead to the codex; a plain one where it has none."""
    spots = Spots(terms, text) if terms is not None else None
    if spots is None or not spots.any:
        return Text(text, style, colour, key=key)
    return Prose(text, spots, style, colour, key)


def message(
    heading: str,
    body: str,
    signature: str,
    terms: Terms | None,
    stamp: str = "",
    tip: str = "",
    key: str = "",
) -> Dispatch:
    """Return a message whose names lead to the codex; a plain one where it has none."""
    spots = Spots(terms, body) if terms is not None else None
    if spots is None or not spots.any:
        return Dispatch(heading, body, signature, tip=tip, key=key, stamp=stamp)
    return LinkedDispatch(heading, body, signature, spots, tip, key, stamp)
