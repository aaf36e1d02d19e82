"""The pages of the quarter's screen, each a tree of widgets made from its model."""

from collections.abc import Callable
from itertools import groupby

from game.desk import models as m
from game.ui import theme
from game.ui.text import Typesetter
from game.ui.theme import Style
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Panel, Row, Spacer
from game.ui.widgets.chart import LineChart
from game.ui.widgets.controls import Button, Checkbox, TextField
from game.ui.widgets.gauges import GaugeBar, ScoreBar
from game.ui.widgets.issue import IssueRow
from game.ui.widgets.ladder import LadderRow
from game.ui.widgets.lists import ChoiceRow, Item, ListBox
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.texts import Dispatch, Heading, Pair, Rule, Text

Rung = Callable[[str, str], None]
LOG_MARKS = {
    "order": ("right", theme.GOLD),
    "report": ("bar", theme.DIM),
    "event": ("circle", theme.SKY),
    "message": ("envelope", theme.OURS),
    "table": ("square", theme.GOOD),
}


def state(quarter: m.Quarter) -> Widget:
    """Return scores and gauges."""
    gauges: list[Widget] = [GaugeBar(gauge) for gauge in quarter.gauges]
    spaced = [w for gauge in gauges for w in (Rule(), gauge)]
    return Column(Heading("Where we stand"), ScoreBar(quarter.scores), *spaced, gap=9)


def dossier(quarter: m.Quarter, note: Callable[[str], None]) -> Widget:
    """Return the headline, the other's last message, the advisers in a line each, the note."""
    page = quarter.dossier
    column = Column(Text(page.headline, theme.Style("heading", 21), theme.GOLD), Text(page.brief))
    if page.received is not None:
        column.add(Heading("Their last message"), dispatch(page.received))
    if quarter.advisers:
        column.add(Heading("The advisers"))
        for one in quarter.advisers:
            column.add(Text(f"{one.name}: {one.line}", theme.SMALL, tip=one.tip or one.estimate,
                            key=f"adviser {one.name}"))  # fmt: skip
    field = TextField("Sealed note", page.note, 600, longest=160, act=note,
                      tip="Sealed note\nFor yourself alone; it is shown again after the war.")
    return column.add(Heading("Sealed note"), field)


def dispatch(message: m.Message) -> Dispatch:
    """Return a message on paper; the higher its register, the redder its stamp."""
    stamp = ("", "", "", "URGENT", "MOST URGENT", "ULTIMATUM")[min(max(message.register, 0), 5)]
    return Dispatch(message.heading, message.body, message.signature, stamp=stamp,
                    tip=message.tip, key=f"message {message.heading}")  # fmt: skip


def orders(
    model: m.Orders, choose: Rung, amount: Callable[[str, float], None],
    undo: Callable[[], None], zone: str = "",
) -> Widget:  # fmt: skip
    """Return every ladder under its group; the ladders of a chosen zone come first."""
    column = Column(Heading("Orders"), Text(model.summary, theme.SMALL, theme.LIGHT,
                    tip=model.tip, key="capital"), gap=5)  # fmt: skip
    here = [ladder for ladder in model.ladders if zone and ladder.zone == zone]
    rest = [ladder for ladder in model.ladders if ladder not in here]
    if here:
        column.add(Text(f"Chosen on the map: {zone}", theme.SMALL_STRONG, theme.GOLD))
        column.add(*(LadderRow(ladder, choose, True) for ladder in here), Rule())
    for group, ladders in groupby(rest, key=lambda ladder: ladder.group):
        column.add(Text(group, theme.SMALL_STRONG, theme.GOLD))
        for ladder in ladders:
            column.add(LadderRow(ladder, choose, True))
            if ladder.amount is not None:
                column.add(Stepper(ladder.title, ladder.amount, _amount(ladder.id, amount),
                                   f"amount {ladder.id}"))  # fmt: skip
    column.add(Spacer(0, 2), Button("Undo the last order", undo, enabled=model.can_undo,
               why_not="Nothing has been changed this quarter."))  # fmt: skip
    return column


def _amount(ladder: str, act: Callable[[str, float], None]) -> Callable[[float], None]:
    return lambda value: act(ladder, value)


def diplomacy(model: m.Diplomacy, choose: Rung, channel: Callable[[str], None]) -> Widget:
    """Return posture, channel, message and deadline at the left; how it will read at the right."""
    choices = [
        m.Choice(c.id, c.title, enabled=c.enabled, why_not=c.why_not, tip=c.tip or c.carrier)
        for c in model.channels
    ]
    chosen = next((c for c in model.channels if c.chosen), None)
    left = Column(
        Heading("Posture and message"),
        LadderRow(model.posture, choose),
        LadderRow(model.message, choose),
        LadderRow(model.deadline, choose),
        Rule(),
        ChoiceRow("Channel", choices, chosen.id if chosen else "", channel,
                  "Who carries it to the other side."),
    )  # fmt: skip
    if chosen is not None:
        left.add(Pair("Carried by", chosen.carrier), Pair("Known", chosen.known),
                 Pair("Leaks", chosen.leak))  # fmt: skip
    right = Column(Heading("As it goes out"), dispatch(model.draft),
                   Heading("If it leaks"), Text(model.leaked, theme.BODY, theme.LIGHT))  # fmt: skip
    if model.received:
        right.add(Heading("What they said"))
        right.add(*(dispatch(message) for message in model.received))
    return _halves(left, right)


