"""Dilemmas of a campaign as the engine plays them: every answer as its difference from history's.

History's answer costs nothing and does nothing, since the war on record, to which the constants
were fitted, had it in it. What another answer leaves undone is undone with its sign turned: the
pushes of history's answer, its sequel under the same condition, and its chance at its expectation.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from game.campaign.campaign import Campaign
from game.campaign.conditions import ConditionError, Names
from game.campaign.conditions import read as read_condition
from game.campaign.days import NEVER, quarter_of
from game.campaign.places import ascii_quoted
from game.engine.board import SIDES, Floats
from game.engine.dilemmas import (
    ANSWERS,
    CAPITAL,
    FACTORS,
    LATEST,
    LEAK_BOUNDS,
    LONGEST,
    MOST_DILEMMAS,
    NO_DILEMMAS,
    PLACES,
    PUSH_BOUNDS,
    PUSHES,
    SPAN,
    Dilemmas,
    Sequel,
)

if TYPE_CHECKING:
    from game.campaign.schema_dilemmas import AnswerPart, Dilemma

_EFFECT: Final = re.compile(
    r"(?P<name>[a-z_]+(?:\.\w+)?) (?:(?P<amount>[+-]\d*\.?\d+)|x(?P<factor>\d*\.?\d+))"
    r"(?: for (?P<lasts>\d))?(?: after (?P<waits>\d))?"
)
ANY: Final = "any"  # leak.any: every channel


class EffectError(Exception):
    """An effect that cannot be read or is out of bounds; the text says what is allowed."""


@dataclass(frozen=True)
class Push:
    """One effect as written: its columns in the engine's list, the amount a quarter (a factor's
    logarithm), how many quarters it lasts and waits."""

    name: str
    columns: tuple[int, ...]
    amount: float
    lasts: int
    waits: int


def push(text: str, channels: tuple[str, ...]) -> Push:
    """Return an effect from its words; ``channels`` are ids by index. Raises EffectError."""
    found = _EFFECT.fullmatch(text)
    if found is None:
        raise EffectError(f"{ascii_quoted(text)} is no effect such as 'stability -0.02 for 3'")
    name, factor = found["name"], found["factor"]
    if (factor is not None) != (name in FACTORS):
        raise EffectError(f"{name} takes {'a factor, x1.10' if name in FACTORS else '+ or -'}")
    amount = float(factor or found["amount"])
    low, high = _bounds(name)
    if not low <= amount <= high:
        raise EffectError(f"{name} {amount:g} is out of bounds; write {low:g} to {high:g}")
    lasts, waits = int(found["lasts"] or 1), int(found["waits"] or 0)
    if not (1 <= lasts <= LONGEST and 0 <= waits <= LATEST and lasts + waits <= SPAN):
        raise EffectError(f"for 1 to {LONGEST} quarters, after 0 to {LATEST}, {SPAN} in all")
    return Push(
        name, _columns(name, channels), float(np.log(amount)) if factor else amount, lasts, waits
    )


def _bounds(name: str) -> tuple[float, float]:
    if name.startswith("leak."):
        return LEAK_BOUNDS
    if name not in PUSH_BOUNDS:
        raise EffectError(
            f"{ascii_quoted(name)} is on no list; one of {', '.join(PUSH_BOUNDS)}, leak.CHANNEL"
        )
    return PUSH_BOUNDS[name]


def _columns(name: str, channels: tuple[str, ...]) -> tuple[int, ...]:
    if not name.startswith("leak."):
        return (PLACES[name],)
    channel = name.removeprefix("leak.")
    if channel == ANY:
        return tuple(range(len(PUSHES) + 1, len(PUSHES) + len(channels)))
    if channel not in channels[1:]:
        raise EffectError(f"{ascii_quoted(channel)} is no channel; name one, or {ANY}")
    return (len(PUSHES) + channels.index(channel),)


def spread(effects: Iterable[str], channels: tuple[str, ...]) -> Floats:
    """Return (T, E) what effects push in each quarter from the answer on."""
    table = np.zeros((SPAN, len(PUSHES) + len(channels)))
    for text in effects:
        made = push(text, channels)
        table[made.waits : made.waits + made.lasts, list(made.columns)] += made.amount
    return table


def names_of(campaign: Campaign, side: int) -> Names:
    """Return what conditions of ``side`` may name."""
    events = {}
    for event in campaign.file.events:
        known = getattr(event, f"known_{SIDES[side]}")
        if known != NEVER:
            events[event.id] = campaign.index(quarter_of(known))
    return Names(campaign.first, events, campaign.channel_ids)


def of_side(campaign: Campaign, side: int) -> "tuple[Dilemma, ...]":
    """Return a side's dilemmas; the engine's number of one is its place here."""
    return tuple(row for row in campaign.file.dilemmas if row.side == SIDES[side])


def dilemmas_of(campaign: Campaign) -> Dilemmas:
    """Return the campaign's dilemmas as the engine plays them."""
    left_out = campaign.scenario is not None and not campaign.scenario.decisions
    if left_out or not campaign.file.dilemmas:
        return NO_DILEMMAS
    columns = len(PUSHES) + len(campaign.channel_ids)
    made = Dilemmas(
        pushes=np.zeros((2, MOST_DILEMMAS, ANSWERS + 1, SPAN, columns)),
        risked=np.zeros((2, MOST_DILEMMAS, ANSWERS + 1, columns)),
    )
    for side in range(2):
        names = names_of(campaign, side)
        for number, row in enumerate(of_side(campaign, side)):
            _put(made, side, number, row, campaign, names)
    return made


