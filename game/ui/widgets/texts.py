"""Widgets that only say something: lines, paragraphs, headings, marks with a text, rules."""

from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.theme import Colour, Style
from game.ui.widgets.base import Widget


class Text(Widget):
    """A text wrapped to the width it is given.

    ``mark`` is a shape before it, in ``mark_colour``. With a tooltip it can be reached by Tab.
    """

    def __init__(
        self,
        text: str,
        style: Style = theme.BODY,
        colour: Colour = theme.LIGHT,
        align: str = "left",
        mark: str = "",
        mark_colour: Colour | None = None,
        tip: str = "",
        key: str = "",
        help: str = "",
    ) -> None:
        """Say ``text``."""
        super().__init__(name=text, tip=tip, key=key, help=help or tip)
        self.text = text
        self.style = style
        self.colour = colour
        self.align = align
        self.mark = mark
        self.mark_colour = mark_colour or colour
        self.focusable = bool(tip)
        self.kept_clear = style.role == "heading"

    def _indent(self, setter: Typesetter) -> int:
        return round(setter.theme.px(self.style.size) * 1.25) if self.mark else 0

    def least(self, setter: Typesetter) -> int:
        words = setter.say(self.text).replace("\n", " ").split(" ")
        longest = max((setter.set_width(w, self.style) for w in words), default=0)
        return longest + self._indent(setter)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        indent = self._indent(setter)
        lines = setter.wrap(self.text, self.style, width - indent)
        wide = max((setter.set_width(line, self.style) for line in lines), default=0)
        return wide + indent, len(lines) * setter.line_height(self.style)

    def paint(self, canvas: Canvas) -> None:
        indent = self._indent(canvas.setter)
        if self.mark:
            size = round(canvas.px(self.style.size) * 0.72)
            middle = self.rect.y + canvas.setter.line_height(self.style) // 2
            canvas.mark(self.mark, (self.rect.x + size / 2 + 1, middle), size, self.mark_colour)
        body = Rect(self.rect.x + indent, self.rect.y, self.rect.width - indent, self.rect.height)
        canvas.paragraph(self.text, self.style, self.colour, body, self.align)


class Heading(Text):
    """A heading in gold."""

    def __init__(self, text: str, style: Style = theme.HEADING, key: str = "") -> None:
        """Head what comes below."""
        super().__init__(text.upper(), style, theme.GOLD, key=key)


class Rule(Widget):
    """A thin line across."""

    def __init__(self, colour: Colour = theme.LINE) -> None:
        """Rule in one colour."""
        super().__init__()
        self.colour = colour

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return 1, 1

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, self.colour)


class Pair(Widget):
    """A term at the left and its value at the right, on one line where both fit; else the value
    stands below, as a paragraph."""

    def __init__(
        self,
        term: str,
        value: str,
        colour: Colour = theme.LIGHT,
        tip: str = "",
        term_colour: Colour = theme.DIM,
        style: Style = theme.SMALL,
        strong: Style | None = None,
    ) -> None:
        """Say what ``term`` is worth."""
        super().__init__(name=f"{term}: {value}", tip=tip, help=tip)
        self.term, self.value = term, value
        self.colours = (term_colour, colour)
        self.styles = (style, strong or Style("strong", style.size))
        self.focusable = bool(tip)

    def _one_line(self, setter: Typesetter, width: int) -> bool:
        both = setter.width(self.term, self.styles[0]) + setter.width(self.value, self.styles[1])
        return both + setter.theme.px(10) <= width

    def least(self, setter: Typesetter) -> int:
        words = [
            (w, s)
            for t, s in zip((self.term, self.value), self.styles, strict=True)
            for w in t.split()
        ]
        return max((setter.width(w, s) for w, s in words), default=0)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        high = setter.line_height(self.styles[0])
        if self._one_line(setter, width):
            return width, high
        lines = sum(
            len(setter.wrap(text, style, width))
            for text, style in ((self.term, self.styles[0]), (self.value, self._paragraph()))
        )
        return width, high * lines

    def _paragraph(self) -> Style:
        """Return the style of a value too long for one line: running text is not strong."""
        return self.styles[0]

    def paint(self, canvas: Canvas) -> None:
        if self._one_line(canvas.setter, self.rect.width):
            high = canvas.setter.line_height(self.styles[0])
            line = Rect(self.rect.x, self.rect.y, self.rect.width, high)
            wide = canvas.setter.width(self.value, self.styles[1])
            term = Rect(line.x, line.y, line.width - wide, high)
            canvas.text(self.term, self.styles[0], self.colours[0], term)
            canvas.text(self.value, self.styles[1], self.colours[1], line, "right")
            return
        used = canvas.paragraph(self.term, self.styles[0], self.colours[0], self.rect)
        below = Rect(self.rect.x, self.rect.y + used, self.rect.width, self.rect.height - used)
        canvas.paragraph(self.value, self._paragraph(), self.colours[1], below)


