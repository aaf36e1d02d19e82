"""Commands: a line of text as something the chair does or the terminal shows.

Every command and order may be shortened to a unique beginning. A mistake raises Problem with one
helpful line; nothing is changed by it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.desk import models, sealed
from game.desk.chair import Chair
from game.numbers import is_number, number
from game.problems import Problem
from game.text.matching import meant

CORPS: Final = {
    "i": "I",
    "ii": "II",
    "iii": "III",
    "iv": "IV",
    "1": "I",
    "2": "II",
    "3": "III",
    "4": "IV",
}
MOST_MEN: Final = 10_000_000  # more than any order takes, which says so itself
YES, NO = ("yes", "y", "on", "true"), ("no", "n", "off", "none", "clear", "withdraw")


@dataclass(frozen=True)
class Command:
    """A command: how it is written, and what it does."""

    usage: str
    text: str


COMMANDS: Final = {
    "show": Command("show", "the quarter: paper, message, gauges, what is in force"),
    "orders": Command("orders [ladder]", "all orders with prices; one ladder with its risks"),
    "diplomacy": Command("diplomacy", "posture, message, deadline; what would go out"),
    "table": Command("table [2 2 1 2 1 | no]", "the two packages; table one, or take it back"),
    "accept": Command("accept [no]", "accept their package of last quarter: ends the war"),
    "decide": Command("decide [1|2] [a|b|c|none]", "what is to be decided; answer it, or leave it"),
    "offer": Command("offer [via CHANNEL]", "send an overture"),
    "answer": Command("answer [via CHANNEL]", "answer theirs"),
    "channel": Command("channel [NAME]", "the ways to the other side; choose one, or 'public'"),
    "map": Command("map [war|air|diplomacy|opinion|supply]", "what is known, by zone"),
    "advisers": Command("advisers [all]", "what your own people say; all their estimates"),
    "history": Command("history", "the figures so far, quarter by quarter"),
    "log": Command("log [quarters]", "what was ordered and reported"),
    "briefing": Command("briefing", "your aims, and what only you know"),
    "codex": Command("codex [name]", "who and what: people, places, words of the war"),
    "note": Command("note TEXT", "a note to yourself"),
    "forecast": Command(
        "forecast open|escalate|offer|demonstrate PER CENT [why]",
        "seal what the other side will do this quarter, and how sure you are",
    ),
    "questions": Command(
        "questions [b c d]", "three questions, before play and after the war; hand in a sheet"
    ),
    "undo": Command("undo", "take back the last change of this quarter"),
    "end": Command("end", "give the orders and end the quarter"),
    "run": Command("run", "play standing orders until something needs you"),
    "save": Command("save [name [over]]", "where the game is kept; or save a copy by name"),
    "curtain": Command("curtain", "two people: hide the screen until you confirm again"),
    "facilitator": Command("facilitator [help]", "a seminar's clock, and what its PIN opens"),
    "help": Command("help, ?", "this list; 'help bombing' explains an order"),
    "quit": Command("quit", "keep the game and leave"),
}
SHORT: Final = {
    "?": "help",
    "e": "end",
    "r": "run",
    "s": "show",
    "o": "orders",
    "q": "quit",
    "h": "help",
    "u": "undo",
    "channels": "channel",
    "exit": "quit",
    "bye": "quit",
    "next": "end",
}

EXAMPLES: Final = {
    "washington": "'bombing interdiction', 'troops in 30', 'ground I search', 'posture talks via "
    "moscow'",
    "hanoi": "'infiltration heavy', 'effort I main_force', 'preparation prepare', 'posture "
    "contacts via public'",
}
"""An order as a side writes it."""


def ladders(shown: models.Quarter) -> dict[str, models.LadderRow]:
    """Return the ladders of a quarter by id, diplomacy's too."""
    own = shown.diplomacy
    every = (*shown.orders.ladders, own.posture, own.message, own.deadline)
    return {ladder.id: ladder for ladder in every}


def names(shown: models.Quarter) -> dict[str, str]:
    """Return the ladders' names without corps, with their titles."""
    found = {}
    for ladder in ladders(shown).values():
        found[ladder.id.split(".")[0]] = ladder.title.split(",")[0]
    return found


def verb(word: str, shown: models.Quarter) -> str:
    """Return the command or the ladder's name that a word means."""
    asked = word.lower()
    if asked in SHORT:
        return SHORT[asked]
    choices = {name: "" for name in (*COMMANDS, *names(shown))}
    try:
        return meant(asked, choices, "command")
    except Problem as problem:
        if "could be" in str(problem):
            raise
        raise Problem(
            f"{word!r} is no command and no order here. '?' lists the commands, "
            "'orders' the orders."
        ) from None


