"""What the screens show, as plain data: rows, texts, what can be done, and why not.

Frozen, without logic and without pixels: the window and the terminal draw the same models, and
tests read them without drawing. Everything here comes from one side's dossier, or, in a replay
and after the war, from the record. Every text is already in words; every number that is shown
carries its own tooltip: what it is, its change and its cause, separated by a line break after
the first.

``mark`` is always ``ours``, ``theirs``, ``both`` or ``none``; ``side`` is ``washington`` or
``hanoi``; quarters are named as in ``1968Q1`` where a program reads them and in words elsewhere.
"""

from dataclasses import dataclass, field

from game.desk.debrief_models import After, RuleMap, RulePreset
from game.desk.maplens import MapLens

# --- parts that many screens share


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
    ``upkeep`` says what it brings or costs while it stands, empty where that is nothing."""

    id: str
    title: str
    price: int = 0
    risk: str = ""
    enabled: bool = True
    why_not: str = ""
    upkeep: str = ""


@dataclass(frozen=True)
class Amount:
    """A number that goes with a rung, such as thousands of men: in ``step`` from low to high."""

    value: float
    low: float
    high: float
    step: float
    unit: str


@dataclass(frozen=True)
class Ladder:
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


# --- the quarter's screen


@dataclass(frozen=True)
class Header:
    """The line on top. ``prompt`` is the one line that says what the game waits for."""

    side: str
    government: str
    date: str
    quarter: str
    prompt: str
    clock: str = ""


@dataclass(frozen=True)
class Scores:
    """One's own score, and the range the advisers give for the other's, 0..100."""

    own: float
    own_text: str
    own_tip: str
    other_low: float
    other_high: float
    other_text: str
    other_tip: str


@dataclass(frozen=True)
class Orders:
    """All ladders but diplomacy's. ``capital`` and ``price`` are points; ``left`` after paying."""

    ladders: tuple[Ladder, ...]
    capital: int
    price: int
    left: int
    summary: str
    tip: str
    can_undo: bool = False


@dataclass(frozen=True)
class Channel:
    """A way to the other side: who carries it, what the side knows of it, how it may leak."""

    id: str
    title: str
    carrier: str
    known: str
    leak: str
    chosen: bool
    enabled: bool = True
    why_not: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Diplomacy:
    """Posture, channel, message and deadline in one place.

    ``draft`` is one's own message as it would go out; ``leaked`` what the world would read.
    """

    posture: Ladder
    message: Ladder
    deadline: Ladder
    channels: tuple[Channel, ...]
    draft: Message
    leaked: str
    received: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Issue:
    """One issue of the table: four positions from Washington's ideal (0) to Hanoi's (3).

    ``ours`` and ``theirs`` are the packages on the table, ``draft`` what one is about to table,
    ``before`` the two a quarter ago; None where nothing is tabled.
    """

    id: str
    title: str
    positions: tuple[str, str, str, str]
    ours: int | None
    theirs: int | None
    draft: int | None
    ours_before: int | None = None
    theirs_before: int | None = None
    apart: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Table:
    """Both packages. ``accept`` names the package it binds to; ``verdict`` the advisers' view."""

    issues: tuple[Issue, ...]
    sits: bool
    why_not: str
    distance: str
    table_it: Choice
    accept: Choice
    tabling: bool
    accepting: bool
    verdict: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Adviser:
    """One adviser. ``leaning`` is a word; ``estimate`` a range with its unit; ``advice`` names a
    consequence, never a mood. ``council``, the same for all, has by question where they agree and
    who differs."""

    name: str
    office: str
    leaning: str
    line: str
    estimate: str
    advice: str
    tip: str = ""
    council: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Story:
    """A story of a newspaper."""

    heading: str
    body: str


@dataclass(frozen=True)
class Newspaper:
    """A front page of the time."""

    masthead: str
    date: str
    headline: str
    stories: tuple[Story, ...]


@dataclass(frozen=True)
class LogRow:
    """One row of the log. ``kind``: ``order``, ``report``, ``event``, ``message`` or ``table``."""

    quarter: str
    kind: str
    text: str
    tip: str = ""


@dataclass(frozen=True)
class InForce:
    """Something that holds until it is broken: a halt, mines, an understanding."""

    id: str
    title: str
    mark: str
    since: str
    explanation: str


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
class End:
    """The verb that ends the quarter, and the sentence that says what becomes irreversible."""

    label: str
    irreversible: str
    enabled: bool = True
    why_not: str = ""


@dataclass(frozen=True)
class Dossier:
    """The right-hand page: headline, the other's last message, a note sealed for oneself."""

    headline: str
    brief: str
    received: Message | None
    note: str


@dataclass(frozen=True)
class Quarter:
    """Everything the quarter's screen shows to one side."""

    header: Header
    scores: Scores
    gauges: tuple[Gauge, ...]
    orders: Orders
    diplomacy: Diplomacy
    table: Table
    dossier: Dossier
    advisers: tuple[Adviser, ...]
    newspaper: Newspaper
    log: tuple[LogRow, ...]
    in_force: tuple[InForce, ...]
    charts: tuple[Chart, ...]
    lenses: tuple[MapLens, ...]
    last_event: Event | None
    next_event: Event | None
    end: End
    run_on: Choice
    hotseat: bool = False


