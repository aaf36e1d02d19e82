"""The three questions asked before play and again after the debrief, and how a group answered.

Answers are collected on paper without names and typed into a small file, one line a sheet:
``when,1,2,3`` with ``before`` or ``after`` and a letter for each question.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game import disk
from game.problems import Problem
from game.study.debrief.section import Section

WHEN: Final = ("before", "after")
HEADER: Final = ("when", "1", "2", "3")
MOST: Final = 5_000  # sheets in a file


@dataclass(frozen=True)
class SheetQuestion:
    """A question with its answers by letter; ``by_rule`` is the answer that the rule gives, and
    ``why`` says why."""

    text: str
    answers: Mapping[str, str]
    by_rule: str
    why: str


QUESTIONS: Final = (
    SheetQuestion(
        "When is it safe for a government at war to offer talks?",
        {
            "a": "When its armies are winning, so that the offer passes for generosity.",
            "b": "When going further has become too dear for its enemy, or it has shown "
            "that it can "
            "last.",
            "c": "When both sides have suffered so long that neither may hope for more from "
            "fighting "
            "on.",
            "d": "When a go-between carries the offer in secret, so that perhaps nobody at "
            "home loses "
            "face.",
        },
        "b",
        "An open hand is read as weakness unless going further is too dear to the enemy or "
        "resilience has been shown. Who wins the battle is not the question.",
    ),
    SheetQuestion(
        "What does bombing do to the other side's wish to talk?",
        {
            "a": "It brings the other side to the table, and the heavier it is the sooner "
            "they will "
            "sit.",
            "b": "It changes little: such decisions are usually taken on the ground and at home.",
            "c": "It makes whoever bombs look ready to go further, so the other side keeps "
            "its door "
            "shut.",
            "d": "It works through the pause that follows it, which may give the other side "
            "a reason "
            "to come.",
        },
        "c",
        "The bombed side comes to think its enemy a hawk, and the more it does the less it "
        "opens. A pause alone changes next to nothing.",
    ),
    SheetQuestion(
        "What would a mediator change?",
        {
            "a": "He carries messages quickly, and clears up what each side may have misunderstood "
            "of the other.",
            "b": "He saves both sides' faces at home, which is mostly what keeps them from "
            "the table.",
            "c": "He brings proposals that neither side could table first without seeming "
            "to give in.",
            "d": "He can put up something of his own, so that pressing on during talks costs more.",
        },
        "d",
        "A guarantee is a cliff: a little does nothing, enough opens at once. Saving face "
        "hardly helps.",
    ),
)


@dataclass(frozen=True)
class Sheets:
    """How many sheets there were and, by question, how many chose the rule's answer."""

    count: int
    right: tuple[int, int, int]


def read(path: Path) -> dict[str, Sheets]:
    """Return a file's sheets before and after; Problem naming line and remedy where it is wrong."""
    try:
        text = disk.read(path).decode("utf-8-sig")
        rows = [row for row in csv.reader(text.splitlines()) if any(cell.strip() for cell in row)]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Problem(f"{path}: line {line} is not UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise Problem(f"{path}: not CSV ({error}). Fill in the pack's answers.csv.") from None
    if not rows or tuple(cell.strip().lower() for cell in rows[0]) != HEADER:
        raise Problem(
            f"{path}: line 1: write the columns {','.join(HEADER)}, as in the pack's answers.csv."
        )
    if len(rows) > MOST:
        raise Problem(f"{path}: more than {MOST:,} sheets. Leave the rest out.")
    given: dict[str, list[list[str]]] = {when: [] for when in WHEN}
    for number, row in enumerate(rows[1:], 2):
        cells = [cell.strip().lower() for cell in row]
        if len(cells) != len(HEADER) or cells[0] not in WHEN:
            raise Problem(f"{path}: line {number}: write before or after, and three letters.")
        for question, letter in zip(QUESTIONS, cells[1:], strict=True):
            if letter and letter not in question.answers:
                raise Problem(
                    f"{path}: line {number}: {letter!r} is no answer; write one of "
                    f"{', '.join(question.answers)}, or leave it empty."
                )
        given[cells[0]].append(cells[1:])
    return {when: counted(sheets) for when, sheets in given.items()}


def counted(sheets: Sequence[Sequence[str]]) -> Sheets:
    """Return how many sheets chose the rule's answer to each question; a sheet is its letters."""
    first, second, third = (
        sum(sheet[place] == question.by_rule for sheet in sheets)
        for place, question in enumerate(QUESTIONS)
    )
    return Sheets(len(sheets), (first, second, third))


def section(sheets: Mapping[str, Sheets]) -> Section:
    """Return how the group answered, before and after, without names."""
    rows = []
    for place, question in enumerate(QUESTIONS):
        rows.append((question.text, *(_share(sheets[when], place) for when in WHEN), question.why))
    counts = " and ".join(f"{sheets[when].count} {when}" for when in WHEN)
    return Section(
        "The three questions",
        (
            f"Sheets: {counts}. Shown is how many gave the answer that the rule gives; whether the "
            "rule is right is another question.",
        ),
        ("question", "before", "after", "what the rule says"),
        tuple(rows),
        key="questions",
    )


def _share(sheets: Sheets, place: int) -> str:
    if not sheets.count:
        return "no sheets"
    return f"{sheets.right[place]} of {sheets.count} ({sheets.right[place] / sheets.count:.0%})"
