"""What every widget is: a rectangle in a tree, that measures, arranges, paints and acts.

Widgets act on what an event says, never on the state of mouse or keyboard. A widget that cannot
be used says why, and can still be reached by Tab so that F1 may explain it.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Protocol

import pygame
from pygame import Rect

from game.ui.canvas import Canvas, Run
from game.ui.text import Typesetter


class Host(Protocol):
    """The scene as its widgets see it."""

    def dirty(self, rect: Rect) -> None:
        """Have a part of the window painted again."""

    def relayout(self) -> None:
        """Measure and arrange everything again, since a size has changed."""

    def cue(self, name: str) -> None:
        """Play a sound cue and caption it."""


Measure = Callable[["Widget", Typesetter, int], tuple[int, int]]
Least = Callable[["Widget", Typesetter], int]


def once_a_layout(measure: Measure) -> Measure:
    """Return ``measure`` that is asked once for each width while a screen is laid out: columns in
    columns would else ask their children again and again."""

    @wraps(measure)
    def asked(self: "Widget", setter: Typesetter, width: int) -> tuple[int, int]:
        if self.measured_in != setter.layouts:
            self.measured_in, self.sizes = setter.layouts, {}
        if width not in self.sizes:
            self.sizes[width] = measure(self, setter, width)
        return self.sizes[width]

    return asked


def least_once(least: Least) -> Least:
    """Return ``least`` that is reckoned once while a screen is laid out: a list's is the widest of
    hundreds of words."""

    @wraps(least)
    def asked(self: "Widget", setter: Typesetter) -> int:
        if self.reckoned_in != setter.layouts:
            self.narrowest = least(self, setter)
            self.reckoned_in = setter.layouts
        return self.narrowest

    return asked


ONCE: dict[str, Callable[[Any], Any]] = {"measure": once_a_layout, "least": least_once}
"""What wraps the methods of every kind of widget, by their names."""


class Widget:
    """A rectangle that may be seen, focused and used.

    ``name`` and ``help`` are what a reader and F1 say; ``tip`` is the tooltip: what it is, its
    change and its cause; ``key`` finds it again after a screen was built anew.
    """

    focusable = False
    may_overlap = False  # siblings may lie over it: a map under its own plates
    kept_clear = False  # what it says is kept clear of tooltips: titles, gauges

    def __init__(self, name: str = "", help: str = "", tip: str = "", key: str = "") -> None:
        """Make a widget that lies nowhere yet."""
        self.name = name
        self.help = help
        self.tip = tip
        self.key = key or name
        self.rect = Rect(0, 0, 0, 0)
        self.children: list[Widget] = []
        self.parent: Widget | None = None
        self.host: Host | None = None
        self.enabled = True
        self.why_not = ""
        self.hovered = False
        self.focused = False
        self.grow = 0.0
        self.runs: list[Run] = []
        self.mnemonic = ""
        self.measured_in = -1  # the layout of which ``sizes`` are
        self.sizes: dict[int, tuple[int, int]] = {}
        self.reckoned_in, self.narrowest = -1, 0  # the layout of which ``narrowest`` is

    def __init_subclass__(cls) -> None:
        """Have every kind of widget measured once a layout."""
        super().__init_subclass__()
        for name, once in ONCE.items():
            if name in vars(cls):
                setattr(cls, name, once(vars(cls)[name]))

    # The tree

    def add(self, *children: "Widget") -> "Widget":
        """Take in children; return the widget itself."""
        for child in children:
            child.parent = self
            self.children.append(child)
        return self

    def attach(self, host: Host) -> None:
        """Give this widget and all below it a scene."""
        self.host = host
        for child in self.children:
            child.attach(host)

    def walk(self) -> "Iterator[Widget]":
        """Yield this widget and all below it, in the order of Tab."""
        yield self
        for child in self.children:
            yield from child.walk()

    def above(self) -> "Iterator[Widget]":
        """Yield the parents, nearest first."""
        widget = self.parent
        while widget is not None:
            yield widget
            widget = widget.parent

    # Size and place

    def least(self, setter: Typesetter) -> int:
        """Return the narrowest width, in pixels, at which nothing is lost."""
        return 0

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        """Return the size wanted, in pixels, when at most ``width`` is to be had."""
        return 0, 0

    def arrange(self, setter: Typesetter, rect: Rect) -> None:
        """Take a place, and give the children theirs."""
        self.rect = rect

    def seen(self) -> Rect:
        """Return the part of the rectangle that its parents let be seen."""
        rect = Rect(self.rect)
        for widget in self.above():
            rect = rect.clip(widget.view())
        return rect

    def view(self) -> Rect:
        """Return where children may be seen."""
        return self.rect

    def focal(self) -> Rect:
        """Return what of the widget is to be seen when it gets the focus."""
        return self.rect

    def reveal(self, rect: Rect) -> None:
        """Scroll so that a rectangle below this widget can be seen, where that is possible."""

    # Moving

    def moves_in(self) -> float | None:
        """Return how long the widget may stand still, in seconds; None for ever."""
        return None

    def move(self) -> None:
        """Have painted again what moves."""

    # Painting

    def draw(self, canvas: Canvas) -> None:
        """Paint this widget and what is below it, and keep the text runs for the audit."""
        ground, runs = canvas.ground, canvas.runs
        canvas.runs = self.runs = []
        self.paint(canvas)
        clip = canvas.surface.get_clip()
        for child in self.children:
            if canvas.auditing or child.rect.colliderect(clip):
                child.draw(canvas)
        canvas.ground, canvas.runs = ground, runs

    def paint(self, canvas: Canvas) -> None:
        """Paint this widget alone."""

    def changed(self) -> None:
        """Have this widget painted again."""
        if self.host is not None:
            self.host.dirty(self.seen().inflate(16, 16))

    # Use

    def hit(self, at: tuple[int, int]) -> "Widget | None":
        """Return the lowest widget under a point that can be pointed at."""
        if not self.rect.collidepoint(at) or not self.view().collidepoint(at):
            return self if self.rect.collidepoint(at) and self.wants_pointer() else None
        for child in reversed(self.children):
            found = child.hit(at)
            if found is not None:
                return found
        return self if self.wants_pointer() else None

    def wants_pointer(self) -> bool:
        """Return whether the mouse means anything to this widget."""
        return self.focusable or bool(self.tip)

    def tip_at(self, at: tuple[int, int] | None) -> tuple[str, Rect]:
        """Return the tooltip for a point, or for the keyboard's focus, and what it stands by."""
        tip = self.tip
        if not self.enabled and self.why_not:
            tip = f"{tip}\n{self.why_not}" if tip else self.why_not
        return tip, self.rect

    def press(self, at: tuple[int, int]) -> None:
        """Act on the mouse button going down."""

    def drag(self, at: tuple[int, int]) -> None:
        """Act on the mouse moving while pressed."""

    def release(self, at: tuple[int, int]) -> None:
        """Act on the mouse button coming up, wherever that is."""

    def point(self, at: tuple[int, int]) -> None:
        """Act on the mouse moving over the widget."""

    def wheel(self, steps: int) -> bool:
        """Act on the wheel; return whether it was of use."""
        return False

    def strike(self, event: pygame.event.Event) -> bool:
        """Act on a key while focused; return whether it was of use."""
        return False

    def type(self, text: str) -> bool:
        """Act on typed text while focused; return whether it was of use."""
        return False

    def call(self) -> None:
        """Act on the widget's mnemonic."""

    def set_hover(self, over: bool) -> None:
        """Note that the mouse came or went."""
        if over != self.hovered:
            self.hovered = over
            self.changed()

    def set_focus(self, on: bool) -> None:
        """Note that the focus came or went."""
        if on != self.focused:
            self.focused = on
            self.changed()


Action = Callable[[], None]
