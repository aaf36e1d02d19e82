"""The road not taken: what lay within a side's reach while the war went on, when talking was first
safe for it, and the quarter that lost it.

*Within reach* is said only of what can be shown, and the score promised is that of the war really
played on so. Either the enemy had tabled the package and talks sat: then the quarter is played
again with that signature and nothing else changed, or, where the other orders left too little for
it, with what stood and the signature. Or a machine would have signed it by its own log, in which it
wrote, quarter by quarter and sealed, what it would sign for (``players.floor``): a package is
signed a quarter after it is tabled, so two quarters are played again, one with the package tabled
and one with the machine's signature, if that still fits what it wrote. What one's own table said of
the package stands beside it: it cannot know the fire of the quarter to come, nor the enemy's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

import numpy as np

from game.engine.board import HANOI, ISSUES, SETTLED, SIDES, WASHINGTON, Floats, Ints
from game.engine.dossier import Dossier
from game.engine.orders import NO_TERMS, Orders, join
from game.engine.score import score
from game.engine.sight import sight_of
from game.engine.view import view
from game.engine.world import World, take
from game.players.doctrines import doctrine
from game.players.floor import FLOOR, WORTH, worth_of
from game.record import Game
from game.record.history import GameHistory
from game.study.debrief.acts import PlayedQuarter, quarters_of
from game.study.debrief.otherwise import otherwise
from game.study.debrief.points import QuarterPoints
from game.study.debrief.standing import own_score, signed_points, signings
from game.study.debrief.war import First

TABLED, LOGGED = "tabled", "logged"
BETTER: Final = 0.5  # points by which another end is called better than one's own
LOSES: Final = 2.0  # points; a quarter that lost less did not lose a war. Calibrated by hand
TRIED: Final = 6  # packages of one quarter's log that are played out, the best first
EVERY: Final = np.stack(np.meshgrid(*[np.arange(4)] * len(ISSUES), indexing="ij"), axis=-1).reshape(
    -1, len(ISSUES)
)
"""(4**I, I) every package there is."""
GAUGES: Final = {
    "collapse of Saigon": ("stability", "Saigon's stability", WASHINGTON),
    "collapse of American consent": ("approval", "approval at home", WASHINGTON),
    "collapse of the North's power to go on": ("cohesion", "the unity of the Politburo", HANOI),
}
"""Of each collapse, the field that gave way, its name, and whose it is."""


@dataclass(frozen=True)
class Signable:
    """A package that could have been signed: positions, by whose word (``tabled`` by the enemy, or
    ``logged`` by a machine that would have signed it), and what the war would have scored for the
    side, points. ``quarter`` at ``place`` is the one to go back to, in which one would have signed
    or tabled, and ``signed`` that of the signature; ``shown`` is what the side's own table said of
    it as that one opened; ``spared`` says that the purse bore it with nothing new ordered."""

    place: int
    quarter: str
    positions: tuple[int, ...]
    by: str
    score: float
    signed: str
    shown: float
    spared: bool = False


@dataclass(frozen=True)
class Lost:
    """The quarter that cost most: ``points`` by which the side's score moved in it, the same as
    ``points.QuarterPoints`` says, ``shown`` that by which the score it was shown did, part of it an
    estimate, and ``did``, what the side did. Where a collapse ended the war,
    ``gauge`` names what gave way and ``fell`` by how many hundredths it fell in that quarter."""

    place: int
    quarter: str
    points: float
    shown: float
    did: str
    gauge: str = ""
    fell: float = 0.0


@dataclass(frozen=True)
class UntakenRoad:
    """What was not taken. ``best`` is the best package within reach before the war's own end, None
    where there was none; ``tabled`` the best of those that the enemy had tabled, with which no
    secret is told; ``safe`` the place and quarter in which talking was first safe, None if never;
    ``final`` the side's own score."""

    final: float
    best: Signable | None
    tabled: Signable | None
    safe: tuple[int, str] | None
    lost: Lost | None

    @property
    def better(self) -> bool:
        """Whether the best within reach was better than what came."""
        return self.best is not None and self.best.score > self.final + BETTER

    @property
    def decided(self) -> int:
        """The place of the quarter that decided it: of the better end that was let go, else of the
        one that lost it, else of the first safe one, else of the first."""
        if self.best is not None and self.better:
            return self.best.place
        if self.lost is not None:
            return self.lost.place
        return self.safe[0] if self.safe else 0


