"""Marks drawn as shapes, since no font here has them: square ours, diamond theirs, arrows, ticks.

Each is drawn four times its size and scaled down once, then kept.
"""

import math
from functools import lru_cache

import pygame

from game.ui.theme import Colour

LARGER = 4


def _points(*pairs: tuple[float, float]) -> list[tuple[float, float]]:
    return list(pairs)


SHAPES: dict[str, list[tuple[float, float]]] = {
    "square": _points((0.12, 0.12), (0.88, 0.12), (0.88, 0.88), (0.12, 0.88)),
    "diamond": _points((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "up": _points((0.5, 0.1), (0.95, 0.88), (0.05, 0.88)),
    "down": _points((0.05, 0.12), (0.95, 0.12), (0.5, 0.9)),
    "left": _points((0.15, 0.5), (0.8, 0.05), (0.8, 0.95)),
    "right": _points((0.85, 0.5), (0.2, 0.05), (0.2, 0.95)),
    "level": _points((0.05, 0.4), (0.95, 0.4), (0.95, 0.6), (0.05, 0.6)),
    "plus": _points(
        (0.4, 0.05), (0.6, 0.05), (0.6, 0.4), (0.95, 0.4), (0.95, 0.6), (0.6, 0.6),
        (0.6, 0.95), (0.4, 0.95), (0.4, 0.6), (0.05, 0.6), (0.05, 0.4), (0.4, 0.4),
    ),
    "cross": _points(
        (0.2, 0.05), (0.5, 0.35), (0.8, 0.05), (0.95, 0.2), (0.65, 0.5), (0.95, 0.8),
        (0.8, 0.95), (0.5, 0.65), (0.2, 0.95), (0.05, 0.8), (0.35, 0.5), (0.05, 0.2),
    ),
    "tick": _points(
        (0.05, 0.55), (0.2, 0.4), (0.4, 0.6), (0.82, 0.12), (0.97, 0.27), (0.4, 0.9)
    ),
    "pause": _points((0.1, 0.05), (0.38, 0.05), (0.38, 0.95), (0.1, 0.95)),
    "star": [
        (0.5 + (0.5 if i % 2 == 0 else 0.21) * math.sin(math.pi * i / 5),
         0.5 - (0.5 if i % 2 == 0 else 0.21) * math.cos(math.pi * i / 5))
        for i in range(10)
    ],
    "bar": _points((0.38, 0.0), (0.62, 0.0), (0.62, 1.0), (0.38, 1.0)),
    "first": _points((0.1, 0.05), (0.25, 0.05), (0.25, 0.5), (0.9, 0.05), (0.9, 0.95),
                     (0.25, 0.5), (0.25, 0.95), (0.1, 0.95)),
    "last": _points((0.9, 0.05), (0.75, 0.05), (0.75, 0.5), (0.1, 0.05), (0.1, 0.95),
                    (0.75, 0.5), (0.75, 0.95), (0.9, 0.95)),
    "envelope": _points((0.0, 0.18), (1.0, 0.18), (1.0, 0.84), (0.0, 0.84)),
    "lock": _points((0.1, 0.45), (0.25, 0.45), (0.25, 0.2), (0.4, 0.04), (0.6, 0.04), (0.75, 0.2),
                    (0.75, 0.45), (0.9, 0.45), (0.9, 0.97), (0.1, 0.97)),
    "frame": _points((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
    "flag": _points((0.15, 0.02), (0.95, 0.28), (0.32, 0.55), (0.32, 0.98), (0.15, 0.98)),
}  # fmt: skip
HOLES = {"lock": ((0.4, 0.2), (0.6, 0.45)), "frame": ((0.26, 0.26), (0.74, 0.74))}
"""What is cut out of a shape: a rectangle from one corner to the other."""


@lru_cache(maxsize=600)
def mark(name: str, size: int, colour: Colour, outline: Colour | None = None) -> pygame.Surface:
    """Return a mark, ``size`` pixels a side, in a colour, rimmed by another if one is given."""
    side = max(size, 2) * LARGER
    large = pygame.Surface((side, side), pygame.SRCALPHA)
    rim = outline or colour
    large.fill((*rim, 0))
    if name in ("circle", "ring"):
        pygame.draw.circle(large, (*rim, 255), (side / 2, side / 2), side * 0.48)
        inner = (0, 0, 0, 0) if name == "ring" else (*colour, 255)
        if name == "ring":
            pygame.draw.circle(large, (*rim, 0), (side / 2, side / 2), side * 0.3)
        elif outline:
            pygame.draw.circle(large, inner, (side / 2, side / 2), side * 0.48 - LARGER)
    else:
        points = [(x * (side - 1), y * (side - 1)) for x, y in SHAPES[name]]
        pygame.draw.polygon(large, (*colour, 255), points)
        if name in HOLES:
            (left, top), (right, foot) = HOLES[name]
            hole = pygame.Rect(left * side, top * side, (right - left) * side, (foot - top) * side)
            large.fill((*rim, 0), hole)
        if name == "pause":
            pygame.draw.polygon(large, (*colour, 255), [(side - 1 - x, y) for x, y in points])
        if name == "envelope":
            fold = [(0, side * 0.18), (side / 2, side * 0.58), (side, side * 0.18)]
            pygame.draw.lines(large, (*rim, 0), False, fold, max(2, side // 12))
        if outline:
            pygame.draw.polygon(large, (*rim, 255), points, LARGER)
    return pygame.transform.smoothscale(large, (max(size, 2), max(size, 2)))
