"""What a chart over quarters has: a plot as high as it is told, and a cursor on one quarter."""

from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

AIR = 6  # pixels at 100 % text below what stands above the plot


class Walked(Widget):
    """A chart that is walked through by keys or pointed at. The cursor goes with the mouse, and
    stays while the chart has the focus."""

    focusable = True

    def __init__(self, name: str, help: str, tip: str, key: str, count: int, height: float) -> None:
        """Walk through ``count`` quarters; ``height`` of the plot at 100 % text."""
        super().__init__(name, help, tip, key)
        self.count, self.height = count, height
        self.cursor: int | None = None

    def _heights(self, setter: Typesetter, width: int) -> tuple[int, ...]:
        """Return the heights of what stands one below another: here the plot alone."""
        return (setter.theme.px(self.height),)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, sum(self._heights(setter, width)) + setter.theme.px(AIR)

    def _move(self, place: int) -> None:
        """Put the cursor on a quarter, or on the nearest there is."""
        place = min(max(place, 0), self.count - 1)
        if self.count and place != self.cursor:
            self.cursor = place
            self.changed()

    def set_hover(self, over: bool) -> None:
        if not over and not self.focused:
            self.cursor = None
        super().set_hover(over)
