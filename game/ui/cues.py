"""The cues, made by arithmetic: what hands do at a desk, and one sound for each great moment.

None is a fanfare, none praises, and no blow is louder than a page that turns by more than a card
can bear on a quiet evening. Each has a caption, and a peak in one place.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import numpy as np

from game.ui.waves import (
    Wave,
    coloured,
    count,
    dull,
    ends,
    fade,
    levelled,
    noise,
    put,
    slide,
    swell,
    tone,
)

CAPTIONS: Final = {
    "key": "a key clicks",
    "telex": "a teleprinter chatters",
    "stamp": "a stamp falls",
    "page": "a page turns",
    "bell": "a bell",
    "artillery": "guns, far away",
    "refused": "a dull knock",
    "climax_offensive": "blows near and far, then none",
    "climax_bombs": "engines pass over; far thuds",
    "climax_session": "chairs are drawn up; a murmur",
    "climax_door_open": "a latch; a door opens",
    "climax_door_shut": "a door falls shut; a latch",
    "climax_leak": "teleprinters, one after another",
    "climax_signature": "a pen scratches",
    "climax_collapse": "a crowd, which thins to wind",
    "climax_unsettled": "wind; a clock ticks on",
}
PEAKS: Final = {
    "key": -18.0,
    "telex": -16.0,
    "stamp": -13.0,
    "page": -22.0,
    "bell": -19.0,
    "artillery": -14.0,
    "refused": -17.0,
    "climax_offensive": -10.0,
    "climax_bombs": -11.0,
    "climax_session": -16.0,
    "climax_door_open": -13.0,
    "climax_door_shut": -11.0,
    "climax_leak": -12.0,
    "climax_signature": -17.0,
    "climax_collapse": -13.0,
    "climax_unsettled": -15.0,
}
"""The largest sample of each, in decibels below full. Calibrated by ``tools/sounds.py``, which
holds each sound's loudness to bounds."""


@cache
def wave(name: str) -> Wave:
    """Return one cue's samples, -1..1; KeyError for a name that no cue has."""
    return levelled(ends(MADE[name](), 0.001, 0.012), PEAKS[name])


def _key() -> Wave:
    return fade(dull(noise(0.05), 3), 0.006)


def _stroke() -> Wave:
    return np.pad(fade(dull(noise(0.05), 4), 0.008), (0, count(0.03)))


def _telex(strokes: int = 11) -> Wave:
    stroke = _stroke()
    return np.concatenate([stroke * (0.7 + 0.3 * (i % 3 == 0)) for i in range(strokes)])


def _stamp() -> Wave:
    return 1.4 * fade(dull(noise(0.2), 24), 0.03) + fade(tone(88, 0.2), 0.04)


def _page() -> Wave:
    return dull(noise(0.28), 5) * swell(0.28)


def _bell() -> Wave:
    return fade(tone(880, 0.9) + 0.5 * tone(2217, 0.9), 0.22)


def _artillery() -> Wave:
    shot = np.pad(fade(dull(noise(0.35), 48), 0.09), (0, count(0.12)))
    return np.concatenate([shot, 0.6 * shot])


def _refused() -> Wave:
    return fade(tone(120, 0.15) + 0.4 * tone(240, 0.15), 0.03)


def _thud(seed: int) -> Wave:
    """Return one low blow; its overtones let a small loudspeaker give it too."""
    low = coloured(count(1.0), 55, 130, seed) + 0.35 * coloured(count(1.0), 130, 420, seed + 1)
    return ends(fade(low, 0.16), 0.004, 0.05)


def _offensive() -> Wave:
    made = np.zeros(count(4.4))
    for place, (at, loud) in enumerate(
        ((0.0, 1.0), (0.5, 0.85), (1.3, 0.6), (1.5, 0.5), (1.72, 0.42), (2.0, 0.34), (2.5, 0.2))
    ):
        put(made, _thud(40 + 2 * place), at, loud)
    return made


