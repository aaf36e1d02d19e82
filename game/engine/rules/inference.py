"""Inference: what each side's demonstration, posture and war tell the other about its types.

Order: a demonstration draws its inference first; escalating or holding, as an answer to the
posture the enemy showed last quarter, speaks of nerve; then the posture, shielded by the channel it
goes by. A leak lets out what a channel had kept back, at a price, and burns the channel.
Drift: every memory fades.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, WASHINGTON, Floats, Ints, Masks, by_side, within
from game.engine.ladders import OPEN_FROM, MessageKind
from game.engine.luck import Luck
from game.engine.orders import Orders
from game.engine.rules.ground import FULL_TROOPS
from game.engine.tables import Tables
from game.engine.world import FIELDS, World, settled
from game.theory import belief

OPENNESS = np.array(belief.RUNGS_OPENNESS)


@dataclass(frozen=True)
class Signals:
    """What the quarter showed: (N, S) each."""

    meant: Floats  # intensity of the demonstration a resilient state would mount
    seen: Floats  # scale as the world saw it
    escalation: Floats
    withdrawn: Floats  # (N,) thousand men Washington took out
    leaked: Masks


def leaks(world: World, orders: Orders, luck: Luck, tables: Tables) -> Masks:
    """Return (N, S) whether the channel each side uses this quarter leaks."""
    chance = tables.channels.leak[orders.channel]
    dice = by_side(luck["leak_washington"], luck["leak_hanoi"])
    return (dice < chance) & (orders.channel > 0)


def infer(world: World, orders: Orders, signals: Signals, tables: Tables) -> World:
    """Return the world with both sides' beliefs, offers and channels after the quarter."""
    world = read_demonstrations(world, signals, tables)
    world = read_nerve(world, orders, signals, tables)
    return read_postures(world, orders, signals, tables)


def prior(world: World, tables: Tables) -> Floats:
    """Return (N, S) the belief in high resilience before any memory; consent is public, so
    Washington's falls as opposition grows."""
    constants, priors = tables.constants, tables.priors
    start = np.log(np.array(priors.resilient) / (1.0 - np.array(priors.resilient)))
    seen = constants.consent_seen * (world.opposition - constants.consent_rest)
    odds = by_side(start[WASHINGTON] - seen, start[HANOI] + 0.0 * seen)
    return 1.0 / (1.0 + np.exp(-odds))


def read_demonstrations(world: World, signals: Signals, tables: Tables) -> World:
    """Return the world with each side's memory of demonstrations after the quarter."""
    beliefs, recent = tables.beliefs, world.novelty_spent
    hanoi = belief.demonstration_evidence(
        signals.meant[:, HANOI], signals.seen[:, HANOI], recent[:, HANOI], beliefs
    )
    constants = tables.constants
    washington = reinforced(signals.seen[:, WASHINGTON], recent[:, WASHINGTON], tables)
    shown = world.demonstrated[:, WASHINGTON] / constants.reinforcement_most
    washington = washington * within(1.0 - shown, 0.0, 1.0)
    stays = constants.presence_seen * world.troops / FULL_TROOPS
    gone = constants.withdrawal_seen * signals.withdrawn / constants.withdrawal_unit
    evidence = by_side(washington + stays - gone, hanoi)
    return world.with_(
        demonstrated=belief.fade(world.demonstrated, beliefs.demonstration_half_life) + evidence,
        novelty_spent=belief.remember_demonstration(recent, signals.meant, beliefs),
    )


def reinforced(shown: Floats, recent: Floats, tables: Tables) -> Floats:
    """Return (N,) what a reinforcement of the scale ``shown`` tells for high resilience, in
    log-odds: bounded, so that resilience is bought over years, and less after ``recent`` ones."""
    constants = tables.constants
    size = constants.reinforcement_curve * shown**2 / (1.0 + shown)
    return constants.reinforcement_weight * (1.0 - np.exp(-size)) / (1.0 + recent)


def opened(orders: Orders) -> Floats:
    """Return (N, S) the openness of the postures ordered, 0..1."""
    return OPENNESS[orders.postures]


def refused(world: World, orders: Orders) -> Masks:
    """Return (N, S) whether a side turns down an offer that lies on the table: closed, with the
    enemy's offer before it, answering it or still holding it unanswered from last quarter."""
    messages = orders.by_side("message")
    offers, answers = messages == MessageKind.OFFER, messages == MessageKind.ANSWER
    before = (world.offered[:, ::-1] == 1) | (offers[:, ::-1] & answers)
    return before & (orders.postures < OPEN_FROM)


