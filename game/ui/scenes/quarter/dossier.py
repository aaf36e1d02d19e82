"""The first page of a quarter: what happened, what is to be decided, who advises what."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.quarter.diplomacy import dispatch
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.links import Terms, prose
from game.ui.widgets.texts import Heading, Text


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
