"""Charts of what a side knows: its dead, opinion, strength; estimates with their error."""

from collections.abc import Callable
from typing import Final

from game.desk.models import Chart, Series
from game.engine.board import WASHINGTON, quarter_name
from game.engine.dossier import Dossier
from game.engine.view import Report, View

ERROR: Final = 0.2  # of an estimate of strength: staffs differ by a fifth; campaigns/SOURCES.md


def charts(dossier: Dossier) -> tuple[Chart, ...]:
    """Return the charts of the dossier's side, one value a quarter played."""
    return (_dead(dossier), _opinion(dossier), _strength(dossier), _air(dossier))


def _labels(dossier: Dossier) -> tuple[str, ...]:
    return tuple(quarter_name(dossier.tables.first, report.quarter) for report in dossier.reports)


def _reported(
    dossier: Dossier, title: str, read: Callable[[Report], float | None], mark: str
) -> Series:
    return Series(title, tuple(read(report) for report in dossier.reports), mark)


def _seen(dossier: Dossier, title: str, read: Callable[[View], float], mark: str) -> Series:
    return Series(title, tuple(read(view) for view in dossier.views[1:]), mark)


def _estimated(dossier: Dossier, title: str, read: Callable[[View], float], mark: str) -> Series:
    values = tuple(read(view) for view in dossier.views[1:])
    return Series(
        title,
        values,
        mark,
        tuple((1 - ERROR) * value for value in values),
        tuple((1 + ERROR) * value for value in values),
    )


def _dead(dossier: Dossier) -> Chart:
    american, northern = ("ours", "theirs") if dossier.side == WASHINGTON else ("theirs", "ours")
    series = [
        _reported(dossier, "American dead", lambda r: float(r.us_deaths), american),
        _reported(dossier, "Saigon's dead", lambda r: float(r.saigon_deaths), american),
    ]
    if dossier.side != WASHINGTON:
        series.append(_reported(dossier, "Our dead", lambda r: float(r.own_deaths or 0), northern))
    series.append(
        _reported(
            dossier, "Enemy dead as Washington claims", lambda r: float(r.deaths_claimed), "none"
        )
    )
    return Chart(
        "dead",
        "The dead, by quarter",
        "men",
        _labels(dossier),
        tuple(series),
        "What was claimed and what was lost need not be the same.",
    )


def _opinion(dossier: Dossier) -> Chart:
    series = [
        _seen(dossier, "Approval of the President", lambda v: 100 * float(v.approval), "none"),
        _seen(dossier, "Call the war a mistake", lambda v: 100 * float(v.opposition), "none"),
        _seen(dossier, "Saigon's stability", lambda v: 100 * float(v.stability), "none"),
    ]
    if dossier.side != WASHINGTON:
        series.append(
            _seen(dossier, "Unity of the Politburo", lambda v: 100 * float(v.cohesion), "ours")
        )
    return Chart(
        "opinion",
        "Consent",
        "per cent",
        _labels(dossier),
        tuple(series),
        "Opposition follows the dead and is never reset; a new president renews approval.",
    )


def _strength(dossier: Dossier) -> Chart:
    american, northern = ("ours", "theirs") if dossier.side == WASHINGTON else ("theirs", "ours")
    troops = _seen(dossier, "American troops", lambda v: float(v.troops), american)
    if dossier.side == WASHINGTON:
        force = _estimated(
            dossier,
            "Enemy in the South, estimated",
            lambda v: float(v.seen_main_force.sum() + v.seen_guerrillas.sum()),
            northern,
        )
    else:
        force = _seen(
            dossier,
            "Our forces in the South",
            lambda v: float(v.main_force.sum() + v.guerrillas.sum()),
            northern,
        )
    return Chart(
        "strength",
        "Strength",
        "thousand men",
        _labels(dossier),
        (troops, force),
        "An estimate is drawn anew each quarter; its band is what the staffs disagree by.",
    )


def _air(dossier: Dossier) -> Chart:
    series = (
        _reported(dossier, "Sorties, thousands", lambda r: r.sorties, "none"),
        _reported(dossier, "Aircraft lost", lambda r: float(r.aircraft_lost), "none"),
        _reported(dossier, "Prisoners taken", lambda r: float(r.prisoners), "none"),
    )
    return Chart(
        "air",
        "The air war over the North",
        "",
        _labels(dossier),
        series,
        "The same targets struck again yield less.",
    )
