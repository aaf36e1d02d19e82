"""Widgets that only place others: columns, rows that stack when narrow, flows, panels, docks."""

from pygame import Rect

from game.ui import layout, theme
from game.ui.canvas import Canvas
from game.ui.layout import Share
from game.ui.text import Typesetter
from game.ui.theme import Colour
from game.ui.widgets.base import Widget


class Spaced(Widget):
    """Children with a gap between them, no narrower than the broadest of them must be."""

    def __init__(self, *children: Widget, gap: float = 8, key: str = "") -> None:
        """Keep children with a gap given at 100 % text."""
        super().__init__(key=key)
        self.gap = gap
        self.add(*children)

    def least(self, setter: Typesetter) -> int:
        return max((child.least(setter) for child in self.children), default=0)


class Column(Spaced):
    """Children one below another; those with ``grow`` take what height is left."""

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        sizes = [child.measure(setter, width) for child in self.children]
        gaps = setter.theme.px(self.gap) * max(len(sizes) - 1, 0)
        return max((w for w, _ in sizes), default=0), sum(h for _, h in sizes) + gaps

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        shares = []
        for child in self.children:
            high = child.measure(setter, rect.width)[1]
            shares.append(Share(0 if child.grow else high, high, child.grow))
        parts = layout.rows(rect, shares, setter.theme.px(self.gap))
        for child, part in zip(self.children, parts, strict=True):
            child.arrange(setter, part)


class Row(Spaced):
    """Children side by side, or one below another where they would not fit side by side."""

    def _parts(self, setter: Typesetter, width: int) -> list[tuple[int, int]] | None:
        """Return offsets and widths side by side, or None when the children must stack."""
        gap = setter.theme.px(self.gap)
        shares = [
            Share(c.least(setter), max(c.measure(setter, width)[0], c.least(setter)), c.grow)
            for c in self.children
        ]
        if sum(s.least for s in shares) + gap * (len(shares) - 1) > width:
            return None
        return layout.divide(width, shares, gap)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        parts = self._parts(setter, width)
        gap = setter.theme.px(self.gap)
        if parts is None:
            sizes = [child.measure(setter, width) for child in self.children]
            return width, sum(h for _, h in sizes) + gap * (len(sizes) - 1)
        heights = [
            child.measure(setter, wide)[1]
            for child, (_, wide) in zip(self.children, parts, strict=True)
        ]
        natural = sum(c.measure(setter, width)[0] for c in self.children)
        return min(natural + gap * (len(parts) - 1), width), max(heights, default=0)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        parts = self._parts(setter, rect.width)
        if parts is None:
            at = rect.y
            for child in self.children:
                high = child.measure(setter, rect.width)[1]
                child.arrange(setter, Rect(rect.x, at, rect.width, high))
                at += high + setter.theme.px(self.gap)
            return
        for child, (at, wide) in zip(self.children, parts, strict=True):
            child.arrange(setter, Rect(rect.x + at, rect.y, wide, rect.height))


class Even(Spaced):
    """Children on one line, all as wide as one another and as high as the highest."""

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide = max(self._wide(setter, width), 1)
        return width, max((child.measure(setter, wide)[1] for child in self.children), default=0)

    def _wide(self, setter: Typesetter, width: int) -> int:
        gaps = setter.theme.px(self.gap) * max(len(self.children) - 1, 0)
        return (width - gaps) // max(len(self.children), 1)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        wide, gap = self._wide(setter, rect.width), setter.theme.px(self.gap)
        for place, child in enumerate(self.children):
            left = rect.x + place * (wide + gap)
            last = place == len(self.children) - 1
            child.arrange(
                setter, Rect(left, rect.y, rect.right - left if last else wide, rect.height)
            )


class Wrapped(Spaced):
    """Children set like words in lines, each in its natural size."""

    def __init__(self, *children: Widget, gap: float = 6, key: str = "") -> None:
        """Place children closer to one another than in rows."""
        super().__init__(*children, gap=gap, key=key)

    def _sizes(self, setter: Typesetter, width: int) -> list[tuple[int, int]]:
        return [child.measure(setter, width) for child in self.children]

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        sizes = self._sizes(setter, width)
        placed, high = layout.flow(width, sizes, setter.theme.px(self.gap))
        return max((r.right for r in placed), default=0), high

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        sizes = self._sizes(setter, rect.width)
        placed, _ = layout.flow(rect.width, sizes, setter.theme.px(self.gap))
        for child, spot in zip(self.children, placed, strict=True):
            child.arrange(setter, spot.move(rect.topleft))


class Panel(Widget):
    """One child on a ground of its own, with a border and a margin."""

    def __init__(
        self,
        child: Widget,
        ground: Colour = theme.PANEL,
        margin: float = 10,
        line: Colour | None = theme.LINE,
        key: str = "",
    ) -> None:
        """Put ``child`` on ``ground``; ``margin`` is given at 100 % text."""
        super().__init__(key=key)
        self.ground = ground
        self.margin = margin
        self.line = line
        self.add(child)

    def least(self, setter: Typesetter) -> int:
        return self.children[0].least(setter) + 2 * setter.theme.px(self.margin)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        edge = 2 * setter.theme.px(self.margin)
        wide, high = self.children[0].measure(setter, width - edge)
        return wide + edge, high + edge

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        self.children[0].arrange(setter, layout.inset(rect, setter.theme.px(self.margin)))

    def paint(self, canvas: Canvas) -> None:
        canvas.fill(self.rect, self.ground)
        if self.line is not None:
            canvas.frame(self.rect, self.line)


