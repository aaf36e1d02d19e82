"""What the player has chosen for the window, kept in the user's configuration folder."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import platformdirs

from game.ui.theme import LARGEST_SCALE, SMALLEST_SCALE, Theme


@dataclass
class Settings:
    """Everything the settings page shows."""

    text_scale: float = 1.0
    reduced_motion: bool = False
    sound: bool = True
    captions: bool = True
    curtain_on_focus_loss: bool = True
    fullscreen: bool = False
    width: int = 1280
    height: int = 720
    replay_speed: int = 1
    keys: dict[str, str] = field(default_factory=dict)

    def theme(self) -> Theme:
        """Return the theme these settings ask for."""
        scale = min(max(self.text_scale, SMALLEST_SCALE), LARGEST_SCALE)
        return Theme(scale=scale, still=self.reduced_motion)


def path() -> Path:
    """Return where settings are kept."""
    return Path(platformdirs.user_config_dir("overture")) / "window.json"


def load(place: Path | None = None) -> Settings:
    """Return the settings kept, or the defaults for whatever is missing or makes no sense."""
    settings = Settings()
    try:
        kept = json.loads((place or path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return settings
    if not isinstance(kept, dict):
        return settings
    for one in fields(Settings):
        value, default = kept.get(one.name), getattr(settings, one.name)
        if isinstance(value, type(default)) or (isinstance(default, float) and value in (1, 2)):
            setattr(settings, one.name, value)
    return settings


def save(settings: Settings, place: Path | None = None) -> bool:
    """Keep the settings; return whether that was possible."""
    target = place or path()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    except OSError:
        return False
    return True
