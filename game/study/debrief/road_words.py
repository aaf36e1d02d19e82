"""The road not taken in words: for a war's end, in the window, at the terminal, in the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.record import Game
from game.study.debrief.points import QuarterPoints, points
from game.study.debrief.road import LOGGED, Lost, Signable, UntakenRoad, road
from game.study.debrief.war import First
from game.words import plain

ALIKE: Final = 0.5  # points; scores nearer than this are called alike: ``road.BETTER``
SEEN: Final = 0.05  # points; less is not printed
SAFE_AND_DEAR: Final = (
    " Talking was first safe in it too: safe says that an open hand gives no weakness away, not "
    "that a quarter is cheap."
)
NO_PACKAGE: Final = (
    "No package lay within reach before the end: none that could have been signed "
    "was tabled, and no log says that one would have been."
)
DECIDED: Final = "the quarter that decided it"
NO_BETTER: Final = "Nothing within reach before the end would have been better than what came."
COST_MOST: Final = "the quarter that cost most"
NO_QUARTER: Final = "No single quarter lost it: little was lost in any of them."


@dataclass(frozen=True)
class RoadQuarter:
    """A quarter of the road. ``kind``: ``safe``, ``best`` or ``lost``; ``positions`` of a package,
    empty where it is none."""

    kind: str
    place: int
    quarter: str
    title: str
    text: str
    positions: tuple[int, ...] = ()


@dataclass(frozen=True)
class RoadTold:
    """The road of one side in the order of the war, what else there is to say, and which quarter
    ``decided`` it, by its place, and ``why`` that one. A war that was not lost, and had no better
    end within reach, was decided by none: then the quarter is the one that cost most."""

    ways: tuple[RoadQuarter, ...]
    said: str
    decided: int
    why: str


def road_told(
    game: Game, side: int, first: First, turns: tuple[QuarterPoints, ...], worse: bool
) -> RoadTold:
    """Return the road that ``side`` did not take; ``worse`` says that it did worse than what its
    score stands beside."""
    found = road(game, side, first, turns)
    name = plain.SIDE_NAMES[side]
    ways = [*_safe(found, first, name), *_within_reach(found, side), *_lost(found, name, worse)]
    said = [f"Talking was never safe for {name} in this war."] if found.safe is None else []
    if found.best is None:
        said.append(NO_PACKAGE)
    elif not found.better:
        said.append(NO_BETTER)
    said += [NO_QUARTER] if found.lost is None and worse and not found.better else []
    why = (
        DECIDED
        if found.better or (found.lost and _lost_it(found.lost, worse))
        else COST_MOST
        if found.lost
        else "when talking was first safe"
        if found.safe
        else "the first quarter"
    )
    return RoadTold(
        tuple(sorted(ways, key=lambda one: one.place)), " ".join(said), found.decided, why
    )


def terms_alone(game: Game, side: int, first: First, turns: tuple[QuarterPoints, ...]) -> RoadTold:
    """Return the road while the rule is kept hidden: the best that was tabled with its terms, and
    nothing else."""
    one = road(game, side, first, turns).tabled
    if one is None:
        said = f"Nothing was tabled that {plain.SIDE_NAMES[side]} could have signed."
        return RoadTold((), said, -1, "")
    way = RoadQuarter(
        "best",
        one.place,
        one.quarter,
        "What lay on the table",
        "The other side's package, which could have been signed.",
        one.positions,
    )
    return RoadTold((way,), "", -1, "")


def _safe(found: UntakenRoad, first: First, name: str) -> Iterator[RoadQuarter]:
    if found.safe is not None:
        place, quarter = found.safe
        yield RoadQuarter(
            "safe", place, quarter, "Talking was first safe", f"That quarter {name} {first.did}."
        )


def _within_reach(found: UntakenRoad, side: int) -> Iterator[RoadQuarter]:
    one = found.best
    if one is not None and found.better:
        title = f"It could have ended at {one.score:.0f}"
        more = f"{one.score - found.final:.0f} more than what came."
        text = f"{_whose(one, plain.SIDE_NAMES[1 - side])} {more}{_table(one)}{_is_it(True)}"
        yield RoadQuarter("best", one.place, one.quarter, title, text, one.positions)


def _whose(one: Signable, enemy: str) -> str:
    if one.by == LOGGED:
        return (
            f"Tabled then, by its own log {enemy} would have signed this in "
            f"{plain.quarter_words(one.signed)}."
        )
    spared = ", and with nothing new ordered we could have signed it" if one.spared else ""
    return f"{enemy} had tabled this{spared}."


def _table(one: Signable) -> str:
    """Return what the table said of it then, where that was another score."""
    if round(one.shown) == round(one.score):
        return ""
    return (
        f" The table showed {one.shown:.0f} that quarter: it could not know how much would be "
        "bombed and fought before the signature, which moves what a signature is worth."
    )


def _is_it(decided: bool) -> str:
    return f" This is {DECIDED}." if decided else ""


def _lost_it(lost: Lost, worse: bool) -> bool:
    """Return whether a war was lost in that quarter: the side collapsed, or ended worse than what
    its score stands beside."""
    return worse or bool(lost.gauge)


def _lost(found: UntakenRoad, name: str, worse: bool) -> Iterator[RoadQuarter]:
    lost = found.lost
    if lost is not None:
        loser = not found.better and _lost_it(lost, worse)
        title = "The quarter that lost it" if loser else plain.capital(COST_MOST)
        what = (
            f"{plain.capital(lost.gauge)} fell by {lost.fell:.0f}." if lost.gauge else _fell(lost)
        )
        same = SAFE_AND_DEAR if found.safe and found.safe[0] == lost.place else ""
        yield RoadQuarter(
            "lost",
            lost.place,
            lost.quarter,
            title,
            f"{name} {lost.did}. {what}{same}{_is_it(loser)}",
        )


def _fell(lost: Lost) -> str:
    """Return by how much the score fell as the books have it, and as the side was shown it."""
    said = f"Its score fell by {-lost.points:.1f}"
    if points(lost.points) == points(lost.shown):
        return f"{said}."
    seen = (
        f"fell by {-lost.shown:.1f}"
        if lost.shown < -SEEN
        else f"rose by {lost.shown:.1f}"
        if lost.shown > SEEN
        else "stayed as it was"
    )
    return f"{said}; the one it was shown, part estimate, {seen}."
