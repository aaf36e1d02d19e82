"""Choosing among candidates: the simultaneous-move matrix, and a doctrine as an anchor.

Regret matching (Hart and Mas-Colell 2000) finds how both sides would mix over the matrix; the
choice weighs each candidate by its anchor and its worth, pi(a) in proportion to
anchor(a) exp(Q(a) / temperature) (piKL, Jacob et al. 2022).
"""

import numpy as np

from game.engine.board import Floats

ROUNDS = 300  # of regret matching; averages move by less than a hundredth after these


def regret_matching(own: Floats, enemy: Floats) -> tuple[Floats, Floats]:
    """Return both sides' average mixtures, (C,) and (B,), over payoffs (C, B) to each."""
    regret_own, regret_enemy = np.zeros(own.shape[0]), np.zeros(own.shape[1])
    sum_own, sum_enemy = np.zeros(own.shape[0]), np.zeros(own.shape[1])
    added = np.add.reduce  # as .sum() of arrays, which takes twice as long for a few numbers
    for _ in range(ROUNDS):
        mix_own, mix_enemy = _matched(regret_own), _matched(regret_enemy)
        sum_own += mix_own
        sum_enemy += mix_enemy
        gains_own = added(own * mix_enemy, 1)
        gains_enemy = added(enemy * mix_own[:, None], 0)
        gains_own -= added(mix_own * gains_own)
        gains_enemy -= added(mix_enemy * gains_enemy)
        regret_own += gains_own
        regret_enemy += gains_enemy
    return sum_own / ROUNDS, sum_enemy / ROUNDS


def _matched(regret: Floats) -> Floats:
    """Return the mixture in proportion to positive regret, even without any."""
    positive = np.maximum(regret, 0.0)
    total = np.add.reduce(positive)
    if total <= 0.0:
        return np.full(len(regret), 1.0 / len(regret))
    mixture: Floats = positive / total
    return mixture


def anchored(anchor: Floats, worth: Floats, temperature: float) -> Floats:
    """Return (C,) the choice: anchor times exp(worth / temperature), summing to 1."""
    odds = np.log(np.maximum(anchor, 1e-12)) + (worth - worth.max()) / temperature
    grown = np.exp(odds - odds.max())
    return np.asarray(grown / grown.sum())


def cautious(samples: Floats, caution: float) -> Floats:
    """Return (C,) the worth of candidates from samples (C, M): the mean, and by ``caution`` (0..1)
    the mean of the worse half; where it is below nought, by so much the mean of the better half."""
    half, ordered = max(samples.shape[1] // 2, 1), np.sort(samples, axis=1)
    looked_at = ordered[:, -half:] if caution < 0.0 else ordered[:, :half]
    share = abs(caution)
    return np.asarray((1.0 - share) * samples.mean(axis=1) + share * looked_at.mean(axis=1))


def drawn(mixture: Floats, chance: float) -> int:
    """Return the index that ``chance`` (0..1) falls on."""
    return min(int(np.searchsorted(np.cumsum(mixture), chance)), len(mixture) - 1)
