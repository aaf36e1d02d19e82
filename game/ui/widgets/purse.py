"""The purse: a coin a point, what these orders take in red; and the patrons' five steps."""

from pygame import Rect

from game.desk.models import Brink
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

COIN, APART = 12, 17  # pixels at 100 % text of a coin, and from one to the next
SINGLE = 30  # points up to which a coin is one point; above, five
MOST_ROWS = 3  # of coins


PATRONS = "Moscow and Peking"


class Purse(Widget):
    """How many points there are, and how many these orders leave."""

    kept_clear = True

    def __init__(self, capital: int, price: int) -> None:
        """Show ``capital`` points of which ``price`` are spent."""
        self.capital, self.price = capital, price
        self.left = capital - price
        super().__init__(f"Political capital: {self.left} left of {capital}", key="purse")

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(150)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        coins = self._rows(setter, width) * setter.theme.px(APART)
        return width, coins + setter.line_height(theme.NUMBER) + setter.line_height(theme.SMALL)

    def _worth(self) -> int:
        return 1 if self.capital <= SINGLE else 5

    def _rows(self, setter: Typesetter, width: int) -> int:
        a_row = max(width // setter.theme.px(APART), 1)
        return min(max(-(-self.capital // self._worth() // a_row), 1), MOST_ROWS)

    def paint(self, canvas: Canvas) -> None:
        worth, rows = self._worth(), self._rows(canvas.setter, self.rect.width)
        step = canvas.px(APART)
        a_row = max(self.rect.width // step, 1)
        left = max(self.left, 0)
        for place in range(min(-(-self.capital // worth), rows * a_row)):
            at = (
                self.rect.x + place % a_row * step + step / 2,
                self.rect.y + place // a_row * step + step / 2,
            )
            kept = place * worth < left
            canvas.mark(
                "circle" if kept else "ring", at, canvas.px(COIN), theme.GOLD if kept else theme.BAD
            )
        y = self.rect.y + rows * step
        line = Rect(self.rect.x, y, self.rect.width, canvas.setter.line_height(theme.NUMBER))
        colour = theme.GOLD if self.left >= 0 else theme.BAD
        canvas.text(f"{self.left} left", theme.NUMBER, colour, line)
        said = f"of {self.capital}" if not self.price else f"of {self.capital}; {self.price} spent"
        if worth > 1:
            said += "; a coin is five"
        below = Rect(line.x, line.bottom, line.width, canvas.setter.line_height(theme.SMALL))
        canvas.text(said, theme.SMALL, theme.DIM, below)


class Steps(Widget):
    """How near the patrons are, on five steps from far to near: filled up to where they stand, and
    framed up to where these orders are thought to bring them."""

    kept_clear = True

    def __init__(self, brink: Brink) -> None:
        """Show where they stand now and would stand then."""
        self.brink = brink
        super().__init__(f"{PATRONS}: {self._now()} {self._then()}", key="brink")
        self.help = (
            "How near our people think Moscow and Peking are to stepping in. Past the "
            "last step they do, and the war is another one."
        )

    def _now(self) -> str:
        return f"{self.brink.words[self.brink.now].capitalize()}, our people judge."

    def _then(self) -> str:
        return f"With these orders: {self.brink.words[self.brink.then]}."

    def least(self, setter: Typesetter) -> int:
        return setter.theme.px(150)

    def _lines(self, setter: Typesetter, width: int) -> int:
        """Return how many lines the longest word of the five would take: the place stays."""
        longest = max(self.brink.words, key=len)
        now = setter.wrap(f"{longest}, our people judge.", theme.SMALL, width)
        then = setter.wrap(f"With these orders: {longest}.", theme.SMALL, width)
        return len(now) + len(then)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        lines = self._lines(setter, width) * setter.line_height(theme.SMALL)
        return width, setter.theme.px(20) + lines

    def paint(self, canvas: Canvas) -> None:
        self._boxes(canvas, self.rect.y + canvas.px(3), canvas.px(11))
        below = Rect(self.rect.x, self.rect.y + canvas.px(20), self.rect.width, self.rect.height)
        used = canvas.paragraph(self._now(), theme.SMALL, theme.LIGHT, below)
        below = Rect(below.x, below.y + used, below.width, below.height)
        canvas.paragraph(self._then(), theme.SMALL, theme.DIM, below)

    def _boxes(self, canvas: Canvas, top: int, high: int) -> None:
        count, gap = len(self.brink.words), canvas.px(3)
        wide = (self.rect.width - gap * (count - 1)) // count
        for place in range(count):
            box = Rect(self.rect.x + place * (wide + gap), top, wide, high)
            hot = theme.mix(theme.IN_FORCE, canvas.tone(theme.RED), place / (count - 1))
            canvas.surface.fill(hot if place <= self.brink.now else theme.SUNKEN, box)
            then = place <= self.brink.then and place > self.brink.now
            canvas.frame(box, theme.GOLD if then else theme.LINE, 2 if then else 1)


class BriefSteps(Steps):
    """The same on one line, for where the gauges stand."""

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.line_height(theme.SMALL_STRONG) + setter.theme.px(10)

    def paint(self, canvas: Canvas) -> None:
        high = canvas.setter.line_height(theme.SMALL_STRONG)
        line = Rect(self.rect.x, self.rect.y, self.rect.width, high)
        word = self.brink.words[self.brink.now]
        wide = canvas.setter.width(word, theme.SMALL_STRONG)
        canvas.text(word, theme.SMALL_STRONG, theme.LIGHT, line, "right")
        canvas.text(
            PATRONS,
            theme.TINY,
            theme.LIGHT,
            Rect(line.x, line.y, line.width - wide - canvas.px(6), high),
        )
        self._boxes(canvas, self.rect.y + high + canvas.px(2), canvas.px(6))
