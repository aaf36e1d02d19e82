"""How they took it: what a side's people make of how the enemy has read it this quarter.

Drawn once, with luck and with error, and stored as the observer's own, as estimates of strength
are: three classes with a sureness. What moved the enemy's belief is the truth behind it; a channel
nobody overheard, a posture that is no news or a scale misjudged show in it as they showed there.
"""

import numpy as np

from game.engine.board import SIDES, Floats, Ints, by_side
from game.engine.luck import Luck
from game.engine.world import World

STILL = 0.04  # log-odds below which nothing new was read; Calibrated: three classes of one order
DIN = 0.55  # logistic noise beside it; Calibrated (main.py readings): right in 65-80 %
SURE = (0.4, 0.9)  # distance from the nearest other class at which people are fairly, quite sure


def moved(world: World, opening: World) -> Floats:
    """Return (N, S) how far the enemy's belief in each side has moved, in log-odds."""
    before, after = opening.belief_resilient, world.belief_resilient
    return np.asarray(np.log(after / (1.0 - after)) - np.log(before / (1.0 - before)))


def classes(size: Floats) -> Ints:
    """Return -1, 0 or 1 for moves in log-odds."""
    return np.sign(size).astype(np.int64) * (np.abs(size) >= STILL)


def take(world: World, opening: World, luck: Luck) -> World:
    """Return the world with what each side's people make of the quarter."""
    even = by_side(*(luck[f"taken_{side}"] for side in SIDES))
    edge = np.arcsinh(1.0)  # a move of just STILL on the scale on which people hear
    heard = np.arcsinh(moved(world, opening) / STILL) + DIN * np.log(even / (1.0 - even))
    margin = np.abs(np.abs(heard) - edge)
    sure = (margin >= SURE[0]).astype(np.int64) + (margin >= SURE[1])
    return world.with_(
        taken=np.sign(heard).astype(np.int64) * (np.abs(heard) >= edge), taken_sure=sure
    )


def chances(world: World, opening: World) -> Floats:
    """Return (N, S, 3) how likely each class of card was, by what the enemy's belief did: as
    tiring, as nothing new, as meaning to stay."""
    heard, edge = np.arcsinh(moved(world, opening) / STILL), np.arcsinh(1.0)
    below = [1.0 / (1.0 + np.exp((heard - limit) / DIN)) for limit in (-edge, edge)]
    return np.stack([below[0], below[1] - below[0], 1.0 - below[1]], axis=2)
