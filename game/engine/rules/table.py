"""The table: leverage, the terms each side can expect, what a package is worth, and acceptance.

Leverage is one number in log-odds, positive when it favours Hanoi; each issue's expected position
follows it. A package is worth the weighted share of a side's aims that it grants, times the chance
that it holds; fighting on is worth what can be expected later, less what the waiting costs.
An acceptance names the other's package of the end of last quarter; it is never forced or undone.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks, any_of, by_side, total, within
from game.engine.ladders import OPEN_FROM
from game.engine.orders import NO_TERMS, Orders
from game.engine.rules.air import capacity
from game.engine.rules.ground import FULL_TROOPS, balance_of_forces
from game.engine.tables import Tables
from game.engine.world import World

SIGNS = np.eye(2, dtype=bool)
"""(S, S) who signs when side s takes the other's package."""


@dataclass(frozen=True)
class Worth:
    """What each side would get, (N, S): the enemy's package and fighting on, as shares of aims.

    ``offered`` is minus one where the enemy has tabled nothing.
    """

    offered: Floats
    fighting: Floats


def leverage(world: World, tables: Tables) -> Floats:
    """Return (N,) the balance of leverage in log-odds, positive for Hanoi."""
    constants = tables.constants
    balance = np.maximum(balance_of_forces(world), constants.attrition_counts)
    belief = log_odds(world.belief_resilient[:, HANOI])
    belief = belief - log_odds(world.belief_resilient[:, WASHINGTON])
    strain = world.strain[:, WASHINGTON] - world.strain[:, HANOI]
    return (
        constants.leverage_base
        + constants.leverage_by_opposition * (world.opposition - 0.45)
        + constants.leverage_by_force * balance
        + constants.leverage_by_belief * belief
        + constants.leverage_by_strain * strain
        + constants.leverage_by_stability * (world.stability - 0.55)
        + constants.leverage_by_capacity * (capacity(world.function) - 0.75)
        + constants.leverage_by_detente * world.detente
    )


def log_odds(share: Floats) -> Floats:
    """Return log(share / (1 - share)); ``share`` strictly inside (0, 1)."""
    return np.log(share / (1.0 - share))


def signed(world: World, orders: Orders, settled: Masks, tables: Tables) -> World:
    """Return the world with the duress that a settlement stands under: in full for who signed."""
    counts = np.where(orders.accept == 1, 1.0, tables.constants.duress_unsigned)
    return world.with_(duress=np.where(settled[:, None], counts, 1.0) * world.duress)


def expect(world: World, tables: Tables) -> World:
    """Return the world with the terms each side can expect moved towards the present leverage."""
    constants = tables.constants
    odds = leverage(world, tables)[:, None] + constants.issue_offset
    target = 3.0 / (1.0 + np.exp(-odds))
    moved = constants.expected_moves * (target - world.expected)
    return world.with_(expected=within(world.expected + moved, 0.0, 3.0))


def press_at_table(world: World, climbed: Floats, sitting: Masks, tables: Tables) -> World:
    """Return the world with how far each side talks under fire, after the quarter.

    ``climbed`` (N, S) is how far each side escalated. Whoever escalates in full while talks sit
    puts the other under duress: that is the model's k.
    """
    under = (climbed >= 1.0)[:, ::-1] & sitting[:, None]
    kept = tables.constants.duress_kept
    return world.with_(duress=kept * world.duress + (1.0 - kept) * under)


def as_kept(world: World, positions: Floats | Ints, signs: Masks, tables: Tables) -> Floats:
    """Return (N, I) how ``positions`` (N, I) would be kept, were they signed now by ``signs`` (S,).

    What is signed under fire is kept as the stronger reads it: each issue slides towards the side
    that is escalating, by up to ``duress_slide`` of what is left. The duress of a side that had
    tabled the terms and does not sign counts by ``duress_unsigned``.
    """
    pressed = world.duress * np.where(signs, 1.0, tables.constants.duress_unsigned)
    under = pressed[:, WASHINGTON, None] - pressed[:, HANOI, None]
    slide = tables.constants.duress_slide * under
    room = np.where(slide > 0.0, 3.0 - positions, positions)
    return positions + slide * room


def aims_met(positions: Floats | Ints, tables: Tables) -> Floats:
    """Return (N, S) the weighted share of each side's aims that ``positions`` (N, I) grant."""
    share = positions / 3.0
    weights = tables.scoring.issue_weights
    washington = total((1.0 - share) * weights[WASHINGTON])
    hanoi = total(share * weights[HANOI])
    both: Floats = by_side(washington, hanoi)
    return both


