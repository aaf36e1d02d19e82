"""The debrief: a war that is over, opened. Why each side did what it did, by the hidden rule.

First one sentence a side: when talking was first safe for it, what made it so, and what it did that
quarter. Then one entry for every overture made, answered or refused, every demonstration and every
escalation. Everything here is plain data; numbers are the engine's own.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np

from game.engine.board import SIDES
from game.engine.world import World
from game.problems import Problem
from game.record import Game
from game.record.facilitator_uses import timed_out
from game.record.history import GameHistory
from game.study.debrief import words
from game.study.debrief.acts import (
    OPENNESS,
    Act,
    PlayedQuarter,
    acts_of,
    fate,
    other_posture,
    quarters_of,
    withheld,
)
from game.study.debrief.otherwise import otherwise
from game.study.debrief.rule import RuleReading, drivers, needed, readings, together
from game.study.debrief.told import QuarterTold, told

CLOSED_BOOK: Final = "The debrief opens when the war is over."
Pair = tuple[float, float]


@dataclass(frozen=True)
class Followed:
    """What the enemy did in the next quarter; ``escalation`` is how far it went, 0, a third or 1.
    ``quarter`` is empty if none followed."""

    quarter: str
    escalation: float
    posture: str
    talks: bool


@dataclass(frozen=True)
class ActEntry:
    """One act. Pairs are before and after the quarter: ``belief`` the enemy's that the side is
    resilient, ``dove`` that it is a dove.

    ``hand`` is the posture that the rule reads here: the side's own, or for an escalation the one
    that the enemy had shown. ``now``, ``earlier`` and ``later`` are readings of the quarter, of the
    one before, and of the next had the act been held back, in the direction of that hand.
    ``chance``: what the rule gave to such an act. ``expected``: P(escalate) of whoever answers.
    ``otherwise``: belief and dove after the quarter with the other posture.
    """

    quarter: str
    side: str
    kind: str
    done: str
    resilience: str
    nerve: str
    hand: str
    belief: Pair
    dove: Pair
    told: QuarterTold
    branch: str
    chance: float
    expected: float
    now: RuleReading
    earlier: RuleReading | None
    later: RuleReading
    otherwise: Pair | None
    fate: str
    fate_quarter: str
    followed: Followed
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class First:
    """When talking was first safe for a side. ``reading`` is of that quarter, of the one in which
    the rule came nearest if it never was. ``drivers``: by what changed since the war began, the
    log-odds of opening lost without it. ``needs``: belief and cost that would have been enough.
    ``nearest``: whether one quarter came nearer than every other, by a hundredth or more."""

    side: str
    quarter: str
    reading: RuleReading
    start: RuleReading
    drivers: dict[str, float]
    needs: tuple[float | None, float | None]
    did: str
    sentence: str = ""
    nearest: bool = True


@dataclass(frozen=True)
class OpenedWar:
    """A war opened. ``course`` has both directions' readings, one a quarter and one of the end."""

    campaign: str
    ending: str
    quarters: tuple[str, ...]
    first: tuple[First, First]
    entries: tuple[ActEntry, ...]
    course: tuple[tuple[RuleReading, RuleReading], ...]


def opened(game: Game) -> OpenedWar:
    """Return the debrief of a war that is over; Problem while it goes on."""
    if not game.over:
        raise Problem(CLOSED_BOOK)
    past = game.past
    war = quarters_of(past)
    names = (*(played.name for played in war), past.quarter_name)
    course = readings(together(past.worlds), names, past.tables)
    entries = [entry for played in war for entry in _entries(past, war, played, course)]
    return OpenedWar(
        campaign=game.campaign.title,
        ending=game.ending,
        quarters=names[:-1],
        first=(_first(game, war, course, 0), _first(game, war, course, 1)),
        entries=tuple(entries),
        course=tuple(course),
    )


def plain(debrief: OpenedWar) -> dict[str, Any]:
    """Return the debrief as dictionaries, lists, texts and numbers."""
    return asdict(debrief)


# Entries

Course = list[tuple[RuleReading, RuleReading]]


def _entries(
    past: GameHistory, war: tuple[PlayedQuarter, ...], played: PlayedQuarter, course: Course
) -> list[ActEntry]:
    acts = list(acts_of(played))
    if not acts:
        return []
    variants = [orders for act in acts for orders in (withheld(act), other_posture(act))]
    worlds = otherwise(past, played, variants)
    after = readings(worlds, [_next(past, played)] * len(variants), past.tables)
    made = []
    for number, act in enumerate(acts):
        later = after[2 * number][_direction(act)]
        entry = _entry(past, war, act, course, later, (worlds, 2 * number + 1))
        made.append(replace(entry, sentences=words.sentences(entry)))
    return made


