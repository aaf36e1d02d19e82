"""Resolve: one quarter of N wars, from both sides' orders to the next world.

The order of play: events; what both governments have decided; deployment and infiltration; the air
war; the ground war; demonstrations and what they show; postures, channels and what is read into
them; the table; what pressure breaks, and whether the patrons step in; home fronts and Saigon; the
end of the war; then what each side believes it sees, what the rule reads in the new state, the next
menu, how the quarter seems to have been taken, and what is asked next. Same world, orders, events
and luck: same result, to the bit.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.engine import menu, postures, prices
from game.engine.board import Floats, Ints, Masks
from game.engine.escalation import breaches, crowding, escalation, understanding_after
from game.engine.events import Events, happen
from game.engine.ladders import PUBLIC
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.rules import (
    air,
    brink,
    demonstration,
    deployment,
    dilemmas,
    ending,
    estimates,
    ground,
    home,
    inference,
    pressure,
    readings,
    table,
)
from game.engine.tables import Tables
from game.engine.world import World, choose, settle


@dataclass(frozen=True)
class Outcome:
    """What happened in a quarter of N wars; the raw material of reports, which show each side its
    own part. Men in thousands where a float, in men where an integer; S by side."""

    quarter: Ints
    moved: deployment.MenMoved
    raids: air.Raids
    fought: ground.Fighting
    offensive: demonstration.Offensive
    scale_seen: Floats  # (N, S)
    escalation: Floats  # (N, S)
    sitting: Masks
    leaked: Masks  # (N, S)
    broken: Masks  # (N, S) broke an understanding
    paid: Ints  # (N, S) points
    ended: Ints
    decided: dilemmas.Faced  # its points are part of ``paid``


def resolve(
    world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
) -> tuple[World, Outcome]:
    """Return the world a quarter later and what happened; an ended war stays as it is.

    ``orders`` must be legal and payable (``menu.refusals`` or ``menu.within_means`` saw to it).
    """
    begun, faced, luck = begin(world, orders, events, luck, tables)
    after, outcome = play((world, begun), orders, faced, luck, tables)
    after = choose(world.running, dilemmas.ask(after, tables), world)
    return after, replace(outcome, ended=after.ended)


def begin(
    world: World, orders: Orders, events: Events, luck: Luck, tables: Tables
) -> tuple[World, dilemmas.Faced, Luck]:
    """Return the world after the quarter's events and both governments' decisions, those, and the
    luck as they leave it."""
    return dilemmas.face(happen(world, events, luck, tables), orders, luck, tables)


def play(
    worlds: tuple[World, World], orders: Orders, faced: dilemmas.Faced, luck: Luck, tables: Tables
) -> tuple[World, Outcome]:
    """Return the world after the quarter, ready for the next, and what happened; nothing is asked
    yet, and wars that had ended go on. ``worlds``: as the quarter opened, and as it has begun."""
    opening, world = worlds
    bill = prices.price_paid(opening.prices, orders.rungs, opening.in_force)
    faced = dilemmas.afforded(faced, bill, opening.capital)
    paid = bill + faced.paid
    offensive = demonstration.mount(world, orders, tables)
    meant, mounted = demonstration.intensity(world, orders, offensive, tables)
    world, moved = deployment.deploy(world, orders, tables)
    world, raids = air.bomb(world, orders, luck, tables)
    world = air.cut_trail(world, orders, luck, tables)
    world, fought = ground.fight(world, orders, offensive, luck, tables)
    world = demonstration.spend(world, orders, offensive, tables)
    climbed = escalation(opening, orders)
    sitting, leaked = table.sit(orders), inference.leaks(world, orders, luck, tables)
    scale = demonstration.seen_scale(mounted, luck, tables)
    signals = inference.Signals(meant, scale, climbed, moved.withdrawn, leaked)
    world = inference.infer(world, orders, signals, tables)
    understanding = understanding_after(opening, orders, sitting)
    world = table.negotiate(world, orders, sitting, tables).with_(understanding=understanding)
    is_open = np.asarray(orders.open, dtype=np.float64)
    crowd = crowding(opening, orders)
    quarter = home.QuarterAtHome(moved, raids, fought, climbed, crowd, scale, paid)
    world = pressure.press(world, climbed, is_open, tables)
    world = brink.approach(world, orders, luck, tables)
    world = home.answer_at_home(world, orders, quarter, luck, tables)
    world = world.with_(payroll=world.capital - opening.capital + paid)
    world = table.expect(pressure.under_fire(world, climbed, sitting, tables), tables)
    settled, positions = table.accepted(opening, orders, paid)
    world = table.signed(world, orders, settled, tables)
    world = ending.conclude(world, settled, positions, luck, tables)
    world = remember(world, orders, climbed)
    world = brink.estimate(estimates.estimate(world, moved, luck, tables), luck, tables)
    world = prepare(world.with_(quarter=opening.quarter + 1), tables, opening)
    world = readings.take(world, opening, luck)
    broken = breaches(opening, orders)
    return world, Outcome(
        opening.quarter,
        moved,
        raids,
        fought,
        offensive,
        scale,
        climbed,
        sitting,
        leaked,
        broken,
        paid,
        world.ended,
        faced,
    )


def prepare(world: World, tables: Tables, opening: World | None = None) -> World:
    """Return the world ready for its quarter: settled, believed, read by the rule, with a menu.

    The last step of ``resolve``, where it is known with what the quarter opened, and the step that
    completes a start or an imagined world.
    """
    stored = settle(world, opening)
    world = inference.believe(stored, tables)  # consent included
    reading = postures.read(world, tables)
    return menu.offer(world.with_(**vars(reading)), tables)


def remember(world: World, orders: Orders, climbed: Floats) -> World:
    """Return the world with the rungs ordered, those that stand, and what the world saw of them."""
    return world.with_(
        in_force=menu.after(orders.rungs),
        reached=orders.rungs,
        reached_before=world.reached,
        acts=np.where(PUBLIC, orders.rungs, -1),
        escalation=climbed,
    )
