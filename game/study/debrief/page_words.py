"""The words of the debrief's one page: how chances, beliefs and spans of time are told.

A word is picked by the number as it is printed beside it, so that the two never part.
"""

import re
from typing import Final

from game.study.debrief.rule import SAFE, RuleReading
from game.study.debrief.words import OTHER, number
from game.words import plain

Scale = tuple[tuple[float, str], ...]
BELIEFS: Final[Scale] = (
    (0.1, "all but ruled it out"),
    (0.3, "thought it unlikely"),
    (0.45, "rather doubted it"),
    (0.56, "was of two minds"),
    (0.7, "rather believed it"),
    (0.9, "thought it likely"),
    (9.0, "was all but sure"),
)
"""How a belief that the other side is resilient is told, each with its bound. Calibrated by eye."""
CHANCES: Final[Scale] = (
    (0.05, "hardly ever"),
    (0.2, "seldom"),
    (0.45, "less often than not"),
    (0.56, "as often as not"),
    (0.75, "more often than not"),
    (0.95, "mostly"),
    (9.0, "almost always"),
)
"""How a chance is told, each with its bound. Calibrated by eye."""
HARDLY: Final = 0.03  # a figure that moves by less has hardly moved. Calibrated by eye
PRESSED: Final = 0.5  # a chance of going further above which a safe open hand calls for a reason
SAFE_MEANS: Final = (
    "Talking is called safe in a quarter in which even a strong side, one that can bear a long "
    f"war, would open its hand more often than not: with a chance above {number(SAFE)}. An open "
    "hand is then no sign of weakness. That is no promise that the enemy holds back."
)


def figure(value: float) -> str:
    """Return a chance or belief with two digits; never nought or one, which nothing here is."""
    said = number(value)
    return {"0.00": "less than 0.01", "1.00": "more than 0.99"}.get(said, said)


def opens(value: float) -> str:
    """Return the chance that a resilient side opens, and on which side of the line it lies that
    divides safe from unsafe."""
    line = number(SAFE)
    if number(value) == line:
        return f"with a chance {'just above' if value > SAFE else 'of no more than'} {line}"
    return f"with a chance of {figure(value)}, {'above' if value > SAFE else 'below'} {line}"


def word(value: float, scale: Scale) -> str:
    """Return the word for a value."""
    return next(text for bound, text in scale if round(value, 2) < bound)


def in_words(value: float, scale: Scale) -> str:
    """Return a value in words, with two digits beside them."""
    return f"{word(value, scale)} ({figure(value)})"


def pressed(now: RuleReading) -> bool:
    """Whether the enemy would mostly have gone further on an open hand, safe or not."""
    return now.answer_open > PRESSED


def pressed_on(now: RuleReading) -> str:
    """Return why an open hand can be safe that would mostly have been pressed: the side knew only
    what to expect of an enemy whose nerve is private."""
    hawk = f" {OTHER[now.sender]}'s government was a hawk, which you could not know for sure:"
    why = hawk if now.nerve == "hawk" else " By what could be known"
    return f"{why} you had to expect {figure(now.expected_open)}." if pressed(now) else ""


def moved(before: float, after: float) -> int:
    """Return which way a figure moved as it is printed, 1 or -1; 0 where it hardly did."""
    step = round(round(after, 2) - round(before, 2), 2)
    return 0 if abs(step) < HARDLY else 1 if step > 0.0 else -1


def held(before: float, after: float) -> str:
    """Return what was believed before and after a quarter."""
    said, way = in_words(before, BELIEFS), moved(before, after)
    if figure(before) == figure(after):
        return f"{said} and did not change its mind"
    if not way:
        return f"{said} and hardly changed its mind ({figure(after)})"
    if word(before, BELIEFS) != word(after, BELIEFS):
        return f"{said} before that quarter and {in_words(after, BELIEFS)} after it"
    return (
        f"{said} before that quarter and believed it {'more' if way > 0 else 'less'} after it "
        f"({figure(after)})"
    )


def looks(before: float, after: float, told: str) -> str:
    """Return what a quarter did to how strong a side looked. ``told``: what it told by itself,
    ``weaker``, ``stronger`` or ``no other``; what was told earlier fades meanwhile."""
    way = {-1: "weaker", 0: "", 1: "stronger"}[moved(before, after)]
    if not way:
        return "you looked hardly weaker or stronger for it"
    if told == way:
        return f"what you did made you look {way}"
    faded = f"what had spoken {'for' if way == 'weaker' else 'against'} you earlier faded with time"
    return faded if told == "no other" else f"what you did made you look {told}, but {faded}"


def span(first: str, last: str) -> str:
    """Return the quarters from one to another, such as ``in the first and second quarters of
    1967``."""
    begins, ends = (plain.ORDINALS[int(name[5]) - 1] for name in (first, last))
    if first == last:
        return f"in {plain.quarter_words(first)}"
    if first[:4] != last[:4]:
        if first[5] == "4" and last == f"{int(first[:4]) + 1}Q1":
            return f"in {plain.quarter_words(first)} and the {ends} of {last[:4]}"
        return f"from {plain.quarter_words(first)} to the {ends} of {last[:4]}"
    if int(last[5]) - int(first[5]) == 1:
        return f"in the {begins} and {ends} quarters of {last[:4]}"
    return f"from the {begins} to the {ends} quarter of {last[:4]}"


ADDRESSED: Final = (
    (r"\b[Yy]ou were\b", "{name} was"),
    (r"\byour war\b", "this war"),
    (r"\bYour war\b", "This war"),
    (r"\b[Yy]ours?\b", "{name}'s"),
    (r"\b[Yy]ou\b", "{name}"),
)
"""How a page speaks to whoever sat at a side, and what stands there for a side nobody sat at."""


def unaddressed(said: str, name: str) -> str:
    """Return a sentence with a side's name where it says *you*."""
    for spoken, put in ADDRESSED:
        said = re.sub(spoken, put.format(name=name), said)
    return said
