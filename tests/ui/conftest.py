"""Tests of the window run without one."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest


@pytest.fixture(autouse=True, scope="session")
def _video() -> None:
    pygame.display.init()
    pygame.font.init()
