"""The pages of the quarter's screen, each a tree of widgets made from its model."""

from collections.abc import Callable
from itertools import groupby

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import Least, defined, halves
from game.ui.theme import Style
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow, Panel, Row
from game.ui.widgets.chart import LineChart
from game.ui.widgets.controls import Button, Checkbox, TextField
from game.ui.widgets.gauges import GaugeBar, ScoreBar
from game.ui.widgets.issue import IssueRow
from game.ui.widgets.ladder import LadderRow
from game.ui.widgets.links import Terms, message, prose
from game.ui.widgets.lists import ChoiceRow, Item, ListBox
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.texts import Dispatch, Heading, Pair, Rule, Text

Rung = Callable[[str, str], None]
UNDO = "undo"  # the key of the button that takes back
OF_LATE = 4  # earlier events that a paper still speaks of
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


def dossier(
    quarter: m.Quarter, note: Callable[[str], None], terms: Terms | None = None,
    decide: Callable[[], None] = lambda: None,
) -> Widget:  # fmt: skip
    """Return the headline, what is to be decided in a line each, how the last quarter was taken,
    the other's last message, the advisers in a line each, the note."""
    page = quarter.dossier
    column = Column(Text(page.headline, theme.Style("heading", 21), theme.GOLD),
                    prose(page.brief, terms, key="brief"))  # fmt: skip
    for row in quarter.decisions:
        column.add(Button(f"{'Decided' if row.answered else 'To decide'}: {row.title}", decide,
                          kind="plain" if row.answered else "chosen", key=f"decide {row.id}",
                          align="left", mark="right", help=row.text))  # fmt: skip
    if quarter.taken:
        column.add(Heading("How they took it"), Text(" ".join(quarter.taken)))
    if page.received is not None:
        column.add(Heading("Their last message"), dispatch(page.received, terms))
    if quarter.advisers:
        column.add(Heading("The advisers"))
        for one in quarter.advisers:
            column.add(Text(f"{one.name}: {one.line}", theme.SMALL, tip=one.tip or one.estimate,
                            key=f"adviser {one.name}"))  # fmt: skip
    field = TextField("Sealed note", page.note, 600, longest=160, act=note,
                      hint="A line for yourself alone",
                      tip="Sealed note\nFor yourself alone; it is shown again after the war.")
    return column.add(Heading("Sealed note"), field)


def decisions(rows: tuple[m.Decision, ...], choose: Callable[[int, int], None]) -> Widget:
    """Return the quarter's questions, each with its answers beside one another: the price, what is
    expected and what is not known."""
    column = Column(Heading("Decisions"), gap=10)
    for row in rows:
        column.add(Text(row.title, theme.TITLE, theme.GOLD), Text(row.text, theme.READING),
                   *(Text(line, theme.QUOTE) for line in row.recalls))  # fmt: skip
        column.add(Row(*(Least(answer(row, number, choose), 240, tall=True)
                         for number in range(1, len(row.answers) + 1)), gap=12),
                   Text(row.left_open, theme.SMALL, theme.DIM))  # fmt: skip
    if not rows:
        column.add(Text("Nothing is to be decided this quarter.", theme.BODY, theme.DIM))
    return column


def answer(row: m.Decision, number: int, choose: Callable[[int, int], None]) -> Widget:
    """Return one answer; to choose it again leaves the question open."""
    one = row.answers[number - 1]
    give = Button(f"{one.letter.upper()}  {'Chosen' if one.chosen else 'Choose'}",
                  lambda: choose(row.place, 0 if one.chosen else number),
                  kind="chosen" if one.chosen else "plain", enabled=one.enabled,
                  why_not=one.why_not, key=f"answer {row.place} {one.letter}",
                  help=one.text)  # fmt: skip
    words = Column(
        Text(one.text, theme.STRONG), Text(f"{one.price}.", theme.BODY, theme.GOLD),
        *(Text(line, theme.SMALL, theme.LIGHT) for line in one.known),
        *([Text(one.why_not, theme.SMALL, theme.BAD, mark="cross")] if one.why_not else []),
        give, gap=6,
    )  # fmt: skip
    return Panel(words, theme.RAISED, 12, theme.GOLD if one.chosen else theme.LINE)


