"""Cases under the rule: each sender-period with what was recorded and what the rule predicts.

A period is a spell in which one government's hand was open or closed. Its state is coded by hand in
words (``case_levels``), or read from the replay of a campaign as the spell's first quarter opens.
The prediction is open where a highly resilient sender opens with more than even chances. How often
that agrees with the record is told as it comes, beside what a prophet would have got who always
says closed, and beside what other codings give that lie within one level of the one given: a coding
made by somebody who knew the end is a check of consistency and no fit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any, Final

import numpy as np

from game.campaign import Campaign, build, cases, load, replay
from game.campaign.case_schema import CaseFile, DecisionPart, Spell
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.postures import posture_game
from game.study.debrief.rule import SAFE
from game.study.fit import record
from game.study.fit.case_levels import SCALES, values
from game.theory.posture import BASE, PostureGame, solve

OPEN, CLOSED, CONDITIONS = "open", "closed", "conditions"
MONTHS: Final = {"1": ("01", "03"), "2": ("04", "06"), "3": ("07", "09"), "4": ("10", "12")}


@dataclass(frozen=True)
class Period:
    """One sender-period. ``state`` are the parameters in which it was decided, by field of
    ``PostureGame``; ``told`` the texts of the stop before it, None where a case has none;
    ``counted`` whether it counts for or against the rule; ``coded`` whether by hand."""

    case: str
    sender: str
    first: str
    last: str
    recorded: str
    p_open: float
    state: Mapping[str, float]
    told: Spell | DecisionPart | None
    counted: bool
    coded: bool

    @property
    def predicted(self) -> str:
        """What the rule says: open or closed."""
        return OPEN if self.p_open > SAFE else CLOSED

    @property
    def agrees(self) -> bool | None:
        """Whether that was recorded; None where the period is counted for nobody."""
        return self.predicted == self.recorded if self.counted else None


def every(names: Iterable[str] | None = None) -> tuple[CaseFile, ...]:
    """Return the cases of these names or files, by default all there are."""
    return tuple(cases.load(name) for name in (cases.names() if names is None else names))


def periods(case: CaseFile) -> tuple[Period, ...]:
    """Return a case's sender-periods in the order of their first days."""
    made = by_hand(case) if case.case.replay is None else _replayed(case, load(case.case.replay))
    return tuple(sorted(made, key=lambda one: one.first))


def by_hand(case: CaseFile) -> Iterator[Period]:
    """Yield a case's hand-coded periods; none of a case built from a replay."""
    for spell in case.spells:
        state = dict(base()) | state_of(case, spell)
        yield Period(
            case.case.name,
            spell.sender,
            spell.first,
            spell.last,
            spell.recorded,
            opens([state])[0],
            state,
            spell,
            spell.recorded != CONDITIONS,
            True,
        )


def state_of(case: CaseFile, spell: Spell, **moved: str) -> dict[str, float]:
    """Return what a spell's levels set, some of them ``moved``."""
    words = {key: moved.get(key, getattr(spell, key)) for key in SCALES}
    high = case.sender(spell.sender).high_cost
    return values(**words, guarantee=spell.guarantee, high_cost=high)


def _replayed(case: CaseFile, campaign: Campaign) -> Iterator[Period]:
    """Yield each side's spells of recorded posture, with the state that opens the first quarter."""
    happened, names = record.postures(campaign), record.quarters(campaign)
    states = list(_states(campaign))
    told = {(one.sender, one.quarter): one for one in case.decisions}
    for side in (WASHINGTON, HANOI):
        for is_open, spell in groupby(range(len(states)), key=lambda at: bool(happened[at, side])):
            places = list(spell)
            first, last, state = names[places[0]], names[places[-1]], states[places[0]][side]
            yield Period(
                case.case.name,
                SIDES[side],
                _month(first, 0),
                _month(last, 1),
                OPEN if is_open else CLOSED,
                opens([state])[0],
                state,
                told.get((SIDES[side], first)),
                True,
                False,
            )


