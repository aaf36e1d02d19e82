"""A scroll area: more below than there is room for, with a bar that shows how much."""

import pygame
from pygame import Rect

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget

BAR = 8  # pixels at 100 % text
STEP = 48  # pixels a turn of the wheel at 100 % text


class Scroll(Widget):
    """One child as tall as it likes, seen through a window.

    It can be focused, and scrolled with Page Up and Down, only where there is something to scroll
    and nothing inside can be focused; otherwise the focus inside takes the window with it.
    """

    def __init__(
        self,
        child: Widget,
        key: str = "",
        grow: float = 1.0,
        name: str = "",
        returns: bool = False,
    ) -> None:
        """Show ``child``; ``key`` keeps the place when a screen is built anew. One that ``returns``
        goes back to where it stood when the focus that moved it has left by keys."""
        super().__init__(name=name, key=key or "scroll")
        self.returns = returns
        self.stood: int | None = None  # the offset before the focus moved it
        self.grow = grow
        self.offset = 0
        self.full = 0
        self._setter: Typesetter | None = None
        self._grabbed: int | None = None
        self.add(child)

    def least(self, setter: Typesetter) -> int:
        return self.children[0].least(setter) + setter.theme.px(BAR)

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return self.children[0].measure(setter, width - setter.theme.px(BAR + 4))

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        self.rect, self._setter = rect, setter
        child = self.children[0]
        wide = rect.width
        self.full = child.measure(setter, wide)[1]
        if self.full > rect.height:
            wide -= setter.theme.px(BAR + 4)
            self.full = child.measure(setter, wide)[1]
        self.offset = min(max(self.offset, 0), max(self.full - rect.height, 0))
        high = max(self.full, rect.height)
        child.arrange(setter, Rect(rect.x, rect.y - self.offset, wide, high))
        inner = any(widget.focusable for widget in child.walk())
        self.focusable = self.full > rect.height and not inner

    def scroll_to(self, offset: int) -> bool:
        """Move the window; return whether it moved."""
        new = min(max(offset, 0), max(self.full - self.rect.height, 0))
        if new == self.offset or self._setter is None:
            return False
        self.offset, self.stood = new, None
        self.arrange(self._setter, self.rect)
        self.changed()
        return True

    def put(self, offset: int, stood: int | None) -> None:
        """Stand where the same area stood before the screen was built anew."""
        self.scroll_to(offset)
        self.stood = stood

    def let_go(self) -> None:
        """Go back to where it stood before the focus moved it, if nothing else has since."""
        if self.stood is not None:
            self.scroll_to(self.stood)

    def reveal(self, rect: Rect) -> None:
        stood = self.offset if self.stood is None else self.stood
        if rect.top < self.rect.top:
            self.scroll_to(self.offset - (self.rect.top - rect.top) - 8)
        elif rect.bottom > self.rect.bottom:
            over = min(rect.bottom - self.rect.bottom + 8, rect.top - self.rect.top)
            self.scroll_to(self.offset + over)
        else:
            return
        self.stood = stood if self.returns else None

    def wheel(self, steps: int) -> bool:
        pace = self._setter.theme.px(STEP) if self._setter else STEP
        return self.scroll_to(self.offset - steps * pace)

    def strike(self, event: pygame.event.Event) -> bool:
        page = max(self.rect.height - 40, 40)
        moves = {
            pygame.K_PAGEDOWN: page,
            pygame.K_PAGEUP: -page,
            pygame.K_HOME: -self.full,
            pygame.K_END: self.full,
        }
        if self.focused:
            moves |= {pygame.K_DOWN: STEP, pygame.K_UP: -STEP}
        return event.key in moves and self.scroll_to(self.offset + moves[event.key])

    def _bar(self) -> Rect | None:
        if self.full <= self.rect.height or self._setter is None:
            return None
        wide = self._setter.theme.px(BAR)
        high = max(self.rect.height * self.rect.height // self.full, 2 * wide)
        travel = self.rect.height - high
        y = self.rect.y + travel * self.offset // max(self.full - self.rect.height, 1)
        return Rect(self.rect.right - wide, y, wide, high)

    def hit(self, at: tuple[int, int]) -> Widget | None:
        bar = self._bar()
        if bar is not None and self.rect.collidepoint(at) and at[0] >= bar.x - 4:
            return self
        return super().hit(at)

    def press(self, at: tuple[int, int]) -> None:
        bar = self._bar()
        if bar is None:
            return
        if not bar.inflate(8, 0).collidepoint(at):
            self.scroll_to(self.offset + (1 if at[1] > bar.y else -1) * self.rect.height * 3 // 4)
            return
        self._grabbed = at[1] - bar.y

    def drag(self, at: tuple[int, int]) -> None:
        bar = self._bar()
        if bar is not None and self._grabbed is not None:
            travel = max(self.rect.height - bar.height, 1)
            place = at[1] - self._grabbed - self.rect.y
            self.scroll_to(place * (self.full - self.rect.height) // travel)

    def release(self, at: tuple[int, int]) -> None:
        self._grabbed = None

    def draw(self, canvas: Canvas) -> None:
        surface, ground = canvas.surface, canvas.ground
        before = surface.get_clip()
        surface.set_clip(before.clip(self.rect))
        super().draw(canvas)
        bar = self._bar()
        if bar is not None:
            track = Rect(bar.x, self.rect.y, bar.width, self.rect.height)
            surface.fill(theme.mix(ground, theme.NIGHT, 0.5), track)
            pygame.draw.rect(surface, theme.LINE, bar, border_radius=bar.width // 2)
        surface.set_clip(before)
        canvas.ground = ground