def dispatch(said: m.Message, terms: Terms | None = None) -> Dispatch:
    """Return a message on paper; the higher its register, the redder its stamp."""
    stamp = ("", "", "", "URGENT", "MOST URGENT", "ULTIMATUM")[min(max(said.register, 0), 5)]
    return message(said.heading, said.body, said.signature, terms, stamp, said.tip,
                   f"message {said.heading}")  # fmt: skip


def orders(
    model: m.Orders, choose: Rung, amount: Callable[[str, float], None],
    undo: Callable[[], None], zone: str = "",
) -> Widget:  # fmt: skip
    """Return every ladder under its group; the ladders of a chosen zone come first."""
    spent = f"{model.capital} points, {model.left} left" if model.price else (
        f"{model.capital} points")
    undoing = Button("Undo", undo, enabled=model.can_undo, key=UNDO, help="Undo the last order",
                     tip="Undo the last order" if model.can_undo else "",
                     why_not="Nothing has been changed this quarter.")  # fmt: skip
    heading = Heading("Orders")
    heading.grow = 1.0
    column = Column(
        Row(heading, undoing),
        Pair("Political capital", spent, theme.GOLD, model.tip, strong=theme.NUMBER),
        Text(model.summary, theme.SMALL, theme.LIGHT), gap=5,
    )  # fmt: skip
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
    return column


def _amount(ladder: str, act: Callable[[str, float], None]) -> Callable[[float], None]:
    return lambda value: act(ladder, value)


def diplomacy(
    model: m.Diplomacy, choose: Rung, channel: Callable[[str], None], terms: Terms | None = None
) -> Widget:
    """Return posture, channel, message and deadline at the left; how it will read at the right."""
    choices = [
        m.Choice(c.id, c.title, enabled=c.enabled, why_not=c.why_not, tip=c.tip or c.carrier)
        for c in model.channels if c.enabled or c.chosen
    ]
    closed = [c.title for c in model.channels if not c.enabled and not c.chosen]
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
        left.add(prose(chosen.carrier, terms, theme.SMALL, key="carrier"),
                 Pair("What it covers", chosen.known),
                 Pair("Leaks", chosen.leak))  # fmt: skip
    if closed:
        left.add(Pair("No longer open", "; ".join(closed)))
    right = Column(Heading("As it goes out"), dispatch(model.draft),
                   Heading("If it leaks"), Text(model.leaked, theme.BODY, theme.LIGHT))  # fmt: skip
    if model.received:
        right.add(Heading("What they said"))
        right.add(*(dispatch(said, terms) for said in model.received))
    return halves(left, right)


def table(
    model: m.Table, draft: Callable[[str, int], None], tabling: Callable[[], None],
    accepting: Callable[[], None], tall: bool = False,
) -> Widget:  # fmt: skip
    """Return both packages side by side, how far apart, and the two verbs; more airily where the
    window is ``tall``."""
    key = Flow(
        Text("Ours", theme.SMALL, theme.OURS, mark="square"),
        Text("Theirs", theme.SMALL, theme.THEIRS, mark="diamond"),
        Text("Our draft", theme.SMALL, theme.GOLD, mark="ring"),
        Text("Smaller and hollow: a quarter ago", theme.SMALL, theme.DIM),
        gap=16,
    )
    column = Column(Row(Heading("The table"), key, gap=24), Text(model.distance, theme.STRONG),
                    gap=18 if tall else 6)  # fmt: skip
    if not model.sits:
        column.add(Text(model.why_not, theme.SMALL, theme.BAD, mark="cross"))
    column.add(*(IssueRow(issue, draft, tall) for issue in model.issues))
    if model.verdict:
        column.add(Text(model.verdict, theme.BODY, theme.LIGHT, tip=model.tip))
    verbs = Row(
        Least(Checkbox(model.table_it.title, model.tabling, tabling,
                        tip=f"{model.table_it.title}\n{model.table_it.note}"), 300),
        Least(Button(model.accept.title, accepting, kind="final", enabled=model.accept.enabled,
                      why_not=model.accept.why_not, cue="stamp",
                      tip=f"{model.accept.title}\n{model.accept.note}"), 300),
        gap=12,
    )  # fmt: skip
    if model.accepting:
        column.add(Text("Their package will be accepted when the quarter ends.", theme.STRONG,
                        theme.BAD, mark="cross"))  # fmt: skip
    return column.add(verbs)


