"""Sealed reasons and forecasts: written before a quarter ends, opened when the war is over.

A forecast says with a chance what the enemy will do in the quarter whose orders are being given. It
stands in the log as its side's own and is told to nobody until the debrief, where it is scored by
Brier's rule: the mean square of chance less outcome, 0 for a seer, .25 for whoever always says one
half. Advisers and machines are scored by the same rule on the same questions.

Source of the score: G. W. Brier, Monthly Weather Review 78 (1950).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import HANOI, SIDES
from game.engine.ladders import MessageKind
from game.players.advisers import ADVISERS, Council, leant
from game.players.forecast import chances
from game.problems import Problem
from game.record import Game
from game.record.log import LogEntry
from game.study.debrief.acts import FULL, PlayedQuarter, demonstrates, quarters_of
from game.study.debrief.told import told
from game.study.debrief.war import OpenedWar
from game.study.debrief.words import NAMES, number

QUESTIONS: Final = {
    "open": "be open to talks",
    "escalate": "go further in the war",
    "offer": "send an offer",
    "demonstrate": "mount a general offensive, or send men",
}
"""What can be forecast of the enemy: it will ... this quarter."""
REASON: Final = "reason"  # marks the note that says what a quarter was meant for: the last counts
SENDS: Final = "send men, or call up its reserves"
BY: Final = "by"  # the key under which a machine's entry names it
BINS: Final = (0.2, 0.4, 0.6, 0.8, 1.01)  # upper bounds of the calibration table's rows
LONGEST: Final = 300  # letters of a reason: one line


@dataclass(frozen=True)
class SealedForecast:
    """One forecast and what came: ``chance`` 0..1 that ``side``'s enemy does it in ``quarter``."""

    quarter: str
    side: str
    by: str
    question: str
    chance: float
    came: bool
    text: str = ""


@dataclass(frozen=True)
class Bin:
    """Forecasts of about one chance: how many, their mean, and the share that came true."""

    count: int
    said: float
    came: float


@dataclass(frozen=True)
class Calibration:
    """How well one source forecast. ``brier`` 0..1, less is better; ``always_base``: what always
    saying how often such things came would have scored."""

    side: str
    by: str
    count: int
    brier: float
    always_base: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True)
class Meaning:
    """What a side wrote that it meant, and what the other took its quarter for."""

    quarter: str
    side: str
    by: str
    meant: str
    taken: str


def asked(question: str, enemy: int) -> str:
    """Return a question as a sentence about ``enemy``, which demonstrates in a way of its own."""
    name = NAMES[SIDES[enemy]]
    if question == "demonstrate":
        return f"{name} will {'mount a general offensive' if enemy == HANOI else SENDS}"
    return f"{name} will {QUESTIONS[question]}"


def withdraw(game: Game, side: int, question: str) -> None:
    """Take a forecast of this quarter back: nothing is scored. Problem for a question there is
    not."""
    if question not in QUESTIONS:
        raise Problem(f"{question!r} cannot be forecast: {', '.join(QUESTIONS)}.")
    game.write("forecast", side, "", question=question, chance=None)


def sealed_by(game: Game, side: int, quarter: str) -> dict[str, float]:
    """Return what the person at ``side`` has forecast in a quarter, by question, 0..1."""
    return {
        str(entry.data["question"]): float(entry.data["chance"])
        for entry in held(game.entries)
        if entry.what == "forecast"
        and entry.side == SIDES[side]
        and entry.quarter == quarter
        and BY not in entry.data
    }


def write(game: Game, side: int, question: str, per_cent: float, text: str = "") -> str:
    """Seal a forecast in the log; return one sentence that says so. Problem for what is none."""
    if question not in QUESTIONS:
        raise Problem(f"{question!r} cannot be forecast: {', '.join(QUESTIONS)}.")
    if not 0 <= per_cent <= 100:
        raise Problem("A forecast's confidence is 0 to 100 per cent.")
    if len(text) > LONGEST:
        raise Problem(f"A reason is one line of at most {LONGEST} letters.")
    game.write("forecast", side, text, question=question, chance=per_cent / 100)
    return (
        f"Sealed until the war is over: {asked(question, 1 - side)} this quarter, "
        f"{per_cent:g} per cent."
    )


