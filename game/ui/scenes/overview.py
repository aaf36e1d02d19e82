"""The second window: what everybody may see, for a projector; and, under the PIN, both sides for
the facilitator: what each does, orders, knows and has to bear.

The page is covered until the PIN is typed: the window that shows it may still stand where those who
play can see it.
"""

from collections.abc import Callable

from game.desk.desktops import Desktop, Overview
from game.desk.interface import Refusal, SeminarDesk
from game.desk.public import Public
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes import mapping
from game.ui.scenes.common import defined, page_tabs, screen, titled
from game.ui.scenes.secrets import gate
from game.ui.widgets.base import Action, Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.gauges import GaugeBar
from game.ui.widgets.mapview import MapView
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.secret import SecretField
from game.ui.widgets.texts import Heading, Text

ROOMY = (1120, 560)  # pixels at 100 % text from which both desks stand beside the map
LOOK = 0.5  # seconds between two looks at the game
PAGES = (("map", "Map"), ("washington", "Washington"), ("hanoi", "Hanoi"))
WARNING = (
    "Both sides' papers are shown here. Move this window to a screen that no player can "
    "see, then type the PIN."
)


class OverviewScene(Scene):
    """The facilitator's view; ``close`` closes the window it is in."""

    title = "Both sides"
    PIN = "PIN"

    def __init__(self, desk: SeminarDesk, close: Action) -> None:
        """Watch the game of ``desk``, once the PIN is there."""
        super().__init__()
        self.desk, self.close = desk, close
        self.shown: Overview | None = None
        self.seen: Public | None = None
        self.state: object = None
        self.typed = self.fault = ""
        self.page, self.lens, self._looked = "map", 0, 0.0
        self.first_focus = self.PIN
        self.in_public = True
        self.actions = {"menu": close} | {f"lens_{i + 1}": self._lens(i) for i in range(5)}

    def build(self) -> Widget:
        if self.in_public:
            return self._in_public()
        shown = self.shown
        if shown is None:
            return self._cover()
        top = titled(
            f"{shown.title}: {shown.date}",
            "For the facilitator alone.",
            Button("Public view", self.to_public, cue="", key="public"),
            Button("Cover", self.cover, cue="", key="cover"),
            Button("Close", self.close, cue="", key="close"),
        )
        nothing = Panel(Text(""), theme.NIGHT, 0, None)
        if not self.app.roomy(*ROOMY):
            return screen(self, Column(top, self._tabs(), gap=0), self._page(shown), nothing)
        left, right = (
            Panel(Scroll(self._desk(desk), key=f"desk {desk.government}")) for desk in shown.desks
        )
        wide = self.app.window().width / self.app.setter.theme.scale
        side = min(400, wide * 0.29)
        body = Dock(self._map(shown), left=left, right=right, left_width=side, right_width=side)
        return screen(self, top, body, nothing)

    def _cover(self) -> Widget:
        return gate(
            Text("For the facilitator alone", theme.TITLE, theme.GOLD, "centre"),
            WARNING,
            self.fault,
            SecretField(self.PIN, self.typed, 460, 12, self._put, self.go),
            Button("Show both sides", self.go, kind="chosen", cue="", key="go"),
            Button("Public view", self.to_public, cue="", key="public"),
            Button("Close", self.close, cue="", key="close"),
        )

    def _put(self, text: str) -> None:
        self.typed = text

    def go(self) -> None:
        """Draw the cover back, if the PIN is right."""
        pin, self.typed, self.fault = self.typed, "", ""
        try:
            self.desk.facilitate(lambda hand: hand.watch(pin))
        except Refusal as refusal:
            self.fault = str(refusal)
        else:
            self._look()
        self.rebuild()

    def to_public(self) -> None:
        """Show what everybody may see; both sides are covered."""
        self.shown, self.in_public = None, True
        self.rebuild()

    def cover(self) -> None:
        """Cover both sides, or the public view, until the PIN is typed."""
        self.shown, self.in_public = None, False
        self.rebuild()
        self.focus_on(self.PIN)

    # What is shown

    def _in_public(self) -> Widget:
        """Return the projector's page: map, newspaper, postures, talks, and the bell's clock."""
        seen = self.seen = self.desk.public()
        top = titled(
            f"{seen.title}: {seen.date}",
            seen.clock,
            Button("Both sides", self.cover, cue="", key="both"),
            Button("Close", self.close, cue="", key="close"),
        )
        paper = Column(
            Text(seen.headline, theme.Style("heading", 30), theme.INK),
            *(Text(story, theme.READING, theme.INK) for story in seen.stories),
            gap=10,
        )
        told = Column(
            Heading("Postures"),
            *(defined(fact) for fact in seen.postures),
            Text(seen.talks, theme.STRONG),
            Heading("Figures"),
            *(defined(fact) for fact in seen.figures),
            gap=6,
        )
        page = Panel(Scroll(Column(Panel(paper, theme.PAPER, 16), gap=12), key="paper"))
        nothing = Panel(Text(""), theme.NIGHT, 0, None)
        if seen.lens is None or not self.app.roomy(*ROOMY):
            rest = [told] if seen.postures else []
            body: Widget = Panel(
                Scroll(Column(Panel(paper, theme.PAPER, 16), *rest, gap=12), key="paper")
            )
        else:
            wide = self.app.window().width / self.app.setter.theme.scale
            body = Dock(
                MapView(self.app.store, seen.lens),
                left=page,
                right=Panel(Scroll(told, key="told")),
                left_width=wide * 0.36,
                right_width=min(360, wide * 0.26),
            )
        return screen(self, top, body, nothing)

    def _tabs(self) -> Widget:
        tabs = page_tabs(PAGES, self.page, self._open)
        return Panel(Wrapped(*tabs, gap=4), theme.NIGHT, 4, None)

    def _open(self, page: str) -> Callable[[], None]:
        def show() -> None:
            self.page = page
            self.rebuild()

        return show

    def _page(self, shown: Overview) -> Widget:
        if self.page == "map":
            return self._map(shown)
        desk = shown.desks[self.page == "hanoi"]
        return Panel(Scroll(self._desk(desk), key=f"desk {desk.government}"))

    def _map(self, shown: Overview) -> Widget:
        tabs = mapping.tabs(shown.lenses, self.lens, self._lens)
        view = MapView(self.app.store, shown.lenses[self.lens] if shown.lenses else None)
        column = Column(Panel(Wrapped(*tabs, gap=4), margin=4), view, gap=0)
        column.grow = 1.0
        return column

    @staticmethod
    def _desk(desk: Desktop) -> Widget:
        ours = desk.mark == "ours"
        column = Column(
            Text(
                desk.government,
                theme.TITLE,
                theme.OURS if ours else theme.THEIRS,
                mark="square" if ours else "diamond",
            ),
            Text(desk.state, theme.STRONG),
            Heading("Orders"),
            Text(desk.orders),
            Heading("Front page"),
            Text(desk.headline),
            gap=6,
        )
        if desk.note:
            column.add(Heading("Note to itself"), Text(desk.note))
        column.add(Heading("Gauges"), *(GaugeBar(gauge) for gauge in desk.gauges))
        column.add(Heading("What only it knows"))
        return column.add(*(defined(fact) for fact in desk.private))

    def _lens(self, index: int) -> Callable[[], None]:
        def choose() -> None:
            if self.shown is not None and index < len(self.shown.lenses):
                self.lens = index
                self.rebuild()

        return choose

    # Time

    def _look(self) -> None:
        self.state = self.desk.overview_state()
        self.shown = self.desk.overview()

    def tick(self, now: float) -> None:
        if 0 <= now - self._looked < LOOK:
            return
        self._looked = now
        if self.in_public and self.desk.public() != self.seen:
            self.rebuild()
        if self.shown is None:
            return
        if self.desk.overview_state() != self.state:
            self._look()
            self.rebuild()

    def wake_in(self, now: float) -> float | None:
        return LOOK if self.in_public or self.shown is not None else None