def advisers(people: tuple[m.Adviser, ...], tall: bool) -> Widget:
    """Return each adviser's reading, range and advice, then where they agree and who differs; more
    airily where the window is ``tall``."""
    column = Column(
        Heading("The advisers"),
        Text("They read the same papers. Each leads on the question that is its own; below, every "
             "question once: where they agree, and who differs.", theme.SMALL, theme.DIM), gap=10,
    )  # fmt: skip
    for index in range(0, len(people), 2):
        pair = [Least(adviser(one, tall), 330, tall=True) for one in people[index : index + 2]]
        column.add(Row(*pair, gap=12))
    if people and people[0].council:
        column.add(Heading("Question by question"),
                   *(defined(fact) for fact in people[0].council))  # fmt: skip
    return column


def adviser(one: m.Adviser, tall: bool) -> Widget:
    """Return one adviser: who, what it says, the range it expects, and what follows from it."""
    words = Column(
        Text(one.name, theme.HEADING, theme.GOLD),
        Text(f"{one.office}: {one.leaning}", theme.SMALL, theme.DIM),
        Text(one.line, theme.QUOTE, theme.LIGHT, tip=one.tip, key=f"reads {one.name}"),
        Rule(),
        Text(one.estimate, theme.STRONG, theme.GOLD),
        Text(one.advice, theme.SMALL, theme.LIGHT, mark="right", mark_colour=theme.GOLD),
        gap=8 if tall else 5,
    )
    return Panel(words, theme.RAISED, 18 if tall else 12)


def papers(quarter: m.Quarter, terms: Terms | None = None) -> Widget:
    """Return the newspaper beside the log."""
    paper = quarter.newspaper
    sheet = Column(
        Text(paper.masthead, Style("water", 30), theme.INK, "centre"),
        Text(paper.date, theme.SMALL, theme.FADED, "centre"),
        Rule(theme.FADED),
        Text(paper.headline, Style("heading", 23), theme.INK),
        *(story(each, paper.headline, terms) for each in paper.stories),
        gap=9,
    )
    told = " ".join(each.heading for each in paper.stories)
    late = [row for row in reversed(quarter.log) if row.kind == "event"
            and row.text.split(":")[0] not in told][:OF_LATE]  # fmt: skip
    if late:
        sheet.add(Rule(theme.FADED), Text("OF LATE", theme.SMALL_STRONG, theme.STAMP))
        sheet.add(*(prose(row.text, terms, theme.SMALL, theme.INK, f"late {row.text[:24]}")
                    for row in late))  # fmt: skip
    return halves(Panel(sheet, theme.PAPER, 16, theme.FADED), log(quarter.log))


def story(told: m.Story, headline: str, terms: Terms | None) -> Widget:
    """Return a story; the one under the headline needs no heading of its own."""
    column = Column(gap=2)
    if told.heading != headline:
        column.add(Text(told.heading, theme.STRONG, theme.INK))
    return column.add(prose(told.body, terms, theme.BODY, theme.INK, f"story {told.heading}"))


def log(rows: tuple[m.LogRow, ...]) -> Widget:
    """Return the log, newest first."""
    items = [
        Item(row.text, right=row.quarter, mark=LOG_MARKS[row.kind][0],
             mark_colour=LOG_MARKS[row.kind][1], tip=row.tip or row.text)
        for row in reversed(rows)
    ]  # fmt: skip
    column = Column(Heading("The log"))
    if items:
        return column.add(ListBox("The log", items, lambda index: None))
    return column.add(Text("Nothing has happened yet.", theme.BODY, theme.DIM))


def charts(models: tuple[m.Chart, ...], height: float) -> Widget:
    """Return the charts, two beside each other where there is room, each plot ``height`` pixels at
    100 % text."""
    column = Column(Heading("What we know"), gap=12)
    for index in range(0, len(models), 2):
        pair = [Least(LineChart(chart, height), 330) for chart in models[index : index + 2]]
        column.add(Row(*pair, gap=18))
    return column
