"""What one's answers to decisions came to, told as a later quarter opens.

What an answer does is told as its campaign's file has it and as its card had it; beside it stands
what the gauge did in the quarter, by the side's own dossier, all causes together.
"""

from collections.abc import Iterator
from typing import Final

from game.desk.build_decisions import asked, came
from game.desk.build_gauges import DIALS, change_of
from game.desk.setting import Setting
from game.engine.dossier import Dossier
from game.record.decisions import OpenAnswer, OpenDecision
from game.words import decisions as words

HEADING: Final = "What was decided here"
SHOWN_BY: Final = {"rally": "approval"}
"""The gauge that shows a push, where it has not the push's own name."""


def told(dossier: Dossier, setting: Setting, place: int) -> list[str]:
    """Return what the side's answers did in the quarter of report number ``place``: those given in
    it first, then what began, ended or was remembered of earlier ones."""
    said = []
    for row, one, age, open_ in _given(dossier, setting, place):
        if not age:
            said.append(_first(row, one, open_, dossier, place))
    return [*said, *later(dossier, setting, place), *came(dossier, setting, place)]


def later(dossier: Dossier, setting: Setting, place: int) -> list[str]:
    """Return what began or ended in the quarter of a report by answers of earlier quarters."""
    said = []
    for row, one, age, _ in _given(dossier, setting, place):
        spans = words.spans(one.pushes)
        begun = [push for push, first, _ in spans if first == age > 0]
        ended = [push for push, first, last in spans if last - first > 1 and last - 1 == age]
        if begun:
            said.append(words.begun(row.title, begun))
        if ended:
            said.append(words.ended(row.title, ended))
    return said


def in_short(dossier: Dossier, setting: Setting) -> str:
    """Return what the last quarter's answers did, in a line for the first page; empty without."""
    last = len(dossier.reports) - 1
    if last < 0:
        return ""
    return " ".join(
        f"{row.title}: your answer brought: {words.at_once(one)}."
        for row, one, age, open_ in _given(dossier, setting, last)
        if not age and not open_
    )


def _given(
    dossier: Dossier, setting: Setting, place: int
) -> Iterator[tuple[OpenDecision, OpenAnswer, int, bool]]:
    """Yield every answer given until report number ``place``: its decision, the answer, how many
    quarters ago, and whether it was left open."""
    now = dossier.reports[place].quarter
    for where, report in enumerate(dossier.reports[: place + 1]):
        given = dossier.orders[where].answers[0]
        for slot, (number, answer) in enumerate(zip(report.asked, report.answers, strict=True)):
            row = asked(setting, dossier.side, int(number))
            if row is not None and answer:
                yield row, row.answers[int(answer) - 1], now - report.quarter, not given[slot]


def _first(row: OpenDecision, one: OpenAnswer, open_: bool, dossier: Dossier, place: int) -> str:
    who = "left open, it went by itself" if open_ else "you chose"
    beside = _gauges(one, dossier, place)
    text = one.text.rstrip(".")
    return words.chosen(row.title, who, text, words.at_once(one), beside)


def _gauges(one: OpenAnswer, dossier: Dossier, place: int) -> str:
    """Return what the gauges of an answer's first pushes did in the quarter, all causes together;
    empty where no gauge of the side shows them."""
    names = {push.name.partition(".")[0] for push in one.pushes if not push.waits}
    names = {SHOWN_BY.get(name, name) for name in names}
    before, after = dossier.views[place], dossier.views[place + 1]
    return "; ".join(
        f"{dial.title}: {change_of(dial, dial.read(after) - dial.read(before))}"
        for dial in DIALS[dossier.side]
        if dial.id in names
    )
