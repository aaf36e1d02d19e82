"""What may stand in a campaign file, table by table. The reference for people: docs/campaigns.md.

A file is a whole campaign (``CampaignFile``) or a scenario (``ScenarioFile``), which names another
campaign as its base and a quarter of it as its start. What needs more than one place to judge
stands in ``checks``.
"""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AliasChoices, Field

from game.campaign.kinds import (
    Day,
    Id,
    Known,
    Line,
    Name,
    Package,
    Part,
    Prior,
    Quarter,
    Share,
    Story,
    Text,
    Year,
    one_of,
)
from game.campaign.limits import MOST_CHANNELS, MOST_NUMBER, MOST_QUARTERS, MOST_ROWS
from game.campaign.schema_dilemmas import Dilemma
from game.campaign.schema_orders import OrdersRow
from game.campaign.schema_rules import Offered, ScoringPart
from game.campaign.schema_start import StartPart
from game.engine.dilemmas import MOST_DILEMMAS
from game.engine.tables import EFFECTS

if TYPE_CHECKING:
    EffectName = str
else:
    EffectName = one_of(EFFECTS)

Confidence = Literal["high", "medium", "low"]


Sides = Annotated[list[Line], Field(min_length=2, max_length=2)]
"""Whose war a campaign tells, in its own words: two governments."""


class Head(Part):
    """``[campaign]`` of a whole campaign: its name, span and how its postures were coded."""

    name: Name
    title: Line
    summary: Text
    first: Quarter
    last: Quarter
    coding: Text
    minutes: Annotated[int, Field(ge=1, le=1000)] | None = None
    sides: Sides | None = None


class ScenarioHead(Part):
    """``[campaign]`` of a scenario: the base campaign and the span that is played."""

    name: Name
    title: Line
    summary: Text
    base: Name
    start: Quarter
    last: Quarter
    minutes: Annotated[int, Field(ge=1, le=1000)] | None = None
    sides: Sides | None = None


class BriefingPart(Part):
    """``[briefing]``: what each government is told at the start."""

    washington: Text
    hanoi: Text


class ChannelPart(Part):
    """``[[channels]]``: a way for an overture to go, other than in public."""

    id: Id
    name: Line
    first: Quarter
    last: Quarter
    kind: Literal["mediator", "secret"]
    shield: Share  # of the inference it keeps back
    guarantee: Annotated[float, Field(ge=0.0, le=0.25)]  # war aims the guarantor puts at stake
    leak: Share  # probability a quarter
    access_washington: Share
    access_hanoi: Share
    text: Story
    source: Text
    why: Text


class SideTypes(Part):
    """``[types.hanoi]``: the private types on record."""

    resilience: Literal["high", "low"]
    nerve: Literal["hawk", "dove"]
    why: Text


class WashingtonTypes(SideTypes):
    """``[types.washington]``: the same, and the nerve of an administration that comes in by an
    event. Files from before 0.2.0 call it by the year of the recorded one."""

    nerve_new_administration: Literal["hawk", "dove"] = Field(
        validation_alias=AliasChoices("nerve_new_administration", "nerve_1969")
    )


class Types(Part):
    """``[types]``: what each side really was, for the replay."""

    hanoi: SideTypes
    washington: WashingtonTypes


class PriorsPart(Part):
    """``[priors]``: the probabilities from which a game draws the private types."""

    hanoi_resilient: Prior
    hanoi_dove: Prior
    washington_resilient: Prior
    washington_dove: Prior
    washington_dove_new_administration: Prior = Field(
        validation_alias=AliasChoices("washington_dove_new_administration", "washington_dove_1969")
    )


class HistoryPart(Part):
    """``[history]``: how the recorded war ended; left out if it did not in this span."""

    settlement: Package
    ended: Quarter


class LuckRow(Part):
    """``[[luck]]``: what chance really did, which neutral luck would not do."""

    quarter: Quarter
    what: Literal["leak"]
    channel: Id
    source: Text


