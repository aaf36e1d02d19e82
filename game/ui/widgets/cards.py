"""A row of choices with a picture each: the one that holds in full light and a gold rim, the others
dimmed. Where there is too little room it is a row of words."""

from collections.abc import Callable, Mapping, Sequence

from pygame import Rect

from game.desk.models import Choice
from game.ui import pictures, theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.picture import DIMMED

NARROWEST = 176  # pixels at 100 % text of a card
GAP, EDGE = 12, 9  # pixels at 100 % text between cards, and around a card's words


class CardRow(ChoiceRow):
    """Choices as cards; ``beside`` puts the picture at the left of the words."""

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        chosen: str,
        act: Callable[[str], None],
        shown: Mapping[str, str],
        other: str,
        beside: float = 0,
        tallest: float = 400,
    ) -> None:
        """Offer ``choices`` with the pictures ``shown`` by id, ``other`` for the rest; ``beside``
        is the width of a picture at the left, 0 puts it on top, no higher than ``tallest``."""
        super().__init__(name, choices, chosen, act)
        self.shown, self.other = shown, other
        self.beside, self.tallest = beside, tallest

    def _carded(self, setter: Typesetter, width: int) -> bool:
        count = len(self.choices)
        least = setter.theme.px(NARROWEST + self.beside)
        return (width - setter.theme.px(GAP) * (count - 1)) // max(count, 1) >= least

    def _card(self, setter: Typesetter, width: int) -> tuple[int, int, int]:
        """Return the width and the height of a card, and the width of its picture."""
        count, gap = len(self.choices), setter.theme.px(GAP)
        wide = (width - gap * (count - 1)) // count
        if self.beside:
            drawn = setter.theme.px(self.beside)
            words = self._words(setter, wide - drawn)
            return wide, max(words, round(drawn * pictures.SHAPE)), drawn
        drawn = min(wide, round(setter.theme.px(self.tallest) / pictures.SHAPE))
        return wide, round(drawn * pictures.SHAPE) + self._words(setter, wide), drawn

    def _words(self, setter: Typesetter, width: int) -> int:
        room = width - 2 * setter.theme.px(EDGE)
        lines = [
            (
                len(setter.wrap(c.title, theme.HEADING, room)),
                len(setter.wrap(c.note, theme.SMALL, room)),
            )
            for c in self.choices
        ]
        head, note = setter.line_height(theme.HEADING), setter.line_height(theme.SMALL)
        return max(heads * head + notes * note for heads, notes in lines) + setter.theme.px(EDGE)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        if not self._carded(setter, width):
            return super().measure(setter, width)
        title = setter.line_height(theme.SMALL) + setter.theme.px(3)
        return width, title + self._card(setter, width)[1]

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        if not self._carded(setter, rect.width):
            super().arrange(setter, rect)
            return
        self.rect = rect
        wide, high, _ = self._card(setter, rect.width)
        top = rect.y + setter.line_height(theme.SMALL) + setter.theme.px(3)
        step = wide + setter.theme.px(GAP)
        self._boxes = [
            Rect(rect.x + place * step, top, wide, high) for place in range(len(self.choices))
        ]

    def paint(self, canvas: Canvas) -> None:
        if not self._carded(canvas.setter, self.rect.width):
            super().paint(canvas)
            return
        ground = canvas.ground
        canvas.paragraph(self.name, theme.SMALL, theme.DIM, self.rect)
        drawn = self._card(canvas.setter, self.rect.width)[2]
        for choice, box in zip(self.choices, self._boxes, strict=True):
            self._paint_card(canvas, choice, box, drawn)
        canvas.ground = ground

    def _paint_card(self, canvas: Canvas, choice: Choice, box: Rect, drawn: int) -> None:
        chosen = choice.id == self.chosen
        canvas.fill(box, theme.SELECTED if chosen else theme.SUNKEN)
        picture = pictures.fitted(self.shown.get(choice.id, self.other), drawn)
        picture.set_alpha(255 if chosen else round(255 * DIMMED))
        high = picture.get_height()
        place = Rect(box.x, box.y, drawn, high)
        body = Rect(box.x, place.bottom, box.width, box.bottom - place.bottom)
        if self.beside:
            place.y = box.y + (box.height - high) // 2
            body = Rect(place.right, box.y, box.width - drawn, box.height)
        else:
            place.centerx = box.centerx
        canvas.surface.blit(picture, place)
        body = body.inflate(-2 * canvas.px(EDGE), -canvas.px(EDGE))
        colour = theme.GOLD if chosen else theme.LIGHT
        used = canvas.paragraph(choice.title, theme.HEADING, colour, body)
        below = Rect(body.x, body.y + used, body.width, body.height - used)
        canvas.paragraph(
            choice.note, theme.SMALL, theme.LIGHT if choice.enabled else theme.DIM, below
        )
        canvas.frame(box, theme.GOLD if chosen else theme.LINE, canvas.px(2) if chosen else 1)
