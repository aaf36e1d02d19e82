"""How a belief moves: what demonstrations, postures and escalations tell, and how it fades.

A government's belief about its enemy is a prior and two memories, all in log-odds: a slow one of
demonstrations, a fast one of postures. A posture is news when it changes; the twelfth refusal says
little.
A fall of openness counts from the level at which the sender had *settled*, which follows its
openness upwards slowly and downwards at once. So to open for a quarter and close again is not read
as the refusal of a government that had meant it, and no seesaw of two rungs talks a belief upwards.

Every function is elementwise: arrays of any shapes that broadcast, usually (N,) or (N, S). So may
be the constants, for a fit or a sweep. Openness is 0..1, evidence is in log-odds for the first
hypothesis named (high resilience, or dove), memories are sums of evidence.

Left out on purpose: what a posture tells about nerve, and what an escalation tells about
resilience (in a prototype its weight was fitted to nought).
"""

from dataclasses import dataclass

import numpy as np

from game.theory.response import Floats, Mask, logistic

Numbers = Floats | float

RUNGS_OPENNESS = (0.0, 0.25, 0.75, 1.0)  # refuse, state conditions, accept contacts, open talks
EDGE = 1e-6  # likelihoods are kept this far from 0 and 1: they arrive rounded to 1e-6


@dataclass(frozen=True)
class BeliefConstants:
    """How fast memories fade and how much evidence weighs; each a float or an array."""

    demonstration_half_life: Numbers = 8.0  # quarters; Calibrated: what Tet told is stale by 1971
    posture_half_life: Numbers = 2.0  # quarters; Calibrated: eight quiet quarters heal an opening
    settling_half_life: Numbers = 4.0  # quarters; Calibrated: no seesaw of rungs pays
    standing_open: Numbers = 0.19  # share; Calibrated: a hand left out goes on telling
    standing_weight: Numbers = 0.1  # share; Calibrated: thirteen refusals move p by less than .1
    nerve_half_life: Numbers = 4.0  # quarters; Calibrated: a prototype's fit of 16 % a quarter
    nerve_weight: Numbers = 0.48  # share; Calibrated: one pause does not make a dove
    low_share: Numbers = 0.5  # of a demonstration ordered, what a low type mounts; Calibrated
    scale_noise: Numbers = 0.331  # standard deviation of the scale seen; Calibrated: full, 1.14
    demonstration_fading: Numbers = 0.6  # share of recent ones kept a quarter; Calibrated
    least: Numbers = 0.02  # a belief is never surer than this
    most: Numbers = 0.98


STANDARD = BeliefConstants()


def belief(prior: Numbers, *memories: Numbers, constants: BeliefConstants = STANDARD) -> Floats:
    """Return the belief (0..1) after evidence ``memories`` in log-odds on top of ``prior`` (0..1).

    The prior must lie inside (0, 1); the result is kept within ``least`` and ``most``.
    """
    odds = np.log(prior) - np.log1p(-np.asarray(prior)) + sum(memories)
    return np.clip(logistic(np.asarray(odds)), constants.least, constants.most)


def fade(memory: Numbers, half_life: Numbers) -> Floats:
    """Return what is left of a memory after one quarter; ``half_life`` in quarters, above 0."""
    return np.asarray(memory * np.exp2(-1.0 / np.asarray(half_life)))


def evidence_ratio(if_first: Numbers, if_second: Numbers) -> Floats:
    """Return log(if_first / if_second), both kept within EDGE and 1 - EDGE."""
    first, second = (np.clip(value, EDGE, 1.0 - EDGE) for value in (if_first, if_second))
    return np.asarray(np.log(first) - np.log(second))


@dataclass(frozen=True)
class Showing:
    """What a sender showed this quarter, against what it had shown; openness 0..1."""

    before: Floats  # openness of the rung last quarter
    now: Floats  # openness of the rung this quarter
    settled: Floats  # openness at which it had settled by last quarter, see ``settle_openness``
    offered: Numbers = 0.0  # openness of an offer put before it this quarter; 0 if there was none


