"""Calibration by least squares (SciPy), in three groups: deaths, postures, the table.

What is minimised: for the war, each quarter's American hostile deaths in units of the scatter that
the record shows about a smooth course, and each year's total. For the postures, the rule's P(open)
against what was recorded, and a hinge for each demand of the fit, with a margin, because a fit that
meets them by a hair does not survive a change of luck. For the table, the distance of the expected
terms from Paris at the end and before, and whether each side would take what the other had tabled.
All have a weak pull towards ``Freed.centre``, so that what the record cannot tell stays where it
was put. Enemy losses as claimed and sorties are in none: they are held out.

M settings are played as M wars in one call, so that a Jacobian costs one replay.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from game.campaign import Campaign
from game.engine.board import HANOI, PARIS, WASHINGTON, Floats
from game.engine.tables import Tables
from game.problems import Problem
from game.study.fit import record
from game.study.fit.demands import JUMP, OPEN, SURELY_CLOSED, UNMOVED
from game.study.fit.runs import RecordRun, play_record
from game.study.fit.settings import Freed, free, settings

STEP: Final = 0.01  # of a constant's range, for the forward differences
ROUNDS: Final = 20  # evaluations of the Jacobian at the most
PULL: Final = 2.0  # weight of a constant a whole range away from its centre
SCATTER: Final = 0.15  # share by which a quarter's deaths scatter about the fit
FEWEST: Final = 100.0  # men a quarter added to the scatter, so that small quarters do not rule
MARGIN_CHANCE, MARGIN_BELIEF = 0.20, 0.05  # by how much a demand is to be met
HINGE: Final = 6.0  # weight of a demand missed, against a posture missed
FAR: Final = 0.20  # positions from Paris, on average over the issues, that count as not near
MARGIN_WORTH: Final = 0.03  # share of aims by which a package is to be better or worse than war
TABLE: Final = 5.0  # weight of a position, against the pull to the centres


def refit(campaign: Campaign, tables: Tables, group: str, counts: Any) -> dict[str, float]:
    """Return the fitted values of a group's constants, by name.

    ``counts`` (Q,) is true for the quarters that the fit may see. The search begins at the centres,
    so that the values in force do not sway it.
    """
    try:
        from scipy.optimize import least_squares  # an extra: only this command needs it
    except ImportError:
        raise Problem("calibrate needs SciPy: install the extra named fit.") from None
    freed = free(group)
    low, high = (np.array([getattr(one, end) for one in freed]) for end in ("low", "high"))
    at = _evaluator(campaign, tables, freed, group, counts)
    begun = np.array([one.centre for one in freed])
    found: Any = least_squares(
        lambda x: at(x[None])[0],
        begun,
        bounds=(low, high),
        jac=lambda x: _jacobian(at, x, high - low),
        x_scale=high - low,
        max_nfev=ROUNDS,
    )
    return {one.name: float(value) for one, value in zip(freed, found.x, strict=True)}


def _evaluator(
    campaign: Campaign, tables: Tables, freed: tuple[Freed, ...], group: str, counts: Any
) -> Callable[[Floats], Floats]:
    """Return the function from settings (M, F) to residuals (M, R)."""
    centre = np.array([one.centre for one in freed])
    width = np.array([one.high - one.low for one in freed])
    residuals = {"war": _deaths, "postures": _postures, "table": _terms}[group]

    def at(values: Floats) -> Floats:
        run = play_record(campaign, settings(tables, freed, values), len(values))
        pull = PULL * (values - centre) / width
        return np.concatenate([residuals(campaign, run, counts), pull], axis=1)

    return at


def _jacobian(at: Callable[[Floats], Floats], x: Floats, width: Floats) -> Floats:
    """Return (R, F) forward differences at ``x``, from one call."""
    steps = STEP * width
    found = at(np.concatenate([x[None], x[None] + np.diag(steps)]))
    return (found[1:] - found[:1]).T / steps


def _deaths(campaign: Campaign, run: RecordRun, counts: Any) -> Floats:
    """Return (M, R) the residuals of American hostile deaths."""
    recorded = record.quarterly(campaign, "us_hostile_deaths")
    known = counts & ~np.isnan(recorded)
    off = run.us_deaths[:, known] - recorded[known]
    parts = [off / (SCATTER * recorded[known] + FEWEST)]
    for year, total in record.yearly(campaign, "us_hostile_deaths").items():
        here = record.in_year(campaign, year)
        if here.sum() == 4 and counts[here].all():
            off = run.us_deaths[:, here].sum(axis=1, keepdims=True) - total
            parts.append(off / (SCATTER / 2 * total + 2 * FEWEST))
    return np.concatenate(parts, axis=1)


def _postures(campaign: Campaign, run: RecordRun, counts: Any) -> Floats:
    """Return (M, R) the residuals of both sides' postures, and of the demands with a margin."""
    happened = record.postures(campaign)
    off = (run.chance - happened)[:, counts].reshape(len(run.chance), -1)
    hinges = []
    for name, side, limit, way in _limits():
        column = run.at(name)
        if counts[column]:
            short = way * (limit - run.chance[:, column, side]) + MARGIN_CHANCE
            hinges.append(np.maximum(short, 0.0))
    if counts[run.at("1968Q1")]:
        tet, after = run.at("1968Q1"), run.at("1968Q2")
        believed = run.believed[:, :, HANOI]
        before = believed[:, : tet + 1].max(axis=1)
        hinges.append(np.maximum(before - UNMOVED + MARGIN_BELIEF, 0.0))
        rise = believed[:, after] - believed[:, tet]
        hinges.append(np.maximum(JUMP + MARGIN_BELIEF - rise, 0.0))
    return np.concatenate([off, HINGE * np.stack(hinges, axis=1)], axis=1)


def _terms(campaign: Campaign, run: RecordRun, counts: Any) -> Floats:
    """Return (M, R) the residuals of the terms expected, and of who would take what was tabled."""
    away = np.abs((run.expected - np.array(PARIS)).mean(axis=2))
    eve, end = run.at("1972Q3"), run.at("1972Q4")
    before = np.where(counts[:eve], np.maximum(FAR - away[:, :eve], 0.0), 0.0)
    both = run.gain[:, :eve].min(axis=2)
    early = np.where(counts[:eve], np.maximum(both + MARGIN_WORTH, 0.0), 0.0)
    short = np.maximum(MARGIN_WORTH - run.gain[:, end:].reshape(len(away), -1), 0.0)
    return np.concatenate(
        [
            TABLE * away[:, end:],
            TABLE * np.maximum(FAR / 2 - away[:, eve:end], 0.0),
            TABLE * before,
            2 * TABLE * early,
            2 * TABLE * short,
        ],
        axis=1,
    )


def _limits() -> list[tuple[str, int, float, float]]:
    """Return quarter, side, limit and way (+1 above, -1 below) of the demands on P(open)."""
    years = [f"{year}Q{quarter}" for year in range(1965, 1969) for quarter in (1, 2, 3, 4)]
    closed = [(name, HANOI, SURELY_CLOSED, -1.0) for name in years[:12]]
    opened = [(name, HANOI, OPEN, 1.0) for name in (*years[13:], "1969Q1")]
    apart = [(name, WASHINGTON, OPEN, -1.0) for name in ("1965Q1", "1972Q2")]
    at_table = [(name, WASHINGTON, OPEN, 1.0) for name in years[2:]]
    return [*closed, *opened, *apart, *at_table]
