"""Windows without a screen for the tests: a clock of our own, and a map that is not baked."""

import pygame

from game.ui.app import App
from game.ui.map.bake import Sheet, blank
from game.ui.map.baked import Key
from game.ui.map.store import MapStore
from game.ui.scene import Scene
from game.ui.settings import Settings
from game.ui.theme import Theme
from game.ui.work import finish


class BlankStore(MapStore):
    """A store whose maps are plain water: the audit looks at widgets, not at the map."""

    def __init__(self) -> None:
        """Make maps at once."""
        super().__init__(threaded=False)

    def _make(self, key: Key) -> Sheet:
        return blank(key[0])


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        """Start at nought."""
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def window(
    size: tuple[int, int] = (1280, 720),
    scale: float = 1.0,
    pseudo: bool = False,
    still: bool = True,
) -> tuple[App, Clock]:
    """Return a window on a plain surface, silent, and its clock."""
    if not pygame.font.get_init():
        pygame.font.init()
    settings = Settings(text_scale=scale, sound=False, width=size[0], height=size[1])
    clock = Clock()
    surface = pygame.Surface(size, 0, 32)
    app = App(surface, settings, clock, BlankStore(), Theme(scale, still, pseudo))
    return app, clock


def key(app: App, name: str, mod: int = 0) -> None:
    """Press a key by its name."""
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, unicode="")
    app.handle(event)
    finish(app)


def click(app: App, at: tuple[int, int]) -> None:
    """Move there and click."""
    app.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.handle(pygame.event.Event(kind, pos=at, button=1))
    finish(app)


def find(scene: Scene, wanted: str) -> tuple[int, int]:
    """Return the middle of the widget with a key."""
    widget = next(w for w in scene.root.walk() if w.key == wanted)
    return widget.seen().center


def tab_to(app: App, wanted: str) -> None:
    """Press Tab until the widget with a key has the focus."""
    top = app.top()
    assert top is not None
    for _ in range(len(top.stops()) + 1):
        if top.focus is not None and top.focus.key == wanted:
            return
        key(app, "tab")
    raise AssertionError(f"Tab does not reach {wanted}")
