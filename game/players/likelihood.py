"""How well each imagined world foretold what was then seen: log-likelihoods, (N,) a quarter.

Estimates carry the rulebook's own noise, widened (``SLACK``) because a few hundred particles never
lie exactly on the truth. Postures and escalations speak through the rule's quantal response at
the particle's own state, at a weight below one: a government is not the rule.
"""

from typing import Any

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints
from game.engine.ladders import OPEN_FROM, PUBLIC, USED, slot_of
from game.engine.resolve import Outcome
from game.engine.rules.air import capacity
from game.engine.rules.estimates import hoped
from game.engine.rules.table import held_to
from game.engine.rules.worth import emphasis
from game.engine.tables import Tables
from game.engine.view import Report, View
from game.engine.world import World

SLACK = 1.6  # times the rulebook's noise; Calibrated on the spread of particles about the truth
RULE_WEIGHT = 0.35  # of a full step of Bayes; Calibrated by hand, the prototype's .34 (docs/war.md)
PACKAGE_NOISE = 0.04  # shares; a package is also tactics; Calibrated by hand
DOCTRINE_WEIGHT = 0.25  # log-likelihood lost a rung off a doctrine's order; Calibrated by hand
DOCTRINE_FLOOR = 2.0  # no quarter tells more against a doctrine than this; Calibrated by hand
PRICE_NOISE = 2.0  # points; the price shown is the trace of the other side's reading
TEMPO_NOISE = 0.20  # lognormal; what a front's reports are worth


def _normal(difference: Any, spread: Any) -> Floats:
    """Return the log-density of ``difference`` (N, ...), summed over what follows N."""
    told = -0.5 * np.square(difference / spread) - np.log(spread)
    told = np.maximum(told, -8.0)  # one odd figure must not decide alone
    return np.asarray(told if told.ndim == 1 else told.sum(axis=tuple(range(1, told.ndim))))


def _ratio(seen: Any, true: Any, spread: Any) -> Floats:
    """Return the log-likelihood of an estimate with lognormal error."""
    seen = np.maximum(np.asarray(seen, dtype=np.float64), 1e-3)
    return _normal(np.log(seen) - np.log(np.maximum(true, 1e-3)), spread)


def estimates(after: World, outcome: Outcome, view: View, tables: Tables) -> Floats:
    """Return how well the imagined worlds ``after`` a quarter foretell the view's estimates."""
    if view.side == WASHINGTON:
        return _of_hanoi(after, outcome, view, tables)
    return _of_saigon(after, view, tables)


def _of_hanoi(after: World, outcome: Outcome, view: View, tables: Tables) -> Floats:
    constants = tables.constants
    blur = SLACK * (constants.noise_force + constants.noise_preparing * after.preparation)
    share = SLACK * constants.noise_share * np.ones(len(after))
    told = _ratio(view.seen_main_force, after.main_force, blur[:, None])
    told = told + _ratio(view.seen_guerrillas.sum(), after.guerrillas.sum(axis=1), blur)
    flow = np.maximum(outcome.moved.infiltrated, 0.5)
    told = told + _ratio(max(float(view.seen_infiltration), 0.5), flow, blur)
    told = told + _ratio(view.seen_throughput, after.throughput, share)
    told = told + _ratio(view.seen_capacity, capacity(after.function), share)
    return told + _ratio(view.seen_cohesion, after.cohesion, 2.0 * share)


def _of_saigon(after: World, view: View, tables: Tables) -> Floats:
    share = SLACK * tables.constants.noise_share * np.ones(len(after))
    told = _ratio(view.seen_quality, after.quality, share)
    told = told + _ratio(view.seen_control.mean(), after.control.mean(axis=1), share)
    return told + _ratio(view.seen_reserve, after.reserve, share)


def terms(after: World, view: View, tables: Tables) -> Floats:
    """Return how well the imagined balance of leverage, bent by hope, foretells the advisers'
    terms."""
    bent = hoped(after, tables)[:, view.side]
    gap = (view.seen_terms - bent).mean(axis=1)  # one error is common to all issues
    return _normal(gap, SLACK * tables.constants.noise_terms)


def events_of_war(outcome: Outcome, told: Report) -> Floats:
    """Return how well the imagined quarter foretells its fighting, as reported."""
    pace = np.maximum(outcome.fought.tempo, 1e-3)
    found = _ratio(told.tempo, pace, TEMPO_NOISE)
    found = found + _ratio(max(told.us_deaths, 1), outcome.fought.us_deaths + 1.0, TEMPO_NOISE)
    found = found + _ratio(max(told.deaths_claimed, 1), outcome.fought.claimed + 1.0, TEMPO_NOISE)
    scale = told.offensive_scale - outcome.scale_seen[:, HANOI]
    return found + _normal(scale, 0.15 * np.ones(len(pace)))


def posture(before: World, enemy: int, shown: int) -> Floats:
    """Return how likely the rule makes the posture rung the enemy showed, by its imagined type."""
    high = before.resilience[:, enemy] == 1
    chance = np.where(high, before.open_high[:, enemy], before.open_low[:, enemy])
    chance = np.clip(chance, 0.02, 0.98)
    return np.asarray(RULE_WEIGHT * np.log(chance if shown >= OPEN_FROM else 1.0 - chance))


def answer(before: World, enemy: int, climbed: Floats) -> Floats:
    """Return how likely the rule makes the enemy's escalating or holding, by its imagined nerve.

    ``climbed`` (N,) is how far its orders escalated, 0..1, as an answer to one's own posture.
    """
    own = 1 - enemy
    is_open = before.openness[:, own] >= 0.5
    dove = np.where(is_open, before.dove_open[:, own], before.dove_closed[:, own])
    hawk = np.where(is_open, before.hawk_open[:, own], before.hawk_closed[:, own])
    chance = np.clip(np.where(before.nerve[:, enemy] == 1, dove, hawk), 0.02, 0.98)
    told = climbed * np.log(chance) + (1.0 - climbed) * np.log(1.0 - chance)
    return np.asarray(RULE_WEIGHT * told)


def doctrine(expected: Ints, shown: Ints, enemy: int) -> Floats:
    """Return how well each particle's doctrine foretold the enemy's public rungs.

    ``expected`` (N, L) is what it would have ordered, ``shown`` (L,) the acts; -1 where secret.
    """
    counts = PUBLIC[enemy] & USED[enemy] & (shown >= 0)
    for name in ("message", "deadline"):
        counts = counts & (np.arange(len(shown)) != slot_of(enemy, name))
    off = np.minimum(np.abs(expected - shown), 2)[:, counts].sum(axis=1)
    return np.asarray(-np.minimum(DOCTRINE_WEIGHT * off, DOCTRINE_FLOOR))


def package(after: World, enemy: int, terms: Ints, tables: Tables) -> Floats:
    """Return how well each particle's private weights foretell what the enemy's package ``terms``
    (I,) holds to."""
    tilts = [after.tilt[:, side] * (side == enemy) for side in (WASHINGTON, HANOI)]
    public = [
        emphasis(side, tilt, after.opposition, after.detente, tables)
        for side, tilt in enumerate(tilts)
    ]
    gap = held_to(enemy, np.repeat(terms[None], len(after), axis=0), public, tables)
    return np.asarray(-0.5 * np.square(gap / PACKAGE_NOISE).sum(axis=1))


def prices(after: World, view: View) -> Floats:
    """Return how well the imagined reading foretells the prices the side was shown."""
    gap = np.abs(after.prices[:, view.side] - view.prices).max(axis=1)
    return _normal(gap.astype(np.float64), PRICE_NOISE * np.ones(len(gap)))
