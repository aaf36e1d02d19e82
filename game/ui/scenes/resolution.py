"""The quarter resolved: cables arrive one by one over the map, each about its zone.

Enter goes on, Escape skips to the end. With reduced motion a cable is there at once.
"""

from collections.abc import Callable

from game.desk.models import Resolution
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import explain, screen, titled
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.mapview import MapView
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Dispatch, Heading, Text

PACE = 90.0  # letters a second: half again as fast as reading, so that nobody waits for it
TICK = 1 / 30  # seconds between two strokes that are painted
ROOMY = 860  # pixels at 100 % text from which map and cables stand side by side


class ResolutionScene(Scene):
    """Cables in order; ``done`` when the last has been read or all are skipped."""

    title = "The quarter resolved"

    def __init__(self, model: Resolution, done: Callable[[], None]) -> None:
        """Show ``model``."""
        super().__init__()
        self.model, self.done = model, done
        self.read = 0
        self.paper: Dispatch | None = None
        self._started = 0.0
        self.actions = {"help": explain(self), "menu": self.skip}
        self.first_focus = "go on"

    def enter(self) -> None:
        self._start()

    def build(self) -> Widget:
        cables = self.model.cables[: self.read + 1]
        column = Column(Heading("Cables"), gap=8)
        self.paper = None
        for cable in reversed(cables):
            paper = Dispatch(cable.heading, cable.body, cable.signature)
            self.paper = self.paper or paper
            column.add(paper)
        last = self.read >= len(self.model.cables) - 1
        if last and self.model.closing:
            column.add(Text(f"In the papers: {self.model.closing}", theme.STRONG))
        lens = cables[-1].lens if cables else None
        zone = cables[-1].zone if cables else ""
        side = Panel(Scroll(column, key="cables"))
        body: Widget = side
        if self.app.roomy(ROOMY):
            body = Dock(MapView(self.app.store, lens, zone=zone), right=side, right_width=400)
        buttons = Wrapped(
            Button(
                "&Go on" if last else "&Next cable", self.next, kind="chosen", cue="", key="go on"
            ),
            Button(
                "&Skip to the end",
                self.skip,
                enabled=not last,
                key="skip",
                why_not="This is the last cable.",
            ),
        )
        prompt = f"Cable {self.read + 1} of {len(self.model.cables)}. Enter goes on."
        return screen(self, titled(self.model.title, prompt), body, Panel(buttons))

    def next(self) -> None:
        """Show the next cable, or go on after the last; a cable half typed is finished first."""
        if self._typing():
            self._show_all()
        elif self.read < len(self.model.cables) - 1:
            self.read += 1
            self.rebuild()
            self._start()
        else:
            self.done()

    def skip(self) -> None:
        """Go to the last cable, where Enter goes on; or on if that is where we are."""
        if self.read >= len(self.model.cables) - 1:
            self.done()
            return
        self.read = len(self.model.cables) - 1
        self.rebuild()
        self.focus_on("go on")
        self._show_all()

    def _start(self) -> None:
        self._started = self.app.now()
        if self.model.cables:
            self.app.cue(self.model.cables[self.read].cue)
        if self.paper is not None and not self.app.setter.theme.still:
            self.paper.shown = 0

    def _typing(self) -> bool:
        return self.paper is not None and self.paper.shown is not None

    def _show_all(self) -> None:
        if self.paper is not None:
            self.paper.shown = None
            self.paper.changed()

    def tick(self, now: float) -> None:
        paper = self.paper
        if paper is None or paper.shown is None:
            return
        shown = int((now - self._started) * PACE)
        if shown >= paper.length():
            self._show_all()
        elif shown != paper.shown:
            paper.shown = shown
            paper.changed()

    def wake_in(self, now: float) -> float | None:
        return TICK if self._typing() else None
