"""What the debrief shows beyond its first page, as plain data: see ``models``.

``place`` is a quarter's index in the war, where the replay can be opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.words import plain


@dataclass(frozen=True)
class Verdict:
    """One side's page: when talking was first safe for it, what made it so, what it did, then the
    parts of ``study.debrief.page`` with their headings."""

    government: str
    mark: str
    title: str
    sentence: str
    place: int
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class ActRow:
    """One act as the rule reads it. ``kind`` and ``branch`` are ids to filter by; ``sender`` is the
    side whose hand the rule read, an escalation being an answer; ``rows`` stand under ``heads``:
    a quarter earlier, as it was, a quarter later."""

    place: int
    quarter: str
    side: str
    mark: str
    kind: str
    branch: str
    title: str
    branch_title: str
    sender: str
    paragraphs: tuple[str, ...]
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def when(self) -> str:
        """The quarter in months, such as ``January to March 1968``."""
        return plain.quarter_title(self.quarter)


@dataclass(frozen=True)
class PointsRow:
    """A quarter's points, one's own side first: what was won (lost where negative), in points.
    ``loud`` says whether a score moved most in it, ``why`` a sentence a side; ``named`` what the
    road not taken names it, empty for any but the one that the end leads back to."""

    place: int
    quarter: str
    title: str
    won: tuple[float, float]
    loud: bool
    why: tuple[str, str]
    named: str = ""


@dataclass(frozen=True)
class MeantRow:
    """What a side wrote that it meant by a quarter, and what the other took it for; ``forecasts``
    are sentences of what it expected and what came, ``short`` the reason as a list has it: what
    was done and by what, without a machine's figures."""

    place: int
    quarter: str
    government: str
    mark: str
    by: str
    meant: str
    taken: str
    forecasts: tuple[str, ...] = ()
    short: str = ""

    @property
    def when(self) -> str:
        """The quarter in months, such as ``January to March 1968``."""
        return plain.quarter_title(self.quarter)


@dataclass(frozen=True)
class ScoredRow:
    """How well somebody forecast: ``brier`` beside what the base rate would have scored, and a
    sentence; ``bins`` what was said beside what came."""

    government: str
    mark: str
    by: str
    count: int
    brier: str
    base: str
    verdict: str
    bins: str


@dataclass(frozen=True)
class SeatRow:
    """A quarter from one side's chair; ``figures`` are titles, what it believed, what was."""

    place: int
    quarter: str
    title: str
    ordered: str
    showed: str
    believed: str
    figures: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ChairPage:
    """The war from one side's chair."""

    side: str
    government: str
    mark: str
    enemy: str
    rows: tuple[SeatRow, ...]


@dataclass(frozen=True)
class After:
    """Everything behind the first page. ``kinds`` and ``branches`` are ids and titles of filters;
    ``sides`` the two governments' names, one's own first; ``hidden`` says that the rule, and what
    it read, is kept hidden."""

    verdicts: tuple[Verdict, ...] = ()
    acts: tuple[ActRow, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    branches: tuple[tuple[str, str], ...] = ()
    points: tuple[PointsRow, ...] = ()
    sides: tuple[str, str] = ("Ours", "Theirs")
    meant: tuple[MeantRow, ...] = ()
    scored: tuple[ScoredRow, ...] = ()
    chairs: tuple[ChairPage, ...] = ()
    hidden: str = ""


@dataclass(frozen=True)
class RuleSetting:
    """Where the rule's page stands: values of sliders by key, parameters without a slider, and the
    belief in a sender that has shown nothing yet (None: the base value)."""

    values: Mapping[str, float] = field(default_factory=dict)
    held: Mapping[str, float] = field(default_factory=dict)
    first: float | None = None


@dataclass(frozen=True)
class RulePreset:
    """A named setting of the sliders and what to look at. ``mark`` is empty for the lessons;
    ``of`` and ``place`` say whose quarter of the played war it is, or of which case, ``listed``
    whether the rule read it otherwise than the quarter before; ``beside`` is whose way is drawn
    beside its own."""

    title: str
    text: str
    setting: RuleSetting
    mark: str = ""
    of: str = ""
    place: int = -1
    listed: bool = True
    beside: str = ""


@dataclass(frozen=True)
class RuleMap:
    """What the equilibrium does over belief (across) and cost (up): P(open) of either type, rows
    from the least cost up; ``regions`` names what is done: nobody, the weak, both."""

    beliefs: tuple[float, float]
    costs: tuple[float, float]
    low: tuple[tuple[float, ...], ...]
    high: tuple[tuple[float, ...], ...]
    regions: tuple[str, str, str]


@dataclass(frozen=True)
class Foreseen:
    """Something the enemy may do this quarter, and how likely its reader holds it, 0..1; None where
    nothing is forecast."""

    question: str
    text: str
    chance: float | None = None


@dataclass(frozen=True)
class Sealing:
    """What a side has under seal for this quarter: its reason, and its forecasts."""

    reason: str
    forecasts: tuple[Foreseen, ...]


@dataclass(frozen=True)
class Asked:
    """One of the three questions: its answers by letter; once they may be read, how many chose the
    rule's answer before and after, and what the rule says."""

    text: str
    answers: tuple[tuple[str, str], ...]
    before: str = ""
    after: str = ""
    why: str = ""


@dataclass(frozen=True)
class Questions:
    """The three questions. ``when`` is ``before`` or ``after`` where a sheet can be handed in;
    ``handed`` says how many have been; ``scored`` that the answers stand beside them."""

    when: str
    asked: tuple[Asked, ...]
    handed: str
    scored: bool = False
