"""The table: leverage, the terms each side can expect, packages and what they tell, acceptance.

Leverage is one number in log-odds, positive when it favours Hanoi; each issue's expected position
follows it. How each side's hand is read weighs in it: a hand read as weak worsens the terms within
reach for years. What a package is worth, ``worth`` says. Each package that is tabled tells of what
its author privately cares for. An acceptance names the other's package of the end of last quarter;
it is never forced or undone.
"""

import numpy as np

from game.engine.board import HANOI, ISSUES, WASHINGTON, Floats, Ints, Masks, any_of, total, within
from game.engine.ladders import OPEN_FROM
from game.engine.orders import NO_TERMS, Orders
from game.engine.rules.air import capacity
from game.engine.rules.ground import balance_of_forces
from game.engine.rules.worth import FARTHEST, bonds, emphasis
from game.engine.tables import Tables
from game.engine.world import World

TOWARDS = np.array([1, -1])  # the way each side's package moves when it gives
LEAST_SHARE = 0.02  # of what can be given; so that a package of ideals has finite log-odds


def leverage(world: World, tables: Tables) -> Floats:
    """Return (N,) the balance of leverage in log-odds, positive for Hanoi."""
    constants = tables.constants
    balance = np.maximum(balance_of_forces(world), constants.attrition_counts)
    belief = log_odds(world.belief_resilient[:, HANOI])
    belief = belief - log_odds(world.belief_resilient[:, WASHINGTON])
    strain = world.strain[:, WASHINGTON] - world.strain[:, HANOI]
    broken = world.broken[:, WASHINGTON] - world.broken[:, HANOI]
    most = constants.reading_most
    read = within(world.postured, -most, most)
    return (
        constants.leverage_base
        + constants.leverage_by_reading * (read[:, HANOI] - read[:, WASHINGTON])
        + constants.leverage_by_broken * broken
        + constants.leverage_by_opposition * (world.opposition - constants.leverage_opposition)
        + constants.leverage_by_force * balance
        + constants.leverage_by_belief * belief
        + constants.leverage_by_strain * strain
        + constants.leverage_by_stability * (world.stability - constants.leverage_stability)
        + constants.leverage_by_capacity * (capacity(world.function) - constants.leverage_capacity)
        + constants.leverage_by_detente * world.detente
    )


def log_odds(share: Floats) -> Floats:
    """Return log(share / (1 - share)); ``share`` strictly inside (0, 1)."""
    return np.log(share / (1.0 - share))


def signed(world: World, orders: Orders, settled: Masks, tables: Tables) -> World:
    """Return the world with the duress that a settlement stands under: in full for who signed."""
    counts = np.where(orders.accept == 1, 1.0, tables.constants.duress_unsigned)
    return world.with_(duress=np.where(settled[:, None], counts, 1.0) * world.duress)


def within_reach(world: World, tables: Tables) -> Floats:
    """Return (N, I) the terms that the present leverage makes likely."""
    odds = leverage(world, tables)[:, None] + tables.constants.issue_offset
    return np.asarray(FARTHEST / (1.0 + np.exp(-odds)))


def expect(world: World, tables: Tables) -> World:
    """Return the world with the terms each side can expect moved towards the present leverage."""
    moved = tables.constants.expected_moves * (within_reach(world, tables) - world.expected)
    return world.with_(expected=within(world.expected + moved, 0, FARTHEST))


def sit(orders: Orders) -> Masks:
    """Return (N,) whether talks sit: both postures, as ordered, are open."""
    postures = orders.postures
    return (postures[:, WASHINGTON] >= OPEN_FROM) & (postures[:, HANOI] >= OPEN_FROM)


def negotiate(world: World, orders: Orders, sitting: Masks, tables: Tables) -> World:
    """Return the world with packages tabled, what they give and tell, and the quarters of talks
    counted."""
    new = orders.terms[:, :, 0] != NO_TERMS
    changed = new & any_of(orders.terms != world.tabled)
    return world.with_(
        tabled=np.where(new[:, :, None], orders.terms, world.tabled),
        tabled_in=np.where(changed, world.quarter[:, None], world.tabled_in),
        talking=np.where(sitting, world.talking + 1, 0),
        conceded=np.where(changed, given(world, orders), world.conceded),
        revealed=np.where(changed[:, :, None], told(world, orders, tables), world.revealed),
    )


def given(world: World, orders: Orders) -> Ints:
    """Return (N, S) the steps by which each side's new package comes towards the enemy, less those
    taken back; nought for a first one."""
    had = (world.tabled[:, :, 0] != NO_TERMS)[:, :, None]
    steps = total(np.where(had, orders.terms - world.tabled, 0))
    return steps * TOWARDS


def told(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N, S, I) what both sides' packages have told of their private weights, in log-odds,
    each with this quarter's package: old packages tell less."""
    constants, nothing = tables.constants, np.zeros_like(world.tilt[:, 0])
    public = [
        emphasis(side, nothing, world.opposition, world.detente, tables)
        for side in (WASHINGTON, HANOI)
    ]
    held = np.stack(
        [held_to(side, orders.terms[:, side], public, tables) for side in (WASHINGTON, HANOI)],
        axis=1,
    )
    fresh = constants.revealing * (1.0 - constants.revealed_kept) * held
    return constants.revealed_kept * world.revealed + fresh


def held_to(side: int, package: Ints, public: list[Floats], tables: Tables) -> Floats:
    """Return (N, I) on which issues ``package`` (N, I) holds more than the ``public`` weights of
    both sides would have a package of its generosity hold, in shares; sums to nought.

    A package that trades well gives on an issue by the ratio of what it is worth to the enemy and
    to oneself; what differs from that tells of private weights. Nought where all or nothing is
    asked.
    """
    share = np.maximum(package, 0) / FARTHEST
    generous = within(total(share) / len(ISSUES), LEAST_SHARE, 1.0 - LEAST_SHARE)[:, None]
    ours, theirs = (np.stack(bonds(who, share, tables), axis=1) for who in (WASHINGTON, HANOI))
    odds = np.log(public[HANOI] * theirs) - np.log(public[WASHINGTON] * ours)
    odds = odds - (total(odds) / len(ISSUES))[:, None]
    likely = 1.0 / (1.0 + np.exp(-(log_odds(generous) + odds)))
    gap = (share - likely) * generous * (1.0 - generous)
    gap = gap - (total(gap) / len(ISSUES))[:, None]
    return np.asarray(gap * -TOWARDS[side])


def accepted(world: World, orders: Orders, paid: Ints) -> tuple[Masks, Ints]:
    """Return (N,) whether the war is settled and (N, I) at which positions.

    ``world`` is the state with which the quarter opened, so the packages are those of the end of
    last quarter. A signature counts only where what is left after ``paid`` (N, S) covers its price
    at home (``signing``). If both accept, the mean holds, each issue rounded toward the side with
    the higher political capital.
    """
    theirs, both_tabled = world.tabled[:, ::-1], (world.tabled[:, 0], world.tabled[:, 1])
    takes = (orders.accept == 1) & (theirs[:, :, 0] != NO_TERMS)
    takes = takes & (world.capital - paid >= world.signing)
    low, high = np.minimum(*both_tabled), np.maximum(*both_tabled)
    for_washington = world.capital[:, WASHINGTON] >= world.capital[:, HANOI]
    both = low + high
    mean = np.where(for_washington[:, None], both // 2, -(-both // 2))
    one = np.where(takes[:, :1], theirs[:, 0], theirs[:, 1])
    positions = np.where((takes[:, :1] & takes[:, 1:]), mean, one)
    return any_of(takes), positions
