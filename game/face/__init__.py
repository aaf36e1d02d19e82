"""Overture for programs: load a campaign, play wars with policies of one's own, read what came.

Everything in ``__all__`` is meant for use from outside and stays as it is within a version; what
lies in other rooms is the game's own and may change. Each name is imported when it is first asked
for, so that ``import overture`` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from game import VERSION as __version__

if TYPE_CHECKING:
    from game.campaign import Campaign, load
    from game.campaign import names as campaigns
    from game.problems import Problem

_HOMES: Final = {
    "Campaign": ("campaign", "Campaign"),
    "Problem": ("problems", "Problem"),
    "campaigns": ("campaign", "names"),
    "load": ("campaign", "load"),
}
"""Where each name is at home: the module below the game's package, and its name there."""

__all__ = ["Campaign", "Problem", "__version__", "campaigns", "load"]


def __getattr__(name: str) -> Any:
    """Return a name of the face, importing the module in which it is at home."""
    if name not in _HOMES:
        raise AttributeError(f"overture has no {name!r}; it has {', '.join(__all__)}")
    module, own = _HOMES[name]
    package = __name__.rpartition(".")[0]
    return getattr(import_module(f"{package}.{module}"), own)


def __dir__() -> list[str]:
    """Return the names of the face."""
    return list(__all__)
