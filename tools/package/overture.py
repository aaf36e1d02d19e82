"""Overture for programs: load a campaign, play wars with policies of one's own, read what came.

Everything in ``__all__`` is meant for use from outside and stays as it is within a version; what
lies below ``overture.game`` is the game's own and may change. Each name is imported when it is
first asked for, so that ``import overture`` costs nothing.
"""

from typing import TYPE_CHECKING

from game.face import RULES as RULES
from game.face import __all__ as __all__
from game.face import __dir__ as __dir__
from game.face import __getattr__ as __getattr__
from game.face import __version__ as __version__

if TYPE_CHECKING:
    from game.face import *  # noqa: F403  for type checkers, which do not ask __getattr__
