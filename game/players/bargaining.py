"""What both governments' doctrines do at the table: packages, concessions, acceptance.

The first package is the ideal less the steps that cost least for what they give. From then on a
side gives a step at a time: the one worth most to the enemy for what it costs oneself, by what the
enemy's packages have told. It waits between steps, less where the enemy has just given and more
where the enemy is read as weak or has taken something back, and it never gives what is worth less
to it than fighting on. So packages wander along the Pareto front of what a side believes.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from game.engine.board import ISSUES, WASHINGTON, Floats, Ints, Masks
from game.engine.orders import NO_TERMS
from game.engine.rules.worth import FARTHEST, counted, met_by
from game.engine.sight import Sight
from game.players.diplomacy import Number, TableTemper
from game.players.reckoning import (
    calendar_worth,
    chance_kept,
    fighting_worth,
    offered_worth,
    settled_worth,
    tempted,
    weighs,
)

Worths = Callable[[Ints], tuple[Floats, Floats]]

FIRST_STEPS: Final = 6  # steps from the ideal that a first package gives; Calibrated by hand
USUAL_WAIT = 0.0  # quarters between steps beyond what the temper asks; Calibrated by hand
ANSWERED = 1.0  # quarters less after the enemy has given; Calibrated by hand
HARDENED = 2.0  # quarters more after the enemy has taken back; Calibrated by hand
READ = 2.0  # quarters more before an enemy read as weak, less before one read as resilient
LAST_YEAR: Final = 4  # quarters before the end in which nobody waits for long
COST_LEAST, GIVES_LEAST = 0.004, 1e-4  # shares of aims; so that a free step has a finite ratio
CLOSE = 0.14  # shares of aims by which a first package signed may miss one's own; Calibrated
TIRES = 0.04  # the same for each quarter of talks, to eight; Calibrated by hand
LONG_TALKS: Final = 8  # quarters


def ideal_of(side: int) -> int:
    """Return the position that is ideal for ``side`` on every issue."""
    return 0 if side == WASHINGTON else FARTHEST


def package(sight: Sight, temper: TableTemper, speaking: Masks) -> Ints:
    """Return (N, I) the terms to table; none where the side is not speaking or nothing changes."""
    mine = sight.tabled[:, sight.side]
    fresh = mine[:, 0] == NO_TERMS
    since = sight.quarter - sight.tabled_in[:, sight.side]
    moves = speaking & (fresh | ((sight.talking > 0) & (since >= 1)))
    asked = mine.copy()
    rows = np.flatnonzero(moves)
    if len(rows):
        asked[rows] = _moved(sight.taken(rows), _of(temper, rows), fresh[rows])
    there = speaking & (asked[:, 0] != NO_TERMS)
    asked = np.where(there[:, None], taken_as_given(sight, asked), mine)
    news = speaking & (asked != mine).any(axis=1)
    return np.where(news[:, None], asked, NO_TERMS)


def _of(temper: TableTemper, rows: Ints) -> TableTemper:
    """Return the temper of the wars at ``rows``."""
    values = [getattr(temper, name) for name in TableTemper.__dataclass_fields__]
    return TableTemper(*(value[rows] if np.ndim(value) else value for value in values))


def _moved(sight: Sight, temper: TableTemper, fresh: Masks) -> Ints:
    """Return (N, I) the side's packages after what it gives this quarter."""
    base = np.where(fresh[:, None], ideal_of(sight.side), sight.tabled[:, sight.side])
    due = fresh | concedes(sight, temper)
    if not due.any():
        return base
    least = fighting_worth(sight, temper.patience) + np.asarray(temper.margin)
    base = np.where(due[:, None], stepped(sight, base, least), base)
    for _ in range(FIRST_STEPS - 1):
        if not fresh.any():
            break
        base = np.where(fresh[:, None], stepped(sight, base, least), base)
    return base


