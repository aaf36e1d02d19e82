"""What a government reckons from what it sees: worth of packages, of fighting on, of the moment.

The rulebook's own measures, with the side's estimates in the place of what it cannot see. Used by
the doctrines and the advisers; (N,) arrays unless said.
"""

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks
from game.engine.ladders import slot_of
from game.engine.orders import NO_TERMS
from game.engine.prices import shown_temptation
from game.engine.rules.air import FUNCTION_WEIGHTS
from game.engine.rules.table import aims_met, holding, left_alone
from game.engine.score import UNSETTLED, standing_at
from game.engine.sight import Sight


def quality_seen(sight: Sight) -> Floats:
    """Return the quality of Saigon's forces as the side knows or estimates it."""
    quality: Floats = sight.quality if sight.side == WASHINGTON else sight.seen_quality
    return quality


def capacity_seen(sight: Sight) -> Floats:
    """Return the North's function as the side knows or estimates it, 0..1."""
    if sight.side == HANOI:
        return np.asarray((sight.function * FUNCTION_WEIGHTS).sum(axis=1))
    return np.minimum(sight.seen_capacity, 1.0)


def force_seen(sight: Sight) -> Floats:
    """Return Hanoi's main force in the South, thousands, as the side knows or estimates it."""
    force = sight.main_force if sight.side == HANOI else sight.seen_main_force
    return np.asarray(force.sum(axis=1))


def settled_worth(sight: Sight, positions: Floats | Ints) -> Floats:
    """Return what a settlement at ``positions`` (N, I) is worth, as a share of the side's aims."""
    footing = left_alone(sight.stability, sight.troops, positions, sight.tables)
    chance = holding(footing, quality_seen(sight), sight.detente, sight.opposition, positions)
    met = aims_met(positions, sight.tables)[:, sight.side]
    return np.asarray(met * (0.5 + 0.5 * chance))


def offered_worth(sight: Sight) -> Floats:
    """Return the worth of the package the enemy has tabled, -1 where there is none."""
    package = sight.tabled[:, sight.enemy]
    worth = settled_worth(sight, np.maximum(package, 0))
    return np.where(package[:, 0] == NO_TERMS, -1.0, worth)


def standing_positions(sight: Sight) -> Floats:
    """Return (N, I) where the five issues stand without a settlement, as the side sees them."""
    rung = sight.acts[:, WASHINGTON, slot_of(WASHINGTON, "bombing")]
    return standing_at(sight.troops, force_seen(sight), sight.stability, rung)


def calendar_worth(sight: Sight) -> Floats:
    """Return what an unsettled end would be worth, as a share of the side's aims."""
    return settled_worth(sight, standing_positions(sight)) * UNSETTLED


def waiting_cost(sight: Sight) -> Floats:
    """Return what a quarter's fighting costs the side, as a share of its aims."""
    constants = sight.tables.constants
    if sight.side == WASHINGTON:
        short = 0.5 * sight.opposition + 0.5 * (1.0 - sight.approval)
    else:
        short = 0.5 * (1.0 - sight.cohesion) + 0.5 * (1.0 - capacity_seen(sight))
        short = short + 0.5 * sight.detente
    rate = constants.war_cost[sight.side] + constants.war_cost_by_consent[sight.side] * short
    return np.asarray(rate + 0.1 * sight.strain)


def fighting_worth(sight: Sight, patience: Floats | float) -> Floats:
    """Return what fighting on is worth: the terms within reach, less what waiting costs.

    ``patience`` scales the dislike of waiting (1 as the rulebook, 0 none). As the calendar runs out
    the terms within reach give way to an unsettled end.
    """
    reachable = settled_worth(sight, sight.seen_terms)
    time = np.clip((sight.left - 1) / 6.0, 0.0, 1.0)  # six quarters are time enough to bargain
    later = reachable
    if (time < 1.0).any():
        later = time * reachable + (1.0 - time) * calendar_worth(sight)
    return np.asarray(later - patience * waiting_cost(sight))


def tempted(sight: Sight) -> Floats:
    """Return (N,) how likely the rule gives this government to escalate, as its price list shows:
    1 at half the usual price, 0 at twice."""
    highest = np.maximum(sight.reached, sight.reached_before)
    factor = shown_temptation(sight.side, sight.prices, highest, sight.in_force)
    constants = sight.tables.constants
    high, low = constants.temptation_high, constants.temptation_low
    return np.asarray(np.clip(np.log(factor / high) / np.log(low / high), 0.0, 1.0))


def at_table(sight: Sight) -> Masks:
    """Return whether the enemy's last posture was open in the model's sense."""
    return np.asarray(sight.openness[:, sight.enemy] >= 0.5)
