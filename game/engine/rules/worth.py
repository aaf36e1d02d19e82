"""What a settlement is worth: weights, bonds between issues, whether it holds, what waiting costs.

The one place for it: the rulebook asks with the true state, players and advisers with what their
side sees (``game.players.reckoning``). A package is worth the share of a side's aims that it
grants, times a half plus half the chance that it holds. Fighting on is worth what can be expected
later, less what the waiting costs. Shares are 0..1, positions 0 (Washington's) to 3 (Hanoi's).
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import (
    HANOI,
    WASHINGTON,
    Floats,
    Ints,
    Masks,
    by_side,
    total,
    within,
)
from game.engine.orders import NO_TERMS
from game.engine.rules.air import capacity
from game.engine.rules.ground import FULL_TROOPS
from game.engine.tables import Tables
from game.engine.world import World

FARTHEST = 3  # the position of Hanoi's ideal; Washington's is 0
FORCES, ARMY, SAIGON, BOMBING, PRISONERS = range(5)
SIGNS = np.eye(2, dtype=bool)
"""(S, S) who signs when side s takes the other's package."""


@dataclass(frozen=True)
class Worth:
    """What each side would get, (N, S): the enemy's package and fighting on, as shares of aims.

    ``offered`` is minus one where the enemy has tabled nothing.
    """

    offered: Floats
    fighting: Floats


def emphasis(
    side: int, tilt: Floats, opposition: Floats, detente: Floats, tables: Tables
) -> Floats:
    """Return (N, I) how ``side`` weighs the five issues, each row summing to 1.

    What it said it fought for (the campaign's weights), drawn towards what is left of it as the
    country tires (``opposition``, Washington) or the patrons turn away (``detente``, Hanoi), and
    tilted by ``tilt`` (N, I) log-odds as it privately is.
    """
    constants = tables.constants
    if side == WASHINGTON:
        first, last = constants.late_opposition
        late = within((opposition - first) / (last - first), 0.0, 1.0)
        aim = constants.late_washington
    else:
        late, aim = detente, constants.late_hanoi
    said = tables.scoring.issue_weights[side]
    weights = (said + late[:, None] * (aim - said)) * np.exp(tilt)
    return np.asarray(weights / total(weights)[:, None])


def emphases(world: World, tables: Tables) -> Floats:
    """Return (N, S, I) how both sides weigh the issues, private tilts included."""
    return np.stack(
        [
            emphasis(side, world.tilt[:, side], world.opposition, world.detente, tables)
            for side in (WASHINGTON, HANOI)
        ],
        axis=1,
    )


def bonds(side: int, share: Floats, tables: Tables) -> tuple[Floats, ...]:
    """Return, issue by issue (N,), the part of it that counts for ``side`` beside the other issues.

    ``share`` (N, I) is how far each position stands towards Hanoi's ideal, 0..1. A northern army in
    place counts once American forces are gone; power in Saigon by whose army stays; a halt of the
    bombing by whose army is to be supplied; prisoners while there are forces still to go.
    """
    constants = tables.constants
    still_there, withdrawn = 1.0 - share[:, FORCES], 1.0 - share[:, ARMY]
    free = share[:, FORCES] if side == HANOI else still_there
    return (
        np.ones_like(withdrawn),
        1.0 - constants.bound_army[side] * still_there,
        1.0 - constants.bound_coalition[side] * withdrawn,
        1.0 - constants.bound_bombing[side] * withdrawn,
        1.0 - constants.bound_prisoners[side] * free,
    )


def met_by(side: int, positions: Floats | Ints, weights: Floats, tables: Tables) -> Floats:
    """Return (N,) the share of ``side``'s aims that ``positions`` (N, I) grant at ``weights``.

    The first step away from an ideal costs little and the last most, so that there is something to
    trade on every issue; issues are bound together (``bonds``); and the whole is more than the sum
    of its parts (``aims_power``). An ideal on every issue meets all.
    """
    constants, share = tables.constants, positions / FARTHEST
    moved = share * share if side == WASHINGTON else (2.0 - share) * share
    counts = weights * moved
    gone = np.zeros(len(share))
    for issue, part in enumerate(bonds(side, share, tables)):
        gone = gone + counts[:, issue] * part
    if side == WASHINGTON:
        met = 1.0 - gone
    else:
        met = gone / (1.0 - constants.bound_prisoners[side] * weights[:, PRISONERS])
    return np.asarray(np.maximum(met, 0.0) ** constants.aims_power[side])


def aims_met(positions: Floats | Ints, weights: Floats, tables: Tables) -> Floats:
    """Return (N, S) the share of each side's aims that ``positions`` (N, I) grant; ``weights`` is
    (N, S, I)."""
    both: Floats = by_side(
        met_by(WASHINGTON, positions, weights[:, WASHINGTON], tables),
        met_by(HANOI, positions, weights[:, HANOI], tables),
    )
    return both


def holds(world: World, positions: Floats | Ints, tables: Tables) -> Floats:
    """Return (N,) the chance that a settlement at ``positions`` (N, I) holds two years on."""
    footing = left_alone(world.stability, world.troops, positions, tables)
    return holding(footing, world.quality, world.detente, world.opposition, positions, tables)


