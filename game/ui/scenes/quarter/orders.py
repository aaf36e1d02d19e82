"""The page of orders."""

from collections.abc import Callable
from itertools import groupby

from game.desk import models as m
from game.ui import theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.ladder import LadderRow
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.texts import Heading, Pair, Rule, Text

Rung = Callable[[str, str], None]
UNDO = "undo"  # the key of the button that takes back


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
