"""Overture for programs: load a campaign, play wars with policies of one's own, read what came.

Everything in ``__all__`` is meant for use from outside and stays as it is within a version; what
lies below ``overture.game`` is the game's own and may change. Each name is imported when it is
first asked for, so that ``import overture`` costs nothing.
"""

from typing import TYPE_CHECKING

from game.face import RULES, __all__, __dir__, __getattr__, __version__  # noqa: F401

if TYPE_CHECKING:
    from game.face import *  # noqa: F403
