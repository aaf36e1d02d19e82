"""The table: both packages, how far apart, and the verbs."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import Least
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel, Row, Wrapped
from game.ui.widgets.controls import Button, Checkbox
from game.ui.widgets.issue import IssueRow
from game.ui.widgets.sized import Sized
from game.ui.widgets.texts import Heading, Text

SAID = 20  # pixels at 100 % text kept for the word that theirs is accepted
CARD = 80  # pixels at 100 % text of a package's score
LOOKS = {
    "ours": ("square", theme.OURS),
    "theirs": ("diamond", theme.THEIRS),
    "history": ("flag", theme.LIGHT),
    "equals": ("flag", theme.LIGHT),
}


def table(
    model: m.TablePage,
    draft: Callable[[str, int], None],
    tabling: Callable[[], None],
    accepting: Callable[[], None],
    tall: bool = False,
) -> Widget:
    """Return both packages side by side, how far apart, and the two verbs; more airily where the
    window is ``tall``."""
    key = Wrapped(
        Text("Ours", theme.SMALL, theme.OURS, mark="square"),
        Text("Theirs", theme.SMALL, theme.THEIRS, mark="diamond"),
        Text("Our draft", theme.SMALL, theme.GOLD, mark="ring"),
        Text("Smaller and hollow: a quarter ago", theme.SMALL, theme.DIM),
        Text("+3: points more for us than our draft", theme.SMALL, theme.DIM),
        gap=16,
    )
    column = Column(
        Row(Heading("The table"), key, gap=24),
        Text(model.distance, theme.STRONG),
        gap=18 if tall else 4,
    )
    if not model.sits:
        column.add(Text(model.why_not, theme.SMALL, theme.BAD, mark="cross"))
    column.add(*(IssueRow(issue, draft, tall) for issue in model.issues))
    verbs = Row(
        Least(
            Checkbox(
                model.table_it.title,
                model.tabling,
                tabling,
                tip=f"{model.table_it.title}\n{model.table_it.note}",
            ),
            300,
        ),
        Least(
            Button(
                model.accept.title,
                accepting,
                kind="final",
                enabled=model.accept.enabled,
                why_not=model.accept.why_not,
                cue="stamp",
                tip=f"{model.accept.title}\n{model.accept.note}",
            ),
            300,
        ),
        gap=12,
    )
    column.add(verbs)
    if model.packages:
        column.add(
            Row(
                *(Sized(Least(scored(row), 300, tall=True), 0, CARD) for row in model.packages),
                gap=12,
            )
        )
        for each in column.children[-1].children:
            each.grow = 1.0
    if model.verdict:
        column.add(Text(model.verdict, theme.BODY, theme.LIGHT, tip=model.tip))
    said = None
    if model.accepting:
        said = Text(
            "Their package is accepted when the quarter ends.",
            theme.STRONG,
            theme.BAD,
            mark="cross",
        )
    column.add(Sized(said, 0, SAID))
    return column


def scored(row: m.PackageScore) -> Widget:
    """Return what a package would score, its parts under it."""
    mark, colour = LOOKS[row.id]
    total = Text(str(row.total), theme.TITLE, colour)
    name = Text(row.title, theme.STRONG, colour, mark=mark)
    name.grow = 1.0
    said = Text(row.text, theme.SMALL, theme.LIGHT, tip=row.tip)
    return Panel(
        Column(Row(name, total, gap=8), said, gap=0),
        theme.NIGHT,
        8,
        colour,
        key=f"package {row.id}",
    )