def give(chair: Chair, name: str, words: list[str]) -> str:
    """Give an order: a ladder's name and the rest of the line. Return what is now ordered."""
    shown = chair.quarter()
    if name in SPECIAL:
        return SPECIAL[name](chair, shown, words)
    words, way = via(words)
    found = [ladder for ladder in ladders(shown).values() if ladder.id.split(".")[0] == name]
    if not words:
        raise Problem(f"{name} is one of {', '.join(rung.id for rung in found[0].rungs)}.")
    if name == "troops":
        return troops(chair, shown, words)
    chosen = [found[0].id]
    if len(found) > 1:
        chosen, words = corps(found, words)
    rung = meant(" ".join(words), {one.id: one.title for one in found[0].rungs}, f"{name} rung")
    with SeveralChanges(chair) as steps:
        for ladder in chosen:
            chair.order(ladder, rung)
        if way:
            choose_channel(chair, shown, way)
        steps.keep()
    return said(chair, shown)


class SeveralChanges:
    """Several changes as one: all of them are taken back if one of them is refused."""

    def __init__(self, chair: Chair) -> None:
        self.chair, self.kept = chair, False
        self.state, self.past = chair.draft.state, len(chair.draft.past)

    def __enter__(self) -> "SeveralChanges":
        return self

    def keep(self) -> None:
        """Keep the changes, as one for ``undo``."""
        self.kept = True
        changed = self.chair.draft.state != self.state
        del self.chair.draft.past[self.past :]
        if changed:
            self.chair.draft.past.append(self.state)

    def __exit__(self, *_: object) -> None:
        if not self.kept:
            self.chair.draft.state = self.state
            del self.chair.draft.past[self.past :]


def corps(found: list[models.LadderRow], words: list[str]) -> tuple[list[str], list[str]]:
    """Return the ladders of the corps named, all if none is, and the words that are left."""
    wanted = []
    while words and (words[0].lower().strip(",") in CORPS or "," in words[0]):
        for part in words[0].lower().replace(",", " ").split():
            if part not in CORPS:
                raise Problem(f"{part!r} is no corps: I, II, III or IV.")
            wanted.append(CORPS[part])
        words = words[1:]
    if words and words[0].lower() == "all":
        words = words[1:]
    if not words:
        raise Problem(f"Name a rung: {', '.join(rung.id for rung in found[0].rungs)}.")
    return [one.id for one in found if not wanted or one.id.split(".")[1] in wanted], words


def troops(chair: Chair, shown: models.Quarter, words: list[str]) -> str:
    """Send or withdraw men: ``in 30``, ``out 25``, ``hold``, a rung, or a signed number."""
    amount = next((word for word in words if is_number(word)), None)
    rest = [word for word in words if word != amount]
    if amount is None:
        rung = meant(
            " ".join(rest),
            {"out_fast": "", "out": "", "hold": "", "in": "", "in_fast": ""},
            "troops rung",
        )
        chair.order("troops", rung)
        return said(chair, shown)
    thousands = number(amount, "men", -MOST_MEN, MOST_MEN)
    thousands = thousands / 1000 if abs(thousands) >= 1000 else thousands
    if rest:
        way = meant(rest[0], {"in": "send", "out": "withdraw", "hold": ""}, "way: in or out,")
        thousands = {"in": 1, "out": -1, "hold": 0}[way] * abs(thousands)
    if thousands == 0:
        chair.order("troops", "hold")
    else:
        chair.amount("troops", thousands)
    return said(chair, shown)


def forecast(chair: Chair, words: list[str]) -> str:
    """Seal a forecast: a question, a confidence in per cent, and a reason if there is one."""
    chance = words[1].removesuffix("%") if len(words) > 1 else ""
    if not is_number(chance):
        raise Problem(
            "Write for example 'forecast escalate 70 they will bomb after the rains'. "
            f"Questions: {', '.join(sealed.QUESTIONS)}."
        )
    question = meant(words[0], dict.fromkeys(sealed.QUESTIONS, ""), "question")
    return sealed.forecast(chair, question, number(chance, "per cent", 0, 100), " ".join(words[2:]))


def via(words: list[str]) -> tuple[list[str], str]:
    """Return the words before ``via`` (or ``by``, ``through``), and the channel after it."""
    for place, word in enumerate(words):
        if word.lower() in ("via", "by", "through"):
            if place + 1 == len(words):
                raise Problem("Name the channel after 'via'; 'channels' lists them.")
            return words[:place], " ".join(words[place + 1 :])
    return words, ""


