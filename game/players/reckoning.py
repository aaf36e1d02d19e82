"""What a government reckons from what it sees: worth of packages, of fighting on, of the moment.

The rulebook's own measures, with the side's estimates in the place of what it cannot see. Used by
the doctrines and the advisers; (N,) arrays unless said.
"""

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks
from game.engine.orders import NO_TERMS
from game.engine.prices import shown_temptation
from game.engine.rules.air import FUNCTION_WEIGHTS
from game.engine.score import UNSETTLED
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


def cohesion_seen(sight: Sight) -> Floats:
    """Return the Politburo's cohesion as the side knows or estimates it."""
    if sight.side == HANOI:
        return np.asarray(sight.cohesion)
    return np.minimum(sight.seen_cohesion, 1.0)


def aims(sight: Sight, positions: Floats | Ints) -> Floats:
    """Return the weighted share of the side's aims that ``positions`` (N, I) grant."""
    weights = sight.tables.scoring.issue_weights[sight.side]
    share = positions / 3.0
    return np.asarray(((1.0 - share if sight.side == WASHINGTON else share) * weights).sum(axis=1))


def holding(sight: Sight, positions: Floats | Ints) -> Floats:
    """Return the chance that a settlement holds, as the side can reckon it (rules.table.holds)."""
    stands = 2.0 * (sight.stability - 0.5) + 1.5 * (quality_seen(sight) - 0.45)
    army = -0.5 * (positions[:, 1] - 1.0)
    coalition = 0.25 * (positions[:, 2] - 1.0)
    deterred = 0.8 * sight.detente + 0.5 * (1.0 - sight.opposition)
    return np.asarray(1.0 / (1.0 + np.exp(-(0.2 + stands + army + coalition + deterred))))


def settled_worth(sight: Sight, positions: Floats | Ints) -> Floats:
    """Return what a settlement at ``positions`` (N, I) is worth, as a share of the side's aims."""
    return aims(sight, positions) * (0.5 + 0.5 * holding(sight, positions))


def offered_worth(sight: Sight) -> Floats:
    """Return the worth of the package the enemy has tabled, -1 where there is none."""
    package = sight.tabled[:, sight.enemy]
    worth = settled_worth(sight, np.maximum(package, 0))
    return np.where(package[:, 0] == NO_TERMS, -1.0, worth)


def standing_positions(sight: Sight) -> Floats:
    """Return (N, I) where the five issues stand without a settlement, as the side sees them."""
    forces = 3.0 * (1.0 - np.minimum(sight.troops / 200.0, 1.0))
    army = 3.0 * np.minimum(force_seen(sight) / 150.0, 1.0)
    saigon = 3.0 * (1.0 - np.clip((sight.stability - 0.15) / 0.5, 0.0, 1.0))
    rung = sight.acts[:, WASHINGTON, 0]
    bombing = np.where(rung < 2, 2.0, np.where(rung == 2, 1.0, 0.0))
    return np.stack([forces, army, saigon, bombing, np.full(len(sight), 3.0)], axis=1)


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
