"""The posture game: how an opponent reads an open hand, and what it does about it.

After Mastro and Siegel (2023), "Talking to the enemy: Explaining the emergence of peace talks in
interstate war", Journal of Theoretical Politics 35(3), doi 10.1177/09516298231185112; the
equations are a reconstruction and not the authors' own. ``docs/theory.md`` tells the game in full.

A sender of high or low resilience shows an open or a closed posture; a receiver, hawk or dove,
sees it, updates its belief and escalates or holds. The solution is the agent logit quantal response
equilibrium (McKelvey and Palfrey 1998) on the principal branch. Money-like payoffs have no unit:
1 is the sender's war aims, 0 its defeat.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from game.theory import branch, single
from game.theory.response import FULL, Floats, Mask, logistic, respond

SHARPEST_RECEIVER = 20.0  # per unit of payoff; the rule's domain, docs/theory.md
SHARPEST_SENDER = 30.0  # the same
BLOCK = 4096  # games in work at once: their arrays stay in a core's second-level cache
LARGEST_RESIDUAL = 1e-9  # in probability; a solved game has about 1e-16
MOST_MISSED = 0.2784645427610738  # the largest x / (1 + exp(x)), see largest_loss


@dataclass(frozen=True)
class PostureGame:
    """One or many posture games: float64 arrays (or floats) of any shapes that broadcast.

    Probabilities are 0..1, precisions are per unit of payoff, the rest are payoffs (finite).
    """

    belief_high: Floats  # p: the receiver's belief that the sender is highly resilient
    belief_dove: Floats  # nu: the sender's belief that the receiver is a dove
    cost: Floats  # c: what escalating costs the receiver, as both know it
    cost_spread: Floats  # dc: a dove pays so much more, a hawk so much less
    withstand_low: Floats  # r_low: probability that a low type withstands an escalation
    withstand_high: Floats  # r_high: the same for a high type
    stake: Floats  # B: what a successful escalation wins the receiver
    leverage: Floats  # phi: the share by which an enemy at the table adds to the stake
    hunger: Floats  # h: the receiver's own hunger for talks
    guarantee: Floats  # g: what a mediator makes an escalation cost while talks are on
    talks: Floats  # v: what talks are worth to the sender
    duress: Floats  # k: what a settlement under escalation is worth to it
    war_low: Floats  # w_low: what going on with the war is worth to a low type
    war_high: Floats  # w_high: the same for a high type
    receiver_precision: Floats  # lo: 0 plays one half, 20 is nearly a best reply
    sender_precision: Floats  # lt: the same, 0..30


_BASE_VALUES = (
    0.4,
    0.5,
    0.5,
    0.1,
    0.25,
    0.75,
    1.0,
    0.2,
    0.0,
    0.0,
    0.65,
    0.2,
    0.45,
    0.5,
    10.0,
    15.0,
)
BASE = PostureGame(*(np.array(value) for value in _BASE_VALUES))  # docs/theory.md

PROBABILITIES = ("belief_high", "belief_dove")
CEILINGS = {"receiver_precision": SHARPEST_RECEIVER, "sender_precision": SHARPEST_SENDER}


@dataclass(frozen=True)
class Equilibrium:
    """The solution, arrays of the game's common shape; probabilities 0..1."""

    open_if_low: Floats  # q_low: a low type shows an open posture
    open_if_high: Floats  # q_high: a high type does
    belief_after_open: Floats  # m_open: the receiver's belief in a high type after an open posture
    belief_after_closed: Floats  # m_closed: the same after a closed one
    escalate_if_open: Floats  # e_open: the receiver escalates on an open posture, as expected
    escalate_if_closed: Floats  # e_closed: the same on a closed one
    dove_escalates_if_open: Floats  # the same for a receiver known to be a dove
    hawk_escalates_if_open: Floats
    dove_escalates_if_closed: Floats
    hawk_escalates_if_closed: Floats
    residual: Floats  # largest distance of q_low, q_high from the reply to them


