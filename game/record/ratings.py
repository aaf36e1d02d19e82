"""Ratings: who is stronger, and how sure one may be.

Bradley-Terry strengths by the minorise-maximise iteration (Hunter 2004) with one drawn pair of
pseudo-games for each entrant, in Elo points; intervals by resampling pairs with a fixed seed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ELO = 400.0 / np.log(10.0)
STEPS = 200  # of the iteration; strengths move by less than 1e-6 after these
PRIOR = 0.5  # pseudo-wins each way against the average; keeps a clean sweep finite
RESAMPLES = 400


@dataclass(frozen=True)
class Rating:
    """One entrant's strength in Elo points, with the bounds of its 95 % interval."""

    name: str
    elo: float
    low: float
    high: float


def strengths(wins: Floats) -> Floats:
    """Return (..., E) Elo points, mean nought, from ``wins`` (..., E, E): row beats column, draws
    half. Leading axes are separate tables."""
    games = wins + np.swapaxes(wins, -1, -2)
    power = np.ones(wins.shape[:-1])
    own = np.eye(wins.shape[-1], dtype=bool)
    for _ in range(STEPS):
        met = np.where(own, 0.0, games / (power[..., :, None] + power[..., None, :]))
        against = met.sum(axis=-1) + 2.0 * PRIOR / (power + 1.0)
        power = (wins.sum(axis=-1) + PRIOR) / against
        power = power / np.exp(np.log(power).mean(axis=-1, keepdims=True))
    return np.asarray(ELO * np.log(power))


def rated(names: list[str], pairs: list[tuple[int, int, float]], seed: int) -> list[Rating]:
    """Return ratings, strongest first, from ``pairs`` of (one, other, share won by one)."""
    rows = np.array(pairs, dtype=np.float64).reshape(-1, 3)
    luck = np.random.Generator(np.random.PCG64(seed))
    drawn = luck.integers(0, len(rows), (RESAMPLES, len(rows)))
    best = strengths(_table(rows, len(names)))
    tables = np.stack([_table(rows[chosen], len(names)) for chosen in drawn])
    low, high = np.quantile(strengths(tables), (0.025, 0.975), axis=0)
    made = [
        Rating(name, float(best[i]), float(low[i]), float(high[i])) for i, name in enumerate(names)
    ]
    return sorted(made, key=lambda rating: -rating.elo)


def _table(rows: Floats, count: int) -> Floats:
    wins = np.zeros((count, count))
    one, other = rows[:, 0].astype(int), rows[:, 1].astype(int)
    np.add.at(wins, (one, other), rows[:, 2])
    np.add.at(wins, (other, one), 1.0 - rows[:, 2])
    return wins


def share_interval(won: float, count: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share, from ``won`` (draws half) of ``count``."""
    if count == 0:
        return 0.0, 1.0
    z, share = 1.959964, won / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count**2)) / (1 + z * z / count)
    return float(middle - reach), float(middle + reach)


def mean_interval(values: Floats, seed: int) -> tuple[float, float, float]:
    """Return the mean of ``values`` and its 95 % bootstrap interval."""
    luck = np.random.Generator(np.random.PCG64(seed))
    drawn = values[luck.integers(0, len(values), (RESAMPLES, len(values)))].mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(values.mean()), float(low), float(high)


def settled(won: float, count: int, bar: float = 0.6, doubt: float = 0.05) -> bool | None:
    """Return whether the sequential test has decided that the share won is at ``bar`` (True) or no
    better than one half (False); None while it has not.

    Wald's probability ratio test of ``bar`` against .5 with ``doubt`` both ways.
    """
    lost = count - won
    ratio = won * np.log(bar / 0.5) + lost * np.log((1.0 - bar) / 0.5)
    edge = float(np.log((1.0 - doubt) / doubt))
    if ratio >= edge:
        return True
    return False if ratio <= -edge else None
