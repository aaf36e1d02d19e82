"""The log of a game: what a saved game holds, as data, and nothing derived but for comparison.

Orders, luck's seeds and types are the truth; worlds, digests and reports are kept beside them so
that a replay can be checked quarter by quarter and the past shown under rules that have changed.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, Field, ValidationError, model_validator

from game.campaign import findings, limits
from game.campaign.kinds import Day, Line, Name, Part, Quarter
from game.campaign.limits import MOST_LETTERS, MOST_QUARTERS
from game.campaign.places import Path, place
from game.engine.tables import EFFECT_BOUNDS
from game.letters import forbidden
from game.problems import Problem
from game.record.sealing import COSTS
from game.record.seeds import MOST_SEED

MOST_ENTRIES = 5_000  # notes, forecasts, injections, rewinds of one game


def _plain(text: str) -> str:
    culprit = forbidden(text)
    if culprit:
        raise ValueError(f"text without a {culprit}")
    return text


Plain = Annotated[Line, AfterValidator(_plain)]  # typed by people, shown to people
PlainText = Annotated[str, Field(max_length=MOST_LETTERS), AfterValidator(_plain)]
Seed = Annotated[int, Field(ge=0, le=MOST_SEED)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Whole = Annotated[int, Field(ge=-(2**53), le=2**53)]
Bit = Annotated[int, Field(ge=0, le=1)]
Pair = Annotated[list[Bit], Field(min_length=2, max_length=2)]
Salt = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Box = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{40,400}={0,2}$")]
Side = Literal["washington", "hanoi"]
Words = dict[str, Any]  # checked by engine.orders.from_words


class Salts(Part):
    """What goes into each passphrase's key beside the passphrase."""

    washington: Salt
    hanoi: Salt
    spare: Salt | None = None


class Wraps(Part):
    """The game's keys, each sealed under what opens it."""

    common: Box
    washington: Box
    hanoi: Box
    spare: Box | None = None


class Sealed(Part):
    """How a sealed game is opened; ``cost`` is log2 of scrypt's N, ``stamp`` new at every save."""

    cost: Annotated[int, Field(ge=COSTS[0], le=COSTS[1])]
    salts: Salts
    wraps: Wraps
    stamp: Salt


class LogHeader(Part):
    """The first line: what may be read without opening the game."""

    overture: Literal["game"]
    format: Annotated[int, Field(ge=1)]
    version: Line
    rules: int
    campaign: Name
    quarter: Quarter  # about to be played
    saved: Line  # date and time, UTC
    lines: Annotated[int, Field(ge=1, le=10**6)]  # after this one
    checksum: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    sealed: Sealed | None = None


class Seat(Part):
    """Who gives a side's orders: a person, a machine at a level, or the record."""

    name: Plain
    kind: Literal["person", "machine", "record"]
    level: Plain | None = None


class Seats(Part):
    """Who sits where."""

    washington: Seat
    hanoi: Seat


class LuckSource(Part):
    """Where luck comes from, from a quarter on: the record (neutral), or a seed."""

    since: Quarter
    seed: Seed | None


class Parent(Part):
    """The game of which this one is a branch, and the quarter at which it left it."""

    game: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    quarter: Quarter


class Beginning(Part):
    """The second line: what the war started from.

    The first ``stored`` quarters were played under other rules or another campaign: they are shown
    as stored, and the replay begins after them. So are those before a war that was entered again
    with ``hindsight`` at a quarter.
    """

    kind: Literal["beginning"]
    game: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    campaign_digest: Digest
    resilience: Pair
    nerve: Pair
    luck: Annotated[list[LuckSource], Field(min_length=1, max_length=MOST_QUARTERS)]
    seats: Seats
    parent: Parent | None
    stored: Annotated[int, Field(ge=0, le=MOST_QUARTERS)]
    digest: Digest
    world: dict[str, list[Whole]]
    hindsight: Quarter | None = None


class Injected(Part):
    """An event that a facilitator put into a quarter; without a ``date`` it is the quarter's."""

    date: Day | None
    effect: Line | None
    amount: float
    title: Plain
    text: PlainText

    @model_validator(mode="after")
    def _within_bounds(self) -> Self:
        low, high = EFFECT_BOUNDS.get(self.effect or "", (0.0, 0.0))
        if self.effect is not None and self.effect not in EFFECT_BOUNDS:
            raise ValueError("an effect from the list of docs/campaigns.md")
        if self.effect is not None and not low <= self.amount <= high:
            raise ValueError(f"{self.effect} from {low:g} to {high:g}")
        return self


class BothOrders(Part):
    """Both sides' orders of a quarter, in full and in words."""

    washington: Words
    hanoi: Words


class BothReports(Part):
    """What each side was told of a quarter."""

    washington: dict[str, Any]
    hanoi: dict[str, Any]


class QuarterRow(Part):
    """One played quarter: orders, then the digest and the world it led to."""

    kind: Literal["quarter"]
    quarter: Quarter
    orders: BothOrders
    injected: list[Injected]
    digest: Digest
    world: dict[str, list[Whole]]
    reports: BothReports


class LogEntry(Part):
    """Something said or done beside the orders: a note, a forecast, an injection, a rewind."""

    kind: Literal["entry"]
    what: Literal["note", "forecast", "inject", "rewind", "bulletin", "setting", "facilitator"]
    quarter: Quarter
    side: Side | None
    text: PlainText
    data: dict[str, Any]


class Drafts(Part):
    """What each side has drafted this quarter and not yet given."""

    washington: Words | None = None
    hanoi: Words | None = None


class Pending(Part):
    """The last line: orders committed for the quarter while the other side's are awaited, and
    orders in draft."""

    kind: Literal["pending"]
    washington: Words | None
    hanoi: Words | None
    drafts: Drafts
    injected: list[Injected]


class Log(Part):
    """A whole game."""

    header: LogHeader
    beginning: Beginning
    quarters: Annotated[list[QuarterRow], Field(max_length=MOST_QUARTERS)]
    entries: Annotated[list[LogEntry], Field(max_length=MOST_ENTRIES)]
    pending: Pending


def part(model: type[BaseModel], **values: Any) -> Any:
    """Return a part of the log from values that a person gave; Problem naming what is wrong.

    Whatever is accepted here can be written, and read again.
    """
    try:
        made = model.model_validate(values)
        found = [*limits.findings(values)]
    except ValidationError as error:
        raise _wrong(*next(iter(findings.findings(error, model)))) from None
    except limits.TooMuch as too_much:
        raise Problem(str(too_much)) from None
    if found:
        raise _wrong(*found[0])
    return made


def _wrong(path: Path, text: str) -> Problem:
    return Problem(f"{place(path)}: {text}")
