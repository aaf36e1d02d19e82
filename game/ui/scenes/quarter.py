"""The quarter's screen: the map in the middle, where we stand at the left, a page at the right.

With room for it, pages that need no map take its place; with large text or a small window each
page, the map among them, has the whole body, and the page bar leads from one to the other.
"""

from collections.abc import Callable

from game.desk import models as m
from game.desk.interface import GameDesk
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.keys import spoken
from game.ui.scene import Scene
from game.ui.scenes import pages
from game.ui.scenes.common import Notice, Question, attempt, explain, screen
from game.ui.scenes.tutorial import lesson_bar, point_out
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Dock, Flow, Panel, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.mapview import MapView
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text

ROOMY = (1120, 600)  # pixels at 100 % text from which map and pages stand side by side
PAGES = (
    ("dossier", "Map and dossier"),
    ("orders", "Orders"),
    ("diplomacy", "Diplomacy"),
    ("table", "The table"),
    ("advisers", "Advisers"),
    ("papers", "Papers and log"),
    ("charts", "Charts"),
)
EXTRA = (("map", "Map"), ("state", "Where we stand"))  # pages of their own where room is short
WITH_MAP = ("dossier", "orders")
Done = Callable[[], None]


class QuarterScene(Scene):
    """A side's quarter. ``done`` is called when its orders are given; ``menu`` opens the game's
    menu, ``codex`` and ``curtain`` what they say."""

    title = "The quarter"

    def __init__(
        self, desk: GameDesk, done: Done, menu: Callable[[], None],
        codex: Callable[[], None], curtain: Callable[[], None],
    ) -> None:  # fmt: skip
        """Show what the side to move sees."""
        super().__init__()
        self.desk, self.done, self.codex, self.draw_curtain = desk, done, codex, curtain
        self.page, self.zone, self.lens = "dossier", "", 0
        self.quarter = desk.quarter()
        self.first_focus = "page dossier"
        self.lesson: m.Lesson | None = None
        self.actions = {
            "help": explain(self), "menu": menu, "codex": codex, "curtain": self._curtain,
            "log": lambda: self.show("papers"), "undo": self._undo, "end": self.ask_end,
            "run_on": self.run_on, "focus_lost": self._focus_lost,
        } | {f"page_{i + 1}": self._page(name) for i, (name, _) in enumerate(PAGES)}  # fmt: skip
        self.actions |= {f"lens_{i + 1}": self._lens(i) for i in range(5)}

    # What is shown

    def build(self) -> Widget:
        self.quarter = self.desk.quarter()
        self.lens = min(self.lens, max(len(self.quarter.lenses) - 1, 0))
        roomy = self.app.roomy(*ROOMY)
        top = Column(self._header(roomy), self._bar(roomy), gap=0)
        self.lesson = self.desk.lesson()
        if self.lesson is not None:
            top.add(lesson_bar(self.lesson, self._next_lesson, self._skip_lessons))
        return screen(top, self._body(roomy), self._foot(roomy))

    def _header(self, roomy: bool) -> Widget:
        head = self.quarter.header
        mark = "square"
        words = Flow(
            Text(head.government, theme.TITLE if roomy else theme.HEADING, theme.GOLD, mark=mark,
                 mark_colour=theme.OURS),
            Text(head.date, theme.HEADING, theme.LIGHT),
            Text(head.quarter + (f". {head.clock}" if head.clock else ""), theme.BODY, theme.DIM),
            gap=14,
        )  # fmt: skip
        words.grow = 1.0
        buttons = Flow(
            Button("Codex", self.codex, kind="quiet", tip=self._key("codex", "Who and what")),
            Button("Help", self.actions["help"], kind="quiet", tip=self._key("help", "Explain")),
            Button("Menu", self.actions["menu"], kind="quiet", tip=self._key("menu", "The menu")),
        )
        if self.quarter.hotseat:
            tip = self._key("curtain", "Hide everything until a side confirms")
            buttons.add(Button("Curtain", self._curtain, kind="quiet", tip=tip))
        prompt = Text(head.prompt, theme.BODY, theme.LIGHT, mark="right", mark_colour=theme.GOLD)
        return Panel(Column(Row(words, buttons, gap=16), prompt, gap=2), margin=8)

    def _key(self, action: str, text: str) -> str:
        return f"{text}\nKey: {spoken(self.app.keys.of(action))}"

    def _bar(self, roomy: bool) -> Widget:
        listed = PAGES if roomy else (PAGES[0], *EXTRA, *PAGES[1:])
        tabs = [
            Button(
                "Dossier" if name == "dossier" and not roomy else title,
                self._page(name), kind="chosen" if name == self.page else "plain",
                key=f"page {name}", cue="page",
                tip=self._tab_tip(name, title),
            )
            for name, title in listed
        ]  # fmt: skip
        return Panel(Flow(*tabs, gap=4), margin=4, ground=theme.NIGHT, line=None)

    def _tab_tip(self, name: str, title: str) -> str:
        names = [page for page, _ in PAGES]
        if name not in names:
            return title
        return self._key(f"page_{names.index(name) + 1}", title)

    def _body(self, roomy: bool) -> Widget:
        if not roomy:
            if self.page == "map":
                return self._map()
            return Panel(Scroll(self._content(self.page), key=f"body {self.page}"), line=None)
        left = Panel(Scroll(pages.state(self.quarter), key="state"))
        if self.page in WITH_MAP or self.page in dict(EXTRA):
            page = self.page if self.page in WITH_MAP else "dossier"
            right = Panel(Scroll(self._content(page), key=f"body {page}"))
            wide = self.app.window().width / self.app.setter.theme.scale
            return Dock(self._map(), left=left, right=right, left_width=min(270, wide * 0.23),
                        right_width=min(440, wide * 0.31))  # fmt: skip
        sheet = Panel(Scroll(self._content(self.page), key=f"body {self.page}"))
        return Dock(sheet, left=left, left_width=270)

    def _content(self, page: str) -> Widget:
        quarter, desk = self.quarter, self.desk
        if page == "orders":
            return pages.orders(quarter.orders, self._order, self._amount, self._undo, self.zone)
        if page == "diplomacy":
            return pages.diplomacy(quarter.diplomacy, self._order, self._do(desk.channel))
        if page == "table":
            return pages.table(quarter.table, self._term, self._table, self._accept)
        simple = {
            "state": lambda: pages.state(quarter),
            "dossier": lambda: pages.dossier(quarter),
            "advisers": lambda: pages.advisers(quarter.advisers),
            "papers": lambda: pages.papers(quarter),
            "charts": lambda: pages.charts(quarter.charts),
        }
        return simple[page]()

    def _map(self) -> Widget:
        lenses = self.quarter.lenses
        tabs = [
            Button(lens.title, self._lens(i), kind="chosen" if i == self.lens else "plain",
                   key=f"lens {lens.id}", tip=self._key(f"lens_{i + 1}", lens.summary))
            for i, lens in enumerate(lenses)
        ]  # fmt: skip
        view = MapView(self.app.store, lenses[self.lens] if lenses else None, self._pick, self.zone)
        bar = Panel(Flow(*tabs, gap=4), margin=4)
        column = Column(bar, view, gap=0)
        column.grow = 1.0
        return column

    def _foot(self, roomy: bool) -> Widget:
        quarter = self.quarter
        chips = [
            Button(each.title, self._explain_force(each), mark=self._mark(each.mark), kind="quiet",
                   key=f"force {each.id}", tip=f"{each.title}\nSince {each.since}.")
            for each in quarter.in_force
        ]  # fmt: skip
        shown: list[Widget] = [Text("In force", theme.SMALL, theme.DIM), *chips]
        if not chips:
            shown = [Text("Nothing is in force.", theme.SMALL, theme.DIM)]
        facts = Column(Flow(*shown, gap=6), gap=3)
        for label, event in (("Last", quarter.last_event), ("Next", quarter.next_event)):
            if event is not None:
                line, tip = f"{label}: {event.date}, {event.title}.", f"{event.title}\n{event.text}"
                facts.add(Text(line, theme.SMALL, theme.LIGHT, tip=tip, key=f"event {label}"))
        facts.grow = 1.0
        run, end = quarter.run_on, quarter.end
        verbs = Row(
            Button(run.title, self.run_on, note=run.note, enabled=run.enabled,
                   why_not=run.why_not, key="run on"),
            Button(end.label, self.ask_end, note=end.irreversible, kind="final",
                   enabled=end.enabled, why_not=end.why_not, key="end", cue=""),
            gap=8,
        )  # fmt: skip
        return Panel(Row(facts, verbs, gap=16) if roomy else Column(verbs, facts), margin=8)

    @staticmethod
    def _mark(mark: str) -> str:
        return {"ours": "square", "theirs": "diamond", "both": "star"}.get(mark, "circle")

    # What is done

    def _page(self, name: str) -> Callable[[], None]:
        return lambda: self.show(name)

    def show(self, page: str) -> None:
        """Show a page."""
        self.page = page
        self._learn(f"page {page}")
        self.rebuild()

    # The tutorial

    def _learn(self, deed: str) -> None:
        """Go on to the next lesson where this was what the last one waited for."""
        if self.lesson is not None and self.lesson.until == deed:
            self.desk.lesson_done()
            self.lesson = self.desk.lesson()

    def _next_lesson(self) -> None:
        self.desk.lesson_done()
        self.rebuild()

    def _skip_lessons(self) -> None:
        self.desk.skip_lessons()
        self.rebuild()

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        if self.lesson is not None:
            point_out(canvas, self.root, self.lesson.points_at)

    def _lens(self, index: int) -> Callable[[], None]:
        def choose() -> None:
            if index < len(self.quarter.lenses):
                self.lens = index
                self._learn("lens")
                if not self.app.roomy(*ROOMY):
                    self.page = "map"
                elif self.page not in WITH_MAP:
                    self.page = "dossier"
                self.rebuild()

        return choose

    def _pick(self, zone: str) -> None:
        """Choose a zone; its orders come first on the page of orders."""
        changed, self.zone = zone != self.zone, zone
        taught = self.lesson
        self._learn("zone")
        if changed and (self.page == "orders" or self.lesson is not taught):
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
        if attempt(self, lambda: self.desk.order(ladder, rung)):
            self._learn("order")
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

    def _undo(self) -> None:
        if self.quarter.orders.can_undo:
            attempt(self, self.desk.undo)
            self.refresh()
        else:
            self.app.cue("refused")

    def _explain_force(self, each: m.InForce) -> Callable[[], None]:
        return lambda: self.app.push(
            Notice(each.title, f"Since {each.since}.", each.explanation)
        )

    def ask_end(self) -> None:
        """Say what becomes irreversible, and end the quarter when that is confirmed."""
        end = self.quarter.end
        if not end.enabled:
            self.app.push(Notice("The quarter cannot end yet", end.why_not))
            return
        verb = end.label.replace("&", "")
        self.app.push(Question(f"{verb}?", end.irreversible, end.label, self._end))

    def _end(self) -> None:
        if attempt(self, self.desk.end):
            self._learn("end")
            self.done()

    def run_on(self) -> None:
        """Play standing orders until something needs the side."""
        if not self.quarter.run_on.enabled:
            self.app.push(Notice("Running on", self.quarter.run_on.why_not))
            return
        if attempt(self, self.desk.run_on):
            self.done()

    def _curtain(self) -> None:
        if self.quarter.hotseat:
            self.draw_curtain()

    def _focus_lost(self) -> None:
        if self.app.settings.curtain_on_focus_loss:
            self._curtain()
