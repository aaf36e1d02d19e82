"""From the war to the posture game: the one place that builds its parameters.

Row s of every (N, S) array here is side s as *sender* of a posture; the other side is the
receiver, whose cost of escalating is ``c``. ``p`` is the receiver's belief that the sender is
highly resilient, ``nu`` the sender's belief that the receiver is a dove.
After Mastro and Siegel (2023); our own reconstruction, see docs/theory.md.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import WASHINGTON, Floats, by_side, total, within
from game.engine.rules.demonstration import world_effect
from game.engine.rules.ground import GUERRILLA_WEIGHT
from game.engine.rules.inference import burnt_of
from game.engine.tables import Tables
from game.engine.world import World
from game.theory.posture import PostureGame, solve

CLEAR = 1e-3  # war aims by which the clamped inequalities of the payoffs must hold
MILLION = 1e6  # the rule's probabilities are whole millionths


@dataclass(frozen=True)
class PostureReading:
    """The equilibrium with the state, rounded to 1e-6; (N, S) by sender.

    ``open_low`` and ``open_high``: probability of an open posture by type. ``escalate_*``: the
    receiver's probability of escalating after each posture, by its nerve and on average.
    """

    open_low: Floats
    open_high: Floats
    belief_open: Floats
    belief_closed: Floats
    escalate_open: Floats
    escalate_closed: Floats
    dove_open: Floats
    dove_closed: Floats
    hawk_open: Floats
    hawk_closed: Floats


def escalation_cost(world: World, tables: Tables) -> Floats:
    """Return (N, S) what an escalation would cost the enemy of each sender, in its war aims.

    Hanoi as sender faces Washington's cost: opposition above all, bombing already under way, less
    with detente. Washington as sender faces Hanoi's: its force spent, the trail cut, American
    firepower in the way.
    """
    constants = tables.constants
    washington = (
        constants.cost_washington
        + constants.cost_by_opposition * world.opposition
        + constants.cost_by_bombing * world_effect(world, tables)
        + constants.cost_by_detente * world.detente
    )
    force = total(world.main_force) + GUERRILLA_WEIGHT * total(world.guerrillas)
    hanoi = (
        constants.cost_hanoi
        + constants.cost_by_force * (1.0 - force / constants.force_full)
        + constants.cost_by_trail * (1.0 - world.throughput)
        + constants.cost_by_troops * np.minimum(world.troops / constants.troops_full, 1.0)
    )
    return by_side(hanoi, washington)


def face_saving(world: World, tables: Tables) -> Floats:
    """Return (N, S) what pauses and understandings add to the worth of talks; small by design."""
    paused = (world.acts[:, WASHINGTON, 0] == 0) & (world.troops > 0)
    constants = tables.constants
    eased = np.where(world.understanding > 0, 1.0, np.where(paused, constants.pause_eases, 0.0))
    return constants.face_saving * by_side(constants.washington_eased * eased, eased)


def guarantee(world: World, tables: Tables) -> Floats:
    """Return (N, S) the guarantee of the channel each side speaks by, weighed by its access.

    A guarantee lasts while the channel exists and has not leaked.
    """
    channels = tables.channels
    usable = channels.exist(world.quarter, world.channel)
    usable = usable * (1 - burnt_of(world, world.channel))
    weighed = channels.guarantee * np.minimum(channels.access[0], channels.access[1])
    return weighed.take(world.channel) * usable


def posture_game(world: World, tables: Tables) -> PostureGame:
    """Return the posture game of both directions, every array (N, S) by sender.

    The inequalities of the model (r_low w_low < k < r_high w_high, w_low <= w_high < v) are kept
    by clamping; ``clamped`` counts how often that is needed.
    """
    constants, shape = tables.constants, (len(world), 2)
    low, high = constants.withstand_low, constants.withstand_high
    war_low = np.full(shape, 1.0) * constants.war_worth_low
    war_high = np.full(shape, 1.0) * constants.war_worth_high
    talks = constants.talks_worth + face_saving(world, tables)
    talks = np.maximum(talks, war_high + CLEAR)
    duress = within(constants.duress, low * war_low + CLEAR, high * war_high - CLEAR)
    return PostureGame(
        belief_high=world.belief_resilient,
        belief_dove=world.belief_dove[:, ::-1],
        cost=escalation_cost(world, tables),
        cost_spread=constants.nerve_gap,
        withstand_low=low,
        withstand_high=high,
        stake=constants.stake,
        leverage=constants.leverage_at_table,
        hunger=np.zeros(1),
        guarantee=guarantee(world, tables),
        talks=talks,
        duress=duress,
        war_low=war_low,
        war_high=war_high,
        receiver_precision=constants.precision_receiver,
        sender_precision=constants.precision_sender,
    )


def clamped(world: World, tables: Tables) -> Floats:
    """Return (N, S) 1 where a payoff had to be clamped to keep the model's inequalities."""
    constants = tables.constants
    low = constants.withstand_low * constants.war_worth_low
    high = constants.withstand_high * constants.war_worth_high
    wrong = (constants.duress <= low) | (constants.duress >= high)
    return np.broadcast_to(wrong, (len(world), 2)).astype(np.float64)


def read(world: World, tables: Tables) -> PostureReading:
    """Return what the rule predicts from the state with which the quarter opens."""
    found = solve(posture_game(world, tables))
    answers = (
        found.open_if_low,
        found.open_if_high,
        found.belief_after_open,
        found.belief_after_closed,
        found.escalate_if_open,
        found.escalate_if_closed,
        found.dove_escalates_if_open,
        found.dove_escalates_if_closed,
        found.hawk_escalates_if_open,
        found.hawk_escalates_if_closed,
    )
    return PostureReading(*(np.rint(np.stack(answers) * MILLION) / MILLION))


def own_open_probability(world: World) -> Floats:
    """Return (N, S) the probability of an open posture for each sender's true type."""
    return np.where(world.resilience == 1, world.open_high, world.open_low)
