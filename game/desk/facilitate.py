"""The facilitator's desk: a seminar's clock and the commands that the PIN opens, for every screen.

A command is a few words; what it does is the record's. Whoever shows a game asks ``due`` now and
then, and gives the orders as they stand when a turn's time is over.
"""

from collections.abc import Callable
from time import monotonic
from typing import Final

from game import numbers
from game.desk.chair import Chair
from game.desk.draft import Draft
from game.desk.models import Choice, Page
from game.desk.tellings import said
from game.problems import Problem
from game.record import (
    MOST_SEED,
    Facilitator,
    Game,
    Preset,
    SittingState,
    consent,
    effects,
    preset_of,
    presets,
)
from game.record.timetable import quarters_a_turn, timetable
from game.study.debrief import model_page
from game.study.papers.timetable import slot_words
from game.words import plain

__all__ = ["Facilitator", "Preset", "SittingState", "consent", "preset_of", "presets"]

COMMANDS: Final = {
    "appoint": "set the PIN: once, four to twelve digits; with two people the other side is asked",
    "agree": "agree to the facilitator that the other side has proposed",
    "session 45 | 75 | 110": "lay out a sitting: turns, each side's time, a bell that leaves a "
    "third",
    "start": "start the clock, once everybody has been briefed",
    "timetable": "the sitting's minutes, as the guide prints them",
    "clock": "the time so far, to the bell and in this turn",
    "pause, go": "stop the clock behind a curtain; let it run",
    "argue MINUTES | no": "how long a turn is argued before a side's own time runs",
    "cap MINUTES | no": "each side's own time in a turn",
    "bell MINUTES | no": "when play ends; the war is unfinished then",
    "bulletin TITLE: TEXT": "tell both sides something",
    "event EFFECT AMOUNT [DATE] TITLE: TEXT": "the same with an effect, such as stability -0.05",
    "rewind QUARTERS": "go back; what is undone stays in the log",
    "seed NUMBER": "luck from here on, so that groups side by side share it",
    "rule show | hide": "reveal the rule, or hide it",
    "lock, unlock": "the settings, for those who play",
    "log": "every use so far",
}


EFFECT_TITLES: Final = {
    "stability": "Saigon's stability",
    "weather": "Rain",
    "aid_moscow": "Moscow's aid",
    "aid_beijing": "Peking's aid",
    "quarrel": "The patrons' quarrel",
    "detente": "Warmth between the powers",
    "election": "An election",
    "new_administration": "A new administration",
    "leader_death": "A leader's death",
    "sanctuary": "The sanctuaries",
}
EFFECTS: Final = tuple(
    Choice(name, EFFECT_TITLES[name], f"{name}: from {low:g} to {high:g}, for this quarter.")
    for name, (low, high) in effects().items()
)
"""What an event put into the game may change, and between which bounds."""


LOOKS: Final = ("clock", "timetable", "log", "help")  # commands that need no PIN
WAITING: Final = "the clock has not started"
NEAR: Final = "The bell is near; it stops the war, unfinished."


def facilitator_of(game: Game, clock: Callable[[], float] = monotonic) -> Facilitator:
    """Return the facilitator's hand on a game; ``clock`` gives seconds."""
    return Facilitator(game, clock)


def day_of(quarter: str) -> str:
    """Return the thirtieth day of a quarter, ``1968-01-30`` of ``1968Q1``."""
    year, _, number = quarter.partition("Q")
    return f"{year}-{3 * int(number) - 2:02}-30"


def seated_anew(chair: Chair) -> Chair:
    """Return a chair for the same people, after their game has been moved; what they have not read
    of it, they still have to read."""
    made = Chair(chair.game, chair.machines, chair.saves, chair.council)
    made.seen = {side: min(chair.seen[side], count) for side, count in made.seen.items()}
    return made


def side_name(side: int) -> str:
    """Return a side's name as it is said."""
    return plain.SIDE_NAMES[side]


def time_out(chair: Chair, hand: Facilitator) -> None:
    """Give the orders of the side whose time ran out as they are drafted, without showing anything;
    a draft that cannot be given leaves what stands."""
    hand.time_ran_out(chair.side)
    chair.lift()
    try:
        chair.end()
    except Problem:
        chair.draft = Draft(chair.dossier)
        chair.end()
    hand.follow()


def needs_pin(words: list[str]) -> bool:
    """Whether a command is the facilitator's alone; looking at clock, timetable and
    log is everybody's."""
    return bool(words) and words[0] not in LOOKS


def perform(hand: Facilitator, pin: str, words: list[str]) -> str:
    """Do what a command says; return a sentence. Problem for a wrong PIN or command."""
    name, rest = (words[0].lower(), words[1:]) if words else ("help", [])
    if name not in ACTS:
        raise Problem(f"{name!r} is no command of the facilitator: {', '.join(ACTS)}.")
    before = len(hand.game.entries)
    ACTS[name](hand, pin, rest)
    return " ".join(said(entry) for entry in hand.game.entries[before:])


def rule_pages(hand: Facilitator) -> tuple[Page, ...]:
    """Return the rule as pages of the codex; empty unless the facilitator has revealed it."""
    if not hand.standing().rule_shown:
        return ()
    return tuple(
        Page(f"rule {number}", one.title, (*one.paragraphs, *one.points), kind="The rule")
        for number, one in enumerate(model_page.page().chapters)
    )


