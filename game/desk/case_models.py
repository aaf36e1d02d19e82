"""What the room of cases shows, as plain data."""

from dataclasses import dataclass
from pathlib import Path

from game.desk.models import RuleSlider


@dataclass(frozen=True)
class CaseCard:
    """A case on the shelf; ``problem`` says why it cannot be opened."""

    id: str
    title: str
    summary: str
    problem: str = ""


@dataclass(frozen=True)
class CasePage:
    """A dated page of the story."""

    date: str
    title: str
    text: str
    known: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True)
class CaseGround:
    """The map: a picture, its edges (west, south, east, north in degrees), names in degrees."""

    picture: Path
    edges: tuple[float, float, float, float]
    places: tuple[tuple[str, float, float], ...]
    text: str


@dataclass(frozen=True)
class CaseAnswer:
    """What is shown once a reader has answered: what that was, what was done, what the rule says at
    the coded state, a rival account, and what may be missing. ``right`` and ``rule_right`` are None
    where the period counts for nobody."""

    said: str
    right: bool | None
    done: str
    source: str
    rule: str
    rule_right: bool | None
    why: str
    basis: str
    rival: str
    rival_source: str
    missing: str


@dataclass(frozen=True)
class CaseScore:
    """One row of the scores: who, how many stops were read as they went, of how many."""

    who: str
    right: int
    of: int


@dataclass(frozen=True)
class CaseView:
    """The room at one stop, or at the end (``at`` is then ``stops``). ``answer`` is None until a
    reader has said what they would do; ``sliders`` and ``chances`` are the rule at the state as
    the sliders stand, there after the answer."""

    id: str
    title: str
    summary: str
    at: int
    stops: int
    reader: str
    sender: str
    when: str
    pages: tuple[CasePage, ...]
    question: str
    people: tuple[tuple[str, str, str], ...]
    coding: str
    scores: tuple[CaseScore, ...]
    ground: CaseGround | None = None
    answer: CaseAnswer | None = None
    sliders: tuple[RuleSlider, ...] = ()
    chances: tuple[tuple[str, float], ...] = ()
    reading: str = ""

    @property
    def ended(self) -> bool:
        """Whether every stop has been passed."""
        return self.at >= self.stops
