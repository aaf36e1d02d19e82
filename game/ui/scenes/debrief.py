"""The end of the war: one sentence a side first, then act by act, points, sealed papers, and the
war from the other chair. Every quarter that is named leads to its place on the map."""

from collections.abc import Callable

from game.desk import debrief_models as d
from game.desk import models as m
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes import debrief_pages as pages
from game.ui.scenes import end
from game.ui.scenes.common import boxed, explain, screen, titled
from game.ui.strokes import spoken
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Dock, Panel, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.lists import ChoiceRow, Item, ListBox
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Text

ROOMY = (900, 520)  # pixels at 100 % text from which list and page stand side by side
WIDE = 1040  # pixels at 100 % text: a page that is no wider is still read easily
LIST = 478  # pixels at 100 % text
FRAME = 450  # pixels at 100 % text that bars and headings take from two charts
SMALLEST_PLOT, LARGEST_PLOT = 130, 230  # pixels at 100 % text
EVERY = "all"
PAGES = (
    ("first", "How it ended"),
    ("acts", "Act by act"),
    ("points", "Points and quarters"),
    ("sealed", "Meant and taken"),
    ("chair", "The other chair"),
)
SHORT = {"first": "End", "acts": "Acts", "points": "Points", "sealed": "Meant", "chair": "Chair"}
READ = ("acts", "sealed", "chair")  # pages of what the rule read
PROMPTS = {
    "acts": "Every overture, answer, refusal, demonstration and escalation, read by the rule.",
    "points": "What the war was worth to each side as it went on, and its largest moves.",
    "sealed": "What was written under seal while the war went on, beside what came of it.",
    "chair": "What the other side ordered, was shown and believed, beside what was.",
}
Doors = dict[str, Callable[[], None]]


