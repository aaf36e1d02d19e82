"""Where a cue's caption stands: at the foot of the window or above it, off whatever can be pressed,
off words where there is room, and never on the header."""

from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.scene import Scene
from game.ui.text import Typesetter
from game.ui.widgets.mapview import MapView

SIZE = (220, 24)  # pixels at 100 % text
HEADER = 0.25  # share of the window's height, from its top, that captions leave alone
PRESSED = 50  # times as bad to cover what can be pressed as to cover words


def place(scene: Scene | None, window: Rect, setter: Typesetter) -> Rect:
    """Return where a caption stands on a screen, in pixels of the window."""
    wide, high = (setter.theme.px(side) for side in SIZE)
    leaves = (
        [
            (w.seen(), PRESSED if w.focusable else 1)
            for w in scene.root.walk()
            if not w.children and not isinstance(w, MapView)
        ]
        if scene
        else []
    )
    lefts = (window.centerx - wide // 2, window.right - wide - 8, window.left + 8)
    best, least = Rect(lefts[0], window.bottom - high - 8, wide, high), float("inf")
    for top in range(best.top, window.top + round(window.height * HEADER), -high // 2):
        for left in lefts:
            here = Rect(left, top, wide, high)
            cover = [(here.clip(rect), weight) for rect, weight in leaves]
            worse = sum(part.width * part.height * weight for part, weight in cover)
            if worse < least:
                best, least = here, worse
        if not least:
            break
    return best


def paint(canvas: Canvas, words: str, rect: Rect) -> None:
    """Paint a caption."""
    canvas.fill(rect, theme.NIGHT)
    canvas.text(words, theme.SMALL, theme.LIGHT, rect, "centre")
