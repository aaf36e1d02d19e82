"""What each side believes it sees of the other: drawn once, with luck, stored as the observer's.

An offensive in preparation shows as noise: the more is prepared, the less the estimates of
strength and infiltration can be trusted. Advisers' terms scatter about what leverage makes likely.
"""

import numpy as np

from game.engine.board import Floats, Ints, by_side, within
from game.engine.luck import Luck
from game.engine.rules.air import capacity
from game.engine.rules.deployment import MenMoved
from game.engine.rules.table import log_odds
from game.engine.rules.worth import FARTHEST
from game.engine.tables import Tables
from game.engine.world import World

SURE = 0.01  # of a position's range: nearer to an ideal than this nobody expects to come

CORPS_DRAWS = tuple(f"seen_main_force_{corps}" for corps in ("I", "II", "III", "IV"))


def estimate(world: World, moved: MenMoved, luck: Luck, tables: Tables) -> World:
    """Return the world with both sides' estimates of the other drawn anew."""
    constants = tables.constants
    blur = constants.noise_force + constants.noise_preparing * world.preparation
    by_corps = np.exp(blur[:, None] * np.stack([luck[name] for name in CORPS_DRAWS], axis=1))
    guerrilla = np.exp(blur * luck["seen_guerrillas"])[:, None]
    share = constants.noise_share
    terms = by_side(luck["seen_terms_washington"], luck["seen_terms_hanoi"])
    return world.with_(
        seen_main_force=world.main_force * by_corps,
        seen_guerrillas=world.guerrillas * guerrilla,
        seen_infiltration=moved.infiltrated * np.exp(blur * luck["seen_infiltration"]),
        seen_throughput=world.throughput * np.exp(share * luck["seen_throughput"]),
        seen_capacity=capacity(world.function) * np.exp(share * luck["seen_capacity"]),
        seen_cohesion=world.cohesion * np.exp(2.0 * share * luck["seen_cohesion"]),
        seen_quality=world.quality * np.exp(share * luck["seen_quality"]),
        seen_control=world.control * np.exp(share * luck["seen_control"])[:, None],
        seen_reserve=world.reserve * np.exp(share * luck["seen_reserve"]),
        seen_terms=hoped(world, tables) + constants.noise_terms * terms[:, :, None],
    )


def hoped(world: World, tables: Tables) -> Floats:
    """Return (N, S, I) the terms each side thinks within reach but for its advisers' errors: those
    that leverage makes likely, bent by hope."""
    hope = hope_at(world.quarter, tables)[:, None]
    return np.stack([bent(world.expected, -hope), bent(world.expected, hope)], axis=1)


def hope_at(quarter: Ints, tables: Tables) -> Floats:
    """Return (N,) by how many log-odds each side bends the terms its own way: the years wear it
    away."""
    return np.asarray(tables.constants.optimism * tables.constants.optimism_kept**quarter)


def bent(terms: Floats, odds: Floats) -> Floats:
    """Return ``terms`` (N, I), positions, moved by ``odds`` (N, 1) towards Hanoi's ideal."""
    share = within(terms / FARTHEST, SURE, 1.0 - SURE)
    return np.asarray(FARTHEST / (1.0 + np.exp(-(log_odds(share) + odds))))
