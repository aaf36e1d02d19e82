"""Conditions in words: what must hold before a government is asked something.

``approval < .38 and quarter >= 1967Q4 or enemy.bombing = mining``: fields of the world that the
side sees, ladders at the rung it ordered last quarter, ``enemy.`` ladders as the world saw them,
``happened: EVENT`` from the quarter in which the side learns of it, ``used: CHANNEL``,
``own.offensive`` and ``enemy.offensive``. ``and`` binds before ``or``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.campaign.places import ascii_quoted
from game.engine.board import CORPS, HANOI, NORTH, SIDES, quarter_index
from game.engine.conditions import COMPARED, Atom, Condition
from game.engine.ladders import LADDER, Effort, Understanding, words
from game.engine.world import FIELDS

UNDERSTANDINGS: Final = words(Understanding)
_PLACES: Final = {"": (), "C": CORPS, "Z": NORTH, "S": ()}
_QUARTER: Final = re.compile(r"\d{4}Q[1-4]")


class ConditionError(Exception):
    """A condition that cannot be read; the text names the part and what is allowed."""


@dataclass(frozen=True)
class Names:
    """What a condition may name beside fields and ladders: the campaign's first quarter, its
    events by the counted quarter in which the side learns of them, its channels by index."""

    first: str = "1965Q1"
    events: Mapping[str, int] = field(default_factory=dict)
    channels: tuple[str, ...] = ()


def read(text: str, side: int, names: Names) -> Condition:
    """Return the condition that ``text`` writes for ``side``; ConditionError if it cannot be."""
    if not text.strip():
        return Condition(side)
    rows = tuple(
        tuple(_atom(part.strip(), side, names) for part in row.split(" and "))
        for row in text.split(" or ")
    )
    return Condition(side, rows)


def _atom(text: str, side: int, names: Names) -> Atom:
    if text in ("own.offensive", "enemy.offensive"):
        return _offensive(text, side)
    if text.startswith(("happened:", "used:")):
        return _named(text, names)
    parts = text.split()
    if len(parts) != 3 or parts[1] not in COMPARED:
        raise ConditionError(f"{ascii_quoted(text)} is no comparison such as 'approval < .38'")
    name, operator, word = parts
    if name.startswith("enemy."):
        return _rung("enemy", name.removeprefix("enemy."), operator, word, 1 - side)
    if name in LADDER[side] and word in LADDER[side][name].rungs:
        return _rung("own", name, operator, word, side)
    return _field(name, operator, word, side, names)


def _offensive(text: str, side: int) -> Atom:
    kind = text.partition(".")[0]
    if (kind == "own") != (side == HANOI):
        raise ConditionError(f"{text}: only Hanoi mounts general offensives")
    return Atom(kind, "effort", -1, "=", Effort.OFFENSIVE)


def _named(text: str, names: Names) -> Atom:
    kind, _, name = (part.strip() for part in text.partition(":"))
    if kind == "happened" and name in names.events:
        return Atom("field", "quarter", -1, ">=", names.events[name])
    if kind == "used" and name in names.channels:
        return Atom("field", "channel", -1, "=", names.channels.index(name))
    raise ConditionError(f"{ascii_quoted(text)} names no event the side learns of, or no channel")


def _rung(kind: str, name: str, operator: str, word: str, side: int) -> Atom:
    ladder = LADDER[side].get(name)
    if ladder is None or (kind == "enemy" and not ladder.public):
        known = f"no ladder of {SIDES[side]}'s that can be seen"
        raise ConditionError(f"{ascii_quoted(name)} is {known}")
    if word not in ladder.rungs:
        allowed = ", ".join(ladder.rungs)
        raise ConditionError(f"{name} is one of {allowed}, not {ascii_quoted(word)}")
    return Atom(kind, name, -1, operator, ladder.rungs.index(word))


def _field(name: str, operator: str, word: str, side: int, names: Names) -> Atom:
    base, _, where = name.partition(".")
    declared = FIELDS.get(base)
    if declared is None or declared.sight not in ("all", "own", SIDES[side]):
        raise ConditionError(f"{ascii_quoted(name)} is no field or ladder that {SIDES[side]} sees")
    if declared.axes not in _PLACES or (declared.axes == "S" and declared.sight != "own"):
        raise ConditionError(f"{ascii_quoted(name)} is no single number")
    places = _PLACES[declared.axes]
    if bool(where) != bool(places) or (where and where not in places):
        raise ConditionError(f"{base} takes one of {', '.join(places) or 'no places'}")
    place = places.index(where) if where else -1
    return Atom("field", base, place, operator, _number(base, word, names))


def _number(name: str, word: str, names: Names) -> float:
    if name == "quarter" and _QUARTER.fullmatch(word):
        return quarter_index(names.first, word)
    if name == "understanding" and word in UNDERSTANDINGS:
        return UNDERSTANDINGS.index(word)
    try:
        number = float(word)
    except ValueError:
        raise ConditionError(f"{name}: {ascii_quoted(word)} is no number") from None
    if not np.isfinite(number):
        raise ConditionError(f"{name}: {ascii_quoted(word)} is no number")
    return number
