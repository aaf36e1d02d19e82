"""No screen overlaps, clips, fades or hides a control, at any size of window or text."""

import pygame
import pytest

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.scene import Scene
from game.ui.text import Typesetter
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button
from game.ui.widgets.texts import Text
from tests.ui.screens import SCREENS, show
from tests.ui.windows import window
from tools.audit import audit

SIZES = [
    ((1280, 720), 1.0, False),
    ((1920, 1080), 1.75, False),
    ((1024, 600), 1.0, False),
    ((1280, 720), 1.75, False),
    ((1024, 600), 2.0, False),
    ((1280, 720), 1.0, True),
    ((1024, 600), 2.0, True),
]


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_no_fault_at_any_size(name: str) -> None:
    for size, scale, pseudo in SIZES:
        app, _ = window(size, scale, pseudo)
        assert audit(app, show(app, name)) == [], (size, scale, pseudo)


class Bad(Scene):
    """A screen made to be faulted."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def build(self) -> Widget:
        return self.widget


def faults(widget: Widget) -> set[str]:
    app, _ = window()
    scene = Bad(widget)
    app.push(scene)
    return {fault.kind for fault in audit(app, scene)}


def test_the_audit_finds_faint_text() -> None:
    assert "contrast" in faults(Text("faint", colour=theme.mix(theme.NIGHT, theme.LIGHT, 0.2)))


def test_the_audit_finds_letters_the_font_does_not_have() -> None:
    assert "glyphs" in faults(Text("a star \u2605"))


class Misplaced(Column):
    """Puts its children over one another."""

    def arrange(self, setter: Typesetter, rect: pygame.Rect) -> None:
        self.rect = rect
        for child in self.children:
            child.arrange(setter, pygame.Rect(10, 10, 200, 30))


def test_the_audit_finds_siblings_over_one_another() -> None:
    assert "overlap" in faults(Misplaced(Text("one"), Text("other")))


class Cut(Widget):
    """Cuts its text short and says nothing about it."""

    def paint(self, canvas: Canvas) -> None:
        box = pygame.Rect(self.rect.topleft, (60, 20))
        canvas.text("far too long for the room", theme.BODY, theme.LIGHT, box)


def test_the_audit_finds_text_cut_short() -> None:
    assert "clipped" in faults(Cut())


class Spilt(Widget):
    """Sets its text outside itself."""

    def paint(self, canvas: Canvas) -> None:
        canvas.said("outside", theme.BODY, theme.LIGHT, (self.rect.right - 5, self.rect.y))


def test_the_audit_finds_text_outside_its_widget() -> None:
    assert "outside" in faults(Spilt())


def test_the_audit_finds_a_control_that_tab_does_not_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    button = Button("Press", lambda: None)
    monkeypatch.setattr(button, "focusable", False)
    assert "untabbable" in faults(Column(button))


GROUNDS = (theme.NIGHT, theme.PANEL, theme.RAISED, theme.SUNKEN, theme.SELECTED)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", [theme.LIGHT, theme.GOLD, theme.DIM])
def test_text_on_dark_grounds_can_be_read(ink: theme.Colour, ground: theme.Colour) -> None:
    assert theme.contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(
    "ink", [theme.INK, theme.FADED, theme.STAMP, theme.OURS_INK, theme.THEIRS_INK, theme.GOOD_INK]
)
def test_text_on_paper_can_be_read(ink: theme.Colour) -> None:
    assert theme.contrast(ink, theme.PAPER) >= 4.5
