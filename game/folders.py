"""Where things are kept: the platform's folders for this program, under one name.

The name is that of the folders alone; a package or command may be called otherwise. What stood in a
folder of an earlier name is found there. A program that is carried about, on a stick, keeps all of
it beside itself: told so by an option, or by a file called ``portable`` that lies beside it.
"""

from pathlib import Path
from typing import Final

from platformdirs import user_cache_dir, user_config_dir, user_data_dir

from game import program
from game.problems import Problem

NAME: Final = "Overture"
EARLIER: Final = "overture"  # settings and maps stood under this name before 0.2.0
SETTINGS: Final = "window.json"
PORTABLE: Final = "portable"  # the file, and the option behind two dashes
BESIDE: Final = "overture-data"  # the folder beside a program that is carried about

_carried: list[Path] = []  # that folder, once an option has asked for it


def carry() -> None:
    """Keep everything beside the program from now on; Problem where it has no folder of its own."""
    home = program.home()
    if home is None:
        raise Problem(
            f"--{PORTABLE}: an installed game has no folder of its own. Name one by --data DIR."
        )
    _carried[:] = [home / BESIDE]


def beside() -> Path | None:
    """Return the folder beside the program in which everything is kept, None where it is not."""
    if _carried:
        return _carried[0]
    home = program.home()
    marked = home is not None and (home / PORTABLE).is_file()
    return home / BESIDE if home is not None and marked else None


def data() -> Path:
    """Return the folder of a user's games."""
    return beside() or Path(user_data_dir(NAME, appauthor=False))


def cache() -> Path:
    """Return the folder of what can always be made again."""
    carried = beside()
    return carried / "cache" if carried else Path(user_cache_dir(NAME, appauthor=False))


def settings() -> Path:
    """Return the file of the window's settings."""
    return (beside() or Path(user_config_dir(NAME, appauthor=False))) / SETTINGS


def earlier_settings() -> Path:
    """Return where the settings stood under the earlier name."""
    carried = beside()
    return (carried / EARLIER if carried else Path(user_config_dir(EARLIER))) / SETTINGS
