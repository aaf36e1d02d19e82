"""The window's shape: its first size and text on a desktop, its least size, and the whole screen
and back."""

import warnings
from collections.abc import Sequence
from typing import Final

import pygame

from game.ui.settings import Settings
from game.ui.theme import SCALES

Size = tuple[int, int]
SMALLEST: Final = (1024, 600)  # pixels; the window is never laid out for less
USUAL: Final = (1280, 720)  # pixels at 100 % text that screens are drawn for
FRAME: Final = (16, 96)  # pixels of a desktop that a window's frame, title bar and a panel take


def fitting(wanted: Size, desktops: Sequence[Size]) -> Size:
    """Return the size in pixels of a window that wants a size: never below what screens are made
    for, else so that its title bar and foot can be reached on the first of the desktops."""
    wide, high = wanted
    if desktops:
        wide = min(wide, desktops[0][0] - FRAME[0])
        high = min(high, desktops[0][1] - FRAME[1])
    return max(wide, SMALLEST[0]), max(high, SMALLEST[1])


def first_scale(desktop: Size) -> float:
    """Return the text scale for a first start: the largest at which a window of the usual size at
    that scale stands on the desktop with its frame."""
    return max(
        (
            scale
            for scale in SCALES
            if USUAL[0] * scale + FRAME[0] <= desktop[0]
            and USUAL[1] * scale + FRAME[1] <= desktop[1]
        ),
        default=SCALES[0],
    )


def first_shape(settings: Settings, desktops: Sequence[Size]) -> None:
    """Choose text and window by the desktop, for somebody who has chosen nothing yet."""
    if desktops:
        settings.text_scale = first_scale(desktops[0])
        settings.width = round(USUAL[0] * settings.text_scale)
        settings.height = round(USUAL[1] * settings.text_scale)


def keep_least() -> None:
    """Let nobody make the window smaller than its screens are laid out for, where that can be
    asked of the system."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # no other way to the display's window
        try:
            pygame.Window.from_display_module().minimum_size = SMALLEST
        except (pygame.error, AttributeError):
            return


def to_whole_screen() -> tuple[int, int]:
    """Fill the screen; return where the window stood."""
    place = pygame.display.get_window_position()
    pygame.display.toggle_fullscreen()
    return int(place[0]), int(place[1])


def back_to_window(size: Size, place: tuple[int, int] | None) -> None:
    """Leave the whole screen for a window of the size and at the place it had before."""
    pygame.display.toggle_fullscreen()
    pygame.display.set_mode(size, pygame.RESIZABLE)
    if place is not None:
        pygame.display.set_window_position(place)
    keep_least()