class DebriefScene(Scene):
    """The debrief; ``doors`` are ``replay``, ``rule``, ``codex`` and ``title``; ``jump`` opens the
    replay at a quarter, ``weigh`` the rule with its sliders at a side's quarter."""

    title = "The end of the war"
    bed = ""

    def __init__(
        self,
        model: m.Debrief,
        doors: Doors,
        jump: Callable[[int], None] | None = None,
        weigh: Callable[[str, int], None] | None = None,
    ) -> None:
        """Show ``model``, its first page first."""
        super().__init__()
        self.model, self.doors = model, doors
        self.jump = jump or (lambda place: doors["replay"]())
        self.weigh = weigh or (lambda side, place: doors["rule"]())
        self.page = "end" if model.end else "first"
        self.reading = False  # reading: a row's page, where room is short
        self.chosen = {"acts": 0, "sealed": 0, "chair": 0}
        self.filters = {"side": EVERY, "kind": EVERY, "branch": EVERY}
        self.chair, self.whose = 0, EVERY
        self.actions = {"help": explain(self), "menu": doors["title"]}
        for count, (name, _) in enumerate(PAGES, start=1):
            if not (model.after.hidden and name in READ):
                self.actions[f"page_{count}"] = self._show(name)
        for name in ("rule", "codex"):
            if name in doors:
                self.actions[name] = doors[name]
        self.first_focus = "page first"
        if model.end is not None:
            self.first_focus = "to rule"  # an Enter too many turns a page and begins no war

    def build(self) -> Widget:
        if self.page == "end" and self.model.end is not None:
            return end.build(self, self.model.end)
        roomy = self.app.roomy(*ROOMY)
        ended = " ".join(self.model.sentences[1:2])
        said = PROMPTS.get(self.page) or self.model.after.hidden or ended
        top = titled(self.model.title.rstrip("."), said if roomy else "")
        bodies = {
            "first": lambda: self._sheet(pages.first(self.model, self.jump)),
            "acts": lambda: self._acts(roomy),
            "points": lambda: self._sheet(pages.points(self.model, self.jump, self._plot())),
            "sealed": lambda: self._sealed(roomy),
            "chair": lambda: self._chair(roomy),
            "dead": lambda: self._sheet(end.dead(self.model.end) if self.model.end else Text("")),
        }
        return screen(
            self, Column(top, self._bar(roomy), gap=0), bodies[self.page](), Panel(self._verbs())
        )

    def _bar(self, roomy: bool) -> Widget:
        tabs = []
        if self.model.end is not None:
            tabs.append(Button("The &end", self._show("end"), key="page end", cue="page"))
        for count, (name, title) in enumerate(PAGES, start=1):
            if self.model.after.hidden and name in READ:
                continue
            tip = f"{title}\nKey: {spoken(self.app.keys.of(f'page_{count}'))}"
            tabs.append(
                Button(
                    title if roomy else SHORT[name],
                    self._show(name),
                    tip=tip,
                    kind="chosen" if name == self.page else "plain",
                    key=f"page {name}",
                    cue="page",
                )
            )
        if self.model.end is not None:
            tabs.append(
                Button(
                    "The &dead",
                    self._show("dead"),
                    key="page dead",
                    cue="page",
                    kind="chosen" if self.page == "dead" else "plain",
                )
            )
        return Panel(Wrapped(*tabs, gap=4), theme.NIGHT, 4, None)

    def _verbs(self) -> Widget:
        verbs = Wrapped()
        for name, label, kind in (
            ("rule", "The &rule", "chosen"),
            ("replay", "&Watch it again", "plain"),
            ("ask", "Three &questions", "plain"),
            ("write", "Write the &report", "plain"),
            ("codex", "Code&x", "plain"),
            ("title", "Back to the &title", "plain"),
        ):
            if name in self.doors:
                verbs.add(Button(label, self.doors[name], cue="page", key=name, kind=kind))
        return verbs

    def _sheet(self, body: Widget) -> Widget:
        return Panel(
            Scroll(Centred(body, WIDE, False), key=f"debrief {self.page}"), theme.NIGHT, 12, None
        )

    def _plot(self) -> float:
        high = self.app.window().height / self.app.setter.theme.scale
        return min(max((high - FRAME) / 2, SMALLEST_PLOT), LARGEST_PLOT)

    def show(self, name: str) -> Callable[[], None]:
        """Return what shows a page by its name."""
        return self._show(name)

    def _show(self, name: str) -> Callable[[], None]:
        def show() -> None:
            self.page, self.reading = name, False
            self.rebuild()
            self.focus_on("to rule" if name == "end" else f"page {name}")

        return show

    # A list beside what is chosen in it

    def _beside(
        self, name: str, above: list[Widget], items: list[Item], detail: Widget, roomy: bool
    ) -> Widget:
        """Return a list with the page of its chosen row at its right, or above it where room is
        short."""
        title = dict(PAGES)[name]
        rows: Widget = Text("Nothing fits. Choose All in a row above.")
        if items:
            opens = self._choose(name) if roomy else self._open(name)
            rows = ListBox(title, items, opens, self.chosen[name], self._choose(name))
        if not roomy and self.reading:
            return self._alone(name, len(items), detail)
        if not roomy:
            hint = Text("Enter, or a second click, opens a row.", theme.SMALL, theme.DIM)
            return Panel(Scroll(Column(*above, hint, rows, gap=12), key=f"list {name}"))
        scrolled = Scroll(rows, key=f"rows {name}")
        scrolled.grow = 1.0
        page = Panel(
            Scroll(Centred(detail, WIDE, False), key=f"page {name} {self.chosen[name]}"), margin=16
        )
        return Dock(page, left=Panel(Column(*above, scrolled), theme.SUNKEN), left_width=LIST)

    def _alone(self, name: str, count: int, detail: Widget) -> Widget:
        """Return the page of a chosen row where room is short, with ways on, back and out."""
        here = self.chosen[name]

        def go(place: int) -> Callable[[], None]:
            return lambda: self._choose(name)(place)

        keys = Wrapped(
            Button("To the &list", self._close, cue="page", key="to list"),
            Button(
                "Before",
                go(here - 1),
                mark="left",
                enabled=here > 0,
                key="row before",
                why_not="This is the first.",
            ),
            Button(
                "Next",
                go(here + 1),
                mark="right",
                enabled=here + 1 < count,
                key="row next",
                why_not="This is the last.",
            ),
        )
        return Panel(Scroll(Column(keys, detail, gap=12), key=f"alone {name} {here}"))

    def _open(self, name: str) -> Callable[[int], None]:
        def opened(index: int) -> None:
            self.chosen[name], self.reading = index, True
            self.rebuild()
            self.focus_on("to list")

        return opened

    def _close(self) -> None:
        self.reading = False
        self.rebuild()
        self.focus_on(f"list {dict(PAGES)[self.page]}")

    def _choose(self, name: str) -> Callable[[int], None]:
        def choose(index: int) -> None:
            if index != self.chosen[name]:
                self.chosen[name] = index
                self.rebuild()
                listed = next((w for w in self.root.walk() if isinstance(w, ListBox)), None)
                if listed is not None and self.app.roomy(*ROOMY):
                    listed.show_chosen()

        return choose

    # Act by act

    def fitting(self) -> list[d.ActRow]:
        """Return the acts that fit all three filters, in order."""
        wanted = self.filters
        return [
            act
            for act in self.model.after.acts
            if wanted["side"] in (EVERY, act.mark)
            and wanted["kind"] in (EVERY, act.kind)
            and wanted["branch"] in (EVERY, act.branch)
        ]

    def _acts(self, roomy: bool) -> Widget:
        found = self.fitting()
        self.chosen["acts"] = min(self.chosen["acts"], max(len(found) - 1, 0))
        detail = (
            pages.act(found[self.chosen["acts"]], self.jump, self.weigh)
            if found
            else Text("No act of this war fits the three choices.")
        )
        return self._beside("acts", self._filters(), pages.act_items(found), detail, roomy)

    def _filters(self) -> list[Widget]:
        after = self.model.after
        rows: list[Widget] = []
        for name, title, options in (
            ("side", "Whose", tuple(zip(("ours", "theirs"), after.sides, strict=True))),
            ("kind", "What", after.kinds),
            ("branch", "As the rule read it", after.branches),
        ):
            choices = [m.Choice(EVERY, f"All {len(after.acts)}" if name == "side" else "All")]
            choices += [
                m.Choice(key, f"{label} {self._count(name, key)}") for key, label in options
            ]
            rows.append(
                ChoiceRow(
                    title,
                    choices,
                    self.filters[name],
                    self._filter(name),
                    f"{title}\nLeft and right choose.",
                )
            )
        return rows

    def _count(self, name: str, key: str) -> int:
        field = {"side": "mark", "kind": "kind", "branch": "branch"}[name]
        return sum(getattr(act, field) == key for act in self.model.after.acts)

    def _filter(self, name: str) -> Callable[[str], None]:
        def choose(choice: str) -> None:
            self.filters[name] = choice
            self.chosen["acts"] = 0
            self.rebuild()

        return choose

    # Meant and taken

    def _sealed(self, roomy: bool) -> Widget:
        after = self.model.after
        scores = boxed("Forecasts, and how they came true", pages.forecasts(after.scored))
        if not after.meant:
            said = Text("Nobody sealed a reason in this war.")
            return self._sheet(Column(scores, boxed("What was meant", said), gap=12))
        found = [row for row in after.meant if self.whose in (EVERY, row.mark)]
        self.chosen["sealed"] = min(self.chosen["sealed"], max(len(found) - 1, 0))
        choices = [m.Choice(EVERY, f"All {len(after.meant)}")]
        choices += [
            m.Choice(key, f"{name} {sum(row.mark == key for row in after.meant)}")
            for key, name in zip(("ours", "theirs"), after.sides, strict=True)
        ]
        whose = ChoiceRow(
            "Whose", choices, self.whose, self._seals_of, "Whose\nLeft and right choose."
        )
        detail: Widget = scores
        if found:
            row = found[self.chosen["sealed"]]
            other = next((s for s in after.sides if s != row.government), "the other side")
            detail = Column(pages.meant(row, other, self.jump), scores, gap=16)
        return self._beside("sealed", [whose], pages.meant_items(found), detail, roomy)

    def _seals_of(self, whose: str) -> None:
        self.whose = whose
        self.chosen["sealed"] = 0
        self.rebuild()

    # The other chair

    def _chair(self, roomy: bool) -> Widget:
        chairs = self.model.after.chairs
        if not chairs or not chairs[self.chair].rows:
            return self._sheet(Text("No quarter was played."))
        chair = chairs[self.chair]
        choices = [m.Choice(one.side, one.government) for one in chairs]
        whose = ChoiceRow(
            "Whose chair", choices, chair.side, self._sit, "Whose chair\nLeft and right choose."
        )
        place = min(self.chosen["chair"], len(chair.rows) - 1)
        detail = pages.seat(chair, chair.rows[place], self.jump)
        key = Text(pages.WRONG, theme.SMALL, theme.DIM, mark="circle", mark_colour=theme.BAD)
        return self._beside("chair", [whose, key], pages.chair_items(chair), detail, roomy)

    def _sit(self, side: str) -> None:
        names = [one.side for one in self.model.after.chairs]
        self.chair = names.index(side)
        self.rebuild()
