"""A climax: one of the few moments that fill the screen. The map acts, beside it stand a picture,
one sentence, and one figure, which is of people.

Any key or a click ends the acting and leaves the last of it standing; Enter or Escape goes on.
Where motion is reduced the last is there at once.
"""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import pygame

from game.desk.models.climax import Climax
from game.ui import theme
from game.ui.scene import Scene
from game.ui.strokes import MODIFIERS
from game.ui.widgets.acting import ActingMap
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Row, Spacer, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.picture import Picture
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.staged import COUNTS, Counter, Staged
from game.ui.widgets.strip import strip
from game.ui.widgets.texts import Text

LEFT: Final = 450  # pixels at 100 % text of the column beside the map
SHARE: Final = 0.345  # of a wide window's width for it
BESIDE: Final = 400  # pixels at 100 % text of a map that is worth showing
TITLED, PICTURED, SAID, COUNTED = 0.4, 0.9, 1.6, 2.8  # seconds at which each comes
WHEN: Final = theme.Style("narrow_strong", 16)
TITLE: Final = theme.Style("heading", 36)
SENTENCE: Final = theme.Style("body", 19)
FIGURE: Final = theme.Style("heading", 56)
TALLEST, LOW = 640, 136  # pixels at 100 % text of a picture, and of one that must make room
GROWN: Final = 0.3  # of the height above the least that such a picture takes
LEAST_HIGH, LARGEST = 720.0, 1.5  # pixels of a window from which letters grow, and how far


class ClimaxScene(Scene):
    """Climaxes in order; ``done`` after the last, or when the rest is skipped."""

    title = "What happened"

    def __init__(self, shown: Sequence[Climax], done: Callable[[], None]) -> None:
        """Show ``shown``, at least one."""
        super().__init__()
        self.shown, self.done, self.at_one = tuple(shown), done, 0
        self.began = math.nan
        self.ended = False
        self.acting: ActingMap | None = None
        self.actions = {"menu": self.next}
        self.first_focus = "go on"

    @property
    def climax(self) -> Climax:
        """The one that is shown."""
        return self.shown[self.at_one]

    def enter(self) -> None:
        self._begin()

    def restart(self) -> None:
        """Let the one that is shown act from the beginning, unless motion is reduced."""
        self.began, self.ended = self.app.now(), self.app.setter.theme.still
        self.rebuild()

    def _begin(self) -> None:
        """Let the one that is shown begin, with its sound if there is one by that name."""
        self.public = self.climax.shared
        self.restart()
        if self.climax.cue:
            with suppress(KeyError):
                self.app.cue(self.climax.cue)

    def elapsed(self) -> float:
        """Return the seconds since it began; infinite once nothing more is to come."""
        if self.ended or math.isnan(self.began):
            return math.inf
        return self.app.now() - self.began

    def playing(self) -> bool:
        """Whether something is still to come."""
        lasts = COUNTED + COUNTS
        if self.acting is not None:
            lasts = max(lasts, self.acting.lasts())
        return self.elapsed() < lasts

    def _high(self) -> float:
        """Return the window's height in pixels at 100 % text."""
        return self.app.window().height / self.app.setter.theme.scale

    def _large(self, style: theme.Style) -> theme.Style:
        """Return a style as large as the window lets it be: the screen has few words."""
        grown = min(max(self._high() / LEAST_HIGH, 1.0), LARGEST)
        return theme.Style(style.role, round(style.size * grown))

    def build(self) -> Widget:
        climax, scale = self.climax, self.app.setter.theme.scale
        beside = self.app.roomy(LEFT + BESIDE)
        low = climax.terms or not beside
        tallest = LOW + GROWN * max(self._high() - LEAST_HIGH, 0) if low else TALLEST
        column = Column(
            Text(climax.when.upper(), self._large(WHEN), theme.GOLD),
            self._from(TITLED, Text(climax.title, self._large(TITLE))),
            self._from(PICTURED, Picture(climax.picture, tallest)),
            self._from(SAID, Text(climax.sentence, self._large(SENTENCE))),
            *(self._from(SAID, self._term(*row)) for row in climax.terms),
            Spacer(0, 2, 1.0),
            self._from(COUNTED, self._figure()),
            gap=10,
        )
        if climax.record:
            for said, style in (
                (climax.record, theme.SMALL),
                (f"Source: {climax.source}.", theme.TINY),
            ):
                column.add(self._from(COUNTED, Text(said, self._large(style), theme.DIM)))
        sheet = Scroll(column, key="climax")
        sheet.grow = 1.0
        side = Panel(Column(sheet, Wrapped(*self._buttons()), gap=12), theme.NIGHT, 22, None)
        wide = max(LEFT, self.app.window().width / scale * SHARE)
        self.acting = None
        body: Widget = side
        if beside:
            self.acting = ActingMap(climax.acts, self.elapsed)
            body = Dock(self.acting, left=side, left_width=wide)
        above = strip(self.app.strip[0], lambda: self.app.strip[1])
        body.grow = 1.0
        return body if above is None else Column(above, body, gap=0)

    def _from(self, at: float, widget: Widget) -> Widget:
        return Staged(widget, at, self.elapsed)

    def _figure(self) -> Widget:
        figure, reading = self._large(FIGURE), self._large(theme.READING)
        counted = Column(Spacer(0, figure.size * 0.36), Text(self.climax.counted, reading), gap=0)
        counted.grow = 1.0
        return Row(Counter(self.climax.figure, figure, COUNTED, self.elapsed), counted, gap=14)

    def _term(self, issue: str, position: str) -> Widget:
        said = Text(position, self._large(theme.SMALL_STRONG))
        said.grow = 1.0
        return Row(Text(issue, self._large(theme.SMALL), theme.DIM), said, gap=10)

    def _buttons(self) -> list[Button]:
        last = self.at_one == len(self.shown) - 1
        made = [Button("&Go on", self.next, kind="chosen", cue="", key="go on")]
        if not last:
            made.append(Button("&Skip the rest", self.skip, key="skip"))
        return made

    def next(self) -> None:
        """Go on to the next one, or away after the last."""
        if self.at_one == len(self.shown) - 1:
            self.done()
            return
        self.at_one += 1
        self._begin()

    def skip(self) -> None:
        """Leave them all."""
        self.done()

    def finish(self) -> None:
        """Leave the last of it standing."""
        self.ended = True
        self.rebuild()

    def handle(self, event: pygame.event.Event) -> None:
        """End the acting at any key or click that has no other work to do."""
        if self.playing() and self._ends(event):
            self.finish()
            return
        super().handle(event)

    def _ends(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEBUTTONDOWN:
            return event.button == 1
        if event.type != pygame.KEYDOWN or event.key in MODIFIERS:
            return False
        return self.app.keys.action(event) not in {**self.app.actions, **self.actions}
