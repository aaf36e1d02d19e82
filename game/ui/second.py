"""The second window: both sides for the facilitator alone, in the same program, covered at first.

It has a stack and a map of its own. Closing it closes only it; closing the first closes both.
"""

from collections.abc import Callable

import pygame

from game.desk.interface import Refusal
from game.ui.app import App
from game.ui.map.store import READY
from game.ui.scene import Scene
from game.ui.shape import SMALLEST
from game.ui.text import Typesetter

TITLE = "Overture: for the facilitator alone"
SIZE = (1280, 720)  # pixels


class Aside(App):
    """What scenes of the second window use: its surface, and nothing that belongs to the first."""

    def forget(self) -> None:
        """Clear tooltip and caption."""
        self.tip = self.caption = None

    def text_input(self, on: bool) -> None:
        """Have letters come as text; the first window may be asking for them too."""
        if on:
            pygame.key.start_text_input()

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether an event is this window's: only its own are handed on."""
        return True

    def resize(self, width: int, height: int) -> None:
        """Lay every scene out again for a window of another size."""
        self.rebuild()

    def fullscreen(self) -> None:
        """Leave the size to whoever moves the window."""


class Second:
    """The window itself, beside the one that ``first`` draws in."""

    def __init__(self, first: App, scene: Scene, closed: Callable[[], None]) -> None:
        """Open it with ``scene``; ``closed`` is called when somebody closes it. Refusal where the
        system gives no second window."""
        self.first, self.closed = first, closed
        try:
            self.window = pygame.Window(TITLE, SIZE, resizable=True)
            self.window.minimum_size = SMALLEST
            surface = self.window.get_surface()
        except pygame.error as error:
            raise Refusal(f"No second window can be opened here ({error}).") from None
        store = first.store.another()
        self.app = Aside(surface, first.settings, first.now, store, first.setter.theme)
        self.app.push(scene)

    @property
    def focused(self) -> bool:
        """Whether the keyboard is with this window."""
        return bool(self.window.focused)

    def takes(self, event: pygame.event.Event) -> bool:
        """Act on an event if it is this window's; return whether it was."""
        if event.type == READY:
            self.app.dirty_all()
            return False
        if getattr(event, "window", None) is not self.window:
            return False
        if event.type == pygame.WINDOWCLOSE:
            self.closed()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self.app.surface = self.window.get_surface()
            self.app.resize(event.x, event.y)
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN):
            self.app.dirty_all()
        elif event.type not in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED):
            self.app.handle(event)
        return True

    def step(self) -> None:
        """Let time pass and show what has changed."""
        if self.app.setter.theme != self.first.setter.theme:
            self.app.setter = Typesetter(self.first.setter.theme)
            self.app.rebuild()
        clock = "" if getattr(self.app.top(), "in_public", False) else self.first.strip[1]
        before, self.app.strip = self.app.strip, ("", clock)
        if bool(before[1]) != bool(self.app.strip[1]):
            self.app.rebuild()
        self.app.tick()
        if self.app.frame():
            self.window.flip()

    def close(self) -> None:
        """Close the window. What is still to come of it is dropped, so that the first does not take
        it for its own."""
        self.window.destroy()
        pygame.event.clear((pygame.WINDOWCLOSE, pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED))