class UnsolvedError(ArithmeticError):
    """The principal branch of some games could not be followed; ``points`` are their flat indices.

    It happens where a payoff times a precision passes about a thousand: there the branch has
    corners that floating point numbers cannot turn.
    """

    def __init__(self, points: list[int]) -> None:
        super().__init__(f"no equilibrium found for games {points[:10]}: payoffs too large")
        self.points = points


def solve(game: PostureGame) -> Equilibrium:
    """Return the equilibrium of every game on the principal branch, exact to about 1e-12.

    The games must lie in the domain (see ``outside``). Each is solved alone: its bits do not
    depend on the others. Raises UnsolvedError if a branch could not be followed.
    """
    with np.errstate(all="ignore"):  # a stray step overflows, is judged bad and taken back
        terms, shape = _stack(game)
        odds, found = _settle(terms)
        answers = np.empty((len(fields(Equilibrium)), odds.shape[1]))
        for block in _blocks(odds.shape[1]):
            answers[:, block] = _answers(terms[:, block], odds[:, block])
    found &= answers[-1] <= LARGEST_RESIDUAL
    if not found.all():
        raise UnsolvedError(np.flatnonzero(~found).tolist())
    return Equilibrium(*(answer.reshape(shape) for answer in answers))


def outside(game: PostureGame) -> dict[str, Mask]:
    """Return, by field, where its values lie outside the domain; fields without a fault are absent.

    The domain: beliefs in [0, 1], the receiver's precision in [0, 20], the sender's in [0, 30],
    everything else finite. The masks have the fields' own shapes.
    """
    faults = {}
    for field in fields(game):
        value = np.asarray(getattr(game, field.name), dtype=np.float64)
        if field.name in PROBABILITIES:
            fault = ~((value >= 0.0) & (value <= 1.0))
        elif field.name in CEILINGS:
            fault = ~((value >= 0.0) & (value <= CEILINGS[field.name]))
        else:
            fault = ~np.isfinite(value)
        if fault.any():
            faults[field.name] = fault
    return faults


def largest_gain(game: PostureGame, equilibrium: Equilibrium) -> Floats:
    """Return the most any type of either side could gain by another strategy, in payoff; >= 0.

    The best reply to the equilibrium is set against the equilibrium strategy of each agent: the
    sender's two types, and the receiver's two nerves after either posture. A logit reply with
    precision L over two actions gives up at most 0.2785 / L (``largest_loss``).
    """
    opening = _gain_of_opening(game, equilibrium)
    losses = [
        _lost(opening[0], equilibrium.open_if_low),
        _lost(opening[1], equilibrium.open_if_high),
    ]
    on_open, on_closed = _gain_of_escalating(game, equilibrium)
    spread = game.cost_spread
    losses += [
        _lost(on_open - spread, equilibrium.dove_escalates_if_open),
        _lost(on_open + spread, equilibrium.hawk_escalates_if_open),
        _lost(on_closed - spread, equilibrium.dove_escalates_if_closed),
        _lost(on_closed + spread, equilibrium.hawk_escalates_if_closed),
    ]
    return np.asarray(np.max(losses, axis=0))


def largest_loss(precision: Floats) -> Floats:
    """Return the most a logit reply of this precision over two actions can give up, in payoff.

    A gain x is missed with probability S(-L x); x S(-L x) is largest at L x = 1.27846, where it is
    0.27846 / L (the fixed point of x = 1 + exp(-x), less one).
    """
    return MOST_MISSED / np.asarray(precision, dtype=np.float64)


def _gain_of_opening(game: PostureGame, equilibrium: Equilibrium) -> tuple[Floats, Floats]:
    """Return what opening gains over staying closed for the low and the high type."""
    e_open, e_closed = equilibrium.escalate_if_open, equilibrium.escalate_if_closed
    table = (1.0 - e_open) * game.talks + e_open * game.duress
    low = (1.0 - e_closed + e_closed * game.withstand_low) * game.war_low
    high = (1.0 - e_closed + e_closed * game.withstand_high) * game.war_high
    return table - low, table - high


