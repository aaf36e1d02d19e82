"""The quarter's screen: the map in the middle, where we stand at the left, a page at the right.

With room for it, pages that need no map take its place; with large text or a small window each
page, the map among them, has the whole body, and the page bar leads from one to the other.
"""

from collections.abc import Callable

from game.desk import models as m
from game.desk.interface import GameDesk
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.map.aim import Aim
from game.ui.scenes import mapping
from game.ui.scenes.common import Question, attempt, explain, screen
from game.ui.scenes.quarter import (
    advisers,
    charts,
    decisions,
    diplomacy,
    dossier,
    frame,
    orders,
    papers,
    state,
    table,
)
from game.ui.scenes.quarter.ending import Ending
from game.ui.scenes.quarter.lessons import lesson_bar, ordered, point_out, pointed_at
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Panel, Wrapped
from game.ui.widgets.links import Terms
from game.ui.widgets.mapview import MapView
from game.ui.widgets.rungs import Explanation, Tell
from game.ui.widgets.scoreband import ScoreBand
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Heading, Pair, Text

ROOMY = (1000, 580)  # pixels at 100 % text from which map and pages stand side by side
TALL = 900  # pixels at 100 % text from which pages have room to spare
FRAME = 480  # pixels at 100 % text that bars, headings and captions take from two rows of charts
SMALLEST_PLOT, LARGEST_PLOT = 130, 320  # pixels at 100 % text
PAGES = (
    ("dossier", "Map and dossier"),
    ("orders", "Orders"),
    ("diplomacy", "Diplomacy"),
    ("table", "The table"),
    ("advisers", "Advisers"),
    ("papers", "Papers and log"),
    ("charts", "Charts"),
    ("decisions", "Decisions"),
)
EXTRA = (("map", "Map"), ("state", "Where we stand"))  # pages of their own where room is short
WITH_MAP = ("dossier",)
HINT = (
    "Point at a rung, or move to it with left and right: what it costs, does and risks is told "
    "here before it is chosen. A click or Enter chooses it."
)
EXPLAINED_LINES = 3  # of small text under a rung's name
Done = Callable[[], None]