class Dispatch(Widget):
    """A cable on paper: heading in red, ruled lines, typewriter text, and who signed it."""

    def __init__(
        self,
        heading: str,
        body: str,
        signature: str = "",
        style: Style = theme.CABLE,
        tip: str = "",
        key: str = "",
        stamp: str = "",
    ) -> None:
        """Type a message on paper."""
        super().__init__(name=heading or body, tip=tip, help=body, key=key)
        self.heading, self.body, self.signature, self.stamp = heading, body, signature, stamp
        self.style = style
        self.focusable = bool(tip)
        self.shown: int | None = None  # letters typed so far; None is all
        self.body_rect: Rect | None = None  # where the body was set last

    def length(self) -> int:
        """Return how many letters it takes to type it."""
        return sum(len(text) for text, _, _ in self._parts())

    def least(self, setter: Typesetter) -> int:
        words = f"{self.heading} {self.body} {self.signature} {self.stamp}".split()
        widest = max((setter.width(word, self.style) for word in words), default=0)
        return widest + 2 * setter.theme.px(14)

    def _parts(self) -> list[tuple[str, Style, Colour]]:
        small = Style(self.style.role, self.style.size - 2)
        parts = [
            (self.stamp, theme.SMALL_STRONG, theme.STAMP),
            (self.heading, small, theme.STAMP),
            (self.body, self.style, theme.INK),
            (self.signature, small, theme.FADED),
        ]
        return [part for part in parts if part[0]]

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        edge, gap = setter.theme.px(14), setter.theme.px(6)
        highs = [
            len(setter.wrap(text, style, width - 2 * edge)) * setter.line_height(style)
            for text, style, _ in self._parts()
        ]
        return width, sum(highs) + gap * (len(highs) - 1) + round(1.6 * edge)

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, theme.PAPER)
        edge, gap = canvas.px(14), canvas.px(6)
        for y in range(self.rect.y + canvas.px(24), self.rect.bottom - 4, canvas.px(22)):
            start, end = (self.rect.x + 4, y), (self.rect.right - 5, y)
            canvas.line(theme.mix(theme.PAPER, theme.FADED, 0.13), start, end)
        margin = self.rect.x + edge // 2
        red = theme.mix(theme.PAPER, canvas.tone(theme.STAMP), 0.35)
        canvas.line(red, (margin, self.rect.y), (margin, self.rect.bottom - 1))
        at = self.rect.y + round(0.8 * edge)
        left = 1_000_000 if self.shown is None else self.shown
        for text, style, colour in self._parts():
            body = Rect(self.rect.x + edge, at, self.rect.width - 2 * edge, self.rect.height)
            if text == self.body:
                self.body_rect = body
            at += canvas.paragraph(text, style, colour, body, letters=left) + gap
            left = max(left - len(text), 0)
        canvas.frame(self.rect, theme.mix(theme.PAPER, theme.FADED, 0.5))