def choose_channel(chair: Chair, shown: models.Quarter, word: str) -> None:
    """Choose a channel by a unique beginning of its id or title."""
    usable = {row.id: row.title for row in shown.diplomacy.channels if row.enabled}
    chair.channel(meant(word, usable, "channel that is open now"))


def said(chair: Chair, before: models.Quarter) -> str:
    """Return what a command has changed, and what all orders cost now."""
    shown = chair.quarter().orders
    old = before.orders.summary.rstrip(".").split("; ")
    new = [part for part in shown.summary.rstrip(".").split("; ") if part not in old]
    change = "; ".join(new) if new else "Back to what stands"
    if shown.summary == before.orders.summary:
        change = "Nothing is changed by that"
    return f"{change}. All orders: {shown.price} of {shown.capital} points."


def usage(name: str, ladder: models.LadderRow) -> str:
    """Return an example of how an order is written."""
    rung = next(
        (
            one.id
            for place, one in enumerate(ladder.rungs)
            if one.enabled and place != ladder.chosen
        ),
        ladder.rungs[0].id,
    )
    if name == "troops":
        return "troops in 30, troops out 25, troops hold"
    where = " II" if "." in ladder.id else ""
    way = " via public" if name == "posture" else ""
    return f"{name}{where} {rung}{way}"


def _channel(chair: Chair, shown: models.Quarter, words: list[str]) -> str:
    if not words:
        raise Problem("Name a channel; 'channels' lists them.")
    choose_channel(chair, shown, " ".join(words))
    return said(chair, shown)


def _message(rung: str) -> Callable[[Chair, models.Quarter, list[str]], str]:
    def send(chair: Chair, shown: models.Quarter, words: list[str]) -> str:
        rest, way = via(words)
        if rest and rest[0].lower() not in NO:
            raise Problem(f"'{rung}' takes no more than 'via CHANNEL'; '{rung} no' takes it back.")
        with SeveralChanges(chair) as steps:
            chair.order("message", "none" if rest else rung)
            if way:
                choose_channel(chair, shown, way)
            steps.keep()
        return said(chair, shown)

    return send


def _accept(chair: Chair, shown: models.Quarter, words: list[str]) -> str:
    chair.accept(not (words and words[0].lower() in NO))
    return said(chair, shown)


def _decide(chair: Chair, shown: models.Quarter, words: list[str]) -> str:
    """Answer a decision: its number, where there are two, and a letter; ``none`` leaves it open."""
    asked, letters = shown.decisions, [word.lower() for word in words]
    if not asked:
        raise Problem("Nothing is to be decided this quarter.")
    if len(asked) > 1 and len(letters) < 2:
        raise Problem("Two are to be decided: write 'decide 1 a' or 'decide 2 b'.")
    if len(letters) > 1 and letters[0] not in ("1", "2")[: len(asked)]:
        raise Problem(f"There is no decision {words[0]} this quarter.")
    row = asked[int(letters[0]) - 1 if len(letters) > 1 else 0]
    answers = [one.letter for one in row.answers]
    if letters[-1] not in (*answers, *NO):
        raise Problem(f"Answer {', '.join(answers)}, or none to leave it open.")
    number = answers.index(letters[-1]) + 1 if letters[-1] in answers else 0
    chair.decide(row.place, number)
    return said(chair, shown)


def _table(chair: Chair, shown: models.Quarter, words: list[str]) -> str:
    words = [part for word in words for part in word.replace(",", " ").split()]
    if words[0].lower() in NO:
        chair.table(False)
    elif all(word in ("0", "1", "2", "3") for word in words) and len(words) == 5:
        chair.package(tuple(int(word) for word in words))
    elif len(words) == 2 and words[1] in ("0", "1", "2", "3"):
        titles = {issue.id: issue.title for issue in shown.table.issues}
        with SeveralChanges(chair) as steps:
            chair.term(meant(words[0], titles, "issue"), int(words[1]))
            chair.table(True)
            steps.keep()
    else:
        raise Problem(
            "A package is five numbers 0 to 3 ('table 2 2 1 2 1'), or one issue and its "
            "position ('table saigon 1'). 'table' alone shows what they mean."
        )
    return said(chair, shown)


SPECIAL: Final[dict[str, Callable[[Chair, models.Quarter, list[str]], str]]] = {
    "channel": _channel,
    "offer": _message("offer"),
    "answer": _message("answer"),
    "accept": _accept,
    "table": _table,
    "decide": _decide,
}
"""Commands that give orders and are no ladder."""
