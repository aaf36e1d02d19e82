"""What every sound is made of: noise, tones, and how they die away; samples -1..1 at one rate.

Nothing is recorded, and nothing is drawn by chance: the same name gives the same samples.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE: Final = 22_050  # samples a second
SEED: Final = 1965  # of the noise; any would do
FULL: Final = 32_767  # the largest sample a card takes
Wave = NDArray[np.float64]


def count(seconds: float) -> int:
    """Return how many samples so many seconds are."""
    return round(RATE * seconds)


def noise(seconds: float, seed: int = SEED) -> Wave:
    """Return even noise."""
    return np.random.default_rng(seed).uniform(-1, 1, count(seconds))


def tone(hertz: float, seconds: float) -> Wave:
    """Return a plain tone."""
    return np.asarray(np.sin(2 * np.pi * hertz * np.arange(count(seconds)) / RATE))


def slide(first: float, last: float, seconds: float) -> Wave:
    """Return a tone that moves evenly from one pitch to another, in hertz."""
    pitch = np.linspace(first, last, count(seconds))
    return np.asarray(np.sin(2 * np.pi * np.cumsum(pitch) / RATE))


def fade(wave: Wave, seconds: float) -> Wave:
    """Return a wave that dies away, to a third in so many seconds."""
    return np.asarray(wave * np.exp(-np.arange(len(wave)) / (RATE * seconds)))


def ends(wave: Wave, rise: float, fall: float) -> Wave:
    """Return a wave that begins and ends in silence, over so many seconds each: no click."""
    made = wave.copy()
    up, down = count(rise), count(fall)
    made[:up] *= np.linspace(0.0, 1.0, up) ** 2
    made[len(made) - down :] *= np.linspace(1.0, 0.0, down) ** 2
    return made


def dull(wave: Wave, width: int) -> Wave:
    """Return a wave without its highest notes: a running mean over ``width`` samples."""
    return np.asarray(np.convolve(wave, np.ones(width) / width, mode="same"))


def swell(seconds: float, power: float = 2.0) -> Wave:
    """Return a hump from 0 by 1 to 0."""
    return np.asarray(np.sin(np.linspace(0, np.pi, count(seconds))) ** power)


def coloured(samples: int, low: float, high: float, seed: int) -> Wave:
    """Return noise between two pitches, in hertz, that repeats itself without a seam."""
    spectrum = np.zeros(samples // 2 + 1, dtype=np.complex128)
    first, last = (round(pitch * samples / RATE) for pitch in (low, high))
    turns = np.random.default_rng(seed).uniform(0, 2 * np.pi, last - first)
    spectrum[first:last] = np.exp(1j * turns) / np.sqrt(np.arange(1 + first, 1 + last))
    wave = np.fft.irfft(spectrum, samples)
    return np.asarray(wave / np.abs(wave).max())


def put(into: Wave, wave: Wave, at: float, loud: float = 1.0) -> None:
    """Add a wave at so many seconds; what runs over the end goes on at the beginning, so that a
    loop has no seam."""
    places = (count(at) + np.arange(len(wave))) % len(into)
    into[places] += loud * wave


def levelled(wave: Wave, peak: float) -> Wave:
    """Return a wave without a mean, whose largest sample stands at ``peak`` decibels below full
    (less than 0)."""
    centred = wave - wave.mean()
    return np.asarray(centred * (10 ** (peak / 20) / np.abs(centred).max()))


def samples(wave: Wave) -> bytes:
    """Return a wave as a card takes it: whole numbers of 16 bits, one channel."""
    return (np.clip(wave, -1, 1) * FULL).astype("<i2").tobytes()
