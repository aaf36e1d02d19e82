"""The tutorial: a bar that says one thing at a time, and a frame around what it speaks of.

A lesson stays until Next is pressed: what it says of a page is read with the page open.
"""

from typing import Final

from game.desk.lessons import LONGEST
from game.desk.models import Lesson, Quarter
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.scenes.common import Verbs
from game.ui.widgets.base import Action, Widget
from game.ui.widgets.boxes import Column, Panel, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.sized import Highest
from game.ui.widgets.texts import Text


def lesson_bar(lesson: Lesson, go_on: Action, skip: Action, done: bool) -> Widget:
    """Return the bar of a lesson; its two buttons keep their places from lesson to lesson.

    Next is dead while a deed is waited for, and alive once it is ``done``: were it gone, skipping
    would lie under the pointer of whoever clicks Next twice.
    """
    ready = done or not lesson.until
    said = _said(lesson, done)
    for line in said.children:
        line.kept_clear = True
    words = Highest(said, [_said(one, True) for one in LONGEST])
    words.grow = 1.0
    buttons = Verbs(
        Button("Skip the lessons", skip, key="lesson skip"),
        Button(
            "&Next",
            go_on,
            kind="chosen",
            key="lesson next",
            enabled=ready,
            why_not="Do first what the lesson says; then go on here.",
        ),
    )
    return Panel(Row(words, buttons, gap=14), theme.PAPER, 9, theme.GOLD)


def _said(lesson: Lesson, done: bool) -> Column:
    """Return a lesson's words."""
    title = f"{lesson.number} of {lesson.of}: {lesson.title}"
    return Column(
        Text(title, theme.STRONG, theme.STAMP, mark="tick" if done else "", key="lesson title"),
        Text(lesson.text, theme.BODY, theme.INK),
        gap=2,
    )


ON_DIPLOMACY: Final = ("posture", "message", "deadline")  # ladders of that page; others: orders


def ordered(lesson: Lesson, quarter: Quarter) -> bool:
    """Whether the rungs that a lesson asks for are ordered, or a package is tabled; False for a
    lesson that asks for neither."""
    kind, _, wanted = lesson.until.partition(" ")
    if kind == "table":
        return quarter.table.tabling
    if kind != "set":
        return False
    talk = quarter.diplomacy
    ladders = (*quarter.orders.ladders, talk.posture, talk.message, talk.deadline)
    stands = {f"{ladder.id} {ladder.rungs[ladder.chosen].id}" for ladder in ladders}
    return stands.issuperset(wanted.split(", "))


def page_of(lesson: Lesson) -> str:
    """Return the key of the page on which a lesson's deed is done."""
    kind, _, wanted = lesson.until.partition(" ")
    if kind == "set":
        talk = wanted.split()[0] in ON_DIPLOMACY
        return "page diplomacy" if talk else "page orders"
    return "page table" if kind == "table" else "page dossier"


def pointed_at(lesson: Lesson, root: Widget, done: bool) -> list[Widget]:
    """Return all that a lesson speaks of; the way to it where another page is open, and Next once
    its deed is done."""
    named = lesson.points_at.split(", ") if lesson.points_at else []
    wanted = ["lesson next"] if done else named
    shown = {w.key: w for w in root.walk() if w.key}
    found = [shown[key] for key in wanted if key in shown]
    way = shown.get(page_of(lesson)) if named else None
    return found or ([way] if way is not None else [])


def point_out(canvas: Canvas, found: Widget) -> None:
    """Frame a widget in gold, twice, so that it is not the focus ring."""
    rect = found.seen().inflate(canvas.px(8), canvas.px(8))
    for step in (0, 4):
        canvas.frame(rect.inflate(-2 * canvas.px(step), -2 * canvas.px(step)), theme.GOLD, 1, 4)
