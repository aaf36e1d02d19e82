"""The schema of a case: another war told, coded and stopped before each decision to talk.

A case is no campaign: nobody plays it. It holds a story in dated pages and, for each government
that might open, spells of posture with the state in which they were decided, in words of three
levels. A case with ``replay`` takes its spells from the recorded war of a campaign instead. Every
fact carries a source, a confidence and a grade: whether its maker has read it there (``read``), has
read the event but not each detail (``partly``), or goes by memory (``memory``).
"""

from typing import Annotated, Any, Final, Literal

from pydantic import Field, model_validator

from game.campaign.kinds import Day, Id, Line, Name, Part, Quarter, Story, Text
from game.campaign.limits import MOST_PAGES, MOST_PEOPLE, MOST_PLACES, MOST_SENDERS, MOST_SPELLS

LEVELS: Final = ("low", "mid", "high")
NERVES: Final = ("hawk", "even", "dove")
MOST_GUARANTEE: Final = 0.5  # war aims: the end of the rule page's slider

Level = Literal["low", "mid", "high"]
Grade = Literal["read", "partly", "memory"]
Confidence = Literal["high", "medium", "low"]


class CaseHead(Part):
    """``[case]``: what the case is, and how its levels were coded; ``replay`` names a campaign."""

    name: Name
    title: Line
    summary: Story
    first: Day
    last: Day
    coding: Story
    replay: Name | None = None


class Sender(Part):
    """A government whose hand is read, and whose enemy reads it.

    ``high_cost`` stands for the level ``high`` of what escalating would cost this sender's enemy,
    in its war aims, where the common value will not do; ``why`` says so.
    """

    id: Id
    name: Line
    enemy: Id
    high_cost: Annotated[float, Field(ge=0.0, le=1.2)] | None = None
    why: Story | None = None


class FactPart(Part):
    """What every fact of a case carries."""

    source: Text
    confidence: Confidence
    grade: Grade


class Person(FactPart):
    """Somebody who decides or carries: a name, and who that was. With ``first`` the entry is shown
    from that day of the story on, since it tells what comes before."""

    name: Line
    text: Story
    first: Day | None = None


class PagePart(FactPart):
    """A dated page of the story; ``known`` is what a government could know of it, by its id."""

    date: Day
    title: Line
    text: Story
    known: dict[Id, Story] = Field(default_factory=dict)


class ToldPart(Part):
    """The stop before a decision: what is to be decided; what was done; what a rival account makes
    of it, and whose it is; where the rule is wrong, what may be missing."""

    question: Story
    done: Story
    rival: Story
    rival_source: Text
    missing: Story | None = None


class Spell(ToldPart, FactPart):
    """One sender-period: what was recorded, and the state in which it was decided."""

    sender: Id
    first: Day
    last: Day
    recorded: Literal["open", "closed", "conditions"]
    belief: Level
    cost: Level
    dove: Literal["hawk", "even", "dove"]
    guarantee: Annotated[float, Field(ge=0.0, le=MOST_GUARANTEE)] = 0.0
    why: Story
    basis: Story


class DecisionPart(ToldPart, FactPart):
    """The stop before a spell that is built from a replay: whose, and its first quarter."""

    sender: Id
    quarter: Quarter


class PlacePart(Part):
    """A name on the map, in degrees."""

    name: Line
    longitude: Annotated[float, Field(ge=-180.0, le=180.0)]
    latitude: Annotated[float, Field(ge=-90.0, le=90.0)]


class CaseMap(Part):
    """A picture of the ground without names, its edges in degrees, and the names."""

    image: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}\.png$")]
    west: float
    south: float
    east: float
    north: float
    text: Story
    places: Annotated[list[PlacePart], Field(max_length=MOST_PLACES)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_an_inside(self) -> "CaseMap":
        if not (self.west < self.east and self.south < self.north):
            raise ValueError("west below east and south below north")
        return self


class CaseFile(Part):
    """A whole case file."""

    format: Literal[1]
    case: CaseHead
    senders: Annotated[list[Sender], Field(min_length=1, max_length=MOST_SENDERS)]
    people: Annotated[list[Person], Field(max_length=MOST_PEOPLE)] = Field(default_factory=list)
    pages: Annotated[list[PagePart], Field(min_length=1, max_length=MOST_PAGES)]
    spells: Annotated[list[Spell], Field(max_length=MOST_SPELLS)] = Field(default_factory=list)
    decisions: Annotated[list[DecisionPart], Field(max_length=MOST_SPELLS)] = Field(
        default_factory=list
    )
    map: CaseMap | None = None

    def sender(self, name: str) -> Sender:
        """Return a sender by its id, which the checks have made sure is there."""
        return next(one for one in self.senders if one.id == name)


def is_case(data: dict[str, Any]) -> bool:
    """Return whether parsed TOML means to be a case and no campaign."""
    return "case" in data and "campaign" not in data
