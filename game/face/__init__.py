"""The face: what ``import overture`` offers to programs.

Everything in ``__all__`` is meant for use from outside and stays as it is within a version; what
lies in other rooms is the game's own and may change. Each name is imported when it is first asked
for, so that ``import overture`` costs nothing. docs/library.md has a paragraph and an example each.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from game import RULES
from game import VERSION as __version__

if TYPE_CHECKING:
    from game.campaign import Campaign, load
    from game.campaign import names as campaigns
    from game.engine.sight import Sight
    from game.engine.world import FIELDS
    from game.face.rule import Solution, solve
    from game.face.saves import Save, read
    from game.face.wars import Wars, play, replay
    from game.players.plan import Plan
    from game.problems import Problem
    from game.research.pettingzoo_env import parallel_env

__all__ = [
    "FIELDS",
    "RULES",
    "Campaign",
    "Plan",
    "Problem",
    "Save",
    "Sight",
    "Solution",
    "Wars",
    "__version__",
    "campaigns",
    "load",
    "parallel_env",
    "play",
    "read",
    "replay",
    "solve",
]

_HOMES: Final = {
    "FIELDS": "engine.world",
    "Campaign": "campaign",
    "Plan": "players.plan",
    "Problem": "problems",
    "Save": "face.saves",
    "Sight": "engine.sight",
    "Solution": "face.rule",
    "Wars": "face.wars",
    "campaigns": "campaign",
    "load": "campaign",
    "parallel_env": "research.pettingzoo_env",
    "play": "face.wars",
    "read": "face.saves",
    "replay": "face.wars",
    "solve": "face.rule",
}
"""Where each name is at home, below the game's package."""

_ELSEWHERE: Final = {"campaigns": "names"}
"""Names that are called otherwise at home."""

_EXTRAS: Final = ("pettingzoo", "gymnasium")


def __getattr__(name: str) -> Any:
    """Return a name of the face, importing the module in which it is at home."""
    if name not in _HOMES:
        raise AttributeError(f"overture has no {name!r}; it has {', '.join(__all__)}")
    try:
        home = import_module(f"{__name__.rpartition('.')[0]}.{_HOMES[name]}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in _EXTRAS:
            raise
        what = "python -m pip install 'overture-diplomacy[research]'"
        raise ImportError(f"overture.{name} needs PettingZoo: {what}") from None
    return getattr(home, _ELSEWHERE.get(name, name))


def __dir__() -> list[str]:
    """Return the names of the face."""
    return list(__all__)
