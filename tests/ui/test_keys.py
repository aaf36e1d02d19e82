"""Keys on any keyboard: what is bound is told apart, shortcuts stay in reach, and text is text."""

from pathlib import Path

import pygame
import pytest

from game.ui import keys, strokes
from game.ui.keys import DEFAULTS, Keys
from game.ui.loop import Held
from game.ui.scenes.settings import KeysScene, NewKey
from game.ui.text import MISSING, settle
from game.ui.widgets.controls import TextField
from game.ui.widgets.lists import ListBox
from tests.torture import keys as torture
from tests.torture.cases import Findings
from tests.ui.screens import quarter
from tests.ui.windows import key, window

A, Z = pygame.KSCAN_A, pygame.KSCAN_Z


def down(letter: str | int, place: int = 0, mod: int = 0) -> pygame.event.Event:
    """Return a key going down: what the layout writes there, and its place."""
    code = ord(letter) if isinstance(letter, str) else letter
    return pygame.event.Event(pygame.KEYDOWN, key=code, scancode=place, mod=mod, unicode="")


def place_of(letter: str) -> int:
    """Return the place of a letter on an American keyboard."""
    return int(A) + ord(letter) - ord("a")


@pytest.mark.parametrize("letter", "дßéñçøłğאع²")
def test_a_key_of_any_letter_can_be_bound_and_is_known_again(letter: str) -> None:
    app, _ = window()
    app.push(quarter())
    app.push(NewKey("log"))
    app.handle(down(letter, 48))
    assert app.keys.of("log") == letter
    assert Keys(dict(app.keys.own)).action(down(letter, 48)) == "log"


@pytest.mark.parametrize("event", [down(0), down(0, 99), down("ß", 45), down(0x400001FF)])
def test_a_key_that_nobody_can_name_plays_no_action_that_has_no_key(
    event: pygame.event.Event,
) -> None:
    assert Keys(dict.fromkeys(DEFAULTS, "")).action(event) is None


def test_a_key_without_a_name_is_bound_by_its_place() -> None:
    mine = Keys()
    mine.bind("log", mine.layout.names(down(0, 120))[0])
    assert mine.action(down(0, 120)) == "log"
    assert mine.action(down(0, 121)) is None


def test_the_list_of_keys_stays_at_the_row_that_was_changed() -> None:
    app, _ = window()
    app.push(quarter())
    app.push(KeysScene())
    for _ in range(25):
        key(app, "down")
    key(app, "return")
    app.handle(down("д", 48))
    top = app.top()
    assert top is not None
    (listed,) = (widget for widget in top.root.walk() if isinstance(widget, ListBox))
    assert app.keys.of(list(DEFAULTS)[25]) == "д"
    assert listed.chosen == 25
    assert listed.seen().contains(listed.focal())


def test_a_key_with_neither_name_nor_place_cannot_be_bound() -> None:
    app, _ = window()
    app.push(quarter())
    app.push(NewKey("log"))
    app.handle(down(0))
    assert app.keys.of("log") == DEFAULTS["log"]


@pytest.mark.parametrize("layout", ["russian", "greek", "arabic", "georgian", "thai"])
def test_shortcuts_stay_at_their_place_where_a_layout_has_no_latin_letters(layout: str) -> None:
    mine, written = Keys(), torture.LAYOUTS[layout]
    mine.action(down(written[place_of("f") - A], place_of("f")))  # any letter shows the layout
    for action, binding in DEFAULTS.items():
        if len(binding) == 1 and binding.isalpha():
            assert mine.action(down(written[place_of(binding) - A], place_of(binding))) == action
    undo = down(written[Z - A], Z, pygame.KMOD_LCTRL)
    assert mine.action(undo) == "undo"


def test_a_latin_layout_goes_by_its_letters_and_not_by_their_places() -> None:
    mine = Keys()
    assert mine.action(down("z", place_of("y"), pygame.KMOD_LCTRL)) == "undo"  # German
    assert mine.action(down("y", Z, pygame.KMOD_LCTRL)) is None
    assert mine.action(down("m", 51)) == "mute"  # French: m stands where ; stands elsewhere
    assert mine.action(down(",", place_of("m"))) is None