def _states(campaign: Campaign) -> Iterator[tuple[dict[str, float], dict[str, float]]]:
    """Yield both sides' parameters of every replayed quarter as it opens."""
    tables = build(campaign)[0]
    for step in replay(campaign):
        game = posture_game(step.opening, tables)
        washington, hanoi = (
            {
                part.name: float(np.broadcast_to(getattr(game, part.name), (1, 2))[0, side])
                for part in fields(PostureGame)
            }
            for side in (WASHINGTON, HANOI)
        )
        yield washington, hanoi


def _month(quarter: str, end: int) -> str:
    return f"{quarter[:4]}-{MONTHS[quarter[5]][end]}"


def base() -> dict[str, float]:
    """Return every parameter's base value by field."""
    return {part.name: float(getattr(BASE, part.name)) for part in fields(PostureGame)}


def opens(states: Sequence[Mapping[str, float]]) -> list[float]:
    """Return P(open) of a highly resilient sender at each of some whole states."""
    columns = {name: np.array([state[name] for state in states]) for name in states[0]}
    return [float(one) for one in np.atleast_1d(solve(PostureGame(**columns)).open_if_high)]


@dataclass(frozen=True)
class CasePoint:
    """A place on a government's way: when, in which state, what was recorded, what the rule says;
    ``begins`` whether a spell begins there. ``first`` is the first day or month, as in a period."""

    when: str
    first: str
    state: Mapping[str, float]
    recorded: str
    p_open: float
    text: str
    begins: bool


@dataclass(frozen=True)
class CaseWay:
    """One government's way through its war; ``case`` is what the case calls itself."""

    case: str
    sender: str
    name: str
    points: tuple[CasePoint, ...]


def names() -> tuple[str, ...]:
    """Return the names of all cases, the user's own last."""
    return cases.names()


def head(name: str) -> tuple[str, str]:
    """Return a case's title and summary; Problem where its file is not good."""
    case = cases.load(name).case
    return case.title, case.summary


def ways(case: CaseFile) -> tuple[CaseWay, ...]:
    """Return the way of each of a case's senders: a point a spell, or a quarter of its replay."""
    if case.case.replay is not None:
        return tuple(_quarters(case, load(case.case.replay)))
    made = periods(case)
    return tuple(
        CaseWay(
            case.case.name,
            one.id,
            one.name,
            tuple(
                CasePoint(
                    each.first,
                    each.first,
                    each.state,
                    each.recorded,
                    each.p_open,
                    each.told.why if isinstance(each.told, Spell) else "",
                    True,
                )
                for each in made
                if each.sender == one.id
            ),
        )
        for one in case.senders
    )


def _quarters(case: CaseFile, campaign: Campaign) -> Iterator[CaseWay]:
    happened, names_of, states = (
        record.postures(campaign),
        record.quarters(campaign),
        list(_states(campaign)),
    )
    for side, who in enumerate(SIDES):
        mine = [state[side] for state in states]
        chances = opens(mine)
        hands = [OPEN if happened[at, side] else CLOSED for at in range(len(mine))]
        yield CaseWay(
            case.case.name,
            who,
            case.sender(who).name,
            tuple(
                CasePoint(
                    names_of[at],
                    _month(names_of[at], 0),
                    mine[at],
                    hands[at],
                    chances[at],
                    "as the engine had it.",
                    at == 0 or hands[at] != hands[at - 1],
                )
                for at in range(len(mine))
            ),
        )


def rows(made: Iterable[Period]) -> list[dict[str, Any]]:
    """Return periods as plain data."""
    return [
        {
            "case": one.case,
            "sender": one.sender,
            "period": f"{one.first}..{one.last}",
            "recorded": one.recorded,
            "p_open": round(one.p_open, 4),
            "predicted": one.predicted,
            "agrees": one.agrees,
            "always_closed_agrees": one.recorded == CLOSED if one.counted else None,
            "coded": "by hand" if one.coded else "from the replay",
        }
        for one in made
    ]


def agreement(made: Iterable[Period]) -> dict[str, int]:
    """Return in how many of the periods counted the rule, and always closed, agree."""
    counted = [one for one in made if one.counted]
    return {
        "of": len(counted),
        "rule": sum(bool(one.agrees) for one in counted),
        "always_closed": sum(one.recorded == CLOSED for one in counted),
        "always_open": sum(one.recorded == OPEN for one in counted),
    }
