"""The pictures of the window: cut in four inks by ``tools/cut_pictures.py``, kept in ``assets``.

Each is 16 to 9. A picture that is missing or damaged is a dark block: nothing that is played hangs
on it.
"""

from functools import cache, lru_cache
from typing import Final

import pygame

from game.ui import theme
from game.ui.assets import ASSETS

PICTURES: Final = ASSETS / "pictures"
SHAPE: Final = 9 / 16  # height to width
WORDS: Final[dict[str, str]] = {
    "table": "A round table from above, papers before empty chairs",
    "door": "A door ajar, light beyond it",
    "door-shut": "A door shut, a line of light under it",
    "chairs": "Three empty chairs at a long table",
    "telephone": "A telephone under a lamp, by night",
    "signature": "An agreement with a pen and a seal",
    "press": "A teleprinter that has written by night",
    "harbour": "A harbour by night, mines sinking under parachutes",
    "bombers": "Three heavy bombers above the clouds",
    "gate": "The gate of an old city under flares",
    "shelters": "One-man shelters along a pavement, their lids off",
    "trail": "Loaded bicycles under trees",
    "paddies": "Helicopters over flooded fields",
    "crowd": "A crowd from behind, before an obelisk",
    "palace": "Iron gates that stand open, a mast without a flag",
}
"""What each picture shows, for whoever does not see it."""
EMBLEMS: Final = (
    "telephone",
    "cap",
    "briefcase",
    "glass",
    "book",
    "helmet",
    "letter",
    "wheel",
)
"""The objects of the sheet of emblems, four to a row."""
SPREAD: Final = (4, 2)  # columns and rows of the sheet
ROUND: Final = 0.93  # of a cell of the sheet is the side of an emblem's square


@cache
def picture(name: str) -> pygame.Surface:
    """Return a picture as it is kept; KeyError for a name that no picture has."""
    if name != "emblems" and name not in WORDS:
        raise KeyError(name)
    try:
        kept = pygame.image.load(str(PICTURES / f"{name}.png"))
    except (pygame.error, OSError):
        kept = pygame.Surface((16, 9), 0, 32)
        kept.fill(theme.INK)
    made = pygame.Surface(kept.get_size(), pygame.SRCALPHA, 32)  # in which it can be scaled
    made.blit(kept, (0, 0))
    return made


@lru_cache(maxsize=24)
def fitted(name: str, wide: int) -> pygame.Surface:
    """Return a picture as wide as so many pixels."""
    size = (max(wide, 1), max(round(wide * SHAPE), 1))
    made = pygame.transform.smoothscale(picture(name), size)
    return made.convert() if pygame.display.get_surface() else made


@lru_cache(maxsize=24)
def emblem(name: str, side: int) -> pygame.Surface:
    """Return the emblem of an office, a round block on clear ground; KeyError for another."""
    if name not in EMBLEMS:
        raise KeyError(name)
    sheet, place = picture("emblems"), EMBLEMS.index(name)
    wide, high = (length / count for length, count in zip(sheet.get_size(), SPREAD, strict=True))
    box = pygame.Rect(0, 0, round(min(wide, high) * ROUND), round(min(wide, high) * ROUND))
    box.center = (round((place % 4 + 0.5) * wide), round((place // 4 + 0.5) * high))
    made = pygame.transform.smoothscale(sheet.subsurface(box.clip(sheet.get_rect())), (side, side))
    cover = pygame.Surface((side, side), pygame.SRCALPHA, 32)
    pygame.draw.circle(cover, (255, 255, 255, 255), (side / 2, side / 2), side / 2)
    made.blit(cover, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    return made
