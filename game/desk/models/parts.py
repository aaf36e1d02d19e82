"""Parts that many screens share: choices, ladders, gauges, charts, messages, events, pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One of several things to choose. ``why_not`` says what forbids it where it is not enabled."""

    id: str
    title: str
    note: str = ""
    enabled: bool = True
    why_not: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Rung:
    """One rung of a ladder: its word, its price in points of political capital, what it risks.
    ``upkeep`` says what it brings or costs while it stands, empty where that is nothing;
    ``presses`` whether the other side would read it as pressing the war; ``short`` is its word
    where there is little room."""

    id: str
    title: str
    price: int = 0
    risk: str = ""
    enabled: bool = True
    why_not: str = ""
    upkeep: str = ""
    presses: bool = False
    short: str = ""


@dataclass(frozen=True)
class Amount:
    """A number that goes with a rung, such as thousands of men: in ``step`` from low to high."""

    value: float
    low: float
    high: float
    step: float
    unit: str


@dataclass(frozen=True)
class LadderRow:
    """An order as a ladder of words. ``chosen`` and ``standing`` are indices into ``rungs``:
    what is ordered for this quarter, and what holds if nothing is touched."""

    id: str
    title: str
    rungs: tuple[Rung, ...]
    chosen: int
    standing: int
    group: str = ""
    zone: str = ""
    amount: Amount | None = None
    tip: str = ""
    help: str = ""


@dataclass(frozen=True)
class Threshold:
    """A level of a gauge at which something happens, and what."""

    value: float
    text: str


@dataclass(frozen=True)
class Gauge:
    """A number between two bounds with its last change and the cause under it.

    ``text`` is the value with its unit; ``change`` such as ``-3 since spring``; ``trend`` is
    ``up``, ``down`` or ``level``; ``welcome`` whether that is good for whoever looks (None where
    it is neither); ``error`` the bounds of an estimate.
    """

    id: str
    title: str
    value: float
    low: float
    high: float
    text: str
    change: str
    trend: str
    welcome: bool | None
    cause: str
    tip: str
    error: tuple[float, float] | None = None
    thresholds: tuple[Threshold, ...] = ()


@dataclass(frozen=True)
class Series:
    """A line of a chart: one value a quarter (None: not known) and, for estimates, its bounds."""

    title: str
    values: tuple[float | None, ...]
    mark: str = "none"
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart over quarters. ``labels`` names every quarter; ``caption`` says what to see."""

    id: str
    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    caption: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Message:
    """What one side said to the other. ``register`` 0..5 is how high its words climb."""

    heading: str
    body: str
    signature: str
    channel: str
    mark: str
    register: int = 0
    tip: str = ""


@dataclass(frozen=True)
class Fact:
    """A term and what it is, for briefing and codex."""

    term: str
    text: str
    tip: str = ""


@dataclass(frozen=True)
class Event:
    """A dated event the side knows of: the last one, or one to come; ``now`` if it is of the
    quarter that is played."""

    date: str
    title: str
    text: str
    source: str = ""
    now: bool = False


@dataclass(frozen=True)
class Page:
    """A page of help or of the codex; ``links`` are ids of other pages, ``kind`` a word for what
    the page is about."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    links: tuple[str, ...] = ()
    kind: str = ""
