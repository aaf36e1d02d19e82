"""Luck: every draw of a quarter, as an argument that the caller must hand over.

A draw is keyed by (seed, quarter, purpose, index), so that a new rule disturbs nobody else's luck
and a war draws the same alone or in company. Each draw is 16 bits, read as the midpoint of one of
65,536 equal slices of probability; four draws come from one 64-bit hash (splitmix64, Steele, Lea
and Flood 2014).
"""

from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.engine.board import Floats, Ints

NORMALS: Final = (
    "us_deaths", "hanoi_deaths", "saigon_deaths", "aircraft", "prisoners", "claims",
    "approval", "stability", "throughput", "scale_washington", "scale_hanoi",
    "seen_main_force_I", "seen_main_force_II", "seen_main_force_III", "seen_main_force_IV",
    "seen_guerrillas", "seen_infiltration", "seen_throughput", "seen_capacity", "seen_cohesion",
    "seen_quality", "seen_control", "seen_reserve", "seen_terms_washington", "seen_terms_hanoi",
)  # fmt: skip
UNIFORMS: Final = (
    "leak_washington", "leak_hanoi", "saigon_falls", "consent_breaks", "north_breaks", "nerve_anew",
    "resilience_washington", "resilience_hanoi", "nerve_washington", "nerve_hanoi",
    "dilemma_washington_0", "dilemma_washington_1", "dilemma_hanoi_0", "dilemma_hanoi_1",
    "taken_washington", "taken_hanoi",
    "tilt_washington_forces", "tilt_washington_army", "tilt_washington_saigon",
    "tilt_washington_bombing", "tilt_washington_prisoners",
    "tilt_hanoi_forces", "tilt_hanoi_army", "tilt_hanoi_saigon",
    "tilt_hanoi_bombing", "tilt_hanoi_prisoners",
    "threshold", "seen_brink_washington", "seen_brink_hanoi",
)  # fmt: skip
DRAWS: Final = (*NORMALS, *UNIFORMS)
_PURPOSE: Final = {name: index for index, name in enumerate(DRAWS)}
_WORDS: Final = -(-len(DRAWS) // 4)
_MIDPOINT: Final = 0.5 / 65536


@dataclass(frozen=True)
class Luck:
    """The draws of one quarter in N wars: (J, N), a row a purpose.

    Rows of NORMALS are standard normal, rows of UNIFORMS lie in (0, 1).
    """

    rows: Floats

    def __getitem__(self, purpose: str) -> Floats:
        """Return (N,) the draws for ``purpose``."""
        return self.rows[_PURPOSE[purpose]]


def draw(seeds: Ints, quarter: Ints | int) -> Luck:
    """Return the luck of ``quarter``, one for all or (N,), in the wars whose ``seeds`` (N,) are
    given."""
    key = seeds.astype(np.uint64)
    when = np.atleast_1d(np.asarray(quarter + 1)).astype(np.uint64)
    stepped = _mixed(key ^ _mixed(when))
    hashed = _mixed(stepped + np.arange(1, _WORDS + 1, dtype=np.uint64)[:, None] * _GOLDEN)
    parts = np.empty((_WORDS, 4, len(seeds)), dtype=np.uint16)
    for part in range(4):
        parts[:, part] = hashed >> np.uint64(16 * part)
    bits = parts.reshape(4 * _WORDS, len(seeds))
    rows = np.empty((len(DRAWS), len(seeds)))
    rows[: len(NORMALS)] = _quantiles().take(bits[: len(NORMALS)])
    rows[len(NORMALS) :] = bits[len(NORMALS) : len(DRAWS)] * (1 / 65536) + _MIDPOINT
    return Luck(rows)


def neutral(worlds: int) -> Luck:
    """Return the luck in which every draw is at its median: nothing rarer than one half happens."""
    rows = np.zeros((len(DRAWS), worlds))
    rows[len(NORMALS) :] = 0.5
    return Luck(rows)


_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)


def _mixed(key: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return splitmix64's finaliser of each 64-bit word."""
    word = key + _GOLDEN
    word ^= word >> np.uint64(30)
    word *= np.uint64(0xBF58476D1CE4E5B9)
    word ^= word >> np.uint64(27)
    word *= np.uint64(0x94D049BB133111EB)
    word ^= word >> np.uint64(31)
    return word


@cache
def _quantiles() -> Floats:
    """Return the 65,536 midpoints of equal slices of the standard normal."""
    upper = [NormalDist().inv_cdf((k + 0.5) / 65536) for k in range(32768, 65536)]
    half = np.array(upper)
    return np.concatenate([-half[::-1], half])
