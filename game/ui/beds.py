"""What hums underneath: a sparse theme, and the room one sits in with the weather outside.

A bed is made of layers, one at a time, so that no frame waits for it: each returns a loop of the
same length without a seam. Places and weathers are the calendar's: they tell nothing of the war.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import numpy as np

from game.ui.waves import Wave, coloured, count, dull, ends, fade, levelled, noise, put, swell, tone

SECONDS: Final = 12.0  # of a room's loop
THEME_SECONDS: Final = 32.0
THEME: Final = "theme"
PEAKS: Final = {
    "theme low": -21.0,
    "theme middle": -23.5,
    "theme high": -26.0,
    "washington": -33.0,
    "hanoi": -33.0,
    "wind": -36.0,
    "rain": -37.0,
    "crickets": -40.0,
    "cicadas": -42.0,
    "thunder": -31.0,
}
"""The largest sample of each layer, in decibels below full; Calibrated as the cues' are."""
LAYERS: Final = {
    THEME: ("theme low", "theme middle", "theme high"),
    "washington winter": ("washington", "wind"),
    "washington spring": ("washington", "rain"),
    "washington summer": ("washington", "cicadas"),
    "washington autumn": ("washington", "wind"),
    "hanoi winter": ("hanoi", "rain"),
    "hanoi spring": ("hanoi", "cicadas"),
    "hanoi summer": ("hanoi", "rain", "thunder"),
    "hanoi autumn": ("hanoi", "crickets"),
}
"""A place and a season. Hanoi has drizzle in the first months of a year, its rains and storms from
July to September, and dry clear months after them."""
CAPTIONS: Final = {
    THEME: "a few slow notes",
    "washington winter": "typewriters far off; wind at the window",
    "washington spring": "typewriters far off; rain at the window",
    "washington summer": "typewriters far off; cicadas",
    "washington autumn": "typewriters far off; wind at the window",
    "hanoi winter": "bicycle bells far off; drizzle",
    "hanoi spring": "bicycle bells far off; cicadas",
    "hanoi summer": "bicycle bells far off; rain and thunder",
    "hanoi autumn": "bicycle bells far off; crickets",
}


@cache
def layer(name: str) -> Wave:
    """Return one layer's loop; KeyError for a name that none has."""
    return levelled(MADE[name](), PEAKS[name])


def bed(name: str) -> Wave:
    """Return a bed's loop, all its layers; KeyError for a name that none has."""
    return np.asarray(sum(layer(one) for one in LAYERS[name]))


@cache
def _pluck(hertz: float) -> Wave:
    """Return a string plucked once: its higher parts die first."""
    parts = (fade(tone(hertz * part, 4.0), 1.1 / part) / part**1.4 for part in range(1, 6))
    return ends(np.asarray(sum(parts)), 0.006, 0.5)


def _theme(*notes: tuple[float, float, float]) -> Wave:
    """Return a part of the theme; each note is seconds, hertz, loudness."""
    made = np.zeros(count(THEME_SECONDS))
    for at, hertz, loud in notes:
        put(made, _pluck(hertz), at, loud)
    return made


def _low() -> Wave:
    """The theme is a figure of open fifths with long rests; it resolves nothing."""
    return _theme((0.5, 146.8, 0.9), (8.0, 146.8, 0.7), (20.5, 110.0, 0.9))


def _middle() -> Wave:
    return _theme((5.5, 196.0, 0.5), (12.5, 174.6, 0.8), (24.0, 164.8, 0.6))


def _high() -> Wave:
    return _theme((2.5, 220.0, 0.6), (14.5, 261.6, 0.5), (17.5, 220.0, 0.5), (26.0, 220.0, 0.4))


def _washington() -> Wave:
    made = 0.5 * coloured(count(SECONDS), 60, 260, 11)
    for at, keys in ((1.0, 7), (4.2, 4), (5.4, 9), (9.1, 6)):
        for key in range(keys):
            put(made, fade(dull(noise(0.05, key), 7), 0.008), at + 0.14 * key, 0.5)
    return made


def _hanoi() -> Wave:
    made = 0.5 * coloured(count(SECONDS), 80, 320, 12)
    ring = ends(fade(tone(2350, 0.7) + 0.6 * tone(3120, 0.7), 0.14), 0.002, 0.1)
    for at, loud in ((2.1, 0.3), (2.32, 0.24), (7.7, 0.16), (10.4, 0.2), (10.62, 0.15)):
        put(made, ring, at, loud)
    return made


def _gusts(wave: Wave, turns: int, depth: float) -> Wave:
    """Return a loop whose loudness goes up and down a whole number of times."""
    wheel = np.linspace(0, 2 * np.pi * turns, len(wave), endpoint=False)
    return np.asarray(wave * (1.0 - depth * (0.5 + 0.5 * np.cos(wheel))))


def _wind() -> Wave:
    return _gusts(_gusts(coloured(count(SECONDS), 120, 600, 13), 2, 0.7), 5, 0.4)


def _rain() -> Wave:
    return _gusts(coloured(count(SECONDS), 900, 7000, 15), 1, 0.3)


def _crickets() -> Wave:
    made = 0.04 * coloured(count(SECONDS), 200, 900, 16)
    chirp = np.concatenate([tone(4300, 0.03) * swell(0.03) for _ in range(4)])
    for beat in range(16):
        put(made, chirp, 0.75 * beat, 0.5 if beat % 5 else 0.15)
    return made


def _cicadas() -> Wave:
    wave = coloured(count(SECONDS), 3600, 5200, 17)
    return _gusts(_gusts(wave, 2, 0.8), round(SECONDS * 41), 0.5)


def _thunder() -> Wave:
    made = np.zeros(count(SECONDS))
    roll = coloured(count(4.0), 30, 160, 18) + 0.3 * coloured(count(4.0), 160, 420, 19)
    put(made, roll * swell(4.0, 1.5) * (1 + 0.5 * tone(1.3, 4.0)), 3.0)
    return made


MADE: Final[dict[str, Callable[[], Wave]]] = {
    "theme low": _low,
    "theme middle": _middle,
    "theme high": _high,
    "washington": _washington,
    "hanoi": _hanoi,
    "wind": _wind,
    "rain": _rain,
    "crickets": _crickets,
    "cicadas": _cicadas,
    "thunder": _thunder,
}
