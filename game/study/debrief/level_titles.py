"""The titles of a machine's levels, for what is told and remembered of a war that is over."""

from typing import Final

from game.players.levels import GLANCE, LEVELS

LEVEL_TITLES: Final = {GLANCE: "At a glance"} | {level.name: level.title for level in LEVELS}
"""By a level's name, the quickest first."""
