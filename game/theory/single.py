"""Where a posture game is proved to have a single equilibrium, and that equilibrium.

The principal branch ends at an equilibrium of the game itself. Where there is only one, any way of
finding it finds the branch's end, and Newton's method from a good guess is ten times quicker than
tracing. So the proof comes first; what it cannot decide is left to ``branch``.

**One unknown.** Write d(e) = D_low - D_high = d0 + d1 e, e the chance of escalation after a closed
posture; both terms are nought or more in every game with ``ORDINARY`` payoffs, so a high type opens
the less. At an equilibrium let z be the rise of the receiver's log-odds of a high type after a
closed posture. Then 0 < z < d(e(z)), e and d fall with z, and z alone gives everything else:

    exp(x_low) = (exp(z) - 1) / (1 - exp(z - d))      x_high = x_low - d
    log-odds of a high type after an open posture = those of the prior + z - d

x_low rises with z from minus to plus infinity, and both chances of escalation fall. The equilibria
are the zeros of h(z) = x_low - D_low, which also rises from minus to plus infinity. So there is a
single one if h' > 0 wherever h can be nought.

**The slope.** h' has the sign of det(I - dD/dx), since x_high - D_high = h as well and x_low rises.
With a = DURESS * -de_open/dlogit(m_open), b_t = BROKEN_t * -de_closed/dlogit(m_closed),

    det = 1 + (b_low - b_high) q_low + b_high (q_low - q_high)
            - a (q_low - q_high) (1 + b_low - b_high)

and only the last term can make it negative. With r = q_high / q_low = exp(z - d) and
u = p r + 1 - p, the beliefs' part of that term is

    m_open (1 - m_open) (q_low - q_high) = (1 - p) / p * (E - K / u) (1 / u - 1) / (E - 1)

with E = exp(d) and K = E (1 - p) + p: it grows with E, so the cell's first E bounds it, and it is a
parabola in 1 / u. All else in the term is monotone in z or has its peak at a half.

The range of z is cut into cells. In each, either h keeps away from nought, bounded by the ends'
chances of escalation, or the term is less than one. ``prove`` says where every cell is so.
"""

from typing import Final, NamedTuple

import numpy as np

from game.theory.response import (
    BROKEN,
    DURESS,
    HOLD,
    NERVE,
    PRIOR,
    RISE,
    TALKS,
    Floats,
    Mask,
    logistic,
    newton,
    one_in,
)

CUTS: Final = (0.0, 0.25, 0.41, 1.0)  # of the range of z; Calibrated: few cells prove every war
FINER: Final = tuple(tuple(cut / cells for cut in range(cells + 1)) for cells in (8, 40))
TAMEST: Final = 25.0  # log-odds of opening, where 1 - q still has five digits
STEEP: Final = 1.0 - 1e-6  # of the term in the slope: rounding errors are a millionth of the rest
CLEAR: Final = 1e-3  # log-odds h must keep away from nought; rounding errors are below 1e-4
STEPS: Final = 3  # Newton's steps for every point; Calibrated: enough for four of five
MORE_STEPS: Final = 6  # for the others
SETTLED: Final = 1e-7  # largest last step; what is left is about its square


class Curve(NamedTuple):
    """The candidates at the cuts of z: arrays (cut, M); the last two (nerve, cut, M)."""

    apart: Floats  # d
    spread: Floats  # exp(d), the ratio of the two types' odds of opening
    mix: Floats  # 1 / u
    after_closed: Floats  # m_closed
    place: Floats  # x_low
    reply: Floats  # D_low
    open: Floats  # probability of escalating after an open posture
    closed: Floats  # the same after a closed one


def settle(terms: Floats) -> tuple[Floats, Mask]:
    """Return the sender's log-odds (2, M) where they are proved the only ones, and where that is.

    ``terms`` is (15, M). Odds elsewhere mean nothing.
    """
    proved, odds = prove(terms, CUTS)
    for cuts in FINER:
        (left,) = (~proved).nonzero()
        if left.size:
            proved[left], odds[:, left] = prove(terms[:, left], cuts)
    for _ in range(STEPS):
        change, _ = newton(terms, odds)
        odds += change
    steady = np.maximum(np.abs(change[0]), np.abs(change[1])) < SETTLED
    (slow,) = (proved & ~steady).nonzero()
    for _ in range(MORE_STEPS):
        if not slow.size:
            break
        change, _ = newton(terms[:, slow], odds[:, slow])
        odds[:, slow] += change
        steady[slow] = np.maximum(np.abs(change[0]), np.abs(change[1])) < SETTLED
        slow = slow[~steady[slow]]
    return odds, proved & steady


def prove(terms: Floats, cuts: tuple[float, ...]) -> tuple[Mask, Floats]:
    """Return where one equilibrium is proved (M,), and a guess at its log-odds (2, M)."""
    curve = candidates(terms, cuts)
    gap = curve.place - curve.reply
    proved = ((_fall(terms, curve) < STEEP) | _away(terms, curve, gap)).all(axis=0)
    return proved & ordinary(terms), _guess(curve, gap)


