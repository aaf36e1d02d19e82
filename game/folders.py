"""Where things are kept: the platform's folders for this program, under one name.

The name is that of the folders alone; a package or command may be called otherwise. What stood in a
folder of an earlier name is found there.
"""

from pathlib import Path
from typing import Final

from platformdirs import user_cache_dir, user_config_dir, user_data_dir

NAME: Final = "Overture"
EARLIER: Final = "overture"  # settings and maps stood under this name before 0.2.0
SETTINGS: Final = "window.json"


def data() -> Path:
    """Return the folder of a user's games."""
    return Path(user_data_dir(NAME, appauthor=False))


def cache() -> Path:
    """Return the folder of what can always be made again."""
    return Path(user_cache_dir(NAME, appauthor=False))


def settings() -> Path:
    """Return the file of the window's settings."""
    return Path(user_config_dir(NAME, appauthor=False)) / SETTINGS


def earlier_settings() -> Path:
    """Return where the settings stood under the earlier name."""
    return Path(user_config_dir(EARLIER)) / SETTINGS


def earlier_cache() -> Path:
    """Return where maps stood under the earlier name."""
    return Path(user_cache_dir(EARLIER)) / "maps"
