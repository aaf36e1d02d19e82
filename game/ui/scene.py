"""A scene: one screen, its tree of widgets, its focus, and what events do to them.

Scenes stand on a stack. A modal scene lies over the one below and takes all events; an opaque
one hides it. A scene is built anew from its view model whenever that changes: focus and scroll
are found again by the widgets' keys.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui import strokes, theme, tooltip
from game.ui.canvas import Canvas
from game.ui.notified import Notified
from game.ui.widgets.base import Widget
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from game.ui.app import App

FORWARD = (pygame.K_DOWN, pygame.K_RIGHT)
BACK = (pygame.K_UP, pygame.K_LEFT)
PAGING = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)  # these scroll wherever the focus is


class Scene(Notified, ABC):
    """One screen. A subclass says what it is made of in ``build``."""

    title = ""
    modal = False
    curtain = False
    public = False  # whether it shows no more than both sides know, and so may be heard by both
    bed: str | None = None  # what hums under it, by a name of ``beds``; None leaves what hums

    def __init__(self) -> None:
        """Make a scene that is not on any stack yet."""
        self.app: App
        self.root = Widget()
        self.focus: Widget | None = None
        self.hover: Widget | None = None
        self.held: Widget | None = None
        self.movers: list[Widget] = []
        self.at = (-1, -1)
        self.actions: dict[str, Callable[[], None]] = {}
        self.first_focus = ""
        self._since = 0.0
        self._by_keyboard = False
        self._hushed = ""  # the key of a button just pressed: its tooltip has been read
        self._pressed = False  # whether the mouse was the last to act: then focus scrolls nothing

    @abstractmethod
    def build(self) -> Widget:
        """Return the tree of widgets, made from what the scene shows."""

    def area(self) -> Rect:
        """Return the rectangle the tree is given: the window, or a modal's part of it."""
        return self.app.window()

    # Building and arranging

    def rebuild(self) -> None:
        """Build the tree again, and find focus and scroll by their keys."""
        key = self.focus.key if self.focus is not None else self.first_focus
        before = {w.key: w for w in self.root.walk() if isinstance(w, Scroll)}
        place = self._place(self.focus)
        self.root = self.build()
        self.root.attach(self)
        self.focus = self.hover = self.held = None
        self.relayout()
        for widget in self.root.walk():
            if isinstance(widget, Scroll) and widget.key in before:
                widget.put(before[widget.key].offset, before[widget.key].stood)
        stops = self.stops()
        found = next((w for w in stops if w.key == key), None)
        if found is None and stops:
            found = stops[min(place, len(stops) - 1)]
        if found is not None:
            self._focus(found, reveal=not (self._pressed and before))
        self.point(self.at)

    def relayout(self) -> None:
        """Measure and arrange the tree in its area."""
        self.app.setter.layouts += 1
        self.root.arrange(self.app.setter, self.area())
        self.movers = [w for w in self.root.walk() if w.moves_in() is not None]
        self.app.tip = None
        self.app.dirty_all()

    def dirty(self, rect: Rect) -> None:
        """Have a part of the window painted again."""
        self.app.dirty(rect)

    def cue(self, name: str) -> None:
        """Play a cue, unless this is the curtain."""
        self.app.cue(name)

    # Focus

    def stops(self) -> list[Widget]:
        """Return the widgets Tab stops at, in order."""
        return [w for w in self.root.walk() if w.focusable]

    def _place(self, widget: Widget | None) -> int:
        stops = self.stops()
        return stops.index(widget) if widget in stops else 0

    def _focus(self, widget: Widget | None, reveal: bool = True) -> None:
        """Give a widget the focus, and bring it into view unless the mouse gave it: what lies under
        the pointer must not move away from it."""
        if widget is self.focus:
            return
        if self.focus is not None:
            self.focus.set_focus(False)
        self.focus = widget
        self._since = self.app.now()
        if widget is None:
            return
        widget.set_focus(True)
        for above in widget.above() if reveal else ():
            above.reveal(widget.focal())
        self.app.text_input(isinstance(widget, TextField))

    def move_focus(self, step: int) -> None:
        """Move the focus along the stops, round at the ends."""
        stops = self.stops()
        if not stops:
            return
        here = stops.index(self.focus) + step if self.focus in stops else 0
        self._by_keyboard = True
        self.app.drop_tip()
        self._focus(stops[here % len(stops)])

    def _let_go(self) -> None:
        """Let scroll areas that the focus has left by keys go back to where they stood."""
        inside = list(self.focus.above()) if self.focus is not None else []
        for widget in self.root.walk():
            if isinstance(widget, Scroll) and widget not in inside:
                widget.let_go()

    def focus_on(self, key: str) -> None:
        """Focus the widget with a key, if it is there."""
        found = next((w for w in self.stops() if w.key == key), None)
        if found is not None:
            self._focus(found)

    # Events

    def handle(self, event: pygame.event.Event) -> None:
        """Act on one event."""
        if event.type == pygame.MOUSEMOTION:
            self.point(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.point(event.pos)
            self._press(event.pos)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            held, self.held = self.held, None
            if held is not None:
                held.release(event.pos)
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(event.y)
        elif event.type == pygame.TEXTINPUT:
            if self.focus is not None:
                self.focus.type(event.text)
        elif event.type == pygame.KEYDOWN:
            self._strike(event)
            self._let_go()

    def point(self, at: tuple[int, int]) -> None:
        """Note where the mouse is."""
        self.at = at
        if self.held is not None:
            self.held.drag(at)
            return
        over = self.root.hit(at)
        if over is None or over.key != self._hushed:
            self._hushed = ""
        if over is not self.hover:
            if self.hover is not None:
                self.hover.set_hover(False)
            self.hover = over
            self._since = self.app.now()
            self._by_keyboard = False
            self.app.drop_tip()
            if over is not None:
                over.set_hover(True)
        if over is not None:
            over.point(at)

    def _press(self, at: tuple[int, int]) -> None:
        self.app.drop_tip()
        self._pressed = True
        over = self.root.hit(at)
        if over is not None:
            if over.focusable:
                self._focus(over, reveal=False)
            for area in (above for above in over.above() if isinstance(above, Scroll)):
                area.stood = None
            self.held = over
            if isinstance(over, Button) and over.enabled:
                self._hushed = over.key
            over.press(at)

    def _wheel(self, steps: int) -> None:
        over = self.root.hit(self.at) or self._deepest(self.at)
        while over is not None and not over.wheel(steps):
            over = over.parent
        self.point(self.at)

    def _deepest(self, at: tuple[int, int]) -> Widget | None:
        inside = [w for w in self.root.walk() if w.rect.collidepoint(at)]
        return inside[-1] if inside else None

    def _strike(self, event: pygame.event.Event) -> None:
        self._pressed = False
        if event.key == pygame.K_TAB:
            self.move_focus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return
        focus = self.focus
        if focus is not None and not event.mod & pygame.KMOD_ALT and focus.strike(event):
            return
        if not (isinstance(focus, TextField) and strokes.writes(event)):
            if self._shortcut(event):
                return
            if self._mnemonic(event):
                return
        for above in focus.above() if focus is not None else ():
            if above.strike(event):
                return
        if (focus is None or event.key in PAGING) and self._scroll_any(event):
            return
        if event.key in FORWARD or event.key in BACK:
            self.move_focus(1 if event.key in FORWARD else -1)

    def _scroll_any(self, event: pygame.event.Event) -> bool:
        return any(w.strike(event) for w in self.root.walk() if isinstance(w, Scroll))

    def _shortcut(self, event: pygame.event.Event) -> bool:
        action = self.app.keys.action(event)
        if action is None or event.mod & pygame.KMOD_ALT:
            return False
        chosen = self.actions.get(action) or self.app.actions.get(action)
        if chosen is None:
            return False
        chosen()
        return True

    def _mnemonic(self, event: pygame.event.Event) -> bool:
        letters = [one for one in self.app.keys.layout.names(event) if len(one) == 1]
        for widget in self.root.walk() if letters else ():
            if widget.mnemonic in letters and widget.enabled:
                self._focus(widget)
                widget.call()
                return True
        return False

    # Tooltips

    def tip_due(self, now: float) -> tuple[str, Rect] | None:
        """Return the tooltip that should be showing now, if any."""
        if self._by_keyboard and self.focus is not None:
            if now - self._since >= tooltip.FOCUS_DELAY:
                return self.focus.tip_at(None)
        elif self.hover is not None and now - self._since >= tooltip.DELAY and not self._hushed:
            return self.hover.tip_at(self.at)
        return None

    def tip_wait(self, now: float) -> float | None:
        """Return after how many seconds a tooltip may be due."""
        if self.app.tip is not None:
            return None
        target = self.focus if self._by_keyboard else self.hover
        hushed = self._hushed and not self._by_keyboard
        if target is None or hushed or not target.tip_at(self.at)[0]:
            return None
        delay = tooltip.FOCUS_DELAY if self._by_keyboard else tooltip.DELAY
        return max(delay - (now - self._since), 0.0)

    # Painting

    def paint(self, canvas: Canvas) -> None:
        """Paint the tree inside the surface's clip, then the focus ring."""
        if self.modal:
            self._dim(canvas)
        else:
            canvas.fill(self.area(), theme.NIGHT)
        self.root.draw(canvas)
        focus = self.focus
        if focus is not None and self.app.top() is self:
            canvas.ring(focus.seen())

    def _dim(self, canvas: Canvas) -> None:
        clip = canvas.surface.get_clip()
        shade = pygame.Surface(clip.size)
        shade.fill(theme.NIGHT)
        shade.set_alpha(165)
        canvas.surface.blit(shade, clip)