def concedes(sight: Sight, temper: TableTemper) -> Masks:
    """Return (N,) whether a step is due: after a wait, shorter where the enemy has answered the
    last one or the calendar presses, longer where it is read as weak or has hardened."""
    own, enemy = sight.side, sight.enemy
    since = sight.quarter - sight.tabled_in[:, own]
    answered = sight.tabled_in[:, enemy] >= sight.tabled_in[:, own]
    given = sight.conceded[:, enemy]
    wait = USUAL_WAIT + np.asarray(temper.ask)
    wait = wait - ANSWERED * (answered & (given > 0)) + HARDENED * (answered & (given < 0))
    wait = wait + READ * (tempted(sight) - 0.5)
    wait = np.where(sight.left <= LAST_YEAR, np.minimum(wait, 1.0), wait)
    return np.asarray((sight.talking > 0) & (since >= np.maximum(wait, 1.0)))


def stepped(sight: Sight, base: Ints, least: Floats) -> Ints:
    """Return (N, I) ``base`` with the step given that gives the enemy most for what it costs; as
    it was where every step would cost more than ``least`` allows or give more than is asked."""
    towards = 1 if sight.side == WASHINGTON else -1
    theirs = sight.tabled[:, sight.enemy]
    worths = _worths(sight, chance_kept(sight, base))
    had, gave = worths(base)
    best, chosen = np.full(len(sight), -np.inf), base
    for issue in range(len(ISSUES)):
        tried = base.copy()
        tried[:, issue] += towards
        room = (tried[:, issue] >= 0) & (tried[:, issue] <= FARTHEST)
        wanted = (theirs[:, issue] - tried[:, issue]) * towards >= 0
        room = room & (wanted | (theirs[:, issue] == NO_TERMS))
        tried[:, issue] = np.clip(tried[:, issue], 0, FARTHEST)
        mine, others = worths(tried)
        cost = np.maximum(had - mine, 0.0) + COST_LEAST
        ratio = (others - gave + GIVES_LEAST) / cost
        fits = room & (mine >= least) & (ratio > best)
        best = np.where(fits, ratio, best)
        chosen = np.where(fits[:, None], tried, chosen)
    return chosen


def _worths(sight: Sight, chance: Floats) -> Worths:
    """Return a function from positions (N, I) to their worth to oneself and to the enemy, held to
    hold with ``chance`` (N,)."""
    own, other = weighs(sight, sight.side), weighs(sight, sight.enemy)

    def worths(positions: Ints) -> tuple[Floats, Floats]:
        mine = met_by(sight.side, positions, own, sight.tables)
        theirs = met_by(sight.enemy, positions, other, sight.tables)
        return counted(mine, chance, sight.tables), counted(theirs, chance, sight.tables)

    return worths


def taken_as_given(sight: Sight, asked: Ints) -> Ints:
    """Return (N, I) with every issue on which the enemy already gives more taken as given."""
    theirs = sight.tabled[:, sight.enemy]
    better = np.minimum(asked, theirs) if sight.side == WASHINGTON else np.maximum(asked, theirs)
    return np.where(theirs == NO_TERMS, asked, better)


def accepts(sight: Sight, temper: TableTemper) -> Ints:
    """Return (N,) 1 where the package on the table beats fighting on by the margin, and is as good
    as what the side itself would still ask, less what impatience gives away."""
    there = (sight.talking > 0) & (sight.tabled[:, sight.enemy, 0] != NO_TERMS)
    if not there.any():  # most quarters of most wars: nothing to be weighed
        return np.zeros(len(sight), dtype=np.int64)
    offered = offered_worth(sight)
    worth_it = offered >= fighting_worth(sight, temper.patience) + temper.margin
    worth_it = worth_it & (offered > calendar_worth(sight))
    worth_it = worth_it & (offered >= least_signed(sight, temper.patience))
    return (worth_it & there).astype(np.int64)


def least_signed(sight: Sight, patience: Number) -> Floats:
    """Return the least worth a side signs beside what it asks itself: it gives way a little for
    every quarter of talks, and in full as the calendar runs out."""
    mine = sight.tabled[:, sight.side]
    asked = np.where(mine == NO_TERMS, ideal_of(sight.side), mine)
    asks = settled_worth(sight, asked)
    ending = np.clip(1.0 - (sight.left - 1) / LAST_YEAR, 0.0, 1.0)
    tired = TIRES * np.minimum(sight.talking, LONG_TALKS) * np.asarray(patience)
    return np.asarray(asks - (CLOSE + tired + ending))
