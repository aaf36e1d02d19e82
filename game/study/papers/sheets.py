"""Sheets of the three questions that are handed in at the screen: kept in the game's log without a
name, before the first quarter is played and after the war."""

from collections.abc import Sequence
from typing import Any, Final

from game.problems import Problem
from game.record import Game
from game.study.debrief.section import Section
from game.study.papers.pack_questions import QUESTIONS, WHEN, Sheets, counted, section

BEFORE, AFTER = WHEN
SHEET: Final = "sheet"  # under which key the log knows a sheet, and when it was handed in
ANSWERS: Final = "answers"  # its letters in order, empty where none was chosen
CLOSED: Final = (
    "The three questions are asked before the first quarter is played, and again when "
    "the war is over."
)


def when(game: Game) -> str:
    """Return which sheets can be handed in now: ``before``, ``after``, or none while the war goes
    on."""
    if game.over:
        return AFTER
    return "" if game.past.rows else BEFORE


def hand_in(game: Game, letters: Sequence[str]) -> str:
    """Keep one person's sheet; return one sentence that says so. Problem for letters that are no
    answers, or at the wrong time."""
    now = when(game)
    if not now:
        raise Problem(CLOSED)
    given = [letter.strip().lower() for letter in letters]
    if len(given) != len(QUESTIONS) or not any(given):
        raise Problem(f"A sheet has {len(QUESTIONS)} letters, such as b c d; '-' leaves one out.")
    given = ["" if letter == "-" else letter for letter in given]
    for question, letter in zip(QUESTIONS, given, strict=True):
        if letter and letter not in question.answers:
            raise Problem(f"{letter!r} is no answer; write one of {', '.join(question.answers)}.")
    text = f"A sheet of the three questions, {now} play."
    game.write("setting", None, text, **{SHEET: now, ANSWERS: given})
    count = sheets_of(game)[now].count
    return f"Handed in without a name: {count} {'sheet' if count == 1 else 'sheets'} {now} play."


def sheets_of(game: Game) -> dict[str, Sheets]:
    """Return the sheets that were handed in at the screen, before and after."""
    given: dict[str, list[list[str]]] = {moment: [] for moment in WHEN}
    for entry in game.entries:
        letters = _letters(entry.data)
        if entry.what == "setting" and entry.data.get(SHEET) in given and letters is not None:
            given[str(entry.data[SHEET])].append(letters)
    return {moment: counted(rows) for moment, rows in given.items()}


def _letters(data: dict[str, Any]) -> list[str] | None:
    letters = data.get(ANSWERS)
    if not isinstance(letters, list) or len(letters) != len(QUESTIONS):
        return None
    return [str(letter) for letter in letters]


def together(one: dict[str, Sheets], other: dict[str, Sheets]) -> dict[str, Sheets]:
    """Return two heaps of sheets as one: those of the screen and those typed from paper."""
    made = {}
    for moment in WHEN:
        first, second = one[moment], other[moment]
        right = [a + b for a, b in zip(first.right, second.right, strict=True)]
        made[moment] = Sheets(first.count + second.count, (right[0], right[1], right[2]))
    return made


def scored(game: Game) -> Section | None:
    """Return how the group of a war that is over answered at the screen; None where nobody did."""
    found = sheets_of(game)
    return section(found) if any(sheets.count for sheets in found.values()) else None
