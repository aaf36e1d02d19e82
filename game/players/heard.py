"""What one's own people say of how one was taken: how likely each particle makes the card."""

from typing import Final

import numpy as np

from game.engine.board import Floats
from game.engine.rules.readings import chances
from game.engine.view import View
from game.engine.world import World

LEAST: Final = 0.05  # chance: no single card shuts a particle out; Calibrated by hand


def card(before: World, after: World, view: View) -> Floats:
    """Return (N,) the log-likelihood of the side's card in each imagined war."""
    found = chances(after, before)[:, view.side, int(view.taken) + 1]
    return np.asarray(np.log(np.maximum(found, LEAST)))
