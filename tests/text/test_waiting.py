"""The clock is not lost sight of while a line is awaited: at a terminal, and key by key."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from game.desk import facilitate
from game.desk.chair import Chair
from game.text import waiting
from game.text.seminar import BELL, TURN
from game.text.session import Session
from game.text.terminal import Terminal
from game.text.waiting import TimeUp
from tests.text.play import alone, two

PIN = "2468"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, Terminal]]:
    """Return the keyboard's end of a pseudo-terminal, and the terminal at the other."""
    monkeypatch.setattr(waiting, "LOOK", 0.01)
    keyboard, screen = os.openpty()
    with open(screen, encoding="utf-8") as source, open(os.dup(screen), "w") as sink:
        yield keyboard, Terminal(source, sink, {"TERM": "dumb"})
    os.close(keyboard)


@POSIX
def test_what_falls_due_interrupts_a_line_and_drops_what_was_typed_of_it(
    terminal: tuple[int, Terminal],
) -> None:
    keyboard, there = terminal
    looks = iter([False, False, True])
    os.write(keyboard, b"bombing ha")
    with pytest.raises(TimeUp):
        there.ask("> ", lambda: next(looks))
    os.write(keyboard, b"end\n")
    assert there.ask("> ", lambda: False) == "end"


@POSIX
def test_a_line_that_is_there_comes_before_the_clock(terminal: tuple[int, Terminal]) -> None:
    keyboard, there = terminal
    os.write(keyboard, b"show\nend\n")
    assert there.ask("> ", lambda: True) == "show"
    assert there.ask("> ", lambda: True) == "end"


class Wall:
    """A clock on the wall that goes on by a minute whenever it is looked at."""

    seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 60.0
        return self.seconds


@POSIX
@pytest.mark.parametrize("seat", [lambda: alone(0), two], ids=["alone", "two"])
def test_turn_and_bell_act_at_a_terminal_at_which_nobody_types(
    seat: Callable[[], Chair], terminal: tuple[int, Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    chair = seat()
    plain = facilitate.facilitator_of
    hand = plain(chair.game, lambda: 0.0)
    hand.appoint(PIN)
    hand.cap(PIN, 60)
    hand.ring_in(PIN, 200)
    wall = Wall()
    monkeypatch.setattr(facilitate, "facilitator_of", lambda game: plain(game, wall))
    there = terminal[1]
    there.sink = io.StringIO()
    monkeypatch.setattr(there.sink, "isatty", lambda: True)
    there.console.file = there.sink
    os.write(terminal[0], b"washington\n" if chair.hotseat else b"\n")
    os.write(terminal[0], b"\n\n")
    assert Session(chair, there).run() == 0
    said = there.sink.getvalue()
    assert said.index(TURN.format("Washington")) < said.index(BELL)
    assert 1 <= len(chair.game.past.rows) <= 3
    assert chair.game.ending == "bell"


@dataclass
class Typed:
    """Keys that come one by one; after the last one nobody types."""

    keys: list[str]
    shown: io.StringIO = field(default_factory=io.StringIO)

    def kbhit(self) -> bool:
        return bool(self.keys)

    def getwch(self) -> str:
        return self.keys.pop(0)


def test_keys_make_a_line_and_backspace_takes_a_letter_back() -> None:
    keys = Typed([*"endd\b", "\xe0", "K", "\r"])
    assert waiting.typed(keys, keys.shown, lambda: False) == "end\n"
    assert keys.shown.getvalue() == "endd\b \b\n"


def test_keys_end_break_and_fall_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "KEY", waiting.LOOK)
    assert waiting.typed(Typed(["\x1a"]), io.StringIO(), lambda: False) == ""
    with pytest.raises(KeyboardInterrupt):
        waiting.typed(Typed(["e", "\x03"]), io.StringIO(), lambda: False)
    with pytest.raises(TimeUp):
        waiting.typed(Typed(["e"]), io.StringIO(), lambda: True)
