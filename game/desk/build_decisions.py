"""Decisions as a side is shown them: the quarter's questions, and what earlier answers came to."""

from typing import Final

from game.desk.draft import Draft
from game.desk.models import Answer, Decision
from game.desk.setting import Setting
from game.engine.dossier import Dossier
from game.record import OpenDecision as Asked
from game.words import decisions as words
from game.words import plain

LETTERS: Final = "abc"
GIVEN, CHANCE, SEQUEL = 3, 4, 8
"""How the engine keeps an answer: its number, and what is added once its chance or sequel has come
(``game.engine.world``)."""


def decisions(dossier: Dossier, draft: Draft, setting: Setting) -> tuple[Decision, ...]:
    """Return what the side is asked this quarter, in the order in which it closes."""
    rows = [asked(setting, dossier.side, int(number)) for number in dossier.view.asked]
    left = setting.quarters - dossier.quarter
    return tuple(
        _decision(place, row, dossier, draft, left)
        for place, row in enumerate(rows)
        if row is not None
    )


def asked(setting: Setting, side: int, number: int) -> Asked | None:
    """Return the decision with the engine's ``number``, or None where the campaign has none such:
    a game of another campaign's file."""
    known = setting.decisions[side]
    return known[number - 1] if 0 < number <= len(known) else None


def answered(draft: Draft, setting: Setting) -> list[str]:
    """Return the decisions that the draft answers, a title with its answer each."""
    said = []
    for place, number in enumerate(draft.state.answers):
        row = asked(setting, draft.side, int(draft.view.asked[place])) if number else None
        if row is not None:
            said.append(f"{row.title}: {plain.small(row.answers[number - 1].text).rstrip('.')}")
    return said


def _decision(place: int, row: Asked, dossier: Dossier, draft: Draft, left: int) -> Decision:
    chosen = draft.state.answers[place]
    default = row.answers[row.default - 1]
    return Decision(
        place=place,
        id=row.id,
        title=row.title,
        text=row.text,
        recalls=recalls(row, dossier),
        answered=bool(chosen),
        answers=tuple(
            _answer(row, place, number, draft, left) for number in range(1, 1 + len(row.answers))
        ),
        left_open=f"Left open, it goes by itself: {plain.small(default.text)}",
    )


def _answer(row: Asked, place: int, number: int, draft: Draft, left: int) -> Answer:
    one = row.answers[number - 1]
    why_not = draft.why_not_answer(place, number)
    return Answer(
        LETTERS[number - 1],
        one.text,
        plain.capital(words.price(one.price)),
        words.known(one, left),
        number == draft.state.answers[place],
        not why_not,
        why_not,
    )


def recalls(row: Asked, dossier: Dossier) -> tuple[str, ...]:
    """Return the lines that name earlier answers: one's own, and the other side's that stood in
    the papers."""
    said = []
    for (side, number, answer), line in row.recalls.items():
        if side == dossier.side:
            given = int(dossier.view.answered[number - 1]) & GIVEN
        else:
            given = read_of(dossier, number)
        if given == answer:
            said.append(line)
    return tuple(said)


def read_of(dossier: Dossier, number: int) -> int:
    """Return what the other side answered to a decision of its own, if that stood in the papers."""
    for report in dossier.reports:
        for asked_, answer in zip(report.enemy_asked, report.enemy_answers, strict=True):
            if int(asked_) == number:
                return int(answer)
    return 0


def papers(dossier: Dossier, setting: Setting, place: int) -> list[str]:
    """Return what stood in the papers of both sides' answers in the quarter of a report."""
    report, said = dossier.reports[place], []
    both = (
        (dossier.side, report.asked, report.answers),
        (1 - dossier.side, report.enemy_asked, report.enemy_answers),
    )
    for side, numbers, answers in both:
        for number, answer in zip(numbers, answers, strict=True):
            row = asked(setting, side, int(number))
            if row is not None and answer and row.answers[int(answer) - 1].seen:
                said.append(row.answers[int(answer) - 1].seen)
    return said


def decided(dossier: Dossier, setting: Setting, place: int) -> list[str]:
    """Return what the side decided in the quarter of a report, and whether nobody answered."""
    report, given, said = dossier.reports[place], dossier.orders[place].answers[0], []
    for where, (number, answer) in enumerate(zip(report.asked, report.answers, strict=True)):
        row = asked(setting, dossier.side, int(number))
        if row is not None and answer:
            how = "" if given[where] else " (left open, so it went by itself)"
            said.append(f"{row.title}: {row.answers[int(answer) - 1].text}{how}")
    return said


def came(dossier: Dossier, setting: Setting, place: int) -> list[str]:
    """Return what earlier answers brought in the quarter of a report: a chance, or a sequel."""
    before, after, said = dossier.views[place], dossier.views[place + 1], []
    for number, row in enumerate(setting.decisions[dossier.side]):
        was, now = int(before.answered[number]), int(after.answered[number])
        answer = row.answers[(now & GIVEN) - 1] if now & GIVEN else None
        if answer is None:
            continue
        if now & CHANCE and not was & CHANCE and answer.risked:
            said.append(answer.risked)
        if now & SEQUEL and not was & SEQUEL and answer.later:
            said.append(answer.later)
    return said


def open_titles(dossier: Dossier, draft: Draft, setting: Setting) -> list[str]:
    """Return the titles of what is asked this quarter and not answered yet."""
    return [row.title for row in decisions(dossier, draft, setting) if not row.answered]
