"""The tooltip: what it is, its change and its cause, beside what is pointed at or has the focus."""

from collections.abc import Sequence

from pygame import Rect

from game.ui import layout, theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

WIDEST = 340  # pixels at 100 % text
DELAY = 0.45  # seconds of pointing before it shows; Calibrated by hand: shorter flickers
FOCUS_DELAY = 0.9  # seconds of focus before it shows
LEADING = 8  # pixels at 100 % text of a line that its letters leave empty


def headings(root: Widget, setter: Typesetter) -> list[Rect]:
    """Return what no tooltip should cover: titles below ``root``, wherever they can be seen."""
    found = []
    for widget in (w for w in root.walk() if w.kept_clear):
        size = widget.measure(setter, widget.rect.width)
        shown = Rect(widget.rect.topleft, size).clip(widget.seen())
        found.append(shown.inflate(0, -min(setter.theme.px(LEADING), shown.height)))
    return [rect for rect in found if rect.width and rect.height]


def controls(root: Widget) -> list[Rect]:
    """Return where the controls below ``root`` can be seen that one may be about to read or use."""
    found = [w.seen() for w in root.walk() if w.focusable and not w.children and not w.may_overlap]
    return [rect for rect in found if rect.width and rect.height]


class Tooltip:
    """A text and where it stands; the first line is its heading."""

    def __init__(
        self,
        text: str,
        anchor: Rect,
        window: Rect,
        setter: Typesetter,
        spared: Sequence[Rect] = (),
        rather: Sequence[Rect] = (),
    ) -> None:
        """Measure a tooltip and place it beside ``anchor`` inside ``window``, off the headings
        ``spared`` and, where it can be, off the controls ``rather``."""
        head, _, rest = text.partition("\n")
        if not rest and head.endswith("."):
            head, rest = "", head  # a sentence alone is no heading
        edge = setter.theme.px(10)
        widest = min(setter.theme.px(WIDEST), window.width - 2 * edge)
        self.parts = [
            (t, s, c)
            for t, s, c in (
                (head, theme.SMALL_STRONG, theme.GOLD),
                (rest, theme.SMALL, theme.LIGHT),
            )
            if t
        ]
        wide = high = 0
        for part, style, _ in self.parts:
            lines = setter.wrap(part, style, widest - 2 * edge)
            wide = max(wide, *(setter.set_width(line, style) for line in lines))
            high += len(lines) * setter.line_height(style)
        box = (wide + 2 * edge, high + 2 * setter.theme.px(7))
        self.rect = layout.beside(
            box, anchor, window.inflate(-8, -8), setter.theme.px(5), spared, rather
        )
        self.text = text

    def paint(self, canvas: Canvas) -> None:
        """Paint it over everything."""
        canvas.fill(self.rect, theme.NIGHT)
        canvas.frame(self.rect, theme.GOLD)
        body = self.rect.inflate(-2 * canvas.px(10), -2 * canvas.px(7))
        for part, style, colour in self.parts:
            used = canvas.paragraph(part, style, colour, body)
            body = Rect(body.x, body.y + used, body.width, body.height - used)
