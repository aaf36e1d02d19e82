"""Tests of the window run without one."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Iterator

import pygame
import pytest


@pytest.fixture(autouse=True, scope="session")
def _video() -> None:
    pygame.display.init()
    pygame.font.init()


@pytest.fixture(autouse=True)
def _close_the_window() -> Iterator[None]:
    """Leave no window to the next test: it would take it for its own."""
    yield
    if pygame.display.get_init() and pygame.display.get_surface() is not None:
        pygame.display.quit()
        pygame.display.init()
