"""The signs of a climax, drawn at a share 0..1 of their coming: bursts, mines, lamps, rings, towns.

Each is a shape of its own, so that colour is never alone. A sign says that something happened at a
town, not how it looked.
"""

import math
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
import pygame.surfarray

from game.ui import theme
from game.ui.theme import Colour

POP: Final = 1.25  # times its size at the height of a burst
GLOW: Final = 3.4  # radii of light around a sign
REST: Final = 0.6  # of its light has a glow once it has come
POINTS: Final = 11  # of a burst's star
LIT: Final[Colour] = (255, 214, 150)
FIRE: Final[Colour] = (255, 138, 72)
DARK: Final[Colour] = (20, 18, 16)
REACH: Final = GLOW * 1.15  # radii from its middle in which all of a sign lies


@lru_cache(maxsize=16)
def glow(radius: int, colour: Colour) -> pygame.Surface:
    """Return light that fades from a middle, kept."""
    side = 2 * radius + 1
    across = np.abs(np.arange(side) - radius)
    far = np.hypot(across[:, None], across[None, :]) / max(radius, 1)
    surface = pygame.Surface((side, side), pygame.SRCALPHA, 32)
    surface.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[...] = (np.clip(1 - far, 0, 1) ** 2 * 200).astype(np.uint8)
    del alpha
    return surface


def burst(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw a star that leaps up and stands, its glow falling."""
    _light(surface, at, size, FIRE, 1 - (1 - REST) * share)
    grown = (
        POP * min(share / 0.25, 1)
        if share < 0.25
        else POP - (POP - 1) * min((share - 0.25) / 0.25, 1)
    )
    pygame.draw.polygon(surface, DARK, _star(at, size * grown * 1.18, 0.42))
    pygame.draw.polygon(surface, theme.PAPER, _star(at, size * grown, 0.42))
    pygame.draw.circle(surface, theme.RED, at, size * grown * 0.34)


def mine(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw a mine that sinks to its place: a barred circle."""
    x, y = at[0], at[1] - (1 - share) * size * 1.4
    _light(surface, at, size, FIRE, REST * share)
    pygame.draw.circle(surface, DARK, (x, y), size * 0.92)
    pygame.draw.circle(surface, theme.PAPER, (x, y), size * 0.92, max(2, round(size * 0.2)))
    half = size * 0.62
    for turn in (math.pi / 4, -math.pi / 4):
        reach = (half * math.cos(turn), half * math.sin(turn))
        pygame.draw.line(
            surface,
            theme.PAPER,
            (x - reach[0], y - reach[1]),
            (x + reach[0], y + reach[1]),
            max(2, round(size * 0.18)),
        )


def lamp(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw a lamp that is lit."""
    _light(surface, at, size, LIT, share)
    pygame.draw.circle(surface, DARK, at, size * 0.78)
    pygame.draw.circle(surface, theme.GOLD, at, size * 0.62 * share)
    pygame.draw.circle(surface, theme.PAPER, at, size * 0.78, max(2, round(size * 0.16)))


def out(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw a lamp that goes out: an empty ring is left."""
    _light(surface, at, size, LIT, 1 - share)
    pygame.draw.circle(surface, DARK, at, size * 0.78)
    pygame.draw.circle(surface, theme.GOLD, at, size * 0.62 * (1 - share))
    pygame.draw.circle(surface, theme.DIM, at, size * 0.78, max(2, round(size * 0.16)))
    reach = size * 0.55
    pygame.draw.line(
        surface,
        theme.DIM,
        (at[0] - reach, at[1] + reach),
        (at[0] + reach, at[1] - reach),
        max(2, round(size * 0.16)),
    )


def ring(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw word that spreads: three rings, each further than the last."""
    for count in range(1, 4):
        reach = size * GLOW * (count / 3) * min(share * 3 / count, 1)
        if reach >= 2:
            pygame.draw.circle(surface, theme.GOLD, at, reach, max(1, round(size * 0.14)))
    pygame.draw.circle(surface, theme.PAPER, at, size * 0.45)


def fallen(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw a town that falls: its circle becomes a diamond."""
    _light(surface, at, size, FIRE, REST * share)
    if share < 0.5:
        _town(surface, at, size)
    else:
        _diamond(surface, at, size)


def retaken(surface: pygame.Surface, at: tuple[float, float], size: float, share: float) -> None:
    """Draw a town that is struck, falls and is taken back: a circle again, with a rim left."""
    if share < 0.35:
        burst(surface, at, size, share / 0.35)
    elif share < 0.75:
        _light(surface, at, size, FIRE, REST)
        _diamond(surface, at, size)
    else:
        _light(surface, at, size, FIRE, REST)
        pygame.draw.circle(surface, theme.RED, at, size * 1.1)
        _town(surface, at, size * 0.8)


def _town(surface: pygame.Surface, at: tuple[float, float], size: float) -> None:
    pygame.draw.circle(surface, DARK, at, size * 0.82)
    pygame.draw.circle(surface, theme.PAPER, at, size * 0.68)
    pygame.draw.circle(surface, DARK, at, size * 0.3)


def _diamond(surface: pygame.Surface, at: tuple[float, float], size: float) -> None:
    for reach, colour in ((1.15, theme.PAPER), (0.85, theme.RED)):
        half = size * reach
        corners = [
            (at[0], at[1] - half),
            (at[0] + half, at[1]),
            (at[0], at[1] + half),
            (at[0] - half, at[1]),
        ]
        pygame.draw.polygon(surface, colour, corners)


def _light(
    surface: pygame.Surface, at: tuple[float, float], size: float, colour: Colour, share: float
) -> None:
    if share <= 0.02:
        return
    shine = glow(round(size * GLOW), colour)
    shine.set_alpha(round(255 * min(share, 1.0)))
    surface.blit(shine, shine.get_rect(center=(round(at[0]), round(at[1]))))


def _star(at: tuple[float, float], size: float, waist: float) -> list[tuple[float, float]]:
    points = []
    for step in range(2 * POINTS):
        reach = size if step % 2 == 0 else size * waist
        turn = step * math.pi / POINTS - math.pi / 2
        points.append((at[0] + reach * math.cos(turn), at[1] + reach * math.sin(turn)))
    return points


DRAWN: Final = {
    "burst": burst,
    "mine": mine,
    "lamp": lamp,
    "out": out,
    "ring": ring,
    "fallen": fallen,
    "retaken": retaken,
}
"""What draws each kind of sign."""
