"""The loop: time, frame, events, and sleep while nothing moves, in one window or in two.

A key that is held repeats itself, from a timer, even while the window is busy; and whoever waits
presses again. Neither may press a button on the screen that comes next: a curtain above all.
"""

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import pygame

from game import late
from game.desk.interface import Refusal
from game.ui import work
from game.ui.scene import Scene
from game.ui.scenes.common import Notice
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from game.ui.app import App

FRAME: Final = 1 / 60  # seconds
SLOW: Final = 0.4  # seconds between two steps of what goes on moving under a box
BUSY: Final = 0.25  # seconds after which whoever pressed a key may have pressed again
REPEATED: Final = (
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
    pygame.K_BACKSPACE,
    pygame.K_DELETE,
    pygame.K_TAB,
)
"""Keys that may be held; any other acts once each time it is pressed."""
PRESSED: Final = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)


class Held:
    """The keys that are down, each with the screen on which it went down."""

    def __init__(self) -> None:
        """Hold nothing."""
        self.keys: dict[tuple[bool, int], Scene | None] = {}

    def counts(self, event: pygame.event.Event, top: Scene | None) -> bool:
        """Whether an event counts on the screen ``top``: a repeated key only where it went down,
        and only if it may be held."""
        if event.type == pygame.KEYUP:
            self.keys.pop(place_of(event), None)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.keys.clear()
        elif event.type == pygame.KEYDOWN and place_of(event) in self.keys:
            return event.key in REPEATED and self.keys[place_of(event)] is top
        elif event.type == pygame.KEYDOWN:
            self.keys[place_of(event)] = top
        return True


def place_of(event: pygame.event.Event) -> tuple[bool, int]:
    """Return which key of the keyboard it is: by its place, since its code changes with the layout,
    or by its code where no place is told."""
    place = getattr(event, "scancode", 0)
    return (True, place) if place else (False, event.key)


def run(app: "App") -> None:
    """Play until the window is closed."""
    held = Held()
    while app.running and app.stack:
        spoilt = show(app)
        if finish(app):
            continue  # what has come of it is shown at once
        if not spoilt:
            late.one_more()  # nothing is to be shown: what a door will need is fetched
        started = app.now()
        event = pygame.event.wait(1 if late.any_out() else wait_for(app))
        act(app, held, (event, *pygame.event.get()))
        spare = FRAME - (app.now() - started)
        if spoilt and spare > 0 and app.wait_for() < 20:
            time.sleep(spare)


def show(app: "App") -> bool:
    """Let time pass and show what has changed, in both windows; return whether anything had in the
    first."""
    app.tick()
    spoilt = app.frame()
    if spoilt:
        pygame.display.update(spoilt)
    if app.second is not None and app.work is None:
        app.second.step()
    return bool(spoilt)


def act(app: "App", held: Held, events: Iterable[pygame.event.Event]) -> None:
    """Act on events in turn. What was pressed while another screen was long in coming is dropped:
    it was meant for the one before."""
    late = False
    for event in events:
        top, began = app.top(), app.now()
        counts = event.type != pygame.NOEVENT and held.counts(event, top)
        if counts and not (late and event.type in PRESSED):
            handle(app, event)
        if app.top() is not top and app.now() - began > BUSY:
            late = True
            pygame.event.clear(PRESSED)


def handle(app: "App", event: pygame.event.Event) -> None:
    """Act on an event; what is refused and nobody has said yet is said, and the game goes on."""
    if app.work is not None and event.type in PRESSED:
        return
    try:
        app.handle(event)
    except Refusal as refusal:
        app.push(Notice("That cannot be done", str(refusal)))


def finish(app: "App") -> bool:
    """Do the work whose sign stands on the screen, if any, and drop what was pressed meanwhile;
    return whether there was any."""
    if app.work is None:
        return False
    try:
        work.finish(app)
    except Refusal as refusal:
        app.push(Notice("That cannot be done", str(refusal)))
    pygame.event.clear(PRESSED)
    return True


def movers(app: "App") -> list[Widget]:
    """Return what moves: all of the top scene, and under a box what moves slowly, as a clock."""
    top = app.top()
    below = [w for scene in app.stack[:-1] for w in scene.movers] if top and top.modal else []
    return [*(top.movers if top else []), *(w for w in below if (w.moves_in() or 0) >= SLOW)]


def wait_for(app: "App") -> int:
    """Return how many milliseconds both windows may sleep."""
    waits = [app.wait_for()]
    if app.second is not None:
        waits.append(app.second.app.wait_for())
    return min(waits)