def held(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Return the notes and forecasts of quarters that were not rewound, in order; of several
    forecasts of one question in one quarter the last, and none that was taken back."""
    kept: list[LogEntry] = []
    for entry in entries:
        if entry.what == "rewind":
            kept = [one for one in kept if one.quarter < entry.quarter]
        elif entry.what in ("note", "forecast") and entry.side is not None:
            if entry.what == "forecast" or entry.data.get(REASON):
                kept = [one for one in kept if _key(one) != _key(entry)]
                if entry.what == "forecast" and entry.data.get("chance") is None:
                    continue  # taken back
            kept.append(entry)
    return kept


def _key(entry: LogEntry) -> tuple[object, ...]:
    question: object = REASON if entry.data.get(REASON) else entry.text
    if entry.what == "forecast":
        question = entry.data.get("question")
    return entry.what, entry.quarter, entry.side, entry.data.get(BY), question


def happened(played: PlayedQuarter, side: int, question: str) -> bool:
    """Whether ``side``'s enemy did in a quarter what the question asks."""
    enemy = 1 - side
    if question == "open":
        return bool(played.orders.open[0, enemy])
    if question == "escalate":
        return bool(played.closing.escalation[0, enemy] >= FULL)
    if question == "offer":
        return bool(played.orders.rung(enemy, "message")[0] == MessageKind.OFFER)
    return demonstrates(played, enemy)


def written(game: Game) -> list[SealedForecast]:
    """Return what people and machines forecast in a war that is over, with what came."""
    war = {played.name: played for played in quarters_of(game.past)}
    made = []
    for entry in held(game.entries):
        question, chance = entry.data.get("question"), entry.data.get("chance")
        if entry.what != "forecast" or question not in QUESTIONS or entry.quarter not in war:
            continue
        if isinstance(chance, bool) or not isinstance(chance, int | float) or not 0 <= chance <= 1:
            continue
        assert entry.side is not None  # ``held`` keeps only what a side wrote
        came = happened(war[entry.quarter], SIDES.index(entry.side), question)
        by = str(entry.data.get(BY) or game.seat(SIDES.index(entry.side)).name)
        made.append(
            SealedForecast(entry.quarter, entry.side, by, question, float(chance), came, entry.text)
        )
    return made


def advised(game: Game) -> list[SealedForecast]:
    """Return what each adviser of each side would have forecast, quarter by quarter, of every act
    that can be forecast. Hears both councils through the war: some seconds."""
    made = []
    for side, name in enumerate(SIDES):
        council, dossier = Council(), game.dossier(side)
        for played in quarters_of(game.past):
            council.advise(dossier.until(played.place), dossier.orders[played.place])
            for adviser, question, chance in _chances(council, side):
                came = happened(played, side, question)
                made.append(SealedForecast(played.name, name, adviser, question, chance, came))
    return made


def _chances(council: Council, side: int) -> Iterator[tuple[str, str, float]]:
    told = council.told
    assert told is not None  # the council has just been asked
    for adviser in ADVISERS[side]:
        for question, chance in chances(told, leant(told.belief, adviser)).items():
            yield adviser.name, question, chance


def scored(forecasts: Iterable[SealedForecast]) -> tuple[Calibration, ...]:
    """Return how well each source forecast, by side and source in order of appearance."""
    groups: dict[tuple[str, str], list[SealedForecast]] = {}
    for one in forecasts:
        groups.setdefault((one.side, one.by), []).append(one)
    return tuple(_calibration(side, by, group) for (side, by), group in groups.items())


def _calibration(side: str, by: str, group: list[SealedForecast]) -> Calibration:
    said = np.array([one.chance for one in group])
    came = np.array([float(one.came) for one in group])
    base = came.mean()
    rows, low = [], 0.0
    for high in BINS:
        inside = (said >= low) & (said < high)
        if inside.any():
            rows.append(
                Bin(int(inside.sum()), float(said[inside].mean()), float(came[inside].mean()))
            )
        low = high
    return Calibration(
        side,
        by,
        len(group),
        float(np.square(said - came).mean()),
        float(base * (1.0 - base)),
        tuple(rows),
    )


def meanings(game: Game, debrief: OpenedWar) -> tuple[Meaning, ...]:
    """Return each quarter's reasons as written beside what the other side took the quarter for."""
    places = {name: place for place, name in enumerate(debrief.quarters)}
    meant: dict[tuple[str, str, str], list[str]] = {}
    for entry in held(game.entries):
        if entry.text.strip() and entry.quarter in places and entry.side is not None:
            by = str(entry.data.get(BY) or game.seat(SIDES.index(entry.side)).name)
            texts = meant.setdefault((entry.quarter, entry.side, by), [])
            if entry.text not in texts:
                texts.append(entry.text)
    return tuple(
        Meaning(
            quarter,
            side,
            by,
            " / ".join(texts),
            taken(game, debrief, places[quarter], SIDES.index(side)),
        )
        for (quarter, side, by), texts in meant.items()
    )


def taken(game: Game, debrief: OpenedWar, place: int, side: int) -> str:
    """Return what the enemy took a side's quarter for, in one sentence."""
    name, enemy = NAMES[SIDES[side]], NAMES[SIDES[1 - side]]
    before, after = (debrief.course[at][side].belief for at in (place, place + 1))
    doves = [float(game.past.worlds[at].belief_dove[0, side]) for at in (place, place + 1)]
    opening, closing = (game.past.worlds[at] for at in (place, place + 1))
    way = told(opening, closing, side, game.past.tables).way
    return (
        f"{enemy} took {name} for {way} than before: its belief in {name}'s resilience went "
        f"from {number(before)} to {number(after)}, that it was a dove from "
        f"{number(doves[0])} to {number(doves[1])}."
    )