def _put(
    made: Dilemmas, side: int, number: int, row: "Dilemma", campaign: Campaign, names: Names
) -> None:
    """Write one dilemma into the arrays of ``made``, which are still being built."""
    at = (side, number)
    ids = [answer.id for answer in row.answers]
    made.first[at], made.last[at] = campaign.index(row.first), campaign.index(row.last)
    made.answers[at] = len(ids)
    made.default[at] = ids.index(row.default) + 1
    made.recorded[at] = ids.index(row.record.answer) + 1
    made.when[at] = read_condition(row.when or "", side, names)
    history = row.answers[ids.index(row.record.answer)]
    channels = campaign.channel_ids
    for place, answer in enumerate(row.answers, 1):
        where = (side, number, place)
        made.public[where] = answer.seen is not None
        if answer is not history:
            _put_answer(made, where, answer, history, channels)
            _put_sequel(made, where, answer, history, channels, names)


def _put_answer(
    made: Dilemmas,
    where: tuple[int, int, int],
    answer: "AnswerPart",
    history: "AnswerPart",
    channels: tuple[str, ...],
) -> None:
    table = spread(answer.effects, channels) - spread(history.effects, channels)
    if history.chance is not None:
        table[0] -= history.chance.risk * spread(history.chance.effects, channels)[0]
    made.price[where] = answer.price - history.price - round(table[0, CAPITAL])
    table[0, CAPITAL] = 0.0  # what it brings at once is part of its price
    made.pushes[where] = table
    if answer.chance is not None:
        made.risk[where] = answer.chance.risk
        made.risked[where] = spread(answer.chance.effects, channels)[0]


def _put_sequel(
    made: Dilemmas,
    where: tuple[int, int, int],
    answer: "AnswerPart",
    history: "AnswerPart",
    channels: tuple[str, ...],
    names: Names,
) -> None:
    later = answer.sequel or history.sequel
    if later is None:
        return
    pushes = np.zeros(len(PUSHES) + len(channels))
    if answer.sequel is not None:
        pushes += spread(answer.sequel.effects, channels)[0]
    if history.sequel is not None:
        pushes -= spread(history.sequel.effects, channels)[0]
    when = read_condition(later.when, where[0], names)
    made.sequels[where] = Sequel(when, later.within, pushes)


FAVOURS: Final[dict[str, tuple[int, int]]] = {
    "capital": (1, 1),
    "approval": (1, -1),
    "rally": (1, -1),
    "dissent": (-1, 1),
    "stability": (1, -1),
    "quality": (1, -1),
    "control": (1, -1),
    "cohesion": (-1, 1),
    "cadres": (-1, 1),
    "fatigue": (1, -1),
    "preparation": (-1, 1),
    "air_defence": (-1, 1),
    "sanctuary": (-1, 1),
    "function": (-1, 1),
    "aid_moscow": (-1, 1),
    "aid_beijing": (-1, 1),
    "quarrel": (1, -1),
    "own_noise": (-1, -1),
    "enemy_noise": (1, 1),
    "leak": (-1, -1),
}
"""Which sign of a push serves Washington and which Hanoi; 0 where it serves neither."""


