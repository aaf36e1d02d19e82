"""Pictures of every screen: each at several sizes of window and text, as PNG files."""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.map.store import MapStore
from game.ui.scene import Scene
from game.ui.settings import Settings

SIZES = ((1280, 720), (1920, 1080))


def render(
    screens: dict[str, Callable[[], Scene]],
    out: Path,
    scale: float = 1.0,
    below: Callable[[], Scene] | None = None,
) -> list[Path]:
    """Draw every screen at every size and one scale of text into a folder; return the files. A
    modal screen lies over the one that ``below`` makes."""
    out.mkdir(parents=True, exist_ok=True)
    if not pygame.font.get_init():
        pygame.font.init()
    store = MapStore(threaded=False)
    settings = Settings(text_scale=scale, sound=False, reduced_motion=True)
    files = []
    for width, height in SIZES:
        for name, make in screens.items():
            app = App(pygame.Surface((width, height), 0, 32), settings, lambda: 0.0, store)
            scene = make()
            if scene.modal and below is not None:
                app.push(below())
            app.push(scene)
            app.frame()
            slug = name.replace(" ", "-")
            files.append(out / f"{slug}-{width}x{height}-{round(scale * 100)}.png")
            pygame.image.save(app.surface, str(files[-1]))
    return files
