"""The page of diplomacy: posture, channel, message, and how it will read."""

from collections.abc import Callable

from game.desk import models as m
from game.ui import theme
from game.ui.scenes.common import halves
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.links import Terms, message
from game.ui.widgets.lists import ChoiceRow
from game.ui.widgets.rungs import RungRow, Tell
from game.ui.widgets.sized import Sized
from game.ui.widgets.texts import Dispatch, Heading, Pair, Rule, Text

Rung = Callable[[str, str], None]
SAID = 420  # pixels at 100 % text kept for one's own words
BESIDE = 84  # pixels at 100 % text of a ladder's name beside its rungs


def diplomacy(
    model: m.Diplomacy,
    choose: Rung,
    channel: Callable[[str], None],
    terms: Terms | None = None,
    tell: Tell | None = None,
) -> Widget:
    """Return what is chosen at the left, what they said beside it, and how one's own words will
    read last: what changes with a choice has nothing below it that could be pressed."""
    choices = [
        m.Choice(c.id, c.title, enabled=c.enabled, why_not=c.why_not, tip=c.tip or c.carrier)
        for c in model.channels
        if c.enabled or c.chosen
    ]
    closed = [c.title for c in model.channels if not c.enabled and not c.chosen]
    chosen = next((c for c in model.channels if c.chosen), None)
    left = Column(Heading("Posture and message"))
    for ladder in (model.posture, model.message, model.deadline):
        left.add(RungRow(ladder, choose, tell, label_width=BESIDE))
    left.add(
        Rule(),
        ChoiceRow(
            "Channel",
            choices,
            chosen.id if chosen else "",
            channel,
            "Who carries it to the other side.",
        ),
    )
    if closed:
        left.add(Pair("No longer open", "; ".join(closed)))
    if model.received:
        left.add(Heading("What they said"))
        left.add(*(dispatch(said, terms) for said in model.received))
    right = Column(
        Heading("As it goes out"),
        dispatch(model.draft),
        Heading("If it leaks"),
        Text(model.leaked, theme.BODY, theme.LIGHT),
    )
    if chosen is not None:
        right.add(
            Heading(chosen.title),
            Text(chosen.carrier, theme.SMALL),
            Pair("What it covers", chosen.known),
            Pair("Leaks", chosen.leak),
        )
    if tell is None:  # the page scrolls as a whole: what is said below must not push its foot
        return halves(left, Sized(right, 0, SAID))
    return halves(left, right)


def dispatch(said: m.Message, terms: Terms | None = None) -> Dispatch:
    """Return a message on paper; the higher its register, the redder its stamp."""
    stamp = ("", "", "", "URGENT", "MOST URGENT", "ULTIMATUM")[min(max(said.register, 0), 5)]
    return message(
        said.heading, said.body, said.signature, terms, stamp, said.tip, f"message {said.heading}"
    )
