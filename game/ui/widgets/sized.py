"""A place of one size, whatever stands in it: what may appear later moves nothing."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.text import Typesetter
from game.ui.widgets.base import Widget


class Sized(Widget):
    """One child, or none yet, in a place so wide and at least so high, at 100 % text; a width or a
    height of nought leaves that to the child."""

    def __init__(self, child: Widget | None, width: float = 0, height: float = 0) -> None:
        """Keep a place."""
        super().__init__()
        self.size = (width, height)
        if child is not None:
            self.add(child)

    def wide(self, setter: Typesetter) -> int:
        """Return the width of the place in pixels; 0 leaves it to the child."""
        return setter.theme.px(self.size[0])

    def least(self, setter: Typesetter) -> int:
        inner = max((child.least(setter) for child in self.children), default=0)
        return self.wide(setter) or inner

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide = min(self.wide(setter), width) or width
        sizes = [child.measure(setter, wide) for child in self.children]
        high = max((high for _, high in sizes), default=0)
        natural = max((own for own, _ in sizes), default=0)
        return wide if self.size[0] else natural, max(high, setter.theme.px(self.size[1]))

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        for child in self.children:
            high = child.measure(setter, rect.width)[1]
            if self.size[1]:
                child.arrange(setter, rect)
            else:  # a name beside a row stands in the middle of its height
                spare = max(rect.height - high, 0)
                child.arrange(
                    setter, Rect(rect.x, rect.y + spare // 2, rect.width, min(high, rect.height))
                )


class Highest(Widget):
    """One of several things that stand in the same place by turns: as high as the highest of them,
    so that nothing below moves when another takes its turn."""

    def __init__(self, shown: Widget, others: Sequence[Widget]) -> None:
        """Show ``shown``; ``others`` are only measured."""
        super().__init__()
        self.add(shown)
        self.others = tuple(others)

    def least(self, setter: Typesetter) -> int:
        return self.children[0].least(setter)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide, high = self.children[0].measure(setter, width)
        return wide, max(high, *(one.measure(setter, width)[1] for one in self.others), 0)

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect = rect
        self.children[0].arrange(setter, rect)
