"""The room of cases at the terminal: a story, a stop, an answer, and what was done."""

from typing import Final

from rich.console import Console

from game.desk.case_models import CaseAnswer, CasePage, CaseView
from game.desk.case_room import CaseRoom
from game.problems import Problem
from game.text import show
from game.text.terminal import Terminal

ASK: Final = "\nOpen or refuse, and why ('open they will leave us'; 'leave' ends)? "
ON: Final = "\nEnter goes on; 'p 0.8', 'c 0.6', 'nu 0.5' or 'g 0.25' moves the state: "
AGAIN: Final = "\nAnother reader? 'yes' begins again, Enter ends: "
SAYS: Final = {"open": True, "o": True, "refuse": False, "r": False}
RIGHT: Final = {True: "As it went.", False: "Not as it went.", None: "Counts for nobody."}


def read(room: CaseRoom, terminal: Terminal) -> int:
    """Read a case with whoever sits there; return 0, also when input ends."""
    console = terminal.console
    try:
        while _once(console, terminal, room) and terminal.ask(AGAIN).lower() in ("yes", "y"):
            room.another()
    except EOFError:
        return 0
    return 0


def _once(console: Console, terminal: Terminal, room: CaseRoom) -> bool:
    """Lead one reader through; return whether the end was reached."""
    view = room.view()
    show.heading(console, view.title)
    show.lines(console, [view.summary])
    while not view.ended:
        _stop(console, view)
        if not _answer(console, terminal, room):
            return False
        _after(console, terminal, room)
        room.go_on()
        view = room.view()
    pages(console, view.pages)
    scores(console, view)
    show.say(console, view.coding)
    return True


def _stop(console: Console, view: CaseView) -> None:
    pages(console, view.pages)
    show.heading(console, f"Stop {view.at + 1} of {view.stops}. {view.sender}, {view.when}")
    show.lines(console, [view.question])


def pages(console: Console, told: tuple[CasePage, ...]) -> None:
    """Print pages of the story."""
    for page in told:
        console.print()
        show.say(console, f"{page.date}. {page.title}")
        show.lines(console, [page.text, *(f"{who} could know: {text}" for who, text in page.known)])
        show.lines(console, [f"({page.source})"], 4)


def _answer(console: Console, terminal: Terminal, room: CaseRoom) -> bool:
    """Take the reader's answer; return False where they leave."""
    while True:
        word, _, why = terminal.ask(ASK).partition(" ")
        if word.lower() in ("leave", "quit", "q"):
            return False
        if word.lower() in SAYS:
            room.answer(SAYS[word.lower()], why)
            return True
        show.say(console, "Begin with 'open' or 'refuse'.")


def _after(console: Console, terminal: Terminal, room: CaseRoom) -> None:
    view = room.view()
    assert view.answer is not None  # the room has just taken one
    answered(console, view.answer)
    _rule(console, view)
    scores(console, view)
    while typed := terminal.ask(ON).split():
        try:
            _move(room, typed)
        except Problem as problem:
            show.say(console, str(problem))
        else:
            _rule(console, room.view())


def _move(room: CaseRoom, typed: list[str]) -> None:
    """Move the state as typed; Problem for what is no slider and number."""
    keys = {one.symbol: one.key for one in room.view().sliders}
    if len(typed) != 2 or typed[0] not in keys:
        raise Problem(f"Write one of {', '.join(keys)} and a number, such as 'p 0.8'.")
    try:
        value = float(typed[1])
    except ValueError:
        raise Problem(f"{typed[1]!r} is no number; write one such as 0.8.") from None
    room.move(keys[typed[0]], value)


def answered(console: Console, answer: CaseAnswer) -> None:
    """Print what was done, what the rule says, and what a rival does."""
    show.heading(console, "What was done")
    show.lines(console, [answer.done])
    show.lines(console, [f"({answer.source})"], 4)
    show.lines(console, [f"{answer.said}. {RIGHT[answer.right]}"])
    show.heading(console, "What the rule says")
    show.lines(console, [answer.rule, f"Coded so: {answer.why}", f"Recorded so: {answer.basis}"])
    if answer.missing:
        show.lines(console, [f"What might be missing from it: {answer.missing}"])
    if answer.rival:
        show.heading(console, "A rival account")
        show.lines(console, [answer.rival])
        show.lines(console, [f"({answer.rival_source})"], 4)


def _rule(console: Console, view: CaseView) -> None:
    """Print the rule where the state stands."""
    console.print()
    stands = ", ".join(f"{one.symbol} {one.value:.2f}" for one in view.sliders)
    told = dict(view.chances)
    show.say(
        console,
        f"At {stands} a resilient sender opens with "
        f"{told['opens if resilient']:.2f}, a weak one with {told['opens if weak']:.2f}. "
        f"{view.reading}",
    )


def scores(console: Console, view: CaseView) -> None:
    """Print who was right how often."""
    console.print()
    said = [f"{one.who} {one.right} of {one.of}" for one in view.scores if one.of]
    if said:
        show.say(console, f"As it went so far: {'; '.join(said)}.")
