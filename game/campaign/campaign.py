"""A campaign as loaded: what stands in its file, the base's for a scenario, and its span."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from game.campaign import borders
from game.campaign.days import NEVER, QUARTER, quarter_of
from game.campaign.places import ascii_quoted
from game.engine.board import SIDES, quarter_index, quarter_name
from game.problems import Problem

if TYPE_CHECKING:
    from game.campaign.schema import CampaignFile, ChronicleRow, EventPart, ScenarioFile
    from game.campaign.schema_orders import OrdersRow


@dataclass(frozen=True)
class Campaign:
    """One campaign, whole or a scenario.

    Quarters are counted from ``first``, the first of the whole campaign, for a scenario too: its
    play begins at ``start``, which is a later quarter of the same count. ``file`` is the whole
    campaign's; ``scenario`` what a scenario puts over it. ``digest`` is that of everything that
    play depends on; texts do not change it. Both files are plain tables (``game.campaign.plain``)
    with the fields of the schema's models.
    """

    file: "CampaignFile"
    scenario: "ScenarioFile | None"
    digest: str

    @property
    def base(self) -> "Campaign":
        """The whole campaign of which this one is a part; itself if it is whole."""
        return Campaign(self.file, None, self.digest) if self.scenario else self

    @property
    def name(self) -> str:
        """The campaign's name, as it is asked for and recorded."""
        return (self.scenario or self.file).campaign.name

    @property
    def title(self) -> str:
        """The title people read."""
        return (self.scenario or self.file).campaign.title

    @property
    def summary(self) -> str:
        """What the campaign is about, for a list of campaigns."""
        return (self.scenario or self.file).campaign.summary

    @property
    def beyond(self) -> str:
        """One sentence where its years or sides are not this war's, which the rules are; empty
        where they are."""
        return borders.beyond(self.file, self.scenario)

    @property
    def minutes(self) -> int | None:
        """How long a session of it is meant to take, if it says."""
        return (self.scenario or self.file).campaign.minutes

    @property
    def first(self) -> str:
        """The quarter from which quarters are counted."""
        return self.file.campaign.first

    @property
    def start(self) -> str:
        """The quarter in which play begins."""
        return self.scenario.campaign.start if self.scenario else self.file.campaign.first

    @property
    def last(self) -> str:
        """The last quarter that is played."""
        return (self.scenario or self.file).campaign.last

    @property
    def start_index(self) -> int:
        """The count of ``start``."""
        return self.index(self.start)

    @property
    def quarters(self) -> int:
        """How many quarters are counted, from ``first`` to ``last``."""
        return self.index(self.last) + 1

    def index(self, quarter: str) -> int:
        """Return the count of a quarter's name; 0 is ``first``. Problem if it is no name."""
        if not QUARTER.fullmatch(quarter):
            raise Problem(f"{ascii_quoted(quarter)} is no quarter; write one such as 1968Q1.")
        return quarter_index(self.first, quarter)

    def quarter(self, index: int) -> str:
        """Return the name of the quarter with this count."""
        return quarter_name(self.first, index)

    def briefing(self, side: int) -> str:
        """Return what a government is told at the start."""
        own = self.scenario.briefing if self.scenario else None
        text: str = getattr(own or self.file.briefing, SIDES[side])
        return text

    @cached_property
    def channel_ids(self) -> tuple[str, ...]:
        """The channels by index; 0 is public speech."""
        return ("public", *(channel.id for channel in self.file.channels))

    @cached_property
    def orders(self) -> "tuple[OrdersRow, ...]":
        """The record's rows by count, from ``first`` to ``last``."""
        return tuple(self.file.orders[: self.quarters])

    def news(self, side: int, quarter: str) -> "tuple[EventPart, ...]":
        """Return the events of which ``side`` learns in a quarter, by the date of learning."""
        key = f"known_{SIDES[side]}"
        return tuple(
            sorted(
                (
                    event
                    for event in self.file.events
                    if getattr(event, key) != NEVER and quarter_of(getattr(event, key)) == quarter
                ),
                key=lambda event: str(getattr(event, key)),
            )
        )

    def chronicle_in(self, quarter: str) -> "tuple[ChronicleRow, ...]":
        """Return the chronicle's rows of a quarter by date."""
        return tuple(
            sorted(
                (row for row in self.file.chronicle if quarter_of(row.date) == quarter), key=_date
            )
        )

    def series(self, name: str) -> dict[str, float]:
        """Return a recorded quarterly or yearly series by quarter or year; empty if unknown."""
        recorded = self.file.series
        every = [
            *((one.name, one.values) for one in recorded.quarterly),
            *((one.name, one.values) for one in recorded.yearly),
        ]
        return next((dict(values) for known, values in every if known == name), {})


def _date(row: "EventPart | ChronicleRow") -> str:
    return row.date
