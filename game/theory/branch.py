"""The principal branch of the agent logit equilibrium, traced from precision 0.

The equilibria for all shares of full precision form curves in three dimensions: the sender's
log-odds of opening when low and when high, and the share. One of them starts at share 0, where
everything is played with one half; where it first meets share 1 is the solution. The curve may turn
back on the way (a fold), so it is followed by its length and not by its share: Euler steps along
the tangent, one Gauss-Newton correction a step, and steps sized by the corrections. The narrower
the place, told by the determinant of the slopes (1 at the start, 0 at a fold), the smaller the
correction that is accepted, so that no step jumps to another curve.

Pseudo-arclength continuation after Allgower and Georg, "Numerical Continuation Methods" (1990);
Gambit traces the same curve after Turocy, "A dynamic homotopy interpretation of the logistic
quantal response equilibrium correspondence", Games and Economic Behavior 51 (2005).

Points are traced in lanes: one that has arrived gives its lane to the next in the queue. No lane
sees another and every operation is elementwise, so a point gets the same bits in any company.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.theory.response import (
    BROKEN,
    DURESS,
    PAYOFFS,
    TALKS,
    Floats,
    Mask,
    gap_and_slopes,
    newton,
)

Indices = NDArray[np.int64]

LANES = 2048  # points in work at once: their arrays stay in a core's second-level cache
SHARE_OF_SHARPEST = 0.25  # of the largest payoff times precision, the scale; Calibrated: few steps
DULLEST = 1e-300  # smallest scale payoffs are divided by: where both precisions are 0
FIRST_STRIDE = 0.5  # length of the first step, log-odds; Calibrated: fewest steps at base values
SHORTEST_STRIDE = 1e-9  # a lane that needs shorter steps is lost
LONGEST_GROWTH = 2.0  # largest factor between two steps; Calibrated likewise
SHORTEST_GROWTH = 0.25  # smallest such factor
AFTER_REJECTION = 0.5  # factor of the step after one that was taken back
AIM = 0.5  # share of the accepted correction that the next step aims at; Calibrated likewise
STRAIGHT = 0.85  # cosine of the largest turn accepted in a step
WIDE = 1.0  # determinant from which the full correction is accepted; below it, times its square
NARROWEST = 0.35  # determinant below which no smaller correction is asked for
POLISHES = 3  # Newton steps at share 1; each squares the error, so 0.1 becomes 1e-8 to 1e-16
SETTLED = 1e-7  # largest last Newton step; what is left is about its square
STRAY = 2.0  # most that Newton may move, in tolerances: else it found another place


@dataclass(frozen=True)
class Care:
    """How carefully a branch is traced."""

    tolerance: float  # largest correction accepted after a step in a wide place, log-odds
    patience: int  # steps after which a point is left to the next, more careful tracing


CARES = (Care(0.1, 100), Care(0.01, 1_000), Care(0.001, 10_000))


# Rows of the lanes, (25, M): the points in work.
POINT = 0  # which point the lane works on
STEPS = 1  # steps taken, those taken back included
STRIDE = 2  # length of the next step; negative where share 1 was overshot
SCALE = 3  # the unit of share, so that a place moves about as fast by share as by log-odds
BASE = slice(4, 7)  # last place on the branch: odds of low and of high, share times scale
TANGENT = slice(7, 10)  # unit tangent there, pointing away from share 0 along the branch
TERMS = slice(10, 25)  # the game, see ``response``; payoffs divided by the scale


def settle(terms: Floats) -> tuple[Floats, Mask]:
    """Return the sender's log-odds (2, N) on the principal branch at share 1, and which are found.

    ``terms`` is (15, N). Odds not found are NaN.
    """
    odds = np.full((2, terms.shape[1]), np.nan)
    found = np.zeros(terms.shape[1], dtype=bool)
    for care in CARES:
        left = np.flatnonzero(~found)
        own = terms if left.size == found.size else terms[:, left]
        odds[:, left], found[left] = polish(own, trace(own, care), care)
        if found.all():
            break
    return odds, found


def trace(terms: Floats, care: Care) -> Floats:
    """Return log-odds (2, N) near where each branch first meets share 1; NaN: given up."""
    count = terms.shape[1]
    endings = np.full((2, count), np.nan)
    entered = min(LANES, count)
    lanes = enter(terms, 0, entered)
    while lanes.size:
        remaining, arrived, lost = advance(lanes, care)
        (leaving,) = (arrived | lost).nonzero()
        if leaving.size:
            ends = lanes[BASE] + remaining * lanes[TANGENT]
            endings[:, lanes[POINT, arrived].astype(np.int64)] = ends[:2, arrived]
            last = min(entered + leaving.size, count)
            if last > entered:
                lanes[:, leaving[: last - entered]] = enter(terms, entered, last)
            lanes = close(lanes, leaving[last - entered :])
            entered = last
    return endings


def enter(terms: Floats, first: int, last: int) -> Floats:
    """Return lanes for the points ``first`` to ``last`` (not included), at share 0."""
    lanes = np.zeros((TERMS.stop, last - first))
    lanes[POINT] = np.arange(first, last)
    lanes[STRIDE] = FIRST_STRIDE
    lanes[TERMS] = terms[:, first:last]
    own = lanes[TERMS]
    np.abs(own[PAYOFFS]).max(axis=0, out=lanes[SCALE])
    lanes[SCALE] *= SHARE_OF_SHARPEST
    own[PAYOFFS] /= np.maximum(lanes[SCALE], DULLEST)
    tangent = lanes[TANGENT]
    tangent[:2] = own[TALKS] + 0.5 * (own[BROKEN] - own[DURESS])
    tangent[2] = 1.0
    tangent /= length(tangent)
    return lanes


def close(lanes: Floats, leaving: Indices) -> Floats:
    """Return the lanes without those ``leaving``."""
    if not leaving.size:
        return lanes
    staying = np.ones(lanes.shape[1], dtype=np.bool_)
    staying[leaving] = False
    return lanes.take(staying.nonzero()[0], axis=1)


def advance(lanes: Floats, care: Care) -> tuple[Floats, Mask, Mask]:
    """Move every lane one step, in place.

    Return the length (M,) along the tangent that remains to share 1, who has arrived there within
    the tolerance, and who is lost.
    """
    ahead = lanes[STRIDE] * lanes[TANGENT]
    ahead += lanes[BASE]
    gap, slopes = gap_and_slopes(lanes[TERMS], ahead[:2], ahead[2])
    across = cross(slopes[0], slopes[1])
    reach = length(across)
    correction = cross(across, gap[0] * slopes[1] - gap[1] * slopes[0])[:3]
    correction /= reach * reach
    ahead += correction
    tangent = across[:3] / reach
    tolerance = np.minimum(np.maximum(across[2], NARROWEST), WIDE)
    tolerance *= tolerance
    tolerance *= care.tolerance
    good, longest = _judge(lanes, tangent, length(correction), tolerance)
    (back,) = (~good).nonzero()
    if back.size:
        ahead[:, back] = lanes[BASE, back]
        tangent[:, back] = lanes[TANGENT, back]
    lanes[BASE] = ahead
    lanes[TANGENT] = tangent
    lanes[STEPS] += 1.0
    remaining = _aim(lanes, longest)
    arrived = (np.abs(remaining) < tolerance) & good
    lost = (lanes[STEPS] > care.patience) | ~(longest >= SHORTEST_STRIDE)  # also where NaN
    return remaining, arrived, lost & ~arrived


def _judge(lanes: Floats, tangent: Floats, size: Floats, tolerance: Floats) -> tuple[Mask, Floats]:
    """Return which steps are good, and how long (M,) the next may be.

    A step is good if its correction, of length ``size`` (M,), is within the tolerance and the
    tangent (3, M) there goes on in the old direction: another curve runs another way.
    """
    turn = tangent * lanes[TANGENT]
    good = (size <= tolerance) & (turn[0] + turn[1] + turn[2] > STRAIGHT)
    tolerance = AIM * tolerance
    tolerance /= size
    growth = np.minimum(np.maximum(np.sqrt(tolerance), SHORTEST_GROWTH), LONGEST_GROWTH)
    growth[~good] = AFTER_REJECTION
    growth *= np.abs(lanes[STRIDE])
    return good, growth


def _aim(lanes: Floats, longest: Floats) -> Floats:
    """Set the next strides, at most ``longest`` (M,) and not beyond share 1; return what remains.

    Where the branch runs back towards share 0, what remains is infinite; a lane there that has
    overshot share 1 turns round, because it has passed the first meeting.
    """
    short = lanes[SCALE] - lanes[BASE][2]
    rise = lanes[TANGENT][2]
    remaining: Floats = short / rise
    (falling,) = (rise <= 0.0).nonzero()
    if falling.size:
        remaining[falling] = np.copysign(np.inf, short[falling])
    np.maximum(np.minimum(remaining, longest), -longest, out=lanes[STRIDE])
    return remaining


def polish(terms: Floats, odds: Floats, care: Care) -> tuple[Floats, Mask]:
    """Return ``odds`` (2, N) after Newton's method at share 1, and where it converged nearby."""
    polished = np.empty_like(odds)
    found = np.empty(odds.shape[1], dtype=bool)
    for first in range(0, odds.shape[1], LANES):
        block = slice(first, first + LANES)
        own, start = terms[:, block].copy(), odds[:, block]
        ends, steady = _newton(own, start)
        (slow,) = (~steady).nonzero()
        if slow.size:  # near a fold Newton's first steps gain less
            ends[:, slow], steady[slow] = _newton(own[:, slow], ends[:, slow])
        moved = np.abs(ends - start)
        polished[:, block] = ends
        found[block] = steady & (np.maximum(moved[0], moved[1]) < STRAY * care.tolerance)
    polished[:, ~found] = np.nan
    return polished, found


def _newton(terms: Floats, odds: Floats) -> tuple[Floats, Mask]:
    """Return ``odds`` (2, M) after POLISHES steps at share 1, and where the last was tiny."""
    for _ in range(POLISHES):
        change, determinant = newton(terms, odds)
        odds = odds + change
    steady = np.maximum(np.abs(change[0]), np.abs(change[1])) < SETTLED
    found: Mask = steady & (determinant > 0.0)
    return odds, found


def cross(first: Floats, second: Floats) -> Floats:
    """Return the cross product of vectors (5, M) whose first two parts come again at the end."""
    product = np.empty_like(first)
    np.multiply(first[1:4], second[2:], out=product[:3])
    product[:3] -= first[2:] * second[1:4]
    product[3:] = product[:2]
    return product


def length(vectors: Floats) -> Floats:
    """Return the length (M,) of vectors given by their first three parts, (3 or 5, M)."""
    squares = vectors[:3] * vectors[:3]
    squares[0] += squares[1]
    squares[0] += squares[2]
    reach: Floats = np.sqrt(squares[0])
    return reach
