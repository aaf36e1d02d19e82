"""Orders: what the two governments decide for a quarter, as arrays for N wars and as words for one.

In arrays every ladder is a rung in a side's row of L slots (``game.engine.ladders``). In words an
order is a dictionary such as ``{"bombing": "interdiction", "effort": {"I": "main_force"}}``: that
is what campaign files, saves, people and the other rooms use.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

import numpy as np

from game.engine.board import CORPS, HANOI, ISSUES, SIDES, WASHINGTON, Floats, Ints, by_side
from game.engine.ladders import (
    LADDER,
    LADDERS,
    OPEN_FROM,
    SLOTS,
    TROOPS_LIMITS,
    TROOPS_STEP,
    TROOPS_USUAL,
    L,
    slot_of,
)
from game.engine.world import ANSWERS, ASKED

NO_TERMS = -1
UNANSWERED: Final[Ints] = np.zeros((0, ASKED), np.int64)
"""In the place of answers that were left out."""


class OrderError(Exception):
    """Orders that cannot be given; the text names the ladder, the value and what is allowed."""


@dataclass(frozen=True)
class SideOrders:
    """One side's orders in N wars.

    ``rungs``: (N, L). ``troops``: (N,) thousand men sent (+) or withdrawn (-), Washington's only.
    ``channel``: (N,) index, 0 in public. ``terms``: (N, I) positions, -1 for no new package.
    ``accept``: (N,) 1 to accept the enemy's package as it stood at the end of last quarter.
    ``answers``: (N, A) answers to what the side is asked, by place, from 1; 0 leaves one open, so
    that its default is taken. Left out, all are open.
    """

    rungs: Ints
    troops: Floats
    channel: Ints
    terms: Ints
    accept: Ints
    answers: Ints = field(default_factory=lambda: UNANSWERED)

    def __post_init__(self) -> None:
        if self.answers is UNANSWERED:
            none = np.zeros((len(self.rungs), ASKED), dtype=np.int64)
            object.__setattr__(self, "answers", none)

    def __len__(self) -> int:
        return len(self.rungs)

    def take(self, chosen: Any) -> Self:
        """Return the orders of the wars at ``chosen``, in that order."""
        return type(self)(*(getattr(self, name)[chosen] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Orders:
    """Both sides' orders in N wars: the same arrays with an S axis after N (troops without)."""

    rungs: Ints
    troops: Floats
    channel: Ints
    terms: Ints
    accept: Ints
    answers: Ints = field(default_factory=lambda: UNANSWERED)

    def __post_init__(self) -> None:
        if self.answers is UNANSWERED:
            object.__setattr__(self, "answers", np.zeros((len(self.rungs), 2, ASKED), np.int64))

    def with_answers(self, answers: Ints) -> Self:
        """Return these orders with other answers (N, S, A)."""
        return replace(self, answers=answers)

    def rung(self, side: int, ladder: str, corps: int = 0) -> Ints:
        """Return (N,) the rungs ordered on ``ladder`` (in ``corps``) by ``side``."""
        return self.rungs[:, side, slot_of(side, ladder, corps)]

    def rungs_by_corps(self, side: int, ladder: str) -> Ints:
        """Return (N, C) the rungs ordered on a ladder that is given by corps."""
        return self.rungs[:, side, SLOTS[side][ladder]]

    def by_side(self, ladder: str) -> Ints:
        """Return (N, S) the rungs ordered on a ladder that both sides have, not by corps."""
        rungs: Ints = by_side(self.rung(WASHINGTON, ladder), self.rung(HANOI, ladder))
        return rungs

    @property
    def postures(self) -> Ints:
        """(N, S) the posture rungs."""
        return self.by_side("posture")

    @property
    def open(self) -> Any:
        """(N, S) whether the posture is open in the model's sense."""
        return self.postures >= OPEN_FROM


def join(washington: SideOrders, hanoi: SideOrders) -> Orders:
    """Return both sides' orders together."""
    both = {
        name: np.stack([getattr(washington, name), getattr(hanoi, name)], axis=1)
        for name in ("rungs", "channel", "terms", "accept", "answers")
    }
    return Orders(troops=washington.troops, **both)


def blank(worlds: int) -> SideOrders:
    """Return orders at the bottom of every ladder for ``worlds`` wars; Washington's troops hold."""
    return SideOrders(
        rungs=np.zeros((worlds, L), dtype=np.int64),
        troops=np.zeros(worlds),
        channel=np.zeros(worlds, dtype=np.int64),
        terms=np.full((worlds, len(ISSUES)), NO_TERMS, dtype=np.int64),
        accept=np.zeros(worlds, dtype=np.int64),
    )


def standing(in_force: Ints, channel: Ints) -> SideOrders:
    """Return the orders that stand when nothing is touched.

    ``in_force`` (N, L) and ``channel`` (N,) are the side's own fields of the world or the view.
    """
    return SideOrders(
        rungs=in_force.copy(),
        troops=np.zeros(len(in_force)),
        channel=channel.copy(),
        terms=np.full((len(in_force), len(ISSUES)), NO_TERMS, dtype=np.int64),
        accept=np.zeros(len(in_force), dtype=np.int64),
    )


