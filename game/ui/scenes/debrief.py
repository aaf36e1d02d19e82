"""The end of the war: how it ended in plain sentences, both scores beside history's, and why."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.scene import Scene
from game.ui.scenes.common import boxed, explain, screen, titled
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Centred, Column, Flow, Panel, Row
from game.ui.widgets.chart import LineChart
from game.ui.widgets.controls import Button
from game.ui.widgets.grid import Grid
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.texts import Pair, Text


class ScoreScale(Widget):
    """A side's score on a scale of 100: aims, then people; history's as a mark above."""

    focusable = True

    def __init__(self, score: m.SideScore) -> None:
        """Show ``score``."""
        text = f"{score.aims:.0f} for aims, {score.people:.0f} for people"
        super().__init__(f"{score.government}: {score.total:.0f} of 100",
                         tip=f"{score.government}: {score.total:.0f} of 100\n{text}; history's "
                         f"own settlement {score.history:.0f}.")  # fmt: skip
        self.help, self.score = self.tip, score

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        return width, setter.theme.px(34)

    def paint(self, canvas: Canvas) -> None:
        rect, score = self.rect, self.score
        top, high = rect.y + canvas.px(14), canvas.px(14)
        wide = rect.width - 2 * canvas.px(6)
        left = rect.x + canvas.px(6)
        canvas.surface.fill(theme.SUNKEN, (left, top, wide, high))
        aims, people = (round(wide * v / 100) for v in (score.aims, score.people))
        canvas.surface.fill(theme.GOLD, (left, top, aims, high))
        canvas.surface.fill(theme.GREEN, (left + aims, top, people, high))
        for x in range(left + aims + 4, left + aims + people, canvas.px(6)):
            canvas.line(theme.SUNKEN, (x, top + high - 1), (x + canvas.px(4), top))
        x = left + round(wide * score.history / 100)
        canvas.mark("down", (x, top - canvas.px(7)), canvas.px(11), theme.LIGHT)
        canvas.line(theme.LIGHT, (x, top), (x, top + high - 1), 2)


class DebriefScene(Scene):
    """The debrief; ``doors`` are ``replay`` and ``title``."""

    title = "The end of the war"

    def __init__(self, model: m.Debrief, doors: dict[str, Callable[[], None]]) -> None:
        """Show ``model``."""
        super().__init__()
        self.model, self.doors = model, doors
        self.actions = {"help": explain(self), "menu": doors["title"]}
        self.first_focus = "title"

    def build(self) -> Widget:
        model = self.model
        scores = Row(*(self._score(score) for score in model.scores), gap=12)
        issues = [(fact.term, fact.text, fact.tip) for fact in model.issues]
        moments = [(x.quarter, x.title, x.text, x.points) for x in model.moments]
        worth = any(x.points for x in model.moments)
        charts = Row(*(self._growing(LineChart(chart, 150)) for chart in model.charts), gap=16)
        column = Column(
            Panel(Column(*(Text(s, theme.CABLE, theme.INK) for s in model.sentences
                           if s != model.title)), theme.PAPER, 14),
            scores,
            Text("White mark: history's own settlement under the same rules. To do better than "
                 "history is to win.", theme.SMALL, theme.DIM),
            boxed("Where the five issues ended",
                  Grid("Issues", ("Issue", "Here", "Paris, January 1973"), issues, (1, 2, 2))
                  if issues else Text("Nothing was settled.")),
            boxed("The quarters that mattered",
                  Grid("Moments", ("Quarter", "", "What was done", "Points"), moments,
                       (1, 1, 3, 1), (3,)) if worth else
                  Grid("Moments", ("Quarter", "", "What was done"), [row[:3] for row in moments],
                       (1, 2, 4))),
            charts,
            boxed("What the war was made of",
                  *(Column(Text(x.term, theme.STRONG, theme.GOLD), Text(x.text), gap=2)
                    for x in model.lessons)),
            gap=12,
        )  # fmt: skip
        verbs = Flow(
            Button("&Watch it again", self.doors["replay"], cue="page", key="replay"),
            Button("Back to the &title", self.doors["title"], kind="chosen", cue="page",
                   key="title"),
        )  # fmt: skip
        return screen(
            self, titled(model.title.rstrip("."), "What was done, and what it was worth."),
            Panel(Scroll(Centred(column, 1040, False), key="debrief"), theme.NIGHT, 12, None),
            Panel(verbs),
        )

    @staticmethod
    def _growing(widget: Widget) -> Widget:
        widget.grow = 1.0
        return widget

    def _score(self, score: m.SideScore) -> Widget:
        ours = score.mark == "ours"
        box = Column(
            Row(Text(score.government, theme.HEADING, theme.OURS if ours else theme.THEIRS,
                     mark="square" if ours else "diamond"),
                Text(f"{score.total:.0f} of 100", theme.NUMBER, theme.LIGHT, "right"), gap=12),
            ScoreScale(score),
            Text(score.verdict, theme.STRONG),
            *(Pair(f.term, f.text, tip=f"{f.term}\n{f.tip}" if f.tip else "")
              for f in score.parts),
            gap=5,
        )  # fmt: skip
        return self._growing(Panel(box))