def _gain_of_escalating(game: PostureGame, equilibrium: Equilibrium) -> tuple[Floats, Floats]:
    """Return what escalating gains over holding at the mean nerve, on open and on closed."""
    rise = game.withstand_high - game.withstand_low
    broken_open = 1.0 - game.withstand_low - equilibrium.belief_after_open * rise
    broken_closed = 1.0 - game.withstand_low - equilibrium.belief_after_closed * rise
    on_closed = broken_closed * game.stake - game.cost
    on_open = broken_open * game.stake * (1.0 + game.leverage) - game.cost
    return on_open - game.guarantee - game.hunger, on_closed


def _lost(gain: Floats, probability: Floats) -> Floats:
    """Return what an agent gives up that takes an action worth ``gain`` with ``probability``."""
    return np.maximum(gain * (1.0 - probability), -gain * probability)


def _stack(game: PostureGame) -> tuple[Floats, tuple[int, ...]]:
    """Return the terms of the solver, (15, N), see ``response``, and the game's common shape."""
    receiver, sender = game.receiver_precision, game.sender_precision
    weakest = receiver * (1.0 - game.withstand_low) * game.stake
    rise = receiver * (game.withstand_high - game.withstand_low) * game.stake
    at_table = 1.0 + game.leverage
    price = receiver * game.cost
    spread = receiver * game.cost_spread
    hold_open = price + receiver * (game.guarantee + game.hunger) - weakest * at_table
    hold_closed = price - weakest
    rows = (
        1.0 - game.belief_high,
        game.belief_high,
        game.belief_dove,
        1.0 - game.belief_dove,
        hold_open + spread,
        hold_open - spread,
        hold_closed + spread,
        hold_closed - spread,
        rise * at_table,
        rise,
        sender * (game.talks - game.war_low),
        sender * (game.talks - game.war_high),
        sender * game.war_low * (1.0 - game.withstand_low),
        sender * game.war_high * (1.0 - game.withstand_high),
        sender * (game.talks - game.duress),
    )
    shape = np.broadcast_shapes(*(np.shape(row) for row in rows))
    terms = np.empty((len(rows), *shape))
    for place, row in enumerate(rows):
        terms[place, ...] = row
    return terms.reshape(len(rows), -1), shape


def _settle(terms: Floats) -> tuple[Floats, Mask]:
    """Return the sender's log-odds (2, N) on the principal branch, and which are found."""
    odds, found = np.empty((2, terms.shape[1])), np.empty(terms.shape[1], dtype=np.bool_)
    for block in _blocks(found.size):
        odds[:, block], found[block] = single.settle(terms[:, block])
    (left,) = (~found).nonzero()
    if left.size:
        odds[:, left], found[left] = branch.settle(terms[:, left])
    return odds, found


def _blocks(count: int) -> Iterator[slice]:
    """Yield the parts in which ``count`` games are worked on."""
    for first in range(0, count, BLOCK):
        yield slice(first, first + BLOCK)


def _answers(terms: Floats, odds: Floats) -> Floats:
    """Return the fields of ``Equilibrium``, (11, M), at log-odds (2, M) that solve the games."""
    here = respond(terms, odds, FULL)
    apart = np.abs(logistic(here.worth) - here.postures[0])
    return np.stack(
        (
            here.postures[0, 0],
            here.postures[0, 1],
            here.beliefs[0],
            here.beliefs[1],
            here.escalate[0],
            here.escalate[1],
            here.nerves[0, 0],
            here.nerves[0, 1],
            here.nerves[1, 0],
            here.nerves[1, 1],
            np.maximum(apart[0], apart[1]),
        )
    )
