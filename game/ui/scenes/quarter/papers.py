"""The newspaper and the log."""

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import halves
from game.ui.theme import Style
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel
from game.ui.widgets.links import Terms, prose
from game.ui.widgets.lists import Item, ListBox
from game.ui.widgets.texts import Heading, Rule, Text

OF_LATE = 4  # earlier events that a paper still speaks of
LOG_MARKS = {
    "order": ("right", theme.GOLD),
    "report": ("bar", theme.DIM),
    "event": ("circle", theme.SKY),
    "message": ("envelope", theme.OURS),
    "table": ("square", theme.GOOD),
}


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
    late = [
        row
        for row in reversed(quarter.log)
        if row.kind == "event" and row.text.split(":")[0] not in told
    ][:OF_LATE]
    if late:
        sheet.add(Rule(theme.FADED), Text("OF LATE", theme.SMALL_STRONG, theme.STAMP))
        sheet.add(
            *(
                prose(row.text, terms, theme.SMALL, theme.INK, f"late {row.text[:24]}")
                for row in late
            )
        )
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
        Item(
            row.text,
            right=row.quarter,
            mark=LOG_MARKS[row.kind][0],
            mark_colour=LOG_MARKS[row.kind][1],
            tip=row.tip or row.text,
        )
        for row in reversed(rows)
    ]
    column = Column(Heading("The log"))
    if items:
        return column.add(ListBox("The log", items, lambda index: None))
    return column.add(Text("Nothing has happened yet.", theme.BODY, theme.DIM))
