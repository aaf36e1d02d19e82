"""The page of diplomacy: posture, channel, message, and how it will read."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import halves
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.ladder import LadderRow
from game.ui.widgets.links import Terms, message, prose
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.texts import Dispatch, Heading, Pair, Rule, Text

Rung = Callable[[str, str], None]


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


def dispatch(said: m.Message, terms: Terms | None = None) -> Dispatch:
    """Return a message on paper; the higher its register, the redder its stamp."""
    stamp = ("", "", "", "URGENT", "MOST URGENT", "ULTIMATUM")[min(max(said.register, 0), 5)]
    return message(said.heading, said.body, said.signature, terms, stamp, said.tip,
                   f"message {said.heading}")  # fmt: skip
