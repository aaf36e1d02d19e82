"""The record beside a war: what was counted and what was done in the same quarter."""

from collections.abc import Callable
from typing import Final

from game.desk.build_news import quarter_of
from game.desk.models import Chart, Comparison, Event, Fact, Series
from game.engine.board import SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.record import Game
from game.words import plain

MOST: Final = 6  # rows of the chronicle shown for one quarter
Figure = tuple[str, str, Callable[[Dossier], float], Callable[[float], str]]


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _hundreds(value: float) -> str:
    return f"{round(value, -2):,.0f}"


FIGURES: Final[tuple[Figure, ...]] = (
    (
        "American dead in the quarter",
        "us_hostile_deaths",
        lambda d: float(d.reports[-1].us_deaths),
        _whole,
    ),
    ("Americans in country", "us_troops", lambda d: 1000 * float(d.view.troops), _hundreds),
    (
        "Enemy dead as claimed",
        "enemy_killed_claimed",
        lambda d: float(d.reports[-1].deaths_claimed),
        _whole,
    ),
    ("Approval, per cent", "approval", lambda d: 100 * float(d.view.approval), _whole),
)
"""Title, the campaign's series, how it is read from Washington's dossier, and how it is shown."""


def comparisons(game: Game, dossier: Dossier, quarter: str) -> tuple[Comparison, ...]:
    """Return a few numbers of a war beside the record's, at the end of ``quarter``."""
    made = []
    for title, series, read, show in FIGURES:
        there = game.campaign.series(series).get(quarter)
        told = "no figure" if there is None else show(there)
        made.append(
            Comparison(
                title,
                show(read(dossier)),
                told,
                f"{title}.\nAt the left this war, at the right the record.",
            )
        )
    return tuple(made)


def deaths(game: Game, dossier: Dossier, quarters: tuple[str, ...]) -> Chart:
    """Return American deaths of a war by quarter, beside the record's."""
    here = tuple(float(report.us_deaths) for report in dossier.reports)
    known = game.campaign.series("us_hostile_deaths")
    mark = "ours" if dossier.side == WASHINGTON else "theirs"
    return Chart(
        "record",
        "American dead, here and on record",
        "men",
        quarters[: len(here)],
        (
            Series("In this war", here, mark),
            Series("On record", tuple(known.get(name) for name in quarters[: len(here)]), "none"),
        ),
        "The record's figures are hostile deaths, as the services counted them.",
    )


def until(game: Game, side: int) -> tuple[Fact, ...]:
    """Return what the record has of the quarters before today's as far as ``side`` knew of it by
    then, the latest first."""
    names = [game.campaign.quarter(index) for index in range(game.quarter)]
    return tuple(
        Fact(f"{plain.day_words(row.date)}: {row.title}", row.text, row.source)
        for name in reversed(names)
        for row in reversed(game.campaign.chronicle_in(name))
        if _knew(getattr(row, f"known_{SIDES[side]}"), game.quarter_name)
    )


def _knew(since: str, today: str) -> bool:
    """Whether a date of learning, ``never`` or a day, lies before the quarter ``today``."""
    return since[:1].isdigit() and quarter_of(since) < today


def chronicle(game: Game, quarter: str) -> tuple[Event, ...]:
    """Return what the record has of a quarter, by date: the players' own acts included."""
    rows = game.campaign.chronicle_in(quarter)[:MOST]
    return tuple(Event(plain.day_words(row.date), row.title, row.text, row.source) for row in rows)
