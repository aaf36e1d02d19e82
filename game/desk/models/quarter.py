"""The quarter's screen as one side sees it, its resolution, and the lessons that lie over it."""

from dataclasses import dataclass

from game.desk.maplens import MapLens
from game.desk.models.climax import Climax
from game.desk.models.parts import Chart, Choice, Event, Fact, Gauge, LadderRow, Message


@dataclass(frozen=True)
class Header:
    """The line on top. ``prompt`` is the one line that says what the game waits for, ``tip`` what
    sets this war apart from others."""

    side: str
    government: str
    date: str
    quarter: str
    prompt: str
    clock: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Scores:
    """One's own score, and the range the advisers give for the other's, 0..100.

    ``mark`` is what the end judges by and ``beside`` whose it is, as at the end (``beside_tip``
    explains it where it is not history's); ``history`` is the recorded war's score as the same
    quarter opened, None where the mark is not history's; ``quarters`` is how many may be played;
    ``reach`` what signing today at the terms thought within reach would come to (``mark_tip`` and
    ``reach_tip`` say so beside the numbers); ``path`` one's own
    score as each quarter since ``first`` opened, ``history_path`` the record's, its end last.
    """

    own: float
    own_text: str
    own_tip: str
    other_low: float
    other_high: float
    other_text: str
    other_tip: str
    history: int | None = None
    mark: int | None = None
    beside: str = "history"
    beside_tip: str = ""
    mark_tip: str = ""
    reach_tip: str = ""
    quarters: int = 0
    reach: int | None = None
    path: tuple[float, ...] = ()
    history_path: tuple[float, ...] = ()
    first: str = ""


@dataclass(frozen=True)
class Brink:
    """How near the patrons are to stepping in, as one's own papers put it: the words of all steps
    from far to near, the step ``now`` and the one expected with what is ordered."""

    words: tuple[str, ...]
    now: int
    then: int


@dataclass(frozen=True)
class OrdersPage:
    """All ladders but diplomacy's. ``capital`` and ``price`` are points; ``left`` after paying;
    ``changes`` what is ordered beyond what stands, one line each."""

    ladders: tuple[LadderRow, ...]
    capital: int
    price: int
    left: int
    summary: str
    tip: str
    can_undo: bool = False
    changes: tuple[str, ...] = ()
    brink: Brink | None = None


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

    posture: LadderRow
    message: LadderRow
    deadline: LadderRow
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
    points: tuple[int, ...] = ()
    """By position, how many points more than the drafted one it is for us, all else as drafted."""


@dataclass(frozen=True)
class PackageScore:
    """What one package would score for us, 0..100: aims and people, which add up to ``total``.
    ``id``: ``theirs``, ``ours``, or the mark's, ``history`` or ``equals``; ``tip`` explains it."""

    id: str
    title: str
    total: int
    aims: int
    people: int
    text: str
    tip: str = ""


@dataclass(frozen=True)
class TablePage:
    """Both packages. ``accept`` names the package it binds to; ``verdict`` the advisers' view;
    ``packages`` what each would score; ``offer`` says that theirs can be signed now, and for what.
    """

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
    packages: tuple[PackageScore, ...] = ()
    offer: str = ""


@dataclass(frozen=True)
class Adviser:
    """One adviser. ``leaning`` is a word; ``estimate`` a range with its unit; ``advice`` names a
    consequence, never a mood. ``council``, the same for all, has by question where they agree and
    who differs. ``recommends`` is what it would do, in one line; ``record`` how its ranges have
    held so far; ``emblem`` the name of an object, since nobody is portrayed."""

    name: str
    office: str
    leaning: str
    line: str
    estimate: str
    advice: str
    tip: str = ""
    council: tuple[Fact, ...] = ()
    recommends: str = ""
    record: str = ""
    emblem: str = ""


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
class EndVerb:
    """The verb that ends the quarter, and the sentence that says what becomes irreversible.
    ``danger`` names what may end the war soon, ``open`` what is still to be decided; ``note`` is
    the same in a few words."""

    label: str
    irreversible: str
    enabled: bool = True
    why_not: str = ""
    danger: str = ""
    open: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer to a decision: ``letter`` a, b or c, what it costs, what is expected and what is
    not known, a line each."""

    letter: str
    text: str
    price: str
    known: tuple[str, ...]
    chosen: bool
    enabled: bool = True
    why_not: str = ""


@dataclass(frozen=True)
class Decision:
    """A decision of one's own government. ``place`` is its place among the quarter's; ``recalls``
    what it has to do with earlier answers; ``left_open`` what happens if nobody answers."""

    place: int
    id: str
    title: str
    text: str
    recalls: tuple[str, ...]
    answers: tuple[Answer, ...]
    left_open: str
    answered: bool


@dataclass(frozen=True)
class Danger:
    """Something that can end the war within two quarters: in a few words, then how it stands and
    what mends it; ``now`` if it can come with this quarter. ``brief``: how it stands alone."""

    kind: str
    title: str
    text: str
    now: bool
    brief: str


@dataclass(frozen=True)
class DossierPage:
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
    orders: OrdersPage
    diplomacy: Diplomacy
    table: TablePage
    dossier: DossierPage
    advisers: tuple[Adviser, ...]
    newspaper: Newspaper
    log: tuple[LogRow, ...]
    in_force: tuple[InForce, ...]
    charts: tuple[Chart, ...]
    lenses: tuple[MapLens, ...]
    last_event: Event | None
    next_event: Event | None
    end: EndVerb
    run_on: Choice
    hotseat: bool = False
    bed: str = ""  # what hums under the screen, by name
    dangers: tuple[Danger, ...] = ()
    calm: str = ""  # what can end the war now without being a danger, or that nothing does
    decisions: tuple[Decision, ...] = ()
    taken: tuple[str, ...] = ()
    """The sentences of *How they took it*; empty before a quarter has been played."""


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
    """The quarter resolved, as one side sees it, in order; ``closing`` sums it up, ``climaxes``
    are shown before the cables."""

    title: str
    cables: tuple[Cable, ...]
    closing: str
    climaxes: tuple[Climax, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A step of the tutorial: what to read, which widget it points at, and what ends it.

    ``points_at``: keys of widgets; ``until`` is ``page NAME``, ``set LADDER RUNG, ...``,
    ``table``, ``lens`` or ``end``: what the player must have done; empty, the Next button goes on.
    ``turn``: in which quarter of the game it is said, from 0.
    """

    title: str
    text: str
    points_at: str
    until: str
    number: int
    of: int
    turn: int = 0
