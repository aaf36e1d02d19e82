"""The strip above a screen: what must be known at once at the left, the clock at the right."""

from collections.abc import Callable

from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Panel, Row
from game.ui.widgets.texts import Text

WIDEST = "Washington 000:00, bell in 000:00, paused"
LOOK = 0.5  # seconds between two looks at the clock


class ClockFace(Widget):
    """The time left, in a place as wide as it can ever be, so that nothing moves beside it."""

    def __init__(self, read: Callable[[], str]) -> None:
        """Show what ``read`` returns."""
        super().__init__(name="The clock")
        self.read, self.shown = read, read()

    def least(self, setter: Typesetter) -> int:
        return setter.width(WIDEST, theme.SMALL_STRONG) + setter.theme.px(18)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return min(self.least(setter), width), setter.line_height(theme.SMALL_STRONG)

    def moves_in(self) -> float | None:
        return LOOK

    def move(self) -> None:
        if self.read() != self.shown:
            self.shown = self.read()
            self.changed()

    def paint(self, canvas: Canvas) -> None:
        ground = canvas.ground
        canvas.fill(self.rect, ground)
        canvas.mark(
            "ring", (self.rect.right - canvas.px(7), self.rect.centery), canvas.px(11), theme.GOLD
        )
        room = Rect(self.rect.x, self.rect.y, self.rect.width - canvas.px(18), self.rect.height)
        canvas.text(self.shown, theme.SMALL_STRONG, theme.LIGHT, room, "right")


def strip(warning: str, read: Callable[[], str]) -> Widget | None:
    """Return a strip with a warning and the clock; None where there is neither."""
    said = Text(warning, theme.SMALL_STRONG, theme.BAD, mark="cross" if warning else "")
    said.grow = 1.0
    if read():
        return Panel(Row(said, ClockFace(read), gap=10), theme.NIGHT, 3, None)
    return Panel(said, theme.NIGHT, 3, None) if warning else None
