"""The equations of the posture game, stacked for the solver, with their derivatives.

Arrays carry up to two short leading axes and a last axis of M points. The short axes are *posture*
(0 open, 1 closed), *type* of the sender (0 low, 1 high resilience) and *nerve* of the receiver
(0 dove, 1 hawk). The unknowns are the sender's log-odds of opening, ``odds`` (2, M) by type:
q = S(odds) with S the logistic function. ``share`` (M,) is the share of full precision, 0 at the
centre of the simplex (everything is played with one half) and 1 at the game itself; both
precisions grow in proportion to it.

An equilibrium is a zero of ``odds - share * D(odds, share)``, where D (2, M) is the sender's
precision times what opening gains over staying closed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

# Rows of the stack of terms, (15, M).
PRIOR = slice(0, 2)  # belief that the sender is low, high
NERVE = slice(2, 4)  # belief that the receiver is a dove, a hawk
SHIFT = slice(4, 6)  # what being a dove, a hawk takes off the gain of escalating, times precision
LEAST = slice(6, 8)  # gain of escalating on open, closed against a surely low sender, the same
SLOPE = slice(8, 10)  # how fast that gain falls with the belief in a high sender, the same
TALKS = slice(10, 12)  # low, high: worth of talks over war, no escalation, times sender's precision
BROKEN = slice(12, 14)  # low, high: what an escalation destroys of the war's worth, the same
DURESS = 14  # what an escalation destroys of the worth of talks, the same

STEEPEST = 700.0  # log-odds; exp(709) is the last finite power in float64
OPPOSITE = np.array([[[1.0], [-1.0]], [[-1.0], [1.0]]])  # posture, type: sign of d belief / d odds


@dataclass(frozen=True)
class Response:
    """Both sides' answers at given log-odds; leading axes as in the module's docstring."""

    postures: Floats  # (posture, type, M): probability of showing the posture
    beliefs: Floats  # (posture, type, M): the receiver's belief in each type after the posture
    nerves: Floats  # (posture, nerve, M): probability of escalating
    escalate: Floats  # (posture, M): the same, averaged over the receiver's nerve
    gains: Floats  # (posture, nerve, M): receiver's precision times the gain of escalating
    worth: Floats  # (type, M): D, the sender's precision times the gain of opening


def logistic(odds: Floats) -> Floats:
    """Return 1 / (1 + exp(-odds)); any shape; exact at the ends, never a NaN for a number."""
    return 1.0 / (1.0 + np.exp(-odds))


def respond(terms: Floats, odds: Floats, share: Floats) -> Response:
    """Return what both sides do when the sender plays ``odds`` (2, M) at ``share`` (M,).

    ``terms`` is (15, M). Beliefs follow Bayes' rule; with finite odds no posture is impossible,
    so they exist at a prior of 0 or 1 as well.
    """
    unlikely = np.exp(-np.minimum(np.maximum(odds, -STEEPEST), STEEPEST))
    postures = np.empty((2, *odds.shape))
    np.divide(1.0, 1.0 + unlikely, out=postures[0])
    np.multiply(unlikely, postures[0], out=postures[1])
    seen = postures * terms[PRIOR]
    beliefs = seen / (seen[:, :1] + seen[:, 1:])
    mean_gain = terms[LEAST] - terms[SLOPE] * beliefs[:, 1]
    gains = mean_gain[:, None] - terms[SHIFT]
    nerves = logistic(gains * share)
    weighed = nerves * terms[NERVE]
    escalate = weighed[:, 0] + weighed[:, 1]
    worth = terms[TALKS] - terms[DURESS] * escalate[0] + terms[BROKEN] * escalate[1]
    return Response(postures, beliefs, nerves, escalate, gains, worth)


def gap_and_slopes(terms: Floats, odds: Floats, share: Floats) -> tuple[Floats, Floats]:
    """Return the gap odds - share * D, (type, M), and its derivatives, (type, 5, M).

    The derivatives are by low odds, high odds and share, and then the first two once more, so
    that a cross product of two rows is a difference of products of slices.
    """
    here = respond(terms, odds, share)
    spread = here.nerves * (1.0 - here.nerves) * terms[NERVE]
    drift = spread * here.gains
    by_share = (drift[:, 0] + drift[:, 1]) * share
    steep = (spread[:, 0] + spread[:, 1]) * terms[SLOPE] * here.beliefs[:, 0] * here.beliefs[:, 1]
    by_odds = here.postures[::-1] * (steep * (share * share))[:, None] * OPPOSITE
    slopes = np.empty((2, 5, odds.shape[1]))
    np.multiply(terms[BROKEN][:, None], by_odds[1], out=slopes[:, :2])
    np.subtract(terms[DURESS] * by_odds[0], slopes[:, :2], out=slopes[:, :2])
    slopes[0, 0] += 1.0
    slopes[1, 1] += 1.0
    slopes[:, 2] = terms[DURESS] * by_share[0] - terms[BROKEN] * by_share[1] - here.worth
    slopes[:, 3:] = slopes[:, :2]
    return odds - share * here.worth, slopes
