"""A key that opens a box is not typed into it, whether or not text is always on."""

import pygame

from game.ui.app import App
from game.ui.scene import Scene
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column
from game.ui.widgets.controls import Button, TextField
from tests.ui.windows import window


class Box(Scene):
    """A box with a field that has the focus."""

    typed = ""
    first_focus = "note"

    def build(self) -> Widget:
        def put(text: str) -> None:
            self.typed = text

        return Column(TextField("note", self.typed, 300, act=put))


class Desk(Scene):
    """A screen on which the letter s opens the box."""

    def build(self) -> Widget:
        return Column(Button("&Seal", lambda: self.app.push(Box()), key="seal"))


def strike(app: App, letter: str) -> None:
    """Press and release a key as a window with text input on hears it: key, text, release."""
    code = pygame.key.key_code(letter)
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter))
    app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))
    app.handle(pygame.event.Event(pygame.KEYUP, key=code, mod=0))


def test_the_letter_that_opens_a_box_is_not_typed_into_it_and_the_next_one_is() -> None:
    app, _ = window()
    app.push(Desk())
    strike(app, "s")
    box = app.top()
    assert isinstance(box, Box)
    assert box.typed == ""
    strike(app, "s")
    strike(app, "o")
    assert box.typed == "so"


def test_text_without_a_key_of_its_own_is_never_dropped() -> None:
    app, _ = window()
    app.push(Box())
    app.handle(pygame.event.Event(pygame.TEXTINPUT, text="s"))
    assert app.top().typed == "s"
