"""Points won and lost, quarter by quarter: what the war would have scored, had it stopped there.

The score of a quarter is the engine's own (``engine.score``) of the world it left behind, so what
was won in a quarter is a difference of two scores, and all of them add up to the last score less
the first. An unsettled war is worth a share (``unsettled``) of the terms within reach, so most of a
settlement's points fall into the quarter of the signature.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats
from game.engine.score import scored
from game.record.history import GameHistory
from game.study.debrief.acts import quarters_of
from game.study.debrief.rule import together
from game.study.debrief.words import NAMES, did

MOST: Final = 3  # quarters a side named as those in which its score moved most
SIXTH: Final = 6
LEAST: Final = 0.5  # points; less is no move
Pair = tuple[float, float]


@dataclass(frozen=True)
class QuarterPoints:
    """One quarter's points, pairs of Washington's and Hanoi's: ``total`` 0..100 as it ended,
    ``won`` since the quarter before (lost where negative) and its two parts, and what each did."""

    quarter: str
    place: int
    total: Pair
    won: Pair
    aims: Pair
    people: Pair
    did: tuple[str, str]


def turns(past: GameHistory) -> tuple[QuarterPoints, ...]:
    """Return the points of every quarter of a war that is over, in order."""
    war = quarters_of(past)
    if not war:
        return ()
    made = scored(together(past.worlds), past.tables)
    before = [_pair(values, 0) for values in (made.total, made.aims, made.people)]
    found = []
    for played in war:
        after = [_pair(values, played.place + 1) for values in (made.total, made.aims, made.people)]
        won, aims, people = (_less(now, then) for now, then in zip(after, before, strict=True))
        found.append(
            QuarterPoints(
                played.name,
                played.place,
                after[0],
                won,
                aims,
                people,
                (did(played, WASHINGTON), did(played, HANOI)),
            )
        )
        before = after
    return tuple(found)


def _pair(values: Floats, place: int) -> Pair:
    return float(values[place, WASHINGTON]), float(values[place, HANOI])


def _less(now: Pair, then: Pair) -> Pair:
    return now[0] - then[0], now[1] - then[1]


def loudest(every: tuple[QuarterPoints, ...]) -> tuple[QuarterPoints, ...]:
    """Return the quarters in which the scores moved most, in order: for each side those in which it
    won or lost most. Which one decided the war, the road not taken says alone (``road``)."""
    chosen = set()
    for side in (WASHINGTON, HANOI):
        loud = [turn for turn in every if abs(turn.won[side]) >= LEAST]
        loud.sort(key=lambda turn: -abs(turn.won[side]))
        chosen |= {turn.place for turn in loud[: most_of(len(every))]}
    return tuple(turn for turn in every if turn.place in chosen)


def most_of(count: int) -> int:
    """Return how many quarters of a side are named as its largest moves, in a war of ``count``: a
    sixth of them, so that both sides' together are no more than a third."""
    return min(MOST, max(1, count // SIXTH))


def points(value: float) -> str:
    """Return points won or lost, such as ``+11.3`` or ``-0.4``."""
    return f"{value:+.1f}" if abs(value) >= 0.05 else "0.0"


def why(turn: QuarterPoints, side: int) -> str:
    """Return what a side's points of a quarter were made of, in a sentence."""
    name = NAMES[SIDES[side]]
    verb = "won" if turn.won[side] >= 0 else "lost"
    return (
        f"{name} {verb} {abs(turn.won[side]):.1f} points (aims {points(turn.aims[side])}, "
        f"people {points(turn.people[side])}): it {turn.did[side]}."
    )