def clock_words(standing: SittingState) -> str:
    """Return the clock in a sentence."""
    if standing.waiting:
        return "The clock has not been started yet: nobody's time runs."
    parts = [f"Minute {standing.minute:.0f}"]
    if standing.left is not None:
        parts.append(f"{standing.left:.0f} to the bell")
    if standing.turn_left is not None:
        parts.append(f"{_minutes(standing.turn_left)} left {_of_what(standing)}")
    return "; ".join([*parts, "paused"] if standing.paused else parts) + "."


def _of_what(standing: SittingState) -> str:
    whose = standing.whose
    return "to argue" if whose is None else f"of {plain.SIDE_NAMES[whose]}'s time"


def clock_rows(standing: SittingState) -> list[tuple[str, str]]:
    """Return what is set about the clock, as terms and values."""
    cap, argued = standing.cap, standing.argument
    own = "as long as it takes" if cap is None else f"{_minutes(cap)} minutes, its own"
    bell = "none" if standing.left is None else f"at minute {standing.minute + standing.left:.0f}"
    runs = (
        "waits for its start"
        if standing.waiting
        else ("stands still" if standing.paused else "runs")
    )
    return [
        ("The clock", f"{runs}, minute {standing.minute:.0f}"),
        ("A turn is argued", "not first" if argued is None else f"{_minutes(argued)} minutes"),
        ("Each side has", own),
        ("A turn is", quarters_a_turn(standing.stride)),
        ("The bell", bell),
    ]


def timetable_rows(preset: Preset) -> list[tuple[str, str]]:
    """Return a sitting's timetable as minutes and what they are for, as every screen and the
    printed guide tell it."""
    return [
        (f"{slot.first} to {slot.last}", slot_words(preset, slot)) for slot in timetable(preset)
    ]


def bell_face(standing: SittingState) -> str:
    """Return the clock as everybody may see it: no more than how long to the bell."""
    if standing.waiting:
        return WAITING
    if standing.left is None:
        return "paused" if standing.paused else ""
    said = f"bell in {_minutes(standing.left)}"
    return f"{said}, paused" if standing.paused else said


def clock_face(standing: SittingState) -> str:
    """Return the clock as a screen's corner shows it, to the second; empty where none runs."""
    if standing.waiting:
        return WAITING
    if standing.left is None and standing.turn_left is None:
        return "paused" if standing.paused else ""
    parts = []
    if standing.turn_left is not None:
        whose = standing.whose
        name = "argue" if whose is None else plain.SIDE_NAMES[whose]
        parts.append(f"{name} {_minutes(standing.turn_left)}")
    if standing.left is not None:
        parts.append(f"bell in {_minutes(standing.left)}")
    return ", ".join([*parts, "paused"] if standing.paused else parts)


def _minutes(length: float) -> str:
    """Return minutes as a clock shows them; a second that has begun counts as whole."""
    seconds = -int(-length * 60 // 1)
    return f"{seconds // 60}:{seconds % 60:02d}"


def number(words: list[str], what: str) -> float:
    """Return the first word as a number; Problem saying what is asked for."""
    if not words or not numbers.is_number(words[0]):
        raise Problem(f"Name a number of {what}.")
    return float(words[0])


def whole(words: list[str], what: str) -> int:
    """Return the first word as a whole number; Problem saying what is asked for."""
    if not words or not numbers.is_number(words[0]):
        raise Problem(f"Name a whole number of {what}.")
    return numbers.whole(words[0], what, 0, MOST_SEED)


def limit(words: list[str]) -> float | None:
    """Return a number of minutes, or None for ``no``."""
    return None if words[:1] == ["no"] else number(words, "minutes, or 'no'")


def _event(hand: Facilitator, pin: str, words: list[str]) -> None:
    amount = number(words[1:], "the effect's size: event stability -0.05 TITLE: TEXT")
    dated = len(words) > 2 and words[2][:4].isdecimal() and "-" in words[2]
    title, text = _titled(words[3:] if dated else words[2:])
    hand.inject(pin, title, text, words[0], amount, words[2] if dated else None)


def _bulletin(hand: Facilitator, pin: str, words: list[str]) -> None:
    hand.inject(pin, *_titled(words))


def _titled(words: list[str]) -> tuple[str, str]:
    title, _, text = " ".join(words).partition(":")
    if not title.strip() or not text.strip():
        raise Problem("Write a title, a colon and the text.")
    return title.strip(), text.strip()


def _rule(hand: Facilitator, pin: str, words: list[str]) -> None:
    if words not in (["show"], ["hide"]):
        raise Problem("Write 'rule show' or 'rule hide'.")
    hand.show_rule(pin, words == ["show"])


Act = Callable[[Facilitator, str, list[str]], None]
ACTS: Final[dict[str, Act]] = {
    "appoint": lambda hand, pin, words: hand.appoint(pin),
    "session": lambda hand, pin, words: hand.begin(pin, preset_of("".join(words))),
    "start": lambda hand, pin, words: hand.start(pin),
    "argue": lambda hand, pin, words: hand.argue(pin, limit(words)),
    "pause": lambda hand, pin, words: hand.pause(pin),
    "go": lambda hand, pin, words: hand.go_on(pin),
    "cap": lambda hand, pin, words: hand.cap(pin, limit(words)),
    "bell": lambda hand, pin, words: hand.ring_in(pin, limit(words)),
    "bulletin": _bulletin,
    "event": _event,
    "rewind": lambda hand, pin, words: hand.rewind(pin, whole(words, "quarters")),
    "seed": lambda hand, pin, words: hand.seed(pin, whole(words, "the seed")),
    "rule": _rule,
    "lock": lambda hand, pin, words: hand.lock(pin, True),
    "unlock": lambda hand, pin, words: hand.lock(pin, False),
}
"""What the PIN opens, by its first word."""