def test_the_row_of_digits_means_digits_where_it_writes_something_else() -> None:
    mine = Keys()
    assert mine.action(down("é", pygame.KSCAN_2)) == "lens_2"
    assert mine.action(down("١", pygame.KSCAN_1)) == "lens_1"
    assert mine.action(down("-", pygame.KSCAN_6)) == "wider"  # French: what it writes comes first


def test_a_letter_under_a_button_is_pressed_at_its_place_on_a_russian_keyboard() -> None:
    app, _ = window()
    app.push(quarter())
    app.handle(down("у", place_of("e")))
    assert app.top() is not app.stack[0]  # it asks before it ends the quarter


@pytest.mark.parametrize("text", ["Привет", "ß", "שלום", "می‌خواهم", "　", "\u00a0", "🕊️", "e\u0301"])
def test_a_text_field_takes_every_letter(text: str) -> None:
    app, _ = window()
    field = TextField("Note")
    field.type(text)
    assert field.text == text
    assert settle("mono", text)[1]
    app.setter.render(text, field.style, (255, 255, 255))


@pytest.mark.parametrize("text", ["\x1b[2J", "\x07", "a\0b", "\u202eevil", "\ud800", "a\nb\tc"])
def test_a_text_field_takes_nothing_that_acts_on_a_terminal(text: str) -> None:
    field = TextField("Note")
    field.type(text)
    assert field.text == "".join(letter for letter in text if " " <= letter <= "~")


def test_a_letter_that_no_font_has_is_a_plain_mark_and_not_the_box_of_a_missing_one() -> None:
    assert settle("mono", "peace 🕊️!")[1] == f"peace {MISSING}!"
    assert settle("body", "👩🏽‍🚀")[1] == MISSING * 2


def test_a_key_bound_to_a_letter_is_typed_into_a_field_and_acts_nowhere_else() -> None:
    app, _ = window()
    app.push(quarter())
    top = app.top()
    assert top is not None
    app.keys.own["end"] = "д"
    field = TextField("Note")
    top.root.children.append(field)
    field.attach(top)
    top.focus = field
    app.handle(down("д", place_of("l")))
    app.handle(down(0))
    assert len(app.stack) == 1
    app.handle(pygame.event.Event(pygame.TEXTINPUT, text="д"))
    assert field.text == "д"


def test_pasting_is_known_by_its_place_and_altgr_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.widgets.controls.pasted", lambda: "x")
    field = TextField("Note")
    field.strike(down("м", place_of("v"), pygame.KMOD_LCTRL))
    assert field.text == "x"
    field.strike(down("v", place_of("v"), pygame.KMOD_LCTRL | pygame.KMOD_RALT))
    assert field.text == "x"


def test_a_key_let_go_under_another_layout_is_not_held_for_ever() -> None:
    held = Held()
    assert held.counts(down("l", place_of("l")), None)
    held.counts(pygame.event.Event(pygame.KEYUP, key=ord("д"), scancode=place_of("l"), mod=0), None)
    assert held.counts(down("l", place_of("l")), None)


@pytest.mark.parametrize(
    ("binding", "shown"),
    [
        ("", "none"),
        ("l", "L"),
        ("ß", "ß"),
        ("ctrl+z", "Ctrl+Z"),
        ("ctrl++", "Ctrl++"),
        ("+", "+"),
        ("place 53", "Place 53"),
        ("ctrl+shift+f1", "Ctrl+Shift+F1"),
        ("д", "Д"),
    ],
)
def test_a_binding_is_shown_as_it_is_pressed(binding: str, shown: str) -> None:
    assert strokes.spoken(binding) == shown


def test_a_thousand_presses_on_twelve_keyboards_end_nothing(tmp_path: Path) -> None:
    findings = Findings("test", tmp_path)
    torture.run(findings, 1_000, seed=3)
    assert findings.failures == []
    assert len(findings.counts) == 6


def test_the_torture_of_keys_notices_a_key_without_a_name_that_acts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless(mine: Keys, event: pygame.event.Event) -> str | None:
        pressed = pygame.key.name(event.key) if event.key < 0xD800 else ""
        return next((a for a in DEFAULTS if mine.of(a) == pressed), None)

    monkeypatch.setattr(keys.Keys, "action", nameless)
    findings = Findings("test", tmp_path)
    torture.run(findings, 400, seed=3)
    assert any("it did something else" in why for why in findings.failures)