class Effect(Part):
    """``[[events.effects]]``: one push from the closed list; bounds are checked with it."""

    what: EffectName
    amount: float


class EventPart(Part):
    """``[[events]]``: what neither player decides."""

    id: Id
    date: Day
    title: Line
    text: Story
    source: Text
    confidence: Confidence
    known_washington: Known
    known_hanoi: Known
    announced: Day | None = None  # from when both know that it is coming
    effects: list[Effect] = Field(default_factory=list)


class ChronicleRow(Part):
    """``[[chronicle]]``: what was done, without any effect."""

    date: Day
    actor: Literal["washington", "hanoi", "saigon", "both", "mediator", "external"]
    kind: Literal[
        "politics",
        "overture",
        "talks",
        "reply",
        "event",
        "offensive",
        "bombing",
        "halt",
        "withdrawal",
        "settlement",
        "deployment",
    ]
    title: Line
    text: Story
    source: Text
    confidence: Confidence
    known_washington: Known
    known_hanoi: Known


class TurningPointPart(Part):
    """``[[turning_points]]``: where the record, watched, stops and asks before it tells; without
    any effect. ``did`` is the number of the answer on record, from 1."""

    quarter: Quarter
    side: Literal["washington", "hanoi"]
    title: Line
    question: Story
    answers: Annotated[list[Line], Field(min_length=2, max_length=4)]
    did: Annotated[int, Field(ge=1, le=4)]
    told: Story
    source: Text


Number = Annotated[float, Field(ge=-MOST_NUMBER, le=MOST_NUMBER)]


class QuarterlySeries(Part):
    """``[[series.quarterly]]``: a recorded series for comparison."""

    name: Id
    unit: Line
    source: Text
    quality: Text
    values: Annotated[dict[Quarter, Number], Field(max_length=MOST_QUARTERS)]


class YearlySeries(Part):
    """``[[series.yearly]]``: the same by year."""

    name: Id
    unit: Line
    source: Text
    quality: Text
    values: Annotated[dict[Year, Number], Field(max_length=MOST_QUARTERS)]


class SeriesPart(Part):
    """``[series]``: what the record says, to lay a replay against."""

    quarterly: list[QuarterlySeries] = Field(default_factory=list)
    yearly: list[YearlySeries] = Field(default_factory=list)


class Overrides(Part):
    """What both kinds of file may change about the rules."""

    format: Literal[1]  # raised when a file written for it means something else in the next one
    constants: dict[str, Any] = Field(default_factory=dict)  # shapes, bounds: checks.constants
    offered: Offered = Field(default_factory=Offered)


class CampaignFile(Overrides):
    """A whole campaign."""

    campaign: Head
    briefing: BriefingPart
    channels: Annotated[list[ChannelPart], Field(max_length=MOST_CHANNELS)]
    types: Types
    priors: PriorsPart
    start: StartPart
    scoring: ScoringPart
    orders: Annotated[list[OrdersRow], Field(min_length=1, max_length=MOST_QUARTERS)]
    history: HistoryPart | None = None
    luck: list[LuckRow] = Field(default_factory=list, max_length=MOST_ROWS)
    events: list[EventPart] = Field(default_factory=list, max_length=MOST_ROWS)
    chronicle: list[ChronicleRow] = Field(default_factory=list, max_length=MOST_ROWS)
    dilemmas: list[Dilemma] = Field(default_factory=list, max_length=2 * MOST_DILEMMAS)
    turning_points: list[TurningPointPart] = Field(default_factory=list, max_length=MOST_QUARTERS)
    series: SeriesPart = SeriesPart()


class ScenarioFile(Overrides):
    """A part of another campaign; what is left out is the base's. ``decisions`` False leaves the
    base's dilemmas out, as for a first lesson."""

    decisions: bool = True

    campaign: ScenarioHead
    briefing: BriefingPart | None = None
    types: Types | None = None
    priors: PriorsPart | None = None
    scoring: ScoringPart | None = None
    history: HistoryPart | None = None
