"""The principal branch of the agent logit equilibrium, traced from precision 0.

The equilibria for all shares of full precision form curves in three dimensions: the sender's
log-odds of opening when low and when high, and the share. Exactly one of them starts at share 0,
where everything is played with one half; its first crossing of share 1 is the solution. The curve
may turn back on the way (a fold), so it is followed by its length and not by the share: Euler steps
along the tangent, one Gauss-Newton correction a step, step sizes from the size of the corrections
(pseudo-arclength continuation; after Allgower and Georg, "Numerical Continuation Methods", 1990,
and Turocy, "A dynamic homotopy interpretation of the logistic quantal response equilibrium
correspondence", 2005, whose tracer Gambit uses).

Points are solved in lanes: a point that has arrived gives its lane to the next one in the queue.
No lane sees another, every operation is elementwise, so a point gets the same bits in any company.
"""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from game.theory.response import Floats, Mask, gap_and_slopes, respond

LANES = 2048  # points in work at once: temporaries stay in a core's second-level cache
FIRST_STRIDE = 0.25  # length of the first step, log-odds; Calibrated: fewest steps at base values
LONGEST_GROWTH = 2.0  # largest factor between two steps
SHORTEST_GROWTH = 0.25  # smallest, after a correction far above the tolerance
STRAIGHT = 0.5  # cosine of the largest turn of the tangent accepted in a step
NEAR = 0.05  # log-odds from share 1 at which Newton steps at share 1 take over
AT_REST = -1  # the point of a lane that has none
WORKING = 8  # lanes are relieved when one in this many rests
POLISHES = 4  # Newton steps at share 1; each about squares the error, so 0.05 becomes 1e-16


@dataclass(frozen=True)
class Care:
    """How carefully a branch is traced."""

    tolerance: float  # largest correction accepted after a step, log-odds
    patience: int  # steps after which a point is handed to a more careful tracing
    narrowest: float  # so is a point at whose path the determinant of the slopes falls below this


CARES = (Care(0.05, 48, 0.1), Care(0.005, 1_000, -np.inf), Care(0.0005, 20_000, -np.inf))


@dataclass
class Lanes:
    """The points in work, M lanes; a lane at rest has point -1."""

    point: NDArray[np.int64]  # (M,) which point the lane works on
    terms: Floats  # (15, M)
    base: Floats  # (3, M) last place on the branch: odds of low and high, share
    tangent: Floats  # (3, M) unit tangent there, towards the end of the branch
    stride: Floats  # (M,) length of the next step; negative when share 1 was overshot
    steps: NDArray[np.int64]  # (M,) steps taken
    narrowest: Floats  # (M,) smallest determinant met


def settle(terms: Floats) -> tuple[Floats, Mask]:
    """Return the sender's log-odds (2, N) on the principal branch at share 1, and which are found.

    ``terms`` is (15, N) as in ``response``. A point not found has NaN.
    """
    odds = np.full((2, terms.shape[1]), np.nan)
    left = np.arange(terms.shape[1])
    for care in CARES:
        ending = trace(terms[:, left], care)
        polished, found = polish(terms[:, left], ending)
        odds[:, left[found]] = polished[:, found]
        left = left[~found]
        if not left.size:
            break
    return odds, ~np.isnan(odds[0])


def trace(terms: Floats, care: Care) -> Floats:
    """Return log-odds (2, N) within NEAR of where the branch first meets share 1; NaN: given up."""
    count = terms.shape[1]
    endings = np.full((2, count), np.nan)
    entered = min(LANES, count)
    lanes = enter(terms, np.arange(entered))
    while lanes.point.size:
        leaving, arriving, remaining = advance(lanes, care)
        if leaving.any():
            ends = lanes.base + remaining * lanes.tangent
            endings[:, lanes.point[arriving]] = ends[:2, arriving]
            lanes.point[leaving] = AT_REST
            resting = np.flatnonzero(lanes.point == AT_REST)
            if resting.size * WORKING >= lanes.point.size:
                fresh = np.arange(entered, min(entered + resting.size, count))
                entered += fresh.size
                lanes = relieve(lanes, resting, enter(terms, fresh))
    return endings


