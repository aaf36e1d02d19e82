"""The tutorial: a bar that says one thing at a time, and a frame around what it speaks of."""

from game.desk.models import Lesson
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.widgets.base import Action, Widget
from game.ui.widgets.boxes import Column, Flow, Panel, Row
from game.ui.widgets.controls import Button
from game.ui.widgets.texts import Text


def lesson_bar(lesson: Lesson, go_on: Action, skip: Action) -> Widget:
    """Return the bar of a lesson; its two buttons keep their places from lesson to lesson.

    Next is dead where a deed is waited for: were it gone, skipping would lie under the pointer
    of whoever clicks Next twice.
    """
    words = Column(
        Text(f"{lesson.number} of {lesson.of}: {lesson.title}", theme.STRONG, theme.STAMP),
        Text(lesson.text, theme.BODY, theme.INK),
        gap=2,
    )
    words.grow = 1.0
    buttons = Flow(
        Button("Skip the lessons", skip, key="lesson skip"),
        Button("Next", go_on, kind="chosen", key="lesson next", enabled=not lesson.until,
               why_not="The lesson goes on by itself once you have done what it says."),
    )  # fmt: skip
    return Panel(Row(words, buttons, gap=14), theme.PAPER, 9, theme.GOLD)


def point_out(canvas: Canvas, root: Widget, key: str) -> None:
    """Frame the widget a lesson speaks of, in gold, twice, so that it is not the focus ring."""
    found = next((w for w in root.walk() if w.key == key and key), None)
    if found is None:
        return
    rect = found.seen().inflate(canvas.px(8), canvas.px(8))
    for step in (0, 4):
        canvas.frame(rect.inflate(-2 * canvas.px(step), -2 * canvas.px(step)), theme.GOLD, 1, 4)
