"""The replay viewer: a scrubber with shaped ticks, transport keys, three pairs of eyes.

Space plays and stops; at any quarter one may step in as either side.
"""

from collections.abc import Callable

from game.desk import models as m
from game.desk.interface import GameDesk, ReplayDesk
from game.ui import theme
from game.ui.map.aim import Aim
from game.ui.scene import Scene
from game.ui.scenes import mapping
from game.ui.scenes.common import Notice, Question, attempt, explain, page_tabs, screen
from game.ui.scenes.quarter.diplomacy import dispatch
from game.ui.scenes.turning import TurningPoint
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Row, Wrapped
from game.ui.widgets.chart import LineChart
from game.ui.widgets.controls import Button
from game.ui.widgets.gauges import GaugeBar
from game.ui.widgets.grid import Grid
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.mapview import MapView
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.scrubber import KINDS, Scrubber
from game.ui.widgets.texts import Heading, Text

SPEEDS = (2.4, 1.2, 0.5)  # seconds a quarter; Calibrated by watching: read, skim, overview
ROOMY = (1000, 600)  # pixels at 100 % text
EYES = (
    m.Choice("washington", "Washington"),
    m.Choice("hanoi", "Hanoi"),
    m.Choice("both", "Both"),
)
VIEWS = (("map", "Map"), ("facts", "What happened"), ("doors", "Eyes and doors"))
JUMPS = ("overture", "escalation", "offensive")