def _bombs() -> Wave:
    seconds = 4.4
    drone = sum(
        tone(hertz, seconds) / (1 + place)
        for place, hertz in enumerate((82.0, 83.7, 123.5, 165.2, 247.0))
    )
    made = np.asarray(drone * swell(seconds, 3.0)) * 0.5
    for at, loud in ((2.3, 0.55), (2.62, 0.45), (2.95, 0.3)):
        put(made, _thud(71), at, loud)
    return made


def _session() -> Wave:
    made = 0.5 * coloured(count(3.0), 180, 900, 81) * swell(3.0)
    made *= 1.0 + 0.4 * tone(3.1, 3.0)  # speech comes in waves
    for at in (0.1, 0.55, 1.15):
        put(
            made,
            ends(dull(noise(0.22, 82), 9) * swell(0.22) * (1 + tone(37, 0.22)), 0.01, 0.05),
            at,
            0.6,
        )
    return made


def _latch(first: float, last: float) -> Wave:
    made = np.zeros(count(0.22))
    put(made, fade(dull(noise(0.05, 91), 3), 0.007), 0.0, 0.8)
    put(made, fade(slide(first, last, 0.14), 0.05), 0.03, 0.5)
    return made


def _door_open() -> Wave:
    made = np.zeros(count(1.8))
    put(made, _latch(420, 700), 0.0)
    hinge = slide(170, 320, 1.0) * coloured(count(1.0), 20, 90, 92) * swell(1.0)
    put(made, 0.45 * hinge + 0.25 * coloured(count(1.0), 200, 1500, 93) * swell(1.0, 3.0), 0.3)
    return made


def _door_shut() -> Wave:
    made = np.zeros(count(1.8))
    put(made, 0.35 * slide(300, 160, 0.5) * coloured(count(0.5), 20, 90, 92) * swell(0.5), 0.0)
    put(made, _thud(94), 0.5)
    put(made, _latch(640, 380), 0.85, 0.7)
    return made


def _leak() -> Wave:
    made = np.zeros(count(2.6))
    for at, strokes, loud in ((0.0, 9, 1.0), (0.7, 8, 0.7), (1.2, 12, 0.5)):
        put(made, _telex(strokes), at, loud)
    return made


def _signature() -> Wave:
    made = np.zeros(count(2.6))
    for at, seconds in ((0.0, 0.5), (0.62, 0.24), (1.0, 0.7), (1.85, 0.16), (2.1, 0.34)):
        scratch = coloured(count(seconds), 1400, 5200, 95) * swell(seconds, 0.8)
        put(made, scratch * (0.6 + 0.4 * np.abs(tone(5.5, seconds))), at)
    return made


def _collapse() -> Wave:
    crowd = coloured(count(4.4), 250, 1100, 96) * swell(4.4) * np.linspace(1.0, 0.2, count(4.4))
    wind = coloured(count(4.4), 90, 420, 97) * swell(4.4) * np.linspace(0.2, 1.0, count(4.4))
    return np.asarray(crowd * (1.0 + 0.5 * tone(1.7, 4.4)) + 0.8 * wind)


def _unsettled() -> Wave:
    made = 0.45 * coloured(count(4.4), 90, 500, 98) * swell(4.4)
    for beat in range(4):
        put(made, fade(dull(noise(0.06, 99), 5), 0.01), 0.4 + beat, 0.9 if beat % 2 == 0 else 0.7)
    return made


MADE: Final[dict[str, Callable[[], Wave]]] = {
    "key": _key,
    "telex": _telex,
    "stamp": _stamp,
    "page": _page,
    "bell": _bell,
    "artillery": _artillery,
    "refused": _refused,
    "climax_offensive": _offensive,
    "climax_bombs": _bombs,
    "climax_session": _session,
    "climax_door_open": _door_open,
    "climax_door_shut": _door_shut,
    "climax_leak": _leak,
    "climax_signature": _signature,
    "climax_collapse": _collapse,
    "climax_unsettled": _unsettled,
}
