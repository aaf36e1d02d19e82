"""The sign on a map that is still being drawn; until then an earlier one is seen, or water."""

from typing import Final

import pygame

from game.ui import theme
from game.ui.map.bake import Sheet
from game.ui.theme import load_font

SIGN: Final = "The map is being drawn ..."
PIXELS: Final = 15  # height of its letters at 100 % text
EDGE: Final = 10  # pixels around it, and from the top


def marked(sheet: Sheet, letters: float) -> Sheet:
    """Return a sheet that says so at its top; too small a one as it is. ``letters`` is the player's
    text scale."""
    words = load_font("narrow_strong", round(PIXELS * letters)).render(SIGN, True, theme.LIGHT)
    box = words.get_rect().inflate(2 * EDGE, EDGE)
    box.midtop = (sheet.names.get_width() // 2, EDGE)
    if box.width > sheet.names.get_width():
        return sheet
    pygame.draw.rect(sheet.names, theme.NIGHT, box, border_radius=4)
    sheet.names.blit(words, words.get_rect(center=box.center))
    return sheet