def road(game: Game, side: int, first: First, turns: tuple[QuarterPoints, ...]) -> UntakenRoad:
    """Return the road not taken by ``side`` in a war that is over; ``first`` is the side's."""
    past = game.past
    war = quarters_of(past)
    settled = int(past.world.ended[0]) == SETTLED
    until = war[:-1] if settled else war  # the signature itself is the road that was taken
    tabled = [one for one in signable(past, side) if one.place < len(until)]
    every = [*tabled, *_by_log(game, side, until)]
    names = [played.name for played in war]
    return UntakenRoad(
        final=float(score(past.world, past.tables)[0, side]),
        best=_best(every),
        tabled=_best(tabled),
        safe=(names.index(first.quarter), first.quarter) if first.quarter in names else None,
        lost=_lost(game, side, turns),
    )


def _best(found: list[Signable]) -> Signable | None:
    return max(found, key=lambda one: one.score, default=None)


def signable(past: GameHistory, side: int) -> tuple[Signable, ...]:
    """Return what signing the enemy's package would have come to in every quarter in which the
    rules would have taken the signature."""
    found = []
    for played in quarters_of(past):
        theirs = played.opening.tabled[0, 1 - side]
        if theirs[0] == NO_TERMS or played.opening.talking[0] == 0:
            continue
        tries = [_signing(played.orders, side), _signing(_as_stood(past, played, side), side)]
        closing = otherwise(past, played, tries)
        works = np.flatnonzero(closing.ended == SETTLED)
        if len(works):
            positions, which = tuple(map(int, theirs)), int(works[0])
            found.append(
                Signable(
                    played.place,
                    played.name,
                    positions,
                    TABLED,
                    float(score(closing, past.tables)[which, side]),
                    played.name,
                    signings(then(past, side, played.place), theirs[None])[0].total,
                    which > 0,
                )
            )
    return tuple(found)


def _as_stood(past: GameHistory, played: PlayedQuarter, side: int) -> Orders:
    """Return the quarter's orders with nothing new ordered by ``side``."""
    both = [past.dossiers[each].orders[played.place] for each in (WASHINGTON, HANOI)]
    both[side] = past.until(played.name).standing(side)
    return join(*both)


def _signing(orders: Orders, side: int) -> Orders:
    accept = np.zeros_like(orders.accept)
    accept[:, side] = 1
    return replace(orders, accept=accept)


# What a machine would have signed, by its own log


def _by_log(game: Game, side: int, war: tuple[PlayedQuarter, ...]) -> Iterator[Signable]:
    enemy = 1 - side
    logged = {
        entry.quarter: entry.data
        for entry in game.entries
        if entry.side == SIDES[enemy] and FLOOR in entry.data
    }
    for before, played in pairwise(war):
        if played.opening.talking[0] > 0 and played.name in logged:
            found = _signed_for(game.past, (before, played), side, logged[played.name])
            if found is not None:
                yield found


