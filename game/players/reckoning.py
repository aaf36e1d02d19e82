"""What a government reckons from what it sees: worth of packages, of fighting on, of the moment.

The rulebook's own functions (``rules.worth``), asked with the side's estimates in the place of what
it cannot see. Used by the doctrines and the advisers; (N,) arrays unless said.
"""

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks, total
from game.engine.orders import NO_TERMS
from game.engine.prices import shown_temptation
from game.engine.rules.air import FUNCTION_WEIGHTS
from game.engine.rules.worth import (
    counted,
    emphasis,
    holding,
    left_alone,
    met_by,
    short_of_consent,
    short_of_strength,
    slid,
    waiting_at,
)
from game.engine.sight import Sight

TIME_TO_BARGAIN = 4.0  # quarters; Calibrated by hand: with less left, an unsettled end looms


def quality_seen(sight: Sight) -> Floats:
    """Return the quality of Saigon's forces as the side knows or estimates it."""
    quality: Floats = sight.quality if sight.side == WASHINGTON else sight.seen_quality
    return quality


def capacity_seen(sight: Sight) -> Floats:
    """Return the North's function as the side knows or estimates it, 0..1."""
    if sight.side == HANOI:
        return np.asarray(total(sight.function * FUNCTION_WEIGHTS))
    return np.minimum(sight.seen_capacity, 1.0)


def weighs(sight: Sight, side: int) -> Floats:
    """Return (N, I) how ``side`` weighs the issues: the own side's as it does, the enemy's as its
    packages have told."""
    tilt = sight.tilt if side == sight.side else sight.revealed[:, side]
    return emphasis(side, tilt, sight.opposition, sight.detente, sight.tables)


def chance_kept(sight: Sight, positions: Floats | Ints) -> Floats:
    """Return the chance that a settlement at ``positions`` (N, I) holds, by the side's papers."""
    footing = left_alone(sight.stability, sight.troops, positions, sight.tables)
    quality = quality_seen(sight)
    return holding(footing, quality, sight.detente, sight.opposition, positions, sight.tables)


def worth_to(sight: Sight, side: int, positions: Floats | Ints) -> Floats:
    """Return what a settlement at ``positions`` (N, I) is worth to ``side``, as a share of its
    aims: to oneself as one weighs it, to the enemy as it is read."""
    met = met_by(side, positions, weighs(sight, side), sight.tables)
    return counted(met, chance_kept(sight, positions), sight.tables)


def settled_worth(sight: Sight, positions: Floats | Ints) -> Floats:
    """Return what a settlement at ``positions`` (N, I) is worth, as a share of the side's aims."""
    return worth_to(sight, sight.side, positions)


def offered_worth(sight: Sight) -> Floats:
    """Return the worth of the package the enemy has tabled, as it would be kept if it were signed
    under the fire of today; -1 where there is none."""
    package = sight.tabled[:, sight.enemy]
    fire = sight.duress if sight.side == WASHINGTON else -sight.duress
    worth = settled_worth(sight, slid(np.maximum(package, 0), fire, sight.tables))
    return np.where(package[:, 0] == NO_TERMS, -1.0, worth)


def calendar_worth(sight: Sight) -> Floats:
    """Return what an unsettled end would be worth, as a share of the side's aims."""
    return settled_worth(sight, sight.seen_terms) * sight.tables.constants.unsettled


def waiting_cost(sight: Sight) -> Floats:
    """Return what a quarter's fighting costs the side, as a share of its aims."""
    if sight.side == WASHINGTON:
        short = short_of_consent(sight.opposition, sight.approval)
    else:
        left = capacity_seen(sight)
        short = short_of_strength(sight.cohesion, left, sight.detente, sight.tables)
    return waiting_at(sight.side, short, sight.strain, sight.tables)


def fighting_worth(sight: Sight, patience: Floats | float) -> Floats:
    """Return what fighting on is worth: the terms within reach, less what waiting costs.

    ``patience`` scales the dislike of waiting (1 as the rulebook, 0 none). As the calendar runs out
    the terms within reach give way to an unsettled end.
    """
    reachable = settled_worth(sight, sight.seen_terms)
    time = np.clip((sight.left - 1) / TIME_TO_BARGAIN, 0.0, 1.0)
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
