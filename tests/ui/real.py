"""The window's screens over a real game: the recorded war and games begun on its way."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from game.ui.app import App
from game.ui.scene import Scene
from tools import showcase


@cache
def folder() -> Path:
    """Return a folder with a few saved games."""
    made = Path(mkdtemp(prefix="overture-"))
    showcase.saved_games(made)
    return made


@cache
def screens() -> dict[str, showcase.Make]:
    """Return what makes every real screen, by name."""
    return showcase.screens(folder())


def show(app: App, name: str) -> Scene:
    """Show a screen; a modal one lies over the quarter's."""
    scene = screens()[name]()
    if scene.modal:
        app.push(screens()["quarter dossier"]())
    app.push(scene)
    return scene