def read_postures(world: World, orders: Orders, signals: Signals, tables: Tables) -> World:
    """Return the world with each side's memory of postures, and what channels kept back."""
    beliefs, now, turned_down = tables.beliefs, opened(orders), refused(world, orders)
    fallen = np.where(turned_down, tables.constants.refusal_falls, 0.0)
    showing = belief.Showing(world.openness, now, world.openness_settled, fallen)
    evidence = belief.posture_evidence(showing, world.open_low, world.open_high, beliefs)
    evidence = evidence * np.array(tables.postures_tell)
    seen, kept = belief.shield(evidence, shields(world, orders, tables))
    memory = belief.fade(world.postured, beliefs.posture_half_life) + seen
    kept = belief.fade(world.suppressed, beliefs.posture_half_life) + kept
    memory, kept = belief.leak(memory, kept, signals.leaked)
    return world.with_(
        postured=memory,
        suppressed=kept,
        offered=offers(world, orders, turned_down),
        openness=now,
        openness_settled=belief.settle_openness(world.openness_settled, now, beliefs),
        channel=orders.channel,
        burnt=burn(world, orders, signals.leaked),
        capital=np.maximum(world.capital - tables.constants.leak_price * signals.leaked, 0.0),
    )


def offers(world: World, orders: Orders, turned_down: Masks) -> Ints:
    """Return (N, S) 1 where an offer of that side lies unanswered after the quarter."""
    messages = orders.by_side("message")
    answered = ((messages == MessageKind.ANSWER) | turned_down)[:, ::-1]
    return np.where(messages == MessageKind.OFFER, 1, np.where(answered, 0, world.offered))


def shields(world: World, orders: Orders, tables: Tables) -> Floats:
    """Return (N, S) the share of the inference that each side's channel keeps back."""
    usable = tables.channels.exist(world.quarter, orders.channel)
    usable = usable * (1 - burnt_of(world, orders.channel))
    return tables.channels.shield.take(orders.channel) * usable


def burnt_of(world: World, channel: Ints) -> Ints:
    """Return (N, S) 1 where the channel each side uses (N, S) has leaked."""
    return world.burnt[np.arange(len(world))[:, None], channel]


def burn(world: World, orders: Orders, leaked: Masks) -> Ints:
    """Return (N, K) the channels that have leaked and are closed."""
    if not leaked.any():
        return world.burnt
    burnt = world.burnt.copy()
    rows = np.arange(len(world))
    for side in (WASHINGTON, HANOI):
        channel = orders.channel[:, side]
        burnt[rows, channel] |= leaked[:, side]
    return burnt


def read_nerve(world: World, orders: Orders, signals: Signals, tables: Tables) -> World:
    """Return the world with each side's memory of the other's nerve, deadlines included.

    The orders of this quarter answer the posture the enemy showed last quarter.
    """
    was_open = world.openness[:, ::-1] >= 1 / 2  # side s answers the posture of its enemy
    dove = np.where(was_open, world.dove_open[:, ::-1], world.dove_closed[:, ::-1])
    hawk = np.where(was_open, world.hawk_open[:, ::-1], world.hawk_closed[:, ::-1])
    evidence = belief.nerve_evidence(signals.escalation, dove, hawk, tables.beliefs)
    enemy_open = (orders.postures >= OPEN_FROM)[:, ::-1]
    broken = (world.deadline == 1) & (signals.escalation < 1.0) & ~enemy_open
    evidence = evidence + tables.constants.deadline_broken * broken
    announced = orders.by_side("deadline")
    return world.with_(
        nerved=belief.fade(world.nerved, tables.beliefs.nerve_half_life) + evidence,
        deadline=announced,
    )


def believe(world: World, tables: Tables) -> World:
    """Return the world with both beliefs made anew from priors and memories."""
    beliefs = tables.beliefs
    resilient = belief.belief(
        prior(world, tables), world.demonstrated, world.postured, constants=beliefs
    )
    dove = belief.belief(np.array(tables.priors.dove), world.nerved, constants=beliefs)
    return world.with_(
        belief_resilient=settled(resilient, FIELDS["belief_resilient"]),
        belief_dove=settled(dove, FIELDS["belief_dove"]),
    )
