"""Hold every sound of the game to its bounds, and write them as files for whoever wants to listen.

    python -m tools.sounds                the table; ends with 1 where a sound is out of bounds
    python -m tools.sounds --write DIR    the same, and one .wav a sound

The game makes its sounds by the same functions (``game/ui/cues.py``, ``game/ui/beds.py``), so what
is checked here is what is heard. Loudness is measured as ITU-R BS.1770 does: K-weighted, in blocks
of .4 s of which quiet ones do not count.
"""

import argparse
import wave as files
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from game.ui import beds, cues
from game.ui.waves import FULL, RATE, Wave, count, samples

DESK: Final = (-44.0, -30.0)  # LUFS of what hands do at a desk: heard, and never startling
CLIMAX: Final = (-36.0, -22.0)  # LUFS of a climax's cue
ROOM: Final = (-52.0, -42.0)  # LUFS of a room: under everything
THEME: Final = (-40.0, -30.0)  # LUFS of the theme
PEAK: Final = -9.0  # decibels below full that no sample passes
MEAN: Final = 0.002  # of full: what a wave may lie off its middle
EDGE: Final = 0.02  # of full: the first and the last sample of a cue
LONGEST: Final = 4.6  # seconds of a cue
BLOCK, HOP = 0.4, 0.1  # seconds; BS.1770-4
SILENT, QUIETER = -70.0, -10.0  # LUFS, and LU below the mean of what is not silent; BS.1770-4
SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
PASS: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
FILTERS_AT: Final = 48_000  # samples a second for which BS.1770-4 gives both filters


@dataclass(frozen=True)
class SoundLevel:
    """What was measured of one sound. ``seam``: how much larger the step from a loop's last sample
    to its first is than the largest of its own steps; 0 for what is no loop."""

    name: str
    seconds: float
    peak: float  # decibels below full
    loudness: float  # LUFS
    clipped: int  # samples at full
    mean: float
    edge: float
    seam: float
    bounds: tuple[float, float]
    loop: bool

    def faults(self) -> list[str]:
        """Return what is out of bounds, in words."""
        low, high = self.bounds
        return [
            said
            for wrong, said in (
                (self.peak > PEAK, f"peak {self.peak:.1f} dB is above {PEAK:g}"),
                (
                    not low <= self.loudness <= high,
                    f"loudness {self.loudness:.1f} LUFS is not within {low:g} and {high:g}",
                ),
                (self.clipped > 0, f"{self.clipped} samples are clipped"),
                (abs(self.mean) > MEAN, f"its mean is {self.mean:.4f}, not 0"),
                (
                    not self.loop and self.edge > EDGE,
                    f"it begins or ends at {self.edge:.3f}: a click",
                ),
                (not self.loop and self.seconds > LONGEST, f"{self.seconds:.1f} s is too long"),
                (self.loop and self.seam > 1.0, f"its seam is {self.seam:.2f} of its largest step"),
            )
            if wrong
        ]


def weighted(wave: Wave) -> Wave:
    """Return a wave as an ear weighs it (BS.1770's two filters, put on its spectrum)."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(len(wave), 1 / RATE) / FILTERS_AT)
    spectrum = np.fft.rfft(wave)
    for above, below in (SHELF, PASS):
        spectrum = spectrum * np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    return np.asarray(np.fft.irfft(spectrum, len(wave)))


def loudness(wave: Wave) -> float:
    """Return a wave's gated loudness, LUFS."""
    block, hop = count(BLOCK), count(HOP)
    heard = weighted(np.pad(wave, (0, max(block - len(wave), 0))))
    starts = range(0, len(heard) - block + 1, hop)
    power = np.array([np.square(heard[at : at + block]).mean() for at in starts])
    level = -0.691 + 10 * np.log10(np.maximum(power, 1e-12))
    power, level = power[level > SILENT], level[level > SILENT]
    if not len(power):
        return SILENT
    middle = -0.691 + 10 * np.log10(power.mean())
    return float(-0.691 + 10 * np.log10(power[level > middle + QUIETER].mean()))


def measured(name: str, wave: Wave, bounds: tuple[float, float], loop: bool) -> SoundLevel:
    """Return what a sound comes to, as the card is given it."""
    given = np.frombuffer(samples(wave), "<i2") / FULL
    steps = np.abs(np.diff(given)).max()
    return SoundLevel(
        name,
        len(given) / RATE,
        float(20 * np.log10(np.abs(given).max())),
        loudness(given),
        int((np.abs(wave) >= 1.0).sum()),
        float(given.mean()),
        float(max(abs(given[0]), abs(given[-1]))),
        float(abs(given[0] - given[-1]) / steps) if loop else 0.0,
        bounds,
        loop,
    )


def levels() -> list[SoundLevel]:
    """Return every sound of the game, measured."""
    made = [
        measured(name, cues.wave(name), CLIMAX if name.startswith("climax") else DESK, False)
        for name in cues.MADE
    ]
    return made + [
        measured(name, beds.bed(name), THEME if name == beds.THEME else ROOM, True)
        for name in beds.LAYERS
    ]


def write(folder: Path) -> None:
    """Write one .wav a sound."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        **{name: cues.wave(name) for name in cues.MADE},
        **{name: beds.bed(name) for name in beds.LAYERS},
    }
    for name, wave in made.items():
        with files.open(str(folder / f"{name.replace(' ', '_')}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(wave))


def main() -> int:
    """Print the table; return 1 where a sound is out of bounds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", type=Path, help="a folder for one .wav a sound")
    arguments = parser.parse_args()
    found = levels()
    for one in found:
        said = "; ".join(one.faults()) or "good"
        print(
            f"{one.name:18} {one.seconds:5.2f} s  peak {one.peak:6.1f} dB  "
            f"{one.loudness:6.1f} LUFS  mean {one.mean:+.4f}  {said}"
        )
    if arguments.write is not None:
        write(arguments.write)
    return int(any(one.faults() for one in found))


if __name__ == "__main__":
    raise SystemExit(main())
