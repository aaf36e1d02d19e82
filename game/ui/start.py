"""Opening the window: which driver there really is, and what to say when there is none."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.desk.interface import Lobby
from game.ui import ends, loop, theme
from game.ui import settings as kept
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.map.store import MapStore
from game.ui.settings import Settings
from game.ui.shape import SMALLEST, first_shape, fitting, keep_least
from game.ui.theme import load_font

INVISIBLE = ("offscreen", "dummy", "evdev")
NO_DISPLAY = "There is no display to open a window on"


class NoDisplay(Exception):
    """No window can be seen here; the message is one line for the person who asked."""


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Keep the system's libraries from writing to standard error while they look for a display:
    what there is to say is said once, by us. Where a system does not let the streams' numbers be
    exchanged, or nobody listens, they may write."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
    except (OSError, AttributeError):
        yield
        return
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def open_window(settings: Settings, software: bool = False) -> pygame.Surface:
    """Return a window's surface; raise NoDisplay where nobody could see it.

    A driver the user chose by SDL_VIDEODRIVER is obeyed, whatever it is. Left to itself SDL
    falls back on an invisible one without a word, so that its choice is looked at.
    """
    chosen = os.environ.get("SDL_VIDEODRIVER")
    if software:
        os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
    try:
        with _without_chatter():
            pygame.display.init()
    except pygame.error as error:
        raise NoDisplay(f"{NO_DISPLAY}: {error}") from error
    if not chosen and pygame.display.get_driver() in INVISIBLE:
        pygame.display.quit()
        raise NoDisplay(NO_DISPLAY)
    pygame.font.init()
    pygame.display.set_caption("Overture")
    try:
        seen = pygame.display.get_driver() not in INVISIBLE
        desktops = pygame.display.get_desktop_sizes() if seen else []
        if settings.fresh:
            first_shape(settings, desktops)
        size = fitting((settings.width, settings.height), desktops)
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error as error:
        raise NoDisplay(f"{NO_DISPLAY}: {error}") from error
    keep_least()
    first_sight(surface)
    pygame.key.set_repeat(350, 40)
    if settings.fullscreen:
        pygame.display.toggle_fullscreen()
    return surface


def first_sight(surface: pygame.Surface) -> None:
    """Show the game's name at once: the title takes its time to be drawn, and a window that stays
    black looks as if nothing happened."""
    surface.fill(theme.NIGHT)
    words = load_font("heading", surface.get_height() // 12).render("OVERTURE", True, theme.GOLD)
    surface.blit(words, words.get_rect(center=surface.get_rect().center))
    pygame.display.flip()


def play(lobby: Lobby, version: str, software: bool = False) -> None:
    """Open the window at the title and play until it is closed."""
    settings = kept.load()
    flow = begun(App(open_window(settings, software), settings, keep=True), lobby, version)
    try:
        with ends.watched(flow.app):
            loop.run(flow.app)
    finally:
        left(flow)


async def play_in_turns(lobby: Lobby, version: str, software: bool = False) -> None:
    """Do the same on one loop of asyncio: no thread, no process, no wait and no sleep."""
    from game.ui import turns  # late: a window with threads does without them
    from game.ui.map.sliced import SlicedStore

    settings = kept.load()
    surface = open_window(settings, software)
    app = App(surface, settings, keep=True, store=SlicedStore())
    flow = begun(app, lobby, version)
    try:
        with ends.watched(app):
            await turns.run(app)
    finally:
        left(flow)


def begun(app: App, lobby: Lobby, version: str) -> Flow:
    """Return a flow that shows the title, and over it, at the first start, the content note."""
    flow = Flow(app, lobby, version)
    flow.title()
    if not app.settings.note_read:
        from game.ui.scenes.content_note import ContentNote  # late: once in a lifetime

        app.push(ContentNote())
    return flow


def picture(lobby: Lobby, version: str, file: Path) -> None:
    """Draw the title into a PNG, fonts, map and all: a check of a build, without a display."""
    pygame.font.init()
    surface = pygame.Surface(SMALLEST, 0, 32)
    app = App(surface, Settings(sound=False), store=MapStore(threaded=False))
    begun(app, lobby, version)
    app.tick()
    app.frame()
    pygame.image.save(surface, str(file))


def left(flow: Flow) -> None:
    """Keep game and settings, and close the window."""
    flow.leave()
    flow.app.note_settings()
    pygame.quit()
