"""The window: its services, its stack of scenes, and the loop that sleeps while nothing moves.

Nothing is painted that has not changed: widgets name the rectangles they spoil, and only those
are painted and shown.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui import beds, captions, cues, loop, shape, toosmall
from game.ui import settings as kept
from game.ui.canvas import Canvas
from game.ui.keys import Keys
from game.ui.layout import merged
from game.ui.map.store import READY, MapStore
from game.ui.scene import Scene
from game.ui.settings import Settings
from game.ui.shape import SMALLEST
from game.ui.sound import Sound
from game.ui.stray import Stray
from game.ui.text import Typesetter
from game.ui.theme import SCALES, Theme
from game.ui.tooltip import Tooltip, controls, headings

if TYPE_CHECKING:
    from game.ui.second import Second
    from game.ui.timekeeper import Timekeeper
    from game.ui.work import Work

CAPTION_STAYS = 1.6  # seconds


class App:
    """The window and what every scene may use of it."""

    def __init__(
        self,
        surface: pygame.Surface,
        settings: Settings | None = None,
        now: Callable[[], float] = time.monotonic,
        store: MapStore | None = None,
        theme: Theme | None = None,
        keep: bool = False,
    ) -> None:
        """Use ``surface`` as the window; ``now`` is the clock; ``keep`` writes settings to disk."""
        self.surface = surface
        self.settings = settings or Settings()
        self.now = now
        self.keep = keep
        self.store = store or MapStore()
        self.keys = Keys(self.settings.keys)
        self.sound = Sound()
        self.private: Callable[[], bool] = lambda: False  # whether only one of two may hear
        self._humming = False  # whether what hums is what the scenes ask for
        self.tune()
        self.setter = Typesetter(theme or self.settings.theme())
        self.stack: list[Scene] = []
        self.stray = Stray(self.top)
        self.running = True
        self.tip: Tooltip | None = None
        self.work: Work | None = None  # waits until its sign has been shown
        self.caption: tuple[str, float] | None = None
        self._captioned = Rect(0, 0, 0, 0)
        self.timekeeper: Timekeeper | None = None  # sees to what is due by the clock
        self.second: Second | None = None  # the facilitator's window
        self.think: Callable[[], bool] = lambda: False  # a slice, where no thread does it
        self.strip = ("", "")  # what stands above every screen: a warning, the clock
        self.frames = 0
        self.stood: tuple[int, int] | None = None  # where the window was before the whole screen
        self.windowed: tuple[int, int] | None = None  # and how large
        self._spoilt: list[Rect] = []
        self._moved = 0.0
        self.actions: dict[str, Callable[[], None]] = {
            "mute": self.mute,
            "larger": lambda: self.scale_by(1),
            "smaller": lambda: self.scale_by(-1),
            "fullscreen": self.fullscreen,
        }

    # Services

    def window(self) -> Rect:
        """Return the window's rectangle, never smaller than what screens are made for."""
        width, height = self.surface.get_size()
        return Rect(0, 0, max(width, SMALLEST[0]), max(height, SMALLEST[1]))

    def roomy(self, width: float, height: float = 0) -> bool:
        """Return whether the window holds a size given at 100 % text."""
        setter, window = self.setter.theme, self.window()
        return window.width >= setter.px(width) and window.height >= setter.px(height)

    def top(self) -> Scene | None:
        """Return the scene that takes events."""
        return self.stack[-1] if self.stack else None

    def push(self, scene: Scene) -> None:
        """Lay a scene on the stack. A curtain first clears all that could be read off the last."""
        if scene.curtain:
            self.forget()
        self.drop_tip()
        scene.app = self
        self.stack.append(scene)
        scene.rebuild()
        scene.enter()
        self.dirty_all()

    def pop(self) -> None:
        """Take the top scene away."""
        self.stack.pop().leave()
        self.drop_tip()
        top = self.top()
        if top is not None:
            top.rebuild()
        self.dirty_all()

    def replace(self, scene: Scene) -> None:
        """Put one scene in place of the whole stack."""
        while self.stack:
            self.stack.pop().leave()
        self.push(scene)

    def forget(self) -> None:
        """Clear tooltip and caption, and the window's title: nothing of a side stays behind."""
        self.tip = self.caption = None
        if pygame.display.get_init() and pygame.display.get_surface():
            pygame.display.set_caption("Overture")

    def cue(self, name: str) -> None:
        """Play a cue, and caption it if that was chosen; a curtain is silent, and so is one side's
        own play while the other is in the room."""
        top = self.top()
        if top is not None and (top.curtain or (self.private() and not top.public)):
            return
        self.sound.play(name)
        if self.settings.captions:
            self._say(cues.CAPTIONS[name])

    def bed(self) -> str:
        """Return what the scenes have hum: the topmost that says so; silence where ``cue`` is."""
        if self.private():
            return ""
        asked = (("" if one.curtain else one.bed) for one in reversed(self.stack))
        return next((name for name in asked if name is not None), self.sound.bed)

    def _hum(self) -> None:
        """Have that hum, and caption it if that was chosen; a layer of it is made a frame."""
        if not self._humming:
            self._humming = True
            name = self.bed()
            if self.sound.hum(name) and name and self.settings.captions and self.settings.ambience:
                self._say(beds.CAPTIONS[name])
        if self.sound.due() and not loop.movers(self):
            self.sound.step()

    def tune(self) -> None:
        """Have the sound follow the settings."""
        self.sound.set(self.settings.sound, self.settings.volume, self.settings.ambience)

    def mute(self) -> None:
        """Switch sound on or off."""
        self.settings.sound = not self.settings.sound
        self.tune()
        self.note_settings()
        self._say("Sound on" if self.sound.on else "Sound off")

    def _say(self, words: str) -> None:
        """Show words for a moment where they cover nothing that can be pressed."""
        self.caption = (words, self.now() + CAPTION_STAYS)
        self.dirty(self._caption_rect())
        self._captioned = captions.place(self.top(), self.window(), self.setter)
        self.dirty(self._caption_rect())

    def note_settings(self) -> None:
        """Keep the settings, where this window keeps them at all."""
        if self.keep:
            kept.save(self.settings)

    def scale_by(self, steps: int) -> None:
        """Make the text one step larger or smaller."""
        here = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.settings.text_scale))
        self.settings.text_scale = SCALES[min(max(here + steps, 0), len(SCALES) - 1)]
        self.retheme()

    def retheme(self) -> None:
        """Lay everything out again after a change of settings."""
        self.setter = Typesetter(self.settings.theme())
        self.note_settings()
        self.rebuild()

    def fullscreen(self) -> None:
        """Change between the window and the whole screen; the window comes back as it was."""
        if not (pygame.display.get_init() and pygame.display.get_surface() is self.surface):
            return
        self.settings.fullscreen = not self.settings.fullscreen
        if self.settings.fullscreen:
            self.windowed = self.surface.get_size()
            self.stood = shape.to_whole_screen()
        else:
            size = self.windowed or (self.settings.width, self.settings.height)
            shape.back_to_window(size, self.stood)
            self.resize(*size)
        self.note_settings()
        self.rebuild()

    # Events

    def handle(self, event: pygame.event.Event) -> None:
        """Act on one event: another window's, the window's own, or the top scene's."""
        if (self.second is not None and self.second.takes(event)) or not self.owns(event):
            return
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.running = False
        elif event.type == pygame.VIDEORESIZE:
            self.resize(event.w, event.h)
        elif event.type in (pygame.VIDEOEXPOSE, READY):
            self.dirty_all()
        elif event.type in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED):
            self.sound.pause()
            self.focus_lost()
        elif event.type == pygame.WINDOWFOCUSGAINED:
            self.sound.go_on()
        elif not self.stray.drops(event):
            self._hand_on(event)

    def _hand_on(self, event: pygame.event.Event) -> None:
        top, before = self.top(), self.stray.place()
        if top is not None:
            top.handle(event)
        if event.type == pygame.KEYDOWN:
            self.stray.struck(event, before)

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether an event is not some other window's; those of the first name no window."""
        return getattr(event, "window", None) is None

    def focus_lost(self) -> None:
        """Let the topmost scene that cares know that another program is being used now."""
        if self.second is not None and self.second.focused:
            return
        acts = [scene.actions.get("focus_lost") for scene in reversed(self.stack)]
        lost = next((act for act in (*acts, self.actions.get("focus_lost")) if act), None)
        if lost is not None:
            lost()

    def text_input(self, on: bool) -> None:
        """Have letters come as text, or not; while there are two windows they always do."""
        if on:
            pygame.key.start_text_input()
        elif self.second is None:
            pygame.key.stop_text_input()

    def rebuild(self) -> None:
        """Build every scene anew and lay it out."""
        for scene in self.stack:
            scene.rebuild()
        self.dirty_all()

    def resize(self, width: int, height: int) -> None:
        """Lay every scene out again for a window of another size."""
        shown = pygame.display.get_surface() if pygame.display.get_init() else None
        if shown is not None:
            self.surface = shown
        if not self.settings.fullscreen:  # the window's own size is what is remembered
            self.settings.width, self.settings.height = width, height
        self.rebuild()

    def tick(self) -> None:
        """Let time pass: scenes, tooltip, caption."""
        now = self.now()
        if self.timekeeper is not None:
            self.timekeeper.tick(now)
        for scene in tuple(self.stack):
            scene.tick(now)
        top = self.top()
        self._hum()
        self._move(now)
        if self.caption is not None and now >= self.caption[1]:
            self.dirty(self._caption_rect())
            self.caption = None
        if top is not None and self.tip is None:
            due = top.tip_due(now)
            if due is not None and due[0]:
                self.tip = Tooltip(
                    *due,
                    self.window(),
                    self.setter,
                    headings(top.root, self.setter),
                    controls(top.root),
                )
                self.dirty(self.tip.rect)

    def _move(self, now: float) -> None:
        """Let what moves make its next step when that is due."""
        movers = loop.movers(self)
        if movers and now - self._moved >= min(w.moves_in() or loop.FRAME for w in movers):
            self._moved = now
            for widget in movers:
                widget.move()

    def drop_tip(self) -> None:
        """Take the tooltip away until something else is pointed at."""
        if self.tip is not None:
            self.dirty(self.tip.rect)
        self.tip = None

    def wait_for(self) -> int:
        """Return how many milliseconds the loop may sleep for lack of anything to do."""
        now = self.now()
        waits = [scene.wake_in(now) for scene in self.stack]
        if self.timekeeper is not None:
            waits.append(self.timekeeper.wake_in(now))
        if self.stack:
            waits.append(self.stack[-1].tip_wait(now))
            waits += [widget.moves_in() for widget in loop.movers(self)]
        if self.caption is not None:
            waits.append(self.caption[1] - now)
        if self.store.busy:
            waits.append(0.25)
        if self.sound.due():
            waits.append(loop.FRAME)
        due = [wait for wait in waits if wait is not None]
        return max(1, round(min([*due, 5.0]) * 1000))

    # Painting

    def dirty(self, rect: Rect) -> None:
        """Have a part of the window painted at the next frame."""
        self._spoilt.append(rect.clip(self.window()))

    def dirty_all(self) -> None:
        """Have the whole window painted at the next frame."""
        self._spoilt = [self.window()]
        self._humming = False
        if self.caption is not None:  # what it stood beside may have moved
            self._captioned = captions.place(self.top(), self.window(), self.setter)

    def frame(self) -> list[Rect]:
        """Paint what is spoilt; return the rectangles painted, to be shown."""
        spoilt = merged([r for r in self._spoilt if r.width and r.height])
        self._spoilt = []
        for rect in spoilt:
            self.surface.set_clip(rect)
            self.paint(Canvas(self.surface, self.setter, self.now()))
            self.surface.set_clip(None)
        self.frames += bool(spoilt)
        return spoilt

    def paint(self, canvas: Canvas) -> None:
        """Paint the scenes that can be seen, from the lowest up, and what floats over them."""
        lowest = max((i for i, s in enumerate(self.stack) if not s.modal), default=0)
        for scene in self.stack[lowest:]:
            scene.paint(canvas)
        for floating in (self.tip, self.work):
            if floating is not None:
                floating.paint(canvas)
        if self.caption is not None:
            captions.paint(canvas, self.caption[0], self._caption_rect())
        toosmall.paint(self, canvas, SMALLEST)

    def _caption_rect(self) -> Rect:
        return self._captioned
