"""How an adviser's ranges have held so far, by what its own side has been told since.

Two of the five questions answer themselves within a quarter: one's own dead are reported exactly,
and what the enemy did is seen, exactly where it is American strength and by a later estimate where
it is men down the trail. The other three stay open until the war is over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from game.engine.board import WASHINGTON
from game.engine.dossier import Dossier

ANSWERED: Final = ("cost", "next")
"""Questions whose answers a side is told."""


class Ranged(Protocol):
    """An answer with a range."""

    @property
    def question(self) -> str:
        """Which question it answers."""

    @property
    def low(self) -> float:
        """The range's low end."""

    @property
    def high(self) -> float:
        """The range's high end."""


class Answers(Protocol):
    """What an adviser said in a quarter."""

    @property
    def estimates(self) -> Sequence[Ranged]:
        """Its answers."""


@dataclass(frozen=True)
class Missed:
    """An answer of last quarter that did not hold: range and truth in the question's unit."""

    question: str
    low: float
    high: float
    true: float


@dataclass(frozen=True)
class HeldRanges:
    """How ranges held: by question in the order of ``ANSWERED`` how many of ``asked`` did, and what
    was missed last quarter."""

    asked: int = 0
    held: tuple[int, ...] = (0,) * len(ANSWERED)
    missed: tuple[Missed, ...] = ()


def kept(said: Sequence[Answers], dossier: Dossier) -> HeldRanges:
    """Return how an adviser's ranges held; ``said`` is what it said of each quarter, from the first
    of the dossier on."""
    held = [0] * len(ANSWERED)
    missed: list[Missed] = []
    asked = len(dossier.reports)
    for played in range(asked):
        told = answers(dossier, played)
        for estimate in said[played].estimates:
            if estimate.question not in told:
                continue
            true = told[estimate.question]
            if estimate.low <= true <= estimate.high:
                held[ANSWERED.index(estimate.question)] += 1
            elif played == asked - 1:
                missed.append(Missed(estimate.question, estimate.low, estimate.high, true))
    return HeldRanges(asked, tuple(held), tuple(missed))


def answers(dossier: Dossier, played: int) -> dict[str, float]:
    """Return what the side has been told since of the questions of a quarter, by question."""
    report, after = dossier.reports[played], dossier.views[played + 1]
    if dossier.side == WASHINGTON:
        return {"cost": float(report.us_deaths), "next": float(after.seen_infiltration)}
    return {"cost": float(report.own_deaths or 0), "next": float(after.troops)}
