"""How this program was started: what help and messages call it, and how it is started once more.

It is ``main.py`` in a clone, ``overture`` where it was installed, and a file of its own in a folder
without Python. Whoever reads a message types what stands in it.
"""

import sys
from pathlib import Path
from typing import Final

SHIPPED: Final = "overture"  # the command of an installed copy
CLONE: Final = "main.py"
MODULE: Final = "__main__.py"
IN_CLONE: Final = __name__.partition(".")[0] != SHIPPED  # the package is renamed when it is built


def name() -> str:
    """Return the program's name as it heads its help: ``main.py``, or ``overture``."""
    if frozen():
        return Path(sys.executable).stem
    return CLONE if IN_CLONE and _file() not in (SHIPPED, MODULE) else SHIPPED


def command(words: str = "") -> str:
    """Return what has to be typed for the program to do ``words``."""
    called = {CLONE: f"python {CLONE}"}.get(name(), name())
    if not frozen() and _file() == MODULE:
        called = f"python -m {SHIPPED}"
    return f"{called} {words}".rstrip()


def again(*words: str) -> list[str]:
    """Return the command line that starts the program once more, for a process of its own."""
    if frozen():
        return [sys.executable, *words]
    if IN_CLONE:
        return [sys.executable, str(Path(__file__).parents[1] / CLONE), *words]
    return [sys.executable, "-m", SHIPPED, *words]


def home() -> Path | None:
    """Return the folder in which the program itself lies; None for one that was installed."""
    if frozen():
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[1] if IN_CLONE else None


def frozen() -> bool:
    """Whether the program is a folder of its own, without a Python beside it."""
    return bool(getattr(sys, "frozen", False))


def _file() -> str:
    """Return the name of the file that was started, without the ending that Windows gives it; empty
    for somebody else's module."""
    started = Path(sys.argv[0] if sys.argv else "")
    if started.name == MODULE and started.parent.name != SHIPPED:
        return ""
    return started.name.removesuffix(".exe")
