"""What a window says that is smaller than the smallest a screen is laid out for: that its edges are
out of reach, and which size they need. It covers the lower edge, which is cut off in any case.
"""

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas

if TYPE_CHECKING:
    from game.ui.app import App


def words(size: tuple[int, int], least: tuple[int, int]) -> str:
    """Return the sentence for a window of ``size``; empty for one that is large enough."""
    if size[0] >= least[0] and size[1] >= least[1]:
        return ""
    return (
        f"This window has {size[0]} x {size[1]} pixels and shows only a part: make it at least "
        f"{least[0]} x {least[1]}."
    )


def paint(app: "App", canvas: Canvas, least: tuple[int, int]) -> None:
    """Say it in a strip along the lower edge, if there is something to say."""
    size = app.surface.get_size()
    said = words(size, least)
    if not said:
        return
    lines = app.setter.wrap(said, theme.SMALL, max(size[0] - 2 * canvas.px(8), 1))
    high = len(lines) * app.setter.line_height(theme.SMALL) + canvas.px(8)
    strip = Rect(0, max(size[1] - high, 0), size[0], high)
    canvas.fill(strip, theme.RED)
    canvas.ground = theme.RED
    inner = strip.inflate(-2 * canvas.px(8), -canvas.px(8))
    canvas.paragraph(said, theme.SMALL, theme.LIGHT, inner)
