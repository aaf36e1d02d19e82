"""Bake the maps of the window sizes that a build knows: ``python tools/bake_maps.py FOLDER``.

Which maps a size needs is asked of the screens themselves: each is drawn once on a surface of that
size, and every map it wants is made and kept under the name by which the window will look for it.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = ((1280, 720), (1920, 1080))  # pixels; another size is baked when it is first seen
SCALES = (1.0,)  # of the text, as the settings begin
SHOWN = ("title", "briefing", "hanoi orders", "hanoi table", "air war", "resolution", "replay")
"""Screens with a map, by their names in the gallery."""


def bake(into: Path) -> list[Path]:
    """Bake every map into a folder; return the files."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    sys.path.insert(0, str(ROOT))
    import pygame

    from game.ui.app import App
    from game.ui.map.store import MapStore
    from game.ui.settings import Settings
    from tools import showcase

    pygame.display.init()
    pygame.font.init()
    with tempfile.TemporaryDirectory() as name:
        screens = showcase.screens(Path(name))
        for size in SIZES:
            surface = pygame.display.set_mode(size)
            for scale in SCALES:
                app = App(
                    surface,
                    Settings(text_scale=scale, sound=False),
                    store=MapStore(into, threaded=False),
                )
                for screen in SHOWN:
                    app.replace(screens[screen]())
                    app.frame()
    return sorted(into.glob("*.map"))


def main() -> int:
    """Bake and say what came of it."""
    if len(sys.argv) != 2:
        print("python tools/bake_maps.py FOLDER", file=sys.stderr)
        return 2
    found = bake(Path(sys.argv[1]))
    print(f"{len(found)} maps, {sum(path.stat().st_size for path in found) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
