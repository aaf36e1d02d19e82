"""The window on one loop of asyncio: no thread, no process, no blocking wait and no sleep.

Frames, events, thinking and baking take turns. What takes long goes a slice at a time, so that a
frame is never far off; when there is nothing to do the loop is left to others until something may
have happened. A browser lets a game run in no other way.
"""

import asyncio
from typing import TYPE_CHECKING, Final

import pygame

from game import late
from game.ui import loop

if TYPE_CHECKING:
    from game.ui.app import App

LOOK: Final = 1 / 30  # seconds between two looks at the keyboard while nothing moves
SHARE: Final = 0.03  # seconds of thinking between two frames, if a slice ends in time


async def run(app: "App") -> None:
    """Play until the window is closed."""
    while late.one_more():  # no idle moment is long enough for it later
        await asyncio.sleep(0)
    held = loop.Held()
    while app.running and app.stack:
        spoilt = loop.show(app)
        await asyncio.sleep(0)  # what was drawn is put on the screen
        if loop.finish(app):
            continue
        loop.act(app, held, pygame.event.get())
        if not go_on(app):
            await asyncio.sleep(loop.FRAME if spoilt else min(LOOK, loop.wait_for(app) / 1000))


def go_on(app: "App") -> bool:
    """Think, then bake, for a share of a frame; return whether there was anything to do."""
    began = app.now()
    busy = slice_done(app)
    while busy and app.now() - began < SHARE and slice_done(app):
        pass
    return busy


def slice_done(app: "App") -> bool:
    """Do one slice of thinking or, with nothing to think of, of a map; return whether there was."""
    return app.think() or app.store.go_on()
