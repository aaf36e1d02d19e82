"""What the player has chosen for the window, kept in the user's configuration folder."""

import json
import math
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from game import disk, folders
from game.problems import Problem
from game.ui.theme import LARGEST_SCALE, PALETTES, SMALLEST_SCALE, USUAL, Theme

EDITION: Final = 2  # of the file; the first had captions on unless they were switched off
MOST: Final = 100_000  # of any number that is kept


@dataclass
class Settings:
    """Everything the settings page shows."""

    text_scale: float = 1.0
    reduced_motion: bool = False
    sound: bool = True
    volume: float = 0.7
    ambience: bool = True
    captions: bool = False
    curtain_on_focus_loss: bool = True
    fullscreen: bool = False
    width: int = 1280
    height: int = 720
    replay_speed: int = 1
    note_read: bool = False  # the content note of the first start
    keys: dict[str, str] = field(default_factory=dict)
    edition: int = EDITION
    palette: str = USUAL  # a key of theme.PALETTES
    fresh: bool = field(default=False, compare=False)
    """Nothing has been kept yet: text and window follow the desktop."""

    def theme(self) -> Theme:
        """Return the theme these settings ask for."""
        scale = min(max(self.text_scale, SMALLEST_SCALE), LARGEST_SCALE)
        return Theme(
            scale=scale,
            still=self.reduced_motion,
            palette=self.palette if self.palette in PALETTES else USUAL,
        )


def path() -> Path:
    """Return where settings are kept."""
    return folders.settings()


def load(place: Path | None = None) -> Settings:
    """Return the settings kept, or the defaults for whatever is missing or makes no sense; those of
    an earlier folder where there are none in today's."""
    places = [place] if place else [path(), folders.earlier_settings()]
    settings = Settings()
    kept = next((found for found in map(_read, places) if found is not None), {})
    settings.fresh = not kept
    if "edition" not in kept:
        kept.pop("captions", None)  # nobody chose them
    kept.pop("edition", None)
    kept.pop("fresh", None)
    for one in fields(Settings):
        value, default = kept.get(one.name), getattr(settings, one.name)
        if fits(value, default):
            setattr(settings, one.name, type(default)(value))
    return settings


def fits(value: Any, default: Any) -> bool:
    """Whether a value that was kept is one of a setting's kind."""
    if isinstance(default, dict):
        return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    if isinstance(default, bool) or not isinstance(default, int | float):
        return type(value) is type(default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return False
    return 0 <= value <= MOST and (isinstance(default, float) or isinstance(value, int))


def save(settings: Settings, place: Path | None = None) -> bool:
    """Keep the settings, whole or not at all; return whether that was possible."""
    try:
        kept = {name: value for name, value in asdict(settings).items() if name != "fresh"}
        disk.write(place or path(), json.dumps(kept, indent=1).encode())
    except OSError:
        return False
    return True


def _read(place: Path) -> dict[str, Any] | None:
    try:
        found = disk.read_json(place, disk.MOST_OF_SETTINGS)
    except Problem:
        return None
    return found if isinstance(found, dict) else {}
