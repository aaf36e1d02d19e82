"""Pressure: what an escalation does to the state it is meant for, and to the one that escalates.

A state of resilience r gives way to a full escalation in the share ``1 - r``, and withstands it in
the share ``r``. What gives way stays broken for years: cohesion, consent, an ally's footing, and
the terms within reach. What withstands costs whoever pressed: credit, consent or cohesion, and
something of its own terms. So to press the weak pays and to press the resilient does not, and which
it is nobody is told. Strain is the quick part of the same: felt for a year, and sated.
Drift: strain and what is broken fade.
Left out: chance. The share is taken as it is and not drawn, so that one quarter's dice do not
decide a war of eight years.
"""

import numpy as np

from game.engine.board import FULL_PURSE, HANOI, WASHINGTON, Floats, Masks, within
from game.engine.tables import Tables
from game.engine.world import World


def withstand(world: World, tables: Tables) -> Floats:
    """Return (N, S) the share of an escalation that each side withstands, by its resilience."""
    constants = tables.constants
    return np.where(world.resilience == 1, constants.withstand_high, constants.withstand_low)


def press(world: World, climbed: Floats, is_open: Floats, tables: Tables) -> World:
    """Return the world after both sides' escalations have told on both.

    ``climbed`` (N, S) is how far each side escalated, ``is_open`` (N, S) 1 where its posture was
    open: a state escalated against at the table is put under duress there, and breaks the less.
    """
    world = strain(world, climbed, is_open, tables)
    full = np.where(climbed >= 1.0, 1.0, 0.0)
    eased = 1.0 + tables.constants.strain_at_table * is_open
    world = give_way(world, full[:, ::-1] * eased, tables)
    return rebuff(world, full * eased[:, ::-1], tables)


def strain(world: World, climbed: Floats, is_open: Floats, tables: Tables) -> World:
    """Return the world with each side's strain after the enemy's escalation.

    Who is under strain already is strained the less by more of it: the first blows tell.
    """
    constants = tables.constants
    suffered = climbed[:, ::-1] * (1.0 - withstand(world, tables))
    suffered = suffered * (1.0 + constants.strain_at_table * is_open)
    suffered = suffered * (1.0 - constants.strain_sated * world.strain)
    return world.with_(strain=constants.strain_kept * world.strain + constants.strained * suffered)


def give_way(world: World, pressed: Floats, tables: Tables) -> World:
    """Return the world with what breaks in each side that is ``pressed`` (N, S), 0..1."""
    constants = tables.constants
    broken = constants.gives_way * pressed * (1.0 - withstand(world, tables))
    american, hanoi = broken[:, WASHINGTON], broken[:, HANOI]
    return world.with_(
        broken=constants.broken_kept * world.broken + broken,
        cohesion=within(world.cohesion - constants.broken_cohesion * hanoi, 0.0, 1.0),
        approval=within(world.approval - constants.broken_approval * american, 0.0, 1.0),
        stability=within(world.stability - constants.broken_stability * american, 0.0, 1.0),
    )


def rebuff(world: World, pressing: Floats, tables: Tables) -> World:
    """Return the world with what it costs each side that is ``pressing`` (N, S), 0..1, that the
    enemy withstands it."""
    constants = tables.constants
    failed = constants.rebuffed * pressing * withstand(world, tables)[:, ::-1]
    american, hanoi = failed[:, WASHINGTON], failed[:, HANOI]
    return world.with_(
        broken=world.broken + constants.rebuffed_broken * failed,
        capital=within(world.capital - constants.rebuffed_capital * failed, 0.0, FULL_PURSE),
        dissent=world.dissent + constants.rebuffed_dissent * american,
        cohesion=within(world.cohesion - constants.rebuffed_cohesion * hanoi, 0.0, 1.0),
    )


def breaking(world: World, side: int, tables: Tables) -> Floats:
    """Return (N,) how far strain exceeds what a resilient state is ever put under.

    Below the threshold a government bends; above it, which only a state of low resilience knows,
    it breaks: consent and cohesion go within a year or so.
    """
    return np.maximum(world.strain[:, side] - tables.constants.strain_borne[side], 0.0)


def under_fire(world: World, climbed: Floats, sitting: Masks, tables: Tables) -> World:
    """Return the world with how far each side talks under fire, after the quarter.

    ``climbed`` (N, S) is how far each side escalated. Whoever escalates in full while talks sit
    puts the other under duress: that is the model's k.
    """
    under = (climbed >= 1.0)[:, ::-1] & sitting[:, None]
    kept = tables.constants.duress_kept
    return world.with_(duress=kept * world.duress + (1.0 - kept) * under)