class Spacer(Widget):
    """Nothing, of a size: it pushes its neighbours apart."""

    def __init__(self, width: float = 0, height: float = 0, grow: float = 0) -> None:
        """Take a size given at 100 % text, and more with ``grow``."""
        super().__init__()
        self.size = (width, height)
        self.grow = grow

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return setter.theme.px(self.size[0]), setter.theme.px(self.size[1])


class Centred(Widget):
    """One child no wider than so many pixels, in the middle of what is there."""

    def __init__(
        self, child: Widget, width: float, vertically: bool = True, fills: bool = False
    ) -> None:
        """Keep ``child`` to ``width``, given at 100 % text, with all the height if it ``fills``."""
        super().__init__()
        self.width = width
        self.vertically, self.fills = vertically, fills
        self.grow = 1.0
        self.add(child)

    def least(self, setter: Typesetter) -> int:
        return self.children[0].least(setter)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return self.children[0].measure(setter, min(width, setter.theme.px(self.width)))

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        wide = min(rect.width, setter.theme.px(self.width))
        high = min(self.children[0].measure(setter, wide)[1], rect.height)
        high = rect.height if self.fills else high
        spot = Rect(rect.x + (rect.width - wide) // 2, rect.y, wide, high)
        if self.vertically:
            spot.centery = rect.centery
        self.children[0].arrange(setter, spot)


class Dock(Widget):
    """A bar above, a bar below, a column at either side, and the rest in the middle.

    A side column has a share of the width between two bounds given at 100 % text.
    """

    def __init__(
        self,
        middle: Widget,
        top: Widget | None = None,
        bottom: Widget | None = None,
        left: Widget | None = None,
        right: Widget | None = None,
        left_width: float = 280,
        right_width: float = 380,
    ) -> None:
        """Arrange up to five widgets."""
        super().__init__()
        self.grow = 1.0
        self.places = {"top": top, "left": left, "middle": middle, "right": right, "bottom": bottom}
        self.widths = {"left": left_width, "right": right_width}
        self.add(*(widget for widget in self.places.values() if widget is not None))

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        highs = [widget.measure(setter, width)[1] for widget in self.children]
        return width, sum(highs)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        rest = Rect(rect)
        for side in ("top", "bottom"):
            widget = self.places[side]
            if widget is not None:
                high = min(widget.measure(setter, rect.width)[1], rest.height)
                spot = Rect(rest.x, rest.y, rest.width, high)
                if side == "bottom":
                    spot.bottom = rest.bottom
                else:
                    rest.y += high
                rest.height -= high
                widget.arrange(setter, spot)
        for side in ("left", "right"):
            widget = self.places[side]
            if widget is not None:
                wide = min(setter.theme.px(self.widths[side]), rest.width)
                spot = Rect(rest.x, rest.y, wide, rest.height)
                if side == "right":
                    spot.right = rest.right
                else:
                    rest.x += wide
                rest.width -= wide
                widget.arrange(setter, spot)
        middle = self.places["middle"]
        if middle is not None:
            middle.arrange(setter, rest)


class Layers(Widget):
    """Children over one another, each in the whole rectangle."""

    may_overlap = True

    def __init__(self, *children: Widget) -> None:
        """Lay children from the lowest to the topmost."""
        super().__init__()
        self.grow = 1.0
        self.add(*children)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        sizes = [child.measure(setter, width) for child in self.children]
        return max(w for w, _ in sizes), max(h for _, h in sizes)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        for child in self.children:
            child.arrange(setter, rect)


class PageFrame(Widget):
    """A bar above and a bar below that stay, and a body between them.

    Where the bars would take too much of the window, nothing stays: the whole page becomes one
    long sheet with all of the body on it, and the scroll area it lies in moves over it.
    """

    def __init__(
        self,
        top: Widget,
        body: Widget,
        bottom: Widget,
        window_height: int,
        least_body: float = 230,
    ) -> None:
        """Keep at least ``least_body`` pixels, at 100 % text, for the body."""
        super().__init__()
        self.grow = 1.0
        self.window_height, self.least_body = window_height, least_body
        self.top, self.body, self.bottom = top, body, bottom
        self.add(top, body, bottom)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        bars = self.top.measure(setter, width)[1] + self.bottom.measure(setter, width)[1]
        body = setter.theme.px(self.least_body)
        if bars + body > self.window_height:
            body = max(body, self.body.measure(setter, width)[1])
        return width, bars + body

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        above = self.top.measure(setter, rect.width)[1]
        below = self.bottom.measure(setter, rect.width)[1]
        body = max(rect.height - above - below, 0)
        self.top.arrange(setter, Rect(rect.x, rect.y, rect.width, above))
        self.body.arrange(setter, Rect(rect.x, rect.y + above, rect.width, body))
        self.bottom.arrange(setter, Rect(rect.x, rect.y + above + body, rect.width, below))
