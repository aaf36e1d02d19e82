"""The rule in the window: what one was playing against, and sliders with the equilibrium beside
them. It opens with the end of the war, or when a facilitator shows the rule."""

from collections.abc import Callable
from dataclasses import replace

from game.desk import models as m
from game.desk.debrief_models import RulePreset, RuleSetting
from game.ui import theme
from game.ui.scene import Scene
from game.ui.scenes.common import attempt, explain, screen, titled
from game.ui.strokes import spoken
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Dock, Panel, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.grid import Grid
from game.ui.widgets.lists import Item, ListBox
from game.ui.widgets.rulemap import Chances, RuleMapView, Way
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.slider import Slider
from game.ui.widgets.texts import Heading, Text

ROOMY = (1080, 600)  # pixels at 100 % text from which settings, sliders and map stand in a row
COLUMN = 760  # pixels at 100 % text: a line longer than this is hard to follow
LISTED, MAPPED = 350, 440  # pixels at 100 % text
BESIDE = 680  # pixels at 100 % text from which the map stays in sight beside the sliders
HALF = 0.46  # of the width of such a window, for the map
SHARE = 0.42  # of a wide window's width, for the map
TALL = 860  # pixels at 100 % text from which each slider says what it means
LAST = 3  # chapters from this one on are told after the sliders
Ask = Callable[[RuleSetting], m.RulePage]
MARKS = {
    "ours": ("square", theme.OURS),
    "theirs": ("diamond", theme.THEIRS),
    "case": ("ring", theme.DIM),
    "": ("circle", theme.GOLD),
}
SAFE = "Move the belief or the cost down, and see where it closes."
P, C = "belief_high", "cost"


