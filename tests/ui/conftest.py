"""Tests of the window run without one."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.flow import Flow
from tests.ui.people import sit_down
from tests.ui.seminars import Room, seminar


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


@pytest.fixture
def flow(tmp_path: Path) -> Flow:
    """Return a flow at the title, with a folder of its own for saves."""
    return sit_down(tmp_path)[0]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Return a seminar of 45 minutes for two people, the shortest war there is, just begun."""
    return seminar(tmp_path, "45", "two", "tiny")
