"""The equations of the posture game, stacked for the solver, with their derivatives.

Arrays carry up to two short leading axes and a last axis of M points. The short axes are *posture*
(0 open, 1 closed), *type* of the sender (0 low, 1 high resilience) and *nerve* of the receiver
(0 dove, 1 hawk). The unknowns are the sender's log-odds of opening, ``odds`` (type, M):
q = S(odds) with S the logistic function. ``share`` (M,) is the share of full precision, 0 where
everything is played with one half and 1 at the game itself; both precisions grow in proportion.

An equilibrium is a zero of ``odds - share * D``, where D (type, M) is the sender's precision times
what opening gains over staying closed, given the receiver's answer to those odds at that share.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

# Rows of the stack of terms, (15, M); payoffs are multiplied by the precision of who gets them.
PRIOR = slice(0, 2)  # by type: the receiver's prior belief in it
NERVE = slice(2, 4)  # by nerve: the sender's belief in it
HOLD = slice(4, 8)  # by posture and nerve: what holding gains against a surely low sender
RISE = slice(8, 10)  # by posture: how much more it gains against a surely high one
TALKS = slice(10, 12)  # by type: worth of talks over the war's, if nobody escalates
BROKEN = slice(12, 14)  # by type: what an escalation destroys of the war's worth
DURESS = 14  # what an escalation destroys of the worth of talks
PAYOFFS = slice(4, 15)  # all that is not a belief

FULL = np.ones(1)  # share: the game itself
STEEPEST = 700.0  # log-odds; exp(709) is the last finite power in float64


class Response(NamedTuple):
    """Both sides' answers at given log-odds; leading axes as in the module's docstring."""

    postures: Floats  # (posture, type, M): probability of showing the posture
    beliefs: Floats  # (posture, M): the receiver's belief in a high type after it
    caution: Floats  # (posture, nerve, M): what holding gains, times the receiver's precision
    nerves: Floats  # (posture, nerve, M): probability of escalating
    weighed: Floats  # (posture, nerve, M): the same times the belief in the nerve
    escalate: Floats  # (posture, M): the sum over nerves, what the sender expects
    worth: Floats  # (type, M): D, what opening gains, times the sender's precision


def logistic(odds: Floats) -> Floats:
    """Return 1 / (1 + exp(-odds)); any shape."""
    doubled = np.exp(-odds)
    doubled += 1.0
    return np.reciprocal(doubled)


def one_in(ratio: Floats) -> Floats:
    """Return 1 / (1 + ratio), an array, written over it: from odds against to a probability."""
    ratio += 1.0
    return np.reciprocal(ratio, out=ratio)


def respond(terms: Floats, odds: Floats, share: Floats) -> Response:
    """Return what both sides do when the sender plays ``odds`` (type, M) at ``share`` (M,).

    ``terms`` is (15, M). Beliefs follow Bayes' rule; with finite odds no posture is impossible,
    so they exist at a prior of 0 or 1 as well.
    """
    reluctance = np.exp(np.minimum(np.maximum(-odds, -STEEPEST), STEEPEST))
    postures = np.empty((2, *odds.shape))
    np.reciprocal(1.0 + reluctance, out=postures[0])
    np.multiply(reluctance, postures[0], out=postures[1])
    seen = postures * terms[PRIOR]
    beliefs = seen[:, 1] / (seen[:, 0] + seen[:, 1])
    caution = terms[HOLD].reshape(2, 2, -1) + (terms[RISE] * beliefs)[:, None]
    nerves = one_in(np.exp(caution * share))
    weighed = nerves * terms[NERVE]
    escalate = weighed[:, 0] + weighed[:, 1]
    worth = terms[BROKEN] * escalate[1]
    worth += terms[TALKS]
    worth -= terms[DURESS] * escalate[0]
    return Response(postures, beliefs, caution, nerves, weighed, escalate, worth)


def gap_and_slopes(terms: Floats, odds: Floats, share: Floats) -> tuple[Floats, Floats]:
    """Return the gap odds - share * D, (type, M), and its derivatives, (type, 5, M).

    The derivatives are by low odds, high odds and share, and then the first two once more, so
    that a cross product of two rows is a difference of products of slices. Half of the time of a
    solution goes here, so arrays that are no longer needed are written over.
    """
    postures, beliefs, caution, nerves, spread, _, worth = respond(terms, odds, share)
    spread *= np.subtract(1.0, nerves, out=nerves)
    caution *= spread
    by_share = caution[:, 0] + caution[:, 1]
    by_share *= share
    steep = spread[:, 0] + spread[:, 1]
    steep *= terms[RISE]
    steep *= beliefs
    steep *= np.subtract(1.0, beliefs, out=beliefs)
    steep *= share * share
    by_odds = postures
    by_odds *= steep[::-1, None]
    slopes = np.empty((2, 5, odds.shape[1]))
    jacobian, drift = slopes[:, :2], slopes[:, 2]
    np.multiply(terms[BROKEN][:, None], by_odds[0], out=jacobian)
    jacobian += terms[DURESS] * by_odds[1]
    np.negative(slopes[:, 1], out=slopes[:, 1])
    slopes[0, 0] += 1.0
    slopes[1, 1] += 1.0
    np.multiply(terms[BROKEN], by_share[1], out=drift)
    drift -= terms[DURESS] * by_share[0]
    drift -= worth
    slopes[:, 3:] = jacobian
    worth *= share
    return odds - worth, slopes


def newton(terms: Floats, odds: Floats) -> tuple[Floats, Floats]:
    """Return the change (type, M) of ``odds`` by Newton's method at share 1.

    Also return the determinant (M,) of the derivatives of the gap odds - D, 1 where D is level.
    """
    (opening, closing), beliefs, _, nerves, spread, _, worth = respond(terms, odds, FULL)
    spread *= np.subtract(1.0, nerves, out=nerves)
    steep = spread[:, 0] + spread[:, 1]
    steep *= terms[RISE]
    steep *= beliefs
    steep *= np.subtract(1.0, beliefs, out=beliefs)
    calmed = closing
    calmed *= terms[DURESS] * steep[0]  # by type: how D rises with the high odds, open posture
    roused = terms[BROKEN] * steep[1]
    own = roused * opening
    own += calmed  # how its own odds move each type's D: the low type's fall, the high type's rise
    other = roused[::-1] * opening
    other += calmed  # the same for the other type's D
    gap = np.subtract(odds, worth, out=worth)
    low, high = own[0] + 1.0, 1.0 - own[1]
    determinant = low * high
    determinant += other[0] * other[1]
    change = np.empty_like(gap)
    np.add(high * gap[0], other[1] * gap[1], out=change[0])
    np.subtract(low * gap[1], other[0] * gap[0], out=change[1])
    change /= -determinant
    return change, determinant
