"""The doctrines: three a side, by the names a historian would give them, with a brief each.

A doctrine is a temper (dispositions of the policy), and for the search an anchor and a taste: how
it weighs aims against people, and how much it minds the worse half of what may come.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.engine.board import HANOI, SIDES, WASHINGTON, Floats
from game.engine.score import AIMS, PEOPLE
from game.players.base import Policy
from game.players.diplomacy import TableTemper
from game.players.hanoi import HanoiPolicy, HanoiTemper
from game.players.washington import WashingtonPolicy, WashingtonTemper


@dataclass(frozen=True)
class Doctrine:
    """A named doctrine of one side.

    ``brief`` is in the voice of the time. ``people``: what a point for own people counts beside a
    point for aims (1 as the score counts them; less: it will fight on for its aims; more: it will
    settle); ``caution``: share of the choice that looks only at the worse half of imagined futures
    (0 the mean, 1 the conditional mean of the worse half; below nought of the better half, which
    is how both sides of a war come to expect to win it).
    """

    name: str
    side: int
    title: str
    brief: str
    temper: WashingtonTemper | HanoiTemper
    people: float = 1.0
    caution: float = 0.0

    def tasted(self, points: Floats) -> Floats:
        """Return (N,) what points for own aims and people (N, 2) are worth to the doctrine, on the
        scale of the score: 100 is everything."""
        full = AIMS + PEOPLE * self.people
        return np.asarray((points[:, 0] + self.people * points[:, 1]) * (AIMS + PEOPLE) / full)

    @property
    def without_taste(self) -> "Doctrine":
        """The same doctrine weighing the score as it is."""
        return replace(self, people=1.0, caution=0.0)

    @property
    def policy(self) -> Policy:
        """The doctrine without search."""
        if isinstance(self.temper, WashingtonTemper):
            return WashingtonPolicy(self.temper)
        return HanoiPolicy(self.temper)


_WASHINGTON: Final = (
    Doctrine(
        "graduated-pressure", WASHINGTON, "Graduated pressure",
        "Each month a little more, so that the other side may stop when it has had enough. Bombs "
        "are messages. The hand stays out; the ante goes up; nothing is done that Peking must "
        "answer.",
        WashingtonTemper(
            bombing=3, line=2, climb=0.5, bombing_at_table=0, trail=3, cambodia=0, ground=2,
            men=500, pace=60, leave_at=0.52, leave=40, men_last=40, hand_over=2,
            open_at=0.0, open_rung=3, replies=1, hawkish=0.5,
            table=TableTemper(ask=0.8, margin=0.02, patience=1.0, secrecy=1),
        ),
    ),
    Doctrine(
        "knockout", WASHINGTON, "The hawks' knockout",
        "Half measures teach the enemy to wait. Hit all the targets at once, close the port, cross "
        "the border, and talk when he asks for terms. The country forgives a short war.",
        WashingtonTemper(
            bombing=5, line=2, climb=3, bombing_at_table=4, trail=4, cambodia=3, ground=2,
            men=550, pace=100, leave_at=0.60, leave=30, men_last=60, hand_over=1,
            open_at=1.0, open_rung=2, replies=1, hawkish=0.2,
            table=TableTemper(ask=1.2, margin=0.06, patience=0.6, secrecy=0),
        ),
        people=0.35, caution=-1.0,
    ),
    Doctrine(
        "exit", WASHINGTON, "The doves' exit",
        "The war cannot be won at a price the country will pay. Hold what is held, train Saigon's "
        "men, stop the bombing, and find the terms on which American boys may come home.",
        WashingtonTemper(
            bombing=1, line=0, climb=1, bombing_at_table=0, trail=2, cambodia=0, ground=1,
            men=150, pace=25, leave_at=0.36, leave=50, men_last=0, hand_over=3,
            open_at=0.0, open_rung=3, replies=1, hawkish=0.7,
            table=TableTemper(ask=0.3, margin=-0.04, patience=1.6, secrecy=1),
        ),
        people=1.6, caution=0.3,
    ),
)  # fmt: skip

_HANOI: Final = (
    Doctrine(
        "protracted-war", HANOI, "Protracted war",
        "Time fights on our side. Keep the forces in being, bleed the enemy where he is strong, "
        "govern where he is weak, and let his people tire of it. Talk when he has nothing to sell.",
        HanoiTemper(
            infiltration=2, force=150, effort=1, main_corps=1, effort_at_table=1,
            prepare_at=0.50, strike_at=0.54, ready=0.95, rest=0.9,
            open_at=0.57, open_after=1, open_rung=2, replies=0, stays=1, home=1, hawkish=0.6,
            table=TableTemper(ask=0.6, margin=0.03, patience=0.5, secrecy=1),
        ),
        people=0.8, caution=-0.2,
    ),
    Doctrine(
        "general-offensive", HANOI, "General offensive, general uprising",
        "The puppet army will break at one great blow and the towns will rise. Mass the divisions, "
        "prepare in silence, strike everywhere on one night. After the blow the enemy will listen.",
        HanoiTemper(
            infiltration=3, force=260, effort=1, main_corps=3, effort_at_table=2,
            prepare_at=0.38, strike_at=0.44, ready=0.90, rest=1.1,
            open_at=1.0, open_after=1, open_rung=3, replies=0, stays=1, home=2, hawkish=0.6,
            table=TableTemper(ask=1.0, margin=0.05, patience=0.7, secrecy=0),
        ),
        people=0.35, caution=-1.0,
    ),
    Doctrine(
        "fight-and-talk", HANOI, "Fight and talk",
        "A conference is a front like any other. Show what can be borne, then sit down, and go on "
        "fighting while the talking lasts; divide the enemy from his ally and his public.",
        HanoiTemper(
            infiltration=3, force=180, effort=1, main_corps=2, effort_at_table=2,
            prepare_at=0.32, strike_at=0.42, ready=0.90, rest=0.8,
            open_at=0.52, open_after=1, open_rung=3, replies=0, stays=1, home=1, hawkish=0.6,
            table=TableTemper(ask=0.5, margin=0.0, patience=1.0, secrecy=1),
        ),
    ),
)  # fmt: skip

DOCTRINES: Final = (_WASHINGTON, _HANOI)
"""By side, each side's standard doctrine first."""


def doctrine(side: int, name: str) -> Doctrine:
    """Return a side's doctrine; KeyError with the names there are."""
    for found in DOCTRINES[side]:
        if found.name == name:
            return found
    names = ", ".join(known.name for known in DOCTRINES[side])
    raise KeyError(f"{SIDES[side]} has no doctrine {name!r}; it has {names}")