def ordinary(terms: Floats) -> Mask:
    """Return where the payoffs are as the proof needs them, (M,)."""
    risen = np.minimum(np.minimum(terms[RISE][0], terms[RISE][1]), terms[DURESS])
    apart = np.minimum(terms[TALKS][0] - terms[TALKS][1], terms[BROKEN][0] - terms[BROKEN][1])
    least = np.minimum(np.minimum(risen, apart), terms[BROKEN][1])
    talks = terms[TALKS][0]
    largest = np.maximum(talks + terms[BROKEN][0], terms[DURESS] - talks)
    unsure = np.minimum(terms[PRIOR][0], terms[PRIOR][1]) > 0.0
    tame: Mask = (least >= 0.0) & (largest < TAMEST) & unsure
    return tame


def candidates(terms: Floats, cuts: tuple[float, ...]) -> Curve:
    """Return the curve of candidates where ``cuts`` divide the range of z."""
    low, high = terms[PRIOR]
    widest = _apart(terms, _expected(terms, _escalate(terms, 1, high[None])))
    rise = np.exp(widest * np.array(cuts)[:, None])
    after_closed = high * rise
    after_closed /= after_closed + low
    closed = _escalate(terms, 1, after_closed)
    reply = _expected(terms, closed)
    apart = _apart(terms, reply)
    spread = np.exp(apart)
    ratio = np.minimum(rise / spread, 1.0)
    likely = high * ratio
    mix = np.reciprocal(likely + low)
    likely *= mix
    opened = _escalate(terms, 0, likely)
    np.subtract(1.0, ratio, out=ratio)
    rise -= 1.0
    rise /= ratio
    place = np.log(rise, out=rise)
    reply *= terms[BROKEN][0]
    reply += terms[TALKS][0]
    reply -= terms[DURESS] * _expected(terms, opened)
    return Curve(apart, spread, mix, after_closed, place, reply, opened, closed)


def _escalate(terms: Floats, posture: int, belief: Floats) -> Floats:
    """Return (nerve, cut, M) the receiver's escalations after a posture, at ``belief`` (cut, M)."""
    hold = terms[HOLD].reshape(2, 2, -1)[posture]
    caution = terms[RISE][posture] * belief + hold[:, None]
    return one_in(np.exp(caution, out=caution))


def _apart(terms: Floats, closed: Floats) -> Floats:
    """Return d (cut, M) from the chance of escalation after a closed posture (cut, M)."""
    apart = (terms[BROKEN][0] - terms[BROKEN][1]) * closed
    apart += terms[TALKS][0] - terms[TALKS][1]
    return apart


def _expected(terms: Floats, nerves: Floats) -> Floats:
    """Return (cut, M) the mean over nerves of (nerve, cut, M)."""
    weighed = nerves * terms[NERVE][:, None]
    mean: Floats = weighed[0] + weighed[1]
    return mean


def _away(terms: Floats, curve: Curve, gap: Floats) -> Mask:
    """Return (cell, M) where h cannot be nought; ``gap`` (cut, M) is h at the cuts."""
    calmed = curve.open[:, :-1] - curve.open[:, 1:]
    least = terms[DURESS] * _expected(terms, calmed)
    away: Mask = (gap[:-1] - least > CLEAR) | (gap[1:] + least < -CLEAR)
    return away


def _fall(terms: Floats, curve: Curve) -> Floats:
    """Return (cell, M) a bound on the one term that can turn h back, see above; below 1: none."""
    low, high = terms[PRIOR]
    odds = curve.spread[:-1]
    slope = odds * low + high
    peak = np.minimum(np.maximum(0.5 + 0.5 * odds / slope, curve.mix[1:]), curve.mix[:-1])
    bound = odds - slope * peak
    bound *= peak - 1.0
    bound /= odds - 1.0
    bound *= _expected(terms, _steepest(curve.open[:, 1:], curve.open[:, :-1]))
    bound *= terms[DURESS] * terms[RISE][0] * low / high
    helping = _expected(terms, _steepest(curve.closed[:, 1:], curve.closed[:, :-1]))
    helping *= _steepest(curve.after_closed[:-1], curve.after_closed[1:])
    helping *= (terms[BROKEN][0] - terms[BROKEN][1]) * terms[RISE][1]
    helping += 1.0
    bound *= helping
    return bound


def _steepest(low: Floats, high: Floats) -> Floats:
    """Return the largest s (1 - s) for s between ``low`` and ``high``; any shape."""
    nearest = np.maximum(low, 0.5)
    np.minimum(nearest, high, out=nearest)
    steepest: Floats = (1.0 - nearest) * nearest
    return steepest


def _guess(curve: Curve, gap: Floats) -> Floats:
    """Return log-odds (2, M) near the zero of h: between the cuts where it changes its sign.

    The reply to the sender's probability of opening is taken as straight between the two cuts.
    """
    cuts, count = gap.shape
    after = np.minimum(np.maximum((gap < 0.0).sum(axis=0), 1), cuts - 1) * count + np.arange(count)
    cell = np.stack([after - count, after])
    reply, apart = curve.reply.take(cell), curve.apart.take(cell)
    short = logistic(reply) - logistic(curve.place.take(cell))
    share = short[0] / (short[0] - short[1])
    odds = np.empty((2, count))
    odds[0] = reply[0] + share * (reply[1] - reply[0])
    odds[1] = odds[0] - (apart[0] + share * (apart[1] - apart[0]))
    return odds