def enter(terms: Floats, points: NDArray[np.int64]) -> Lanes:
    """Return lanes for ``points`` of the stack ``terms``, at share 0."""
    own = terms[:, points]
    base = np.zeros((3, points.size))
    tangent = np.ones((3, points.size))
    tangent[:2] = respond(own, base[:2], base[2]).worth
    tangent /= length(tangent)
    stride = np.full(points.size, FIRST_STRIDE)
    return Lanes(points, own, base, tangent, stride, np.zeros_like(points), np.ones(points.size))


def relieve(lanes: Lanes, resting: NDArray[np.int64], fresh: Lanes) -> Lanes:
    """Put the ``fresh`` points into lanes at rest and close those that stay at rest."""
    taken = resting[: fresh.point.size]
    working = np.ones(lanes.point.size, dtype=bool)
    working[resting[fresh.point.size :]] = False
    columns = {}
    for field in fields(Lanes):
        column = getattr(lanes, field.name)
        column[..., taken] = getattr(fresh, field.name)
        columns[field.name] = column if working.all() else column[..., working]
    return Lanes(**columns)


def advance(lanes: Lanes, care: Care) -> tuple[Mask, Mask, Floats]:
    """Move every lane one step in place; return who leaves, who of them has arrived, what remains.

    What remains is the length (M,) along the tangent to share 1.
    """
    ahead = lanes.base + lanes.stride * lanes.tangent
    off, slopes = gap_and_slopes(lanes.terms, ahead[:2], ahead[2])
    across = cross(slopes[0], slopes[1])
    reach = length(across)
    correction = cross(across, off[0] * slopes[1] - off[1] * slopes[0])[:3] / (reach * reach)
    tangent = across[:3] / reach
    size = length(correction)
    turn = tangent * lanes.tangent
    good = (size <= care.tolerance) & (turn[0] + turn[1] + turn[2] > STRAIGHT)
    np.copyto(lanes.base, ahead + correction, where=good)
    np.copyto(lanes.tangent, tangent, where=good)
    growth = np.sqrt(0.5 * care.tolerance / size)
    growth = np.fmin(np.fmax(growth, SHORTEST_GROWTH), np.where(good, LONGEST_GROWTH, 0.5))
    stride = np.abs(lanes.stride) * growth
    short = 1.0 - lanes.base[2]
    remaining = short / lanes.tangent[2]
    heading = lanes.tangent[2] > 0.0
    limit = np.where(heading, remaining, np.copysign(np.inf, short))
    lanes.stride = np.fmax(np.fmin(stride, limit), -stride)
    lanes.steps += 1
    np.minimum(lanes.narrowest, across[2], out=lanes.narrowest)
    lost = (lanes.steps > care.patience) | (lanes.narrowest < care.narrowest)
    arrived = good & heading & (np.abs(remaining) < NEAR)
    working = lanes.point != AT_REST
    return working & (arrived | lost), working & arrived & ~lost, remaining


def polish(terms: Floats, odds: Floats) -> tuple[Floats, Mask]:
    """Return ``odds`` (2, N) after Newton's method at share 1, and where it converged nearby."""
    full = np.ones(odds.shape[1])
    polished = odds
    for _ in range(POLISHES):
        off, slopes = gap_and_slopes(terms, polished, full)
        (low, high), (low_by, high_by) = off, slopes
        determinant = low_by[0] * high_by[1] - low_by[1] * high_by[0]
        change = np.stack(
            (low_by[1] * high - high_by[1] * low, high_by[0] * low - low_by[0] * high)
        )
        change /= determinant
        polished = polished + change
    near = np.abs(polished - odds).max(axis=0) < 4 * NEAR
    exact = np.abs(change).max(axis=0) < 1e-9
    return polished, near & exact & (determinant > 0.0)


def cross(first: Floats, second: Floats) -> Floats:
    """Return the cross product of vectors (5, M) whose first two parts come again at the end."""
    product = np.empty_like(first)
    np.subtract(first[1:4] * second[2:], first[2:] * second[1:4], out=product[:3])
    product[3:] = product[:2]
    return product


def length(vectors: Floats) -> Floats:
    """Return the length (M,) of vectors whose first three parts are given, (3 or 5, M)."""
    squares = vectors[:3] * vectors[:3]
    reach: Floats = np.sqrt(squares[0] + squares[1] + squares[2])
    return reach