@dataclass(frozen=True)
class Cable:
    """One step of the quarter as it is resolved: a cable over the map, with the zone it is about.

    ``lens`` is shown under it; ``cue`` a sound's name.
    """

    heading: str
    body: str
    signature: str
    zone: str
    lens: MapLens
    cue: str = "telex"


@dataclass(frozen=True)
class Resolution:
    """The quarter resolved, as one side sees it, in order; ``closing`` sums it up."""

    title: str
    cables: tuple[Cable, ...]
    closing: str


# --- before and after


@dataclass(frozen=True)
class NewGame:
    """What a new game can be. Each tuple is one row of choices; ``chosen`` their ids in order
    campaign, mode, side, opponent, level; ``seed`` as text. ``papers`` and ``sittings`` are rows of
    their own, empty where they do not go with the mode, with what is chosen of each."""

    campaigns: tuple[Choice, ...]
    modes: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    opponents: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    chosen: tuple[str, str, str, str, str]
    seed: str
    summary: str
    problem: str = ""
    papers: tuple[Choice, ...] = ()
    kept: str = "plain"
    sittings: tuple[Choice, ...] = ()
    sitting: str = "none"


@dataclass(frozen=True)
class Briefing:
    """What a government is told at the start, on the screen only."""

    side: str
    title: str
    date: str
    paragraphs: tuple[str, ...]
    aims: tuple[Fact, ...]
    private: tuple[Fact, ...]
    prompt: str = "Read it once; the codex keeps the public part."


@dataclass(frozen=True)
class Curtain:
    """The hand-over: to whom, and what to do. It holds nothing that depends on the war."""

    government: str
    text: str
    confirm: str


@dataclass(frozen=True)
class Tick:
    """A mark on the replay's scrubber. ``kind``: ``overture``, ``escalation``, ``offensive`` or
    ``event``; ``at`` the quarter's index."""

    at: int
    kind: str
    mark: str
    text: str


@dataclass(frozen=True)
class Comparison:
    """A number as played or replayed beside the record's."""

    title: str
    here: str
    record: str
    tip: str = ""


@dataclass(frozen=True)
class Replay:
    """A replay at one quarter, through some eyes: ``hanoi``, ``washington`` or ``both``.

    ``chronicle`` is what the record has of that quarter, in either war.
    """

    title: str
    quarters: tuple[str, ...]
    at: int
    eyes: str
    ticks: tuple[Tick, ...]
    date: str
    lenses: tuple[MapLens, ...]
    cables: tuple[Message, ...]
    gauges: tuple[Gauge, ...]
    comparisons: tuple[Comparison, ...]
    charts: tuple[Chart, ...]
    step_in: tuple[Choice, ...]
    chronicle: tuple[Event, ...] = ()


@dataclass(frozen=True)
class SideScore:
    """A side's score: aims of 60 and people of 40, and history's own under the same rules."""

    government: str
    mark: str
    total: float
    aims: float
    people: float
    history: float
    verdict: str
    parts: tuple[Fact, ...]


@dataclass(frozen=True)
class Moment:
    """A quarter that mattered: what was done and what it was worth."""

    quarter: str
    title: str
    text: str
    points: str
    mark: str


@dataclass(frozen=True)
class Debrief:
    """The end of the war and what is learnt from it."""

    title: str
    sentences: tuple[str, ...]
    scores: tuple[SideScore, ...]
    issues: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    charts: tuple[Chart, ...]
    lessons: tuple[Fact, ...]
    after: After = field(default_factory=After)


@dataclass(frozen=True)
class Slider:
    """A parameter of the rule that can be moved between two bounds, in steps; ``base`` is where
    Home takes it."""

    key: str
    symbol: str
    title: str
    text: str
    low: float
    high: float
    step: float
    value: float
    unit: str = ""
    base: float = 0.0


@dataclass(frozen=True)
class RulePage:
    """The rule explained, with sliders and the equilibrium where they stand.

    ``answers`` are names and probabilities, 0..1; ``sentence`` gives the numbers, ``reading`` what
    they mean and ``enough`` what it would take. ``statements``: what is said, the experiment, what
    comes out. ``courses``: every quarter of a war that is over, one's own side first.
    """

    chapters: tuple["Page", ...]
    sliders: tuple[Slider, ...]
    answers: tuple[tuple[str, float], ...]
    sentence: str
    presets: tuple[RulePreset, ...]
    reading: str = ""
    enough: str = ""
    map: RuleMap | None = None
    statements: tuple[tuple[str, str, str], ...] = ()
    courses: tuple[tuple[RulePreset, ...], ...] = ()


@dataclass(frozen=True)
class Save:
    """A saved game in the list. ``side`` is empty for two people: then only the public map is
    its picture, else ``picture`` lies over it. ``problem`` says why it cannot be loaded;
    ``running`` that it is a war in play, ``over`` that it has ended."""

    id: str
    title: str
    side: str
    quarter: str
    date: str
    version: str
    people: str
    note: str = ""
    problem: str = ""
    is_sealed: bool = False
    picture: MapLens | None = None
    running: bool = False
    over: bool = False


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


@dataclass(frozen=True)
class Lesson:
    """A step of the tutorial: what to read, which widget it points at, and what ends it.

    ``points_at`` is the key of a widget; ``until`` is ``page NAME``, ``order``, ``zone``, ``lens``
    or ``end``: what the player must have done; empty, the Next button goes on.
    """

    title: str
    text: str
    points_at: str
    until: str
    number: int
    of: int
