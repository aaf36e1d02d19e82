"""The loop: time, frame, events, and sleep while nothing moves, in one window or in two."""

import time
from typing import TYPE_CHECKING

import pygame

from game.desk.interface import Refusal
from game.ui.scenes.common import Notice

if TYPE_CHECKING:
    from game.ui.app import App

FRAME = 1 / 60  # seconds


def run(app: "App") -> None:
    """Play until the window is closed."""
    while app.running and app.stack:
        app.tick()
        spoilt = app.frame()
        if spoilt:
            pygame.display.update(spoilt)
        if app.second is not None:
            app.second.step()
        started = app.now()
        event = pygame.event.wait(wait_for(app))
        for each in (event, *pygame.event.get()):
            if each.type != pygame.NOEVENT:
                handle(app, each)
        spare = FRAME - (app.now() - started)
        if spoilt and spare > 0 and app.wait_for() < 20:
            time.sleep(spare)


def handle(app: "App", event: pygame.event.Event) -> None:
    """Act on an event; what is refused and nobody has said yet is said, and the game goes on."""
    try:
        app.handle(event)
    except Refusal as refusal:
        app.push(Notice("That cannot be done", str(refusal)))


def wait_for(app: "App") -> int:
    """Return how many milliseconds both windows may sleep."""
    waits = [app.wait_for()]
    if app.second is not None:
        waits.append(app.second.app.wait_for())
    return min(waits)
