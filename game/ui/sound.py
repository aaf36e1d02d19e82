"""Plays the cues, and the bed that hums underneath, or keeps quiet.

Everything is made by arithmetic when it is first wanted (``cues``, ``beds``): a bed a layer at a
time, between two frames, so that nothing needs a thread, a file or an encoder. Without a sound
card, or when switched off, all of it is silence.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pygame

from game.ui import beds, cues
from game.ui.waves import RATE, Wave, samples

FADE: Final = 1500  # milliseconds in which a bed comes, and half of it in which it goes
CHANNELS: Final = 8  # sounds at once; the first is the bed's
AHEAD: Final = tuple(name for name in cues.MADE if name.startswith("climax"))
"""Cues that are made ahead: a climax moves, and no frame of it may wait."""


def may_sound() -> bool:
    """Return whether there is anything to play on: on Linux without any, ALSA would complain
    aloud on standard error before the mixer gives up."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER"):
        return True
    run = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    places = (Path("/dev/snd"), run / "pulse", run / "pipewire-0")
    return bool(os.environ.get("PULSE_SERVER")) or any(place.exists() for place in places)


class Sound:
    """Plays cues and one bed; ``volume`` 0..1 goes for both, ``humming`` lets beds sound."""

    def __init__(self) -> None:
        """Open the mixer at the first sound, not before; ``set`` says what may sound."""
        self.on, self.humming, self.volume = True, True, 1.0
        self.bed = ""  # what is to hum
        self._sounding = ""  # what does
        self._waits: list[str] = []  # layers that are still to be made
        self._ready: bool | None = None
        self._made_ready = 0  # how many cues have been made ahead
        self._made: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str) -> bool:
        """Play a cue; return whether it can be heard. KeyError for a name that no cue has."""
        if name not in cues.MADE:
            raise KeyError(name)
        if not self.on or self.volume <= 0.0 or not self._open():
            return False
        sound = self._sound(name, lambda: cues.wave(name))
        pygame.mixer.find_channel(force=True).play(sound)
        return True

    def hum(self, name: str) -> bool:
        """Have a bed hum from now on, none for an empty name; return whether that is another than
        before. KeyError for a name that no bed has."""
        if name and name not in beds.LAYERS:
            raise KeyError(name)
        changed = name != self.bed
        self.bed = name
        self._waits = list(beds.LAYERS[name]) if name and name not in self._made else []
        if changed:
            self._still()
        return changed

    def set(self, on: bool, volume: float, humming: bool) -> None:
        """Take over what the settings say; what hums follows at once."""
        self.on, self.humming, self.volume = on, humming, min(max(volume, 0.0), 1.0)
        if not self._may_hum():
            self._still()
        elif self._sounding:
            self._made[self._sounding].set_volume(self.volume)

    def due(self) -> bool:
        """Whether a bed is still to be made or begun, or a cue to be made before it is wanted."""
        return (self._wanted() or self._unmade()) and self._open()

    def _wanted(self) -> bool:
        return bool(self.bed) and self._sounding != self.bed and self._may_hum()

    def _unmade(self) -> bool:
        return self.on and self._ready is True and self._made_ready < len(AHEAD)

    def step(self) -> None:
        """Make one layer of the bed that is due, or begin it once all are made; then one cue."""
        if not self._wanted():
            if self._unmade():
                cues.wave(AHEAD[self._made_ready])
                self._made_ready += 1
            return
        if self._waits:
            beds.layer(self._waits.pop(0))
            return
        name = self.bed
        sound = self._sound(name, lambda: beds.bed(name))
        pygame.mixer.Channel(0).play(sound, loops=-1, fade_ms=FADE)
        self._sounding = name

    def pause(self) -> None:
        """Let the bed rest while another program is being used."""
        if self._sounding:
            pygame.mixer.Channel(0).pause()

    def go_on(self) -> None:
        """Let the bed go on."""
        if self._sounding:
            pygame.mixer.Channel(0).unpause()

    def _may_hum(self) -> bool:
        return self.on and self.humming and self.volume > 0.0

    def _still(self) -> None:
        if self._sounding:
            pygame.mixer.Channel(0).fadeout(FADE // 2)
        self._sounding = ""

    def _sound(self, name: str, make: Callable[[], Wave]) -> pygame.mixer.Sound:
        if name not in self._made:
            self._made[name] = pygame.mixer.Sound(buffer=samples(np.asarray(make())))
        self._made[name].set_volume(self.volume)  # a channel's own is set anew by each sound
        return self._made[name]

    def _open(self) -> bool:
        if self._ready is None and not may_sound():
            self._ready = False
        if self._ready is None:
            try:
                pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
                pygame.mixer.set_num_channels(CHANNELS)
                pygame.mixer.set_reserved(1)
                self._ready = True
            except pygame.error:
                self._ready = False
        return self._ready