def posture_evidence(
    showing: Showing,
    open_if_low: Numbers,
    open_if_high: Numbers,
    constants: BeliefConstants = STANDARD,
) -> Floats:
    """Return what a quarter's posture tells for high resilience, in log-odds, in public.

    ``open_if_low`` and ``open_if_high`` are the equilibrium's probabilities of opening.
    A hand left out goes on telling, for the part that was out last quarter too; a closed one tells
    little. Refusing an offer counts as a fall from the openness offered; an offer refused once is
    not news the next quarter, so the caller passes it in the quarter in which it is made.
    """
    opening = evidence_ratio(open_if_high, open_if_low)
    closing = evidence_ratio(1.0 - np.asarray(open_if_high), 1.0 - np.asarray(open_if_low))
    rise = np.maximum(showing.now - showing.before, 0.0)
    fall = np.maximum(np.maximum(showing.settled, showing.offered) - showing.now, 0.0)
    fall = np.where(rise > 0.0, 0.0, fall)
    standing = (rise == 0.0) & (fall == 0.0)
    kept_open = constants.standing_open * np.minimum(showing.now, showing.before) * opening
    kept_shut = constants.standing_weight * (1.0 - showing.now) * closing
    told = rise * opening + fall * closing + kept_open + standing * kept_shut
    return np.asarray(told)


def settle_openness(
    settled: Numbers, now: Numbers, constants: BeliefConstants = STANDARD
) -> Floats:
    """Return the openness (0..1) at which a sender has settled after showing ``now`` a quarter."""
    climbed = now - fade(np.asarray(now) - settled, constants.settling_half_life)
    return np.minimum(now, climbed)


def shield(evidence: Numbers, share: Numbers) -> tuple[Floats, Floats]:
    """Return the evidence a channel lets through and what it keeps back.

    ``share`` is the channel's shield, 0 (in public) to 1 (nothing is inferred). What is kept back
    fades like other evidence of postures and is added to it when the channel leaks.
    """
    kept = np.asarray(evidence * np.asarray(share))
    return evidence - kept, kept


def leak(memory: Numbers, kept: Numbers, leaked: Mask) -> tuple[Floats, Floats]:
    """Return the memory of postures and what is still kept back, where channels ``leaked``."""
    return np.where(leaked, memory + kept, memory), np.where(leaked, 0.0, kept)


def nerve_evidence(
    escalation: Numbers,
    dove_escalates: Numbers,
    hawk_escalates: Numbers,
    constants: BeliefConstants = STANDARD,
) -> Floats:
    """Return what an answer to a posture tells for a dove, in log-odds.

    ``escalation`` is how far the receiver escalated, 0 (held) to 1; the probabilities are those of
    escalating on the posture that was shown.
    """
    went = evidence_ratio(dove_escalates, hawk_escalates)
    held = evidence_ratio(1.0 - np.asarray(dove_escalates), 1.0 - np.asarray(hawk_escalates))
    return np.asarray(constants.nerve_weight * (escalation * went + (1.0 - escalation) * held))


def demonstration_evidence(
    ordered: Numbers, mounted: Numbers, recent: Numbers, constants: BeliefConstants = STANDARD
) -> Floats:
    """Return what a demonstration tells for high resilience, in log-odds.

    ``ordered`` is its intensity d, 0..1; ``mounted`` the scale x that was seen to be mounted and
    kept up, in the same unit, not who won. A high type mounts d, a low type ``low_share`` of it,
    either with normal noise of ``scale_noise``: so it backfires where x falls short of the middle
    between them. ``recent`` is the memory of earlier ones (``remember_demonstration``): a second
    wave tells less than the first.
    """
    half_gap = 0.5 * (1.0 - np.asarray(constants.low_share))
    middle = ordered * (1.0 - half_gap)
    sharpness = 2.0 * half_gap * ordered / np.square(constants.scale_noise)
    return np.asarray(sharpness * (mounted - middle) / (1.0 + np.asarray(recent)))


def remember_demonstration(
    recent: Numbers, ordered: Numbers, constants: BeliefConstants = STANDARD
) -> Floats:
    """Return the memory of recent demonstrations (in full ones) after one of this intensity."""
    return np.asarray(constants.demonstration_fading * np.asarray(recent) + ordered)