def from_words(
    side: int, words: Mapping[str, Any], base: SideOrders, channels: tuple[str, ...]
) -> SideOrders:
    """Return ``base`` (one war) with the orders in ``words`` put over it.

    ``channels`` lists the channel ids by index. Raises OrderError naming the ladder and the word.
    """
    rungs, troops = base.rungs.copy(), base.troops.copy()
    channel, terms, accept = base.channel.copy(), base.terms.copy(), base.accept.copy()
    answers = base.answers.copy()
    for name, value in words.items():
        if name in LADDER[side]:
            _put_ladder(side, name, value, rungs)
        elif name == "troops_number" and side == WASHINGTON:
            troops[0] = _number(value)
        elif name == "channel":
            channel[0] = _index("channel", value, channels)
        elif name == "terms":
            terms[0] = _terms(value)
        elif name == "accept":
            accept[0] = _yes(value)
        elif name == "answers":
            answers[0] = _answers(value)
        else:
            raise OrderError(f"{SIDES[side]} has no order named {name!r}")
    if side == WASHINGTON:
        _agree_on_troops(words, rungs, troops)
    return SideOrders(rungs, troops, channel, terms, accept, answers)


def to_words(
    side: int, orders: SideOrders, channels: tuple[str, ...], war: int = 0
) -> dict[str, Any]:
    """Return the orders of one war as words; ``from_words`` over any base gives them back."""
    words: dict[str, Any] = {}
    for ladder in LADDERS[side]:
        row = orders.rungs[war, SLOTS[side][ladder.name]]
        if ladder.by_corps:
            words[ladder.name] = {name: ladder.rungs[row[c]] for c, name in enumerate(CORPS)}
        else:
            words[ladder.name] = ladder.rungs[row[0]]
    if side == WASHINGTON:
        words["troops_number"] = round(float(orders.troops[war]), 3)
    words["channel"] = channels[orders.channel[war]]
    if orders.terms[war, 0] >= 0:
        words["terms"] = [int(position) for position in orders.terms[war]]
    if orders.accept[war]:
        words["accept"] = True
    if orders.answers[war].any():
        words["answers"] = [int(answer) for answer in orders.answers[war]]
    return words


def _put_ladder(side: int, name: str, value: Any, rungs: Ints) -> None:
    ladder, place = LADDER[side][name], SLOTS[side][name]
    if not ladder.by_corps:
        rungs[0, place] = _index(name, value, ladder.rungs)
        return
    if not isinstance(value, Mapping):
        raise OrderError(f"{name} takes a rung for each corps, not {value!r}")
    for corps, rung in value.items():
        rungs[0, place.start + _index(f"{name}: corps", corps, CORPS)] = _index(
            f"{name}.{corps}", rung, ladder.rungs
        )


def _agree_on_troops(words: Mapping[str, Any], rungs: Ints, troops: Floats) -> None:
    slot = slot_of(WASHINGTON, "troops")
    if "troops" in words and "troops_number" not in words:
        troops[0] = TROOPS_USUAL[rungs[0, slot]]
    elif "troops_number" in words and "troops" not in words:
        rungs[0, slot] = rung_for_troops(float(troops[0]))
    low, high = TROOPS_LIMITS[rungs[0, slot]]
    if not low <= troops[0] <= high:
        rung = LADDER[WASHINGTON]["troops"].rungs[rungs[0, slot]]
        raise OrderError(f"troops {rung} allows {low:g} to {high:g} thousand, not {troops[0]:g}")


def rung_for_troops(number: float) -> int:
    """Return the troops rung for a ``number`` of thousands; OrderError beyond the ladder."""
    if number == 0:
        return 2
    for rung in (0, 1, 3, 4):
        low, high = TROOPS_LIMITS[rung]
        if low <= number <= high:
            return rung
    raise OrderError(f"troops_number {number:g} is beyond -100 to 100 thousand a quarter")


def in_steps(number: float) -> bool:
    """Whether a player may order this number of thousands."""
    return number % TROOPS_STEP == 0


def _index(name: str, value: Any, choices: tuple[str, ...]) -> int:
    if not isinstance(value, str) or value not in choices:
        raise OrderError(f"{name} is one of {', '.join(choices)}, not {value!r}")
    return choices.index(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 1000:
        raise OrderError(f"troops_number is thousands of men, -100 to 100, not {value!r}")
    return round(float(value), 3)


def _terms(value: Any) -> Ints:
    if (
        not isinstance(value, list | tuple)
        or len(value) != len(ISSUES)
        or not all(isinstance(p, int) and not isinstance(p, bool) and 0 <= p <= 3 for p in value)
    ):
        raise OrderError(f"terms are {len(ISSUES)} whole numbers 0 to 3, not {value!r}")
    return np.array(value, dtype=np.int64)


def _answers(value: Any) -> Ints:
    if (
        not isinstance(value, list | tuple)
        or len(value) != ASKED
        or not all(
            isinstance(a, int) and not isinstance(a, bool) and 0 <= a <= ANSWERS for a in value
        )
    ):
        raise OrderError(f"answers are {ASKED} whole numbers 0 to {ANSWERS}, not {value!r}")
    return np.array(value, dtype=np.int64)


def _yes(value: Any) -> int:
    if not isinstance(value, bool):
        raise OrderError(f"accept is true or false, not {value!r}")
    return int(value)