def holds(world: World, positions: Floats | Ints, tables: Tables) -> Floats:
    """Return (N,) the chance that a settlement at ``positions`` (N, I) holds two years on."""
    footing = left_alone(world.stability, world.troops, positions, tables)
    return holding(footing, world.quality, world.detente, world.opposition, positions)


def left_alone(
    stability: Floats, troops: Floats, positions: Floats | Ints, tables: Tables
) -> Floats:
    """Return (N,) Saigon's stability once the Americans have gone as far as ``positions`` (N, I)
    send them: what their ``troops`` (thousands) lent it goes with them."""
    lent = tables.constants.stability_by_troops * np.minimum(troops / FULL_TROOPS, 1.0)
    return stability - lent * positions[:, 0] / 3.0


def holding(
    footing: Floats, quality: Floats, detente: Floats, opposition: Floats,
    positions: Floats | Ints,
) -> Floats:  # fmt: skip
    """Return (N,) the chance that a settlement at ``positions`` (N, I) holds, from shares (N,).

    It falls with Saigon's weakness, left alone, and with a northern army left free to reinforce,
    and rises with what each side would lose by breaking it: American air power within reach, and
    patrons who have other business. Calibrated by hand: about one half for the Paris Agreement.
    """
    stands = 2.0 * (footing - 0.5) + 1.5 * (quality - 0.45)
    army = -0.5 * (positions[:, 1] - 1.0)
    coalition = 0.25 * (positions[:, 2] - 1.0)
    deterred = 0.8 * detente + 0.5 * (1.0 - opposition)
    return 1.0 / (1.0 + np.exp(-(0.2 + stands + army + coalition + deterred)))


def value(world: World, positions: Floats | Ints, tables: Tables) -> Floats:
    """Return (N, S) what a settlement at ``positions`` (N, I) is worth to each side."""
    chance = holds(world, positions, tables)[:, None]
    return aims_met(positions, tables) * (0.5 + 0.5 * chance)


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


def waiting(world: World, tables: Tables) -> Floats:
    """Return (N, S) what fighting on costs a side before terms can be had, as a share of aims."""
    constants = tables.constants
    consent = 0.5 * world.opposition + 0.5 * (1.0 - world.approval)
    effort = 0.5 * (1.0 - world.cohesion) + 0.5 * (1.0 - capacity(world.function))
    short = by_side(consent, effort + 0.5 * world.detente)
    return constants.war_cost + constants.war_cost_by_consent * short + 0.1 * world.strain


def sit(orders: Orders) -> Masks:
    """Return (N,) whether talks sit: both postures, as ordered, are open."""
    postures = orders.postures
    return (postures[:, WASHINGTON] >= OPEN_FROM) & (postures[:, HANOI] >= OPEN_FROM)


def negotiate(world: World, orders: Orders, sitting: Masks) -> World:
    """Return the world with packages tabled, offers laid and the quarters of talks counted."""
    new = orders.terms[:, :, 0] != NO_TERMS
    changed = new & any_of(orders.terms != world.tabled)
    return world.with_(
        tabled=np.where(new[:, :, None], orders.terms, world.tabled),
        tabled_in=np.where(changed, world.quarter[:, None], world.tabled_in),
        talking=np.where(sitting, world.talking + 1, 0),
    )


def accepted(world: World, orders: Orders) -> tuple[Masks, Ints]:
    """Return (N,) whether the war is settled and (N, I) at which positions.

    ``world`` is the state with which the quarter opened, so the packages are those of the end of
    last quarter. If both accept, the mean holds, each issue rounded toward the side with the
    higher political capital.
    """
    theirs, both_tabled = world.tabled[:, ::-1], (world.tabled[:, 0], world.tabled[:, 1])
    takes = (orders.accept == 1) & (theirs[:, :, 0] != NO_TERMS)
    low, high = np.minimum(*both_tabled), np.maximum(*both_tabled)
    for_washington = world.capital[:, WASHINGTON] >= world.capital[:, HANOI]
    total = low + high
    mean = np.where(for_washington[:, None], total // 2, -(-total // 2))
    one = np.where(takes[:, :1], theirs[:, 0], theirs[:, 1])
    positions = np.where((takes[:, :1] & takes[:, 1:]), mean, one)
    return any_of(takes), positions
