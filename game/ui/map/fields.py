"""Fields of numbers behind the map's pixels: distances, noise, and smooth samples of the relief.

Arrays are (x, y), as pygame's pixel arrays are, in pixels of the finished map.
"""

from functools import cache

import numpy as np
import pygame
import pygame.surfarray
from numpy.typing import NDArray

from game.ui.assets import MAP
from game.ui.map.projection import DATA, NARROWING, Frame

Field = NDArray[np.float32]
NOISE = 512  # pixels a side of the repeating noise
SEED = 1968  # of the paper; any would do
GRAINS = ((0.35, SEED), (1.7, SEED))  # roughness and seed of the paper's grain and blotches
RIDGES = (1.9, SEED + 1)  # the same of invented ridges


def distance(marked: NDArray[np.bool_], reach: int) -> Field:
    """Return the distance in pixels to the nearest marked pixel, at most ``reach``.

    Exact within the reach: columns first by running sums, then rows by trying every shift.
    """
    far = np.float32(reach)
    down = np.where(marked, np.float32(0), far).astype(np.float32)
    for y in range(1, down.shape[1]):
        np.minimum(down[:, y], down[:, y - 1] + 1, out=down[:, y])
    for y in range(down.shape[1] - 2, -1, -1):
        np.minimum(down[:, y], down[:, y + 1] + 1, out=down[:, y])
    square = down * down
    nearest = square.copy()
    for shift in range(1, reach):
        cost = np.float32(shift * shift)
        np.minimum(nearest[shift:], square[:-shift] + cost, out=nearest[shift:])
        np.minimum(nearest[:-shift], square[shift:] + cost, out=nearest[:-shift])
    return np.asarray(np.minimum(np.sqrt(nearest), far), dtype=np.float32)


def soften(field: Field) -> Field:
    """Return a field blurred by a three-pixel tent each way; edges repeat."""
    wide = np.pad(field, 1, mode="edge")
    across = (wide[:-2] + 2 * wide[1:-1] + wide[2:]) * np.float32(0.25)
    blurred = (across[:, :-2] + 2 * across[:, 1:-1] + across[:, 2:]) * np.float32(0.25)
    return np.asarray(blurred, dtype=np.float32)


@cache
def noise(roughness: float, seed: int = SEED) -> Field:
    """Return seamless (NOISE, NOISE) noise, mean 0, deviation 1; higher is smoother."""
    random = np.random.default_rng(seed)
    waves = np.fft.fft2(random.standard_normal((NOISE, NOISE)))
    pace = np.fft.fftfreq(NOISE)
    length = np.hypot(pace[:, None], pace[None, :])
    length[0, 0] = 1.0
    waves /= length**roughness
    waves[0, 0] = 0.0
    grain = np.real(np.fft.ifft2(waves))
    return np.asarray(grain / grain.std(), dtype=np.float32)


@cache
def crags() -> Field:
    """Return a seamless hill shade of invented ridges, mean 0: fine grain between real hills."""
    height = -np.abs(noise(*RIDGES))
    slope = height - np.roll(height, (2, 2), axis=(0, 1))
    return np.asarray(np.clip(slope * 4.0, -1.0, 1.0), dtype=np.float32)


def tiled(texture: Field, left: int, top: int, width: int, height: int) -> Field:
    """Return the part of a repeating texture that starts at a pixel of the whole map."""
    x = np.arange(left, left + width) % NOISE
    y = np.arange(top, top + height) % NOISE
    return texture[np.ix_(x, y)]


@cache
def picture(name: str) -> NDArray[np.uint8]:
    """Return a grey picture of the map files as (x, y), 0..255."""
    return pygame.surfarray.array_red(loaded(name)).astype(np.uint8)


@cache
def loaded(name: str) -> pygame.Surface:
    """Return a grey picture of the map files as it stands on disk."""
    return pygame.image.load(str(MAP / "wide" / name))


def sample(name: str, frame: Frame, left: int, top: int, width: int, height: int) -> Field:
    """Return a picture of the whole data area over some pixels of a frame, by cubic curves."""
    source = picture(name)
    per_x = source.shape[0] / (DATA[2] - DATA[0])
    per_y = source.shape[1] / (DATA[3] - DATA[1])
    x = frame.west + (np.arange(width) + left + 0.5) / (frame.scale * NARROWING)
    y = frame.north - (np.arange(height) + top + 0.5) / frame.scale
    down = (DATA[3] - y) * per_y - 0.5
    first = max(int(down[0]) - 2, 0)
    strip = source[:, first : int(down[-1]) + 4]
    across = _cubic(strip, (x - DATA[0]) * per_x - 0.5) / np.float32(255)
    return _cubic(np.ascontiguousarray(across.T), down - first).T


def _cubic(source: Field | NDArray[np.uint8], at: NDArray[np.float64]) -> Field:
    """Return rows of ``source`` interpolated at fractional indices (Catmull and Rom)."""
    base = np.floor(at).astype(np.int64)
    part = (at - base).astype(np.float32)[:, None]
    last = len(source) - 1
    before, here, after, beyond = (
        source[np.clip(base + i, 0, last)].astype(np.float32) for i in (-1, 0, 1, 2)
    )
    return np.asarray(
        here
        + 0.5 * part * (after - before)
        + part**2 * (before - 2.5 * here + 2 * after - 0.5 * beyond)
        + part**3 * (-0.5 * before + 1.5 * here - 1.5 * after + 0.5 * beyond),
        dtype=np.float32,
    )


def forget() -> None:
    """Give back the memory of everything kept for baking."""
    loaded.cache_clear()
    picture.cache_clear()
    noise.cache_clear()
    crags.cache_clear()
