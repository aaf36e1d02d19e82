"""A war that is over as one side's trail: quarter by quarter what its feats are read from.

Everything opens the hidden side of the world, so it is for wars that have ended.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.board import HANOI, PARIS, SETTLED, SIDES, Ints
from game.engine.orders import NO_TERMS
from game.engine.rules.worth import emphases
from game.record import Game
from game.study.debrief.acts import FULL, PlayedQuarter, quarters_of
from game.study.debrief.road import Signable, signable
from game.study.debrief.text import Opened

Package = tuple[int, ...]
Both = tuple[bool, bool]


@dataclass(frozen=True)
class TrailStep:
    """One quarter. ``open`` and ``climbed`` (escalated in full) of the side and of its enemy;
    ``safe``: whether talking was safe for the side by the rule; ``tough``: whether the enemy was
    resilient; ``own``: the side's package as the quarter closed, None before there is one;
    ``secret``: it spoke through a channel that is not public; ``leaked``: a channel leaked."""

    open: Both
    climbed: Both
    safe: bool
    tough: bool
    own: Package | None = None
    secret: bool = False
    leaked: bool = False


@dataclass(frozen=True)
class Trail:
    """A whole war of one side.

    ``signable``: what signing the enemy's package would have come to, quarter by quarter where it
    was possible. ``settlement`` is None where nothing was signed; ``signed_theirs`` says that it
    was the enemy's package. ``scores`` and ``marks`` are the side's and its enemy's, points.
    ``fire``: how far each talked under fire at the end, 0..1. ``wanted``: the issue that the enemy
    cared for most, by what it kept to itself; ``nearer`` by how many steps the settlement lies
    nearer to it there than Paris did. ``left``: quarters between the end and the record's own.
    ``forecasts``, ``brier`` and ``base``: the person's, and what the base rate would have scored.
    """

    steps: tuple[TrailStep, ...]
    signable: tuple[Signable, ...] = ()
    settlement: Package | None = None
    signed_theirs: bool = False
    scores: tuple[float, float] = (0.0, 0.0)
    marks: tuple[float, float] = (0.0, 0.0)
    fire: tuple[float, float] = (0.0, 0.0)
    wanted: int = 0
    nearer: int = 0
    left: int = 0
    forecasts: int = 0
    brier: float = 1.0
    base: float = 0.0


def trail(told: Opened, side: int) -> Trail:
    """Return the trail of ``side`` through a war that is over."""
    game, past, enemy = told.game, told.game.past, 1 - side
    war, end = quarters_of(past), past.world
    places = tuple(int(place) for place in end.settlement[0])
    settled = int(end.ended[0]) == SETTLED
    wanted = int(np.argmax(emphases(end, past.tables)[0, enemy]))
    toward = 1 if enemy == HANOI else -1
    mine = next(
        (
            one
            for one in told.calibrations
            if one.side == SIDES[side] and one.by == game.seat(side).name
        ),
        None,
    )
    theirs = _package(past.worlds[-2].tabled[0, enemy]) if war else None
    return Trail(
        steps=tuple(_step(told, played, side) for played in war),
        signable=signable(past, side),
        settlement=places if settled else None,
        signed_theirs=settled and places == theirs and bool(war[-1].orders.accept[0, side]),
        scores=(told.scores[side].total, told.scores[enemy].total),
        marks=(told.history[side].total, told.history[enemy].total),
        fire=(float(end.duress[0, side]), float(end.duress[0, enemy])),
        wanted=wanted,
        nearer=toward * (places[wanted] - PARIS[wanted]) if settled else 0,
        left=_left(game),
        forecasts=mine.count if mine else 0,
        brier=mine.brier if mine else 1.0,
        base=mine.always_base if mine else 0.0,
    )


def _step(told: Opened, played: PlayedQuarter, side: int) -> TrailStep:
    enemy, orders, closing = 1 - side, played.orders, played.closing
    posture = orders.open[0]
    return TrailStep(
        open=(bool(posture[side]), bool(posture[enemy])),
        climbed=(
            bool(closing.escalation[0, side] >= FULL),
            bool(closing.escalation[0, enemy] >= FULL),
        ),
        safe=told.debrief.course[played.place][side].safe,
        tough=bool(played.opening.resilience[0, enemy] == 1),
        own=_package(closing.tabled[0, side]),
        secret=bool(orders.channel[0, side] > 0),
        leaked=bool((closing.burnt[0] > played.opening.burnt[0]).any()),
    )


def _package(row: Ints) -> Package | None:
    return None if int(row[0]) == NO_TERMS else tuple(int(place) for place in row)


def _left(game: Game) -> int:
    """Return how many quarters before the record's end, or the campaign's, the war ended."""
    campaign = game.campaign
    own = campaign.scenario.history if campaign.scenario else None
    history = own or campaign.file.history
    last = (
        campaign.quarters
        if history is None
        else min(campaign.index(history.ended) + 1, campaign.quarters)
    )
    return last - game.quarter
