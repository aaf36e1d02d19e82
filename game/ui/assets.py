"""Where fonts and map data lie: `assets/` beside main.py, wherever the game is started from."""

from pathlib import Path

ASSETS = Path(__file__).parents[2] / "assets"
FONTS = ASSETS / "fonts"
MAP = ASSETS / "map"


def font_file(name: str) -> Path:
    """Return the path of one font; the error names what is missing from the installation."""
    path = FONTS / name
    if not path.is_file():
        raise FileNotFoundError(f"the font {name} is missing from {FONTS}")
    return path
