"""A case as it is told: pages up to each stop, the stop with its answers, and what is left after.

Plain data for the window, the terminal and the papers. What is graded as from memory says so in the
text itself, so that nobody takes it for a fact.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.campaign import cases as files
from game.campaign.case_schema import CaseFile, CaseMap, FactPart, PagePart, Spell
from game.study.fit import cases
from game.study.fit.cases import Period
from game.words import plain

GRADES: Final = {"read": "read there", "partly": "read there in part", "memory": "not looked up"}
FROM_MEMORY: Final = "From memory, not looked up: "
HANDS: Final = {"open": "opened", "closed": "refused", "conditions": "named conditions"}
ASKED: Final = "Do you open, or refuse?"


@dataclass(frozen=True)
class StoryPage:
    """A page: a date in words, a title, a text, what each government could know, the source."""

    date: str
    title: str
    text: str
    known: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True)
class Stop:
    """The stop before one decision. ``pages`` are those since the last stop; ``answer`` and all
    after it are for whoever has answered. ``missing`` is empty where nothing is said, and where a
    replay's rule is right: of a replay nobody knew beforehand where it would be wrong."""

    period: Period
    sender: str
    enemy: str
    when: str
    pages: tuple[StoryPage, ...]
    question: str
    answer: str
    why: str
    basis: str
    rival: str
    rival_source: str
    missing: str
    source: str


@dataclass(frozen=True)
class CaseSketch:
    """A case's map: the picture, its edges (west, south, east, north in degrees), names in place,
    and a line under it."""

    picture: Path
    edges: tuple[float, float, float, float]
    places: tuple[tuple[str, float, float], ...]
    text: str


@dataclass(frozen=True)
class CaseStory:
    """A whole case. ``people`` are a name, who it was, the source, and the day from which they are
    shown."""

    name: str
    title: str
    summary: str
    coding: str
    people: tuple[tuple[str, str, str, str], ...]
    stops: tuple[Stop, ...]
    rest: tuple[StoryPage, ...]
    ground: CaseSketch | None


def story(case: CaseFile, path: Path | None = None) -> CaseStory:
    """Return a case as it is told; ``path`` is its file, beside which its map may lie. A replay
    takes part of a second."""
    stops, pages = [], list(case.pages)
    for period in cases.periods(case):
        before = [page for page in pages if page.date < period.first]
        pages = pages[len(before) :]
        stops.append(_stop(case, period, before))
    head = case.case
    return CaseStory(
        head.name,
        head.title,
        head.summary,
        head.coding,
        tuple(
            (one.name, _said(one, one.text), source_of(one), one.first or "") for one in case.people
        ),
        tuple(stops),
        tuple(_page(case, page) for page in pages),
        _ground(case, path),
    )


def named(name: str) -> CaseStory:
    """Return the story of a shipped case or of a file."""
    return story(files.load(name), files.find(name))


def _page(case: CaseFile, page: PagePart) -> StoryPage:
    known = tuple((case.sender(who).name, text) for who, text in page.known.items())
    return StoryPage(
        plain.day_words(page.date), page.title, _said(page, page.text), known, source_of(page)
    )


def _stop(case: CaseFile, period: Period, before: Iterable[PagePart]) -> Stop:
    sender, told = case.sender(period.sender), period.told
    basis = told.basis if isinstance(told, Spell) else case.case.coding
    why = told.why if isinstance(told, Spell) else "As the engine had it when the quarter opened."
    return Stop(
        period,
        sender.name,
        case.sender(sender.enemy).name,
        plain.day_words(period.first),
        tuple(_page(case, page) for page in before),
        told.question if told else ASKED,
        _said(told, told.done) if told else f"It {HANDS[period.recorded]}.",
        why,
        basis,
        told.rival if told else "",
        told.rival_source if told else "",
        _missing(period),
        source_of(told) if told else "",
    )


def _missing(period: Period) -> str:
    told = period.told
    if told is None or (not period.coded and period.agrees is not False):
        return ""
    return told.missing or ""


def _said(fact: FactPart, text: str) -> str:
    return f"{FROM_MEMORY}{text}" if fact.grade == "memory" else text


def source_of(fact: FactPart) -> str:
    """Return where a fact is from, how sure it is, and whether it was read there."""
    return f"{fact.source}. Confidence {fact.confidence}; {GRADES[fact.grade]}."


def _ground(case: CaseFile, path: Path | None) -> CaseSketch | None:
    picture, drawn = files.picture(case, path), case.map
    if picture is None or drawn is None:
        return None
    return CaseSketch(
        picture,
        edges(drawn),
        tuple((one.name, one.longitude, one.latitude) for one in drawn.places),
        drawn.text,
    )


def edges(drawn: CaseMap) -> tuple[float, float, float, float]:
    """Return a map's west, south, east and north."""
    return drawn.west, drawn.south, drawn.east, drawn.north
