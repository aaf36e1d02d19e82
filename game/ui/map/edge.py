"""The map's frame: a paper margin with a ruled scale of degrees, as engravers drew it."""

import pygame

from game.ui.map.ink import INK, Colour
from game.ui.map.projection import Frame
from game.ui.theme import load_font

MARGIN: Colour = (238, 229, 204)
BORDER = 15  # pixels at size one


def rule(frame: Frame, surface: pygame.Surface, size: float) -> None:
    """Draw the frame around a baked map; ``size`` scales it."""
    wide = border(size)
    area = surface.get_rect()
    for band in (
        (0, 0, area.width, wide),
        (0, area.height - wide, area.width, wide),
        (0, 0, wide, area.height),
        (area.width - wide, 0, wide, area.height),
    ):
        surface.fill(MARGIN, band)
    line = max(1, round(size))
    pygame.draw.rect(surface, INK, area.inflate(-2 * wide + 2 * line, -2 * wide + 2 * line), line)
    pygame.draw.rect(surface, INK, area.inflate(-4, -4), line)
    font = load_font("narrow", max(9, round(9.5 * size)))
    west, north = frame.place(wide, wide)
    east, south = frame.place(area.width - wide, area.height - wide)
    for half in range(int(west * 2) + 1, int(east * 2) + 1):
        x = round(frame.pixel(half / 2, 0)[0])
        _tick(surface, half, (x, wide), (x, area.height - wide), line, 0)
        if half % 4 == 0:
            for y in (wide // 2, area.height - wide // 2):
                _degrees(surface, font, half // 2, (x, y), 0)
    for half in range(int(south * 2) + 1, int(north * 2) + 1):
        y = round(frame.pixel(0, half / 2)[1])
        _tick(surface, half, (wide, y), (area.width - wide, y), line, 1)
        if half % 4 == 0:
            for x in (wide // 2, area.width - wide // 2):
                _degrees(surface, font, half // 2, (x, y), 90)


def border(size: float) -> int:
    """Return the frame's width in pixels."""
    return round(BORDER * size)


def _tick(
    surface: pygame.Surface,
    half: int,
    near: tuple[int, int],
    far: tuple[int, int],
    line: int,
    axis: int,
) -> None:
    """Draw one tick on both opposite sides, long on whole degrees, outward from the neat line."""
    length = (5 if half % 2 == 0 else 3) * line
    step = (0, length) if axis == 0 else (length, 0)
    pygame.draw.line(surface, INK, near, (near[0] - step[0], near[1] - step[1]), line)
    pygame.draw.line(surface, INK, far, (far[0] + step[0], far[1] + step[1]), line)


def _degrees(
    surface: pygame.Surface, font: pygame.font.Font, degree: int, at: tuple[int, int], turn: int
) -> None:
    text = pygame.transform.rotate(font.render(f"{degree}°", True, INK), turn)
    box = text.get_rect(center=at)
    surface.fill(MARGIN, box.inflate(4 if not turn else 0, 4 if turn else 0))
    surface.blit(text, box)