class RuleScene(Scene):
    """The rule. ``ask`` gives its page at a setting; ``start`` is a preset to begin from."""

    title = "The rule"

    def __init__(
        self, ask: Ask, back: Callable[[], None], start: tuple[str, int] | None = None
    ) -> None:
        """Show the rule; ``start`` names the side and place of a quarter of the played war."""
        super().__init__()
        self.ask, self.back = ask, back
        self.model = ask(RuleSetting())
        self.preset: RulePreset = self.model.presets[0]
        self.page = "read"
        self.actions = {"help": explain(self), "menu": back}
        for count, (name, _) in enumerate(self.pages(), start=1):
            self.actions[f"page_{count}"] = self._show(name)
        self.first_focus = "page read"
        found = self._quarter(start) if start is not None else None
        if found is not None:
            self.page, self.preset = "try", found
            self.model = ask(found.setting)
            self.first_focus = f"slider {P}"

    def _quarter(self, start: tuple[str, int]) -> RulePreset | None:
        return next(
            (
                one
                for course in self.model.courses
                for one in course
                if (one.of, one.place) == start
            ),
            None,
        )

    @staticmethod
    def pages() -> tuple[tuple[str, str], ...]:
        """Return the pages' names and titles."""
        return (
            ("read", "What you played against"),
            ("try", "Try it"),
            ("says", "What it says"),
            ("rest", "Sources, rivals, limits"),
        )

    # What is shown

    def build(self) -> Widget:
        roomy = self.app.roomy(*ROOMY)
        top = Column(
            titled(
                "The rule",
                "How an open hand was read, quarter by quarter, while you played." if roomy else "",
            ),
            self._bar(),
            gap=0,
        )
        bodies = {"read": self._read, "says": self._says, "rest": self._rest}
        body = self._try(roomy) if self.page == "try" else bodies[self.page]()
        verbs = Wrapped(Button("&Back", self.back, cue="page", key="Back"))
        if self.page == "try":
            verbs.add(
                Button(
                    "&Reset every slider",
                    self._reset,
                    key="reset",
                    note="" if not roomy else "To the setting chosen in the list",
                )
            )
        else:
            verbs.add(
                Button(
                    "&Try it with the sliders",
                    self._show("try"),
                    kind="chosen",
                    cue="page",
                    key="to sliders",
                )
            )
        return screen(self, top, body, Panel(verbs))

    def _bar(self) -> Widget:
        tabs = []
        for count, (name, title) in enumerate(self.pages(), start=1):
            tip = f"{title}\nKey: {spoken(self.app.keys.of(f'page_{count}'))}"
            tabs.append(
                Button(
                    title,
                    self._show(name),
                    tip=tip,
                    key=f"page {name}",
                    cue="page",
                    kind="chosen" if name == self.page else "plain",
                )
            )
        return Panel(Wrapped(*tabs, gap=4), theme.NIGHT, 4, None)

    def _show(self, name: str) -> Callable[[], None]:
        def show() -> None:
            self.page = name
            self.rebuild()
            self.focus_on(f"page {name}")

        return show

    def _sheet(self, *parts: Widget) -> Widget:
        return Panel(
            Scroll(Centred(Column(*parts, gap=12), COLUMN, False), key=f"sheet {self.page}"),
            margin=18,
        )

    def _chapters(self, first: int, last: int) -> list[Widget]:
        parts: list[Widget] = []
        for chapter in self.model.chapters[first:last]:
            parts.append(Heading(chapter.title, theme.TITLE))
            parts += [Text(text, theme.READING) for text in chapter.paragraphs]
        return parts

    def _read(self) -> Widget:
        return self._sheet(*self._chapters(0, LAST - 1), *self._chapters(LAST, LAST + 1))

    def _says(self) -> Widget:
        rows = [tuple(row) for row in self.model.statements]
        table = Grid(
            "Statements",
            ("What it says", "Experiment", "P(open) of the resilient"),
            rows,
            (3, 3, 2),
        )
        return self._sheet(*self._chapters(LAST - 1, LAST), table)

    def _rest(self) -> Widget:
        return self._sheet(*self._chapters(LAST + 1, len(self.model.chapters)))

    # The sliders

    def _try(self, roomy: bool) -> Widget:
        told, stood = self._told(), self.preset.setting.values
        tall = roomy and self.app.roomy(0, TALL)
        sliders = Column(
            *(
                Slider(replace(one, base=stood.get(one.key, one.base)), self._move(one.key), tall)
                for one in self.model.sliders
            ),
            gap=14 if tall else 6,
        )
        chances = Column(Heading("What the equilibrium does"), Chances(self.model.answers), gap=4)
        settings = Column(Heading("Start from"), self._settings())
        drawn = self._map()
        wide = self.app.window().width / self.app.setter.theme.scale
        if not roomy and self.app.roomy(BESIDE):
            moved = Scroll(Column(told, sliders, settings, gap=14), key="try")
            shown = Panel(Scroll(Column(drawn, chances, gap=14), key="shown"), theme.SUNKEN)
            return Dock(Panel(moved), right=shown, right_width=HALF * wide)
        if not roomy:
            return Panel(Scroll(Column(told, sliders, drawn, chances, settings, gap=14), key="try"))
        listed = Scroll(settings, key="settings")
        left = Panel(Column(told, listed), theme.SUNKEN)
        middle = Panel(Scroll(sliders, key="sliders"), margin=14)
        return Dock(
            middle,
            left=left,
            right=Panel(Column(drawn, chances, gap=10)),
            left_width=LISTED,
            right_width=max(MAPPED, SHARE * wide),
        )

    def _told(self) -> Widget:
        model, preset = self.model, self.preset
        sheet = Column(
            Text(model.reading, theme.BODY, theme.INK, key="reading"),
            Text(model.enough or SAFE, theme.SMALL, theme.INK, key="enough"),
            Text(preset.text, theme.SMALL, theme.FADED, key="look"),
            gap=5,
        )
        return Panel(sheet, theme.PAPER, 12)

    def _settings(self) -> Widget:
        presets = self.model.presets
        items = [
            Item(
                one.title,
                mark=MARKS[one.mark][0],
                mark_colour=MARKS[one.mark][1],
                tip=f"{one.title}\n{one.text}",
            )
            for one in presets
        ]
        names = [(one.title, one.of, one.place) for one in presets]
        here = (self.preset.title, self.preset.of, self.preset.place)
        if here not in names:
            items.append(
                Item(
                    self.preset.title,
                    mark=MARKS[self.preset.mark][0],
                    mark_colour=MARKS[self.preset.mark][1],
                    tip=f"{self.preset.title}\n{self.preset.text}",
                )
            )
            names.append(here)
        return ListBox(
            "Start from",
            items,
            self._take,
            names.index(here),
            self._take,
            "Up and down choose where the sliders stand.",
        )

    def _map(self) -> Widget:
        drawn = self.model.map
        assert drawn is not None  # the desk draws one for every setting
        way, beside = self._way(self.preset.of), self._way(self.preset.beside)
        return RuleMapView(drawn, (self._value(P), self._value(C)), self._point, way, beside)

    def _way(self, of: str) -> Way:
        """Return somebody's way through a war, for the map; an empty one where there is none."""
        course = next((one for one in self.model.courses if of and one[0].of == of), ())
        if not course:
            return Way()
        whose, _, first = course[0].title.rpartition(", ")
        last = course[-1].title.rpartition(", ")[2]
        return Way(
            tuple((one.setting.values[P], one.setting.values[C]) for one in course),
            (first, last),
            whose,
        )

    def _value(self, key: str) -> float:
        return next(one.value for one in self.model.sliders if one.key == key)

    # What is done

    def _values(self) -> dict[str, float]:
        return {one.key: one.value for one in self.model.sliders}

    def _move(self, key: str) -> Callable[[float], None]:
        return lambda value: self._ask({**self._values(), key: value})

    def _point(self, belief: float, cost: float) -> None:
        self._ask({**self._values(), P: belief, C: cost})

    def _ask(self, values: dict[str, float]) -> None:
        """Stand at ``values`` and show the equilibrium there, without building the screen anew: a
        slider that is being dragged stays in hand."""
        held = self.preset.setting
        found: list[m.RulePage] = []
        if not attempt(
            self, lambda: found.append(self.ask(RuleSetting(values, held.held, held.first)))
        ):
            return
        self.model = found[0]
        values = self._values()
        for widget in self.root.walk():
            if isinstance(widget, Slider):
                widget.take(values[widget.model.key])
            elif isinstance(widget, RuleMapView) and self.model.map is not None:
                widget.take(self.model.map, (values[P], values[C]))
            elif isinstance(widget, Chances):
                widget.take(self.model.answers)
            elif isinstance(widget, Text) and widget.key in ("reading", "enough"):
                widget.text = widget.name = getattr(self.model, widget.key) or SAFE
        self.relayout()

    def _take(self, index: int) -> None:
        """Start from a setting of the list."""
        if index < len(self.model.presets):
            self._start(self.model.presets[index])

    def _start(self, preset: RulePreset) -> None:
        found: list[m.RulePage] = []
        if attempt(self, lambda: found.append(self.ask(preset.setting))):
            self.model, self.preset = found[0], preset
            self.rebuild()

    def _reset(self) -> None:
        self._start(self.preset)
