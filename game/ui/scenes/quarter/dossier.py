"""The first page of a quarter: what happened, what is to be decided, how the last one was taken and
who advises what, in few words. What does not fit in them lies on its own page, one button away.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from game.desk import models as m
from game.ui import theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Wrapped
from game.ui.widgets.controls import Button, TextField
from game.ui.widgets.links import Terms, prose
from game.ui.widgets.texts import Heading, Text

PROSE: Final = 120  # words on the first page, gauges and labels apart
LONGEST_NOTE: Final = 14  # words of the end button's note, whatever is ordered: nothing moves
HEARD: Final = 2  # advisers before the fold
SENTENCES: Final = re.compile(r"(?<=[.!?]) ")


class Words:
    """How many words of prose a page has left."""

    def __init__(self, left: int) -> None:
        """Begin with ``left`` words."""
        self.left = left

    def take(self, text: str) -> str:
        """Return as many whole sentences of a text as there are words for."""
        taken: list[str] = []
        for sentence in SENTENCES.split(text):
            count = len(sentence.split())
            if count > self.left:
                break
            self.left -= count
            taken.append(sentence)
        return " ".join(taken)


def left_for(quarter: m.Quarter) -> int:
    """Return the words that bars and foot leave to the page."""
    frame = [quarter.run_on.note, quarter.table.offer]
    found = quarter.dangers
    brief = found[0].brief if len(found) == 1 and not quarter.calm else ""
    frame += [f"{one.title} {brief}" for one in found] + [quarter.calm]
    frame += [
        f"This quarter: {event.date}, {event.title}."
        for event in (quarter.last_event, quarter.next_event)
        if event is not None
    ]
    return PROSE - LONGEST_NOTE - sum(len(text.split()) for text in frame)


def dossier(
    quarter: m.Quarter,
    note: Callable[[str], None],
    terms: Terms | None = None,
    show: Callable[[str], Callable[[], None]] = lambda page: lambda: None,
    spare: int = 0,
) -> Widget:
    """Return the page; ``show`` leads to another, ``spare`` words are spoken for elsewhere."""
    page, words = quarter.dossier, Words(left_for(quarter) - spare)
    headline = words.take(page.headline) or page.headline
    decide = [
        f"{'Decided' if row.answered else 'To decide'}: {row.title}" for row in quarter.decisions
    ]
    words.left -= sum(len(f"To decide: {row.title}".split()) for row in quarter.decisions)
    taken = words.take(" ".join(quarter.taken))
    heard = advised(quarter.advisers[:HEARD], words)
    brief = words.take(page.brief)
    column = Column(Text(headline, theme.Style("heading", 21), theme.GOLD), gap=6)
    if brief:
        column.add(prose(brief, terms, key="brief"))
    if quarter.table.offer:
        sign = Button(
            quarter.table.offer,
            show("table"),
            kind="chosen",
            key="sign theirs",
            align="left",
            mark="right",
            help=quarter.table.accept.note,
        )
        column.add(sign)
    for row, line in zip(quarter.decisions, decide, strict=True):
        column.add(
            Button(
                line,
                show("decisions"),
                kind="plain" if row.answered else "chosen",
                key=f"decide {row.id}",
                align="left",
                mark="right",
                help=row.text,
            )
        )
    if taken:
        column.add(Heading("How they took it"), Text(taken))
    if heard:
        column.add(Heading("The advisers"), *heard)
    column.add(Wrapped(*folded(quarter, len(heard), show), gap=6))
    field = TextField(
        "Sealed note",
        page.note,
        600,
        longest=160,
        act=note,
        hint="A line for yourself alone",
        tip="Sealed note\nFor yourself alone; it is shown again after the war.",
    )
    return column.add(field)


def advised(people: Sequence[m.Adviser], words: Words) -> list[Widget]:
    """Return the first advisers in a line each, as far as there are words: what each recommends,
    or else what it says."""
    lines: list[Widget] = []
    for one in people:
        words.left -= len(one.name.split())
        said = words.take(one.recommends or one.line)
        if said:
            lines.append(
                Text(
                    f"{one.name}: {said}",
                    theme.SMALL,
                    key=f"adviser {one.name}",
                    tip=one.tip or one.estimate,
                )
            )
    return lines


def folded(
    quarter: m.Quarter, heard: int, show: Callable[[str], Callable[[], None]]
) -> list[Widget]:
    """Return the buttons that lead to what the page has no words for."""
    doors = [("Papers", "papers", "envelope")]
    if quarter.dossier.received is not None:
        doors.append(("Their note", "note", "diamond"))
    if len(quarter.advisers) > heard:
        doors.append(("Advisers", "advisers", "right"))
    return [
        Button(label, show(page), kind="quiet", mark=mark, key=f"more {page}", cue="page")
        for label, page, mark in doors
    ]