def serves(made: Push, side: int) -> bool:
    """Whether a push is an advantage to ``side``."""
    return bool(made.amount * FAVOURS[made.name.partition(".")[0]][side] > 0)


def share(made: Push) -> float:
    """Return how large a push is beside the largest of its kind and sign, 0..1."""
    low, high = _bounds(made.name)
    most = high if made.amount > 0 else low
    return float(made.amount / (np.log(most) if made.name in FACTORS else most))


def faults(row: "Dilemma", names: Names) -> Iterable[tuple[tuple[Any, ...], str]]:
    """Yield (place in the row, what is wrong with it, and the remedy)."""
    yield from _answer_faults(row)
    try:
        read_condition(row.when or "", SIDES.index(row.side), names)
    except ConditionError as error:
        yield ("when",), str(error)
    for place, answer in enumerate(row.answers):
        at: tuple[Any, ...] = ("answers", place)
        yield from _effect_faults(at, answer, row, names.channels)
        if answer.sequel is not None:
            try:
                read_condition(answer.sequel.when, SIDES.index(row.side), names)
            except ConditionError as error:
                yield (*at, "sequel", "when"), str(error)


def _answer_faults(row: "Dilemma") -> Iterable[tuple[tuple[Any, ...], str]]:
    ids = [answer.id for answer in row.answers]
    if len(set(ids)) < len(ids):
        yield ("answers",), "two answers have one id; write another"
    for key, word in (("default", row.default), ("record", row.record.answer)):
        if word not in ids:
            yield (key,), f"{word} is no answer of it; one of {', '.join(ids)}"
    if row.last < row.first:
        yield ("last",), f"{row.last} lies before {row.first}; write a later quarter"
    by_id = {answer.id: answer for answer in row.answers}
    history, left = by_id.get(row.record.answer), by_id.get(row.default)
    if history and left and _cost(left) > _cost(history):
        yield ("default",), f"{row.default} costs more than history's answer; name a free one"
    for place, answer in enumerate(row.answers):
        mine, theirs = answer.sequel, history.sequel if history else None
        if mine and theirs and (mine.when, mine.within) != (theirs.when, theirs.within):
            found = "give all sequels of one dilemma one condition and one span"
            yield ("answers", place, "sequel"), found


def _cost(answer: "AnswerPart") -> float:
    """Return the points an answer takes at once; effects that cannot be read count as none."""
    at_once = [
        found
        for found in map(_EFFECT.fullmatch, answer.effects)
        if found
        and found["name"] == "capital"
        and not found["lasts"]
        and not found["waits"]
        and found["amount"]
    ]
    return answer.price - sum(float(found["amount"]) for found in at_once)


def _effect_faults(
    at: tuple[Any, ...], answer: "AnswerPart", row: "Dilemma", channels: tuple[str, ...]
) -> Iterable[tuple[tuple[Any, ...], str]]:
    side = SIDES.index(row.side)
    lists: dict[tuple[str, ...], list[str]] = {("effects",): answer.effects}
    if answer.chance is not None:
        lists["chance", "effects"] = answer.chance.effects
    if answer.sequel is not None:
        lists["sequel", "effects"] = answer.sequel.effects
    for key, effects in lists.items():
        for place, text in enumerate(effects):
            try:
                made = push(text, channels)
            except EffectError as error:
                yield (*at, *key, place), str(error)
                continue
            if len(key) > 1 and (made.lasts, made.waits) != (1, 0):
                yield (*at, *key, place), "a chance or a sequel comes at once; drop for and after"
            if answer.cruel and serves(made, side):
                yield (*at, *key, place), "a cruel answer brings its side nothing; remove it"
    cheapest = min((other.price for other in row.answers if not other.cruel), default=0)
    if answer.cruel and answer.price < cheapest:
        yield (*at, "price"), f"a cruel answer is not the cheapest; write {cheapest} or more"
