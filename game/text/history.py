"""The history at a terminal: quarter by quarter what was done, and a question at each turn."""

from typing import Final

from game.desk.interface import ReplayDesk
from game.desk.models import Replay, Turning
from game.text import show
from game.text.terminal import Terminal

LETTERS: Final = "abcd"
WAYS: Final = (
    "A letter answers; Enter passes it by; 'washington' or 'hanoi' plays on from this "
    "quarter; 'quit' leaves."
)
SIDES: Final = ("washington", "hanoi")
MOST: Final = 4  # lines of the chronicle a quarter


def walk(desk: ReplayDesk, terminal: Terminal) -> tuple[str, str] | None:
    """Walk through a war to its end, or until somebody plays on: return the side and the quarter
    then, None otherwise."""
    shown = desk.replay()
    show.heading(terminal.console, shown.title)
    show.say(terminal.console, WAYS)
    for at, quarter in enumerate(shown.quarters):
        turning = desk.turning(at)
        if turning is not None:
            said = _asked(desk, turning, terminal)
            if said in SIDES:
                return said, quarter
            if said == "quit":
                return None
        desk.go(at)
        _told(desk.replay(), terminal)
    show.heading(terminal.console, "How it ended")
    for text in desk.closing():
        show.say(terminal.console, text)
    return None


def _asked(desk: ReplayDesk, turning: Turning, terminal: Terminal) -> str:
    """Ask, tell what was done, and return a word that leads elsewhere; empty to go on."""
    console = terminal.console
    show.heading(console, f"{turning.government}, {turning.date}: {turning.title}")
    show.say(console, turning.question)
    letters = LETTERS[: len(turning.answers)]
    for letter, text in zip(letters, turning.answers, strict=True):
        show.say(console, f"{letter}  {text}", 2, 5)
    while True:
        said = _line(terminal)
        ways = (*SIDES, "quit")
        way = next((way for way in ways if len(said) > 1 and way.startswith(said)), "")
        if way:
            return way
        if not said or said in letters:
            break
        show.say(console, WAYS)
    desk.answer(turning.at, letters.index(said) if said else None)
    if said:
        same = letters.index(said) == turning.did
        did = turning.answers[turning.did]
        show.say(console, "So did they." if same else f"They did: {did}.")
        show.say(console, f"{turning.told} (Source: {turning.source})")
    return ""


def _line(terminal: Terminal) -> str:
    try:
        return terminal.ask("\nWhat would you do? ").lower()
    except EOFError:
        return ""


def _told(shown: Replay, terminal: Terminal) -> None:
    terminal.console.print()
    show.say(terminal.console, shown.date)
    for event in shown.chronicle[:MOST]:
        show.say(terminal.console, f"{event.date}: {event.title}.", 2, 4)
