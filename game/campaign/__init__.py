"""Campaign files: schema, limits, loading, and building what the engine plays.

``load(name)`` gives a Campaign, ``build(campaign, seed)`` its Tables and start World,
``replay(campaign)`` the recorded war.
"""

from game.campaign.build import build, known_effects
from game.campaign.campaign import Campaign
from game.campaign.files import FULL, names
from game.campaign.history import (
    Step,
    historical_orders,
    historical_words,
    recorded,
    recorded_luck,
    replay,
)
from game.campaign.load import load

__all__ = [
    "FULL",
    "Campaign",
    "Step",
    "build",
    "historical_orders",
    "historical_words",
    "known_effects",
    "load",
    "names",
    "recorded",
    "recorded_luck",
    "replay",
]
