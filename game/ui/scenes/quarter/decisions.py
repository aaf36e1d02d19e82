"""The questions a government has to answer this quarter."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import Least
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Panel, Row, Spacer
from game.ui.widgets.controls import Button
from game.ui.widgets.sized import Sized
from game.ui.widgets.texts import Heading, Text

ROOM = 36  # pixels at 100 % text kept for why an answer cannot be given


def decisions(rows: tuple[m.Decision, ...], choose: Callable[[int, int], None]) -> Widget:
    """Return the quarter's questions, each with its answers beside one another: the price, what is
    expected and what is not known."""
    column = Column(Heading("Decisions"), gap=10)
    for row in rows:
        column.add(
            Text(row.title, theme.TITLE, theme.GOLD),
            Text(row.text, theme.READING),
            *(Text(line, theme.QUOTE) for line in row.recalls),
        )
        column.add(
            Row(
                *(
                    Least(answer(row, number, choose), 240, tall=True)
                    for number in range(1, len(row.answers) + 1)
                ),
                gap=12,
            ),
            Text(row.left_open, theme.SMALL, theme.DIM),
        )
    if not rows:
        column.add(Text("Nothing is to be decided this quarter.", theme.BODY, theme.DIM))
    return column


def answer(row: m.Decision, number: int, choose: Callable[[int, int], None]) -> Widget:
    """Return one answer; to choose it again leaves the question open."""
    one = row.answers[number - 1]
    give = Button(
        f"{one.letter.upper()}  {'Chosen' if one.chosen else 'Choose'}",
        lambda: choose(row.place, 0 if one.chosen else number),
        kind="chosen" if one.chosen else "plain",
        enabled=one.enabled,
        why_not=one.why_not,
        key=f"answer {row.place} {one.letter}",
        help=one.text,
    )
    refused = Text(one.why_not, theme.SMALL, theme.BAD, mark="cross") if one.why_not else None
    words = Column(
        Text(one.text, theme.STRONG),
        Text(f"{one.price}.", theme.BODY, theme.GOLD),
        *(Text(line, theme.SMALL, theme.LIGHT) for line in one.known),
        Sized(refused, 0, ROOM),
        Spacer(grow=1.0),
        give,
        gap=6,
    )
    return Panel(words, theme.RAISED, 12, theme.GOLD if one.chosen else theme.LINE)
