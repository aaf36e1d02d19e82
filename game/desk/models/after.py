"""The war from above and afterwards: the replay, the debrief and the rule explained."""

from dataclasses import dataclass, field

from game.desk.debrief_models import After, RuleMap, RulePreset
from game.desk.end_models import End
from game.desk.maplens import MapLens
from game.desk.models.parts import Chart, Choice, Event, Fact, Gauge, Message, Page


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
class Turning:
    """A turning point of the record: asked first, then told. ``did`` is the index of the answer on
    record, ``at`` of the quarter."""

    at: int
    date: str
    government: str
    title: str
    question: str
    answers: tuple[str, ...]
    did: int
    told: str
    source: str


@dataclass(frozen=True)
class SideScore:
    """A side's score in whole points: aims of 60 and people of 40, and beside it ``history``'s own
    under the same rules, or what equals come to where history ends unsettled: ``beside`` says
    which."""

    government: str
    mark: str
    total: int
    aims: int
    people: int
    history: int
    verdict: str
    parts: tuple[Fact, ...]
    beside: str = "history"


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
    """The end of the war and what is learnt from it. ``stopped`` says how a war is judged that the
    bell has stopped; ``bar`` what history's score beside the sides' own is; ``end`` the page that
    is shown first."""

    title: str
    sentences: tuple[str, ...]
    scores: tuple[SideScore, ...]
    issues: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    charts: tuple[Chart, ...]
    lessons: tuple[Fact, ...]
    after: After = field(default_factory=After)
    stopped: tuple[str, ...] = ()
    bar: str = ""
    end: End | None = None


@dataclass(frozen=True)
class RuleSlider:
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

    chapters: tuple[Page, ...]
    sliders: tuple[RuleSlider, ...]
    answers: tuple[tuple[str, float], ...]
    sentence: str
    presets: tuple[RulePreset, ...]
    reading: str = ""
    enough: str = ""
    map: RuleMap | None = None
    statements: tuple[tuple[str, str, str], ...] = ()
    courses: tuple[tuple[RulePreset, ...], ...] = ()
