"""What many screens share: a framed screen, modal boxes, questions and short notices."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from pygame import Rect

from game.desk.end_models import Onward
from game.desk.interface import Refusal
from game.desk.models import Fact
from game.ui import theme
from game.ui.scene import Scene
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, PageFrame, Panel, Row, Spacer, Wrapped
from game.ui.widgets.controls import Button
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.strip import strip
from game.ui.widgets.texts import Heading, Rule, Text


def titled(title: str, prompt: str, *buttons: Widget) -> Widget:
    """Return a bar with a title, one line that says what is waited for, and buttons."""
    words = Column(Heading(title, theme.TITLE), gap=0)
    if prompt:
        words.add(Text(prompt, theme.BODY, theme.LIGHT))
    words.grow = 1.0
    return Panel(Row(words, Wrapped(*buttons), gap=16), margin=10)


def screen(scene: Scene, top: Widget, body: Widget, bottom: Widget) -> Widget:
    """Return a page in a scroll area, which scrolls only where there is too little room. A warning
    or a clock, where there is one, stands in a strip above it."""
    above = strip(scene.app.strip[0], lambda: scene.app.strip[1])
    top = top if above is None else Column(above, top, gap=0)
    return Scroll(PageFrame(top, body, bottom, scene.app.window().height), key="page")


def page_tabs(
    pages: Sequence[tuple[str, str]],
    shown: str,
    show: Callable[[str], Callable[[], None]],
    called: str = "page",
    cue: str = "",
) -> list[Widget]:
    """Return a button a page, by name and title; ``show`` gives the action of one."""
    return [
        Button(
            title,
            show(name),
            kind="chosen" if name == shown else "plain",
            key=f"{called} {name}",
            cue=cue,
        )
        for name, title in pages
    ]


def boxed(heading: str, *widgets: Widget, ground: theme.Colour = theme.PANEL) -> Panel:
    """Return widgets under a heading on a panel."""
    column = Column(Heading(heading), *widgets) if heading else Column(*widgets)
    return Panel(column, ground)


def push(top: Widget, body: Widget, bottom: Widget) -> Column:
    """Return a column whose middle takes what height is left."""
    body.grow = 1.0
    return Column(top, body, bottom)


def defined(fact: Fact, tip: str = "") -> Widget:
    """Return a term with what it is below it, as running text."""
    said = Text(fact.text, tip=f"{fact.term}\n{tip}" if tip else "")
    return Column(Text(fact.term, theme.SMALL_STRONG, theme.GOLD), said, gap=1)


def halves(left: Widget, right: Widget) -> Widget:
    """Return two columns of equal weight, which stack where they would be narrow."""
    left.grow = right.grow = 1.0
    return Row(Least(left, 330), Least(right, 330), gap=18)


class Least(Column):
    """A column that would rather be stacked than narrower than so many pixels. A ``tall`` child is
    as high as its neighbour in a row."""

    def __init__(self, child: Widget, width: float, tall: bool = False) -> None:
        """Keep ``child`` at ``width``, given at 100 % text."""
        super().__init__(child)
        self.width = width
        self.grow = 1.0
        child.grow = 1.0 if tall else 0.0

    def least(self, setter: Typesetter) -> int:
        return max(super().least(setter), setter.theme.px(self.width))

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide, high = super().measure(setter, width)
        return min(wide, max(setter.theme.px(self.width), 1)), high


class Verbs(Wrapped):
    """Buttons on one line, which a long text beside them does not push below one another."""

    def least(self, setter: Typesetter) -> int:
        wide = [child.measure(setter, setter.theme.px(480))[0] for child in self.children]
        return sum(wide) + setter.theme.px(self.gap) * max(len(wide) - 1, 0)


class Modal(Scene):
    """A box in the middle of the window, over the screen below, which is dimmed."""

    modal = True
    width = 560.0  # pixels at 100 % text

    def __init__(self) -> None:
        """Let Escape close it."""
        super().__init__()
        self.actions["menu"] = self.close

    def close(self) -> None:
        """Go back to the screen below."""
        self.app.pop()

    @abstractmethod
    def body(self) -> Widget:
        """Return what the box holds between its title and its buttons."""

    def buttons(self) -> Sequence[Button]:
        """Return the buttons below, the safest last."""
        return (Button("&Back", self.close, cue="page"),)

    def build(self) -> Widget:
        inner = Scroll(Column(self.body(), gap=8), key="modal")
        bar = Wrapped(*self.buttons())
        return Panel(push(Heading(self.title, theme.TITLE), inner, bar), margin=18, line=theme.GOLD)

    def area(self) -> Rect:
        window, setter = self.app.window(), self.app.setter
        wide = min(setter.theme.px(self.width), window.width - 24)
        high = min(self._natural(wide), window.height - 24)
        rect = Rect(0, 0, wide, high)
        rect.center = window.center
        return rect

    def _natural(self, wide: int) -> int:
        """Return the height at which the box shows all it holds."""
        if not self.root.children:
            return 0
        inner = wide - 2 * self.app.setter.theme.px(18)
        column = self.root.children[0]
        bar = self.app.setter.theme.px(12)  # what a scroll area keeps for its bar
        parts = [child.measure(self.app.setter, inner - bar)[1] for child in column.children]
        return sum(parts) + 2 * self.app.setter.theme.px(18) + 2 * self.app.setter.theme.px(8) + 4


class Notice(Modal):
    """A title, a few paragraphs, and a way back."""

    def __init__(self, title: str, *paragraphs: str) -> None:
        """Say something."""
        super().__init__()
        self.title, self.paragraphs = title, paragraphs

    def body(self) -> Widget:
        return Column(*(Text(p) for p in self.paragraphs), gap=10)


class Question(Modal):
    """A question with one verb that does it and one that goes back."""

    def __init__(
        self,
        title: str,
        text: str,
        verb: str,
        act: Callable[[], None],
        back: str = "&Back",
        note: str = "",
    ) -> None:
        """Ask whether to ``act``; the button is called ``verb``, which names what it does."""
        super().__init__()
        self.title, self.text, self.verb, self.act = title, text, verb, act
        self.back, self.note = back, note
        self.first_focus = back.replace("&", "")

    def body(self) -> Widget:
        return Text(self.text)

    def buttons(self) -> Sequence[Button]:
        return (
            Button(self.verb, self._go, note=self.note, kind="final", cue="stamp"),
            Button(self.back, self.close),
        )

    def _go(self) -> None:
        self.app.pop()
        self.act()


class WhichChair(Modal):
    """Asks in which chair the next war is played."""

    def __init__(self, title: str, ways: Sequence[tuple[Onward, Callable[[], None]]]) -> None:
        """Ask under ``title``; a way comes with what goes it; the chair one had is first."""
        super().__init__()
        self.title, self.ways = title, tuple(ways)
        self.first_focus = f"chair {self.ways[0][0].id}"

    def body(self) -> Widget:
        return Text("In whose chair will you play it? Nothing begins before the briefing is read.")

    def buttons(self) -> Sequence[Button]:
        rows = [
            Button(
                one.title,
                self._going(act),
                note=one.note,
                cue="page",
                key=f"chair {one.id}",
                kind="plain" if place else "chosen",
            )
            for place, (one, act) in enumerate(self.ways)
        ]
        return (*rows, *super().buttons())

    def _going(self, act: Callable[[], None]) -> Callable[[], None]:
        def go() -> None:
            self.app.pop()
            act()

        return go


def attempt(scene: Scene, act: Callable[[], None]) -> bool:
    """Do something that may be refused; show the refusal; return whether it was done."""
    try:
        act()
    except Refusal as refusal:
        scene.app.cue("refused")
        scene.app.push(Notice("That cannot be ordered", str(refusal)))
        return False
    return True


class Explain(Notice):
    """F1: what has the focus, and the keys that work here."""

    def __init__(self, scene: Scene) -> None:
        """Explain the widget that has the focus in ``scene``."""
        focus = scene.focus
        name = focus.name if focus is not None else scene.title
        lines = [focus.help or focus.tip] if focus is not None else []
        if focus is not None and not focus.enabled and focus.why_not:
            lines.append(focus.why_not)
        keys = "Tab goes on, Shift+Tab back; arrows move or change; Enter or Space acts; "
        keys += "Escape goes back."
        super().__init__(name or "Help", *[line for line in lines if line], keys)


def explain(scene: Scene) -> Callable[[], None]:
    """Return the action of the help key in a scene."""
    return lambda: scene.app.push(Explain(scene))


def gap(height: float = 8) -> Spacer:
    """Return some air."""
    return Spacer(0, height)


__all__ = [
    "Explain",
    "Least",
    "Modal",
    "Notice",
    "Question",
    "Rule",
    "Verbs",
    "WhichChair",
    "attempt",
    "boxed",
    "defined",
    "explain",
    "gap",
    "halves",
    "push",
    "screen",
    "titled",
]
