"""Campaign files: schema, limits, loading, and building what the engine plays.

``load(name)`` gives a Campaign, ``build(campaign, seed)`` its Tables and start World,
``replay(campaign)`` the recorded war.
"""

from typing import TYPE_CHECKING

from game import late

if TYPE_CHECKING:
    from game.campaign.building import build, known_effects
    from game.campaign.campaign import Campaign
    from game.campaign.files import FULL, names
    from game.campaign.history import (
        Step,
        answered,
        historical_orders,
        historical_words,
        recorded,
        recorded_luck,
        replay,
    )
    from game.campaign.loading import load
else:
    __getattr__ = late.names(
        "game.campaign",
        {
            "game.campaign.building": "build known_effects",
            "game.campaign.campaign": "Campaign",
            "game.campaign.files": "FULL names",
            "game.campaign.history": "Step answered historical_orders historical_words recorded "
            "recorded_luck replay",
            "game.campaign.loading": "load",
        },
    )

__all__ = [
    "FULL",
    "Campaign",
    "Step",
    "answered",
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