def _next(past: GameHistory, played: PlayedQuarter) -> str:
    return past.campaign.quarter(past.campaign.index(played.name) + 1)


def _direction(act: Act) -> int:
    """Return whose posture the rule reads: an escalation answers the enemy's."""
    return 1 - act.side if act.kind == "escalation" else act.side


def _entry(
    past: GameHistory,
    war: tuple[PlayedQuarter, ...],
    act: Act,
    course: Course,
    later: RuleReading,
    other: tuple[World, int],
) -> ActEntry:
    side, place, sender = act.side, act.played.place, _direction(act)
    opening, closing = act.played.opening, act.played.closing
    is_open = act.is_open if sender == side else bool(opening.openness[0, sender] >= OPENNESS)
    now = course[place][sender]
    became, when = fate(act, war)
    worlds, variant = other
    return ActEntry(
        quarter=act.played.name,
        side=SIDES[side],
        kind=act.kind,
        done=words.done(act, past.tables),
        resilience="high" if opening.resilience[0, side] else "low",
        nerve="dove" if opening.nerve[0, side] else "hawk",
        hand="open" if is_open else "closed",
        belief=(float(opening.belief_resilient[0, side]), float(closing.belief_resilient[0, side])),
        dove=(float(opening.belief_dove[0, side]), float(closing.belief_dove[0, side])),
        told=told(opening, closing, side, past.tables),
        branch=now.branch,
        chance=_chance(act, now, is_open),
        expected=_expected(act, course, is_open),
        now=now,
        earlier=course[place - 1][sender] if place else None,
        later=later,
        otherwise=None
        if sender != side
        else (
            float(worlds.belief_resilient[variant, side]),
            float(worlds.belief_dove[variant, side]),
        ),
        fate=became,
        fate_quarter=when,
        followed=_followed(war, act),
    )


def _chance(act: Act, now: RuleReading, is_open: bool) -> float:
    """Return what the rule gave to such an act: to the posture shown, or to escalating."""
    if act.kind == "escalation":
        return now.answer(is_open)
    return now.open if is_open else 1.0 - now.open


def _expected(act: Act, course: Course, is_open: bool) -> float:
    """Return P(escalate) of the enemy in the next quarter, after the posture the side showed."""
    hand = act.is_open if act.kind == "escalation" else is_open
    return course[act.played.place + 1][act.side].answer(hand)


def _followed(war: tuple[PlayedQuarter, ...], act: Act) -> Followed:
    place, enemy = act.played.place + 1, 1 - act.side
    if place >= len(war):
        return Followed("", 0.0, "", False)
    later = war[place]
    return Followed(
        later.name,
        float(later.closing.escalation[0, enemy]),
        words.posture(int(later.orders.postures[0, enemy])),
        bool(later.closing.talking[0] > 0),
    )


# When talking was first safe


def _first(game: Game, war: tuple[PlayedQuarter, ...], course: Course, side: int) -> First:
    past = game.past
    chances = [both[side].open_high for both in course[: len(war)]]
    safe = [place for place, both in enumerate(course[: len(war)]) if both[side].safe]
    place = safe[0] if safe else int(np.argmax(chances)) if chances else 0
    world = past.worlds[place]
    name = SIDES[side]
    first = First(
        side=name,
        quarter=course[place][side].quarter if safe else "",
        reading=course[place][side],
        start=course[0][side],
        drivers=drivers(past.worlds[0], world, side, past.tables),
        needs=needed(world, side, past.tables),
        did=_did(game, war[place], side) if place < len(war) else words.UNPLAYED,
        nearest=bool(safe) or _stands_out(chances),
    )
    return replace(first, sentence=words.first_sentence(first))


def _did(game: Game, played: PlayedQuarter, side: int) -> str:
    """Return what a side did in a quarter, or that its time ran out and what stood went on."""
    ran_out = played.name in timed_out(game, side)
    return f"ran out of time: it {words.did(played, side)}" if ran_out else words.did(played, side)


def _stands_out(chances: list[float]) -> bool:
    """Whether the greatest chance is greater than every other to a hundredth."""
    most = sorted(round(chance, 2) for chance in chances)[-2:]
    return len(most) < 2 or most[1] > most[0]
