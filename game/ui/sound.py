"""A few quiet cues, made by arithmetic: key, teletype, stamp, page, bell, guns, refusal.

Without a sound card, or when switched off, every cue is silence. Each has a caption.
"""

import os
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

RATE = 22_050  # samples a second
SEED = 1965  # of the noise in a stroke; any would do
CAPTIONS = {
    "key": "a key clicks",
    "telex": "a teleprinter chatters",
    "stamp": "a stamp falls",
    "page": "a page turns",
    "bell": "a bell",
    "artillery": "guns, far away",
    "refused": "a dull knock",
}
Wave = NDArray[np.float64]


def _noise(seconds: float) -> Wave:
    return np.random.default_rng(SEED).uniform(-1, 1, int(RATE * seconds))


def _fade(wave: Wave, seconds: float) -> Wave:
    """Return a wave that dies away, to a third in so many seconds."""
    return np.asarray(wave * np.exp(-np.arange(len(wave)) / (RATE * seconds)))


def _tone(hertz: float, seconds: float) -> Wave:
    return np.asarray(np.sin(2 * np.pi * hertz * np.arange(int(RATE * seconds)) / RATE))


def _dull(wave: Wave, width: int) -> Wave:
    """Return a wave without its highest notes: a running mean over ``width`` samples."""
    return np.asarray(np.convolve(wave, np.ones(width) / width, mode="same"))


@cache
def wave(name: str) -> Wave:
    """Return one cue's samples, -1..1; KeyError for a name that no cue has."""
    if name == "key":
        return 0.30 * _fade(_dull(_noise(0.05), 3), 0.006)
    if name == "telex":
        stroke = np.pad(0.24 * _fade(_dull(_noise(0.05), 4), 0.008), (0, int(RATE * 0.03)))
        return np.concatenate([stroke * (0.7 + 0.3 * (i % 3 == 0)) for i in range(11)])
    if name == "stamp":
        return 0.5 * _fade(_dull(_noise(0.2), 24), 0.03) + 0.35 * _fade(_tone(88, 0.2), 0.04)
    if name == "page":
        swell = np.sin(np.linspace(0, np.pi, int(RATE * 0.28))) ** 2
        return np.asarray(0.16 * _dull(_noise(0.28), 5)[: len(swell)] * swell)
    if name == "bell":
        return 0.14 * _fade(_tone(880, 0.9) + 0.5 * _tone(2217, 0.9), 0.22)
    if name == "artillery":
        shot = np.pad(1.6 * _fade(_dull(_noise(0.35), 48), 0.09), (0, int(RATE * 0.12)))
        return np.concatenate([shot * loud for loud in (1.0, 0.6)])
    if name == "refused":
        return 0.3 * _fade(_tone(120, 0.15), 0.03)
    raise KeyError(name)


def _may_sound() -> bool:
    """Return whether there is anything to play on: on Linux without any, ALSA would complain
    aloud on standard error before the mixer gives up."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER"):
        return True
    run = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    places = (Path("/dev/snd"), run / "pulse", run / "pipewire-0")
    return bool(os.environ.get("PULSE_SERVER")) or any(place.exists() for place in places)


class Sound:
    """Plays cues, or keeps quiet."""

    def __init__(self, on: bool = True) -> None:
        """Open the mixer at the first cue, not before."""
        self.on = on
        self._ready: bool | None = None
        self._cues: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str) -> bool:
        """Play a cue; return whether it can be heard."""
        if not self.on or not self._open():
            return False
        if name not in self._cues:
            samples = (np.clip(wave(name), -1, 1) * 32_000 * 0.5).astype("<i2")
            self._cues[name] = pygame.mixer.Sound(buffer=samples.tobytes())
        self._cues[name].play()
        return True

    def _open(self) -> bool:
        if self._ready is None and not _may_sound():
            self._ready = False
        if self._ready is None:
            try:
                pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
                self._ready = True
            except pygame.error:
                self._ready = False
        return self._ready
