"""The end of a war as it is shown first, and the record of one's wars, as plain data."""

from dataclasses import dataclass

from game.desk.models.parts import Fact
from game.words.dead import Toll


@dataclass(frozen=True)
class Waypoint:
    """A quarter of the road not taken. ``kind``: ``safe``, ``best`` or ``lost``; ``terms`` the
    package, issue by issue, where it is one."""

    kind: str
    place: int
    when: str
    title: str
    text: str
    terms: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class EndRoad:
    """The road that one government did not take, in the order of the war; ``said`` stands where
    there is no waypoint, or beside those there are."""

    government: str
    mark: str
    points: tuple[Waypoint, ...]
    said: str = ""


@dataclass(frozen=True)
class Onward:
    """A way on from the end. ``id``: ``back``, ``chair``, ``next``, ``harder``, or of a chair that
    ``next`` can be played in; ``chairs`` are those to choose from."""

    id: str
    title: str
    note: str
    enabled: bool = True
    why_not: str = ""
    chairs: tuple["Onward", ...] = ()


@dataclass(frozen=True)
class FeatRow:
    """A feat: how it is done (empty where that would give the rule away), how often it was, and
    whether this war did it."""

    title: str
    text: str
    times: int
    fresh: bool = False


@dataclass(frozen=True)
class BestRow:
    """The best war of a side, scenario and level, and beside it what the score was laid beside."""

    campaign: str
    government: str
    level: str
    score: float
    mark: float
    ending: str
    wars: int


@dataclass(frozen=True)
class WarsPage:
    """The record of one's wars; ``said`` is what there is to say of its file."""

    count: int
    best: tuple[BestRow, ...]
    feats: tuple[FeatRow, ...]
    said: str = ""


@dataclass(frozen=True)
class End:
    """The end as it is shown first: verdict, terms, the road not taken, scores; then the way on.

    ``over`` names the war; ``quarters`` is how many it had, ``decided`` the place of the one that
    decided it, -1 where that may not be said, and ``why`` it is that one. ``best``: one's best of
    this side, scenario and level before it; ``feats`` those this war did; ``counts`` why it counts
    for no record, empty where it does; ``told`` what is to be said of the record's file; ``hidden``
    that the rule is kept hidden; ``picture`` the name of the window's picture; ``followed`` what
    followed from what in a first game, in place of the road.
    """

    over: str
    title: str
    sentences: tuple[str, ...]
    verdict: str
    roads: tuple[EndRoad, ...]
    quarters: int
    decided: int
    why: str
    best: str
    feats: tuple[FeatRow, ...]
    counts: str
    told: str
    dead: tuple[str, ...]
    tolls: tuple[Toll, ...]
    onward: tuple[Onward, ...] = ()
    hidden: str = ""
    picture: str = "chairs"
    followed: tuple[Fact, ...] = ()