def _signed_for(
    past: GameHistory,
    quarters: tuple[PlayedQuarter, PlayedQuarter],
    side: int,
    data: dict[str, Any],
) -> Signable | None:
    """Return the best package for ``side`` that, tabled in the first of two ``quarters``, its enemy
    would have signed in the second by what it wrote then."""
    (before, played), enemy = quarters, 1 - side
    papers = then(past, enemy, played.place)
    fits = EVERY[willing(papers, EVERY, data)]
    if not len(fits):
        return None
    fits = fits[np.argsort(-_rough(past, played.opening, fits, side), kind="stable")[:TRIED]]
    tabled = otherwise(past, before, [_tabling(before.orders, side, row) for row in fits])
    best: Signable | None = None
    for place, row in enumerate(fits):
        opening = take(tabled, np.array([place]))
        there = replace(papers, views=(*papers.views[:-1], view(opening, enemy, papers.tables)))
        if not opening.running[0] or (opening.tabled[0, side] != row).any():
            continue
        if opening.talking[0] == 0 or not willing(there, row[None], data)[0]:
            continue
        closing = otherwise(
            past, replace(played, opening=opening), [_signing(played.orders, enemy)]
        )
        points = float(score(closing, past.tables)[0, side])
        if int(closing.ended[0]) == SETTLED and (best is None or points > best.score):
            shown = signings(then(past, side, before.place), row[None], by_us=False)[0].total
            best = Signable(
                before.place, before.name, tuple(map(int, row)), LOGGED, points, played.name, shown
            )
    return best


def _tabling(orders: Orders, side: int, package: Ints) -> Orders:
    terms = orders.terms.copy()
    terms[:, side] = package
    return replace(orders, terms=terms)


def willing(dossier: Dossier, packages: Ints, data: dict[str, Any]) -> np.ndarray[Any, Any]:
    """Return (N,) which ``packages`` (N, I) the side of ``dossier`` would have signed by what it
    logged: worth no less to it than its floor and, where it searched, than what it chose."""
    fits = worth_of(sight_of(dossier), packages) >= float(data[FLOOR])
    if WORTH in data:
        tasted = doctrine(dossier.side, str(data["by"])).tasted(signed_points(dossier, packages))
        fits = fits & (tasted >= float(data[WORTH]))
    return np.asarray(fits)


def then(past: GameHistory, side: int, place: int) -> Dossier:
    """Return a side's dossier as it was when the quarter at ``place`` opened."""
    whole = past.dossiers[side]
    cut = replace(
        whole,
        views=whole.views[: place + 1],
        reports=whole.reports[:place],
        orders=whole.orders[:place],
    )
    return replace(cut, tables=whole.tables_at(place))


def _rough(past: GameHistory, opening: World, packages: Ints, side: int) -> Floats:
    """Return (N,) what each package would score for a side, were it signed as the quarter opens."""
    worlds = take(opening, np.zeros(len(packages), dtype=np.int64))
    worlds = worlds.with_(ended=np.full(len(packages), SETTLED), settlement=packages)
    return np.asarray(score(worlds, past.tables)[:, side])


# The quarter that lost it


def _lost(game: Game, side: int, turns: tuple[QuarterPoints, ...]) -> Lost | None:
    """Return the quarter in which the score fell most; None where it fell much in none. Where a
    collapse of the side ended the war, that in which what gave way fell most."""
    past, known = game.past, GAUGES.get(game.ending)
    won = [turn.won[side] for turn in turns]
    if known is not None and known[2] == side:
        falls = [
            float(getattr(after, known[0])[0] - getattr(before, known[0])[0])
            for before, after in zip(past.worlds, past.worlds[1:], strict=False)
        ]
        place = int(np.argmin(falls))
        if falls[place] < 0:
            return _lost_at(past, side, turns[place], known[1], -100 * falls[place])
    place = int(np.argmin(won)) if won else 0
    return None if not won or won[place] > -LOSES else _lost_at(past, side, turns[place])


def _lost_at(
    past: GameHistory, side: int, turn: QuarterPoints, gauge: str = "", fell: float = 0.0
) -> Lost:
    shown = seen_falls(past, side)[turn.place]
    return Lost(turn.place, turn.quarter, turn.won[side], shown, turn.did[side], gauge, fell)


def seen_falls(past: GameHistory, side: int) -> list[float]:
    """Return by how many points the score that ``side`` was shown moved in each quarter; the last
    one's leads to the score of the war."""
    shown = [own_score(then(past, side, place)) for place in range(len(past.rows))]
    shown.append(float(score(past.world, past.tables)[0, side]))
    return [after - before for before, after in pairwise(shown)]