class QuarterScene(Ending):
    """A side's quarter. ``done`` is called when its orders are given; ``menu`` opens the game's
    menu, ``codex`` and ``curtain`` what they say."""

    title = "The quarter"

    def __init__(
        self,
        desk: GameDesk,
        done: Done,
        menu: Callable[[], None],
        codex: Callable[[str], None],
        curtain: Callable[[], None],
    ) -> None:
        """Show what the side to move sees."""
        super().__init__()
        self.desk, self.done, self.draw_curtain = desk, done, curtain
        self.terms = Terms(desk.terms(), codex)
        self.page, self.zone, self.lens = "dossier", "", 0
        self.quarter = desk.quarter()
        self.first_focus = "page dossier"
        self.lesson: m.Lesson | None = None
        self.explanation = Explanation(HINT, EXPLAINED_LINES)
        self.learnt = 0  # the number of the last lesson whose deed was done
        self.actions = {
            "help": explain(self),
            "menu": menu,
            "codex": lambda: codex(""),
            "curtain": self.cover,
            "log": lambda: self.show("papers"),
            "undo": self._undo,
            "end": self.ask_end,
            "run_on": self.run_on,
            "seal": self.seal,
            "focus_lost": self._focus_lost,
        }
        for count, (name, _) in enumerate(PAGES, start=1):
            self.actions[f"page_{count}"] = self.page_key(name)
        self.actions |= {f"lens_{i + 1}": self._lens(i) for i in range(5)}
        self.aim = Aim()
        self.actions |= mapping.actions(self)

    # What is shown

    def build(self) -> Widget:
        self.quarter = self.desk.quarter()
        self.bed = self.quarter.bed
        self.explanation = Explanation(HINT, EXPLAINED_LINES)
        self.lens = min(self.lens, max(len(self.quarter.lenses) - 1, 0))
        roomy = self.app.roomy(*ROOMY)
        listed = PAGES if roomy else (PAGES[0], *EXTRA, *PAGES[1:])
        top = Column(
            frame.header(self, roomy), frame.bar(self, roomy, listed), frame.danger(self), gap=0
        )
        self.lesson = self.desk.lesson()
        if self.lesson is not None:
            top.add(lesson_bar(self.lesson, self._next_lesson, self._skip_lessons, self._learnt()))
        return screen(self, top, self._body(roomy), frame.foot(self, roomy))

    def _body(self, roomy: bool) -> Widget:
        if self.page == "orders":
            quarter = self.quarter
            return orders.page(
                quarter.orders,
                quarter.diplomacy,
                self._order,
                self._amount,
                self._undo,
                self._tell(roomy),
                self.zone,
                self._height(),
            )
        if not roomy:
            if self.page == "map":
                return self._map()
            content = self._content(self.page, roomy)
            if self.page == "dossier":
                prompt = Text(self.quarter.header.prompt, mark="right", mark_colour=theme.GOLD)
                content = Column(prompt, content, Heading("In force"), frame.facts(self))
            return Panel(Scroll(content, key=f"body {self.page}"), line=None)
        if self.page in WITH_MAP or self.page in dict(EXTRA):
            left = Panel(Scroll(state.brief(self.quarter), key="state", returns=True), margin=8)
            right = Panel(Scroll(self._content("dossier", roomy), key="body dossier"))
            wide = self.app.window().width / self.app.setter.theme.scale
            below = Dock(
                self._map(),
                left=left,
                right=right,
                left_width=min(262, wide * 0.23),
                right_width=min(470, wide * 0.32),
            )
            band = Panel(ScoreBand(self.quarter.scores), theme.NIGHT, 3, theme.LINE)
            return Column(band, below, gap=0)
        return Panel(Scroll(self._content(self.page, roomy), key=f"body {self.page}"), margin=14)

    def _tell(self, roomy: bool) -> Tell | None:
        """Return what explains a rung: the place in the foot, or nothing where there is none."""
        return self.explanation.tell if roomy else None

    def _content(self, page: str, roomy: bool) -> Widget:
        quarter, desk = self.quarter, self.desk
        simple: dict[str, Callable[[], Widget]] = {
            "diplomacy": lambda: diplomacy.diplomacy(
                quarter.diplomacy,
                self._order,
                self._do(desk.channel),
                self.terms,
                self._tell(roomy),
            ),
            "table": lambda: table.table(
                quarter.table, self._term, self._table, self._accept, self._tall()
            ),
            "state": lambda: state.state(quarter),
            "dossier": lambda: dossier.dossier(
                quarter,
                self._note,
                self.terms,
                self.page_action,
                0 if roomy else len(quarter.header.prompt.split()),
            ),
            "decisions": lambda: decisions.decisions(quarter.decisions, self._decide),
            "advisers": lambda: advisers.advisers(quarter.advisers, self._tall()),
            "papers": lambda: papers.papers(quarter, self.terms),
            "charts": lambda: charts.charts(quarter.charts, self._plot()),
        }
        return simple[page]()

    def _height(self) -> float:
        """Return the window's height in pixels at 100 % text."""
        return self.app.window().height / self.app.setter.theme.scale

    def _tall(self) -> bool:
        return self._height() >= TALL

    def _plot(self) -> float:
        """Return the height of a chart's plot: two rows of charts fill the page."""
        return min(max((self._height() - FRAME) / 2, SMALLEST_PLOT), LARGEST_PLOT)

    def _map(self) -> Widget:
        lenses = self.quarter.lenses
        tabs = mapping.tabs(
            lenses,
            self.lens,
            self._lens,
            lambda i, summary: frame.key_tip(self, f"lens_{i + 1}", summary),
        )
        view = MapView(
            self.app.store,
            lenses[self.lens] if lenses else None,
            self._pick,
            self.zone,
            aim=self.aim,
        )
        bar = Panel(Wrapped(*tabs, *mapping.buttons(self), gap=4), margin=4)
        column = Column(bar, view, gap=0)
        column.grow = 1.0
        return column

    # What is done

    def page_action(self, name: str) -> Callable[[], None]:
        return self.show_note if name == "note" else lambda: self.show(name)

    def show_note(self) -> None:
        """Show diplomacy at what the other side has written."""
        self.show("diplomacy")
        received = self.quarter.diplomacy.received
        wanted = f"message {received[0].heading}" if received else ""
        note = next((w for w in self.root.walk() if w.key == wanted), None)
        if note is not None:
            for above in note.above():
                above.reveal(note.rect)

    def page_key(self, name: str) -> Callable[[], None]:
        """Return what a page's key does: show it, and put the focus on its first control."""

        def go() -> None:
            self.show(name)
            inside = next((w for w in self.root.walk() if w.key == f"body {name}"), None)
            stops = [w for w in inside.walk() if w.focusable] if inside else []
            acting = [w for w in stops if not isinstance(w, Text | Pair) and w.key != orders.UNDO]
            first = next(iter([*acting, *stops]), None)
            if first is not None:
                self.focus_on(first.key)

        return go

    def show(self, page: str) -> None:
        """Show a page."""
        before, self.page = self._learnt(), page
        self._learn(f"page {page}")
        self.rebuild()
        self._lead_on(before)

    # The tutorial

    def _learn(self, deed: str) -> None:
        """Note that the lesson's deed is done, if this was it; the last one's ends the lessons."""
        lesson = self.lesson
        if lesson is None or lesson.until != deed:
            return
        self.learnt = lesson.number
        if deed == "end":
            self.desk.lesson_done()

    def _learnt(self) -> bool:
        """Whether the lesson waited for a deed and it is done; a page may be open already."""
        lesson = self.lesson
        return (
            lesson is not None
            and bool(lesson.until)
            and (
                lesson.number == self.learnt
                or lesson.until == f"page {self.page}"
                or ordered(lesson, self.quarter)
            )
        )

    def _lead_on(self, before: bool) -> None:
        """Put the focus on Next once the lesson's deed is done, unless it was done before."""
        if self._learnt() and not before:
            self.focus_on("lesson next")

    def _next_lesson(self) -> None:
        """Go on to the next lesson, with the focus on what it asks for."""
        self.desk.lesson_done()
        self.rebuild()
        lesson = self.lesson
        if (
            lesson is not None
            and lesson.until
            and (found := pointed_at(lesson, self.root, self._learnt()))
        ):
            self.focus_on(found[0].key)

    def _skip_lessons(self) -> None:
        self.desk.skip_lessons()
        self.rebuild()

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        if self.lesson is not None:
            for found in pointed_at(self.lesson, self.root, self._learnt()):
                point_out(canvas, found)

    def _lens(self, index: int) -> Callable[[], None]:
        def choose() -> None:
            if index < len(self.quarter.lenses):
                before, self.lens = self._learnt(), index
                self._learn("lens")
                if not self.app.roomy(*ROOMY):
                    self.page = "map"
                elif self.page not in WITH_MAP:
                    self.page = "dossier"
                self.rebuild()
                self._lead_on(before)

        return choose

    def _pick(self, zone: str) -> None:
        """Choose a zone; its orders come first on the page of orders."""
        changed, self.zone = zone != self.zone, zone
        if changed and self.page == "orders":
            self.rebuild()

    def _do(self, act: Callable[[str], None]) -> Callable[[str], None]:
        def done(value: str) -> None:
            attempt(self, lambda: act(value))
            self.refresh()

        return done

    def refresh(self) -> None:
        """Show the model again after an order, unless a notice about it lies on top."""
        self.rebuild()

    def _order(self, ladder: str, rung: str) -> None:
        attempt(self, lambda: self.desk.order(ladder, rung))
        self.refresh()

    def _amount(self, ladder: str, value: float) -> None:
        attempt(self, lambda: self.desk.amount(ladder, value))
        self.refresh()

    def _term(self, issue: str, position: int) -> None:
        attempt(self, lambda: self.desk.term(issue, position))
        self.refresh()

    def _table(self) -> None:
        attempt(self, lambda: self.desk.table(not self.quarter.table.tabling))
        self.refresh()

    def _accept(self) -> None:
        """Accept, after asking; a second press takes it back while the quarter lasts."""
        table = self.quarter.table
        if table.accepting:
            attempt(self, lambda: self.desk.accept(False))
            self.refresh()
            return

        def accept() -> None:
            attempt(self, lambda: self.desk.accept(True))
            self.refresh()

        self.app.push(Question(table.accept.title, table.accept.note, table.accept.title, accept))

    def _decide(self, place: int, number: int) -> None:
        attempt(self, lambda: self.desk.decide(place, number))
        self.refresh()

    def _note(self, text: str) -> None:
        """Keep the note as it is typed; the screen need not be built again."""
        attempt(self, lambda: self.desk.note(text))

    def _undo(self) -> None:
        if self.quarter.orders.can_undo:
            attempt(self, self.desk.undo)
            self.refresh()
        else:
            self.app.cue("refused")

    def cover(self) -> None:
        if self.quarter.hotseat:
            self.draw_curtain()

    def _focus_lost(self) -> None:
        if self.app.settings.curtain_on_focus_loss:
            self.cover()
