"""Keys: presses of every kind at a window in which a quarter is played, on any keyboard.

Letters of twelve layouts, keys without a name, keys that no keyboard has, text of all of Unicode,
with whatever is held down. No press ends the program; one that nobody can name, and one that writes
into a text field, does nothing else, although actions without a key are about; what was typed as a
note comes back from the file.
"""

import os
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pygame

from game.record import load, saves
from game.ui import strokes
from game.ui.app import App
from game.ui.loop import Held, act
from game.ui.scenes.forget import Forget
from game.ui.widgets.controls import TextField
from tests.torture.cases import Findings
from tests.ui.people import begin, desk_of, settle, sit_down
from tests.ui.windows import key

LAYOUTS = {
    "american": "abcdefghijklmnopqrstuvwxyz1234567890",
    "french": "qbcdefghijkl,noparstuvzxywÂ&é\"'(-è_çà".replace("Â", ""),
    "german": "abcdefghijklmnopqrstuvwxzy1234567890",
    "spanish": "abcdefghijklmnopqrstuvwxyz1234567890",
    "turkish": "abcdefghıjklmnopqrstuvwxyz1234567890",
    "russian": "фисвуапршолдьтщзйкыегмцчня1234567890",
    "greek": "αβψδεφγηιξκλμνοπ;ρστθωςχυζ1234567890",
    "hebrew": "שנבגקכעיןחלךצמםפ/רדאוה'סטז1234567890",
    "arabic": "شلاؤيثبلاهتنمةىخحضقسفعرصءغئ١٢٣٤٥٦٧٨٩٠"[:36],
    "georgian": "აბცდეფგჰიჯკლმნოპქრსტუვწხყზ1234567890",
    "thai": "ฟิแกำดเ้ร่าสทืนยๆพหะีอไปัผๅ/_ภถุึคตจ"[:36],
    "devanagari": "ोवमािुपगरकतलसनदहौीेूाॉॆंबॅ१२३४५६७८९०"[:36],
}
"""What the keys write that stand where an American keyboard has ``a`` to ``z`` and 1 to 0."""
EXTRA = "ßéèñçàùäöüåøæþđœ²´`^¨ё/"
NAMED = (
    pygame.K_RETURN,
    pygame.K_ESCAPE,
    pygame.K_TAB,
    pygame.K_SPACE,
    pygame.K_BACKSPACE,
    pygame.K_DELETE,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_HOME,
    pygame.K_END,
    pygame.K_PAGEUP,
    pygame.K_PAGEDOWN,
    pygame.K_KP_ENTER,
    pygame.K_KP_1,
    pygame.K_F1,
    pygame.K_F2,
    pygame.K_F4,
    pygame.K_F6,
    pygame.K_F9,
    pygame.K_F12,
    pygame.K_LSHIFT,
    pygame.K_MODE,
)
HELD = (
    0,
    0,
    0,
    0,
    pygame.KMOD_LSHIFT,
    pygame.KMOD_LCTRL,
    pygame.KMOD_LALT,
    pygame.KMOD_RALT,
    pygame.KMOD_LCTRL | pygame.KMOD_RALT,
    pygame.KMOD_LMETA,
    pygame.KMOD_CAPS,
    pygame.KMOD_NUM,
)
KEYLESS = ("end", "run_on", "codex", "curtain")  # actions that somebody has left without a key