def left_alone(
    stability: Floats, troops: Floats, positions: Floats | Ints, tables: Tables
) -> Floats:
    """Return (N,) Saigon's stability once the Americans have gone as far as ``positions`` (N, I)
    send them: what their ``troops`` (thousands) lent it goes with them."""
    lent = tables.constants.stability_by_troops * np.minimum(troops / FULL_TROOPS, 1.0)
    return stability - lent * positions[:, FORCES] / FARTHEST


def holding(
    footing: Floats,
    quality: Floats,
    detente: Floats,
    opposition: Floats,
    positions: Floats | Ints,
    tables: Tables,
) -> Floats:
    """Return (N,) the chance that a settlement at ``positions`` (N, I) holds, from shares (N,).

    It falls with Saigon's weakness, left alone, and with a northern army left free to reinforce,
    and rises with what each side would lose by breaking it: American air power within reach, and
    patrons who have other business. Calibrated by hand: about one half for the Paris Agreement.
    """
    constants = tables.constants
    odds = (
        constants.holds_base
        + constants.holds_by_footing * (footing - 1 / 2)
        + constants.holds_by_quality * (quality - constants.holds_quality)
        + constants.holds_by_army * (positions[:, ARMY] - 1.0)
        + constants.holds_by_coalition * (positions[:, SAIGON] - 1.0)
        + constants.holds_by_detente * detente
        + constants.holds_by_consent * (1.0 - opposition)
    )
    return 1.0 / (1.0 + np.exp(-odds))


def counted(met: Floats, chance: Floats, tables: Tables) -> Floats:
    """Return what aims ``met`` are worth where they hold with ``chance``: shares of like shape."""
    sure = tables.constants.kept_at_least
    return met * (sure + (1.0 - sure) * chance)


def as_kept(world: World, positions: Floats | Ints, signs: Masks, tables: Tables) -> Floats:
    """Return (N, I) how ``positions`` (N, I) would be kept, were they signed now by ``signs`` (S,).

    The duress of a side that had tabled the terms and does not sign counts by ``duress_unsigned``.
    """
    pressed = world.duress * np.where(signs, 1.0, tables.constants.duress_unsigned)
    return slid(positions, pressed[:, WASHINGTON] - pressed[:, HANOI], tables)


def slid(positions: Floats | Ints, duress: Floats, tables: Tables) -> Floats:
    """Return (N, I) ``positions`` (N, I) as the stronger reads what is signed under fire.

    ``duress`` (N,) is Washington's less Hanoi's, -1..1: each issue slides towards the side that is
    escalating, by up to ``duress_slide`` of what is left.
    """
    slide = (tables.constants.duress_slide * duress)[:, None]
    return positions + slide * np.where(slide > 0.0, FARTHEST - positions, positions)


def value(world: World, positions: Floats | Ints, tables: Tables) -> Floats:
    """Return (N, S) what a settlement at ``positions`` (N, I) is worth to each side."""
    chance = holds(world, positions, tables)[:, None]
    return counted(aims_met(positions, emphases(world, tables), tables), chance, tables)


def worth(world: World, tables: Tables) -> Worth:
    """Return what the enemy's package and fighting on are worth to each side, (N, S)."""
    offered = []
    for side in (WASHINGTON, HANOI):
        package = world.tabled[:, 1 - side]
        kept = as_kept(world, np.maximum(package, 0), SIGNS[side], tables)
        worth_it = value(world, kept, tables)[:, side]
        offered.append(np.where(package[:, 0] == NO_TERMS, -1.0, worth_it))
    later = value(world, world.expected, tables)
    return Worth(np.stack(offered, axis=1), later - waiting(world, tables))


def short_of_consent(opposition: Floats, approval: Floats) -> Floats:
    """Return (N,) how short Washington is of consent, 0..1: half opposition, half disapproval."""
    return (opposition + (1.0 - approval)) / 2


def short_of_strength(cohesion: Floats, left: Floats, detente: Floats, tables: Tables) -> Floats:
    """Return (N,) how short Hanoi is of what it takes to go on, from its ``cohesion``, what is
    ``left`` of the North's function, and detente; 0..1.5."""
    effort = ((1.0 - cohesion) + (1.0 - left)) / 2
    return effort + tables.constants.war_cost_by_detente * detente


def waiting_at(side: int, short: Floats, strain: Floats, tables: Tables) -> Floats:
    """Return (N,) what fighting on costs ``side`` before terms can be had, as a share of its aims,
    when it is ``short`` and under ``strain``."""
    constants = tables.constants
    rate = constants.war_cost[side] + constants.war_cost_by_consent[side] * short
    return rate + constants.war_cost_by_strain * strain


def waiting(world: World, tables: Tables) -> Floats:
    """Return (N, S) what fighting on costs a side before terms can be had, as a share of aims."""
    consent = short_of_consent(world.opposition, world.approval)
    effort = short_of_strength(world.cohesion, capacity(world.function), world.detente, tables)
    both: Floats = by_side(
        waiting_at(WASHINGTON, consent, world.strain[:, WASHINGTON], tables),
        waiting_at(HANOI, effort, world.strain[:, HANOI], tables),
    )
    return both
