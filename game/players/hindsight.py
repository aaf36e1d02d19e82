"""Who the other government might have been: one draw from what a side could know when a quarter
opened, for a war that is entered again by somebody who has read who it was."""

from typing import NamedTuple

import numpy as np

from game.engine.board import Floats
from game.engine.dossier import Dossier
from game.players.belief_state import belief_from

PARTICLES = 320  # imagined wars: as many as the highest level holds in mind


class Guess(NamedTuple):
    """The enemy's resilience and nerve, each 0 or 1, and its private weights (I,), log-odds."""

    resilience: int
    nerve: int
    tilt: Floats


def drawn(dossier: Dossier, seed: int) -> Guess:
    """Return one of the governments that the side of ``dossier`` holds its enemy for, each as
    likely as it thinks; from the dossier and the seed alone."""
    belief = belief_from(dossier, PARTICLES, seed)
    dice = np.random.Generator(np.random.PCG64(seed))
    one, enemy = int(dice.choice(len(belief), p=belief.weight)), 1 - dossier.side
    world = belief.world
    return Guess(
        int(world.resilience[one, enemy]),
        int(world.nerve[one, enemy]),
        world.tilt[one, enemy].copy(),
    )
