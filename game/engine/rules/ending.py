"""How a war ends: by settlement, by collapse, or by the calendar, which is a loss for both.

A collapse threatens only below a floor, more the further below: of Saigon's stability, of
American consent (approval, with most of the country against the war), of the Politburo's cohesion.
"""

import numpy as np

from game.engine.board import (
    CALENDAR,
    CONSENT_BROKE,
    CORPS,
    NORTH_BROKE,
    SAIGON_FELL,
    SETTLED,
    Floats,
    Ints,
    Masks,
    total,
    within,
)
from game.engine.luck import Luck
from game.engine.tables import Tables
from game.engine.world import World


def hazards(world: World, tables: Tables) -> Floats:
    """Return (N, 3) the probability that Saigon, American consent or the North gives way now."""
    constants = tables.constants
    governed = total(world.control) / len(CORPS)
    by_stability, by_control = constants.saigon_stands
    footing = by_stability * world.stability + by_control * governed
    saigon = constants.saigon_floor - footing
    consent = constants.consent_floor - world.approval
    consent = np.where(world.opposition > constants.majority, consent, 0.0)
    north = constants.north_floor - world.cohesion
    short = np.stack([saigon, consent, north], axis=1)
    return within(constants.collapse_rate * short, 0.0, constants.collapse_most)


def conclude(world: World, settled: Masks, positions: Ints, luck: Luck, tables: Tables) -> World:
    """Return the world with its ending, if the war ends this quarter.

    ``settled`` (N,) and ``positions`` (N, I) come from the table; a settlement comes first, then
    a collapse, then the calendar. ``world.quarter`` is still the quarter being resolved.
    """
    risk = hazards(world, tables)
    falls = [
        luck[purpose] < risk[:, index]
        for index, purpose in enumerate(("saigon_falls", "consent_breaks", "north_breaks"))
    ]
    last = world.quarter + 1 >= tables.quarters
    ended = np.select(
        [settled, *falls, last],
        [SETTLED, SAIGON_FELL, CONSENT_BROKE, NORTH_BROKE, CALENDAR],
        default=0,
    )
    settlement = np.where(settled[:, None], positions, -1)
    return world.with_(ended=ended, settlement=settlement)
