"""Colours, fonts and sizes: the few tokens from which every screen is made.

Contrast of every text token on every ground it may stand on is checked by the tests: 4.5 to 1.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

import pygame

from game.ui.assets import font_file

Colour = tuple[int, int, int]

# Grounds
NIGHT: Final[Colour] = (24, 23, 21)  # behind everything
PANEL: Final[Colour] = (37, 35, 31)
RAISED: Final[Colour] = (52, 49, 43)  # buttons, rows that can be pressed
SUNKEN: Final[Colour] = (28, 27, 24)  # lists, charts, text fields
SELECTED: Final[Colour] = (92, 34, 30)
PAPER: Final[Colour] = (240, 230, 205)
PLATE: Final[Colour] = (246, 239, 220)  # labels over the map
IN_FORCE: Final[Colour] = (74, 68, 54)  # the rung that stands
DANGER: Final[Colour] = (109, 29, 23)  # what may end the war soon
RED: Final[Colour] = (164, 42, 34)  # the one verb that cannot be undone

# Text
LIGHT: Final[Colour] = (240, 232, 212)  # on dark grounds
DIM: Final[Colour] = (188, 178, 155)  # second rank on dark grounds
FAINT: Final[Colour] = (158, 150, 131)  # what cannot be had, on NIGHT and PANEL
GOLD: Final[Colour] = (232, 180, 84)  # headings and what is chosen, on dark grounds
INK: Final[Colour] = (33, 29, 25)  # on paper
FADED: Final[Colour] = (92, 78, 58)  # second rank on paper
STAMP: Final[Colour] = (150, 32, 26)  # red ink on paper
LINE: Final[Colour] = (92, 86, 73)
FOCUS: Final[Colour] = (112, 196, 246)

# Okabe and Ito, for data
SKY: Final[Colour] = (86, 180, 233)
GREEN: Final[Colour] = (0, 158, 115)
YELLOW: Final[Colour] = (240, 228, 66)
BLUE: Final[Colour] = (0, 114, 178)
VERMILION: Final[Colour] = (213, 94, 0)
PURPLE: Final[Colour] = (204, 121, 167)
# The same hues, light or dark enough to be read as text
GOOD: Final[Colour] = (78, 200, 158)
BAD: Final[Colour] = (247, 146, 92)
GOOD_INK: Final[Colour] = (0, 98, 71)
OURS: Final[Colour] = (122, 196, 240)
THEIRS: Final[Colour] = (247, 146, 92)
OURS_INK: Final[Colour] = (0, 84, 138)
THEIRS_INK: Final[Colour] = (150, 62, 0)
OURS_DARK: Final[Colour] = (0, 70, 120)  # letters and marks over the map
THEIRS_DARK: Final[Colour] = (140, 50, 0)

FONTS: Final = {
    "body": "IBMPlexSans-Regular.ttf",
    "strong": "IBMPlexSans-SemiBold.ttf",
    "narrow": "IBMPlexSansCondensed-Regular.ttf",
    "narrow_strong": "IBMPlexSansCondensed-SemiBold.ttf",
    "heading": "Oswald-Medium.ttf",
    "water": "OldStandardTT-Italic.ttf",
    "cable": "SpecialElite-Regular.ttf",
    "mono": "IBMPlexMono-Regular.ttf",
}
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0  # text scale of the player's own
SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)


USUAL, BLUE_YELLOW = "usual", "blue and yellow"
PALETTES: Final[dict[str, dict[Colour, Colour]]] = {
    USUAL: {},
    BLUE_YELLOW: {
        THEIRS: (242, 214, 78),
        THEIRS_INK: (102, 76, 0),
        THEIRS_DARK: (92, 68, 0),
        GOOD: (150, 200, 255),
        GOOD_INK: (0, 70, 140),
        VERMILION: (196, 156, 0),
        GREEN: (0, 114, 178),
        DANGER: (86, 62, 0),
        RED: (30, 74, 140),
        SELECTED: (34, 62, 92),
        STAMP: (0, 60, 120),
    },
}
"""What stands in the place of a colour. Blue and yellow are told apart by whoever sees red and
green alike; a shape goes with every colour in either."""


def toned(colour: Colour, palette: str) -> Colour:
    """Return what stands in the place of a colour in a palette, a key of PALETTES."""
    return PALETTES[palette].get(colour, colour)


@dataclass(frozen=True)
class Style:
    """A role (a key of FONTS) and a size in pixels at 100 % text."""

    role: str
    size: int


TINY: Final = Style("narrow", 13)
SMALL: Final = Style("body", 13)
BODY: Final = Style("body", 15)
READING: Final = Style("body", 17)  # pages that are read rather than glanced at
STRONG: Final = Style("strong", 15)
SMALL_STRONG: Final = Style("strong", 13)
NUMBER: Final = Style("strong", 20)
HEADING: Final = Style("heading", 18)
TITLE: Final = Style("heading", 26)
CABLE: Final = Style("cable", 15)
MONO: Final = Style("mono", 14)
QUOTE: Final = Style("water", 19)


@dataclass(frozen=True)
class Theme:
    """The player's text scale, 1..2, and whether things may move."""

    scale: float = 1.0
    still: bool = False
    pseudo: bool = field(default=False)  # letters 40 % longer, for the audit
    palette: str = USUAL

    def tone(self, colour: Colour) -> Colour:
        """Return what stands in the place of a colour in the player's palette."""
        return toned(colour, self.palette)

    def px(self, length: float) -> int:
        """Return a length given at 100 % text in pixels of this scale."""
        return round(length * self.scale)


@cache
def load_font(role: str, pixels: int) -> pygame.font.Font:
    """Return a font of a role at a size in pixels."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(str(font_file(FONTS[role])), pixels)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, 0..1 (WCAG 2.1)."""
    parts = [c / 255 for c in colour[:3]]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1..21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour between two; ``share`` 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