def run(findings: Findings, count: int, seed: int) -> None:
    """Press ``count`` keys, in windows of two hundred each."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.font.init()
    for number, first in enumerate(range(0, count, 200)):
        with TemporaryDirectory() as name:
            Room(Path(name), random.Random(f"{seed} keys {number}")).play(
                findings, min(200, count - first), f"{seed}-{number}"
            )


class Room:
    """A window in which a quarter stands, and dice that press its keys."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice = folder, dice
        self.held, self.pressed = Held(), [""]
        self.flow, self.clock = sit_down(folder)
        self.app = self.flow.app
        self.app.keys.own.update(dict.fromkeys(KEYLESS, ""))
        begin(self.app, "tiny", dice.choice(("alone", "two")), "7")

    def play(self, findings: Findings, count: int, case: str) -> None:
        """Press so many keys, and look at what the window has kept."""
        try:
            for _ in range(count):
                findings.count(self.press())
            desk = self.flow.desk
            if desk is not None:
                game = desk_of(self.flow).game
                notes = [entry.text for entry in game.entries]
                self.flow.leave()
                if game.keeper.waits:  # left at its briefing: nothing is kept, nothing may be lost
                    assert not notes, "a note was written into a war that is not kept"
                    assert not game.past.rows, "a quarter was played in a war that is not kept"
                    return
                assert notes in [
                    [entry.text for entry in load(path).entries][: len(notes)]
                    for path in saves(self.folder)
                ], "a note is lost"
        except Exception as error:
            said = f"{type(error).__name__}: {error} after {self.pressed[-3:]}"
            findings.fail(case, said, {"keys.txt": "\n".join(self.pressed).encode()})

    def press(self) -> str:
        """Press a key and show a frame; return what kind of key it was."""
        kind, events = self.dice.choice(KINDS)
        for event in events(self.dice):
            self.pressed.append(f"{kind} {event}".encode("unicode_escape").decode())
            before, idle = state(self.app, self.flow), must_be_idle(self.app, event)
            act(self.app, self.held, [event])
            assert not idle or state(self.app, self.flow) == before, "it did something else"
        self.clock.time += 0.1
        self.app.tick()
        self.app.frame()
        self.stay()
        return kind

    def stay(self) -> None:
        """Stay where keys have something to do: wait for whoever thinks, delete nothing, and come
        back from the title."""
        if self.app.work is not None:
            key(self.app, "f1")
        settle(self.app)
        while isinstance(self.app.top(), Forget):
            key(self.app, "escape")
        if self.flow.desk is None or not self.app.running or self.dice.random() < 0.01:
            self.app.running = True
            self.flow.title()
            begin(self.app, "tiny", self.dice.choice(("alone", "two")), "7")
        if self.dice.random() < 0.1:
            self._type_somewhere()

    def _type_somewhere(self) -> None:
        top = self.app.top()
        fields = [w for w in top.stops() if isinstance(w, TextField)] if top else []
        if fields and top is not None:
            top.focus_on(self.dice.choice(fields).key)


def must_be_idle(app: App, event: pygame.event.Event) -> bool:
    """Whether a press may change nothing but a line of text."""
    top = app.top()
    if event.type != pygame.KEYDOWN or top is None:
        return False
    if not strokes.Layout().names(event):
        return True
    typing = isinstance(top.focus, TextField)
    letter = unicodedata.category(chr(event.key))[0] in "LN" if event.key < 0x110000 else False
    return typing and letter and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)


def state(app: App, flow: Any) -> Any:
    """Return which screens stand there, and how far the game has come."""
    game = desk_of(flow).game if flow.desk is not None else None
    drafted = desk_of(flow).draft.state if flow.desk is not None else None
    return [id(scene) for scene in app.stack], game and (game.quarter, game.entries), drafted


def letters(dice: random.Random) -> Iterator[pygame.event.Event]:
    """Yield a letter's key going down, what it writes, and the key going up."""
    layout = LAYOUTS[dice.choice([*LAYOUTS])]
    place = dice.randrange(36)
    yield from _stroke(layout[place % len(layout)], pygame.KSCAN_A + place, dice)


def extra(dice: random.Random) -> Iterator[pygame.event.Event]:
    """Yield a key of a letter that an American keyboard has not."""
    yield from _stroke(dice.choice(EXTRA), dice.choice((45, 46, 47, 48, 51, 52, 53, 100)), dice)


def _stroke(letter: str, place: int, dice: random.Random) -> Iterator[pygame.event.Event]:
    mod = dice.choice(HELD)
    yield _down(ord(letter), place, mod, letter)
    if not mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        yield pygame.event.Event(pygame.TEXTINPUT, text=letter)
    yield _up(ord(letter), place)


def named(dice: random.Random) -> Iterator[pygame.event.Event]:
    """Yield a key that writes no letter."""
    code, mod = dice.choice(NAMED), dice.choice(HELD[:7])
    yield _down(code, 0, mod, "")
    yield _up(code, 0)


def nameless(dice: random.Random) -> Iterator[pygame.event.Event]:
    """Yield a key that has neither name nor place."""
    code = dice.choice((0, 0, -1, 0x110000, 0x40000FFF, 0x7FFFFFFF, 0xD800))
    yield _down(code, 0, dice.choice(HELD), "")
    yield _up(code, 0)


def placed(dice: random.Random) -> Iterator[pygame.event.Event]:
    """Yield a key that has no name, and a place."""
    place = dice.choice((1, 3, 99, 120, 300, 511))
    yield _down(0, place, dice.choice(HELD), "")
    yield _up(0, place)


def text(dice: random.Random) -> Iterator[pygame.event.Event]:
    """Yield text of any letters, as an input method gives it."""
    made = "".join(
        chr(dice.choice((dice.randrange(0x110000), dice.randrange(0x3000))))
        for _ in range(dice.randrange(4))
    )
    yield pygame.event.Event(pygame.TEXTINPUT, text=made)


def _down(code: int, place: int, mod: int, written: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, scancode=place, mod=mod, unicode=written)


def _up(code: int, place: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYUP, key=code, scancode=place, mod=0, unicode="")


KINDS = (
    ("letters", letters),
    ("letters", letters),
    ("letters of one layout", extra),
    ("named", named),
    ("nameless", nameless),
    ("by place", placed),
    ("text", text),
)