def _halves(left: Widget, right: Widget) -> Widget:
    """Return two columns of equal weight, which stack where they would be narrow."""
    left.grow = right.grow = 1.0
    return Row(_Least(left, 330), _Least(right, 330), gap=18)


class _Least(Column):
    """A column that would rather be stacked than narrower than so many pixels."""

    def __init__(self, child: Widget, width: float) -> None:
        super().__init__(child)
        self.width = width
        self.grow = 1.0
        child.grow = 0.0

    def least(self, setter: Typesetter) -> int:
        return max(super().least(setter), setter.theme.px(self.width))

    def measure(self, setter: Typesetter, width: int) -> tuple[int, int]:
        wide, high = super().measure(setter, width)
        return min(wide, max(setter.theme.px(self.width), 1)), high


def table(
    model: m.Table, draft: Callable[[str, int], None], tabling: Callable[[], None],
    accepting: Callable[[], None],
) -> Widget:  # fmt: skip
    """Return both packages side by side, how far apart, and the two verbs."""
    key = Flow(
        Text("Ours", theme.SMALL, theme.OURS, mark="square"),
        Text("Theirs", theme.SMALL, theme.THEIRS, mark="diamond"),
        Text("Our draft", theme.SMALL, theme.GOLD, mark="ring"),
        Text("Smaller and hollow: a quarter ago", theme.SMALL, theme.DIM),
        gap=16,
    )
    column = Column(Heading("The table"), Text(model.distance, theme.STRONG), key, gap=9)
    if not model.sits:
        column.add(Text(model.why_not, theme.BODY, theme.BAD, mark="cross"))
    column.add(*(IssueRow(issue, draft) for issue in model.issues))
    if model.verdict:
        column.add(Text(model.verdict, theme.BODY, theme.LIGHT, tip=model.tip))
    verbs = Column(
        Checkbox(model.table_it.title, model.tabling, tabling, note=model.table_it.note,
                 tip=model.table_it.tip),
        Button(model.accept.title, accepting, note=model.accept.note, kind="final",
               enabled=model.accept.enabled, why_not=model.accept.why_not, cue="stamp"),
    )  # fmt: skip
    if model.accepting:
        verbs.add(Text("Their package will be accepted when the quarter ends.", theme.STRONG,
                       theme.BAD, mark="cross"))  # fmt: skip
    return column.add(verbs)


def advisers(people: tuple[m.Adviser, ...]) -> Widget:
    """Return each adviser's reading, range and advice."""
    column = Column(Heading("The advisers do not agree"), gap=10)
    for one in people:
        words = Column(
            Row(Text(one.name, theme.HEADING, theme.GOLD),
                Text(f"{one.office}. {one.leaning}.", theme.SMALL, theme.DIM), gap=10),
            Text(one.line, theme.BODY, theme.LIGHT, tip=one.tip, key=f"reads {one.name}"),
            Pair("Expects", one.estimate, theme.GOLD),
            Text(one.advice, theme.SMALL, theme.LIGHT, mark="right", mark_colour=theme.GOLD),
            gap=4,
        )  # fmt: skip
        column.add(Panel(words, theme.RAISED))
    return column


def papers(quarter: m.Quarter) -> Widget:
    """Return the newspaper beside the log."""
    paper = quarter.newspaper
    sheet = Column(
        Text(paper.masthead, Style("water", 30), theme.INK, "centre"),
        Text(paper.date, theme.SMALL, theme.FADED, "centre"),
        Rule(theme.FADED),
        Text(paper.headline, Style("heading", 23), theme.INK),
        *(Column(Text(s.heading, theme.STRONG, theme.INK), Text(s.body, theme.BODY, theme.INK),
                 gap=2) for s in paper.stories),
        gap=9,
    )  # fmt: skip
    return _halves(Panel(sheet, theme.PAPER, 16, theme.FADED), log(quarter.log))


def log(rows: tuple[m.LogRow, ...]) -> Widget:
    """Return the log, newest first."""
    items = [
        Item(row.text, right=row.quarter, mark=LOG_MARKS[row.kind][0],
             mark_colour=LOG_MARKS[row.kind][1], tip=row.tip or row.text)
        for row in rows
    ]  # fmt: skip
    column = Column(Heading("The log"))
    if items:
        return column.add(ListBox("The log", items, lambda index: None))
    return column.add(Text("Nothing has happened yet.", theme.BODY, theme.DIM))


def charts(models: tuple[m.Chart, ...]) -> Widget:
    """Return the charts, two beside each other where there is room."""
    column = Column(Heading("What we know"), gap=12)
    for index in range(0, len(models), 2):
        pair = [_Least(LineChart(chart), 330) for chart in models[index : index + 2]]
        column.add(Row(*pair, gap=18))
    return column