class ReplayScene(Scene):
    """A war walked through. ``play_on`` is called with the game of whoever steps in."""

    title = "Replay"

    def __init__(
        self, desk: ReplayDesk, play_on: Callable[[GameDesk], None], back: Callable[[], None]
    ) -> None:
        """Walk through ``desk``'s war."""
        super().__init__()
        self.desk, self.play_on, self.back = desk, play_on, back
        self.lens, self.playing, self._due = 0, False, 0.0
        self.view = "map"  # which page is open where room is short
        self.closed = False  # whether the closing card has been shown
        self.model = desk.replay()
        self.first_focus = "scrubber"
        self.actions = {"help": explain(self), "menu": back}
        self.actions |= {f"lens_{i + 1}": self._lens(i) for i in range(5)}
        self.aim = Aim()
        self.actions |= mapping.actions(self)

    def build(self) -> Widget:
        self.model = model = self.desk.replay()
        if not self.app.roomy(*ROOMY):
            return self._small()
        words = Column(
            Text(model.title, theme.TITLE, theme.GOLD),
            Text(model.date, theme.HEADING, theme.LIGHT),
            gap=0,
        )
        words.grow = 1.0
        doors = Wrapped(*self._doors(), Button("&Back", self.back, cue="page"))
        top = Panel(Row(words, self._eyes(), doors, gap=18), margin=8)
        facts = Panel(Scroll(self._facts(), key="facts"))
        body = Dock(self._map(), right=facts, right_width=400)
        return screen(self, top, body, self._transport(*self._more()))

    def _small(self) -> Widget:
        """Return the screen where room is short: one page at a time."""
        model = self.model
        words = Text(model.date, theme.HEADING, theme.GOLD)
        words.grow = 1.0
        tabs = page_tabs(VIEWS, self.view, self._page, "view", "page")
        back = Button("&Back", self.back, cue="page", key="Back")
        top = Panel(Row(words, Wrapped(*tabs, back, gap=4), gap=10), margin=5)
        pages: dict[str, Callable[[], Widget]] = {
            "map": self._map,
            "facts": lambda: Panel(Scroll(self._facts(), key="facts")),
            "doors": lambda: Panel(
                Scroll(
                    Column(self._eyes(), Wrapped(*self._doors()), Wrapped(*self._more())),
                    key="doors",
                )
            ),
        }
        return screen(self, top, pages[self.view](), self._transport())

    def _page(self, name: str) -> Callable[[], None]:
        def show() -> None:
            self.view = name
            self.rebuild()

        return show

    def _eyes(self) -> Widget:
        return ChoiceRow("Seen with the eyes of", EYES, self.model.eyes, self._look)

    def _doors(self) -> list[Button]:
        return [
            Button(
                c.title,
                self._step_in(c),
                enabled=c.enabled,
                why_not=c.why_not,
                key=f"step in {c.id}",
                tip=c.tip or f"{c.title}\n{c.note}",
            )
            for c in self.model.step_in
        ]

    def _map(self) -> Widget:
        lenses = self.model.lenses
        tabs = mapping.tabs(lenses, self.lens, self._lens)
        view = MapView(self.app.store, lenses[self.lens] if lenses else None, aim=self.aim)
        return Column(Panel(Wrapped(*tabs, *mapping.buttons(self), gap=4), margin=4), view, gap=0)

    def _facts(self) -> Widget:
        model = self.model
        rows = [(c.title, c.here, c.record) for c in model.comparisons]
        column = Column(
            Heading("This war and the record"),
            Grid("Comparison", ("", "This war", "Record"), rows, (2, 1, 1), (1, 2)),
            gap=9,
        )
        column.add(Heading("What was said"), *(dispatch(cable) for cable in model.cables))
        if model.chronicle:
            column.add(Heading("On record"))
            column.add(*(self._event(event) for event in model.chronicle))
        column.add(Heading("Gauges"), *(GaugeBar(gauge) for gauge in model.gauges))
        return column.add(*(LineChart(chart, 130) for chart in model.charts))

    @staticmethod
    def _event(event: m.Event) -> Widget:
        head = f"{event.date}: {event.title}"
        return Column(
            Text(head, theme.SMALL_STRONG, theme.GOLD, tip=f"Source\n{event.source}"),
            Text(event.text, theme.SMALL),
            gap=1,
        )

    def _more(self) -> list[Widget]:
        """Return speed and jumps."""
        speed = self.app.settings.replay_speed
        return [
            Button(f"Speed {speed + 1} of {len(SPEEDS)}", self._faster, key="speed"),
            *(self._jump(kind) for kind in JUMPS),
        ]

    def _transport(self, *more: Widget) -> Widget:
        model = self.model
        last = len(model.quarters) - 1
        play = "Stop" if self.playing else "Play"
        mark = "pause" if self.playing else "right"
        keys = Wrapped(
            Button("First", self._to(0), mark="first"),
            Button("Before", self._to(model.at - 1), mark="left", key="one back"),
            Button(play, self.toggle, mark=mark, kind="chosen", key="play"),
            Button("Next", self._to(model.at + 1), mark="right", key="one on"),
            Button("Last", self._to(last), mark="last"),
            *more,
            gap=5,
        )
        bar = Scrubber(model.quarters, model.at, model.ticks, self.go)
        return Panel(Column(bar, keys, gap=4), margin=8)

    def _jump(self, kind: str) -> Button:
        goal = next(
            (t.at for t in self.model.ticks if t.kind == kind and t.at > self.model.at), None
        )
        mark, _, _ = KINDS[kind]
        return Button(
            f"Next {kind}",
            self._to(self.model.at if goal is None else goal),
            mark=mark,
            enabled=goal is not None,
            why_not=f"There is no later {kind}.",
            key=f"jump {kind}",
        )

    def enter(self) -> None:
        self._ask_first(self.model.at)

    def go(self, at: int) -> None:
        """Go to a quarter, if there is one; what is to be asked before it is asked first."""
        there = 0 <= at < len(self.model.quarters) and at != self.model.at
        if there and not self._ask_first(at):
            self._stand(at)

    def _stand(self, at: int) -> None:
        """Show a quarter; at the last one, how it ended."""
        attempt(self, lambda: self.desk.go(at))
        self.rebuild()
        closing = self.desk.closing() if at == len(self.model.quarters) - 1 else ()
        if closing and not self.closed:
            self.closed, self.playing = True, False
            self.app.push(Notice("How it ended", *closing))

    def _ask_first(self, at: int) -> bool:
        """Ask what is to be asked before a quarter; return whether anything is."""
        turning = self.desk.turning(at)
        if turning is None:
            return False
        playing, self.playing = self.playing, False

        def on() -> None:
            self._stand(at)
            if playing and not self.playing and not self.closed:
                self.toggle()

        def enter(side: str) -> None:
            self._stand(at)
            self.play_on(self.desk.step_in(side))

        self.app.push(TurningPoint(turning, lambda given: self.desk.answer(at, given), on, enter))
        return True

    def _to(self, at: int) -> Callable[[], None]:
        return lambda: self.go(at)

    def _look(self, eyes: str) -> None:
        attempt(self, lambda: self.desk.look(eyes))
        self.rebuild()

    def _lens(self, index: int) -> Callable[[], None]:
        def choose() -> None:
            if index < len(self.model.lenses):
                self.lens = index
                self.rebuild()

        return choose

    def _faster(self) -> None:
        self.app.settings.replay_speed = (self.app.settings.replay_speed + 1) % len(SPEEDS)
        self.app.note_settings()
        self.rebuild()

    def toggle(self) -> None:
        """Play, or stop."""
        self.playing = not self.playing
        self._due = self.app.now() + SPEEDS[self.app.settings.replay_speed]
        self.rebuild()

    def _step_in(self, choice: m.Choice) -> Callable[[], None]:
        def ask() -> None:
            self.playing = False
            self.app.push(Question(f"{choice.title}?", choice.note, choice.title, go))

        def go() -> None:
            games: list[GameDesk] = []
            if attempt(self, lambda: games.append(self.desk.step_in(choice.id))):
                self.play_on(games[0])

        return ask

    def tick(self, now: float) -> None:
        if not self.playing or now < self._due or self.app.top() is not self:
            return
        self._due = now + SPEEDS[self.app.settings.replay_speed]
        if self.model.at >= len(self.model.quarters) - 1:
            self.toggle()
        else:
            self.go(self.model.at + 1)

    def wake_in(self, now: float) -> float | None:
        return max(self._due - now, 0.0) if self.playing else None
