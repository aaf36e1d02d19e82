"""A line that is typed and never shown: a passphrase or a PIN."""

from collections.abc import Callable

import pygame

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.widgets.base import Action
from game.ui.widgets.controls import TextField

CAPS = "Caps Lock"


class SecretField(TextField):
    """One line of which only dots are seen, one a letter, whatever the letter.

    Letters of every alphabet are taken, typed or pasted. That Caps Lock is on is told as soon as a
    key that is pressed here says so.
    """

    def __init__(
        self,
        name: str,
        text: str = "",
        width: float = 340,
        longest: int = 200,
        act: Callable[[str], None] | None = None,
        enter: Action | None = None,
        help: str = "",
    ) -> None:
        """Ask for ``name``; ``act`` is called with every change, ``enter`` on Enter."""
        super().__init__(
            name,
            text,
            width,
            help=help or "What is typed here is not shown.",
            longest=longest,
            act=act,
            enter=enter,
        )
        self.caps = False

    def paint(self, canvas: Canvas) -> None:
        box = self.rect
        canvas.fill(box, theme.SUNKEN)
        canvas.frame(box, theme.GOLD if self.focused else theme.DIM)
        size, step, edge = canvas.px(8), canvas.px(12), canvas.px(9)
        told = canvas.setter.width(CAPS, theme.SMALL) + edge if self.caps else 0
        room = max((box.width - 2 * edge - told) // step, 1)
        start = max(self.cursor - room, 0)
        for place in range(min(len(self.text) - start, room)):
            spot = (box.x + edge + place * step + size // 2, box.centery)
            canvas.mark("circle", spot, size, theme.LIGHT)
        if self.focused:
            x = box.x + edge + (self.cursor - start) * step - canvas.px(2)
            canvas.line(theme.GOLD, (x, box.y + canvas.px(5)), (x, box.bottom - canvas.px(5)), 2)
        if told:
            canvas.text(CAPS, theme.SMALL, theme.BAD, box.inflate(-edge, 0), "right")

    def strike(self, event: pygame.event.Event) -> bool:
        caps = bool(event.mod & pygame.KMOD_CAPS)
        if caps != self.caps:
            self.caps = caps
            self.changed()
        return super().strike(event)

    def set_focus(self, on: bool) -> None:
        self.caps = self.caps and on
        super().set_focus(on)
