"""A case on paper: a sheet of two pages with the decisions open, and a second sheet of answers.

The first sheet tells the story up to the last decision and leaves room for what a reader would do;
nothing that was done stands on it. The answers, the rule's word, rivals and sources are on the
second, for after.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians
from typing import Final

from game.campaign import cases as files
from game.study.fit import case_report, cases
from game.study.fit.case_story import CaseSketch, CaseStory, Stop, StoryPage, story
from game.study.papers.export import rendered

SIZES: Final = ((700, 11.5), (900, 11.0), (1200, 9.6), (1750, 8.0), (2200, 7.4))
"""Words of a sheet, at most, and the size of its letters in points with which it fills two pages,
on A4 and on Letter. Measured with a headless browser."""
SMALLEST: Final = 6.8  # points; a case with more words than that runs on
MAP_WIDE: Final = 520  # units of the drawing
LETTER, LINE, DOT = 8.5, 15.0, 5.0  # units of the drawing: a letter wide, a line high, a dot's half
PER_STOP: Final = 30  # words that the lines for an answer take the room of


@dataclass(frozen=True)
class MapDrawing:
    """A case's map for a page: its picture as a data URI, its size, and names in place."""

    picture: str
    wide: int
    high: int
    names: tuple[tuple[str, float, float, str], ...]
    text: str


def sheets(name: str) -> Iterator[tuple[str, str]]:
    """Yield the two sheets of a case, name and text; ``name`` is a shipped case or a file."""
    case = files.load(name)
    told = story(case, files.find(name))
    yield f"{told.name}-sheet.html", sheet(told)
    yield f"{told.name}-answers.html", answers(told)


def sheet(told: CaseStory) -> str:
    """Return the first sheet: the story, stopping before each decision."""
    return rendered(
        "pack_case.html",
        case=told,
        people=_at_first(told),
        size=letters(told),
        drawing=drawing(told.ground),
    )


def answers(told: CaseStory) -> str:
    """Return the second sheet: what was done, what the rule says, rivals and sources."""
    counted = cases.agreement(stop.period for stop in told.stops)
    return rendered(
        "pack_case_answers.html",
        case=told,
        agreement=counted,
        rows=[(number, stop, *_judged(stop)) for number, stop in enumerate(told.stops, 1)],
        check=case_report.CHECK,
        pages=_every_page(told),
    )


def _judged(stop: Stop) -> tuple[str, str]:
    """Return the rule's chance of opening, and whether that was right."""
    words = {True: "right", False: "wrong", None: "not counted"}
    return f"{stop.period.p_open:.2f}", words[stop.period.agrees]


def _at_first(told: CaseStory) -> list[tuple[str, str]]:
    """Return the people whose entries tell nothing of what is still to come."""
    return [(name, text) for name, text, _, first in told.people if not first]


def _every_page(told: CaseStory) -> list[StoryPage]:
    return [page for stop in told.stops for page in stop.pages] + list(told.rest)


def letters(told: CaseStory) -> float:
    """Return the size of the letters, in points, with which the sheet fills two pages."""
    long = words(told)
    return next((size for most, size in SIZES if long <= most), SMALLEST)


def words(told: CaseStory) -> int:
    """Return how many words a sheet has, the lines for answers counted as words."""
    texts = [told.summary, *(text for _, text in _at_first(told))]
    for stop in told.stops:
        texts.append(stop.question)
        for page in stop.pages:
            texts += [page.title, page.text, *(text for _, text in page.known)]
    return sum(len(text.split()) for text in texts) + PER_STOP * len(told.stops)


def drawing(ground: CaseSketch | None) -> MapDrawing | None:
    """Return the map with its names, None for a case without one."""
    if ground is None:
        return None
    west, south, east, north = ground.edges
    squeeze = cos(radians((south + north) / 2))
    high = round(MAP_WIDE * (north - south) / ((east - west) * squeeze))
    return MapDrawing(
        "data:image/png;base64," + b64encode(ground.picture.read_bytes()).decode("ascii"),
        MAP_WIDE,
        high,
        _beside(
            [
                (name, (x - west) / (east - west) * MAP_WIDE, (north - y) / (north - south) * high)
                for name, x, y in ground.places
            ]
        ),
        ground.text,
    )


def _beside(places: list[tuple[str, float, float]]) -> tuple[tuple[str, float, float, str], ...]:
    """Return names in place with whether each ends or starts there: on the first side on which it
    meets neither the map's edge nor another name or place."""
    dots = [(x - DOT, x + DOT, y) for _, x, y in places]
    taken: list[tuple[float, float, float]] = []
    made = []
    for name, x, y in places:
        wide = len(name) * LETTER + 2 * DOT
        spans = {"start": (x + DOT, x + wide), "end": (x - wide, x - DOT)}
        anchor = next(
            (
                side
                for side, (left, right) in spans.items()
                if left >= 0 and right <= MAP_WIDE and not _met((left, right, y), [*dots, *taken])
            ),
            "start",
        )
        taken.append((*spans[anchor], y))
        made.append((name, round(x, 1), round(y, 1), anchor))
    return tuple(made)


def _met(span: tuple[float, float, float], others: list[tuple[float, float, float]]) -> bool:
    """Whether a name's span, left, right and height, lies on one of others'."""
    return any(
        span[0] < right and left < span[1] and abs(span[2] - y) < LINE for left, right, y in others
    )
